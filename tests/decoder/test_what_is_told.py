from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from dsl_desk.domain.picture import Decoded, DecodeTrouble, Oddity, PictureSort, distance
from dsl_desk.intake.decoding import decode
from tests.decoder.outside import (
    HEIC,
    WORDS,
    a_paper,
    a_picture,
    an_archive,
    saved,
    with_exif,
)

WIDEST = 160
FORMS = {
    PictureSort.PNG: "PNG",
    PictureSort.JPEG: "JPEG",
    PictureSort.WEBP: "WEBP",
    PictureSort.GIF: "GIF",
    PictureSort.BMP: "BMP",
    PictureSort.TIFF: "TIFF",
}


def opened(untrusted: bytes, page: int = 0, name: str = "") -> Decoded:
    return decode(untrusted, widest=WIDEST, page=page, untrusted_name=name)


@pytest.mark.parametrize("sort", FORMS)
def test_that_a_picture_is_shown_no_wider_than_asked(sort: PictureSort) -> None:
    decoded = opened(saved(a_picture(), FORMS[sort]))
    assert (decoded.trouble, decoded.facts.sort) == (None, sort)
    assert (decoded.facts.width, decoded.facts.height, decoded.facts.pages) == (320, 200, 1)
    assert decoded.facts.likeness
    assert decoded.pixels is not None
    assert (decoded.pixels.width, decoded.pixels.height) == (160, 100)
    assert len(decoded.pixels.rgba) == 160 * 100 * 4


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_that_colours_of_every_kind_become_the_same_four_bytes(mode: str) -> None:
    white = a_picture().convert("L").point(lambda _: 255)
    picture = (
        white.convert("I;16").point(lambda _: 65535) if mode == "I;16" else white.convert(mode)
    )
    decoded = opened(saved(picture, "PNG"))
    assert decoded.pixels is not None
    assert set(decoded.pixels.rgba) == {255}


def test_that_a_jpeg_for_print_is_shown() -> None:
    assert opened(saved(a_picture().convert("CMYK"), "JPEG")).pixels is not None


def test_that_a_telephones_own_format_is_shown_and_says_when_it_was_taken() -> None:
    decoded = opened(HEIC)
    assert (decoded.facts.sort, decoded.trouble) == (PictureSort.HEIC, None)
    assert decoded.pixels is not None
    assert (decoded.pixels.width, decoded.pixels.height) == (64, 48)
    assert decoded.facts.taken_at == datetime(2026, 3, 4, 15, 10, 22)  # noqa: DTZ001 - it had no zone
    assert ("Model", "Fernhollow phone") in decoded.facts.exif


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_that_what_the_camera_wrote_is_told_as_text(form: str) -> None:
    facts = opened(with_exif(form)).facts
    assert ("Model", "Fernhollow phone") in facts.exif
    assert ("GPSLatitude", "51.0, 30.0, 26.0") in facts.exif
    zone = timezone(timedelta(hours=1))
    assert facts.taken_at == datetime(2026, 3, 4, 15, 10, 22, tzinfo=zone)


def test_that_a_picture_on_its_side_is_turned_upright() -> None:
    decoded = opened(with_exif(lies=6))
    assert (decoded.facts.width, decoded.facts.height) == (200, 320)
    assert decoded.pixels is not None
    assert (decoded.pixels.width, decoded.pixels.height) == (100, 160)


def test_that_a_page_of_a_paper_is_shown_with_its_words() -> None:
    decoded = opened(a_paper())
    assert (decoded.facts.sort, decoded.facts.pages, decoded.trouble) == (PictureSort.PDF, 2, None)
    assert decoded.facts.words.strip() == WORDS
    assert decoded.pixels is not None
    assert max(decoded.pixels.width, decoded.pixels.height) == WIDEST
    assert opened(a_paper(), page=1).facts.words.strip() == "page two"


def test_that_a_page_that_is_not_there_is_told() -> None:
    assert opened(a_paper(), page=7).trouble is DecodeTrouble.DAMAGED


@pytest.mark.parametrize("form", ["GIF", "TIFF", "WEBP"])
def test_that_pictures_of_many_pages_are_counted_and_the_wanted_one_is_shown(form: str) -> None:
    first, second = (a_picture(seed=seed) for seed in (1, 5))
    untrusted = saved(first, form, save_all=True, append_images=[second])
    pages = [opened(untrusted, page) for page in (0, 1)]
    assert [page.facts.pages for page in pages] == [2, 2]
    assert pages[0].pixels != pages[1].pixels


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_that_a_text_is_told_as_plain_words(charset: str) -> None:
    decoded = opened("Wren said: “naïve”, £5".encode(charset))
    assert (decoded.facts.sort, decoded.trouble) == (PictureSort.TEXT, None)
    assert decoded.facts.words == "Wren said: “naïve”, £5"


