"""The programs that operators read their mail with, driven for real: OpenSSL, GnuPG, NSS, python-cryptography.

Every reader takes the mail as it was delivered and the operator who opens it, and returns the inner entity.
"""

import email
import email.policy
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.hazmat.primitives.serialization.pkcs7 import pkcs7_decrypt_der

from contatti.sealed.certificates.generate import pkcs12
from tests.contatti.keys import Operator

PASSWORD = "1234567890123456789012345"
PACKINGS = 5

Done = subprocess.CompletedProcess[bytes]
Reader = Callable[[bytes, Operator], bytes]


def envelope_of(mail: bytes) -> bytes:
    """Return the DER that a delivered mail carries."""
    der = email.message_from_bytes(mail).get_payload(decode=True)
    assert isinstance(der, bytes)
    return der


def text_of(entity: bytes) -> str:
    """Return the text of an inner entity as a mail program shows it, line breaks as in a text area."""
    message = email.message_from_bytes(entity, policy=email.policy.default)
    assert message.get_content_type() == "text/plain"
    payload = message.get_payload(decode=True)
    assert isinstance(payload, bytes)
    return payload.decode().replace("\r\n", "\n")


def open_with_cryptography(mail: bytes, operator: Operator) -> bytes:
    """Return the inner entity."""
    return pkcs7_decrypt_der(envelope_of(mail), operator.certificate, operator.key, [])


class MailPrograms:
    """One folder per operator with what the programs import: PEM files, a .p12, a GnuPG home, an NSS database."""

    def __init__(self, root: Path) -> None:
        self._root = root

    @property
    def readers(self) -> dict[str, Reader]:
        """Return every program by name."""
        return {
            "openssl cms": self.open_with_openssl_cms,
            "openssl smime": self.open_with_openssl_smime,
            "gpgsm": self.open_with_gpgsm,
            "nss cmsutil": self.open_with_nss,
            "python-cryptography": open_with_cryptography,
        }

    def open_with_openssl_cms(self, mail: bytes, operator: Operator) -> bytes:
        return self._open_with_openssl("cms", mail, operator)

    def open_with_openssl_smime(self, mail: bytes, operator: Operator) -> bytes:
        return self._open_with_openssl("smime", mail, operator)

    def open_with_gpgsm(self, mail: bytes, operator: Operator) -> bytes:
        home = self._folder(operator) / "gnupg"
        if not home.exists():
            import_into_gpgsm(home, lambda: self._pack(operator))
        sealed = self._folder(operator) / "sealed"
        sealed.write_bytes(envelope_of(mail))
        done = gpgsm(home, PASSWORD, "--decrypt", str(sealed))
        # Its exit status also counts the colleagues' certificates, which an operator's home need not hold.
        assert b"[GNUPG:] DECRYPTION_OKAY" in done.stderr, complaint(done)
        return done.stdout

    def open_with_nss(self, mail: bytes, operator: Operator) -> bytes:
        folder = self._folder(operator)
        database = folder / "nss"
        if not database.exists():
            import_into_nss(database, *self._pack(operator))
        sealed, opened = folder / "sealed", folder / "opened"
        sealed.write_bytes(envelope_of(mail))
        run("cmsutil", "-D", "-d", f"sql:{database}", "-i", str(sealed), "-o", str(opened))
        return opened.read_bytes()

    def close(self) -> None:
        """End the agents that GnuPG started, one for each home."""
        for home in self._root.glob("*/gnupg"):
            run("gpgconf", "--homedir", str(home), "--kill", "gpg-agent")

    def _open_with_openssl(self, command: str, mail: bytes, operator: Operator) -> bytes:
        folder = self._folder(operator)
        keys = ("-recip", str(folder / "certificate.pem"), "-inkey", str(folder / "key.pem"))
        return run("openssl", command, "-decrypt", "-inform", "SMIME", *keys, stdin=mail)

    def _pack(self, operator: Operator) -> tuple[Path, str]:
        path = self._folder(operator) / "operator.p12"
        path.write_bytes(pkcs12(operator.key, operator.certificate, PASSWORD, rounds=2048))
        return path, PASSWORD

    def _folder(self, operator: Operator) -> Path:
        folder = self._root / f"{operator.certificate.serial_number:x}"[:12]
        if not folder.exists():
            folder.mkdir(mode=0o700)
            (folder / "certificate.pem").write_bytes(operator.certificate.public_bytes(Encoding.PEM))
            key = operator.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
            (folder / "key.pem").write_bytes(key)
        return folder


@contextmanager
def mail_programs() -> Iterator[MailPrograms]:
    """Give the programs a folder of their own, with a path short enough for the agents' sockets."""
    root = Path(tempfile.mkdtemp(prefix="mail"))
    programs = MailPrograms(root)
    try:
        yield programs
    finally:
        programs.close()
        shutil.rmtree(root, ignore_errors=True)  # an agent that ends removes its sockets meanwhile


def import_into_gpgsm(home: Path, pack: Callable[[], tuple[Path, str]]) -> str:
    """Make a GnuPG home that holds the key of the .p12 file that `pack` makes; return the password of both.

    gpgsm 2.2 takes about one sound file in fifty for a wrong password, whoever packed it, depending on the
    salt inside; docs/operator-keys.md tells operators to pack again, and so does this.
    """
    home.mkdir(mode=0o700)
    (home / "gpg-agent.conf").write_text(
        "s2k-count 65536\n"
    )  # the default calibrates for a tenth of a second
    for _ in range(PACKINGS):
        pfx, password = pack()
        done = gpgsm(home, password, "--import", str(pfx))
        if done.returncode == 0:
            return password
    pytest.fail(complaint(done))


def import_into_nss(database: Path, pfx: Path, password: str) -> None:
    """Make an NSS database, which Thunderbird and Firefox use, that holds the key of a .p12 file."""
    database.mkdir()
    run("certutil", "-N", "-d", f"sql:{database}", "--empty-password")
    run("pk12util", "-i", str(pfx), "-d", f"sql:{database}", "-W", password, "-K", "")


def gpgsm(home: Path, password: str, *arguments: str) -> Done:
    """Run gpgsm with a password for the keys of its home; its status lines are in stderr."""
    quiet = ("--batch", "--quiet", "--disable-crl-checks", "--status-fd", "2")
    answers = ("--pinentry-mode", "loopback", "--passphrase-fd", "0")
    return _run("gpgsm", "--homedir", str(home), *quiet, *answers, *arguments, stdin=f"{password}\n".encode())


def run(*command: str, stdin: bytes = b"") -> bytes:
    """Return what a program writes; fail with its complaint. A missing program fails the test too."""
    done = _run(*command, stdin=stdin)
    assert done.returncode == 0, complaint(done)
    return done.stdout


def complaint(done: Done) -> str:
    return f"{done.args[0]} ended with {done.returncode}: {done.stderr.decode(errors='replace')}"


def _run(*command: str, stdin: bytes) -> Done:
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": tempfile.gettempdir()}
    return subprocess.run(command, input=stdin, capture_output=True, check=False, env=environment, timeout=60)
