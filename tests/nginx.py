"""A real nginx with the documented configuration, on a port of its own."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "deploy" / "nginx"
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
    include {folder}/http.conf;
    server {{
        listen 127.0.0.1:{port};
        include {folder}/server.conf;
    }}
}}
"""


def program() -> str:
    """Return where nginx is; Debian puts it where only root looks."""
    found = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin:/opt/homebrew/bin")
    assert found, "nginx is missing: tests/system-packages.sh installs it"
    return found


@contextmanager
def nginx(folder: Path, port: int, upstream: int) -> Iterator[None]:
    """Run it in front of a port of this machine."""
    shutil.copy(FOLDER / "amaranta-http.conf", folder / "http.conf")
    server = (FOLDER / "amaranta-server.conf").read_text()
    assert ":8000;" in server
    (folder / "server.conf").write_text(server.replace(":8000;", f":{upstream};"))
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder, port=port, header=ADDRESS))
    process = subprocess.Popen([program(), "-p", str(folder), "-c", str(folder / "nginx.conf")])
    try:
        _wait(port)
        yield
    finally:
        process.terminate()
        process.wait(10)


def _wait(port: int) -> None:
    for _attempt in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError("nginx did not start.")