PAGE = """<!DOCTYPE html><html><head><title>t</title><style>p{}</style>
<script>evil()</script></head><body><p>Wren &amp; Lena<div>one<br>two</div>
<script>more()</script><img src="http://fernhollow.example/y.png"></body>"""


@pytest.mark.parametrize("untrusted", [PAGE.encode(), an_archive(PAGE), PAGE.encode("utf-16")])
def test_that_a_saved_page_is_its_words_and_nothing_else(untrusted: bytes) -> None:
    decoded = opened(untrusted)
    assert (decoded.facts.sort, decoded.pixels) == (PictureSort.PAGE, None)
    assert decoded.facts.words == "Wren & Lena\none\ntwo"


def test_that_of_a_long_text_the_beginning_is_told() -> None:
    decoded = opened(b"word " * 60_000)
    assert decoded.facts.odd == (Oddity.MORE_WORDS,)
    assert len(decoded.facts.words) == 200_000


NOT_SHOWN = {
    PictureSort.OTHER: (b"PK\x03\x04zip", b"<svg xmlns='x'/>", b"<?xml version='1.0'?><svg/>", b""),
    PictureSort.SOUND: (b"ID3\x04", b"RIFF\0\0\0\0WAVE", b"\0\0\0\x20ftypM4A ", b"\xff\xfb\x90\0"),
    PictureSort.FILM: (b"\0\0\0\x20ftypisom", b"\x1a\x45\xdf\xa3", b"RIFF\0\0\0\0AVI "),
}


@pytest.mark.parametrize(
    ("sort", "untrusted"), [(sort, u) for sort, many in NOT_SHOWN.items() for u in many]
)
def test_that_what_is_not_shown_is_named_by_its_content(
    sort: PictureSort, untrusted: bytes
) -> None:
    decoded = opened(untrusted)
    assert (decoded.facts.sort, decoded.trouble) == (sort, DecodeTrouble.NOT_SHOWN)


def test_that_a_name_that_says_something_else_is_told() -> None:
    picture = saved(a_picture(), "PNG")
    assert opened(picture, name="IMG_0001.JPG").facts.odd == (Oddity.OTHER_NAME,)
    assert opened(picture, name="IMG_0001.png").facts.odd == ()
    assert opened(picture, name="no ending").facts.odd == ()


@pytest.mark.parametrize("sort", [*FORMS])
def test_that_a_picture_cut_short_is_told_and_shown_as_far_as_it_goes(sort: PictureSort) -> None:
    whole = saved(a_picture((320, 200), 3), FORMS[sort])
    decoded = opened(whole[: len(whole) * 2 // 3])
    assert decoded.facts.sort is sort
    assert decoded.trouble is DecodeTrouble.DAMAGED or Oddity.CUT_SHORT in decoded.facts.odd


@pytest.mark.parametrize(
    "untrusted",
    [
        *(saved(a_picture(), form) for form in ("PNG", "JPEG", "WEBP", "GIF")),
        a_paper(),
    ],
    ids=["png", "jpeg", "webp", "gif", "pdf"],
)
def test_that_what_follows_after_the_end_is_told(untrusted: bytes) -> None:
    assert Oddity.MORE_AFTER_END not in opened(untrusted).facts.odd
    decoded = opened(untrusted + b"PK\x03\x04 another file")
    assert Oddity.MORE_AFTER_END in decoded.facts.odd
    assert decoded.pixels is not None


def test_that_a_paper_that_wants_to_act_is_told() -> None:
    acting = a_paper().replace(b"/Type /Catalog", b"/Type /Catalog /OpenAction 1 0 R")
    assert Oddity.ACTIVE in opened(acting).facts.odd


@pytest.mark.parametrize("how", ["smaller", "recompressed", "another form"])
def test_that_the_same_picture_keeps_its_likeness(how: str) -> None:
    picture = a_picture((640, 400), 3)
    changed = {
        "smaller": saved(picture.resize((320, 200)), "PNG"),
        "recompressed": saved(picture, "JPEG", quality=30),
        "another form": saved(picture, "WEBP", quality=60),
    }[how]
    first, second, stranger = (
        opened(untrusted).facts.likeness
        for untrusted in (saved(picture, "PNG"), changed, saved(a_picture((640, 400), 7), "PNG"))
    )
    near, far = distance(first, second), distance(first, stranger)
    assert near is not None
    assert far is not None
    assert near <= 6
    assert far > 10
