"""What several hosts share besides the database, where it is installed: a Redis, and a store that speaks S3."""

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from tests.contatti.smtp import free_port

BUCKET = "amaranta"


def has_redis() -> bool:
    return bool(shutil.which("redis-server")) and find_spec("redis") is not None


def has_s3() -> bool:
    return all(find_spec(name) is not None for name in ("moto", "flask", "storages"))


class Redis:
    """A redis-server that keeps nothing on a disk, and can be killed and started again."""

    def __init__(self, folder: Path, host: str) -> None:
        self.folder, self.host, self.port = folder, host, free_port()
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"redis://{self.host}:{self.port}/0"

    def start(self) -> None:
        command = ["redis-server", "--port", str(self.port), "--bind", self.host, "--save", ""]
        command += ["--dir", str(self.folder), "--protected-mode", "no"]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        time.sleep(0.5)

    def kill(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()


@contextmanager
def redis(folder: Path, host: str = "127.0.0.1") -> Iterator[Redis]:
    """Run one for the time of the block."""
    server = Redis(folder, host)
    server.start()
    try:
        yield server
    finally:
        server.kill()


@contextmanager
def s3(host: str) -> Iterator[dict[str, str]]:
    """Run moto's server with one bucket, and yield the settings that lead there."""
    import boto3
    from moto.server import ThreadedMotoServer

    port = free_port()
    server = ThreadedMotoServer(host, port, verbose=False)
    server.start()
    settings = {
        "AMARANTA_S3_BUCKET": BUCKET,
        "AMARANTA_S3_ENDPOINT": f"http://{host}:{port}",
        "AMARANTA_S3_REGION": "eu-south-1",
        "AMARANTA_S3_KEY": "prova",
        "AMARANTA_S3_SECRET": "prova",
    }
    client = boto3.client(
        "s3", endpoint_url=settings["AMARANTA_S3_ENDPOINT"], region_name=settings["AMARANTA_S3_REGION"],
        aws_access_key_id="prova", aws_secret_access_key="prova",
    )  # fmt: skip
    client.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": "eu-south-1"})
    try:
        yield settings
    finally:
        server.stop()
