"""Each Comune's editors change their own pages and nobody else's.

Wagtail grants rights on a page and all below it. Every Comune has a group; each of its pages is granted to that
group alone. Editors cannot publish: what they change goes through the workflow of the page's section.
"""

from django.contrib.auth.models import Group, Permission
from django.utils.translation import gettext as _
from wagtail.models import GroupPagePermission, Page

from servizi.models import Comune

EDITOR_PERMISSIONS = ("change_page",)


def editors_of(comune: Comune) -> Group:
    """The group of the Comune's editors, made if there is none; its members may open the admin."""
    group, _created = Group.objects.get_or_create(name=_("Redazione %(comune)s") % {"comune": comune.name})
    group.permissions.add(
        Permission.objects.get(codename="access_admin", content_type__app_label="wagtailadmin")
    )
    return group


def give_to_editors(page: Page, comune: Comune) -> None:
    """Let the editors of `comune`, and no other Comune's, change `page`."""
    mine = editors_of(comune)
    every = [group.pk for group in Group.objects.filter(name__in=_editor_group_names()).exclude(pk=mine.pk)]
    GroupPagePermission.objects.filter(page=page, group__in=every).delete()
    for permission in Permission.objects.filter(
        codename__in=EDITOR_PERMISSIONS, content_type__app_label="wagtailcore", content_type__model="page"
    ):
        GroupPagePermission.objects.get_or_create(group=mine, page=page, permission=permission)


def _editor_group_names() -> list[str]:
    names = Comune.objects.values_list("name", flat=True)
    return [_("Redazione %(comune)s") % {"comune": name} for name in names]
