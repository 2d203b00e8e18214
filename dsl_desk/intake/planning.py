"""The dry run: what a list would do to what is known. Pure; nothing is written here."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import LONGEST_LINE
from dsl_desk.domain.duplicates import alike, certain
from dsl_desk.domain.errors import ListRefusedError
from dsl_desk.domain.import_plan import (
    ASKED_FOR,
    Doubt,
    ImportPlan,
    Planned,
    Refused,
    Why,
    over,
    pupil,
)
from dsl_desk.domain.list_trouble import ListTrouble
from dsl_desk.domain.person import PersonKind
from dsl_desk.domain.reading_days import read_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from dsl_desk.domain.ids import EntryId
    from dsl_desk.domain.import_plan import Sheet
    from dsl_desk.domain.person import PersonDraft, PersonRow
    from dsl_desk.domain.progress import Progress

_DAYS: Final = ("born", "starts", "ends")
_FORMULA: Final = ("=", "+", "-", "@")
_YEAR: Final = re.compile(r"(?:year|yr|y)?\s*0*(\d{1,2})", re.IGNORECASE)
_BY_CODE: Final = {
    ("born", "not_yet"): Why.NOT_YET,
    ("ends", "before_it_began"): Why.BEFORE,
    ("upn", "not_a_upn"): Why.UPN,
    ("former_upn", "not_a_upn"): Why.UPN,
}
_SLICE: Final = 100


@dataclass(frozen=True)
class Occasion:
    """The day of the dry run, and how an entry gets its id: before it is saved, as always."""

    today: date
    fresh: Callable[[], EntryId]


def plan_import(
    sheet: Sheet,
    mapping: Mapping[str, str],
    known: Iterable[PersonRow],
    occasion: Occasion,
    progress: Progress,
) -> ImportPlan:
    """Return everything the list would do: new, changed, left, refused, and what is asked."""
    wanted = {"upn", "surname"} & mapping.keys()
    if not wanted or "born" not in mapping:
        raise ListRefusedError(ListTrouble.COLUMNS)
    return _Plan(sheet, mapping, known, occasion).whole(progress)


class _Plan:
    """One dry run, while it is made."""

    def __init__(
        self,
        sheet: Sheet,
        mapping: Mapping[str, str],
        known: Iterable[PersonRow],
        occasion: Occasion,
    ) -> None:
        self._sheet, self._today, self._fresh = sheet, occasion.today, occasion.fresh
        self._places = {
            answer: sheet.columns.index(column)
            for answer, column in mapping.items()
            if answer in ASKED_FOR and column in sheet.columns
        }
        self._known = [row for row in known if row.kind is PersonKind.PUPIL]
        self._by_upn: dict[str, PersonRow] = {}
        for row in self._known:
            for upn in (row.draft.former_upn, row.draft.upn):
                if upn:
                    self._by_upn[upn] = row
        self._by_birth: defaultdict[str, list[PersonRow]] = defaultdict(list)
        for row in self._known:
            self._by_birth[row.draft.born].append(row)
        self._new: list[Planned] = []
        self._changed: list[Planned] = []
        self._refused: list[Refused] = []
        self._doubts: list[Doubt] = []
        self._same = 0
        self._met: set[str] = set()

    def whole(self, progress: Progress) -> ImportPlan:
        """Go through every row."""
        told = [(number, self._told(cells)) for number, cells in self._sheet.rows]
        twice = {upn for upn, times in Counter(t.get("upn") for _, t in told).items() if times > 1}
        seen: set[tuple[str, ...]] = set()
        for at, ((number, row), (_, cells)) in enumerate(zip(told, self._sheet.rows, strict=True)):
            if at % _SLICE == 0:
                progress(at, len(told))
            self._go_through(number, row, cells, twice=twice, seen=seen)
        return ImportPlan(
            tuple(self._new),
            tuple(self._changed),
            self._same,
            self._left(),
            tuple(self._refused),
            tuple(self._doubts),
        )

    def _go_through(
        self,
        number: int,
        row: dict[str, str],
        cells: Sequence[str],
        *,
        twice: set[str | None],
        seen: set[tuple[str, ...]],
    ) -> None:
        draft = pupil(row)
        refused = self._wrong(draft, cells, twice)
        same = (draft.upn, draft.legal_name.casefold(), draft.born)
        if refused is None and same in seen:
            refused = (Why.TWICE, "")
        seen.add(same)
        if refused is not None:
            why, column = refused
            self._refused.append(Refused(number, _shown(draft.name), why, column))
            self._keep_from_leaving(draft)
        else:
            self._match(Planned(number, draft, self._fresh()))

    def _match(self, planned: Planned) -> None:
        draft = planned.draft
        there = self._by_upn.get(draft.upn) if draft.upn else None
        if there is None:
            maybe = [row for row in self._by_birth[draft.born] if alike(row.draft, draft)]
            sure = [row for row in maybe if certain(row.draft, draft)]
            if maybe and len(sure) != 1:
                self._doubts.append(Doubt(planned, (sure or maybe)[0]))
                self._met.update(row.id for row in maybe)
                return
            there = sure[0] if sure else None
        if there is None:
            self._new.append(planned)
        elif there.id in self._met:
            self._refused.append(Refused(planned.number, _shown(draft.name), Why.TWICE))
        else:
            self._met.add(there.id)
            self._compare(planned, there)

    def _compare(self, planned: Planned, there: PersonRow) -> None:
        draft = over(there.draft, planned.draft)
        if draft.ends and not planned.draft.ends and draft.ends <= self._today.isoformat():
            draft = replace(draft, ends="")  # who had left stands in the list again
        changed = replace(planned, draft=draft, was=there)
        if changed.fields:
            self._changed.append(changed)
        else:
            self._same += 1

    def _left(self) -> tuple[Planned, ...]:
        today = self._today.isoformat()
        gone = [row for row in self._known if row.id not in self._met and not row.draft.ends]
        return tuple(Planned(0, replace(row.draft, ends=today), self._fresh(), row) for row in gone)

    def _keep_from_leaving(self, draft: PersonDraft) -> None:
        """Somebody whose row is refused stands in the list all the same: they have not left."""
        if draft.upn in self._by_upn:
            self._met.add(self._by_upn[draft.upn].id)
        self._met.update(row.id for row in self._by_birth[draft.born] if alike(row.draft, draft))

    def _told(self, cells: Sequence[str]) -> dict[str, str]:
        told = {
            answer: cells[place] for answer, place in self._places.items() if place < len(cells)
        }
        told = {answer: "" if cell == "-" else cell for answer, cell in told.items()}
        told |= {day: read_day(told[day]) for day in _DAYS if day in told}
        for answer in ("upn", "former_upn"):
            if answer in told:
                told[answer] = told[answer].upper()
        if found := _YEAR.fullmatch(told.get("year", "")):
            told["year"] = found[1]
        return told

    def _wrong(
        self, draft: PersonDraft, cells: Sequence[str], twice: set[str | None]
    ) -> tuple[Why, str] | None:
        """Return the first thing that is wrong with a row, and in which column."""
        if len(cells) > len(self._sheet.columns):
            return Why.CELLS, ""
        for place in self._places.values():
            why = _hostile(cells[place]) if place < len(cells) else None
            if why is not None:
                return why, self._sheet.columns[place]
        if draft.upn and draft.upn in twice:
            return Why.UPN_TWICE, self._sheet.columns[self._places["upn"]]
        return self._unfit(draft)

    def _unfit(self, draft: PersonDraft) -> tuple[Why, str] | None:
        if not draft.name:
            return Why.NO_NAME, ""
        if not draft.born and not draft.upn:
            return Why.NO_BIRTHDAY, ""
        for problem in draft.problems(self._today):
            why = _BY_CODE.get((problem.field, problem.code), Why.NOT_A_DAY)
            return why, self._sheet.columns[self._places[problem.field]]
        return None


def _hostile(cell: str) -> Why | None:
    """Return why a cell is not taken for what it says: nothing in it is ever worked out."""
    if "\0" in cell:
        return Why.NUL
    if cell.startswith(_FORMULA) and cell != "-":
        return Why.FORMULA
    return Why.TOO_LONG if len(cell) > LONGEST_LINE else None


def _shown(name: str) -> str:
    return name if len(name) <= LONGEST_LINE else f"{name[:LONGEST_LINE]} …"
