"""What a holder gives out of a sealed case, and what not: the facts of both papers; frozen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.case import CASE_KIND, NOTE_KIND
from dsl_desk.domain.leaving_errors import NothingInItError, UnjudgedError
from dsl_desk.domain.subject_access import Exemption, Verdict
from dsl_desk.domain.subject_words import kind_in_words
from dsl_desk.domain.told_rows import rows_of
from dsl_desk.domain.went_out import EXPORT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.written import Written

GIVEN: Final = Verdict.GIVE.value
# Questions no record answers: both answers stand in the entry by which the copy left.
DECIDED_BY: Final = "dpo"
WITHHELD_WHY: Final = "withheld_why"
ASKED: Final = {
    DECIDED_BY: "Who decided what is given, as data protection officer?",
    WITHHELD_WHY: "What speaks for what is withheld, in this case?",
}
_ACTS: Final = frozenset({EXPORT, "export_refused", "opened", "hold", "proposal"})
_NEVER_AMENDED: Final = frozenset({CASE_KIND, NOTE_KIND})  # each is kept under the case itself
_SUBJECT: Final = "subject"
_ABOUT: Final = "About"


@dataclass(frozen=True)
class SealedItem:
    """One record of a sealed case, in its newest version."""

    record: str
    made: str
    heading: str = field(repr=False)
    rows: tuple[tuple[str, str], ...] = field(repr=False)


@dataclass(frozen=True)
class Withheld:
    """What was decided when a copy left: by record, given or by which exemption it is withheld."""

    on: str
    verdicts: Mapping[str, str]
    decided_by: str = field(repr=False)
    why: str = field(repr=False)

    def exemption_of(self, record: str) -> Exemption | None:
        """Return by what a record is withheld; None where it was given, or not decided about."""
        said = self.verdicts.get(record, GIVEN)
        return None if said == GIVEN else Exemption(said)


def items_of(written: Iterable[Written]) -> tuple[SealedItem, ...]:
    """Return the records of a case, oldest first, without what only says who opened or took it."""
    newest: dict[str, Written] = {}
    first: dict[str, str] = {}
    for one in written:
        if one.body.kind not in _ACTS:
            name = one.entry if one.body.kind in _NEVER_AMENDED else one.id
            newest[name] = one
            first.setdefault(name, one.body.happened_at or one.written_at)
    return tuple(_item(one, first[record]) for record, one in newest.items())


def unjudged(records: Sequence[str], verdicts: Mapping[str, str]) -> DeskError | None:
    """Return what is wrong where a record is not decided about, or where all are withheld."""
    waiting = sum(record not in verdicts for record in records)
    if waiting:
        return UnjudgedError(waiting)
    given = not records or any(verdicts[record] == GIVEN for record in records)
    return None if given else NothingInItError()


def given_of(carries: tuple[RecordId, ...], verdicts: Mapping[str, str]) -> tuple[RecordId, ...]:
    """Return what a paper carries once it is decided: nothing that is withheld."""
    return tuple(one for one in carries if verdicts.get(one, GIVEN) == GIVEN)


def last_copy(written: Iterable[Written], paper: str) -> Withheld | None:
    """Return what was decided when the newest copy of this sort left; None: none has."""
    left = [one for one in written if one.body.kind == EXPORT]
    for one in reversed(left):
        fields = one.body.fields
        if fields.get("paper") == paper:
            return Withheld(
                one.written_at,
                _texts(fields.get("verdicts")),
                _texts(fields.get("answers")).get(DECIDED_BY, ""),
                _texts(fields.get("answers")).get(WITHHELD_WHY, ""),
            )
    return None


def _item(one: Written, made: str) -> SealedItem:
    about = [(_ABOUT, name) for key, name in one.body.names.items() if key.startswith(_SUBJECT)]
    rows = (*about, *rows_of(one.body), ("Written down by", one.author))
    name = one.entry if one.body.kind in _NEVER_AMENDED else one.id
    return SealedItem(name, made, kind_in_words(one.body.kind), rows)


def _texts(told: object) -> dict[str, str]:
    return {str(name): str(said) for name, said in told.items()} if isinstance(told, dict) else {}
