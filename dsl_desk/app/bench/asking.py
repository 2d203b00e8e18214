"""What is asked of everything: Today, what the policy asks, Insights, declared links, a paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dsl_desk.app.bench.beside import Measure, beside
from dsl_desk.app.paths import resources
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.policy.facts import SPELLINGS, Facts
from dsl_desk.domain.policy.matching import asks
from dsl_desk.services.profiles import guidance_in, policies_in
from dsl_desk.storage.shelves.concerns import CONCERNS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dsl_desk.domain.policy.profile import Profile
    from dsl_desk.services.desk import Desk

_COUNTED: Final = f"SELECT count(told_at) FROM {CONCERNS.table}"  # noqa: S608 own constants
_DUTIES: Final = 500
_THRICE: Final = 3
ASKED: Final = (
    *("about: adult", "online", "sort: comments", "sort: staff_contact", "told_by: family"),
    *("involved: pupil", "involved: staff", "has: words", "has: time", "safe_now: no"),
)


def asked(desk: Desk) -> Iterator[Measure]:
    """Return each measure as it is taken."""
    children = desk.sitting.part(Compartment.CHILDREN).database
    counted = "every row of the list counted, bare"
    yield beside(
        "Today, all that needs somebody",
        counted,
        desk.today.read,
        lambda: children.number(_COUNTED),
        _THRICE,
    )
    every = desk.insights.periods()[-1]
    yield beside(
        "Insights of all there is",
        counted,
        lambda: desk.insights.read(every),
        lambda: children.number(_COUNTED),
        _THRICE,
    )
    yield _duties()
    yield beside(
        "every declared link",
        counted,
        desk.declarations.lines,
        lambda: children.number(_COUNTED),
        _THRICE,
    )
    yield _paper(desk)


def many_duties(resources: Path, count: int = _DUTIES) -> tuple[Profile, ...]:
    """Return real profiles with so many duties in all, the last of them filled up with copies."""
    real = (*guidance_in(resources), *(one.profile for one in policies_in(resources)))
    duties = [duty for profile in real for duty in profile.duties]
    wanted = [
        replace(duties[at % len(duties)], id=f"copy{at}", matter=f"matter{at % 60}")
        for at in range(count - len(duties))
    ]
    *others, last = real
    return (*others, replace(last, duties=(*last.duties, *wanted)))


def look_ups(count: int = _DUTIES) -> int:
    """Look so many words up in a dictionary: what the language itself costs."""
    known = dict.fromkeys(ASKED, 1)
    return sum(1 for one in (sorted(SPELLINGS) * count)[:count] if known.get(one) is not None)


def _duties() -> Measure:
    profiles, facts = many_duties(resources()), Facts.of(ASKED)
    return beside(
        "what the policies ask, of 500 duties",
        "500 words looked up, bare",
        lambda: asks(profiles, facts),
        look_ups,
        51,
    )


def _paper(desk: Desk) -> Measure:
    first = desk.concerns.page(0, 1).rows[0].id
    return beside(
        "a concern as PDF, its entry written",
        "the same concern opened, no more",
        lambda: desk.concerns.make_pdf(first),
        lambda: desk.concerns.open(first),
        _THRICE,
    )
