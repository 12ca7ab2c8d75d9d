"""Sealing in a real browser: under the strict policy, and with the server's structure to the byte."""

import gzip

import pytest
from playwright.sync_api import Error

from contatti.envelope import seal, verify
from tests.contatti.keys import Operator
from tests.interop.mailreaders import text_of
from tests.interop.sealingpage import MODULE, PLAIN_HTTP_HOST, Job, sealing_page
from tests.interop.shape import shape_of

pytestmark = [pytest.mark.browser, pytest.mark.interop]

MANY = 1000
MAX_COMPRESSED_BYTES = 4096


def decrypt(der: bytes, operator: Operator) -> bytes:
    from cryptography.hazmat.primitives.serialization.pkcs7 import pkcs7_decrypt_der

    return pkcs7_decrypt_der(der, operator.certificate, operator.key, [])
