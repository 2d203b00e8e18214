"""Every kind of record that stands in somebody's file, and how it stands there.

A version that stands in nobody's file says so by naming nobody: a record that has an item in one
version has one in each, so that the newest always takes the place of the ones before.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.allegation import ALLEGATION, allegation_in_file
from dsl_desk.domain.allegation_step import ALLEGATION_STEP, allegation_step_in_file
from dsl_desk.domain.child_file import CHILD_FILE, child_file_in_file
from dsl_desk.domain.chronology import Item, ItemSort
from dsl_desk.domain.concern import CONCERN
from dsl_desk.domain.concern_title import concern_in_file
from dsl_desk.domain.conversation import CONVERSATION, conversation_in_file
from dsl_desk.domain.cross_reference import CROSS_REFERENCE, cross_reference_in_file
from dsl_desk.domain.entry import Entry
from dsl_desk.domain.entry_form import read_body, read_header
from dsl_desk.domain.evidence import EVIDENCE, evidence_in_file
from dsl_desk.domain.handed_in import HANDED_IN, handed_in_in_file
from dsl_desk.domain.kinds import NOT_UNDERSTOOD, understood
from dsl_desk.domain.low_level import LOW_LEVEL, low_level_in_file
from dsl_desk.domain.misfiling import MISFILING, misfiling_in_file
from dsl_desk.domain.received import PARCEL, RECEIVED
from dsl_desk.domain.referral import REFERRAL, referral_in_file
from dsl_desk.domain.registers.in_file import IN_FILES, register_in_file
from dsl_desk.domain.step import STEP, step_in_file
from dsl_desk.domain.task import TASK, task_in_file
from dsl_desk.domain.viewing import VIEWING, viewing_in_file
from dsl_desk.domain.words_only import WORDS_ONLY, words_only_in_file

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


_LONGEST_LINE: Final = 160
_MINUTE: Final = len("2026-11-19T12:14")


def _parcel_in_file(entry: Entry) -> Item:
    """Return how a parcel stands in the file of the child it came for."""
    draft = PARCEL.said(entry).draft
    people = (draft.person.person,) if draft.person.person else ()
    title = f"File received from {draft.school}"
    line = f"{draft.entries} entries, sent by {draft.sent_by}, each one checked."
    return Item(people, "", ItemSort.RECEIVED, title, line)


def _received_in_file(entry: Entry) -> Item:
    """Return how an entry that came stands there: as it stood in the file it came from."""
    draft = RECEIVED.said(entry).draft
    inner = Entry(read_header(draft.carried.header), read_body(draft.carried.body), b"")
    item = item_of(inner)
    whose = draft.person.person
    people = (whose,) if draft.newest and whose else ()
    title = NOT_UNDERSTOOD if item is None else item.title
    said = "" if item is None else item.line
    at = "" if item is None or not _is_time(item.at) else item.at
    at = at or inner.header.written_at[:_MINUTE]
    line = f"Received from {draft.school}. {said}".strip()[:_LONGEST_LINE]
    return Item(people, at, ItemSort.RECEIVED, title, line)


def _is_time(at: str) -> bool:
    try:
        datetime.fromisoformat(at)
    except ValueError:
        return False
    return True


ITEMS: Final[Mapping[str, Callable[[Entry], Item]]] = {
    CONCERN.name: concern_in_file,
    STEP.name: step_in_file,
    REFERRAL.name: referral_in_file,
    CHILD_FILE.name: child_file_in_file,
    TASK.name: task_in_file,
    MISFILING.name: misfiling_in_file,
    **dict.fromkeys(IN_FILES, register_in_file),
    VIEWING.name: viewing_in_file,
    HANDED_IN.name: handed_in_in_file,
    WORDS_ONLY.name: words_only_in_file,
    EVIDENCE.name: evidence_in_file,
    CONVERSATION.name: conversation_in_file,
    ALLEGATION.name: allegation_in_file,
    ALLEGATION_STEP.name: allegation_step_in_file,
    LOW_LEVEL.name: low_level_in_file,
    CROSS_REFERENCE.name: cross_reference_in_file,
    PARCEL.name: _parcel_in_file,
    RECEIVED.name: _received_in_file,
}


def item_of(entry: Entry) -> Item | None:
    """Return how an entry stands in the files of people; None where it stands in none."""
    tell = ITEMS.get(entry.body.kind)
    return tell(entry) if tell is not None and understood(entry.body) else None
