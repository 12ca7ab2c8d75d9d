"""A film on a page plays in a real browser, which asks for it in parts."""

import base64
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from playwright.sync_api import Page, Response
from wagtail.documents import get_document_model

from amaranta.demo.pages import publish
from home.models import HomePage, InformationPage

pytestmark = pytest.mark.browser

CAPTIONS = b"WEBVTT\n\n00:00.000 --> 00:09.000\nChi arriva trova una porta accesa.\n"
RECORD = """() => new Promise(done => {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 96;
    const draw = canvas.getContext("2d");
    const timer = setInterval(() => {
        for (let n = 0; n < 200; n++) {
            draw.fillStyle = `hsl(${Math.random() * 360} 80% 50%)`;
            draw.fillRect(Math.random() * 96, Math.random() * 96, 9, 9);
        }
    }, 30);
    const recorder = new MediaRecorder(canvas.captureStream(30), {mimeType: "video/webm;codecs=vp8"});
    recorder.ondataavailable = async ({data}) => {
        clearInterval(timer);
        const bytes = new Uint8Array(await data.arrayBuffer());
        done(btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join("")));
    };
    recorder.start();
    setTimeout(() => recorder.stop(), 1500);
})"""
PLAY = """film => new Promise((done, failed) => {
    film.onended = () => done(film.currentTime);
    film.onerror = () => failed(film.error.message);
    film.querySelector("source").onerror = () => failed("the film was not given");
    film.muted = true;
    film.play();
})"""


@pytest.fixture
def film(page: Page) -> bytes:
    """Return a film of a second and a half, which this browser recorded itself."""
    page.goto("about:blank")
    return base64.b64decode(page.evaluate(RECORD))


def test_a_film_plays_to_its_end_with_captions_and_arrives_in_parts(
    live_home: HomePage, page: Page, film: bytes, settings: Any, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = str(tmp_path)
    documents = get_document_model().objects
    captions = documents.create(title="Sottotitoli", file=ContentFile(CAPTIONS, "film.vtt"))
    document = documents.create(title="Film", file=ContentFile(film, "film.webm"))
    shown = live_home.add_child(instance=InformationPage(title="Film", slug="film"))
    block = {"heading": "Allo sportello", "video": document.pk, "captions": captions.pk, "poster": None}
    publish(shown, [("video", {**block, "transcript": "<p>Una porta accesa.</p>"})], {})
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer) if "/documenti/" in answer.url else None)

    page.goto("/film/")
    played: float = page.locator("video").evaluate(PLAY)
    spoken = page.locator("video").evaluate("film => film.textTracks[0].cues[0].text")

    assert played > 1
    assert spoken == "Chi arriva trova una porta accesa."
    statuses = {answer.url.rpartition(".")[2]: answer.status for answer in answers}
    assert statuses == {"webm": 206, "vtt": 200}
