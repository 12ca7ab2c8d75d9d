"""Files are made beside the worker: each once, within limits, again after a death, and told when they fail."""

import uuid
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from contatti.sealed.tasks.monitoring import look
from home.making.anew import FOLDERS, make_everything_anew
from home.making.child import make_all, make_next
from home.making.makers import CannotBeMadeError, Made
from home.models import CampaignPage, MadeFile, MaterialPage
from home.models.made_files import LEASE, MOST_TRIES, FileKind, FileState
from servizi.models import DeskPage

from .campaigns import change_number
from .kit_paper import words

pytestmark = pytest.mark.usefixtures("media", "during")
POSTER = "/campagne/25-novembre/kit/0/locandina-a4/"


@pytest.fixture
def making(db: None, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Let every file be made of nothing, at once; return what was asked for."""
    asked: list[dict[str, Any]] = []

    def make(source: dict[str, Any]) -> Made:
        asked.append(source)
        if source.get("breaks"):
            raise OSError(28, "No space left on device")
        if source.get("lacks"):
            raise CannotBeMadeError("libpango")
        return Made({"file.pdf": source.get("text", "").encode()})

    monkeypatch.setattr("home.making.child.maker_of", lambda _kind: make)
    MadeFile.objects.all().delete()
    return asked


def want(place: str = "kit/1/0/locandina-a4", **source: Any) -> MadeFile:
    return MadeFile.objects.want(FileKind.PIECE, place, source)


def found(place: str = "kit/1/0/locandina-a4") -> MadeFile:
    return MadeFile.objects.get(place=place)


class TestWhoComesEarly:
    def test_reads_one_true_sentence_on_a_page_that_loads_itself_again_and_has_the_exit(
        self, client: Client, campaign: CampaignPage
    ) -> None:
        early = client.get(POSTER)

        text = early.content.decode()
        assert early.status_code == 202
        assert "Il file si sta preparando: la pagina si ricarica da sola finché non è pronto." in text
        assert early.headers["Refresh"] == "4"
        assert 'class="exit-link"' in text
        assert "noindex" in early.headers["X-Robots-Tag"]
        assert not early.cookies

        make_next(uuid.uuid4())
        assert client.get(POSTER).content.startswith(b"%PDF")

    def test_is_asked_to_come_later_when_it_takes_an_hour(
        self, client: Client, campaign: CampaignPage
    ) -> None:
        client.get(POSTER)
        MadeFile.objects.update(queued_at=timezone.now() - timedelta(hours=2))

        late = client.get(POSTER)

        assert "torna più tardi" in late.content.decode()
        assert "Refresh" not in late.headers

    def test_is_served_before_what_nobody_waits_for(
        self, client: Client, campaign: CampaignPage, making: list[dict[str, Any]]
    ) -> None:
        want("kit/9/9/cartoncino", text="first in the queue")
        client.get(POSTER)

        make_next(uuid.uuid4())

        assert "first" not in str(making)

    def test_a_look_at_a_poster_shows_the_way_to_save_it_as_soon_as_it_is_made(
        self, client: Client, campaign: CampaignPage
    ) -> None:
        look_at = f"/vedi{POSTER}"
        assert client.get(look_at).status_code == 202
        make_next(uuid.uuid4())

        between = client.get(look_at)
        assert "Scarica" in between.content.decode()
        assert between.headers["Refresh"]
        make_next(uuid.uuid4())

        done = client.get(look_at)
        assert "?pagina=1" in done.content.decode()
        assert "Refresh" not in done.headers


class TestAPublication:
    def test_has_every_piece_for_every_desk_made_before_anybody_asks(
        self, client: Client, campaign: CampaignPage, desk: DeskPage
    ) -> None:
        campaign.save_revision().publish()
        make_all()

        before = MadeFile.objects.count()
        for number in (0, desk.pk):
            for slug in ("locandina-a4", "locandina-a3", "locandina-a4-nero", "cartoncino", "immagine"):
                assert client.get(f"/campagne/25-novembre/kit/{number}/{slug}/").status_code == 200
        assert MadeFile.objects.count() == before

    def test_that_is_taken_back_takes_the_files_with_it(
        self,
        campaign: CampaignPage,
        making: list[dict[str, Any]],
        django_capture_on_commit_callbacks: Any,
    ) -> None:
        want(f"kit/{campaign.pk}/0/locandina-a4", text="poster")
        make_all()
        (name,) = found(f"kit/{campaign.pk}/0/locandina-a4").files

        with django_capture_on_commit_callbacks(execute=True):
            campaign.unpublish()

        assert not default_storage.exists(name)

    def test_of_a_desk_with_another_number_wants_the_posters_anew(
        self, campaign: CampaignPage, desk: DeskPage
    ) -> None:
        make_all()
        change_number(desk, "000 9999999")
        desk.save_revision().publish()

        make_all()

        row = found(f"kit/{campaign.pk}/{desk.pk}/cartoncino")
        assert "000 9999999" in words(row.read() or b"", page=1)


class TestTheQueue:
    def test_two_workers_make_each_file_once(self, making: list[dict[str, Any]]) -> None:
        for number in range(4):
            want(f"kit/1/{number}/cartoncino", text=str(number))
        first, second = uuid.uuid4(), uuid.uuid4()
        now = timezone.now()

        taken = [MadeFile.objects.take(now, token) for token in (first, second, first, second, first)]

        places = [row.place for row in taken if row]
        assert len(places) == len(set(places)) == 4

    def test_what_a_killed_process_held_is_made_by_the_next_one(self, making: list[dict[str, Any]]) -> None:
        want(text="poster")
        assert MadeFile.objects.take(timezone.now() - LEASE, uuid.uuid4())

        assert make_all() == 1

        assert found().read() == b"poster"

    def test_what_ends_its_process_each_time_is_given_up_and_told(self, making: list[dict[str, Any]]) -> None:
        want(text="poster")
        for turn in range(MOST_TRIES):
            assert MadeFile.objects.take(timezone.now() + turn * LEASE, uuid.uuid4())
        later = timezone.now() + (MOST_TRIES + 1) * LEASE

        assert not MadeFile.objects.due(later).exists()
        assert MadeFile.objects.give_up(later) == 1
        assert found().has_failed

    def test_what_changed_while_it_was_made_is_made_again_and_the_first_one_is_never_shown(
        self, making: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        def changed_meanwhile(source: dict[str, Any]) -> Made:
            if source["text"] == "old":
                want(text="new")
            return Made({"file.pdf": source["text"].encode()})

        monkeypatch.setattr("home.making.child.maker_of", lambda _kind: changed_meanwhile)
        want(text="old")

        make_next(uuid.uuid4())
        assert found().read() is None
        make_next(uuid.uuid4())

        assert found().read() == b"new"
        assert len(list(tmp_path.rglob("*.pdf"))) == 1

    def test_a_new_file_takes_the_place_of_the_old_one(
        self, making: list[dict[str, Any]], tmp_path: Path
    ) -> None:
        for text in ("old", "new"):
            want(text=text)
            make_all()

        assert [path.read_bytes() for path in tmp_path.rglob("*.pdf")] == [b"new"]

    def test_what_an_older_version_left_at_its_place_goes_when_it_is_made(
        self, making: list[dict[str, Any]], tmp_path: Path
    ) -> None:
        left = default_storage.save("kit/1/0/locandina-a4/0123.pdf", ContentFile(b"old"))
        want(text="new")

        make_all()

        assert not default_storage.exists(left)
        assert found().read() == b"new"

    def test_a_file_that_the_disk_has_lost_is_made_again(
        self, client: Client, campaign: CampaignPage
    ) -> None:
        client.get(POSTER)
        make_next(uuid.uuid4())
        assert client.get(POSTER).status_code == 200
        for name in MadeFile.objects.get(place=f"kit/{campaign.pk}/0/locandina-a4").files:
            default_storage.delete(name)

        assert client.get(POSTER).status_code == 202
        client.get(POSTER)
        make_next(uuid.uuid4())

        assert client.get(POSTER).status_code == 200


class TestAFailure:
    def fail(self) -> None:
        want(breaks=True)
        for _turn in range(MOST_TRIES):
            MadeFile.objects.update(lease_until=None)
            make_next(uuid.uuid4())

    def test_is_tried_three_times_and_then_told_by_mail_and_on_the_first_page(
        self, making: list[dict[str, Any]], campaign: CampaignPage, admin_client: Client, settings: Settings
    ) -> None:
        settings.SEALED_ALARM_TO = ["staff@example.org"]
        MadeFile.objects.all().delete()
        place = f"kit/{campaign.pk}/0/locandina-a4"
        assert "File che non si riescono" not in admin_client.get("/admin/").content.decode()
        want(place, breaks=True)
        for _turn in range(MOST_TRIES):
            MadeFile.objects.update(lease_until=None)
            make_next(uuid.uuid4())
        look(timezone.now())

        (told,) = [each for each in mail.outbox if "File che non" in each.subject]
        assert f"{campaign.title}: Locandina A4" in told.body
        text = admin_client.get("/admin/").content.decode()
        assert f"{campaign.title}: Locandina A4" in text
        assert "Preparali di nuovo" in text

    def test_says_so_to_a_visitor_without_loading_for_ever(
        self, client: Client, campaign: CampaignPage
    ) -> None:
        client.get(POSTER)
        MadeFile.objects.update(state=FileState.FAILED)

        answer = client.get(POSTER)

        assert answer.status_code == 503
        assert "Il file non si può preparare adesso" in answer.content.decode()
        assert "Refresh" not in answer.headers

    def test_is_made_again_at_the_press_of_a_button(
        self, making: list[dict[str, Any]], admin_client: Client, client: Client
    ) -> None:
        self.fail()
        assert found().has_failed
        MadeFile.objects.update(source={"text": "mended"})

        assert client.post(reverse("files_again")).status_code == 302
        assert found().has_failed
        admin_client.post(reverse("files_again"))
        make_all()

        assert found().read() == b"mended"

    def test_for_want_of_a_library_is_not_tried_again(self, making: list[dict[str, Any]]) -> None:
        want(lacks=True)

        make_all()

        assert len(making) == 1
        assert found().has_failed

    def test_of_one_file_holds_up_no_other(self, making: list[dict[str, Any]]) -> None:
        want("kit/1/0/cartoncino", breaks=True)
        want("kit/1/0/immagine", text="fine")

        make_all()

        assert found("kit/1/0/immagine").read() == b"fine"


def test_after_a_restore_all_files_are_wanted_and_none_is_offered_that_is_not_there(
    material: MaterialPage, media: Path
) -> None:
    assert material.files.exists()
    for path in (path for path in media.rglob("*") if path.is_file()):
        assert path.relative_to(media).parts[0] in FOLDERS
        path.unlink()

    make_everything_anew()

    assert not material.files.exists()
    make_all()
    assert {file.format for file in material.files.all()} == {"pdf", "odt", "docx", "zip"}
