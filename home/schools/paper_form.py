"""A material as one document: the same markup becomes the paper form and the editable form."""

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from django.template.loader import render_to_string
from django.utils.translation import override

from home.schools.describe import attribution
from home.substitution import substituted

if TYPE_CHECKING:
    from home.models import MaterialPage


def paper(page: "MaterialPage") -> str:
    """Return the whole material as HTML, in the language of its page; the same content, the same text."""
    with override(page.locale.language_code):
        context = {"page": page, "attribution": attribution(page), "right_to_left": page.is_right_to_left}
        markup = substituted(render_to_string("schools/paper.html", context))
    # Paper has no address of its own from which a link could start.
    return markup.replace('href="/', f'href="{urljoin(page.full_url, "/")}')
