"""Declarations that leave the vault: a letter, the register, the forms of a round.

Each is an entry before it is a file; out of a sealed slot the entry stays in the slot.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.declaration_filter import counts_of
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError, Problem
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id

if TYPE_CHECKING:
    from dsl_desk.documents.leaf import Made
    from dsl_desk.domain.declaration_filter import DeclarationFilter
    from dsl_desk.domain.declaration_round import RoundStands
    from dsl_desk.domain.declaration_standing import DeclarationLine
    from dsl_desk.domain.packing import Json
    from dsl_desk.services.concern_paper import ConcernPaper
    from dsl_desk.services.declaration_rounds import DeclarationRounds
    from dsl_desk.services.declarations import Declarations
    from dsl_desk.services.sitting import Sitting

_PART: Final = Compartment.DECLARATIONS
_LEFT: Final = frozenset({Thing.VAULT})
_MOST: Final = 20_000


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
        self._declarations = declarations
        self._rounds = rounds
        self._paper = paper

    def letter(self, record: RecordId) -> Changed[bytes]:
        """Return the letter with the newest decision about a declaration."""
        from dsl_desk.documents.declaration import print_letter  # noqa: PLC0415 reportlab is slow to import and seldom needed

        view = self._declarations.open(record)
        if view.line.last is None:
            raise DraftError((Problem("decision", "missing"),))
        pdf = print_letter(view, self._paper.face, self._made(sealed=view.line.sealed))
        act = self._act("letter", pdf, {"record": record})
        self._declarations.note(record, act)
        return Changed(pdf, _LEFT)

    def register_pdf(self, wanted: DeclarationFilter, *, reasons: bool) -> Changed[bytes]:
        """Return the register on paper, as it is narrowed; with reasons or without."""
        from dsl_desk.documents.declaration import print_declarations  # noqa: PLC0415 as above

        lines = self._lines(wanted)
        pdf = print_declarations(lines, self._paper.face, self._made(), reasons=reasons)
        return self._left("pdf", pdf, len(lines))

    def register_table(self, wanted: DeclarationFilter, *, reasons: bool) -> Changed[bytes]:
        """Return the register for a spreadsheet; no cell of it is ever taken for a formula."""
        from dsl_desk.documents.declaration import HEADINGS, REASONS, cells_of  # noqa: PLC0415 as above
        from dsl_desk.documents.table import print_table  # noqa: PLC0415 as above

        lines = self._lines(wanted)
        headings = (*HEADINGS, *REASONS) if reasons else HEADINGS
        table = print_table(headings, (cells_of(line, reasons=reasons) for line in lines))
        return self._left("csv", table, len(lines))

    def counts_pdf(self, wanted: DeclarationFilter) -> Changed[bytes]:
        """Return counts for governors: nobody is named in them."""
        from dsl_desk.documents.declaration import print_counts  # noqa: PLC0415 as above

        lines = self._lines(wanted)
        pdf = print_counts(counts_of(lines), self._paper.face, self._made())
        return self._left("counts", pdf, len(lines))

    def chase_list(self, of: RoundStands) -> Changed[bytes]:
        """Return who has not answered in a round."""
        from dsl_desk.documents.declaration import print_chase_list  # noqa: PLC0415 as above

        pdf = print_chase_list(of, self._paper.face, self._made())
        return self._left("chase_list", pdf, len(of.waiting))

    def forms(self, of: RoundStands) -> Changed[bytes]:
        """Return a form for everybody who has not answered, with what they declared last."""
        from dsl_desk.documents.declaration_form import print_forms  # noqa: PLC0415 as above

        lines = self._declarations.lines()
        forms = [
            (one.asked, None if one.sealed else self._rounds.last_answers(one.asked, lines))
            for one in of.waiting
        ]
        policy = self._declarations.policy()
        pdf = print_forms(of.round.draft, forms, policy, self._paper.face, self._made())
        return self._left("forms", pdf, len(forms))

    def _lines(self, wanted: DeclarationFilter) -> tuple[DeclarationLine, ...]:
        """Return what is wanted of the part: what is sealed stands in no register."""
        rows = self._declarations.page(wanted, 0, _MOST).rows
        return tuple(line for line in rows if not line.sealed)

    def _made(self, *, sealed: bool = False) -> Made:
        from dsl_desk.documents.leaf import Made  # noqa: PLC0415 as above

        if sealed:
            return Made(self._sitting.member, self._sitting.clock.now(), self._paper.fonts)
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
