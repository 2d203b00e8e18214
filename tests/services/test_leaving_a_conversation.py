"""A conversation on its way out: its words, the pictures ticked, nothing set aside."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.conversation import Meets, Shot, Speaker
from dsl_desk.domain.cover import Showing
from dsl_desk.domain.custody import CustodySort
from dsl_desk.domain.errors import DraftError, Problem
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.keeping_errors import BlobDamagedError
from dsl_desk.domain.leaving import (
    LOOKED_AT_EACH,
    LeavingDraft,
    PaperSort,
    Recipient,
    RecipientSort,
    Wish,
)
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.stop_errors import QuarantinedError
from dsl_desk.services.places import evidence_folder
from dsl_desk.services.pressing import finish, page_picture, press, press_front
from tests.services.looking import a_picture, captured, decided, fresh_entry
from tests.services.sharing_day import a_copy
from tests.services.test_conversations import a_draft, written
from tests.services.way_out import CHILDREN, exports, pictures_in, somebody, text_of

if TYPE_CHECKING:
    from dsl_desk.domain.picture import Pixels
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.leaving import Parcel
    from dsl_desk.services.pictures_out import Shot as Ticked
    from dsl_desk.services.pressing import Gathered

POLICE = Recipient(RecipientSort.POLICE, PersonRef("Constable Rook"))
DRAFT = LeavingDraft(POLICE, "They asked for it", confirmed=(LOOKED_AT_EACH,))


def wish(record: str) -> Wish:
    return Wish(PaperSort.CONVERSATION, RecordId(record))


def with_all(gathered: Gathered) -> LeavingDraft:
    ticked = tuple(shot.record for shot in gathered.shots if shot.ticked)
    return replace(DRAFT, pictures=ticked)


def leave(desk: Desk, record: str, draft: LeavingDraft | None = None) -> Parcel:
    draft = draft or with_all(desk.leaving.gather(wish(record)))
    return desk.leaving.leave(wish(record), draft, fresh_entry(desk)).answer


def test_that_it_leaves_with_its_pictures_and_stands_in_the_ledger(desk: Desk) -> None:
    conversation, pictures = written(desk)
    parcel = leave(desk, conversation.id)
    text = text_of(parcel)
    assert "Conversation CV-2026-001" in text
    assert "How to check this copy" in text
    assert pictures_in(parcel) == 2
    fields = exports(desk)[-1].body.fields
    assert fields["paper"] == "conversation"
    assert fields["pictures"] == list(pictures)
    assert fields["confirmed"] == [LOOKED_AT_EACH]
    assert set(pictures) < set(fields["carries"])  # type: ignore[arg-type]  # a list of texts


def test_that_its_first_page_is_seen_before_the_others_as_it_will_be(desk: Desk) -> None:
    conversation, pictures = written(desk, 5)
    gathered, entry = desk.leaving.gather(wish(conversation.id)), fresh_entry(desk)
    opened: list[str] = []
    first: list[str] = []

    def looked_at(shot: Ticked) -> Ticked:
        def look() -> Pixels | None:
            opened.append(shot.record)
            return shot.look() if shot.look else None

        return replace(shot, look=look)

    counted = replace(gathered, shots=tuple(map(looked_at, gathered.shots)))
    for draft in (DRAFT, replace(DRAFT, pictures=pictures)):
        front = page_picture(press_front(counted, draft, entry), 0, 200)
        first[:] = opened
        whole = page_picture(press(counted, draft, entry), 0, 200)
        assert _differs_at_the_foot_alone(front, whole)
    assert 0 < len(set(first)) == len(first) < len(pictures)


def test_that_a_picture_that_cannot_be_shown_keeps_no_first_page_waiting(desk: Desk) -> None:
    conversation, pictures = written(desk, 1)
    gathered, entry = desk.leaving.gather(wish(conversation.id)), fresh_entry(desk)
    dark = replace(gathered, shots=tuple(replace(one, look=_nothing) for one in gathered.shots))
    front = press_front(dark, replace(DRAFT, pictures=pictures), entry)
    assert page_picture(front, 0, 200).width == 200


def _nothing() -> Pixels | None:
    return None


def _differs_at_the_foot_alone(front: Pixels, whole: Pixels) -> bool:
    """Tell whether two drawings of a page are the same above its foot: that counts the pages."""
    body = int(front.height * 0.9) * front.width * 4
    return front.rgba[:body] == whole.rgba[:body]


def test_that_custody_tells_of_the_pieces_it_was_made_of_and_of_no_other(desk: Desk) -> None:
    conversation, pictures = written(desk)
    again = captured(desk, RecordId(conversation.draft.basis), a_picture(60)).id
    leave(desk, conversation.id)
    draft = replace(conversation.draft, shots=(*conversation.draft.shots, Shot(again, Meets.GAP)))
    desk.conversations.change(conversation, draft, "One more", fresh_entry(desk))
    line = desk.custody.trail(pictures[0])[-1]
    assert (line.sort, line.by) == (CustodySort.EXPORTED, "Maya Fernsby")
    assert line.words == "Conversation CV-2026-001, for Constable Rook"
    later = [one.sort for one in desk.custody.trail(again)]
    assert CustodySort.EXPORTED not in later  # that paper did not show it


def test_that_no_picture_goes_that_nobody_looked_at(desk: Desk) -> None:
    conversation, pictures = written(desk, 1)
    draft = replace(DRAFT, pictures=pictures, confirmed=())
    with pytest.raises(DraftError) as refused:
        leave(desk, conversation.id, draft)
    assert refused.value.problems == (Problem("pictures", "not_looked_at"),)


def test_that_a_picture_that_was_not_ticked_is_told_of_and_not_shown(desk: Desk) -> None:
    conversation, pictures = written(desk)
    parcel = leave(desk, conversation.id, replace(DRAFT, pictures=pictures[:1]))
    assert pictures_in(parcel) == 1
    assert "Its picture is not on this copy" in text_of(parcel)


def test_that_a_copy_for_sharing_stands_in_the_place_of_its_original(desk: Desk) -> None:
    conversation, (picture,) = written(desk, 1)
    copy = a_copy(desk, desk.evidence.read(picture))
    gathered = desk.leaving.gather(wish(conversation.id))
    assert [(shot.record, shot.ticked) for shot in gathered.shots] == [
        (picture, True),
        (copy.id, False),
    ]
    parcel = leave(desk, conversation.id, replace(DRAFT, pictures=(picture, copy.id)))
    assert pictures_in(parcel) == 1
    (line,) = [one for one in desk.custody.trail(picture) if one.sort is CustodySort.EXPORTED]
    assert "Constable Rook" in line.words


def test_that_how_somebody_is_called_there_is_covered_with_their_name(desk: Desk) -> None:
    ivy = somebody(desk, "Ivy Linnet")
    basis = decided(desk).id
    draft = a_draft(basis, captured(desk, basis, a_picture()).id)
    speakers = (Speaker("wren.t", PersonRef("Wren Tamarisk")), Speaker("ivy.x", ivy), Speaker("zz"))
    kept = desk.conversations.write(replace(draft, speakers=speakers), fresh_entry(desk)).answer
    gathered = desk.leaving.gather(wish(kept.id))
    assert {one.name for one in gathered.named} >= {"Ivy Linnet", "zz"}
    covered = replace(DRAFT, shown={ivy.person: Showing.COVERED}, covered_why="Not about her")
    text = text_of(leave(desk, kept.id, covered))
    assert "ivy.x" not in text
    assert "Ivy" not in text


def test_that_what_is_set_aside_is_never_offered_even_meanwhile(desk: Desk) -> None:
    conversation, pictures = written(desk)
    early = desk.leaving.gather(wish(conversation.id))
    draft, entry = with_all(early), fresh_entry(desk)
    finished = finish(press(early, draft, entry), early)
    desk.quarantines.set_aside(pictures[0], "By mistake", fresh_entry(desk))
    before = len(exports(desk))
    with pytest.raises(QuarantinedError):
        desk.leaving.note(early, draft, finished, entry)
    assert len(exports(desk)) == before
    late = desk.leaving.gather(wish(conversation.id))
    assert [shot.record for shot in late.shots] == [pictures[1]]
    parcel = leave(desk, conversation.id)
    assert pictures_in(parcel) == 1
    assert "Set aside, captured by mistake" in text_of(parcel)


def test_that_an_altered_picture_stops_the_paper(desk: Desk) -> None:
    conversation, pictures = written(desk, 1)
    (path,) = evidence_folder(desk.sitting.folder, CHILDREN).iterdir()
    raw = bytearray(path.read_bytes())
    raw[-1] ^= 1
    path.write_bytes(raw)
    gathered = desk.leaving.gather(wish(conversation.id))
    with pytest.raises(BlobDamagedError) as damaged:
        press(gathered, with_all(gathered), fresh_entry(desk))
    desk.leaving.note_damaged(gathered, damaged.value.name)
    assert CustodySort.MISMATCH in {line.sort for line in desk.custody.trail(pictures[0])}


def test_that_what_cannot_be_shown_stands_there_in_words(desk: Desk) -> None:
    basis = decided(desk).id
    draft = a_draft(basis, captured(desk, basis, b"no picture at all").id)
    draft = replace(draft, shots=(replace(draft.shots[0], words=""),), speakers=(), place="")
    kept = desk.conversations.write(draft, fresh_entry(desk)).answer
    parcel = leave(desk, kept.id)
    assert pictures_in(parcel) == 0
    assert "Its picture is not on this copy" in text_of(parcel)
