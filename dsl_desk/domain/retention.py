"""How long each kind of record is kept: classes, the data of their periods, the day of review."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_YEARS: Final = 120
_LEAP_DAY: Final = (2, 29)


class RetentionClass(Enum):
    """What a record is, as far as keeping it goes."""

    CHILD_FILE = "child_file"
    SEXUAL_ABUSE = "sexual_abuse"
    ALLEGATION = "allegation"
    ALLEGATION_REMOVED = "allegation_removed"
    LOW_LEVEL = "low_level"
    DECLARATION = "declaration"
    CAPTURE = "capture"
    CAPTURE_NOTHING = "capture_nothing"
    CONSENT = "consent"
    REGISTER = "register"
    SEALED_NOTE = "sealed_note"
    PERSON = "person"
    SCHOOL = "school"
    LEDGER = "ledger"


class Since(Enum):
    """What the years of a term count from."""

    BIRTH = "birth"
    MADE = "made"
    LAST_ENTRY = "last_entry"
    LEAVING = "leaving"


# Every kind of record and its class; a house test looks that none is left out.
CLASS_OF: Final[Mapping[str, RetentionClass]] = {
    **dict.fromkeys(
        (
            *("concern", "step", "referral", "misfiling", "child_file", "identity", "task"),
            *("duty_done", "paper", "contact_attempt", "left", "cross_reference"),
            *("child_transfer", "file_received", "parcel", "received_entry"),
        ),
        RetentionClass.CHILD_FILE,
    ),
    **dict.fromkeys(("person", "person_merge"), RetentionClass.PERSON),
    **dict.fromkeys(
        (
            *(
                "lock_after",
                "school_seal",
                "people_settings",
                "kept_filter",
                "policy",
                "policy_seen",
            ),
            *("retention_period", "calendar", "lado_directory", "school_seal"),
        ),
        RetentionClass.SCHOOL,
    ),
    **dict.fromkeys(
        (
            *("approval", "departure", "acknowledgement", "account_we_run", "take_down"),
            *("data_breach", "filtering_look", "termly_check"),
            *("subject_request", "subject_decision", "subject_answer"),
        ),
        RetentionClass.REGISTER,
    ),
    "photo_consent": RetentionClass.CONSENT,
    **dict.fromkeys(
        (
            *("viewing", "viewing_answer", "handed_in", "stop_taken_back", "evidence"),
            *("evidence_file", "evidence_mismatch", "quarantine", "conversation"),
            "sharing_copy",
        ),
        RetentionClass.CAPTURE,
    ),
    "words_only": RetentionClass.SEXUAL_ABUSE,
    **dict.fromkeys(("allegation", "allegation_step"), RetentionClass.ALLEGATION),
    "low_level": RetentionClass.LOW_LEVEL,
    **dict.fromkeys(
        ("declaration", "declaration_review", "declaration_round", "signed_paper"),
        RetentionClass.DECLARATION,
    ),
    **dict.fromkeys(
        (
            *("founding", "unlock", "opened", "export", "export_refused", "disposal", "merge"),
            *("way_in", "members"),
            *("snapshot", "rehearsal", "hold", "disposal_proposal"),
            *("fence_passed", "everything_seen"),
            *("evidence_opened", "evidence_closed", "evidence_printed"),
        ),
        RetentionClass.LEDGER,
    ),
}


@dataclass(frozen=True)
class Term:
    """So many years since something."""

    since: Since
    years: int


@dataclass(frozen=True)
class Rule:
    """How long a class is kept, why, and where that is written; `changed` is the school's why."""

    of: RetentionClass
    terms: tuple[Term, ...]
    otherwise: Term | None
    why: str
    source: str
    changed: str = ""

    def with_years(self, years: int, reason: str) -> Rule:
        """Return the rule as the school has changed it: the first term is another."""
        first = replace(self.terms[0], years=years)
        words = f"{years} years {SINCE_WORDS[first.since]}, as the school has decided"
        return replace(self, terms=(first, *self.terms[1:]), why=words, changed=reason)


SINCE_WORDS: Final[Mapping[Enum, str]] = {
    Since.BIRTH: "from the date of birth",
    Since.MADE: "from when it was recorded",
    Since.LAST_ENTRY: "from the last entry",
    Since.LEAVING: "from when the person left",
}


@dataclass(frozen=True)
class Periods:
    """Every rule, as dated data: what it holds for, and when somebody last looked it up."""

    rules: Mapping[RetentionClass, Rule]
    holds_from: date
    checked_on: date


def read_periods(text: str) -> Periods:
    """Read the data; ValueError, KeyError or TypeError where it is not as it has to be."""
    data = tomllib.loads(text)
    rules = {RetentionClass(row["name"]): _rule(row) for row in data["class"]}
    if set(rules) != set(RetentionClass):
        raise ValueError
    return Periods(rules, date.fromisoformat(data["from"]), date.fromisoformat(data["checked_on"]))


def _rule(row: Mapping[str, object]) -> Rule:
    terms, otherwise = row["terms"], row.get("otherwise")
    if not isinstance(terms, list):
        raise TypeError
    return Rule(
        of=RetentionClass(row["name"]),
        terms=tuple(_term(term) for term in terms),
        otherwise=None if otherwise is None else _term(otherwise),
        why=str(row["why"]),
        source=str(row["source"]),
    )


def _term(told: object) -> Term:
    if not isinstance(told, dict):
        raise TypeError
    return Term(Since(told["since"]), int(told["years"]))


def class_of(
    kind: str, part: Compartment, own: RetentionClass | None = None, *, sexual: bool = False
) -> RetentionClass:
    """Return the class of a record: in Staff it is about an adult, wherever it names abuse more.

    `own` is a class that what it says gives it, in the place of that of its kind.
    """
    usual = own or CLASS_OF[kind]
    if usual is not RetentionClass.CHILD_FILE:
        return usual
    if sexual:
        return RetentionClass.SEXUAL_ABUSE
    return RetentionClass.ALLEGATION if part is Compartment.STAFF else usual


def review_on(rule: Rule, facts: Mapping[Since, date], pension: date | None = None) -> date | None:
    """Return the day a record is looked at again; None where it is kept on, or a day is missing.

    `pension` is somebody's own pension day where it was asked: it holds in the place of the day
    that would be reckoned from their birth.
    """
    if pension is not None:
        known = [term for term in rule.terms if term.since is not Since.BIRTH]
        rest = review_on(replace(rule, terms=tuple(known)), facts)
        return None if rest is None else max(pension, rest)
    days = [_later(facts[term.since], term.years) for term in rule.terms if term.since in facts]
    if len(days) < len(rule.terms) and rule.otherwise is not None:
        days += [_later(facts[rule.otherwise.since], rule.otherwise.years)]
    elif len(days) < len(rule.terms):
        return None  # the day that is missing might be the last of them
    return max(days, default=None)


def _later(day: date, years: int) -> date:
    year = min(day.year + years, date.max.year)
    if (day.month, day.day) == _LEAP_DAY:
        return date(year, 3, 1)
    return day.replace(year=year)


def what_is_wrong_with_years(years: str) -> tuple[Problem, ...]:
    """Return what stands in the way of a period as somebody typed it."""
    if not years.strip():
        return (Problem("years", "missing"),)
    known = years.strip().isdecimal() and 1 <= int(years) <= MOST_YEARS
    return () if known else (Problem("years", "not_years"),)
