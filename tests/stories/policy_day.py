"""Somebody at the pages of the school's policy: one is chosen, a concern stands, a page is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.concern_choices import ConcernSort
from dsl_desk.services.vaults import open_desk
from tests.builders import a_concern_draft, an_entry_id
from tests.conftest import FONTS

if TYPE_CHECKING:
    from dsl_desk.domain.ids import RecordId
    from tests.stories.afternoon import Afternoon

WHY = "The governors chose it on 1 September"
REQUEST = a_concern_draft(sorts=(ConcernSort.PUPIL_CONTACT,))


def choose(afternoon: Afternoon, name: str = "northwood") -> None:
    """Let the school have chosen a policy already. The desk must be locked."""
    desk = open_desk(afternoon.folder, afternoon.member, afternoon.key, afternoon.place, FONTS)
    desk.policy.adopt(name, WHY, an_entry_id(afternoon.clock))
    desk.close()


def messaged(afternoon: Afternoon) -> RecordId:
    """Let a concern about a pupil's message to a teacher stand. The desk must be locked."""
    desk = open_desk(afternoon.folder, afternoon.member, afternoon.key, afternoon.place, FONTS)
    concern = desk.concerns.record(REQUEST, an_entry_id(afternoon.clock)).answer
    desk.close()
    return concern.id
