"""What an entry carries besides its own words: decisions to look, evidence, duties."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from dsl_desk.documents.marks import Marks
from dsl_desk.documents.viewing import answered_under, piece_of
from dsl_desk.domain.dates import in_full, in_full_day
from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.policy.states import MARKED, DutyState
from dsl_desk.domain.viewing_answers import answers_of
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from reportlab.platypus import Flowable

    from dsl_desk.documents.parts_of_paper import Writer
    from dsl_desk.domain.policy.states import DutyRow
    from dsl_desk.domain.viewing_file import Piece, ViewingFile

    Sections = list[tuple[str, list[Flowable]]]

_POLICY = "What the policy asked, and what was done"
_DUTIES = ("Clause", "What was asked", "How it stands")
_DUTY_WIDTHS = (2.2, 5.4, 3.6)


def viewing_sections(files: Sequence[ViewingFile], paper: Writer) -> Sections:
    """Return each decision to look, then each piece of evidence under it with its custody."""
    sections: Sections = []
    for file in files:
        viewing = file.viewing
        decided = [("Decided", f"{label(viewing.draft.look)}. {label(file.standing)}")]
        said = [one for one in answers_of(viewing.draft) if one.text]
        rows = [
            (f"Answer of {one.author}", f"{in_full(one.written_at)}. {one.draft.words}")
            for one in file.answers
        ]
        rows.append(("Recorded", f"{in_full(viewing.written_at)}, {viewing.author}"))
        told = [paper.table(decided), answered_under(said, file.clauses, paper), paper.table(rows)]
        sections.append((f"Viewing decision {viewing.ref}", told))
        sections += piece_sections(file.pieces, paper)
    return sections


def piece_sections(pieces: Sequence[Piece], paper: Writer) -> Sections:
    """Return each piece of evidence with its custody."""
    return [(f"Evidence {one.evidence.ref}", piece_of(one, paper)) for one in pieces]


def duty_sections(rows: Sequence[DutyRow], paper: Writer) -> Sections:
    """Return what the policy asked, done and not done."""
    if not rows:
        return []
    cells = [
        (Marks(row.told.clauses), _asked(row), how_it_stands(row))
        for row in sorted(rows, key=lambda row: row.state is DutyState.DOES_NOT_APPLY)
    ]
    return [(_POLICY, [paper.grid(_DUTIES, cells, _DUTY_WIDTHS)])]


def how_it_stands(row: DutyRow) -> str:
    """Return how a duty stands on paper: whatever is not done is printed as not yet done."""
    mark = row.mark
    if mark is not None and row.state in MARKED:
        when = f" {told_in_full(mark.at)}" if mark.at else ""
        by = f", written down by {mark.by}" if mark.by else ""
        return f"{label(row.state)}{when}{by}. {mark.how or mark.why}".strip()
    due = f", due {_day_or_time(row.due)}" if row.due is not None else ""
    recorded = " What it wants written down stands in the record." if row.recorded else ""
    return f"Not yet done{due}.{recorded}"


def _day_or_time(due: datetime) -> str:
    return in_full(due) if due.time() != time() else in_full_day(due)


def _asked(row: DutyRow) -> str:
    whom = f" ({row.told.title})" if row.told.title else ""
    return f"{row.asked.words}{whom}"
