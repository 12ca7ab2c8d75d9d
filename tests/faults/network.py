"""Hosts of their own: network namespaces on one bridge, whose links can be cut. Root is needed."""

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

BRIDGE = "amaranta0"
NETWORK = "10.77.0.0/24"
HERE = "10.77.0.1"
"""Where this process and what it runs are reached from the hosts."""


@dataclass(frozen=True)
class Host:
    """One namespace. `inside`: the beginning of a command that runs there."""

    name: str
    address: str

    @property
    def inside(self) -> Sequence[str]:
        return ("ip", "netns", "exec", self.name)

    def cut(self) -> None:
        """Let nothing come or go any more: the others get no answer, not even a refusal."""
        _ip("link", "set", f"v{self.name}", "down")


@contextmanager
def network(number: int) -> Iterator[list[Host]]:
    """Make so many hosts on a bridge that this machine is on too."""
    hosts = [Host(f"amaranta{place}", f"10.77.0.{10 + place}") for place in range(1, number + 1)]
    with ExitStack() as stack:
        _ip("link", "add", BRIDGE, "type", "bridge")
        stack.callback(_ip, "link", "del", BRIDGE)
        _ip("addr", "add", f"{HERE}/24", "dev", BRIDGE)
        _ip("link", "set", BRIDGE, "up")
        for host in hosts:
            _ip("netns", "add", host.name)
            stack.callback(_ip, "netns", "del", host.name)
            _ip("link", "add", f"v{host.name}", "type", "veth", "peer", "name", "eth0", "netns", host.name)
            _ip("link", "set", f"v{host.name}", "master", BRIDGE, "up")
            _ip("-n", host.name, "addr", "add", f"{host.address}/24", "dev", "eth0")
            for device in ("eth0", "lo"):
                _ip("-n", host.name, "link", "set", device, "up")
        yield hosts


def _ip(*arguments: str) -> None:
    subprocess.run(["ip", *arguments], check=True)
