"""Pictures: only pixels are kept, and every size that a page shows is made when the picture is saved."""

import hashlib
from collections.abc import Iterable
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps
from wagtail.images import get_image_model
from wagtail.images.models import Filter

PUBLIC_SIZES = {
    "figure": "width-800|format-webp",
    "poster": "width-800|format-webp",
    "logo": "max-240x120|format-webp",
}
"""Every size that a public page shows, by the name that templates use."""

SAVE_OPTIONS: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 88, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 88},
}
"""The formats that are taken, each with how it is written again."""
SAME_AS = {"MPO": "JPEG"}
"""Formats with a name of their own in Pillow: phones write a second picture, for depth, behind a JPEG."""
ENDINGS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}
MODES = {"JPEG": {"L", "RGB"}, "PNG": {"L", "LA", "RGB", "RGBA"}, "WEBP": {"RGB", "RGBA"}}
MAX_SIDE = 2560
"""Pixels: no page shows more, and a scanner's original would fill the disk."""


def bare_picture(file: Any) -> "ContentFile[bytes]":
    """Return the picture with its pixels only: upright, in sRGB, without Exif, GPS, XMP, comments or name.

    The new name comes from the content, for the old one is part of the picture's public address.
    Raises ValidationError for anything that is not a whole JPEG, PNG or WebP.
    """
    file.seek(0)
    try:
        with Image.open(file, formats=list(SAVE_OPTIONS)) as opened:
            kind = SAME_AS.get(str(opened.format), str(opened.format))
            if not _is_whole(file, kind):
                raise not_a_picture()
            pixels = _bare_pixels(opened, kind)
    except Exception as error:
        raise not_a_picture() from error
    written = BytesIO()
    pixels.save(written, kind, **SAVE_OPTIONS[kind])
    content = written.getvalue()
    return ContentFile(content, hashlib.sha256(content).hexdigest()[:16] + ENDINGS[kind])


def _is_whole(file: Any, kind: str) -> bool:
    """Tell whether a file has its end: of one whose last bytes are missing Pillow may draw all the same."""
    file.seek(0)
    content = file.read()
    file.seek(0)
    if kind == "JPEG":
        return content.find(b"\xff\xd9", content.rfind(b"\xff\xda")) > 0
    if kind == "PNG":
        return b"IEND\xae\x42\x60\x82" in content
    return int.from_bytes(content[4:8], "little") + 8 <= len(content)


def not_a_picture() -> ValidationError:
    """Return the refusal of a file that does not open, whatever its reader raised: they raise anything."""
    return ValidationError(_("Scegli una foto JPEG, PNG o WebP che si apra."))


def _bare_pixels(opened: Image.Image, kind: str) -> Image.Image:
    picture = _in_bytes(ImageOps.exif_transpose(opened))
    profile = opened.info.get("icc_profile")
    has_alpha = "A" in picture.getbands() or "transparency" in picture.info
    if picture.mode not in MODES[kind]:
        picture = picture.convert("RGBA" if has_alpha and kind != "JPEG" else "RGB")
    if profile and picture.mode in {"RGB", "RGBA"}:
        picture = _in_srgb(picture, profile)
    picture.thumbnail((MAX_SIDE, MAX_SIDE))
    # A copy would carry its notes along: Pillow writes what it finds in `info`.
    return Image.frombytes(picture.mode, picture.size, picture.tobytes())


def _in_bytes(picture: Image.Image) -> Image.Image:
    """Return a grey picture of 16 bits (PNG) with 8: `convert` alone would cut off and turn it white."""
    if not picture.mode.startswith("I"):
        return picture
    return picture.convert("I").point(lambda value: value * (1 / 257) + 0.5).convert("L")  # type: ignore[operator]


def _in_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        converted = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"))
    except ImageCms.PyCMSError:
        # A profile for another kind of colours: the pixels as they are stay close enough.
        return picture
    return converted or picture


def keep_bare(sender: Any, instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """Answer `pre_save`: a picture just given, by whatever way, is made bare before it reaches the disk."""
    if raw or not instance.file or instance.file._committed:
        return
    instance.file = bare_picture(instance.file)
    instance._set_image_file_metadata()
    instance.has_new_file = True


def make_ready(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Answer `post_save`: make all sizes of a picture just given."""
    if getattr(instance, "has_new_file", False):
        instance.renditions.all().delete()
        make_sizes(instance)
        instance.has_new_file = False


def make_sizes(image: Any) -> None:
    """Make the public sizes that `image` lacks; the visitor's request never does."""
    # Wagtail's own get_renditions() would believe its cache, which outlives the rows.
    made = set(image.renditions.values_list("filter_spec", flat=True))
    missing = sorted(set(PUBLIC_SIZES.values()) - made)
    if missing:
        image.create_renditions(*(Filter(spec=spec) for spec in missing))


def stored_sizes(image_ids: Iterable[int]) -> dict[tuple[int, str], Any]:
    """Return the sizes made for these images, by image and specification, with the images, in one query."""
    renditions = (
        get_image_model()
        .get_rendition_model()
        .objects.filter(image_id__in=list(image_ids), filter_spec__in=set(PUBLIC_SIZES.values()))
        .select_related("image")
    )
    return {(rendition.image_id, rendition.filter_spec): rendition for rendition in renditions}


def images_of(sizes: dict[tuple[int, str], Any], image_ids: Iterable[int]) -> dict[int, Any]:
    """Return the images by their id; only those that have no size at all need another query."""
    found = {image_id: size.image for (image_id, _spec), size in sizes.items()}
    missing = set(image_ids) - found.keys()
    return found | (get_image_model().objects.in_bulk(missing) if missing else {})


def stored_size(image: Any, size: str) -> Any | None:
    """Return one size of `image`, None if it was never made."""
    return stored_sizes([image.pk]).get((image.pk, PUBLIC_SIZES[size]))


def ending(name: str) -> str:
    """Return a file name's ending in small letters, without the dot."""
    return PurePosixPath(name).suffix.lower().lstrip(".")
