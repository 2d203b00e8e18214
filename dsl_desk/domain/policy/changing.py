"""Changing what is asked: what may be changed by whom, and what bears whose name from then on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import LONGEST_LINE, what_is_wrong
from dsl_desk.domain.errors import DraftError, Problem
from dsl_desk.domain.policy.changes import Bar, bar_to_switching_off
from dsl_desk.domain.policy.flaws import ProfileRefusedError
from dsl_desk.domain.policy.in_force import in_force

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dsl_desk.domain.policy.changes import Changes, OwnDuty, SwitchedOff, Woken
    from dsl_desk.domain.policy.profile import Profile
    from dsl_desk.domain.policy.terms import Recipient

LONGEST_SENTENCE: Final = 400
_KEYS: Final = {"do": "tell", "": "added"}  # nobody is named: the field of whom is the one to mend


@dataclass(frozen=True)
class Hand:
    """Who changes the policy, every post they have a hand in, and the version it becomes."""

    member: str
    name: str = field(repr=False)
    posts: frozenset[Recipient]
    version: int


@dataclass(frozen=True)
class Floor:
    """What is changed: law and guidance, the profile as it was taken, what was changed before."""

    guidance: Sequence[Profile]
    taken: Profile
    before: Changes


def looked_at(floor: Floor, after: Changes, hand: Hand) -> Changes:
    """Return the changes, what is new in them under this hand; DraftError says all that is wrong.

    What was written before stays as it was written, with whoever wrote it.
    """
    try:
        profile = in_force(floor.taken, replace(after, off=()))
    except ProfileRefusedError as refused:
        found = (Problem(_field(flaw.key), flaw.wrong.value) for flaw in refused.flaws)
        raise DraftError(tuple(dict.fromkeys(found))) from None
    before = in_force(floor.taken, replace(floor.before, off=()))
    problems = (
        *_off_problems(floor, after, profile, hand),
        *_own_problems(floor, after, before, hand),
        *_woken_problems(floor, after),
    )
    if problems:
        raise DraftError(problems)
    was_off = {one.duty: one for one in floor.before.off}
    was_own = {one.id: one for one in floor.before.added}
    was_awake = {one.duty: one for one in floor.before.woken}
    return replace(
        after,
        off=tuple(was_off.get(one.duty) or _off_by(one, hand) for one in after.off),
        added=tuple(_own_by(one, was_own.get(one.id), hand) for one in after.added),
        woken=tuple(was_awake.get(one.duty) or _woken_by(one, hand) for one in after.woken),
    )


def _off_problems(floor: Floor, after: Changes, profile: Profile, hand: Hand) -> Iterator[Problem]:
    before = {one.duty for one in floor.before.off}
    for one in after.off:
        if one.duty not in before:
            bar = bar_to_switching_off(one.duty, (*floor.guidance, profile), hand.posts)
            code = bar.value if bar else what_is_wrong(one.reason, LONGEST_LINE)
            if code:
                yield Problem("off", code)


def _own_problems(floor: Floor, after: Changes, before: Profile, hand: Hand) -> Iterator[Problem]:
    """Tell what is wrong with what the school adds, changes, or would let vanish."""
    was = {one.id: one for one in floor.before.added}
    if not was.keys() <= {one.id for one in after.added}:
        yield Problem("added", "not_ended")  # it is switched off, and somebody is shown that
    numbers = {one.number for one in floor.taken.clauses}
    for one in after.added:
        old = was.get(one.id)
        if old is not None and old.table == one.table:
            continue
        if old is not None and _is_about(before, one.id, hand):
            yield Problem("added", Bar.ABOUT_ONESELF.value)
        if one.table.get("clause") in numbers:
            yield Problem("clause", "taken")
        yield from _words_problems(one)


def _words_problems(one: OwnDuty) -> Iterator[Problem]:
    said = (("words", LONGEST_SENTENCE), ("clause", LONGEST_LINE))
    codes = [(name, what_is_wrong(str(one.table[name]), longest)) for name, longest in said]
    codes.append(("reason", what_is_wrong(one.reason, LONGEST_LINE)))
    yield from (Problem(name, code) for name, code in codes if code)


def _woken_problems(floor: Floor, after: Changes) -> Iterator[Problem]:
    """Tell what is wrong with what is woken: only what sleeps can be, and by its source."""
    asleep = {duty.id for each in floor.guidance for duty in each.duties if duty.dormant}
    for one in after.woken:
        code = what_is_wrong(one.source, LONGEST_LINE)
        if one.duty not in asleep or code:
            yield Problem("woken", code or Bar.NO_SUCH_DUTY.value)


def _is_about(profile: Profile, duty: str, hand: Hand) -> bool:
    return any(one.id == duty and hand.posts & set(one.about) for one in profile.duties)


def _off_by(one: SwitchedOff, hand: Hand) -> SwitchedOff:
    reason = one.reason.strip()
    return replace(one, reason=reason, by=hand.member, name=hand.name, since=hand.version)


def _woken_by(one: Woken, hand: Hand) -> Woken:
    source = one.source.strip()
    return replace(one, source=source, by=hand.member, name=hand.name, since=hand.version)


def _own_by(one: OwnDuty, old: OwnDuty | None, hand: Hand) -> OwnDuty:
    if old is not None and old.table == one.table:
        return old
    reason = one.reason.strip()
    return replace(one, reason=reason, by=hand.member, name=hand.name, since=hand.version)


def _field(key: str) -> str:
    """Return the field of a form that a key of a duty's table is filled in by."""
    name = key.partition(".")[0]
    return _KEYS.get(name, name)
