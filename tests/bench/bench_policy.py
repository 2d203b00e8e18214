"""How long asking takes while somebody types: 500 duties, against a bare loop over 500 look-ups.

`python -m tests.bench.bench_policy`
"""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.policy.facts import SPELLINGS, Facts
from dsl_desk.domain.policy.matching import asks
from dsl_desk.services.profiles import guidance_in, policies_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.policy.profile import Profile

RESOURCES: Final = Path(__file__).parents[2] / "resources"
COUNT: Final = 500
GOAL_MS: Final = 5.0
_ROUNDS: Final = 200
ASKED: Final = (
    *("about: adult", "online", "sort: comments", "sort: staff_contact", "told_by: family"),
    *("involved: pupil", "involved: staff", "has: words", "has: time", "safe_now: no"),
)


def many_duties(count: int) -> tuple[Profile, ...]:
    """Return real profiles with so many duties in all, the last of them filled up with copies."""
    real = (*guidance_in(RESOURCES), *(one.profile for one in policies_in(RESOURCES)))
    duties = [duty for profile in real for duty in profile.duties]
    wanted = [
        replace(duties[at % len(duties)], id=f"copy{at}", matter=f"matter{at % 60}")
        for at in range(count - len(duties))
    ]
    *others, last = real
    return (*others, replace(last, duties=(*last.duties, *wanted)))


def median_ms(ask: Callable[[], object]) -> float:
    """Return the median of many rounds, in milliseconds."""
    times = []
    for _ in range(_ROUNDS):
        began = time.perf_counter()
        ask()
        times.append((time.perf_counter() - began) * 1000)
    return sorted(times)[_ROUNDS // 2]


def floor() -> Callable[[], int]:
    """Return a loop over as many look-ups in a dictionary: what the language itself costs."""
    known = dict.fromkeys(ASKED, 1)
    spelled = (sorted(SPELLINGS) * COUNT)[:COUNT]

    def look() -> int:
        found = 0
        for one in spelled:
            if known.get(one) is not None:
                found += 1
        return found

    return look


def main() -> None:
    """Measure, and print."""
    profiles = many_duties(COUNT)
    facts = Facts.of(ASKED)
    duties = sum(len(profile.duties) for profile in profiles)
    rows = asks(profiles, facts)
    bare, asking = median_ms(floor()), median_ms(lambda: asks(profiles, facts))
    print(f"{duties} duties, {len(rows)} rows asked: median {asking:.3f} ms (goal {GOAL_MS} ms)")
    print(f"bare loop over {COUNT} look-ups: {bare:.3f} ms; ratio {asking / bare:.1f}")


if __name__ == "__main__":
    main()
