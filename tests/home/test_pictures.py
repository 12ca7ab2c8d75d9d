"""What becomes of pictures that people upload, and which sizes a visit gets."""

from io import BytesIO
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image, ImageCms, PngImagePlugin
from wagtail.images import get_image_model

from amaranta.demo.pages import publish
from home.files.pictures import MAX_SIDE, PUBLIC_SIZES
from home.models import HomePage, InformationPage

from .picture_samples import kept, photograph

XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>Giulia Ferri</dc:creator></x:xmpmeta>'


@pytest.mark.django_db
class TestAPhotograph:
    @pytest.mark.parametrize(
        ("kind", "options"),
        [
            ("JPEG", {"xmp": XMP, "comment": b"Giulia Ferri"}),
            ("PNG", {"pnginfo": PngImagePlugin.PngInfo()}),
            ("WEBP", {"xmp": XMP}),
        ],
        ids=["jpeg", "png", "webp"],
    )
    def test_keeps_nothing_but_its_pixels_turned_upright(self, kind: str, options: dict[str, Any]) -> None:
        if kind == "PNG":
            options["pnginfo"].add_text("Author", "Giulia Ferri")
        original = photograph(kind, **options)
        assert b"Giulia" in original

        image = get_image_model().objects.create(title="prova", file=ContentFile(original, "giulia.jpg"))
        content, picture = kept(image)

        assert picture.size == (image.width, image.height) == (40, 60)
        assert not picture.getexif()
        assert not {"exif", "xmp", "comment", "icc_profile", "Author"} & set(picture.info)
        assert not any(word in content for word in (b"Giulia", b"Modello", b"Exif", b"xmpmeta"))
        assert image.file_size == len(content)

    @pytest.mark.parametrize("way", ["add", "add_multiple"])
    def test_with_a_second_picture_behind_the_first_as_phones_write_it_is_kept_as_one(
        self, admin_client: Client, way: str
    ) -> None:
        original = photograph("MPO", save_all=True, append_images=[Image.new("RGB", (60, 40), "red")])
        assert Image.open(BytesIO(original)).format == "MPO"

        field = "files[]" if way == "add_multiple" else "file"
        admin_client.post(
            reverse(f"wagtailimages:{way}"),
            {"title": "prova", field: SimpleUploadedFile("giulia.jpg", original), "collection": "1"},
            headers={"X-Requested-With": "XMLHttpRequest"},
        )
        content, picture = kept(get_image_model().objects.get())

        assert (picture.format, getattr(picture, "n_frames", 1), picture.size) == ("JPEG", 1, (40, 60))
        assert picture.getpixel((5, 5))[2] > 100  # type: ignore[index]
        assert b"Giulia" not in content

    def test_loses_its_name_which_would_be_part_of_a_public_address(self) -> None:
        image = get_image_model().objects.create(
            title="prova", file=ContentFile(photograph(), "giulia_ferri_via_roma.jpg")
        )

        assert "giulia" not in image.file.name
        assert image.file.name.endswith(".jpg")

    def test_keeps_its_colours_when_its_profile_goes(self) -> None:
        profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
        image = get_image_model().objects.create(
            title="prova", file=ContentFile(photograph("PNG", icc_profile=profile), "a.png")
        )
        _content, picture = kept(image)

        assert picture.convert("RGB").getpixel((5, 5)) == (0, 0, 128)

    def test_is_made_no_larger_than_any_screen_shows(self) -> None:
        image = get_image_model().objects.create(
            title="prova", file=ContentFile(photograph(size=(40, 4000)), "a.jpg")
        )

        assert max(image.width, image.height) == MAX_SIDE

    @pytest.mark.parametrize(
        "content", [b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a", photograph()[:200]]
    )
    def test_of_another_kind_or_broken_is_refused_also_to_code(self, content: bytes) -> None:
        with pytest.raises(ValidationError):
            get_image_model().objects.create(title="x", width=1, height=1, file=ContentFile(content, "a.png"))

    def test_is_cleaned_and_made_ready_on_its_way_through_the_administration(
        self, admin_client: Client
    ) -> None:
        admin_client.post(
            reverse("wagtailimages:add"),
            {"title": "prova", "file": SimpleUploadedFile("giulia.jpg", photograph()), "collection": "1"},
        )
        image = get_image_model().objects.get()
        content, _picture = kept(image)

        assert b"Giulia" not in content
        assert {size.filter_spec for size in image.renditions.all()} == set(PUBLIC_SIZES.values())

    def test_put_in_the_place_of_another_replaces_every_size_of_it(self, admin_client: Client) -> None:
        image = get_image_model().objects.create(title="prova", file=ContentFile(photograph(), "a.jpg"))
        before = {size.pk for size in image.renditions.all()}

        admin_client.post(
            reverse("wagtailimages:edit", args=[image.pk]),
            {
                "title": "prova",
                "file": SimpleUploadedFile("b.png", photograph("PNG", (90, 30))),
                "collection": "1",
            },
        )

        image.refresh_from_db()
        sizes = image.renditions.all()
        assert (image.width, image.height) == (30, 90)
        assert {size.filter_spec for size in sizes} == set(PUBLIC_SIZES.values())
        assert not before & {size.pk for size in sizes}


class TestAVisit:
    def test_shows_a_picture_and_makes_none(
        self, home: HomePage, client: Client, django_assert_max_num_queries: Any
    ) -> None:
        images = [
            get_image_model().objects.create(title="prova", file=ContentFile(photograph(), f"{n}.jpg"))
            for n in range(3)
        ]
        page = home.add_child(instance=InformationPage(title="Foto", slug="foto"))
        body = [
            ("figure", {"image": image.pk, "alt": "Un tavolo rosso", "caption": "", "credit": "Noi"})
            for image in images
        ]
        publish(page, body, {})
        made = get_image_model().get_rendition_model().objects.count()

        client.get("/foto/")
        with django_assert_max_num_queries(8):
            html = client.get("/foto/").content.decode()

        assert html.count('alt="Un tavolo rosso"') == 3
        assert html.count(".webp") == 3
        assert get_image_model().get_rendition_model().objects.count() == made

    def test_of_a_picture_without_its_size_gets_the_words_and_makes_nothing(
        self, home: HomePage, client: Client
    ) -> None:
        image = get_image_model().objects.create(title="prova", file=ContentFile(photograph(), "a.jpg"))
        page = home.add_child(instance=InformationPage(title="Foto", slug="foto"))
        figure = {"image": image.pk, "alt": "Un tavolo rosso", "caption": "", "credit": "Noi"}
        publish(page, [("figure", figure)], {})
        image.renditions.all().delete()

        html = client.get("/foto/").content.decode()

        assert "Un tavolo" in html
        assert not image.renditions.exists()

    def test_finds_the_sizes_made_when_the_page_was_published(self, home: HomePage, client: Client) -> None:
        image = get_image_model().objects.create(title="prova", file=ContentFile(photograph(), "a.jpg"))
        image.renditions.all().delete()
        page = home.add_child(instance=InformationPage(title="Foto", slug="foto"))
        figure = {"image": image.pk, "alt": "Un tavolo rosso", "caption": "", "credit": "Noi"}
        publish(page, [("figure", figure)], {})

        assert image.renditions.count() == len(set(PUBLIC_SIZES.values()))

    def test_no_template_can_make_one(self, settings: Any) -> None:
        sources = {path: path.read_text() for path in (settings.ROOT / "templates").rglob("*.html")}

        assert sources
        assert [path for path, source in sources.items() if "wagtailimages_tags" in source] == []
