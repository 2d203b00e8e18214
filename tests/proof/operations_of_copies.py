"""Copies and what they bring back, later versions, disposal, and two copies made one again."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.strand import Began, Birth
from dsl_desk.services.restoring import believed, restore
from dsl_desk.storage.database import salt_of
from dsl_desk.storage.life import fresh_device
from dsl_desk.storage.merging import merge
from dsl_desk.storage.part import open_part
from dsl_desk.storage.restoring import prove_files
from tests.builders import a_concern_draft
from tests.proof.ground import Ground, check, contents, new_id, part_keys
from tests.proof.operations import WORDS, Case, Operation

if TYPE_CHECKING:
    from pathlib import Path

_HERE = Compartment.CHILDREN
TWIN, TWIN_AS_MADE, STICK = "twin", "twin-as-made", "stick"
_REASON = "as was decided"


def live_apart(ground: Ground) -> None:
    """Lay a copy on a stick beside the vault, and a twin in which somebody wrote alone."""
    desk = ground.unlock()
    desk.snapshots.take(ground.folder.with_name(STICK))
    desk.close()
    twin = ground.copied(ground.folder.with_name(TWIN_AS_MADE))
    desk = twin.unlock()
    opened = desk.sitting.parts[_HERE]
    birth = Birth(Began.RESTORE, opened.part.ledger.heads())
    opened.part.begin_strand(opened.pen, birth, fresh_device())
    desk.concerns.record(a_concern_draft(words="said in the twin"), new_id())
    desk.close()


def _beside(case: Case, name: str) -> Path:
    return case.ground.folder.with_name(f"{case.ground.folder.name}-{name}")


def _take(case: Case) -> None:
    case.opened.snapshots.take(_beside(case, STICK))


def _copies_are_whole(case: Case, said: bool) -> str:  # noqa: FBT001 - asked by position, as others
    stick = _beside(case, STICK)
    copies = [
        path
        for path in stick.glob("dsl-desk-*/*Z-*")
        if path.is_dir() and not path.name.endswith(".new")
    ]
    for copy in copies:
        prove_files(copy, believed(copy).manifest)
    return "the copy that was told of is not there" if said and not copies else ""


def _restore(case: Case) -> None:
    restore(_only_copy(case), _beside(case, "back"))


def _only_copy(case: Case) -> Path:
    (copy,) = case.ground.folder.with_name(STICK).glob("dsl-desk-*/*Z-*")
    return copy


def _rehearse(case: Case) -> None:
    case.opened.snapshots.rehearse(_only_copy(case))


def _brought_back(case: Case, said: bool) -> str:  # noqa: FBT001 - as above
    back = _beside(case, "back")
    if not back.exists():
        return "the vault that was told of was not brought back" if said else ""
    sitting = case.ground.at(back).sit()
    check(sitting)
    there = contents(sitting)
    sitting.close()
    vault = case.ground.sit()
    lacks = set(contents(vault)) - set(there)
    kinds = {
        entry.body.kind
        for opened in vault.parts.values()
        for entry in opened.part.ledger.entries()
        if entry.header.id in lacks
    }
    vault.close()
    # What was written after the copy, and in this attempt, is not in it.
    return "" if kinds <= {"unlock", "snapshot"} else f"brought back without {kinds}"


def _add_version(case: Case) -> None:
    concern = case.opened.concerns.open(case.first)
    draft = a_concern_draft(words=WORDS)
    case.opened.concerns.add_version(concern.entry.id, draft, _REASON, case.entry)


def _dispose(case: Case) -> None:
    opened = case.opened.sitting.parts[_HERE]
    with opened.part.writing(opened.pen) as write:
        write.dispose(RecordId(case.first), _REASON)


def _merge(case: Case) -> None:
    opened = case.opened.sitting.parts[_HERE]
    rolls = opened.part.ledger.proof._rolls
    file = case.twin.folder / "parts" / "children.part"
    key = part_keys(case.twin)[_HERE]
    with closing(open_part(file, key, salt_of(file), _HERE, rolls)) as other:
        merge(opened.part, other.ledger, opened.pen)


def _merged(case: Case, said: bool) -> str:  # noqa: FBT001 - as above
    sitting = case.ground.sit()
    entries = list(sitting.part(_HERE).ledger.entries())
    sitting.close()
    there = any(entry.body.fields.get("words") == "said in the twin" for entry in entries)
    return "what was told of is not taken in" if said and not there else ""


OF_COPIES = (
    Operation("take a copy", _take, good=_copies_are_whole, two_steps=True),
    Operation("rehearse a copy", _rehearse, two_steps=True),
    Operation("bring a copy back", _restore, opened=False, good=_brought_back, once=True),
    Operation("write a later version", _add_version, kind="concern"),
    Operation("dispose of a record", _dispose, takes_away=True),
    Operation("make two copies one", _merge, good=_merged, two_steps=True),
)
