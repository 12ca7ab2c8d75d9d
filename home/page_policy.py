"""What one answer adds to the content security policy: its own scripts and styles by hash, and exceptions.

The page that is being drawn registers them; amaranta.headers writes them into the header.
"""

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse

ATTRIBUTE = "page_policy"


@dataclass(slots=True)
class PagePolicy:
    """`sources`: by directive, in order, each once. `replaced`: directives that give way on this answer."""

    sources: dict[str, list[str]] = field(default_factory=dict)
    replaced: dict[str, list[str] | None] = field(default_factory=dict)

    def allow(self, directive: str, *sources: str) -> None:
        known = self.sources.setdefault(directive, [])
        known.extend(source for source in sources if source not in known)

    def apply(self, response: HttpResponse) -> None:
        """Let django-csp leave out what gives way; it reads it from the response."""
        if self.replaced:
            answer: Any = response
            answer._csp_replace = self.replaced


def policy_of(request: HttpRequest) -> PagePolicy:
    """Return the request's policy, an empty one at the first call."""
    if not hasattr(request, ATTRIBUTE):
        setattr(request, ATTRIBUTE, PagePolicy())
    found: PagePolicy = getattr(request, ATTRIBUTE)
    return found
