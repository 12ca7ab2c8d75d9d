"""Django's makemessages; English has every text, other languages those that visitors read."""

import re
from pathlib import Path
from typing import Any

from django.core.management.commands import makemessages

STAFF_TOO = {"en"}
"""Locales of those who work in the administration."""

FOR_STAFF = re.compile(
    r"templates/(?:contatti/admin|servizi/admin|wagtailadmin|mfa|account|logins|audit|visits|panels|demo|schools)/"
    r"|templates/error_staff|templates/blocks/previews/"
    # Not of the essential path: in Italian and in English only.
    r"|templates/pages/(?:style|material|figures|programme|shelter|partner|archive|news|confirm)"
    r"|templates/components/(?:figures|library|material|organization|directory)"
    r"|templates/press/|templates/blocks/press"
)
FOR_VISITORS = re.compile(
    r"templates/"
    r"|contatti/(?:sign_up/questions|captcha\.|contact_form/|reading/|receiving/|views/number)"
    r"|home/(?:text/|once/|kit/pieces|templatetags/|json_ld|views/(?:once|search)|models/exit_choices|blocks/contact)"
    r"|servizi/(?:time_words|vocabulary|templatetags/|hours/|directory/telephones)"
    r"|servizi/desks/(?:listing|accreditation|linked_data)"
    r"|site/amaranta/(?:campaign_desks|errors)"
)


MARK = "#. Translators: read by visitors."
"""Above a text in a file that is otherwise for staff."""
# A line of the catalogue names one file or several.
WHERE = re.compile(r"(?:^#:|(?<=\d)) (\S+):\d+", re.MULTILINE)


def is_for_visitors(file: str) -> bool:
    return bool(FOR_VISITORS.match(file) and not FOR_STAFF.match(file))


class Command(makemessages.Command):
    """Never writes into a catalogue where a text stands: lines move with every change."""

    def handle(self, *args: Any, **options: Any) -> None:
        super().handle(*args, **{**options, "no_location": False})

    def write_po_file(self, potfile: str, locale: str) -> None:
        whole = Path(potfile).read_bytes()
        if locale not in STAFF_TOO:
            _keep_what_visitors_read(Path(potfile))
        super().write_po_file(potfile, locale)
        Path(potfile).write_bytes(whole)
        target = Path(potfile).parent / locale / "LC_MESSAGES" / f"{self.domain}.po"
        target.write_text(
            re.sub(rf"^(?:#: .*|{re.escape(MARK)})\n", "", target.read_text(), flags=re.MULTILINE)
        )


def _keep_what_visitors_read(potfile: Path) -> None:
    head, *entries = potfile.read_text().strip().split("\n\n")
    kept = [each for each in entries if MARK in each or any(map(is_for_visitors, WHERE.findall(each)))]
    potfile.write_text("\n\n".join([head, *kept]) + "\n")
