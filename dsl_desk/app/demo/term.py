"""A training vault from the first day to the last: founded, filled with years, and lived in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from functools import partial
from random import Random
from typing import TYPE_CHECKING, Final

from dsl_desk.app.demo import (
    adults,
    checks,
    concerns,
    evidence,
    links,
    looks,
    office,
    parcels,
    register_lines,
    requests,
    settled,
    transfers,
)
from dsl_desk.app.demo.cast import ALBAN, HESTER, MAYA, MEMBERS, OWEN, SCHOOL, drawn
from dsl_desk.app.demo.clock import SCHOOLS_ZONE, TermClock
from dsl_desk.app.demo.days import TERM, last_school_days
from dsl_desk.app.demo.stage import Scene, Stage
from dsl_desk.app.demo.told import WHY
from dsl_desk.domain.concern_choices import ConcernState
from dsl_desk.domain.ways_in import Doorstep, FirstWay, Way
from dsl_desk.keys.words import suggest_passphrase
from dsl_desk.services.doorstep import derive
from dsl_desk.services.page_rows import Newcomer
from dsl_desk.services.training import fill_years, found_training
from dsl_desk.services.vaults import SetUp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from dsl_desk.domain.concern_draft import ConcernDraft
    from dsl_desk.domain.keychain import Keychain
    from dsl_desk.services.desk import Desk

    Told = Callable[[int], None]

_EIGHT: Final = time(8)
# What the script alone writes, a little less than it does for any seed: the rest is years before.
OF_THE_TERM: Final = 400
_A_YEAR: Final = 20_000  # more entries than this in a year are spread over more years
# Not so many that the youngest of its pupils were not born: a concern would be about nobody.
_MOST_YEARS: Final = 3
# However many entries are asked for, a child's file stays as long as a child's file is.
_OF_ONE_PUPIL: Final = 20
MOST_PUPILS: Final = 19_999  # a list that is taken in has 20,000 rows, and one is its heading
_LARGE, _VERY_LARGE = 5_000, 200_000
_WHY: Final = "The training vault begins with four members"


@dataclass(frozen=True)
class Wanted:
    """Which training vault is asked for."""

    folder: Path
    entries: int
    profile: str
    seed: int
    today: date


def made(wanted: Wanted, resources: Path, keychain: Keychain, told: Told) -> Mapping[str, str]:
    """Make the vault; return each member's passphrase. `told` hears how many entries there are."""
    chance = Random(wanted.seed)  # noqa: S311  # what is drawn here is nobody's secret
    days = last_school_days(wanted.today, TERM)
    first = datetime.combine(days[0], _EIGHT, SCHOOLS_ZONE)
    before = max(0, wanted.entries - OF_THE_TERM)
    years = min(_MOST_YEARS, -(-before // _A_YEAR))
    clock = TermClock(first - timedelta(days=365 * years + 1))
    place = Doorstep(clock, keychain)
    cast = drawn(chance, wanted.today, min(MOST_PUPILS, before // _OF_ONE_PUPIL))
    stage = Stage(wanted.folder, resources, clock, place, chance, cast, wanted.today)
    passphrases = _found(stage)
    with_policy = partial(office.begin, stage, wanted.profile)
    stage.play((Scene(clock.now(), MAYA, with_policy),), _silent)
    _rounds(stage)
    _years(stage, first, before, told)
    scenes = [*_term(stage, days, wanted), *_copies(stage, days, wanted)]
    stage.play(scenes, lambda: told(before))
    return passphrases


def _term(stage: Stage, days: list[date], wanted: Wanted) -> Iterator[Scene]:
    """Return every scene of the term. A kind that is built later adds its line here."""
    moment = office.days_at_work(days, datetime.combine(days[0], _EIGHT, SCHOOLS_ZONE))
    yield from concerns.scenes(stage, days)
    yield from adults.scenes(stage, moment)
    yield from looks.scenes(stage, moment)
    yield from office.scenes(stage, moment)
    yield from register_lines.scenes(stage, moment)
    yield from links.scenes(stage, moment)
    yield from requests.scenes(stage, moment)
    yield from transfers.scenes(stage, moment)
    yield from checks.scenes(stage, moment)
    yield from evidence.scenes(stage, moment)
    yield from settled.scenes(stage, moment, everything=wanted.entries <= _VERY_LARGE)
    yield from parcels.scenes(stage, moment)


def copies_of(folder: Path) -> Path:
    """Return the folder in which the copies of a training vault lie: beside it."""
    return folder.with_name(f"{folder.name} copies")


def _copies(stage: Stage, days: list[date], wanted: Wanted) -> Iterator[Scene]:
    """Return when copies are made: of a large vault one, of a very large one none."""
    moment = office.days_at_work(days, datetime.combine(days[0], _EIGHT, SCHOOLS_ZONE))
    at = (
        (14, 34, 58) if wanted.entries <= _LARGE else (34,) if wanted.entries <= _VERY_LARGE else ()
    )
    yield from office.copying(moment, at, copies_of(stage.folder))


def _found(stage: Stage) -> Mapping[str, str]:
    words = stage.resources / "words"
    said = {name: suggest_passphrase(words, stage.chance.choice) for name in MEMBERS}
    stage.said.update(said)
    way = {name: FirstWay(said[name], Way.PASSPHRASE_ALONE) for name in MEMBERS}
    plan = SetUp(SCHOOL, MAYA, MEMBERS[MAYA], way[MAYA])
    founded = found_training(stage.folder, plan, stage.place)
    stage.keys[MAYA] = (founded.member, founded.key)
    desk = stage.sit_down(MAYA)
    try:
        for name in (OWEN, HESTER, ALBAN):
            added = desk.members.add(Newcomer(name, MEMBERS[name], way[name]), _WHY)
            member = added.answer.member.id
            key = derive(stage.folder, member, said[name], stage.place)
            stage.keys[name] = (member, key)
    finally:
        desk.close()
    return said


def _rounds(stage: Stage) -> None:
    """Let everybody who holds sealed slots go one round, so that each of them can begin a case."""
    at = stage.clock.now()
    stage.play((Scene(at, name, _go_round) for name in (HESTER, ALBAN, OWEN)), _silent)


def _go_round(desk: Desk) -> None:
    desk.cases.rewrite_all()


def _years(stage: Stage, first: datetime, count: int, told: Told) -> None:
    if not count:
        return
    desk = stage.sit_down(MAYA)
    try:
        fill_years(desk, _of_long_ago(stage, first, count), count, told)
    finally:
        desk.close()


def _of_long_ago(stage: Stage, until: datetime, count: int) -> Iterator[ConcernDraft]:
    """Return concerns from now until the term begins, moving the clock from one to the next."""
    start = stage.clock.now()
    step = (until - start - timedelta(hours=1)) / count
    for nth in range(count):
        at = start + step * (nth + 1)
        stage.clock.be(at)
        draft = concerns.told_long_ago(stage.chance, stage.cast, at)
        yield replace(draft, state=ConcernState.CLOSED, outcome=stage.chance.choice(WHY))


def _silent() -> None:
    """Be told of progress that nobody watches."""
