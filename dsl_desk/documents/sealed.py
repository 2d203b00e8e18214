"""What is given out of a sealed case to somebody who asked, and the schedule of what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.documents.leaf import Leaf
from dsl_desk.domain.reading_days import day_in_words
from dsl_desk.domain.sealed_facts import GIVEN
from dsl_desk.domain.subject_words import LAW
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlab.platypus import Flowable

    from dsl_desk.documents.parts_of_paper import Writer
    from dsl_desk.domain.leaving import LeavingDraft
    from dsl_desk.domain.sealed_facts import SealedItem, Withheld

_COPY: Final = "Copy of what is kept"
_SCHEDULE: Final = "Schedule of what was withheld"
_STANDS: Final = "Sealed: read by whoever holds it, and by nobody else."
_OTHERS: Final = (
    "Other people have no names here. Whoever is called Child or Person with a number is the same "
    "all through this copy."
)
_RIGHTS: Final = (
    "You may ask why we keep this, for how long, with whom it was shared and where it came from, "
    "and to have put right what is wrong. If you are not content with our answer, ask us to look "
    "at it again, or complain to the Information Commissioner's Office: ico.org.uk."
)
_LINES: Final = ("Item", "Day", "What it is")
_LINE_WIDTHS: Final = (1.2, 3.0, 7.0)
_WITHHELD: Final = ("Item", "Day", "What it is", "Why it is withheld")
_WITHHELD_WIDTHS: Final = (0.9, 2.2, 3.0, 5.6)


def sealed_copy_leaf(items: tuple[SealedItem, ...]) -> Leaf:
    """Return the copy as a paper: of each record that is given, all it says."""

    def asking(draft: LeavingDraft | None) -> Callable[[Writer], list[Flowable]]:
        verdicts = draft.verdicts if draft else {one.record: GIVEN for one in items}
        given = {one.record for one in items if verdicts.get(one.record) == GIVEN}
        return lambda paper: _copy(items, given, paper)

    mark = "Confidential: personal data"
    return Leaf(_COPY, mark, _STANDS, asking(None), asking)


def sealed_schedule_leaf(items: tuple[SealedItem, ...], withheld: Withheld) -> Leaf:
    """Return the schedule as a paper: numbers, days, kinds and reasons, and nobody's name."""
    return Leaf(
        title=_SCHEDULE,
        mark="Confidential: data protection",
        stands=_STANDS,
        story=lambda paper: _schedule(items, withheld, paper),
    )


def _copy(items: tuple[SealedItem, ...], given: set[str], paper: Writer) -> list[Flowable]:
    numbered = [(str(at), one) for at, one in enumerate(items, start=1) if one.record in given]
    story: list[Flowable] = [
        *paper.title(_COPY, "Kept apart from all other records of the school."),
        paper.facts((("Records given", f"{len(numbered):,}"),)),
        paper.section(1, "How to read this"),
        paper.plain(_OTHERS),
        paper.section(2, "What else may be asked"),
        paper.plain(_RIGHTS),
        paper.section(3, "What is given"),
    ]
    rows = [(number, day_in_words(one.made[:10]), one.heading) for number, one in numbered]
    story += paper.long_grid(_LINES, rows, _LINE_WIDTHS)
    for number, one in numbered:
        under = f"Item {number}, {day_in_words(one.made[:10])}"
        story += [*paper.chapter(one.heading, under), paper.table(one.rows)]
    return story


def _schedule(items: tuple[SealedItem, ...], withheld: Withheld, paper: Writer) -> list[Flowable]:
    rows = [
        (str(at), day_in_words(one.made[:10]), one.heading, f"{label(why)} ({LAW[why]})")
        for at, one in enumerate(items, start=1)
        if (why := withheld.exemption_of(one.record)) is not None
    ]
    return [
        *paper.title(_SCHEDULE, "For our own file, the data protection officer and the ICO."),
        paper.facts(
            (
                ("Copy given", day_in_words(withheld.on[:10])),
                ("Records found", f"{len(items):,}"),
                ("Withheld", f"{len(rows):,}"),
            )
        ),
        paper.section(1, "Item by item"),
        *paper.long_grid(_WITHHELD, rows, _WITHHELD_WIDTHS),
        paper.section(2, "What speaks for it"),
        *paper.quoted(withheld.why or "Not written down"),
        paper.section(3, "Who decided"),
        paper.plain("The data protection officer, by name in the entry of the copy."),
    ]
