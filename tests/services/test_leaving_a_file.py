"""A child protection file on its way out: the whole, between two days, by choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import (
    NotEntitledError,
    RecordMissingError,
)
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.leaving import (
    PaperSort,
    Wish,
)
from dsl_desk.domain.leaving_errors import NothingInItError
from dsl_desk.services import pressing
from dsl_desk.services.copies_made import copies_on_paper
from tests.builders import an_entry_id
from tests.services.way_out import (
    DRAFT,
    a_concern_of,
    a_file,
    a_school,
    exports,
    somebody,
    text_of,
    wish,
)

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault


def test_that_a_file_holds_front_sheet_chronology_entries_and_what_its_words_mean(
    desk: Desk,
) -> None:
    wren, concerns = a_file(desk)
    parcel = desk.leaving.leave(
        wish(RecordId(wren.person), PaperSort.FILE), DRAFT, an_entry_id(desk.sitting.clock)
    ).answer
    text = text_of(parcel)
    for told in (
        *("The whole file.", "Child in need", "Carys Tamarisk", "Parental responsibility"),
        *("Oldest first", "Viewing decision VD-2026-001", "What the policy asked"),
        *("People, posts and words", "LADO", "Not yet done", "SHA-256 of the original"),
        *(one.ref for one in concerns),
    ):
        assert told in text
    assert text.index(concerns[0].ref) < text.index(concerns[1].ref)
    (copy,) = copies_on_paper(
        desk.sitting, desk.cases.book, Compartment.CHILDREN, (concerns[1].id,)
    )
    assert copy.sha256 == parcel.sha256
    named = desk.leaving.gather(wish(RecordId(wren.person), PaperSort.FILE)).named
    assert [one.name for one in named].count("Wren Tamarisk") == 1
    assert {"Carys Tamarisk", "Linnet Tamarisk", "Lena Harebell"} <= {one.name for one in named}


def test_that_less_of_a_file_says_that_it_is_not_the_whole(desk: Desk) -> None:
    wren, concerns = a_file(desk)
    of = RecordId(wren.person)
    days = Wish(PaperSort.FILE, of, since="2026-11-01", until="2026-11-10")
    gathered = desk.leaving.gather(days)
    assert concerns[0].id in gathered.carries
    assert concerns[1].id not in gathered.carries
    assert len(gathered.items) > 3  # the whole file is still offered
    text = text_of(desk.leaving.leave(days, DRAFT, an_entry_id(desk.sitting.clock)).answer)
    assert "This is not the whole file." in text
    assert concerns[1].ref not in text
    chosen = Wish(PaperSort.SELECTED, of, items=(concerns[1].id,))
    text = text_of(desk.leaving.leave(chosen, DRAFT, an_entry_id(desk.sitting.clock)).answer)
    assert "1 selected" in text
    assert concerns[0].ref not in text
    (_first, last) = exports(desk)
    assert last.body.fields["paper"] == "selected"
    with pytest.raises(NothingInItError):
        desk.leaving.gather(Wish(PaperSort.SELECTED, of))


def test_that_only_pupils_have_a_file_and_only_for_whoever_holds_the_key(
    desk: Desk, vault: TrainingVault
) -> None:
    _wren, _linnet, lena = a_school(desk)
    with pytest.raises(RecordMissingError):
        desk.leaving.gather(wish(RecordId(lena.person), PaperSort.FILE))
    with pytest.raises(RecordMissingError):
        desk.leaving.gather(wish(RecordId("0a" * 16), PaperSort.FILE))
    wren = somebody(desk, "Ivy Larkspur")
    desk.sitting.leave(Compartment.CHILDREN)
    with pytest.raises(NotEntitledError):
        desk.leaving.gather(wish(RecordId(wren.person), PaperSort.FILE))
    assert vault.folder.is_dir()


def test_that_a_file_without_a_front_sheet_says_so(desk: Desk) -> None:
    wren, _linnet, _lena = a_school(desk)
    a_concern_of(desk, wren)
    gathered = desk.leaving.gather(wish(RecordId(wren.person), PaperSort.FILE))
    printed = pressing.press(gathered, DRAFT, an_entry_id(desk.sitting.clock))
    parcel = pressing.finish(printed, gathered)
    paper = pypdfium2.PdfDocument(parcel.content)
    assert "No front sheet was written." in paper[0].get_textpage().get_text_range()
    paper.close()
