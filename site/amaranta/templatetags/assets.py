"""Scripts and styles written into the page itself, allowed by their hash.

A browser keeps compiled external scripts in a code cache that survives `no-store`, and one request
serves the whole page; what was measured is in docs/decisions.md.
"""

import base64
import hashlib
import re
from functools import lru_cache
from os.path import normpath
from pathlib import Path
from typing import Any

from django import template
from django.conf import settings
from django.contrib.staticfiles import finders
from django.utils.safestring import SafeString, mark_safe
from rcssmin import cssmin
from rjsmin import jsmin

from home.page_policy import policy_of

register = template.Library()

# Modules of one page are joined: what they take from each other is there, and nobody else asks for it.
IMPORT = re.compile(r'^import [^"]*"(\.{1,2}/[\w./-]+)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export ", re.MULTILINE)
TAG = re.compile(r'{% inline_(style|script|module)((?: "[^"]+")+) %}')
DIRECTIVES = {"style": "style-src", "script": "script-src", "module": "script-src"}
NAME = re.compile(r'"([^"]+)"')


@lru_cache(maxsize=64)
def _bundle(kind: str, paths: tuple[str, ...]) -> tuple[str, str]:
    """Return the joined sources, compacted, and their CSP source expression (CSP Level 3, hash-source)."""
    text = "".join(_source(path) for path in with_imports(paths))
    text = cssmin(text) if kind == "style" else jsmin(EXPORT.sub("", IMPORT.sub("", text)))
    if kind == "script":
        text = f"(()=>{{{text}}})()"  # a module keeps its names to itself, a classic script does not
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return text, f"'sha256-{digest}'"


def with_imports(paths: tuple[str, ...]) -> tuple[str, ...]:
    """Return the files with those that they import before them, each once."""
    found: dict[str, None] = {}
    for path in paths:
        if path not in found:
            imported = tuple(_named(path, address) for address in IMPORT.findall(_source(path)))
            found.update(dict.fromkeys((*with_imports(imported), path)))
    return tuple(found)


def _named(path: str, address: str) -> str:
    """Return the file that a module imports by a relative address, as templates name it."""
    _, is_of_an_app, name = address.rpartition("/static/")
    return name if is_of_an_app else normpath(Path(path).parent / address)


def _source(path: str) -> str:
    """Return a static file, of the project or of one of its apps. Raises FileNotFoundError."""
    found = finders.find(path)
    if found is None:
        raise FileNotFoundError(path)
    return Path(found).read_text()


@lru_cache(maxsize=1)
def every_source() -> dict[str, list[str]]:
    """Return the source expressions of all that our templates write into pages, by directive.

    A page opened in the place of another (static/js/visit.js) brings its own scripts and styles, and the
    policy in force is still that of the first.
    """
    found: dict[str, list[str]] = {}
    for path in sorted((settings.ROOT / "templates").rglob("*.html")):
        for kind, names in TAG.findall(path.read_text()):
            source = _bundle(kind, tuple(NAME.findall(names)))[1]
            if source not in found.setdefault(DIRECTIVES[kind], []):
                found[DIRECTIVES[kind]].append(source)
    return found


def _inline(context: dict[str, Any], kind: str, paths: tuple[str, ...]) -> str:
    if settings.DEBUG:
        _bundle.cache_clear()
        every_source.cache_clear()
    text, source = _bundle(kind, paths)
    _allow(context, DIRECTIVES[kind], source)
    return text


def _allow(context: dict[str, Any], directive: str, source: str) -> None:
    request = context.get("request")
    if request is not None:
        policy_of(request).allow(directive, source)


@register.simple_tag(takes_context=True)
def leads_to(context: dict[str, Any], address: str) -> str:
    """Let forms of the page lead to this address as well: without JavaScript the exit is one."""
    _allow(context, "form-action", address)
    return ""


@register.simple_tag(takes_context=True)
def inline_style(context: dict[str, Any], *paths: str) -> SafeString:
    """Write the named files of static/ as one `<style>`."""
    return mark_safe(f"<style>{_inline(context, 'style', paths)}</style>")  # noqa: S308


@register.simple_tag(takes_context=True)
def inline_script(context: dict[str, Any], *paths: str) -> SafeString:
    """Write the named ES modules of static/ as one classic script, which runs where it stands."""
    return mark_safe(f"<script>{_inline(context, 'script', paths)}</script>")  # noqa: S308


@register.simple_tag(takes_context=True)
def inline_module(context: dict[str, Any], *paths: str) -> SafeString:
    """Write the named ES modules of static/ as one, with what they import."""
    return mark_safe(f'<script type="module">{_inline(context, "module", paths)}</script>')  # noqa: S308


@register.simple_tag(takes_context=True)
def policy_in_the_page(context: dict[str, Any], connect: str = "'none'") -> SafeString:
    """Return a policy for a page that is saved: nothing but what it has written so far.

    Headers are lost in a file, a `<meta>` is not. `connect`: the source expression for what scripts may ask.
    """
    sources = policy_of(context["request"]).sources
    own = "; ".join(
        f"{name} {' '.join(sources[name])}" for name in ("script-src", "style-src") if name in sources
    )
    rest = f"connect-src {connect}; img-src data:; form-action 'none'; base-uri 'none'"
    return mark_safe(f"default-src 'none'; {own}; {rest}")  # noqa: S308 - hashes of our own files
