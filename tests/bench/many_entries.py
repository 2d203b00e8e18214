"""A part with as many entries as a benchmark asks for, of 150 words each, kept between runs."""

from __future__ import annotations

import random
import time
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.concern import CONCERN, said_of
from dsl_desk.domain.ids import EntryId, fresh_id
from tests.builders import a_concern_draft
from tests.storage.training import TrainingPart

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEY: Final = b"\xab" * 32
_WORDS: Final = 150
_VOCABULARY: Final = 30_000
_IN_ONE_WRITE: Final = 500


def vocabulary(chance: random.Random) -> list[str]:
    """Return words nobody speaks, some short and some long."""
    letters = "abcdefghijklmnoprstuw"
    return [
        "".join(chance.choice(letters) for _ in range(chance.randint(2, 9)))
        for _ in range(_VOCABULARY)
    ]


def texts(count: int) -> Iterator[str]:
    """Return texts in which few words are common and most are rare, as in any language."""
    chance = random.Random(2026)  # noqa: S311 the same texts in every run
    words = vocabulary(chance)
    weights = list(accumulate(1 / (place + 1) for place in range(len(words))))
    for _ in range(count):
        yield " ".join(chance.choices(words, cum_weights=weights, k=_WORDS))


def filled(path: Path, count: int) -> TrainingPart:
    """Return a closed part with this many concerns; made once, and told how long that took."""
    training = TrainingPart(path, KEY)
    part = training.make()
    start = time.perf_counter()
    waiting = texts(count)
    for first in range(0, count, _IN_ONE_WRITE):
        training.clock.advance(minutes=1)
        with part.writing(training.pen) as write:
            for number in range(first, min(count, first + _IN_ONE_WRITE)):
                draft = a_concern_draft(about=f"Child {number}", words=next(waiting))
                name = EntryId(fresh_id(training.clock.now()))
                write.record(CONCERN, said_of(draft, f"C-2026-{number:07}"), name)
    seconds = time.perf_counter() - start
    part.close()
    print(f"{count:,} entries written in {seconds:.1f} s, {count / seconds:,.0f} a second")
    return training
