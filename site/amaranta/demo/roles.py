"""Who may do what: editors of one Comune, moderators, coordinators of the network, operators of one desk.

Keys and mailboxes belong to their own group (contatti.key_keepers), sheets of figures to coordinators and
operators (servizi.statistics_permissions). None of the groups made here sees a request or a key.
"""

from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from home.models import CampaignIndexPage, HomePage, MaterialIndexPage, ReviewTask
from servizi.editor_permissions import ADD_AND_CHANGE, EDITORS_OF, grant, open_to_all_editors
from servizi.statistics_permissions import COORDINATORS

MODERATORS = "Moderazione"
WRITERS = "Chi scrive"
WORKFLOW = "Revisione della rete"


@dataclass(frozen=True)
class Role:
    """A group, what it may do to every page of the site, and what else, as "app.permission"."""

    name: str
    on_pages: tuple[str, ...]
    besides: tuple[str, ...] = ()


TRANSLATE = "simple_translation.submit_translation"

ROLES = (
    Role(MODERATORS, ("change_page", "publish_page"), (TRANSLATE,)),
    Role(
        COORDINATORS,
        (
            "add_page",
            "change_page",
            "publish_page",
            "bulk_delete_page",
            "lock_page",
            "unlock_page",
        ),
        (
            TRANSLATE,
            "home.add_reservedphrase",
            "home.change_reservedphrase",
            "home.delete_reservedphrase",
            "home.view_reservedphrase",
            "home.change_sitesettings",
            "servizi.add_comune",
            "servizi.change_comune",
        ),
    ),
)


def build_roles(home: HomePage) -> None:
    """Make the groups and the workflow; call it when the Comuni's own groups exist."""
    for role in ROLES:
        build_group(role, home)
    for group in Group.objects.filter(name__startswith=EDITORS_OF):
        give_files(group)
    build_writers()
    build_workflow(home)


def build_group(role: Role, home: HomePage) -> None:
    group, _created = Group.objects.get_or_create(name=role.name)
    group.permissions.add(
        Permission.objects.get(codename="access_admin", content_type__app_label="wagtailadmin")
    )
    for each in home.get_translations(inclusive=True):
        grant(group, each, role.on_pages)
    for name in role.besides:
        app, codename = name.split(".")
        group.permissions.add(Permission.objects.get(codename=codename, content_type__app_label=app))
    give_files(group)


def build_writers() -> None:
    """Let Wagtail's own group of editors write campaigns and school materials, in every language."""
    group, _created = Group.objects.get_or_create(name=WRITERS)
    for page in (*CampaignIndexPage.objects.all(), *MaterialIndexPage.objects.all()):
        grant(group, page, ADD_AND_CHANGE)
    for index in CampaignIndexPage.objects.all():
        open_to_all_editors(index)


def give_files(group: Group) -> None:
    """Let the group add pictures and documents, and choose those of others."""
    root = Collection.get_first_root_node()
    for permission in Permission.objects.filter(
        codename__in=("add_image", "choose_image", "add_document", "choose_document"),
        content_type__app_label__in=("wagtailimages", "wagtaildocs"),
    ):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)


def build_workflow(home: Page) -> None:
    """Make what the editors of a Comune submit wait for a moderator, in every language."""
    task, _created = ReviewTask.objects.get_or_create(name=WORKFLOW)
    task.groups.set(Group.objects.filter(name__in=(MODERATORS, COORDINATORS)))
    workflow, _created = Workflow.objects.get_or_create(name=WORKFLOW)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task)
    for each in home.get_translations(inclusive=True):
        WorkflowPage.objects.update_or_create(page=each, defaults={"workflow": workflow})
