"""Logins of staff (site/logins): passwords, second factors, limits. docs/staff.md says what people see."""

from typing import Any

from django.utils.translation import gettext_lazy as _

PASSWORD_HASHERS = [
    "logins.passwords.SmallArgon2PasswordHasher",
    # Passwords from before are known, and kept anew at the next login.
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": f"{VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{VALIDATION}.UserAttributeSimilarityValidator"},
    {"NAME": f"{VALIDATION}.CommonPasswordValidator"},
    {"NAME": f"{VALIDATION}.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
LOGOUT_REDIRECT_URL = "account_login"
# Wagtail's own ways to a password are closed: each would be a second way in.
WAGTAILADMIN_LOGIN_URL = LOGIN_URL
WAGTAIL_FRONTEND_LOGIN_URL = "/admin/login/"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAILUSERS_PASSWORD_ENABLED = False
# Where the links of an administrator go is changed by an administrator.
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False

ACCOUNT_ADAPTER = "logins.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_METHODS = {"password", "mfa"}
ACCOUNT_FORMS = {"login": "logins.forms.LoginForm", "change_password": "logins.forms.ChangePasswordForm"}
# The adapter gives every client the same address: what says "ip" is a limit on all clients together.
ACCOUNT_RATE_LIMITS = {
    "login": "120/m/ip",
    "login_failed": "60/m/ip,8/10m/key",
    "reauthenticate": "20/m/user",
    "change_password": "10/m/user",
}
# Questions to a passkey are counted too: each begins a session.
MFA_RATE_LIMITS = {"webauthn_login": "600/m/ip"}
MFA_ADAPTER = "logins.adapters.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
# An invitation proves the address; there are no rows of allauth's own about it.
MFA_ALLOW_UNVERIFIED_EMAIL = True
# A telephone's clock may be half a minute off; a code still counts once.
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "logins.forms.CodeForm",
    "reauthenticate": "logins.forms.ProofForm",
    "activate_totp": "logins.forms.ActivateForm",
    "add_webauthn": "logins.forms.PasskeyForm",
}

# Without a second factor an account reaches only the pages where it makes one.
LOGINS_SECOND_FACTOR = True
# How long a proof of identity stays fresh; 0: none is asked.
LOGINS_FRESH_SECONDS = 600
ACCOUNT_REAUTHENTICATION_TIMEOUT = LOGINS_FRESH_SECONDS
# Who is out after a while without anybody: seconds for an account, or None.
LOGINS_IDLE = "contatti.idle_sessions.idle_seconds"
# Where a fresh proof is asked: names of addresses; one that ends in ":" is all of that namespace.
LOGINS_FRESH_AT = [
    "wagtailusers_users:",
    "wagtailusers_groups:",
    "wagtail_bulk_action",
    "logins:",
    "chiavi:",
    "caselle:",
    "caselle_enti:",
    "sealed_approve",
    "sealed_stop",
    "sealed_withdraw",
    "contatti_key_maker",
    "contatti_send_certificate",
    "account_change_password",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_add_webauthn",
    "mfa_remove_webauthn",
    "mfa_generate_recovery_codes",
    "mfa_view_recovery_codes",
]
# What the last who has it may not lose, with the word for such people.
LOGINS_NEEDED = {
    "auth.change_user": _("amministratrici"),
    "sealed.change_operatorcertificate": _("custodi delle chiavi"),
}
# Whoever gets this right, all who have it are told.
LOGINS_TOLD = "sealed.change_operatorcertificate"
