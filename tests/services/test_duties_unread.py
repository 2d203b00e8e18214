"""Today opens so many concerns for their duties; how many it left out, it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.today import NeedSort
from tests.builders import a_concern_draft
from tests.services.looking import fresh_entry

if TYPE_CHECKING:
    import pytest

    from dsl_desk.services.desk import Desk


def test_that_concerns_whose_duties_nobody_looked_at_are_counted(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dsl_desk.services.duty_needs.MOST", 2)
    monkeypatch.setattr("dsl_desk.services.today._STRETCH", 2)
    for number in range(2):
        desk.concerns.record(a_concern_draft(about=f"Child {number}"), fresh_entry(desk))
    assert NeedSort.DUTIES_UNREAD not in [one.sort for one in desk.today.read().now]
    for number in range(3):
        desk.concerns.record(a_concern_draft(about=f"Pupil {number}"), fresh_entry(desk))
    found = desk.today.read().now
    [unread] = [one for one in found if one.sort is NeedSort.DUTIES_UNREAD]
    assert (unread.count, unread.ref, unread.what) == (3, "children", "")
    # The rest of what presses in a concern is in its list, and nothing of that is left out.
    assert len([one for one in found if one.sort is NeedSort.NEW_CONCERN]) == 5
