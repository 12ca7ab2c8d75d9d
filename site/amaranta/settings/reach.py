"""What the site says to machines of others: whom to tell of a hole (RFC 9116), what a file is."""

from environs import validate

from amaranta.settings.places import env

# RFC 9116, 2.5.3: an address of the web must be https.
CONTACT = validate.Regexp(r"(mailto:|https://|tel:)\S+", error="Begin with mailto:, https:// or tel:.")


def _each(contacts: list[str]) -> bool:
    return all(CONTACT(contact) for contact in contacts)


def _policy(address: str) -> bool:
    return not address or bool(CONTACT(address))


AMARANTA_SECURITY_CONTACTS: list[str] = env.list("AMARANTA_SECURITY_CONTACTS", [], validate=_each)
AMARANTA_SECURITY_POLICY = env.str("AMARANTA_SECURITY_POLICY", "", validate=_policy)

# What Python guesses of sounds and captions depends on the system.
WAGTAILDOCS_CONTENT_TYPES = {
    "m4a": "audio/mp4",
    "ogg": "audio/ogg",
    "pdf": "application/pdf",
    "vtt": "text/vtt",
}
