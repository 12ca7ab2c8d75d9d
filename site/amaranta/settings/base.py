"""Settings shared by every environment; whatever must differ is read from the environment, typed."""

from typing import Any

from csp.constants import NONE, SELF
from environs import validate

from amaranta.settings import places, values
from amaranta.settings.contact import *  # noqa: F403
from amaranta.settings.contact import ANYMAIL
from amaranta.settings.flood import *  # noqa: F403
from amaranta.settings.keeping import *  # noqa: F403
from amaranta.settings.languages import *  # noqa: F403
from amaranta.settings.logins import *  # noqa: F403
from amaranta.settings.reach import *  # noqa: F403
from amaranta.settings.shared import S3_OPTIONS

env, ROOT, VAR = places.env, places.ROOT, places.VAR

INSTALLED_APPS = [
    "amaranta",
    "audit",
    "visits",
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
    "visits.middleware.VisitsMiddleware",
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
    "audit.export_log.ExportMiddleware",
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
values.known_database(DATABASES["default"])
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Closed to other accounts of the host, whatever the umask of who starts it by hand.
    places.make_folder(VAR)
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 10,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
    }
else:
    # A database that was restarted costs nobody an answer, and one whose host is gone says so within seconds:
    # a visitor's thread waits for it, and behind that the whole site.
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    DATABASES["default"]["OPTIONS"] = {
        "connect_timeout": 5,
        "tcp_user_timeout": 10_000,
        "keepalives_idle": 5,
        "keepalives_interval": 2,
        "keepalives_count": 3,
        # On PostgreSQL's side: what a host held that is gone is free in half a minute, not in two hours.
        "options": (
            "-c lock_timeout=10s -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 "
            "-c tcp_keepalives_count=3"
        ),
        **DATABASES["default"].get("OPTIONS", {}),
    }

# "once" holds what a posted form is answered with until its page is opened (home.once): sealed, for minutes.
# Files work without the database and for all processes of one host; several hosts share a Redis.
CACHES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "logins.cache.LocalButForLogins"},
    # What limits logins counts for all processes. Its own folder: a flood of answers pushes no count out.
    "logins": {"BACKEND": "logins.cache.CountsInFiles", "LOCATION": VAR / "logins", "TIMEOUT": 600},
    "once": {
        "BACKEND": "home.once.file_store.BriefFiles",
        "LOCATION": VAR / "once",
        "TIMEOUT": 300,
        "OPTIONS": {"MAX_ENTRIES": 2000},
    },
}
if once_redis := env.str("AMARANTA_ONCE_REDIS", "", validate=values.REDIS):
    values.need_package("redis", "AMARANTA_ONCE_REDIS", "hosts")
    # Every page asks it for the mark of what is kept: one whose host is gone must not hold them all up.
    limits = {"socket_connect_timeout": 0.5, "socket_timeout": 1}
    for alias in ("once", "logins"):
        CACHES[f"{alias}_here"] = CACHES[alias]
        CACHES[alias] = {
            "BACKEND": "home.once.redis_store.SharedOrOwn",
            "LOCATION": once_redis,
            "OPTIONS": {**limits, "spare": f"{alias}_here"},
        }
    CACHES["shared"] = {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": once_redis,
        "OPTIONS": limits,
    }

# What tells all processes that a page may have changed (amaranta.page_cache): a file of this host, or the
# Redis that several hosts share; no other cache may take its place, or a host would show old pages.
GENERATION_CACHE = "shared" if once_redis else ""

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [ROOT / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
if S3_OPTIONS:
    STORAGES["default"] = {"BACKEND": "amaranta.media.SharedFiles", "OPTIONS": S3_OPTIONS}

WAGTAIL_SITE_NAME = "Amaranta"
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

# Visits are written down each so many seconds; what a process that is killed has counted since is lost.
VISITS_EVERY = 60.0
AMARANTA_KEEP_VISITS_DAYS = env.int("AMARANTA_KEEP_VISITS_DAYS", 800, validate=validate.Range(31, 3650))
AUDIT_DAYS = env.int("AMARANTA_AUDIT_DAYS", 400, validate=validate.Range(min=30, max=3650))
# True where accounts with published passwords may be made.
DEMO = False
