"""The login of the administration, which password managers know by its marks (WCAG 2.2, 1.3.5)."""

from typing import Any

from wagtail.admin.forms import auth


class LoginForm(auth.LoginForm):
    """Wagtail's login with the tokens that its fields lack."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, token in (("username", "username"), ("password", "current-password")):
            self.fields[name].widget.attrs["autocomplete"] = token
