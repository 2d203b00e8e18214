from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.errors import StoppedError
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.viewing import Stands
from dsl_desk.services.same_picture import alike, alike_as_wholes
from dsl_desk.services.seeing import facts_of
from tests.bench.drawn_pictures import photograph
from tests.builders import a_concern_draft
from tests.decoder.outside import saved
from tests.services.looking import a_stop, an_evidence_draft, decided, fresh_entry
from tests.services.staffroom import OWEN, Staffroom

if TYPE_CHECKING:
    from PIL import Image

    from dsl_desk.domain.evidence import Evidence
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault


def a_look(desk: Desk) -> RecordId:
    """Decide to look at somebody else's account, for a concern of its own."""
    concern = desk.concerns.record(a_concern_draft(), fresh_entry(desk)).answer
    name = f"Child {concern.ref}"
    return decided(desk, concern=concern.id, whose=PersonRef(name), handle=concern.ref).id


def taken(desk: Desk, basis: RecordId, picture: Image.Image, form: str = "PNG") -> Evidence:
    door = desk.evidence.let_in(a_stop(desk, basis))
    sealed = door.seal(io.BytesIO(saved(picture, form)), f"one.{form.lower()}", facts_of)
    draft = an_evidence_draft(desk.sitting.clock)
    return desk.evidence.keep(sealed, draft, fresh_entry(desk)).answer


def cut(picture: Image.Image) -> Image.Image:
    """The upper left of it, as somebody would cut it out."""
    return picture.crop((0, 0, picture.width * 6 // 10, picture.height * 6 // 10))


def test_that_a_cut_and_a_recompressed_picture_are_found_in_another_concern(desk: Desk) -> None:
    whole = taken(desk, a_look(desk), photograph(1))
    part = taken(desk, a_look(desk), cut(photograph(1)), "JPEG")
    small = taken(desk, a_look(desk), photograph(1).resize((600, 450)), "WEBP")
    taken(desk, a_look(desk), photograph(2))
    found = alike(desk.same_picture.seek(whole.id))
    assert {one.evidence for one in found} == {part.id, small.id}
    assert {one.ref for one in found} == {part.ref, small.ref}
    assert whole.id in {one.evidence for one in alike(desk.same_picture.seek(part.id))}


def test_that_the_same_concern_is_not_told_of(desk: Desk) -> None:
    basis = a_look(desk)
    first = taken(desk, basis, photograph(1))
    taken(desk, basis, photograph(1), "JPEG")
    assert desk.same_picture.seek(first.id).others == ()


def test_that_what_is_set_aside_is_neither_looked_for_nor_found(desk: Desk) -> None:
    first = taken(desk, a_look(desk), photograph(1))
    second = taken(desk, a_look(desk), photograph(1))
    third = taken(desk, a_look(desk), photograph(1))
    desk.quarantines.set_aside(second.id, "By mistake", fresh_entry(desk))
    assert desk.same_picture.seek(second.id).others == ()
    # The same bytes are one file in a part, so what shares it is set aside with it.
    assert desk.same_picture.seek(first.id).others == ()
    other = taken(desk, a_look(desk), photograph(1), "JPEG")
    assert alike(desk.same_picture.seek(other.id)) == ()
    assert desk.quarantines.holds(third.id)


def test_that_whoever_cannot_open_both_is_told_nothing(vault: TrainingVault) -> None:
    staff = Staffroom(vault).add_everybody()
    with staff.desk() as desk:
        child = taken(desk, a_look(desk), photograph(1))
        adult = decided(
            desk, whose=PersonRef("Lena Harebell"), stands=Stands.STAFF, handle="quiet.fern"
        )
        there = taken(desk, adult.id, photograph(1))
        assert [one.evidence for one in alike(desk.same_picture.seek(child.id))] == [there.id]
    with staff.desk(OWEN) as desk:
        assert desk.same_picture.seek(child.id).others == ()


def test_that_a_file_without_a_likeness_is_not_looked_for(desk: Desk) -> None:
    taken(desk, a_look(desk), photograph(1))
    door = desk.evidence.let_in(a_stop(desk, a_look(desk)))
    sealed = door.seal(io.BytesIO(b"no picture"), "words.txt", facts_of)
    draft = an_evidence_draft(desk.sitting.clock)
    kept = desk.evidence.keep(sealed, draft, fresh_entry(desk)).answer
    assert desk.same_picture.seek(kept.id).others == ()


def test_that_looking_can_be_stopped(desk: Desk) -> None:
    first = taken(desk, a_look(desk), photograph(1))
    taken(desk, a_look(desk), photograph(2))

    def stop(_done: int, _of: int, /) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        alike(desk.same_picture.seek(first.id), stop)


def test_that_a_list_tells_of_wholes_in_another_concern_and_of_nothing_set_aside(
    desk: Desk,
) -> None:
    basis = a_look(desk)
    first = taken(desk, basis, photograph(1))
    taken(desk, basis, photograph(1), "JPEG")
    again = taken(desk, a_look(desk), photograph(1), "WEBP")
    stranger = taken(desk, a_look(desk), photograph(2))
    sought = desk.same_picture.seek_many((first.id, again.id, stranger.id))
    found = alike_as_wholes(sought)
    assert [one.ref for one in found[first.id]] == [again.ref]
    assert len(found[again.id]) == 2
    assert stranger.id not in found
    desk.quarantines.set_aside(again.id, "By mistake", fresh_entry(desk))
    assert alike_as_wholes(desk.same_picture.seek_many((first.id,))) == {}
