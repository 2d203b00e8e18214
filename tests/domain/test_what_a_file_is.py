from __future__ import annotations

from datetime import datetime

import pytest

from dsl_desk.domain.custody import lasted
from dsl_desk.domain.doubts import doubts_about
from dsl_desk.domain.evidence import Doubt
from dsl_desk.domain.file_sort import sort_of
from dsl_desk.domain.picture import PictureFacts, PictureSort


@pytest.mark.parametrize(
    ("untrusted_head", "sort"),
    [
        (b"\x89PNG\r\n\x1a\n....", PictureSort.PNG),
        (b"\xff\xd8\xff\xe0", PictureSort.JPEG),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", PictureSort.WEBP),
        (b"RIFF\x00\x00\x00\x00ACON", PictureSort.OTHER),
        (b"\x00\x00\x00\x18ftypheic", PictureSort.HEIC),
        (b"\x00\x00\x00\x18ftypM4A ", PictureSort.SOUND),
        (b"\x00\x00\x00\x18ftypisom", PictureSort.FILM),
        (b"%PDF-1.7", PictureSort.PDF),
        (b"<svg onload=x>", PictureSort.OTHER),
        (b"\xef\xbb\xbf <!DOCTYPE html><svg>", PictureSort.OTHER),
        (b"<!DOCTYPE html><p>", PictureSort.PAGE),
        ("“nobody wants u”".encode(), PictureSort.TEXT),
    ],
)
def test_that_a_file_is_what_it_begins_with(untrusted_head: bytes, sort: PictureSort) -> None:
    assert sort_of(untrusted_head) is sort


@pytest.mark.parametrize("untrusted_head", [b"", b"\x00\x01", b"\xff\xfe" + b"x" * 20])
def test_that_what_cannot_be_told_is_another_file(untrusted_head: bytes) -> None:
    assert sort_of(untrusted_head) is PictureSort.OTHER


def test_that_a_sign_cut_in_two_by_the_end_of_the_head_is_still_text() -> None:
    assert sort_of("said “".encode()[:-1]) is PictureSort.TEXT


def facts(made: str = "", software: str = "") -> PictureFacts:
    exif = (("Software", software), ("Make", "Fernphone")) if software else ()
    at = datetime.fromisoformat(made) if made else None
    return PictureFacts(PictureSort.JPEG, taken_at=at, exif=exif)


def test_that_a_file_that_agrees_leaves_no_doubt() -> None:
    assert doubts_about(facts("2026-11-19T11:20:31", "Camera 3.1"), "2026-11-19T11:20") == ()
    assert doubts_about(facts(), "2026-11-19T11:20") == ()


def test_that_a_file_that_does_not_agree_is_doubted_in_words() -> None:
    later = facts("2026-11-19T15:00:00", "Adobe Photoshop 26")
    assert doubts_about(later, "2026-11-19T11:20") == (Doubt.EDITED, Doubt.TAKEN_LATER)
    assert doubts_about(facts("2026-11-17T15:00:00"), "2026-11-19") == (Doubt.TAKEN_EARLIER,)


@pytest.mark.parametrize(
    ("seconds", "words"), [(5, "under a minute"), (80, "1 minute"), (130, "2 minutes")]
)
def test_that_how_long_it_stood_open_is_said_in_words(seconds: int, words: str) -> None:
    assert lasted(seconds) == words
