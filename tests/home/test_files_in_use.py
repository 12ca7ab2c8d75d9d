"""A file on a published page does not change or go without those who answer for the page."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, GroupCollectionPermission

from amaranta.demo.roles import give_files
from home.files.usage import FileInUseError
from home.models import HomePage
from servizi.editor_permissions import grant
from tests.accounts import signed_in

from .document_pages import a_page, downloads
from .document_samples import photograph

pytestmark = pytest.mark.usefixtures("media")

OLD, NEW = b"%PDF-1.7 prima", b"%PDF-1.7 mai approvata"
EDIT = {"document": "wagtaildocs:edit", "picture": "wagtailimages:edit"}
DELETE = {"document": "wagtaildocs:delete", "picture": "wagtailimages:delete"}
MODEL = {"document": "document", "picture": "image"}


def person(home: HomePage, name: str, *on_pages: str) -> Any:
    """Return somebody who may do this to every page, add files, and change those of others."""
    group = Group.objects.create(name=name)
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    grant(group, home, on_pages)
    give_files(group)
    for codename in ("change_document", "delete_document", "change_image", "delete_image"):
        permission = Permission.objects.get(codename=codename)
        GroupCollectionPermission.objects.create(
            group=group, collection=Collection.get_first_root_node(), permission=permission
        )
    user = get_user_model().objects.create_user(name)
    user.groups.add(group)
    return user


def a_file(kind: str) -> Any:
    if kind == "document":
        return get_document_model().objects.create(title="Scheda", file=ContentFile(OLD, "a.pdf"))
    picture = ContentFile(photograph(), "a.jpg")
    return get_image_model().objects.create(title="Scheda", file=picture)


def shown(kind: str, file: Any) -> Any:
    if kind == "document":
        return downloads(file)
    return "figure", {"image": file.pk, "alt": "Un tavolo rosso", "caption": "", "credit": "Noi"}


def content(file: Any) -> bytes:
    with type(file).objects.get(pk=file.pk).file.open() as opened:
        return bytes(opened.read())


def replace(user: Any, kind: str, file: Any) -> str:
    new = SimpleUploadedFile("b.pdf", NEW)
    if kind == "picture":
        new = SimpleUploadedFile("b.png", photograph("PNG", place=False))
    address = reverse(EDIT[kind], args=[file.pk])
    answer = signed_in(user).post(address, {"title": "Scheda", "file": new, "collection": "1"})
    return answer.content.decode()


@pytest.mark.parametrize("kind", EDIT)
class TestANewFileInThePlaceOfOneThatIsPublished:
    def test_is_refused_to_who_may_not_publish_with_the_page_and_what_to_do(
        self, home: HomePage, kind: str
    ) -> None:
        file = a_file(kind)
        a_page(home, shown(kind, file))
        before = content(file)

        answer = replace(person(home, "redazione", "change_page"), kind, file)

        assert "Questo file è già sul sito, in «Pagina»" in answer
        assert "mandala in approvazione" in answer
        assert content(file) == before

    def test_is_taken_from_who_publishes_the_page(self, home: HomePage, kind: str) -> None:
        file = a_file(kind)
        a_page(home, shown(kind, file))
        before = content(file)

        replace(person(home, "coordinamento", "change_page", "publish_page"), kind, file)

        assert content(file) != before

    def test_is_taken_while_no_published_page_has_it(self, home: HomePage, kind: str) -> None:
        file = a_file(kind)
        a_page(home, shown(kind, file)).unpublish()
        before = content(file)

        replace(person(home, "redazione", "change_page"), kind, file)

        assert content(file) != before


def delete_one(client: Client, kind: str, file: Any) -> Any:
    return client.post(reverse(DELETE[kind], args=[file.pk]), follow=True)


def delete_several(client: Client, kind: str, file: Any) -> Any:
    app = file._meta.app_label
    address = reverse("wagtail_bulk_action", args=[app, MODEL[kind], "delete"])
    return client.post(f"{address}?id={file.pk}", follow=True)


@pytest.mark.parametrize("kind", EDIT)
class TestDeletingAFile:
    @pytest.mark.parametrize("delete", [delete_one, delete_several])
    @pytest.mark.parametrize("rights", [("change_page",), ("change_page", "publish_page")])
    def test_that_a_published_page_shows_is_refused_with_the_page(
        self, home: HomePage, kind: str, delete: Callable[..., Any], rights: tuple[str, ...]
    ) -> None:
        file = a_file(kind)
        page = a_page(home, shown(kind, file))

        answer = delete(signed_in(person(home, "persona", *rights)), kind, file).content.decode()

        assert "«Scheda» non si può cancellare: è in «Pagina»" in answer
        assert type(file).objects.filter(pk=file.pk).exists()
        assert (
            "Un tavolo rosso" in (html := Client().get(page.get_url()).content.decode())
            or "La scheda" in html
        )

    @pytest.mark.parametrize("delete", [delete_one, delete_several])
    def test_that_no_published_page_shows_goes(
        self, home: HomePage, kind: str, delete: Callable[..., Any]
    ) -> None:
        file = a_file(kind)
        a_page(home, shown(kind, file)).unpublish()

        delete(signed_in(person(home, "persona", "change_page")), kind, file)

        assert not type(file).objects.filter(pk=file.pk).exists()

    def test_is_refused_to_code_as_well(self, home: HomePage, kind: str) -> None:
        file = a_file(kind)
        a_page(home, shown(kind, file))

        with pytest.raises(FileInUseError):
            file.delete()

    def test_that_many_pages_show_names_the_first_of_them(self, home: HomePage, kind: str) -> None:
        file = a_file(kind)
        for number in range(8):
            a_page(home, shown(kind, file), slug=f"pagina-{number}")

        answer = delete_one(signed_in(person(home, "persona", "change_page")), kind, file).content.decode()

        assert "«Pagina», altre 3 pagine" in answer


@pytest.mark.parametrize("name", ["Chi scrive", "Chi modera"])
@pytest.mark.parametrize("kind", EDIT)
def test_the_groups_that_wagtail_makes_change_their_own_files_and_nobody_elses(
    db: None, name: str, kind: str
) -> None:
    member = get_user_model().objects.create_user("chiunque")
    member.groups.add(Group.objects.get(name=name))
    own, others = a_file(kind), a_file(kind)
    own.uploaded_by_user = member
    own.save()
    client = signed_in(member)

    assert client.get(reverse(EDIT[kind], args=[own.pk])).status_code == 200
    for place in (EDIT, DELETE):
        assert client.get(reverse(place[kind], args=[others.pk])).status_code == 302
