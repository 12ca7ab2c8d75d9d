"""reCAPTCHA, off unless the server has keys and an editor asks for it; nothing loads before her click.

If the verifier can't be reached the request is refused, and she is told so and given the telephone: a door
that opens whenever Google is slow would stop nobody.
"""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django_recaptcha.fields import ReCaptchaField

from home.page_policy import policy_of

NAME = "g-recaptcha-response"
"""The name under which Google's script posts its answer."""


class VerificationField(ReCaptchaField):
    """The library's field without the visitor's address, and with an answer for every failure."""

    default_error_messages = {
        "required": _("Fai la verifica qui sopra, poi invia di nuovo. Il testo è ancora qui."),
        "captcha_invalid": _(
            "La verifica non è riuscita: rifalla, poi invia di nuovo. Il testo è ancora qui."
        ),
        "captcha_error": _(
            "La verifica adesso non funziona, e il messaggio non è partito. Telefona, oppure riprova."
        ),
    }

    def get_remote_ip(self) -> str:
        """Return nothing: the library would send Google the visitor's address a second time."""
        return ""

    def validate(self, value: Any) -> None:
        """Ask the verifier. Raises ValidationError also when it can't be reached or answers nonsense."""
        try:
            super().validate(value)
        except (OSError, ValueError, KeyError) as error:
            raise ValidationError(self.error_messages["captcha_error"], code="captcha_error") from error


def public_key() -> str:
    """Return the site key, empty when the server has no keys."""
    return str(getattr(settings, "RECAPTCHA_PUBLIC_KEY", ""))


def configured() -> bool:
    """Tell whether the server has both keys."""
    return bool(public_key() and getattr(settings, "RECAPTCHA_PRIVATE_KEY", ""))


def source() -> str:
    """Return the address of Google's script, which only her click loads."""
    return f"https://{settings.RECAPTCHA_DOMAIN}/recaptcha/api.js"


def check(request: HttpRequest) -> None:
    """Verify the answer in a posted form. Raises ValidationError with words for her."""
    VerificationField().clean(request.POST.get(NAME, ""))


def open_policy(request: HttpRequest, response: HttpResponse) -> None:
    """Let this one page load Google's script, which writes markup in ways that Trusted Types forbid."""
    sources = [f"https://{settings.RECAPTCHA_DOMAIN}", "https://www.gstatic.com"]
    policy = policy_of(request)
    for directive in ("script-src", "frame-src", "connect-src"):
        policy.allow(directive, *sources)
    policy.replaced = {"require-trusted-types-for": None, "trusted-types": None}
    policy.apply(response)
