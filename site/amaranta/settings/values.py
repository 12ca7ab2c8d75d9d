"""What a value of the environment has to look like. Each raises ValidationError, which names the setting."""

import re
from email.utils import parseaddr
from importlib.util import find_spec

from environs import Env, EnvError, ValidationError, validate

PORT = validate.Range(min=1, max=65535)
SOMETHING = validate.Length(min=1)
REDIS = validate.Regexp(r"\Z|(rediss?|unix)://\S+\Z", error="It must begin with redis://.")
BACKUP_KEY = re.compile(r"age1[0-9a-z]{58}|ssh-(ed25519|rsa) \S+.*")
HOST = re.compile(r"\.?[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9a-fA-F:]+\]")


def mail_address(value: str) -> None:
    """Take an address of mail, with a name before it or without, or none. Raises ValidationError."""
    box, at, domain = parseaddr(value)[1].rpartition("@")
    if value and (not (box and at and domain) or re.search(r"[\r\n]", value) or " " in f"{box}{domain}"):
        raise ValidationError("It must be an address of mail.")


def mail_addresses(values: list[str]) -> None:
    """Take one or more. Raises ValidationError."""
    if not any(values):
        raise ValidationError("At least one address of mail is needed.")
    for value in values:
        SOMETHING(value)
        mail_address(value)


def host_names(values: list[str]) -> None:
    """Take names of hosts, one at least. Raises ValidationError."""
    if not any(values):
        raise ValidationError("At least one name is needed.")
    if not all(HOST.fullmatch(value) for value in values):
        raise ValidationError("Names alone, without https:// and without a star, separated by commas.")


def https_address(value: str) -> None:
    """Raises ValidationError."""
    validate.URL(schemes={"https"}, require_tld=False, error="It must begin with https://.")(value)


def secret_keys(values: list[str]) -> None:
    """Raises ValidationError for one that is short."""
    if any(len(value) < 50 for value in values):
        raise ValidationError("Each must have at least 50 characters.")


def backup_keys(values: list[str]) -> None:
    """Raises ValidationError for what is no public key of age or SSH."""
    if not all(BACKUP_KEY.fullmatch(value.strip()) for value in values):
        raise ValidationError("Public keys of age or of SSH, separated by commas.")


def above_zero(numbers: dict[str, float]) -> None:
    """Raises ValidationError for 0 and below."""
    if any(number <= 0 for number in numbers.values()):
        raise ValidationError("Each number must be above 0.")


def numbers(env: Env, variable: str, *names: str) -> dict[str, float]:
    """Read numbers above 0 for some of these names. Raises EnvError."""
    rules = (validate.ContainsOnly(names), above_zero)
    try:
        found: dict[str, float] = env.dict(variable, {}, subcast_values=float, validate=rules)
    except EnvError:
        raise
    except ValueError:  # environs looks for "=" without asking whether there is one
        raise EnvError(f'Environment variable "{variable}" invalid: it must be like {names[0]}=30.') from None
    return found


def host_and_port(value: str) -> None:
    """Take both or nothing. Raises ValidationError."""
    host, _colon, port = value.rpartition(":")
    if value and not (re.fullmatch(r"[^\s/]+", host) and port.isdecimal() and 0 < int(port) < 65536):
        raise ValidationError("It must be an address and a port, such as 127.0.0.1:9464.")


def need_package(name: str, variable: str, extra: str) -> None:
    """Raises EnvError where a setting needs a package that is not installed."""
    if find_spec(name) is None:
        raise EnvError(
            f'Environment variable "{variable}" needs the Python package {name}: install the extra "{extra}".'
        )


def known_database(settings: dict[str, object]) -> None:
    """Raises EnvError for any database but the two that everything is tried with."""
    if settings.get("ENGINE") not in ("django.db.backends.sqlite3", "django.db.backends.postgresql") or not (
        settings.get("NAME")
    ):
        raise EnvError(
            'Environment variable "DATABASE_URL" invalid: sqlite:///path or postgres://user:password@host:5432/name.'
        )
