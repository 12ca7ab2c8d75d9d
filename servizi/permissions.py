"""Each Comune's editors change their own pages and nobody else's.

Wagtail grants rights on a page and all below it, to groups. Every Comune has a group, and each of its pages
is granted to that group alone. Editors may not publish: their changes go through the section's workflow.
"""

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Page

from servizi.models import Comune

# Part of a name in the database, not of the interface: it must not change with the reader's language.
EDITORS_OF = "Redazione "


def editors_of(comune: Comune) -> Group:
    """The group of the Comune's editors, made if there is none; its members may open the admin."""
    group, _ = Group.objects.get_or_create(name=f"{EDITORS_OF}{comune.name}")
    group.permissions.add(
        Permission.objects.get(codename="access_admin", content_type__app_label="wagtailadmin")
    )
    return group


CHANGE = ("change_page",)
# In a section the editors also write new pages.
ADD_AND_CHANGE = ("add_page", "change_page")


def give_to_editors(page: Page, comune: Comune, codenames: tuple[str, ...] = CHANGE) -> None:
    """Let the editors of `comune`, and those of no other Comune, do this to `page` and what is below it."""
    group = editors_of(comune)
    granted = GroupPagePermission.objects.filter(page=page, group__name__startswith=EDITORS_OF)
    granted.exclude(group=group).delete()
    for permission in Permission.objects.filter(
        codename__in=codenames, content_type__app_label="wagtailcore", content_type__model="page"
    ):
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)
