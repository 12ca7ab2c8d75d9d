"""Operators' keys: the documented commands make what the portal and the mail programs accept."""

import re
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.x509 import Certificate

from contatti.sealed.certificates.generate import make_operator_key, pkcs12
from contatti.sealed.certificates.rules import findings, fingerprint, load_certificate
from contatti.sealed.envelope import inner_entity, seal
from tests.interop.mailreaders import complaint, gpgsm, import_into_gpgsm, import_into_nss, run

pytestmark = pytest.mark.interop

DOCUMENT = Path(__file__).parents[2] / "docs" / "operator-keys.md"
MAKE, PACK, SHOW, CLEAN = re.findall(r"^```sh\n(.*?)^```$", DOCUMENT.read_text(), re.MULTILINE | re.DOTALL)


def in_shell(folder: Path, *blocks: str) -> str:
    """Return the output of the document's commands, run as printed, in one shell."""
    script = "\n".join(blocks)
    done = subprocess.run(
        ["bash", "-e", "-c", script], cwd=folder, capture_output=True, check=False, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def documented(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Return the folder in which the commands were run, and what they printed."""
    folder = tmp_path_factory.mktemp("operator")
    return folder, in_shell(folder, MAKE, PACK, SHOW)


@pytest.fixture(scope="module")
def certificate(documented: tuple[Path, str]) -> Certificate:
    return load_certificate((documented[0] / "certificate.pem").read_bytes())


def test_the_documented_commands_make_a_certificate_without_a_remark(certificate: Certificate) -> None:
    now = datetime.now(UTC)

    assert findings(certificate, now) == []
    assert timedelta(days=1094) < certificate.not_valid_after_utc - now < timedelta(days=1096)


def test_they_make_the_same_kind_of_certificate_as_the_demo(certificate: Certificate) -> None:
    _, of_the_demo = make_operator_key("Operatrice 1", now=datetime.now(UTC))
    made_by_openssl_besides = {"subjectKeyIdentifier", "authorityKeyIdentifier"}

    described = {e.oid._name: (e.critical, e.value) for e in certificate.extensions}
    assert certificate.subject == of_the_demo.subject
    assert {name: value for name, value in described.items() if name not in made_by_openssl_besides} == {
        e.oid._name: (e.critical, e.value) for e in of_the_demo.extensions
    }


def test_they_show_the_fingerprint_that_the_portal_shows(
    documented: tuple[Path, str], certificate: Certificate
) -> None:
    assert fingerprint(certificate) in documented[1]


def test_the_password_has_25_digits(documented: tuple[Path, str]) -> None:
    assert re.search(r"^\d{25}$", documented[1], re.MULTILINE)


def test_the_private_key_is_readable_by_its_owner_only(documented: tuple[Path, str]) -> None:
    for name in ("key.pem", "operator.p12"):
        assert (documented[0] / name).stat().st_mode & 0o077 == 0


def test_gpgsm_and_nss_import_the_file_and_open_a_request(tmp_path: Path) -> None:
    in_shell(tmp_path, MAKE)
    certificate = load_certificate((tmp_path / "certificate.pem").read_bytes())

    def pack() -> tuple[Path, str]:
        return tmp_path / "operator.p12", in_shell(tmp_path, PACK).strip()

    opens_everywhere(tmp_path, pack, certificate)


def test_gpgsm_and_nss_import_the_file_that_the_demo_makes(tmp_path: Path) -> None:
    key, certificate = make_operator_key("Operatrice", now=datetime.now(UTC))

    def pack() -> tuple[Path, str]:
        pfx = tmp_path / "demo.p12"
        pfx.write_bytes(pkcs12(key, certificate, "1" * 25))
        return pfx, "1" * 25

    opens_everywhere(tmp_path, pack, certificate)


def keystore(path: Path, password: str) -> tuple[str, ...]:
    return ("-keystore", str(path), "-storepass", password)


def opens_everywhere(folder: Path, pack: Callable[[], tuple[Path, str]], certificate: Certificate) -> None:
    sealed, opened = folder / "sealed", folder / "opened"
    sealed.write_bytes(seal("testo", [certificate]))

    import_into_nss(folder / "nss", *pack())
    run("cmsutil", "-D", "-d", f"sql:{folder / 'nss'}", "-i", str(sealed), "-o", str(opened))
    assert opened.read_bytes() == inner_entity("testo")

    listed = run("keytool", "-list", "-storetype", "PKCS12", *keystore(*pack()))
    assert "PrivateKeyEntry" in listed.decode()

    home = folder / "gnupg"
    done = gpgsm(home, import_into_gpgsm(home, pack), "--decrypt", str(sealed))
    run("gpgconf", "--homedir", str(home), "--kill", "gpg-agent")
    assert done.stdout == inner_entity("testo"), complaint(done)


def test_cleaning_up_leaves_the_certificate_only(tmp_path: Path) -> None:
    in_shell(tmp_path, MAKE, PACK, CLEAN)

    assert [path.name for path in tmp_path.iterdir()] == ["certificate.pem"]
