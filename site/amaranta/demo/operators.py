"""The demonstration's operators: keys as they would lie on an operator's own computer.

They stay in files below var/demo-keys, never in the database, and the web process never reads them.
"""

import os
import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from django.conf import settings

from contatti.sealed.certificates import rules
from contatti.sealed.certificates.generate import make_operator_key, pkcs12

PASSWORD_FILE = "password.txt"  # noqa: S105 - a name


@dataclass(frozen=True, slots=True)
class Operator:
    """One operator of the demonstration: `name` is that of her files."""

    name: str
    key: RSAPrivateKey
    certificate: x509.Certificate


def keys_folder() -> Path:
    """Return the folder of the demonstration's private keys."""
    folder: Path = settings.VAR / "demo-keys"
    return folder


def operators() -> list[Operator]:
    """Return every operator whose key lies in the folder, by name; none if the folder is absent."""
    return [_load(path.name.removesuffix(".key.pem")) for path in sorted(keys_folder().glob("*.key.pem"))]


def ensure_operator(name: str, now: datetime) -> Operator:
    """Return the operator of that name, with a new key if hers is missing or no longer usable."""
    if _file(name, "key.pem").exists() and _file(name, "crt.pem").exists():
        existing = _load(name)
        if rules.usable(existing.certificate, now):
            return existing
    operator = Operator(name, *make_operator_key(name, now=now))
    _save(operator)
    return operator


def _file(name: str, suffix: str) -> Path:
    return keys_folder() / f"{name}.{suffix}"


def _load(name: str) -> Operator:
    key = load_pem_private_key(_file(name, "key.pem").read_bytes(), password=None)
    if not isinstance(key, RSAPrivateKey):
        raise TypeError(f"{name}.key.pem holds no RSA key.")
    return Operator(name, key, x509.load_pem_x509_certificate(_file(name, "crt.pem").read_bytes()))


def _save(operator: Operator) -> None:
    keys_folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    certificate, name = operator.certificate, operator.name
    bare = operator.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    _write(_file(name, "p12"), pkcs12(operator.key, certificate, _password()))
    _write(_file(name, "crt.pem"), certificate.public_bytes(Encoding.PEM))
    # The key comes last: operators() and ensure_operator() take its file as the sign of a whole set.
    _write(_file(name, "key.pem"), bare)


def _password() -> str:
    """Return the password of all .p12 files of the demonstration, which a mail program asks for."""
    path = keys_folder() / PASSWORD_FILE
    if not path.exists():
        _write(path, "".join(secrets.choice("0123456789") for _ in range(25)).encode())
    return path.read_text()


def _write(path: Path, data: bytes) -> None:
    """Write a file that only its owner may read, whole or not at all."""
    new = path.with_name(f".{path.name}.new")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(data)
    new.replace(path)
