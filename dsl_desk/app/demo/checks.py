"""The Head looks at a sample of the term: draws it, reads it, and signs what was found."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from dsl_desk.app.demo.cast import HESTER, MAYA
from dsl_desk.app.demo.stage import Scene
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.termly_check import FindingDraft, Found, Looked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from dsl_desk.app.demo.stage import Stage
    from dsl_desk.services.desk import Desk

_DRAWN, _SIGNED = 44, 45
_HERE: Final = Compartment.CHILDREN
_FOUND: Final = (
    "Everybody was acted for on the same day. Reasons are written. In one concern nobody wrote "
    "down what the child wishes."
)
_CHANGE: Final = f"{MAYA} asks for the wishes of the child in every concern, and says so in INSET."


def scenes(stage: Stage, moment: Mapping[int, datetime]) -> Iterator[Scene]:
    """Return when the sample is drawn, and when the finding is signed."""
    late = timedelta(hours=8)
    yield Scene(moment[_DRAWN] + late, HESTER, partial(_draw, stage))
    yield Scene(moment[_SIGNED] + late, HESTER, partial(_sign, stage))


def _draw(stage: Stage, desk: Desk) -> None:
    desk.checks.draw(_HERE, stage.fresh())


def _sign(stage: Stage, desk: Desk) -> None:
    standing = desk.checks.standing(_HERE)
    waiting = standing.open
    assert waiting is not None  # noqa: S101 she drew it the day before
    first = next((one.record for one in standing.sample if one.kind == "concern"), None)
    looked = []
    for one in standing.sample:
        if one.kind == "concern":
            desk.concerns.open(one.record)
        else:
            desk.viewings.open(one.record)
        lacking = one.record == first
        found = Found.LACKING if lacking else Found.IN_ORDER
        note = "The wishes of the child are not written down" if lacking else ""
        looked.append(Looked(one.record, one.version, found, note))
    until = (stage.clock.now() + timedelta(days=28)).date().isoformat()
    finding = FindingDraft(tuple(looked), _FOUND, _CHANGE, until)
    desk.checks.sign(waiting, finding, stage.said[HESTER], stage.fresh())
