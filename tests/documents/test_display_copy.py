"""Pictures on paper: as small as paper needs them, one at a time, and passed on as they are."""

from __future__ import annotations

import gc
import inspect
from functools import partial
from io import BytesIO
from random import Random
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
from PIL import Image, JpegImagePlugin

from dsl_desk.documents import display_copy as module
from dsl_desk.documents.display_copy import display_copy
from dsl_desk.documents.leaf import Leaf, Made, print_leaf
from dsl_desk.documents.photograph import Photograph
from dsl_desk.domain.picture import Pixels
from dsl_desk.domain.plain_picture import PlainPicture
from tests.builders import a_face, a_member
from tests.conftest import FONTS
from tests.documents.test_concern import AT

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from dsl_desk.documents.parts_of_paper import Writer

RED, BLUE = b"\xd0\x10\x10", b"\x10\x10\xd0"
WIDE, HIGH = 1170, 2532


def a_picture(first: bytes = RED, second: bytes = BLUE) -> PlainPicture:
    """Red above, blue below."""
    half = HIGH // 2
    return PlainPicture(WIDE, HIGH, first * WIDE * half + second * WIDE * (HIGH - half))


def a_paper(pictures: list[PlainPicture], alive: list[int]) -> bytes:
    def read(at: int) -> PlainPicture:
        gc.collect()
        alive.append(sum(isinstance(one, Held) for one in gc.get_objects()))
        return Held(WIDE, HIGH, pictures[at].rgb)

    def story(paper: Writer) -> list[Flowable]:
        told: list[Flowable] = []
        for at in range(len(pictures)):
            told += [paper.section(at + 1, "EV"), Photograph(WIDE, HIGH, partial(read, at))]
        return told

    leaf = Leaf("Pack", "Confidential", "", story)
    return print_leaf(leaf, a_face(), Made(a_member(), AT, FONTS))


class Held(PlainPicture):
    """One that is counted while anybody holds it."""


def test_that_a_picture_is_as_small_as_paper_needs_it_and_never_larger_than_it_is() -> None:
    shown = display_copy(a_picture(), 259)
    assert (shown.width, shown.height) == (720, 1558)
    assert len(shown.jpeg) < 100_000
    small = display_copy(PlainPicture(3, 2, RED * 6), 400)
    assert (small.width, small.height) == (3, 2)


def test_that_pictures_are_passed_on_and_look_as_they_did() -> None:
    pdf = a_paper([a_picture()], [])
    with pikepdf.open(BytesIO(pdf)) as opened:
        images = [one for one in opened.objects if isinstance(one, pikepdf.Stream)]
        (image,) = [one for one in images if one.get("/Subtype") == "/Image"]
        assert list(image.Filter) == [pikepdf.Name.DCTDecode]
        assert (int(image.Width), int(image.Height)) == (719, 1556)
    paper = pypdfium2.PdfDocument(pdf)
    drawn = paper[0].render(scale=1, rev_byteorder=True)
    seen = bytes(drawn.buffer)
    paper.close()
    colours = {seen[at : at + 3] for at in range(0, len(seen), drawn.n_channels)}
    assert any(abs(one[0] - 0xD0) < 4 and one[2] < 0x18 for one in colours)
    assert any(abs(one[2] - 0xD0) < 4 and one[0] < 0x18 for one in colours)


def test_that_one_picture_is_held_at_a_time() -> None:
    alive: list[int] = []
    pdf = a_paper([a_picture(bytes([at] * 3)) for at in range(5)], alive)
    assert alive == [0] * 5
    assert pdf.count(b"/DCTDecode") == 5


def test_that_what_makes_pictures_smaller_opens_no_file() -> None:
    said = inspect.getsource(module)
    assert "open(" not in said
    assert "import Image\n" in said


def test_that_words_stay_sharp_and_what_takes_much_room_gets_softer() -> None:
    def shared(picture: PlainPicture) -> int:
        with Image.open(BytesIO(display_copy(picture, 259).jpeg)) as seen:
            return int(JpegImagePlugin.get_sampling(seen))

    noise = Random(7).randbytes(WIDE * HIGH * 3)  # noqa: S311 a picture of nothing
    assert shared(a_picture()) == 0
    assert shared(PlainPicture(WIDE, HIGH, noise)) == 2
    assert len(display_copy(PlainPicture(WIDE, HIGH, noise), 259).jpeg) < 900_000


def test_that_white_paper_is_seen_through_what_can_be_seen_through() -> None:
    shown = display_copy(Pixels(40, 40, bytes((0, 0, 0, 0)) * 1600), 100)
    with Image.open(BytesIO(shown.jpeg)) as seen:
        assert seen.getpixel((20, 20)) == (255, 255, 255)


@pytest.mark.parametrize("wide", [1, 10_000])
def test_that_any_width_can_be_asked_for(wide: float) -> None:
    assert display_copy(PlainPicture(900, 1, RED * 900), wide).height == 1
