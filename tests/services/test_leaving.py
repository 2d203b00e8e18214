"""What leaves: nothing before it is answered, nothing that was not proved, nothing unwritten."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest

from dsl_desk.documents.reading_back import words_in
from dsl_desk.domain.child_file import ChildFileDraft, Tie
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_choices import About, Involvement
from dsl_desk.domain.concern_parts import Involved
from dsl_desk.domain.cover import Showing
from dsl_desk.domain.errors import (
    DraftError,
    StoppedError,
)
from dsl_desk.domain.leaving import (
    HowItLeaves,
    LeavingDraft,
    PaperSort,
    Recipient,
    RecipientSort,
    Wish,
)
from dsl_desk.domain.leaving_errors import Flaw, KeptFromError, NotProvedError
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.services import pressing
from dsl_desk.services.copies_made import copies_on_paper
from dsl_desk.services.pressing import press_front
from tests.builders import a_concern_draft, an_entry_id
from tests.services.looking import captured, decided
from tests.services.way_out import (
    DRAFT,
    TANSY,
    a_concern_of,
    a_school,
    exports,
    somebody,
    text_of,
    wish,
)

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.services.desk import Desk


def test_that_the_first_page_by_itself_names_nobody_who_is_covered(desk: Desk) -> None:
    wren, _linnet, lena = a_school(desk)
    gathered = desk.leaving.gather(wish(a_concern_of(desk, wren).id))
    draft = replace(DRAFT, shown={lena.person: Showing.COVERED})
    front = press_front(gathered, draft, an_entry_id(desk.sitting.clock))
    with pikepdf.open(BytesIO(front.pdf)) as paper:
        told = words_in(paper)
    assert "Tansy Hollybank" in told
    assert "Harebell" not in told
    assert "Page 1 of …" in told


def test_that_everybody_named_is_listed_whom_it_is_about_first(desk: Desk) -> None:
    wren, linnet, lena = a_school(desk)
    somebody(desk, "Rowan Harebell")  # both words stand there, and nobody of that name
    concern = a_concern_of(desk, wren)
    gathered = desk.leaving.gather(wish(concern.id))
    named = {one.key: one for one in gathered.named}
    assert gathered.named[0].key == wren.person
    assert gathered.named[0].about
    assert {one.name for one in gathered.named} == {
        *("Wren Tamarisk", "Linnet Tamarisk", "Lena Harebell", "Rowan Ashby", "Maya Fernsby")
    }
    assert named[linnet.person].child
    assert named[linnet.person].handles == ("quietlinnet",)
    assert not named[lena.person].child
    assert gathered.file_name == "concern-c-2026-001.pdf"
    assert desk.leaving.sorts()[0] is PaperSort.ENTRY


def test_that_a_locked_copy_opens_with_its_words_and_names_nobody_who_is_covered(
    desk: Desk, tmp_path: Path
) -> None:
    wren, linnet, lena = a_school(desk)
    concern = a_concern_of(desk, wren)
    shown = {linnet.person: Showing.ALIAS, lena.person: Showing.COVERED}
    draft = LeavingDraft(TANSY, "Wren moves there", shown, also=("Rowan Ashby",))
    changed = desk.leaving.leave(wish(concern.id), draft, an_entry_id(desk.sitting.clock))
    parcel = changed.answer
    text = text_of(parcel)
    for gone in ("Linnet", "linnet", "Lena", "Harebell", "ROWAN", "Ashby"):
        assert gone not in text
    for there in ("Wren Tamarisk", "Child ", "[name covered]", "Tansy Hollybank", "Copy "):
        assert there in text
    assert 11 <= len(parcel.passphrase) <= 32
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(parcel.content))
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(parcel.content)
    for program, words in (
        ("qpdf", ["--check", f"--password={parcel.passphrase}"]),
        ("pdfinfo", ["-upw", parcel.passphrase]),
    ):
        if shutil.which(program):
            checked = subprocess.run([program, *words, paper], capture_output=True, check=True)
            assert b"AES" in checked.stdout


def test_that_a_copy_is_an_entry_before_it_is_handed_over(desk: Desk) -> None:
    wren, linnet, _lena = a_school(desk)
    concern = a_concern_of(desk, wren)
    shown = {linnet.person: Showing.COVERED}
    draft = LeavingDraft(TANSY, "Wren moves there", shown)
    parcel = desk.leaving.leave(wish(concern.id), draft, an_entry_id(desk.sitting.clock)).answer
    (entry,) = exports(desk)
    fields = entry.body.fields
    assert entry.header.id == parcel.entry
    assert (entry.body.kind, entry.body.schema) == ("export", 2)
    assert fields["sha256"] == parcel.sha256
    assert (fields["pages"], fields["covered"], fields["how"]) == (parcel.pages, 1, "locked")
    assert parcel.passphrase not in str(entry.body)
    (copy,) = copies_on_paper(desk.sitting, desk.cases.book, Compartment.CHILDREN, (concern.id,))
    assert copy.sha256 == parcel.sha256
    assert desk.vault.check(lambda _done, _of: None).parts


def test_that_an_open_copy_says_why_and_is_not_locked(desk: Desk) -> None:
    concern = a_concern_of(desk, PersonRef("Wren Tamarisk"))
    draft = LeavingDraft(TANSY, "x", how=HowItLeaves.OPEN, unlocked_why="No reader there")
    parcel = desk.leaving.leave(wish(concern.id), draft, an_entry_id(desk.sitting.clock)).answer
    assert parcel.passphrase == ""
    assert "Locked with a passphrase" not in text_of(parcel)


def test_that_nothing_is_made_for_whom_it_is_not_shared_with(desk: Desk) -> None:
    wren, linnet, _lena = a_school(desk)
    edmund = Tie(PersonRef("Edmund Tamarisk"), "Court order of 2 March; Maya Fernsby")
    desk.people.keep_file(
        None, ChildFileDraft(linnet, not_shared=(edmund,)), "", an_entry_id(desk.sitting.clock)
    )
    about_linnet = a_concern_draft(people=(Involved(wren), Involved(linnet, Involvement.WITNESS)))
    concern = desk.concerns.record(about_linnet, an_entry_id(desk.sitting.clock)).answer
    to_edmund = Recipient(RecipientSort.PARENT, PersonRef("edmund tamarisk"))
    with pytest.raises(KeptFromError):
        desk.leaving.leave(
            wish(concern.id), LeavingDraft(to_edmund, "He asked"), an_entry_id(desk.sitting.clock)
        )
    assert exports(desk) == []


def test_that_an_unanswered_question_stops_it(desk: Desk) -> None:
    concern = a_concern_of(desk, PersonRef("Wren Tamarisk"))
    with pytest.raises(DraftError):
        desk.leaving.leave(wish(concern.id), LeavingDraft(), an_entry_id(desk.sitting.clock))
    with pytest.raises(DraftError):
        desk.leaving.gather(Wish(PaperSort.ENTRY, concern.id, since="soon"))


def test_that_a_file_with_a_leak_never_leaves_and_that_is_written_down(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    _wren, linnet, _lena = a_school(desk)
    concern = a_concern_of(desk, PersonRef("Wren Tamarisk"))
    draft = LeavingDraft(TANSY, "x", {linnet.person: Showing.COVERED})
    # The fault is planted where the words are covered: the paper is drawn as if nobody were.
    monkeypatch.setattr("dsl_desk.domain.cover.Cover._replaced", lambda _self, text: text)
    with pytest.raises(NotProvedError) as caught:
        desk.leaving.leave(wish(concern.id), draft, an_entry_id(desk.sitting.clock))
    assert caught.value.flaw is Flaw.NAME
    (entry,) = exports(desk)
    assert entry.body.kind == "export_refused"
    assert entry.body.fields["flaw"] == "name"
    assert copies_on_paper(desk.sitting, desk.cases.book, Compartment.CHILDREN, (concern.id,)) == ()


def test_that_stopping_leaves_nothing_behind(desk: Desk) -> None:
    concern = a_concern_of(desk, PersonRef("Wren Tamarisk"))

    def stop(_done: int, _of: int, /) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        desk.leaving.leave(wish(concern.id), DRAFT, an_entry_id(desk.sitting.clock), stop)
    assert exports(desk) == []


def test_that_the_pages_looked_at_are_the_pages_that_leave(desk: Desk) -> None:
    concern = a_concern_of(desk, PersonRef("Wren Tamarisk"))
    gathered = desk.leaving.gather(wish(concern.id))
    printed = pressing.press(gathered, DRAFT, an_entry_id(desk.sitting.clock))
    assert pressing.pages_of(printed) == 2
    assert pressing.page_picture(printed, 0, 200).width == 200
    finished = pressing.finish(printed, gathered)
    opened = (pikepdf.open(BytesIO(each)) for each in (printed.pdf, finished.content))
    looked, gone = opened
    with looked, gone:
        drawn = [page.Contents.read_bytes() for page in looked.pages]
        assert drawn == [page.Contents.read_bytes() for page in gone.pages]


def test_that_an_entry_carries_its_decisions_and_their_evidence(desk: Desk) -> None:
    concern = a_concern_of(desk, PersonRef("Wren Tamarisk"))
    viewing = decided(desk, concern=concern.id)
    evidence = captured(desk, viewing.id)
    gathered = desk.leaving.gather(wish(concern.id))
    assert {concern.id, viewing.id, evidence.id} <= set(gathered.carries)
    parcel = desk.leaving.leave(wish(concern.id), DRAFT, an_entry_id(desk.sitting.clock)).answer
    text = text_of(parcel)
    assert viewing.ref in text
    assert evidence.captured.facts.sha256[:4] in text
    (copy,) = copies_on_paper(desk.sitting, desk.cases.book, Compartment.CHILDREN, (viewing.id,))
    assert copy.sha256 == parcel.sha256
    desk.quarantines.set_aside(evidence.id, "By mistake", an_entry_id(desk.sitting.clock))
    again = desk.leaving.leave(wish(concern.id), DRAFT, an_entry_id(desk.sitting.clock)).answer
    assert "Captured by mistake." in text_of(again)


def test_that_a_concern_about_an_adult_leaves_from_staff(desk: Desk) -> None:
    _wren, _linnet, lena = a_school(desk)
    people = (Involved(lena, Involvement.SAID_TO_HAVE_DONE_IT),)
    draft = replace(a_concern_draft(), people=people, about=About.ADULT)
    concern = desk.concerns.record(draft, an_entry_id(desk.sitting.clock)).answer
    gathered = desk.leaving.gather(wish(concern.id))
    assert gathered.part is Compartment.STAFF
    assert not gathered.named[0].child
    desk.leaving.leave(wish(concern.id), DRAFT, an_entry_id(desk.sitting.clock))
    assert len(exports(desk, Compartment.STAFF)) == 1
    assert exports(desk) == []
