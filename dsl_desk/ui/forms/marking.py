"""How the duties of a record are read, and how one of them is marked, by whoever knows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from dsl_desk.ui.forms.duties_card import under_policy
from dsl_desk.ui.forms.mark_form import Asks, Marking

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.changes import Changed
    from dsl_desk.domain.duty_mark import DutyMark
    from dsl_desk.domain.ids import EntryId, RecordId
    from dsl_desk.domain.policy.mark import PolicyMark
    from dsl_desk.domain.policy.states import DutyRow
    from dsl_desk.services.desk import Desk


class Duties(Protocol):
    """A service that knows what the policy asks of one kind of record."""

    def of(self, record: RecordId) -> tuple[DutyRow, ...]:
        """Return every duty of a record as it stands."""
        ...

    def mark(self, mark: DutyMark, entry: EntryId) -> Changed[tuple[DutyRow, ...]]:
        """Say what was done about one of them."""
        ...


class DutiesUnder(Duties, Protocol):
    """A service that knows the policy a record was written under, too."""

    def policy_of(self, record: RecordId) -> PolicyMark:
        """Return the policy it was written under."""
        ...


def marking_of(record: RecordId, duties: Callable[[Desk], DutiesUnder]) -> Marking:
    """Return the duties of a record, for the card that shows them."""

    def under(desk: Desk) -> str:
        return under_policy(duties(desk).policy_of(record), desk.policy.mark())

    return marking_by(record, duties, under)


def marking_by(
    record: RecordId, duties: Callable[[Desk], Duties], under: Callable[[Desk], str]
) -> Marking:
    """Return the same where the page has words of its own for the policy."""
    return Marking(
        record,
        lambda desk: Asks(duties(desk).of(record), (), under(desk)),
        lambda desk, mark, entry: duties(desk).mark(mark, entry),
    )
