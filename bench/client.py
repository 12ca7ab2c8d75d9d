"""A load of keep-alive clients that keep nothing but how long each answer took."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass
class Load:
    """What one run measured; latencies in seconds, `bytes_received` of bodies as sent."""

    seconds: float = 0
    latencies: list[float] = field(default_factory=list)
    statuses: dict[int, int] = field(default_factory=dict)
    bytes_received: int = 0

    def rate(self) -> float:
        """Answers a second."""
        return len(self.latencies) / self.seconds

    def percentile(self, share: float) -> float:
        """Latency in milliseconds below which that share of the answers stayed."""
        ordered = sorted(self.latencies)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] * 1000


def request_bytes(method: str, path: str, port: int, body: bytes = b"", **headers: str) -> bytes:
    lines = [f"{method} {path} HTTP/1.1", f"Host: localhost:{port}", "Accept-Encoding: gzip"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    if body:
        lines.append(f"Content-Length: {len(body)}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + body


async def one_client(port: int, requests: Iterator[bytes], load: Load) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for request in requests:
        started = time.perf_counter()
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        fields = head.lower().split(b"\r\n")
        length = next((int(line[15:]) for line in fields if line.startswith(b"content-length:")), None)
        if length is None:
            raise ValueError("The answer has no Content-Length.")
        await reader.readexactly(length)
        load.latencies.append(time.perf_counter() - started)
        status = int(head[9:12])
        load.statuses[status] = load.statuses.get(status, 0) + 1
        load.bytes_received += length
    writer.close()


def run_load(port: int, requests: Iterator[bytes], clients: int) -> Load:
    """Send all requests, each client taking the next one as soon as it has its answer."""

    async def run() -> Load:
        load = Load()
        started = time.perf_counter()
        await asyncio.gather(*(one_client(port, requests, load) for _ in range(clients)))
        load.seconds = time.perf_counter() - started
        return load

    return asyncio.run(run())
