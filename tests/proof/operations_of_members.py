"""Everything that changes who may open what: members, keys, posts, ways in, sealed slots.

In the vault of this proof Owen Larkspur is a member beside the founder, and there is a sealed case
about Lena Harebell that waits for its next round.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.case import CaseDraft
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.member import Role
from dsl_desk.domain.post import Post
from dsl_desk.domain.progress import untold
from dsl_desk.domain.ways_in import Way
from dsl_desk.keys.header_file import read_header_file
from dsl_desk.services import own_doors
from dsl_desk.services.places import drafts_file
from tests.proof.ground import add_member, new_id
from tests.proof.operations import WORDS, Case, Operation

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.ids import MemberId
    from dsl_desk.keys.header import Header, MemberRow
    from dsl_desk.services.desk import Desk

OWEN, LENA = "Owen Larkspur", "Lena Harebell"
_WHY = "as was decided"
_PASSPHRASE = "amber kettle river moss"  # noqa: S105 - of an invented school
CASE_WORDS = "told that a lift home was offered"


def live_in(desk: Desk) -> None:
    """Let Owen join, and begin a case that waits."""
    add_member(desk, OWEN, Role.DEPUTY_DSL)
    desk.members.appoint(Post(Role.DSL, desk.member.id), _WHY)
    desk.cases.begin(CaseDraft(LENA, "Wren Tamarisk", CASE_WORDS), new_id())


def _page(case: Case) -> Header:
    return read_header_file(case.ground.folder)


def _row(case: Case, name: str) -> MemberRow | None:
    rows = [row for row in _page(case).members if row.member.name == name]
    return rows[-1] if rows else None


def _owen(case: Case) -> MemberId:
    row = _row(case, OWEN)
    assert row is not None
    return row.member.id


def _add(case: Case) -> None:
    add_member(case.opened, LENA, Role.DEPUTY_DSL)


def _added(case: Case) -> bool:
    row = _row(case, LENA)
    return row is not None and drafts_file(case.ground.folder, row.member.id).exists()


def _retire(case: Case) -> None:
    case.opened.members.retire(_owen(case), _WHY, untold)


def _retired(case: Case) -> bool:
    row = _row(case, OWEN)
    return row is not None and row.retired and not row.grants and not row.doors


def _give(case: Case) -> None:
    case.opened.members.give_key(_owen(case), Compartment.DECLARATIONS, _WHY)


def _given(case: Case) -> bool:
    return _holds(case, Compartment.DECLARATIONS)


def _take_back(case: Case) -> None:
    case.opened.members.take_back_key(_owen(case), Compartment.CHILDREN, _WHY, untold)


def _taken_back(case: Case) -> bool:
    (part,) = (row for row in _page(case).parts if row.compartment is Compartment.CHILDREN)
    files = {path.name for path in (case.ground.folder / "parts").glob("children*.part")}
    return not _holds(case, Compartment.CHILDREN) and files == {part.file}


def _holds(case: Case, compartment: Compartment) -> bool:
    row = _row(case, OWEN)
    assert row is not None
    return any(grant.compartment is compartment for grant in row.grants)


def _rename(case: Case) -> None:
    case.opened.members.rename(_owen(case), "Owen Harebell", _WHY)


def _renamed(case: Case) -> bool:
    return _row(case, "Owen Harebell") is not None


def _appoint(case: Case) -> None:
    case.opened.members.appoint(Post(Role.DSL, case.ground.member, _owen(case)), _WHY)


def _appointed(case: Case) -> bool:
    return any(post.stand_in is not None for post in _page(case).posts)


def _make_kit(case: Case) -> None:
    case.opened.ways_in.make_kit()


def _has_way(way: Way) -> Callable[[Case], bool]:
    def has(case: Case) -> bool:
        row = _page(case).row(case.ground.member)
        return row is not None and any(door.lock.way is way for door in row.doors)

    return has


def _enrol(case: Case) -> None:
    # What a guess costs is told by others; here the doors are what is looked at.
    setattr(own_doors.OwnDoors, "prove", lambda *_args: None)  # noqa: B010 - in this process only
    case.opened.ways_in.enrol_this_account(_PASSPHRASE)


def _key_file(case: Case) -> None:
    setattr(own_doors.OwnDoors, "prove", lambda *_args: None)  # noqa: B010 - in this process only
    file = case.ground.folder.with_name("case-key.file")
    case.opened.ways_in.make_key_file(_PASSPHRASE, file)


def _go_a_round(case: Case) -> None:
    case.opened.cases.rewrite_all()


def _write_in_a_case(case: Case) -> None:
    (view,) = case.opened.cases.mine()
    case.opened.cases.write(view.id, WORDS, case.entry)


def _case_is_there(case: Case, said: bool) -> str:  # noqa: FBT001 - asked by position, as others
    desk = case.ground.unlock()
    try:
        desk.cases.check()
        notes = [note.words for view in desk.cases.mine() for note in view.notes]
    finally:
        desk.close()
    return "" if notes[:1] == [CASE_WORDS] else f"the sealed case is lost: {said}"


def _note_is_there(case: Case, said: bool) -> str:  # noqa: FBT001 - as above
    desk = case.ground.unlock()
    notes = [note.words for view in desk.cases.mine() for note in view.notes]
    desk.close()
    if notes not in ([CASE_WORDS], [CASE_WORDS, WORDS]):
        return f"the sealed case says something else: {len(notes)} notes"
    return "the note that was told of is not there" if said and len(notes) == 1 else ""


def _stands(done: Callable[[Case], bool]) -> Callable[[Case, bool], str]:
    """Return what looks whether that stands which was said, and that the sealed case is there."""

    def good(case: Case, said: bool) -> str:  # noqa: FBT001 - as above
        if said and not done(case):
            return "what was told of is not so"
        return _case_is_there(case, said)

    return good


def _change(name: str, act: Callable[[Case], object], done: Callable[[Case], bool]) -> Operation:
    # The page is one step, its entry in School the next: it is written at the next unlock.
    return Operation(name, act, good=_stands(done), two_steps=True, again=False)


OF_MEMBERS = (
    _change("add a member", _add, _added),
    _change("retire a member", _retire, _retired),
    _change("give a key", _give, _given),
    _change("take back a key", _take_back, _taken_back),
    _change("rename a member", _rename, _renamed),
    _change("appoint to a post", _appoint, _appointed),
    _change("make a kit", _make_kit, _has_way(Way.KIT)),
    _change("enrol this account", _enrol, _has_way(Way.PASSPHRASE)),
    _change("make a key file", _key_file, _has_way(Way.KEY_FILE)),
    Operation("go a round of the slots", _go_a_round, good=_case_is_there),
    Operation("write in a sealed case", _write_in_a_case, good=_note_is_there),
)
