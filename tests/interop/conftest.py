"""Fixtures of the tests that drive other people's programs."""

from collections.abc import Iterator

import pytest

from tests.interop.mailreaders import MailPrograms, mail_programs


@pytest.fixture(scope="session")
def programs() -> Iterator[MailPrograms]:
    """Give the mail programs, with what each operator imported kept for the whole run."""
    with mail_programs() as ready:
        yield ready
