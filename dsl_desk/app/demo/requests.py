"""A mother asks to see what is kept about her child: begun, and not yet answered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from dsl_desk.app.demo.cast import MAYA, OWEN
from dsl_desk.app.demo.stage import Scene
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.registers.register import RegisterDraft, RegisterName
from dsl_desk.domain.subject_access import DecisionDraft, Exemption, Judged, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from dsl_desk.app.demo.stage import Stage
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk

_DPO: Final = "Piran Sedgewick"
_CAME, _WRITTEN, _OWENS, _DECIDED = 49, 50, 52, 53
_CHILDREN: Final = Compartment.CHILDREN
_REQUEST: Final = RegisterName.SUBJECT_REQUESTS


def scenes(stage: Stage, moment: Mapping[int, datetime]) -> Iterator[Scene]:
    """Return when the request is written down, answered by a deputy, and decided about in part."""
    came = moment[_CAME].date().isoformat()
    at = {nth: moment[nth].replace(hour=13) for nth in (_WRITTEN, _OWENS, _DECIDED)}
    yield Scene(at[_WRITTEN], MAYA, partial(_write, stage, came))
    yield Scene(at[_OWENS], OWEN, partial(_answer, stage))
    yield Scene(at[_DECIDED], MAYA, partial(_decide, stage))


def _write(stage: Stage, came: str, desk: Desk) -> None:
    child = stage.cast.pupils[0]
    mother = f"Carys {child.surname}"
    said = {
        "about": child.name,
        "received": came,
        "requester": mother,
        "requester_is": "parent",
        "scope": "Everything the school has written down about my daughter since September.",
        "identity": "known",
        "authority": "She has parental responsibility: the front sheet says so.",
        "understands": "agrees",
        "understands_how": "Asked on her own. She said her mother may see it.",
        "dpo": _DPO,
    }
    people = {"about": stage.cast.records[child.name]}
    made = desk.registers.record(RegisterDraft(_REQUEST, said, people), stage.fresh()).answer
    desk.subject.write_searched(made.id, stage.fresh())


def _answer(stage: Stage, desk: Desk) -> None:
    desk.subject.answer(_request(desk), stage.fresh())


def _decide(stage: Stage, desk: Desk) -> None:
    """Decide about the first of what was found; what is left is for whoever is learning."""
    request = _request(desk)
    found = desk.subject.items(desk.registers.open(request), _CHILDREN)
    today = desk.sitting.clock.now().date().isoformat()
    for items, verdict in ((found[:2], Verdict.GIVE), (found[2:3], Verdict.WITHHOLD)):
        judged = tuple(Judged(one.record, one.version) for one in items)
        held = verdict is Verdict.WITHHOLD
        draft = DecisionDraft(
            request=request,
            items=judged,
            verdict=verdict,
            exemption=Exemption.THIRD_PARTY if held else None,
            why="Another child told us this, and has not agreed." if held else "",
            dpo=_DPO,
            decided_on=today,
        )
        if judged:
            desk.subject.decide(_CHILDREN, draft, stage.fresh())


def _request(desk: Desk) -> RecordId:
    return desk.registers.page(_REQUEST, 0, 1).rows[0].id
