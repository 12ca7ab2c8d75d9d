"""What operators do first: Thunderbird takes the key and shows the request."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from contatti.sealed.certificates.generate import make_operator_key, pkcs12
from contatti.sealed.envelope import seal
from tests.interop.test_mail_programs import mail
from tests.interop.thunderbird import thunderbird

pytestmark = pytest.mark.interop


def test_thunderbird_takes_the_key_and_shows_the_request(tmp_path: Path) -> None:
    key, certificate = make_operator_key("Operatrice 1", now=datetime.now(UTC))
    colleague = make_operator_key("Operatrice 2", now=datetime.now(UTC))[1]
    (tmp_path / "chiave.p12").write_bytes(pkcs12(key, certificate, "2718281828459045235360287"))
    (tmp_path / "richiesta.eml").write_bytes(
        mail(seal("Perché? Sotto il basilico.", [certificate, colleague]))
    )
    with thunderbird() as program:
        program.take_key(tmp_path / "chiave.p12", "2718281828459045235360287")
        assert program.show(tmp_path / "richiesta.eml").strip() == "Perché? Sotto il basilico."
