"""The languages that a page may be written in, each named in itself (docs/languages.md)."""

from django.conf.locale import LANG_INFO

from amaranta.settings.places import ROOT

LANGUAGE_CODE = "it"
# BCP 47: "simple" is the registered variant for simplified language (IANA, 2015). Django does not know it.
LANG_INFO["it-simple"] = {
    "bidi": False,
    "code": "it-simple",
    "name": "Simple Italian",
    "name_local": "italiano facile",
}
LANGUAGES = [
    ("it", "Italiano"),
    ("it-simple", "Italiano facile"),
    ("en", "English"),
    ("es", "Español"),
    ("fr", "Français"),
    ("ar", "العربية"),
    ("ro", "Română"),
    ("uk", "Українська"),
    ("sq", "Shqip"),
    ("zh-hans", "简体中文"),
]
LOCALE_PATHS = [ROOT / "site" / "amaranta" / "locale"]
TIME_ZONE = "Europe/Rome"
USE_I18N = True
# Django's "en" is American, where 10/12 is October: in any language, a date here is day, month, year.
FORMAT_MODULE_PATH = ["amaranta.formats"]
USE_TZ = True

WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = [("it", "Italiano"), ("en", "English")]
"""Of those who work in the administration; a visitor's languages have no words for it."""
