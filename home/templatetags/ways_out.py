from django import template

from home.rich_text import way_out

register = template.Library()

# `{{ address|way_out }}…</a>`: links to other sites in templates carry the warning of those in texts.
register.filter(way_out)
