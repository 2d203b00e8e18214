from __future__ import annotations

import hashlib
import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from typing_extensions import override

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.custody import CustodySort
from dsl_desk.domain.errors import DraftError, NotEntitledError
from dsl_desk.domain.evidence import EvidenceDraft
from dsl_desk.domain.file_sort import HEAD
from dsl_desk.domain.keeping_errors import BlobDamagedError
from dsl_desk.domain.picture import Decoded, PictureFacts, PictureSort
from dsl_desk.domain.stop import StopAnswer
from dsl_desk.domain.stop_errors import (
    NotOpenError,
    NotTheLookerError,
    StopError,
    StopTrouble,
    TooLargeError,
)
from dsl_desk.services import doorway
from dsl_desk.services.places import evidence_folder
from tests.services.looking import (
    a_picture,
    a_stop,
    an_evidence_draft,
    captured,
    decided,
    fresh_entry,
)
from tests.services.staffroom import HESTER, Staffroom

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault
    from tests.fakes.clock import FakeClock


class Watched(io.BytesIO):
    """A stream that knows whether anybody read it."""

    was_read = False

    @override
    def read(self, size: int | None = -1, /) -> bytes:
        self.was_read = True
        return super().read(size)


def files_in(desk: Desk, part: Compartment = Compartment.CHILDREN) -> list[str]:
    folder = evidence_folder(desk.sitting.folder, part)
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_that_a_capture_is_kept_byte_for_byte_with_its_facts(desk: Desk) -> None:
    viewing = decided(desk)
    evidence = captured(desk, viewing.id)
    facts = evidence.captured.facts
    assert facts.sha256 == hashlib.sha256(a_picture()).hexdigest()
    assert (facts.size, facts.sort) == (len(a_picture()), PictureSort.PNG)
    assert evidence.ref.startswith("EV-2026-")
    assert evidence.captured.basis_ref == viewing.ref
    assert desk.evidence.open(evidence.id).content() == a_picture()
    assert desk.evidence.under(viewing.id) == (evidence,)
    assert desk.evidence.page(0, 10).rows == (evidence,)


def test_that_no_file_on_disk_holds_the_picture_or_its_name(
    desk: Desk, vault: TrainingVault
) -> None:
    captured(desk, decided(desk).id)
    for path in vault.folder.rglob("*"):
        if path.is_file():
            raw = path.read_bytes()
            assert a_picture()[8:40] not in raw
            assert b"Screenshot 12" not in raw
            assert "Screenshot" not in path.name


@pytest.mark.parametrize("answer", [StopAnswer.YES, StopAnswer.NOT_SURE, StopAnswer.NOT_ALL])
def test_that_only_a_no_lets_anything_in(desk: Desk, answer: StopAnswer) -> None:
    viewing = decided(desk)
    with pytest.raises(StopError) as refused:
        desk.evidence.let_in(a_stop(desk, viewing.id, answer=answer))
    assert refused.value.trouble is StopTrouble.NOT_NO


def test_that_an_answer_is_good_once_and_for_a_short_while(desk: Desk, clock: FakeClock) -> None:
    viewing = decided(desk)
    stop = a_stop(desk, viewing.id)
    desk.evidence.let_in(stop)
    with pytest.raises(StopError) as again:
        desk.evidence.let_in(stop)
    assert again.value.trouble is StopTrouble.USED
    old = a_stop(desk, viewing.id)
    clock.advance(minutes=11)
    with pytest.raises(StopError) as late:
        desk.evidence.let_in(old)
    assert late.value.trouble is StopTrouble.OLD
    with pytest.raises(StopError) as none:
        desk.evidence.let_in(a_stop(desk, viewing.id, count=0))
    assert none.value.trouble is StopTrouble.COUNT


def test_that_a_doorway_takes_in_as_many_files_as_were_counted(desk: Desk) -> None:
    door = desk.evidence.let_in(a_stop(desk, decided(desk).id, count=2))
    door.seal(io.BytesIO(a_picture(8)), "one.png")
    door.seal(io.BytesIO(a_picture(9)), "two.png")
    third = Watched(a_picture(10))
    with pytest.raises(StopError):
        door.seal(third, "three.png")
    assert not third.was_read


def test_that_what_nobody_saw_to_its_end_is_not_taken_in(desk: Desk) -> None:
    viewing = decided(desk)
    film = b"\x00\x00\x00\x20ftypisom" + bytes(4000)
    with pytest.raises(StopError) as refused:
        desk.evidence.let_in(a_stop(desk, viewing.id)).seal(io.BytesIO(film), "film.mp4")
    assert refused.value.trouble is StopTrouble.NOT_SEEN
    assert files_in(desk) == []
    seen = a_stop(desk, viewing.id, seen_by="Owen Larkspur")
    assert desk.evidence.let_in(seen).seal(io.BytesIO(film), "film.mp4").blob.length == len(film)


def test_that_nothing_is_left_of_a_file_that_is_too_large(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doorway, "MOST_OF_A_PICTURE", 100)
    door = desk.evidence.let_in(a_stop(desk, decided(desk).id))
    with pytest.raises(TooLargeError):
        door.seal(io.BytesIO(a_picture(200, 200) + bytes(200)), "large.png")
    assert files_in(desk) == []


