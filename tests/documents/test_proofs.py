"""A finished paper is opened again by those who did not write it: every fault is planted once."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest

from dsl_desk.documents.concern import concern_leaf
from dsl_desk.documents.leaf import Made, print_leaf
from dsl_desk.documents.locking import Finishing, finished
from dsl_desk.documents.preview import count_pages, draw_page
from dsl_desk.documents.proofs import Wanted, prove
from dsl_desk.documents.reading_back import words_in
from dsl_desk.domain.cover import NO_COVER, Cover, Named, Showing, cover_of
from dsl_desk.domain.done import NOTHING_DONE
from dsl_desk.domain.entry_facts import EntryFacts
from dsl_desk.domain.leaving_errors import Flaw, NotProvedError
from tests.builders import a_concern, a_face, a_member
from tests.conftest import FONTS
from tests.documents.test_concern import AT

if TYPE_CHECKING:
    from collections.abc import Callable

TITLE = "Concern C-2026-041"
WORDS = "moss penknife harbour quilt"
LENA = cover_of((Named("0c", "Lena Harebell"),), {"0c": Showing.COVERED}, "")


def a_paper(cover: Cover = NO_COVER, words: str = "Lena Harebell came in.") -> bytes:
    leaf = concern_leaf(EntryFacts((a_concern(words=words),), NOTHING_DONE))
    return print_leaf(leaf, a_face(), Made(a_member(), AT, FONTS), cover)


def changed(change: Callable[[pikepdf.Pdf], object], pdf: bytes = b"") -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf or finished(a_paper(), Finishing(TITLE)))) as paper:
        change(paper)
        paper.save(out)
    return out.getvalue()


def flaw_of(paper: bytes, wanted: Wanted) -> Flaw:
    with pytest.raises(NotProvedError) as caught:
        prove(paper, wanted)
    return caught.value.flaw


def test_that_a_good_paper_is_proved_locked_and_open() -> None:
    pdf = a_paper(LENA)
    assert prove(finished(pdf, Finishing(TITLE)), Wanted(TITLE, cover=LENA)) == 1
    assert prove(finished(pdf, Finishing(TITLE, WORDS)), Wanted(TITLE, WORDS, LENA)) == 1


def test_that_what_was_painted_over_is_read_all_the_same() -> None:
    leak = finished(
        a_paper(), Finishing(TITLE)
    )  # nobody covered anything, and somebody says they did
    assert flaw_of(leak, Wanted(TITLE, cover=LENA)) is Flaw.NAME

    def paint_over(paper: pikepdf.Pdf) -> None:
        white = paper.make_stream(b"1 g 0 0 600 850 re f")
        paper.pages[0].contents_add(white)

    assert flaw_of(changed(paint_over, leak), Wanted(TITLE, cover=LENA)) is Flaw.NAME


@pytest.mark.parametrize(
    "leak",
    [
        lambda paper: paper.trailer.Info.__setattr__("Title", "About Lena Harebell"),
        lambda paper: paper.Root.__setattr__("Note", pikepdf.String("Lena Harebell")),
        lambda paper: paper.Root.__setattr__(
            "Note", paper.make_indirect(pikepdf.Array([pikepdf.String("Lena Harebell")]))
        ),
        lambda paper: paper.Root.__setattr__("Note", paper.make_stream(b"xx Lena Harebell xx")),
        lambda paper: paper.Root.__setattr__(
            "Note", paper.make_stream("Lena Harebell".encode("utf-16-be"))
        ),
    ],
)
def test_that_a_name_is_found_wherever_it_hides(leak: Callable[[pikepdf.Pdf], object]) -> None:
    paper = changed(leak, finished(a_paper(LENA), Finishing(TITLE)))
    assert flaw_of(paper, Wanted(TITLE, cover=LENA)) in (Flaw.NAME, Flaw.ABOUT_ITSELF)


def _link(paper: pikepdf.Pdf) -> None:
    act = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("https://fernhollow.example"))
    link = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=act
    )
    paper.pages[0].Annots = pikepdf.Array([paper.make_indirect(link)])


def _script(paper: pikepdf.Pdf) -> None:
    act = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    paper.Root.OpenAction = act


def _launch(paper: pikepdf.Pdf) -> None:
    paper.Root.Extra = pikepdf.Array([pikepdf.Dictionary(S=pikepdf.Name.Launch)])


def _attach(paper: pikepdf.Pdf) -> None:
    paper.attachments["list.txt"] = b"names"


def _file_of(paper: pikepdf.Pdf) -> None:
    paper.Root.AF = pikepdf.Array([])


def _metadata(paper: pikepdf.Pdf) -> None:
    with paper.open_metadata() as told:
        told["dc:creator"] = ["Maya Fernsby"]


@pytest.mark.parametrize(
    ("change", "flaw"),
    [
        (_link, Flaw.ACTIVE),
        (_script, Flaw.ACTIVE),
        (_launch, Flaw.ACTIVE),
        (_attach, Flaw.FILES),
        (_file_of, Flaw.FILES),
        (_metadata, Flaw.ABOUT_ITSELF),
        (lambda paper: paper.docinfo.__setitem__("/Author", "Maya Fernsby"), Flaw.ABOUT_ITSELF),
    ],
)
def test_that_what_acts_leads_out_or_says_too_much_is_refused(
    change: Callable[[pikepdf.Pdf], object], flaw: Flaw
) -> None:
    assert flaw_of(changed(change), Wanted(TITLE)) is flaw


def test_that_a_page_that_only_one_reader_finds_refuses_it() -> None:
    lying = changed(lambda _paper: None).replace(b"/Count 1 ", b"/Count 5 ")
    assert flaw_of(lying, Wanted(TITLE)) is Flaw.UNREADABLE


def test_that_a_lock_that_is_none_is_refused() -> None:
    pdf = a_paper()
    assert flaw_of(finished(pdf, Finishing(TITLE)), Wanted(TITLE, WORDS)) is Flaw.NOT_LOCKED
    assert flaw_of(b"no paper at all", Wanted(TITLE, WORDS)) is Flaw.UNREADABLE
    assert flaw_of(b"no paper at all", Wanted(TITLE)) is Flaw.UNREADABLE
    other = finished(pdf, Finishing(TITLE, "other words"))
    assert flaw_of(other, Wanted(TITLE, WORDS)) is Flaw.UNREADABLE
    for weaker in (
        pikepdf.Encryption(owner=WORDS, user=WORDS, R=4, aes=True),
        pikepdf.Encryption(owner=WORDS, user=WORDS, R=3, aes=False, metadata=False),
    ):
        weak = BytesIO()
        with pikepdf.open(BytesIO(pdf)) as paper:
            paper.save(weak, encryption=weaker)
        assert flaw_of(weak.getvalue(), Wanted(TITLE, WORDS)) is Flaw.NOT_LOCKED


def test_that_the_second_reader_reads_what_is_drawn() -> None:
    with pikepdf.open(BytesIO(a_paper())) as paper:
        words = words_in(paper)
    for told in ("Lena Harebell came in.", "Page 1 of 1", "Confidential: child protection"):
        assert told in " ".join(words.split())


def test_that_pages_are_drawn_in_memory() -> None:
    pdf = a_paper(words="line\n" * 80)
    assert count_pages(pdf) == 3
    drawn = draw_page(pdf, 1, 300)
    assert (drawn.width, drawn.height) == (300, 425)
    assert len(drawn.rgba) == 300 * 425 * 4
    assert len(set(drawn.rgba)) > 8  # something is drawn on it
