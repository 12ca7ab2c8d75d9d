"""Settings shared by every environment; whatever must differ is read from the environment, typed."""

from typing import Any

from csp.constants import NONE, SELF
from environs import validate

from amaranta.settings import places
from amaranta.settings.contact import *  # noqa: F403
from amaranta.settings.contact import ANYMAIL
from amaranta.settings.flood import *  # noqa: F403
from amaranta.settings.keeping import *  # noqa: F403
from amaranta.settings.logins import *  # noqa: F403

env, ROOT, VAR = places.env, places.ROOT, places.VAR

INSTALLED_APPS = [
    "amaranta",
    "audit",
    "contatti",
    "contatti.sealed",
    "servizi",
    "home",
    "logins",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    # Its checks concern notices of a provider; they load an HTTP client of five megabytes.
    *(["anymail"] if ANYMAIL else []),
    "csp",
    "django_recaptcha",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "amaranta.accept_encoding.EncodingsMiddleware",
    "amaranta.page_cache.middleware.PageCacheMiddleware",
    "amaranta.odd_requests.StaticMiddleware",
    "amaranta.compression.CompressionMiddleware",
    "amaranta.conditional.ConditionalMiddleware",
    "amaranta.unkept_fields.UnkeptFieldsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "amaranta.headers.PageHeadersMiddleware",
    "home.once.middleware.OnceMiddleware",
    "amaranta.odd_requests.InputMiddleware",
    "contatti.idle_sessions.IdleSessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "logins.middleware.LoginsMiddleware",
    "home.admin.reading_rights.ReadingRightsMiddleware",
    "audit.exports.ExportMiddleware",
    "home.publication.admin.RefusalMiddleware",
    "home.substitution.SubstitutionMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "home.redirects.RedirectMiddleware",
]

AMARANTA_PORT = env.int("AMARANTA_PORT", 8000, validate=validate.Range(min=1, max=65535))
"""Of the web server, which listens on this machine only."""
AMARANTA_MAILBOX_PORT = env.int("AMARANTA_MAILBOX_PORT", 8026, validate=validate.Range(min=1, max=65535))
"""Of the page that shows the demonstration's mail."""

ROOT_URLCONF = "amaranta.urls"
WSGI_APPLICATION = "amaranta.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
APPEND_SLASH = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "amaranta.template_compaction.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                    [ROOT / "templates", ROOT / "contatti" / "sealed" / "templates"],
                ),
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
            "builtins": ["amaranta.templatetags.assets"],
        },
    },
]

# SQLite serves one small server; DATABASE_URL moves the same code to PostgreSQL. Immediate transactions,
# because a read that later writes fails at once with "database is locked" under the default ones.
# synchronous=FULL: "received" may only be said of a request that survives a power cut.
DATABASES: dict[str, dict[str, Any]] = {
    # Kept open between requests: SQLite checkpoints its journal whenever the last connection closes.
    "default": env.dj_db_url(
        "DATABASE_URL", default=f"sqlite:///{VAR / 'amaranta.sqlite3'}", conn_max_age=60
    ),
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Closed to other accounts of the host, whatever the umask of who starts it by hand.
    VAR.mkdir(mode=0o700, parents=True, exist_ok=True)
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 10,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
    }

# "once" holds what a posted form is answered with until its page is opened (home.once): sealed, for minutes.
# Files work without the database and for all processes of one host; several hosts share a Redis.
CACHES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "logins.cache.LocalButForLogins"},
    # What limits logins counts for all processes. Its own folder: a flood of answers pushes no count out.
    "logins": {"BACKEND": "logins.cache.CountsInFiles", "LOCATION": VAR / "logins", "TIMEOUT": 600},
    "once": {
        "BACKEND": "home.once.cache.BriefFiles",
        "LOCATION": VAR / "once",
        "TIMEOUT": 300,
        "OPTIONS": {"MAX_ENTRIES": 2000},
    },
}
if once_redis := env.str("AMARANTA_ONCE_REDIS", ""):
    CACHES["once"] = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": once_redis}
    CACHES["logins"] = CACHES["once"]

# What tells all processes that a page may have changed (amaranta.page_cache): a file of this host, or the
# Redis that several hosts share.
GENERATION_CACHE = "once" if once_redis else ""

LANGUAGE_CODE = "it"
LANGUAGES = [("it", "Italiano"), ("en", "English")]
LOCALE_PATHS = [ROOT / "site" / "amaranta" / "locale"]
TIME_ZONE = "Europe/Rome"
USE_I18N = True
# Django's "en" is American, where 10/12 is October: in any language, a date here is day, month, year.
FORMAT_MODULE_PATH = ["amaranta.formats"]
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [ROOT / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

WAGTAIL_SITE_NAME = "Amaranta"
WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_DATE_FORMAT = "%d/%m/%Y"
WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y %H:%M"
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "italian"}
}
# Which files are taken is written in home.files: Wagtail's own lists know endings only.
WAGTAILIMAGES_EXTENSIONS = ["jpeg", "jpg", "png", "webp"]
WAGTAILIMAGES_IMAGE_FORM_BASE = "home.forms.files.BareImageForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "home.forms.files.GenuineDocumentForm"
# Also from storage elsewhere: a direct address would stay open when the page that it belongs to is gone.
WAGTAILDOCS_SERVE_METHOD = "serve_view"
# The admin asks no other host for anything: no avatars, no update notices, no embeds.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_NAME = "s"
# Visitors have none. Whoever works goes on; who went away is out (contatti.idle_sessions).
SESSION_SAVE_EVERY_REQUEST = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "c"
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "amaranta.errors.csrf_failure"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [],
        "style-src": [],
        "img-src": [SELF, "data:"],
        "media-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "require-trusted-types-for": ["'script'"],
        "trusted-types": ["page"],
    },
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    feature: []
    for feature in (
        "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media",
        "fullscreen", "geolocation", "gyroscope", "magnetometer", "microphone", "midi", "payment",
        "publickey-credentials-create", "publickey-credentials-get",
        "screen-wake-lock", "usb", "xr-spatial-tracking",
    )
}  # fmt: skip

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"bare": {"()": "amaranta.logs.BareFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "bare"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    # Django's own handlers would mail request bodies to the administrators.
    "loggers": {
        "django": {"handlers": ["console"], "level": "INFO", "propagate": False},
        "django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "django_tasks": {"level": "WARNING"},
        "fido2": {"level": "WARNING"},
        "fontTools": {"level": "ERROR"},
        "weasyprint": {"level": "ERROR"},
        "wagtail": {"level": "WARNING"},
        # Its warnings hold the address that was asked for.
        "django.security.csrf": {"level": "ERROR"},
        "django.security.DisallowedHost": {"handlers": [], "level": "CRITICAL", "propagate": False},
        # Of the development server: it would print every address that is asked for.
        "django.server": {"handlers": ["console"], "level": "ERROR", "propagate": False},
    },
}
DEFAULT_EXCEPTION_REPORTER_FILTER = "amaranta.logs.NothingFilter"

AUDIT_DAYS = env.int("AMARANTA_AUDIT_DAYS", 400, validate=validate.Range(min=30, max=3650))
# True where accounts with published passwords may be made.
DEMO = False
