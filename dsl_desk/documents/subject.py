"""A copy of what is kept about somebody who asked, and the schedule of what they are not given."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from reportlab.platypus import PageBreak, Spacer

from dsl_desk.documents.concern import facts_of, sections_of
from dsl_desk.documents.leaf import Leaf, stands_at
from dsl_desk.documents.pictured import Pictured
from dsl_desk.documents.sheet import INNER
from dsl_desk.domain.reading_days import day_in_words
from dsl_desk.domain.subject_access import Verdict
from dsl_desk.domain.subject_words import LAW, kind_in_words
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reportlab.platypus import Flowable

    from dsl_desk.documents.display_copy import DisplayCopy
    from dsl_desk.documents.parts_of_paper import Writer
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.leaving import LeavingDraft
    from dsl_desk.domain.subject_access import SubjectItem
    from dsl_desk.domain.subject_facts import GivenItem, SubjectFacts

_ABOVE: Final = 10.0
_HIGHEST: Final = 520.0  # points: a tall picture still fits on a page of its own
_COPY: Final = "Copy of what is kept"
_SCHEDULE: Final = "Schedule of what was withheld"
_LINES: Final = ("Item", "Day", "What it is")
_LINE_WIDTHS: Final = (1.2, 3.0, 7.0)
_WITHHELD: Final = ("Item", "Day", "What it is", "Why it is withheld", "Decided")
_WITHHELD_WIDTHS: Final = (0.9, 2.0, 2.6, 4.6, 2.6)
_RIGHTS: Final = (
    "You may ask why we keep this, for how long, with whom it was shared and where it came from, "
    "and to have put right what is wrong. If you are not content with our answer, ask us to look "
    "at it again, or complain to the Information Commissioner's Office: ico.org.uk."
)
_OTHERS: Final = (
    "Other people have no names here. Whoever is called Child or Person with a number is the same "
    "in every copy made for this request. A picture stands below what is written of it, and a file "
    "lies inside this PDF, where each was looked at before it was given; of others there are words."
)


@dataclass(frozen=True)
class Beside:
    """What stands below the words of an item: its picture, or where its file lies."""

    pictures: Mapping[RecordId, DisplayCopy] = field(repr=False)
    inside: Mapping[RecordId, str]

    def of(self, record: RecordId, paper: Writer) -> list[Flowable]:
        """Return it; nothing where no picture and no file of it goes."""
        if name := self.inside.get(record):
            return [paper.plain(f"The file itself lies inside this PDF, called {name}.")]
        shown = self.pictures.get(record)
        return [] if shown is None else [Spacer(1, _ABOVE), Pictured(shown, INNER, _HIGHEST)]


def copy_leaf(
    facts: SubjectFacts, pictures: Mapping[RecordId, DisplayCopy], files: Mapping[RecordId, str]
) -> Leaf:
    """Return the copy as a paper, with these pictures; `files`: what each that goes is called."""

    def asking(draft: LeavingDraft | None) -> Callable[[Writer], list[Flowable]]:
        chosen = frozenset(draft.pictures) if draft else frozenset()
        inside = {record: name for record, name in files.items() if record in chosen}
        return lambda paper: _copy(facts, Beside(pictures, inside), paper)

    return Leaf(
        title=_COPY,
        mark="Confidential: personal data",
        stands=stands_at(facts.stamp),
        story=asking(None),
        asking=asking,
    )


def schedule_leaf(facts: SubjectFacts) -> Leaf:
    """Return the schedule as a paper: numbers, days, kinds and reasons, and nobody's name."""
    return Leaf(
        title=_SCHEDULE,
        mark="Confidential: data protection",
        stands=stands_at(facts.stamp),
        story=lambda paper: _schedule(facts, paper),
    )


def _copy(facts: SubjectFacts, beside: Beside, paper: Writer) -> list[Flowable]:
    numbered = _numbers(facts)
    story: list[Flowable] = [
        *paper.title(_COPY, f"About {facts.about}. From {label(facts.part)}."),
        paper.facts(
            (
                ("About", facts.about),
                ("Asked on", day_in_words(facts.received)),
                ("Records given", f"{len(facts.given):,}"),
            )
        ),
        paper.section(1, "How to read this"),
        paper.plain(_OTHERS),
        paper.section(2, "What else may be asked"),
        paper.plain(_RIGHTS),
    ]
    if facts.searched:
        story += [paper.section(3, "What was searched"), *paper.quoted(facts.searched)]
    rows = [
        (numbered[one.item.record], day_in_words(one.item.made), one.heading) for one in facts.given
    ]
    story.append(paper.section(4 if facts.searched else 3, "What is given"))
    story += paper.long_grid(_LINES, rows, _LINE_WIDTHS)
    for one in facts.given:
        story += _given(numbered[one.item.record], one, paper)
        story += beside.of(one.item.record, paper)
    return story


def _given(number: str, given: GivenItem, paper: Writer) -> list[Flowable]:
    under = f"Item {number}, {day_in_words(given.item.made)}"
    if given.concern is None:
        rows = given.rows or (("This record", "It says nothing beyond its day and its kind."),)
        return [*paper.chapter(given.heading, under), paper.table(rows)]
    story = [PageBreak(), *paper.chapter(given.heading, under)]
    story.append(paper.facts(facts_of(given.concern)))
    for number_in_it, (heading, pieces) in enumerate(sections_of(given.concern, paper), start=1):
        story += [paper.section(number_in_it, heading, level=1), *pieces]
    return story


def _schedule(facts: SubjectFacts, paper: Writer) -> list[Flowable]:
    numbered = _numbers(facts)
    withheld = [item for item in facts.items if item.stands is Verdict.WITHHOLD]
    reasons = Counter(_reason(item) for item in withheld)
    rows = [
        (
            numbered[item.record],
            day_in_words(item.made),
            kind_in_words(item.kind),
            _reason(item),
            _decided(item),
        )
        for item in withheld
    ]
    return [
        *paper.title(_SCHEDULE, "For our own file, the data protection officer and the ICO."),
        paper.facts(
            (
                ("Asked on", day_in_words(facts.received)),
                ("Records found", f"{len(facts.items):,}"),
                ("Withheld", f"{len(withheld):,}"),
            )
        ),
        paper.section(1, "By reason"),
        paper.table([(reason, f"{count:,}") for reason, count in reasons.items()]),
        paper.section(2, "Item by item"),
        *paper.long_grid(_WITHHELD, rows, _WITHHELD_WIDTHS),
    ]


def _numbers(facts: SubjectFacts) -> dict[str, str]:
    return {item.record: str(number) for number, item in enumerate(facts.items, start=1)}


def _reason(item: SubjectItem) -> str:
    exemption = item.decided.draft.exemption if item.decided else None
    if exemption is None:
        return ""
    return f"{label(exemption)} (Data Protection Act 2018, {LAW[exemption]})"


def _decided(item: SubjectItem) -> str:
    on = item.decided.draft.decided_on if item.decided else ""
    return f"The data protection officer, {day_in_words(on)}"
