"""Pictures and files of what somebody asked to see: each looked at before it is given."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest

from dsl_desk.domain.custody import CustodySort
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.leaving import (
    LOOKED_AT_EACH,
    READ_EVERY_PAGE,
    HowItLeaves,
    LeavingDraft,
    PaperSort,
)
from dsl_desk.domain.leaving_errors import DecidedSinceError, FileNotPrintedError
from dsl_desk.domain.stop_errors import QuarantinedError
from dsl_desk.domain.subject_access import Verdict
from dsl_desk.services.doorway import MOST_OF_A_PICTURE
from dsl_desk.services.pressing import finish, press
from tests.services.looking import a_picture, captured, decided, fresh_entry
from tests.services.requests import ICO, a_wish, asked, decide, leave
from tests.services.sharing_day import a_copy
from tests.services.test_conversations import a_draft
from tests.services.way_out import CHILDREN, a_concern_of, a_school, exports, pictures_in, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.evidence import Evidence
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.leaving import Wish
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.leaving import Parcel

GIVE, WITHHOLD = Verdict.GIVE, Verdict.WITHHOLD
TEXT = b"[18/11/2026, 19:02] Rowan: see you at the gate"


def a_request(desk: Desk, *contents: bytes) -> tuple[RecordId, list[Evidence]]:
    """A request about Wren, with these captured under a decision about her."""
    wren, *_others = a_school(desk)
    viewing = decided(desk, concern=a_concern_of(desk, wren).id, whose=wren)
    pieces = [captured(desk, viewing.id, each) for each in contents]
    return asked(desk, wren.person).id, pieces


def a_copy_wish(request: RecordId) -> Wish:
    return a_wish(request, PaperSort.SUBJECT_COPY)


def offered(desk: Desk, request: RecordId) -> set[str]:
    return {shot.record for shot in desk.leaving.gather(a_copy_wish(request)).shots}


def inside(parcel: Parcel) -> dict[str, bytes]:
    with pikepdf.open(BytesIO(parcel.content), password=parcel.passphrase) as paper:
        return {name: one.get_file().read_bytes() for name, one in paper.attachments.items()}


def test_that_a_picture_stands_on_the_copy_once_it_is_ticked_and_looked_at(desk: Desk) -> None:
    request, (piece,) = a_request(desk, a_picture())
    decide(desk, request, CHILDREN, {"*": GIVE})
    assert pictures_in(leave(desk, a_copy_wish(request))) == 0
    parcel = leave(desk, a_copy_wish(request), pictures=(piece.id,))
    assert pictures_in(parcel) == 1
    assert exports(desk)[-1].body.fields["pictures"] == [piece.id]
    with pytest.raises(DraftError):
        leave(desk, a_copy_wish(request), pictures=(piece.id,), read=False)


def test_that_a_picture_that_is_withheld_or_set_aside_is_not_even_offered(desk: Desk) -> None:
    request, (one, other) = a_request(desk, a_picture(), a_picture(30))
    decide(desk, request, CHILDREN, {"*": GIVE, "evidence": WITHHOLD})
    assert offered(desk, request) == set()
    assert pictures_in(leave(desk, a_copy_wish(request), pictures=(one.id, other.id))) == 0
    decide(desk, request, CHILDREN, {"*": GIVE})
    assert offered(desk, request) == {one.id, other.id}
    desk.quarantines.set_aside(one.id, "By mistake", fresh_entry(desk))
    decide(desk, request, CHILDREN, {"*": GIVE})
    assert offered(desk, request) == {other.id}


def test_that_nothing_leaves_that_was_set_aside_or_withheld_while_it_was_made(desk: Desk) -> None:
    request, (one, other) = a_request(desk, a_picture(), a_picture(30))
    decide(desk, request, CHILDREN, {"*": GIVE})
    gathered = desk.leaving.gather(a_copy_wish(request))
    confirmed = (READ_EVERY_PAGE, LOOKED_AT_EACH)
    draft = LeavingDraft(ICO, "Their request", confirmed=confirmed, pictures=(one.id, other.id))
    entry, before = fresh_entry(desk), len(exports(desk))
    finished = finish(press(gathered, draft, entry), gathered)
    decide(desk, request, CHILDREN, {"*": GIVE, "evidence": WITHHOLD})
    with pytest.raises(DecidedSinceError):
        desk.leaving.note(gathered, draft, finished, entry)
    decide(desk, request, CHILDREN, {"*": GIVE})
    desk.quarantines.set_aside(one.id, "By mistake", fresh_entry(desk))
    with pytest.raises(QuarantinedError):
        desk.leaving.note(gathered, draft, finished, entry)
    assert len(exports(desk)) == before


def test_that_a_copy_for_sharing_is_given_where_the_original_is_withheld(desk: Desk) -> None:
    request, (piece,) = a_request(desk, a_picture())
    copy = a_copy(desk, piece)
    decide(desk, request, CHILDREN, {"*": GIVE, "evidence": WITHHOLD})
    assert offered(desk, request) == {copy.id}
    parcel = leave(desk, a_copy_wish(request), pictures=(copy.id,))
    assert pictures_in(parcel) == 1
    line = desk.custody.trail(piece.id)[-1]
    assert line.sort is CustodySort.EXPORTED
    desk.quarantines.set_aside(piece.id, "By mistake", fresh_entry(desk))
    decide(desk, request, CHILDREN, {"*": GIVE, "evidence": WITHHOLD})
    assert offered(desk, request) == set()


def test_that_a_file_that_is_no_picture_goes_inside_and_is_never_printed(desk: Desk) -> None:
    request, (chat,) = a_request(desk, TEXT)
    decide(desk, request, CHILDREN, {"*": GIVE})
    parcel = leave(desk, a_copy_wish(request), pictures=(chat.id,))
    name = f"{chat.ref}.text".lower()
    assert inside(parcel) == {name: TEXT}
    assert f"The file itself lies inside this PDF, called {name}." in text_of(parcel)
    assert inside(leave(desk, a_copy_wish(request))) == {}
    gathered = desk.leaving.gather(a_copy_wish(request))
    draft = LeavingDraft(ICO, "Hers", confirmed=(LOOKED_AT_EACH,), pictures=(chat.id,))
    with pytest.raises(FileNotPrintedError):
        desk.leaving.refuse(gathered, replace(draft, how=HowItLeaves.PRINTED))


def test_that_an_archive_copy_carries_its_files_beside_it(desk: Desk) -> None:
    request, (chat,) = a_request(desk, TEXT)
    decide(desk, request, CHILDREN, {"*": GIVE})
    draft = LeavingDraft(
        ICO,
        "Their request",
        how=HowItLeaves.ARCHIVE,
        confirmed=(READ_EVERY_PAGE, LOOKED_AT_EACH),
        pictures=(chat.id,),
    )
    parcel = desk.leaving.leave(a_copy_wish(request), draft, fresh_entry(desk)).answer
    assert set(inside(parcel)) == {f"{chat.ref}.text".lower(), "copy-of-what-is-kept.pdf"}


def test_that_a_file_too_long_to_be_held_is_not_offered(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    request, _pieces = a_request(desk, TEXT)
    decide(desk, request, CHILDREN, {"*": GIVE})
    assert len(TEXT) < MOST_OF_A_PICTURE
    monkeypatch.setattr("dsl_desk.services.pictures_out.MOST_OF_A_PICTURE", len(TEXT) - 1)
    assert offered(desk, request) == set()


def test_that_the_scan_of_a_note_goes_inside(desk: Desk, tmp_path: Path) -> None:
    wren, *_others = a_school(desk)
    concern = a_concern_of(desk, wren)
    scan = tmp_path / "note.pdf"
    scan.write_bytes(b"%PDF-1.7 a scan")
    paper = desk.papers.keep(concern.id, scan, fresh_entry(desk)).answer
    request = asked(desk, wren.person).id
    decide(desk, request, CHILDREN, {"*": GIVE})
    (content,) = inside(leave(desk, a_copy_wish(request), pictures=(paper.id,))).values()
    assert content == scan.read_bytes()


def test_that_a_conversation_is_given_without_the_words_of_what_is_withheld(desk: Desk) -> None:
    wren, *_others = a_school(desk)
    viewing = decided(desk, whose=wren)
    pieces = [captured(desk, viewing.id, a_picture(20 + n)).id for n in range(2)]
    draft = a_draft(viewing.id, *pieces)
    first, second = draft.shots
    told = (replace(first, words="wren.t: quillwort"), replace(second, words="ivy.x: bogbean"))
    desk.conversations.write(replace(draft, shots=told), fresh_entry(desk))
    request = asked(desk, wren.person).id
    decide(desk, request, CHILDREN, {"*": GIVE})
    text = text_of(leave(desk, a_copy_wish(request)))
    assert "quillwort" in text
    assert "bogbean" in text
    desk.quarantines.set_aside(pieces[1], "By mistake", fresh_entry(desk))
    decide(desk, request, CHILDREN, {"*": GIVE})
    text = text_of(leave(desk, a_copy_wish(request)))
    assert "quillwort" in text
    assert "bogbean" not in text
    decide(desk, request, CHILDREN, {"*": GIVE, "evidence": WITHHOLD})
    text = text_of(leave(desk, a_copy_wish(request)))
    assert "quillwort" not in text
    assert "The words of this picture are not given." in text
