"""Who may do what: editors of one Comune, moderators, coordinators of the network, operators of one desk.

Keys and mailboxes belong to their own group (contatti.groups), sheets of figures to coordinators and
operators (servizi.figure_roles). None of the groups made here sees a request or a key.
"""

from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from home.models import HomePage
from servizi.figure_roles import COORDINATORS
from servizi.permissions import EDITORS_OF

MODERATORS = "Moderazione"
WORKFLOW = "Revisione della rete"


@dataclass(frozen=True)
class Role:
    """A group, what it may do to every page of the site, and what else, as "app.permission"."""

    name: str
    on_pages: tuple[str, ...]
    besides: tuple[str, ...] = ()


ROLES = (
    Role(MODERATORS, ("change_page", "publish_page")),
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
    """Make the groups and the workflow; call it when the Comuni's own groups exist (servizi.permissions)."""
    for role in ROLES:
        build_group(role, home)
    for group in Group.objects.filter(name__startswith=EDITORS_OF):
        give_files(group)
    build_workflow(home)


def build_group(role: Role, home: HomePage) -> None:
    group, _created = Group.objects.get_or_create(name=role.name)
    group.permissions.add(
        Permission.objects.get(codename="access_admin", content_type__app_label="wagtailadmin")
    )
    for permission in Permission.objects.filter(
        codename__in=role.on_pages, content_type__app_label="wagtailcore", content_type__model="page"
    ):
        GroupPagePermission.objects.get_or_create(group=group, page=home, permission=permission)
    for name in role.besides:
        app, codename = name.split(".")
        group.permissions.add(Permission.objects.get(codename=codename, content_type__app_label=app))
    give_files(group)


def give_files(group: Group) -> None:
    """Let the group add pictures and documents, and choose those of others."""
    root = Collection.get_first_root_node()
    for permission in Permission.objects.filter(
        codename__in=("add_image", "choose_image", "add_document", "choose_document"),
        content_type__app_label__in=("wagtailimages", "wagtaildocs"),
    ):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)


def build_workflow(home: Page) -> None:
    """Make what the editors of a Comune submit wait for a moderator."""
    task, _created = GroupApprovalTask.objects.get_or_create(name=WORKFLOW)
    task.groups.set(Group.objects.filter(name__in=(MODERATORS, COORDINATORS)))
    workflow, _created = Workflow.objects.get_or_create(name=WORKFLOW)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task)
    WorkflowPage.objects.update_or_create(page=home, defaults={"workflow": workflow})
