"""A file that another invented school sends: made in a training vault of its own, and taken in."""

from __future__ import annotations

import hashlib
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from dsl_desk.app.demo.cast import OWEN
from dsl_desk.app.demo.stage import Scene
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_choices import SafeNow
from dsl_desk.domain.concern_draft import ConcernDraft
from dsl_desk.domain.concern_parts import Involved, Teller
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.leaving import PaperSort, Wish
from dsl_desk.domain.member import Role
from dsl_desk.domain.parcel import CarriedEntry
from dsl_desk.domain.person import PersonDraft, PersonKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.record import AUTHOR
from dsl_desk.domain.registers.register import RegisterDraft, RegisterName
from dsl_desk.domain.ways_in import FirstWay, Way
from dsl_desk.domain.went_out import EXPORT, EXPORT_SCHEMA
from dsl_desk.services.parcels import Arrived, proof_of, proved
from dsl_desk.services.training import found_training
from dsl_desk.services.vaults import SetUp, open_desk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from dsl_desk.app.demo.stage import Stage
    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.parcel import Contents
    from dsl_desk.services.desk import Desk

_CAME, _STARTER = 30, 33
_SCHOOL, _DSL = "Reedmace Infant School", "Gorse Bulrush"
_HERE: Final = {
    "to": "school",
    "school": "Fernhollow Primary School",
    "dsl": OWEN,
    "timing": "in_year",
    "contact": "01632 960 333",
}


def scenes(stage: Stage, moment: Mapping[int, datetime]) -> Iterator[Scene]:
    """Return when it is taken in; `moment` says when the nth school day begins."""
    yield Scene(moment[_CAME].replace(hour=15, minute=20), OWEN, partial(_take_in, stage))


def _take_in(stage: Stage, desk: Desk) -> None:
    child = stage.cast.ref(stage.cast.pupils[_STARTER].name)
    with TemporaryDirectory(prefix="dsl-desk-demo-") as drawer:
        arrived = _sent(stage, Path(drawer) / "vault", child.name)
    desk.parcels.take_in(arrived, child)


def _sent(stage: Stage, folder: Path, child: str) -> Arrived:
    """Return what the other school sent: a file with one concern in it."""
    plan = SetUp(_SCHOOL, _DSL, Role.DSL, FirstWay("", Way.KIT))
    founded = found_training(folder, plan, stage.place)
    fonts = stage.resources / "fonts"
    desk = open_desk(folder, founded.member, founded.key, stage.place, fonts)
    try:
        return _leaves(stage, desk, child)
    finally:
        desk.close()


def _leaves(stage: Stage, desk: Desk, child: str) -> Arrived:
    forename, surname = child.split(" ", maxsplit=1)
    person = PersonDraft(PersonKind.PUPIL, surname, forename)
    known = desk.people.add(person, stage.fresh()).answer.id
    told = ConcernDraft(
        people=(Involved(PersonRef(child, known)),),
        told_by=Teller("Dunnock Sedgely, reception teacher"),
        told_at=stage.now(),
        words="Was collected late three times in one week. Grandmother is in hospital.",
        safe_now=SafeNow.YES,
    )
    desk.concerns.record(told, stage.fresh())
    left_on = stage.clock.now().date().isoformat()
    answers = {"child": child, "left_on": left_on, **_HERE}
    draft = RegisterDraft(RegisterName.TRANSFERS, answers, {"child": known})
    wish = Wish(PaperSort.TRANSFER, desk.registers.record(draft, stage.fresh()).answer.id)
    contents = desk.leaving.gather(wish).contents
    assert contents is not None  # noqa: S101 a leaver's file always has a parcel beside it
    return _as_it_arrives(stage, desk, contents)


def _as_it_arrives(stage: Stage, desk: Desk, contents: Contents) -> Arrived:
    """Return a parcel as it is once it was opened: nothing is locked that is opened at once."""
    sha256 = hashlib.sha256(contents.written()).hexdigest()
    name = stage.fresh()
    fields: dict[str, Json] = {"record": "", "version": 0, "sha256": "", "beside": sha256}
    body = Body(EXPORT, EXPORT_SCHEMA, names={AUTHOR: _DSL}, fields=fields)
    with desk.sitting.writing(Compartment.CHILDREN, EntryClass.EXPORT) as write:
        write.enter(Act(name, RecordId(name), EntryClass.EXPORT, body))
    (line,) = desk.sitting.part(Compartment.CHILDREN).ledger.lines_of(RecordId(name))
    left = CarriedEntry(line.header, line.signature, line.salt or b"", line.body or b"")
    proof = proof_of(contents.signers)
    entries = tuple(proved(one, proof) for one in contents.entries)
    return Arrived(contents, sha256, entries, proved(left, proof), left)
