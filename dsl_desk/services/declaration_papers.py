"""Declarations gathered to leave: for a letter and lists; the table, and the forms of a round.

The last are handed out inside the school: each is an entry before it is a file.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError, Problem
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id

if TYPE_CHECKING:
    from dsl_desk.documents.leaf import Made
    from dsl_desk.domain.adult import Adult
    from dsl_desk.domain.declaration_filter import DeclarationFilter
    from dsl_desk.domain.declaration_round import RoundStands
    from dsl_desk.domain.declaration_standing import DeclarationLine, DeclarationView
    from dsl_desk.domain.packing import Json
    from dsl_desk.services.concern_paper import ConcernPaper
    from dsl_desk.services.declaration_rounds import DeclarationRounds
    from dsl_desk.services.declarations import Declarations
    from dsl_desk.services.sitting import Sitting

_PART: Final = Compartment.DECLARATIONS
_LEFT: Final = frozenset({Thing.VAULT})
_MOST: Final = 20_000
_NO_LINKS: Final = "nothing to declare"


class DeclarationPapers:
    """What can be made of declarations to be handed on."""

    def __init__(
        self,
        sitting: Sitting,
        declarations: Declarations,
        rounds: DeclarationRounds,
        paper: ConcernPaper,
    ) -> None:
        self._sitting = sitting
        self.declarations = declarations
        self._rounds = rounds
        self._paper = paper

    def view(self, record: RecordId) -> DeclarationView:
        """Return a declaration that was decided about: what its letter says."""
        view = self.declarations.open(record)
        if view.line.last is None:
            raise DraftError((Problem("decision", "missing"),))
        return view

    def links_of(self, adult: Adult) -> tuple[str, ...]:
        """Return the family links an adult has declared, as far as this member can read them."""
        if _PART not in self._sitting.parts:
            return ()
        said = " ".join(adult.name.split()).casefold()
        mine = (
            line.declaration
            for line in self.declarations.lines()
            if not line.sealed and " ".join(line.declaration.draft.by.split()).casefold() == said
        )
        return tuple(
            f"{one.ref}: {'; '.join(link.in_words for link in one.draft.links) or _NO_LINKS}"
            for one in mine
        )

    def register_table(self, wanted: DeclarationFilter, *, reasons: bool) -> Changed[bytes]:
        """Return the register for a spreadsheet; no cell of it is ever taken for a formula."""
        from dsl_desk.documents.declaration import HEADINGS, REASONS, cells_of  # noqa: PLC0415 as above
        from dsl_desk.documents.made_under import UNDER  # noqa: PLC0415 as above
        from dsl_desk.documents.table import print_table  # noqa: PLC0415 as above

        lines = self.lines(wanted)
        headings = (*HEADINGS, *(REASONS if reasons else ()), UNDER)
        cells = (
            (*cells_of(one, reasons=reasons), one.declaration.draft.policy.words()) for one in lines
        )
        table = print_table(headings, cells)
        return self._left("csv", table, len(lines))

    def chase_list(self, of: RoundStands) -> Changed[bytes]:
        """Return who has not answered in a round."""
        from dsl_desk.documents.declaration import print_chase_list  # noqa: PLC0415 as above

        pdf = print_chase_list(of, self._paper.face, self._made())
        return self._left("chase_list", pdf, len(of.waiting))

    def forms(self, of: RoundStands) -> Changed[bytes]:
        """Return a form for everybody who has not answered, with what they declared last."""
        from dsl_desk.documents.declaration_form import print_forms  # noqa: PLC0415 as above

        lines = self.declarations.lines()
        forms = [
            (one.asked, None if one.sealed else self._rounds.last_answers(one.asked, lines))
            for one in of.waiting
        ]
        policy = self.declarations.policy()
        pdf = print_forms(of.round.draft, forms, policy, self._paper.face, self._made())
        return self._left("forms", pdf, len(forms))

    def lines(self, wanted: DeclarationFilter) -> tuple[DeclarationLine, ...]:
        """Return what is wanted of the part: what is sealed stands in no register."""
        rows = self.declarations.page(wanted, 0, _MOST).rows
        return tuple(line for line in rows if not line.sealed)

    def _made(self) -> Made:
        return self._paper.made(_PART, self._sitting)

    def _left(self, form: str, copy: bytes, rows: int) -> Changed[bytes]:
        with self._sitting.writing(_PART, EntryClass.EXPORT) as write:
            write.enter(self._act(form, copy, {"register": "declaration", "rows": rows}))
        return Changed(copy, _LEFT)

    def _act(self, form: str, copy: bytes, told: dict[str, Json]) -> Act:
        name = fresh_id(self._sitting.clock.now())
        fields = {**told, "form": form, "sha256": hashlib.sha256(copy).hexdigest()}
        body = Body("export", 1, fields=fields)
        return Act(EntryId(name), RecordId(name), EntryClass.EXPORT, body)
