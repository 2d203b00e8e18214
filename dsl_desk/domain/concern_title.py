"""What a concern is called in one line, made of its kinds and its place; never of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.chronology import Item, ItemSort
from dsl_desk.domain.concern import concern_of
from dsl_desk.domain.concern_choices import ConcernSort
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.concern_draft import ConcernDraft
    from dsl_desk.domain.concern_parts import Online
    from dsl_desk.domain.entry import Entry

_CALLED: Final[Mapping[ConcernSort, str]] = {
    ConcernSort.CYBERBULLYING: "unkind messages",
    ConcernSort.GROOMING: "contact that may be grooming",
    ConcernSort.NUDES: "a nude or semi-nude picture shared",
    ConcernSort.HARMFUL_CONTENT: "harmful content",
    ConcernSort.OTHER: "something else",
}
_MOST: Final = 2
_NO_SORT: Final = "kind not chosen yet"


def title_of(draft: ConcernDraft) -> str:
    """Return unkind messages in a group chat."""
    kinds = [_called(sort) for sort in draft.sorts[:_MOST]]
    place = _place(draft.online) if any(sort.online for sort in draft.sorts[:_MOST]) else ""
    return " and ".join(kinds or [_NO_SORT]) + place


def concern_in_file(entry: Entry) -> Item:
    """Return how a concern stands in the file of everybody in it who has one."""
    concern = concern_of(entry)
    draft = concern.draft
    people = tuple(dict.fromkeys(one.who.person for one in draft.people if one.who.person))
    return Item(
        people=people,
        at=draft.happened.at or draft.told_at or entry.header.written_at,
        sort=ItemSort.CONCERN,
        title=f"Concern {concern.ref}, {title_of(draft)}",
        line=f"{label(draft.state)} · about {concern.whom()}",
        concern=concern.id,
    )


def _called(sort: ConcernSort) -> str:
    words = _CALLED.get(sort) or label(sort)
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


def _place(online: Online) -> str:
    if online.group.strip():
        return " in a group chat"
    return f" on {online.platform.strip()}" if online.platform.strip() else ""
