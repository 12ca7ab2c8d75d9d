"""Files are made beside the worker: each once, within limits, again after a death, and told when they fail."""

import uuid
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
from home.making.makers import Made
from home.making.making_process import make_all, make_next
from home.models import CampaignPage, MadeFile
from home.models.made_files import LEASE, MOST_TRIES, FileState
from tests.home.files_beside_the_worker.wanted import found, want

pytestmark = pytest.mark.usefixtures("media", "during")
POSTER = "/campagne/25-novembre/kit/0/locandina-a4/"


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

        monkeypatch.setattr("home.making.making_process.maker_of", lambda _kind: changed_meanwhile)
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
