"""How entries of registers stand in the file of the child they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.chronology import Item, ItemSort
from dsl_desk.domain.registers.all import BY_KIND
from dsl_desk.domain.registers.register import RegisterName

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.registers.register import RegisterDraft

# What each says of itself, and the blank that goes on the second line.
_SAID: Final = {
    RegisterName.CONTACT_ATTEMPTS: ("Tried to reach an adult who works here", "adult"),
    RegisterName.TAKE_DOWNS: ("Asked to have something taken down", "what"),
    RegisterName.PHOTO_CONSENT: ("Photo consent", "standing"),
    RegisterName.TRANSFERS: ("File to the next school", "state"),
    RegisterName.FILES_RECEIVED: ("File from the school before", "state"),
}
IN_FILES: Final = tuple(name.value for name in _SAID)


def register_in_file(entry: Entry) -> Item:
    """Return the line of an entry: in the file of the child who was chosen, and in no other."""
    register = BY_KIND[entry.body.kind]
    draft: RegisterDraft = register.kind.said(entry).draft
    title, second = _SAID[register.name]
    child = draft.people.get("child", "")
    line = register.blank(second).told(draft.said(second))
    people = (child,) if child else ()
    return Item(people, draft.said(register.day), ItemSort.ACTION, title, line)
