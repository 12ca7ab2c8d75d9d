"""A site from before an upgrade goes on where it was, with what is new."""

from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, GroupApprovalTask, Page, Task, Workflow, WorkflowPage, WorkflowTask

from home.models import HomePage, ReviewTask

from .campaign_form import review
from .drafts import page_with, prose

HERE = SimpleNamespace(connection=connection)


def migration(name: str) -> Any:
    return import_module(f"home.migrations.{name}")


class TestASiteFromBefore:
    def waiting(self, home: HomePage, approvers: Group, author: Any) -> Page:
        """Return a page that waits for approval by Wagtail's own kind of task."""
        task = GroupApprovalTask.objects.create(name="Revisione del Comune")
        task.groups.add(approvers)
        workflow = Workflow.objects.create(name="Revisione del Comune")
        WorkflowTask.objects.create(workflow=workflow, task=task)
        WorkflowPage.objects.create(page=home, workflow=workflow)
        page: Page = page_with(home, prose("Poche parole semplici."))
        page.save_revision()
        workflow.start(page, author)
        return page

    def test_goes_on_where_it_was_with_the_same_people_and_asks_for_reasons(
        self, home: HomePage, admin_user: Any, admin_client: Client
    ) -> None:
        approvers = Group.objects.create(name="Chi approva")
        page = self.waiting(home, approvers, admin_user)
        migration("0002_first_rights_and_names").ask_for_reasons(apps, HERE)

        task = Task.objects.get(name="Revisione del Comune").specific
        assert isinstance(task, ReviewTask)
        assert list(task.groups.all()) == [approvers]
        assert not GroupApprovalTask.objects.exists()
        page = Page.objects.get(pk=page.pk).specific
        assert page.workflow_in_progress
        review(admin_client, page, "reject")
        assert Page.objects.get(pk=page.pk).specific.workflow_in_progress
        review(admin_client, page, "approve")
        assert Page.objects.get(pk=page.pk).live

    @pytest.mark.parametrize(("before", "after"), [("Root", "Tutte le pagine"), ("Rete Nord", "Rete Nord")])
    def test_calls_the_root_in_italian_unless_somebody_named_it(
        self, home: HomePage, admin_client: Client, before: str, after: str
    ) -> None:
        Page.objects.filter(depth=1).update(title=before, draft_title=before)
        Collection.objects.filter(depth=1).update(name="Root")
        migration("0002_first_rights_and_names").rename(apps, HERE)

        chooser = admin_client.get(reverse("wagtailadmin_choose_page"), {"page_type": "wagtailcore.page"})
        assert after in chooser.json()["html"]
        assert "Root" not in chooser.json()["html"]
        assert Collection.objects.get(depth=1).name == "Tutti i file"


def test_a_new_site_has_no_english_name_at_its_root(db: None) -> None:
    assert Page.objects.get(depth=1).title == "Tutte le pagine"
    assert Collection.objects.get(depth=1).name == "Tutti i file"
    assert {workflow.name for workflow in Workflow.objects.all()} == {"Approvazione"}
