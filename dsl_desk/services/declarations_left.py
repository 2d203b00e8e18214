"""Declarations that were left without a key: taken up as they came, and said to be so."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.changes import Changed
from dsl_desk.domain.drop import LeftSort
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.fields import FieldError
from dsl_desk.domain.ids import EntryId
from dsl_desk.domain.left import Became
from dsl_desk.domain.member_errors import NotADeclarationError

if TYPE_CHECKING:
    from dsl_desk.domain.declaration import Declaration
    from dsl_desk.domain.left import LeftRecord
    from dsl_desk.services.declarations import Declarations
    from dsl_desk.services.drop import Drop

_TIME: Final = 12  # of an id: its first digits say when it was made
_SORTS: Final = (LeftSort.DECLARATION, LeftSort.NIL_RETURN)


class LeftDeclarations:
    """What can be asked about declarations in the drop."""

    def __init__(self, drop: Drop, declarations: Declarations) -> None:
        self._drop = drop
        self._declarations = declarations

    def waiting(self) -> tuple[LeftRecord, ...]:
        """Return what was left and nobody has taken up, oldest first."""
        return tuple(one for sort in _SORTS for one in self._drop.of_sort(sort))

    def take_up(self, of: LeftRecord) -> Changed[Declaration]:
        """Write it down as a declaration. The words in the drop stay; once more changes nothing."""
        try:
            done = self._declarations.take_up(of.left.fields, _entry_of(of))
        except (FieldError, DraftError):
            raise NotADeclarationError from None
        into = done.answer.written.id
        told = self._drop.turned_into(of.written.id, Became.DECLARATION, into)
        return Changed(done.answer, done.things | told.things)


def _entry_of(of: LeftRecord) -> EntryId:
    """Return a name made from that of what was left: taken up twice, it is one declaration."""
    rest = hashlib.sha256(b"declared " + of.left.id.encode()).hexdigest()
    return EntryId(f"{of.left.id[:_TIME]}{rest}"[: len(of.left.id)])
