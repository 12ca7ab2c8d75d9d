"""What a server must have so that what editors write can be published whole."""

from typing import Any

from django.core.checks import CheckMessage, Warning, register  # noqa: A004


@register(deploy=True)
def paper_can_be_made(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Warn where WeasyPrint finds no Pango: no kit of a campaign, no school material as PDF."""
    try:
        import weasyprint  # type: ignore[import-untyped]  # noqa: F401
    except OSError as error:
        message = Warning(
            f"Posters, cards and school materials cannot be made as PDF: {error}.",
            hint="Install libpango-1.0-0, libpangoft2-1.0-0, fonts-vollkorn and fonts-lato (Debian).",
            id="home.W001",
        )
        return [message]
    return []
