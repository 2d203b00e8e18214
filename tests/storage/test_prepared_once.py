"""What a statement costs: SQLite asks the guard whenever it prepares one, and only then."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from dsl_desk.storage.guard import Guard

if TYPE_CHECKING:
    import pytest

    from tests.storage.training import TrainingPart

OTHERS = 1000


def test_that_a_write_does_not_pay_for_every_question_asked_before(
    training: TrainingPart, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    may = Guard.may

    def told(self: Guard, action: int, *what: str | None) -> int:
        asked.append(action)
        return may(self, action, *what)

    training.make().close()
    monkeypatch.setattr(Guard, "may", told)
    with closing(training.open()) as part:
        for number in range(OTHERS):
            for _ in range(2):  # what was asked twice was kept rather than what came later
                part.database.number(f"SELECT count(*) + {number} FROM ledger")  # noqa: S608 own number
        training.record(part)
        asked.clear()
        training.record(part)
    assert asked == []
