"""A real nginx with the configuration that is installed, on ports of its own."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.contatti.smtp import free_port
from tests.tls import write_certificate

ROOT = Path(__file__).resolve().parents[1]
HOST = "portale.example"
ADDRESS = "X-Test-Address"
"""The header in which a test says from which address it comes."""

MAIN = """
worker_processes 1;
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/start.log emerg;
events {{ worker_connections 512; }}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    set_real_ip_from 127.0.0.0/8;
    real_ip_header {header};
    include {folder}/amaranta.conf;
}}
"""


def program() -> str:
    """Return where nginx is; Debian puts it where only root looks."""
    found = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin:/opt/homebrew/bin")
    assert found, "nginx is missing: tests/system-packages.sh installs it"
    return found


@contextmanager
def nginx(folder: Path, port: int, upstream: int, hosts: Sequence[str] = ()) -> Iterator[None]:
    """Run it in front of a port of this machine; without TLS, which `make install-test` tries.

    hosts: addresses with a port, in the place of this machine's (docs/installation.md, "Several hosts").
    """
    text = _installed(folder, port, upstream)
    if hosts:
        servers = "".join(f"server {host};" for host in hosts)
        passed = f"proxy_pass http://127.0.0.1:{upstream};"
        assert text.count(passed) == 1
        text = f"upstream amaranta_hosts {{ {servers} }}\n" + text.replace(
            passed, "proxy_pass http://amaranta_hosts; proxy_connect_timeout 2s;"
        )
    (folder / "amaranta.conf").write_text(text)
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder, port=port, header=ADDRESS))
    process = subprocess.Popen([program(), "-p", str(folder), "-c", str(folder / "nginx.conf")])
    try:
        _wait(port)
        yield
    finally:
        process.terminate()
        process.wait(10)


def _installed(folder: Path, port: int, upstream: int) -> str:
    """Return what deploy/install writes for nginx, with ports and a certificate that a test may use."""
    text = subprocess.run(
        ["sh", "-euc", ". deploy/installing/system.sh; proxy_configuration"], cwd=ROOT, check=True,
        capture_output=True, text=True, env={**os.environ, "AMARANTA_HOSTS": HOST, "AMARANTA_PORT": str(upstream)},
    ).stdout  # fmt: skip
    certificate = str(write_certificate(folder, HOST))
    changes = {
        "listen 80;": f"listen 127.0.0.1:{free_port()};", "listen [::]:80;": "",
        "listen 443 ssl http2;": f"listen 127.0.0.1:{port};", "listen [::]:443 ssl http2;": "",
        "/etc/amaranta/tls/fullchain.pem": certificate, "/etc/amaranta/tls/privkey.pem": certificate,
    }  # fmt: skip
    for installed, here in changes.items():
        assert text.count(installed) == 1, installed
        text = text.replace(installed, here)
    return text


def _wait(port: int) -> None:
    for _attempt in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError("nginx did not start.")
