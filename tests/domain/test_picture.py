from __future__ import annotations

import pytest

from dsl_desk.domain.picture import (
    PictureFacts,
    PictureSort,
    Pixels,
    distance,
    name_is_odd,
    sort_by_name,
)


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("IMG_0412.JPG", PictureSort.JPEG),
        ("a.b.HEIC", PictureSort.HEIC),
        ("page.mhtml", PictureSort.PAGE),
        (" a.png. ", PictureSort.PNG),
        ("no ending", None),
        ("a.unheard", None),
        ("", None),
    ],
)
def test_that_a_name_says_by_its_ending_what_it_is(name: str, sort: PictureSort | None) -> None:
    assert sort_by_name(name) is sort


def test_that_a_name_is_odd_only_if_it_says_something_else() -> None:
    assert name_is_odd("a.jpg", PictureSort.PNG)
    assert not name_is_odd("a.png", PictureSort.PNG)
    assert not name_is_odd("a", PictureSort.PNG)


def test_that_likenesses_are_compared_by_their_bits() -> None:
    assert distance("00000000000000ff", "0000000000000000") == 8
    assert distance("", "0000000000000000") is None
    assert distance("ff", "0000000000000000") is None


def test_that_what_a_picture_says_stands_in_no_log() -> None:
    facts = PictureFacts(
        PictureSort.PNG, exif=(("Artist", "Wren Tamarisk"),), words="Wren", likeness="ff"
    )
    assert "Wren" not in repr(facts)
    assert "17" not in repr(Pixels(1, 1, b"\x11" * 4))
