"""A child who left for another school, whose file was made and sent; and a file that came."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from dsl_desk.app.demo.cast import MAYA, OWEN
from dsl_desk.app.demo.stage import Scene
from dsl_desk.domain.leaving import LeavingDraft, PaperSort, Wish, first_shown
from dsl_desk.domain.registers.register import RegisterDraft, RegisterName

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from dsl_desk.app.demo.stage import Stage
    from dsl_desk.domain.registers.register import Registered
    from dsl_desk.services.desk import Desk

_LEFT, _WRITTEN, _MADE, _SENT, _CAME = 47, 48, 49, 50, 30
_LEAVER, _STARTER = 20, 33
_NEXT: Final = {"to": "school", "school": "Sedge Vale School", "dsl": "Tansy Hollybank"}
_ON: Final = len("2026-11-19")


def scenes(stage: Stage, moment: Mapping[int, datetime]) -> Iterator[Scene]:
    """Return when each is written; `moment` says when the nth school day begins."""
    at = {nth: moment[nth].replace(hour=15) for nth in (_WRITTEN, _MADE, _SENT, _CAME)}
    left = moment[_LEFT].date().isoformat()
    told: list[Registered] = []
    yield Scene(at[_WRITTEN], MAYA, partial(_leaves, stage, left, told))
    yield Scene(at[_MADE], MAYA, partial(_make, stage, told))
    yield Scene(at[_SENT], MAYA, partial(_send, stage, told, at[_SENT].isoformat()[:_ON]))
    yield Scene(at[_CAME], OWEN, partial(_came, stage, at[_CAME].isoformat()[:_ON]))


def _leaves(stage: Stage, left: str, told: list[Registered], desk: Desk) -> None:
    child = stage.cast.pupils[_LEAVER].name
    said = {"child": child, "left_on": left, "timing": "in_year", "contact": "01632 960 222"}
    known = {"child": stage.cast.records[child]}
    draft = RegisterDraft(RegisterName.TRANSFERS, {**said, **_NEXT}, known)
    told.append(desk.registers.record(draft, stage.fresh()).answer)


def _make(stage: Stage, told: list[Registered], desk: Desk) -> None:
    """Let the locked file leave; whoever wants to read it makes it again."""
    wish = Wish(PaperSort.TRANSFER, told[0].id)
    gathered = desk.leaving.gather(wish)
    recipient = gathered.recipient
    assert recipient is not None  # noqa: S101 the entry says who it is
    shown = first_shown(gathered.named, recipient.sort, wish.sort)
    draft = LeavingDraft(recipient, "The child has begun there", shown)
    desk.leaving.leave(wish, draft, stage.fresh())


def _send(stage: Stage, told: list[Registered], day: str, desk: Desk) -> None:
    said = {"sent_on": day, "sent_by": MAYA, "way": "recorded", "apart": "yes"}
    draft = replace(told[0].draft, answers={**told[0].draft.answers, **said})
    desk.registers.change(told[0].entry.id, draft, "It was sent", stage.fresh())


def _came(stage: Stage, day: str, desk: Desk) -> None:
    child = stage.cast.pupils[_STARTER].name
    said = {
        "child": child,
        "asked_of": "Reedmace Infant School",
        "asked_on": day,
        "answer": "came",
        "answered_on": day,
        "came_from": "Gorse Bulrush, DSL there, by hand",
        "received_by": OWEN,
        "form": "paper",
        "kept_at": "Locked cupboard, office of the Headteacher",
        "receipt_on": day,
        "told": "The SENCO and the class teacher, the same day",
    }
    known = {"child": stage.cast.records[child]}
    desk.registers.record(RegisterDraft(RegisterName.FILES_RECEIVED, said, known), stage.fresh())
