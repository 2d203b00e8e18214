"""The governors' summary: counts without names, and none that would point at somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.platypus import Spacer

from dsl_desk.documents.leaf import Leaf
from dsl_desk.domain import insights as i
from dsl_desk.domain.dates import in_full_day
from dsl_desk.domain.small_counts import HIDDEN, shown, together

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from reportlab.platypus import Flowable

    from dsl_desk.documents.parts_of_paper import Writer
    from dsl_desk.domain.insights import Bar, Insight

_BETWEEN: Final = 12.0
_TITLE: Final = "Safeguarding summary for governors"
_HEADINGS: Final = {
    i.KIND: "What kind of concern",
    i.FOUR_C: "The four areas of risk online",
    i.PLATFORM: "Where it happened",
    i.YEAR: "Year groups",
    i.ACTION: "How soon something was done first",
}
_NAMES_WHAT_THERE_WAS: Final = frozenset({i.KIND, i.PLATFORM, i.YEAR})
_OTHERS: Final = "All others together"
_SAYS: Final = (
    "Counts only. A count under five is not printed, nor one that could be worked out from the "
    "others; a dash stands for it. A concern of two kinds counts in both."
)


def summary_leaf(insight: Insight, today: date) -> Leaf:
    """Return the summary as a paper. Sealed cases are not counted in it."""
    return Leaf(
        title=_TITLE,
        mark="For governors",
        stands="",
        story=lambda paper: _story(insight, paper, today),
    )


def _story(insight: Insight, paper: Writer, today: date) -> list[Flowable]:
    story = [
        *paper.title(_TITLE, f"{insight.period.words}, to {in_full_day(today)}"),
        *paper.said(_SAYS),
        paper.grid(("What", "How many"), _facts(insight), (5, 2)),
    ]
    for name, heading in _HEADINGS.items():
        rows = _rows(name, insight.pictures[name])
        if rows:
            story += [Spacer(1, _BETWEEN), paper.grid((heading, "How many"), rows, (5, 2))]
    return story


def _facts(insight: Insight) -> list[tuple[str, str]]:
    open_lines = [one for one in insight.lado if not one.sealed]
    over = [one for one in open_lines if one.reached or one.late]
    late = sum(1 for one in over if one.late)
    before, looks = insight.decided
    return [
        ("Concerns recorded", _alone(insight.total)),
        ("The same days of the year before", _alone(insight.before)),
        ("LADO told in time, and late", _pair(len(over) - late, late)),
        ("Looks decided before looking, and after", _pair(before, looks - before)),
    ]


def _alone(count: int) -> str:
    return shown((count,)).words()[0]


def _pair(one: int, other: int) -> str:
    return ", ".join(shown((one, other)).words())


def _rows(name: str, bars: Sequence[Bar]) -> list[tuple[str, str]]:
    if name in _NAMES_WHAT_THERE_WAS:
        counts = together([(bar.words, bar.total) for bar in bars], _OTHERS)
        return [(words, f"{count:,}") for words, count in counts]
    printed = shown([bar.total for bar in bars])
    rows = [(bar.words, words) for bar, words in zip(bars, printed.words(), strict=True)]
    return rows if any(words != HIDDEN for _name, words in rows) else []
