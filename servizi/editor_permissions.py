"""Each Comune's editors change their own pages and nobody else's.

Wagtail grants rights on a page and all below it, to groups. Every Comune has a group, and each of its pages
is granted to that group alone. Editors may not publish: their changes go through the section's workflow.
Campaigns belong to everybody: each Comune's editors add their own, and the workflow is asked there too.
"""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Page

from home.models import CampaignIndexPage
from servizi.models import Comune

# Part of a name in the database, not of the interface: it must not change with the reader's language.
EDITORS_OF = "Redazione "


CHANGE = ("change_page",)
# In a section the editors also write new pages.
ADD_AND_CHANGE = ("add_page", "change_page")
# Wagtail lets whoever may add pages change those that are theirs: their own campaigns, nobody else's.
ADD = ("add_page",)


def grant(group: Group, page: Page, codenames: Iterable[str]) -> None:
    """Let `group` do this to `page` and what is below it, beside what it already may."""
    for permission in Permission.objects.filter(
        codename__in=codenames, content_type__app_label="wagtailcore", content_type__model="page"
    ):
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)


def editors_of(comune: Comune) -> Group:
    """The group of the Comune's editors, made if there is none; its members may open the admin."""
    group, is_new = Group.objects.get_or_create(name=f"{EDITORS_OF}{comune.name}")
    group.permissions.add(
        Permission.objects.get(codename="access_admin", content_type__app_label="wagtailadmin")
    )
    if is_new:
        for index in CampaignIndexPage.objects.all():
            grant(group, index, ADD)
    return group


def open_to_all_editors(index: CampaignIndexPage) -> None:
    """Let the editors of every Comune write campaigns of their own below `index`."""
    for group in Group.objects.filter(name__startswith=EDITORS_OF):
        grant(group, index, ADD)


def give_to_editors(page: Page, comune: Comune, codenames: Iterable[str] = CHANGE) -> None:
    """Let the editors of `comune`, and those of no other Comune, do this to `page` and what is below it."""
    group = editors_of(comune)
    granted = GroupPagePermission.objects.filter(page=page, group__name__startswith=EDITORS_OF)
    granted.exclude(group=group).delete()
    grant(group, page, codenames)
