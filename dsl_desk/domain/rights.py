"""What each role may do in each part of the vault, until the school decides otherwise.

Reading is enforced by cryptography (no key, no reading). What may be *written* is kept by the app
and proved by signature: `check` names an entry whose author had no right to it.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.member import Role

if TYPE_CHECKING:
    from collections.abc import Mapping


class Right(Enum):
    """How far somebody may go in one part."""

    NONE = "none"
    READ = "read"
    AUTHORISE = "authorise"
    WRITE = "write"

    def reaches_beyond(self, other: Right) -> bool:
        """Tell whether this is more than another right."""
        return _FURTHER_AND_FURTHER.index(self) > _FURTHER_AND_FURTHER.index(other)


_FURTHER_AND_FURTHER: Final = (Right.NONE, Right.READ, Right.AUTHORISE, Right.WRITE)

_EVERYTHING: Final = {Compartment.SCHOOL: Right.WRITE, Compartment.CHILDREN: Right.WRITE}

DEFAULT_RIGHTS: Final[Mapping[Role, Mapping[Compartment, Right]]] = {
    Role.DSL: {
        **_EVERYTHING,
        Compartment.STAFF: Right.WRITE,
        Compartment.DECLARATIONS: Right.READ,
    },
    Role.DEPUTY_DSL: _EVERYTHING,
    Role.HEAD: {
        Compartment.SCHOOL: Right.WRITE,
        Compartment.CHILDREN: Right.AUTHORISE,
        Compartment.STAFF: Right.WRITE,
        Compartment.DECLARATIONS: Right.WRITE,
    },
    Role.CHAIR: {},
    Role.OFFICER: {},
    Role.STAND_IN: {},
}

# Reading leaves entries behind, so the right to read includes the right to write these; and
# everybody's own passphrase and kit are theirs to change.
_MADE_BY_READING: Final = frozenset(
    {
        EntryClass.FOUNDING,
        EntryClass.UNLOCK,
        EntryClass.OPENED,
        EntryClass.EXPORT,
        EntryClass.SNAPSHOT,
        EntryClass.WAY_IN,
    }
)
_ONLY_BY_AUTHORITY: Final = frozenset({EntryClass.AUTHORISATION})
_ONLY_IN_SLOTS: Final = frozenset({EntryClass.CASE})  # nothing of a sealed case is in any part


def default_right(role: Role, compartment: Compartment) -> Right:
    """Return what the table gives this role in this part."""
    return DEFAULT_RIGHTS[role].get(compartment, Right.NONE)


def allows(right: Right, entry_class: EntryClass) -> bool:
    """Tell whether somebody with this right may write entries of this class.

    Whoever writes does not authorise: the second pair of eyes is another person's.
    """
    if right is Right.WRITE:
        return entry_class not in _ONLY_BY_AUTHORITY | _ONLY_IN_SLOTS
    if right is Right.AUTHORISE:
        return entry_class in _MADE_BY_READING or entry_class in _ONLY_BY_AUTHORITY
    return right is Right.READ and entry_class in _MADE_BY_READING