def test_that_nothing_comes_in_under_a_decision_that_is_not_open(
    desk: Desk, clock: FakeClock
) -> None:
    viewing = decided(desk)
    clock.advance(hours=5)
    with pytest.raises(NotOpenError):
        desk.evidence.let_in(a_stop(desk, viewing.id))


def test_that_only_the_one_who_looks_captures(desk: Desk) -> None:
    viewing = decided(desk, looker_member="0f" * 16)
    with pytest.raises(NotTheLookerError):
        desk.evidence.let_in(a_stop(desk, viewing.id))


def test_that_whoever_may_only_read_captures_nothing(vault: TrainingVault) -> None:
    staff = Staffroom(vault).add_everybody()
    with staff.desk() as desk:
        viewing = decided(desk)
    with staff.desk(HESTER) as desk, pytest.raises(NotEntitledError):
        desk.evidence.let_in(a_stop(desk, viewing.id))


def test_that_all_that_is_missing_is_said_at_once(desk: Desk) -> None:
    door = desk.evidence.let_in(a_stop(desk, decided(desk).id))
    sealed = door.seal(io.BytesIO(a_picture()), "one.png")
    with pytest.raises(DraftError) as refused:
        desk.evidence.keep(sealed, EvidenceDraft(), fresh_entry(desk))
    assert {problem.field for problem in refused.value.problems} == {"shows", "address", "seen_at"}


def test_that_the_same_bytes_are_one_file_and_two_pieces_of_evidence(desk: Desk) -> None:
    viewing = decided(desk)
    first, second = captured(desk, viewing.id), captured(desk, viewing.id)
    assert first.captured.file == second.captured.file
    assert first.ref != second.ref
    assert len(files_in(desk)) == 1
    assert desk.evidence.open(second.id).content() == a_picture()


def test_that_the_same_entry_is_written_once(desk: Desk) -> None:
    door = desk.evidence.let_in(a_stop(desk, decided(desk).id))
    sealed = door.seal(io.BytesIO(a_picture()), "one.png")
    draft, entry = an_evidence_draft(desk.sitting.clock), fresh_entry(desk)
    first = desk.evidence.keep(sealed, draft, entry).answer
    assert desk.evidence.keep(sealed, draft, entry).answer.id == first.id
    assert desk.evidence.page(0, 10).total == 1
    assert desk.evidence.open(first.id).content() == a_picture()


def test_that_what_it_shows_is_said_anew_with_a_reason(desk: Desk) -> None:
    evidence = captured(desk, decided(desk).id)
    draft = an_evidence_draft(desk.sitting.clock, shows="Post naming Wren")
    with pytest.raises(DraftError):
        desk.evidence.describe(evidence, draft, "", fresh_entry(desk))
    said = desk.evidence.describe(evidence, draft, "Shorter", fresh_entry(desk)).answer
    assert (said.version, said.captured.said.shows) == (2, "Post naming Wren")
    assert said.captured.facts == evidence.captured.facts
    sorts = [line.sort for line in desk.custody.trail(evidence.id)]
    assert CustodySort.DESCRIBED in sorts


def test_that_what_the_decoder_saw_is_a_fact_of_the_evidence(desk: Desk) -> None:
    def decode(content: bytes, name: str) -> Decoded:
        assert (content, name) == (a_picture(), "one.png")
        return Decoded(PictureFacts(PictureSort.PNG, 24, 16))

    door = desk.evidence.let_in(a_stop(desk, decided(desk).id))
    sealed = door.seal(io.BytesIO(a_picture()), "one.png", decode)
    kept = desk.evidence.keep(sealed, an_evidence_draft(desk.sitting.clock), fresh_entry(desk))
    assert (kept.answer.captured.facts.width, kept.answer.captured.facts.height) == (24, 16)


def test_that_a_long_file_is_proved_and_not_returned(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    viewing = decided(desk)
    stop = a_stop(desk, viewing.id, seen_by="Maya Fernsby")
    film = b"\x00\x00\x00\x20ftypisom" + bytes(HEAD * 10)
    sealed = desk.evidence.let_in(stop).seal(io.BytesIO(film), "film.mp4")
    draft = an_evidence_draft(desk.sitting.clock)
    evidence = desk.evidence.keep(sealed, draft, fresh_entry(desk)).answer
    monkeypatch.setattr(doorway, "MOST_OF_A_PICTURE", 1000)
    assert desk.evidence.open(evidence.id).content() == b""


def test_that_a_key_of_another_file_never_opens_as_this_evidence(desk: Desk) -> None:
    viewing = decided(desk)
    first, other = captured(desk, viewing.id), captured(desk, viewing.id, a_picture(30))
    looking = desk.evidence.open(first.id)
    swapped = desk.evidence.open(other.id).file
    with pytest.raises(BlobDamagedError):
        replace(looking, file=swapped).content()


def test_that_the_decoder_is_not_asked_of_what_is_too_long_to_show(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def decode(_content: bytes, _name: str) -> Decoded:
        raise AssertionError

    monkeypatch.setattr(doorway, "MOST_OF_A_PICTURE", 100)
    stop = a_stop(desk, decided(desk).id, seen_by="Maya Fernsby")
    film = b"\x00\x00\x00\x20ftypisom" + bytes(400)
    sealed = desk.evidence.let_in(stop).seal(io.BytesIO(film), "film.mp4", decode)
    assert sealed.decoded is None
