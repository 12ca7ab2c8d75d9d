"""Who asks for a file that is being made waits on a page of its own; a publication has all of its files made."""

import uuid
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone

from home.making.anew import FOLDERS, make_everything_anew
from home.making.making_process import make_all, make_next
from home.models import CampaignPage, MadeFile, MaterialPage
from servizi.models import DeskPage
from tests.home.campaigns import change_number
from tests.home.files_beside_the_worker.wanted import found, want
from tests.home.kit_paper import words

pytestmark = pytest.mark.usefixtures("media", "during")
POSTER = "/campagne/25-novembre/kit/0/locandina-a4/"


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
