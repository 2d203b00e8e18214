"""Accounts we run: whose each is, who approved it, who looks after it. Never a password."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.registers.blank import Blank, BlankSort, Choice
from dsl_desk.domain.registers.register import Register, RegisterName
from dsl_desk.domain.today import NeedSort

if TYPE_CHECKING:
    from dsl_desk.domain.registers.register import Occasion, RegisterDraft

IN_USE, UNOFFICIAL, CLOSED = "in_use", "unofficial", "closed"
_EVERY: Final = {"week": 7, "month": 31, "half_term": 45, "term": 105}
_WORD: Final = r"\b(?:pass\W?(?:word|phrase|code)|pwd?|pin)\b"
_SAID: Final = re.compile(rf"{_WORD}\s*(?:[:=>\u2013\u2014-]|is\b|was\b|now\b)\s*\S", re.IGNORECASE)
_BESIDE: Final = re.compile(rf"{_WORD}\s+[\"'\u201c\u2018]?(?=\S*[\d!#$%^&*])\S", re.IGNORECASE)
_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def says_a_password(words: str) -> bool:
    """Tell whether something is said to be a password, so that it is never written down."""
    return bool(_SAID.search(words) or _BESIDE.search(words))


def _rule(draft: RegisterDraft, _occasion: Occasion) -> dict[str, str]:
    found = {name: "password" for name, said in draft.answers.items() if says_a_password(said)}
    if draft.said("email") and not _EMAIL.fullmatch(draft.said("email")):
        found.setdefault("email", "not_an_email")
    if draft.said("standing") == UNOFFICIAL:
        wanted: tuple[str, ...] = ("reported_to",)
    else:
        wanted = ("purpose", "owner", "email", "approver")
        found |= _wrong_with_telling(draft)
    if draft.said("owner") and draft.said("owner") == draft.said("approver"):
        found.setdefault("approver", "same_person")
    return found | {name: "missing" for name in wanted if not draft.said(name)}


def _wrong_with_telling(draft: RegisterDraft) -> dict[str, str]:
    """Return what is wrong where pupils came to it before anybody was told."""
    told, pupils = draft.said("notified_on"), draft.said("pupils_from")
    if pupils and not told:
        return {"notified_on": "missing"}
    return {"notified_on": "after_pupils"} if pupils and told > pupils else {}


def _due(draft: RegisterDraft) -> str:
    days = _EVERY.get(draft.said("check_every"))
    last = draft.said("checked_on") or draft.said("pupils_from") or draft.said("approved_on")
    if draft.said("standing") != IN_USE or days is None or not last:
        return ""
    return (date.fromisoformat(last) + timedelta(days=days)).isoformat()


_BLANKS: Final = (
    Blank("platform", "Where is the account?", hint="For example Facebook.", needed=True),
    Blank("handle", "What is it called?", hint="As it is written there. Never a password."),
    Blank("address", "Its address", BlankSort.ADDRESS),
    Blank(
        "standing",
        "How does it stand?",
        BlankSort.CHOICE,
        needed=True,
        choices=(
            Choice(IN_USE, "Ours, and approved"),
            Choice(UNOFFICIAL, "In our name, but not ours"),
            Choice(CLOSED, "Closed"),
        ),
    ),
    Blank("purpose", "What is it for?", BlankSort.LINES),
    Blank("owner", "Who is responsible for it?", BlankSort.PERSON),
    Blank("approver", "Who approved it?", BlankSort.PERSON, "Not the person who runs it."),
    Blank("approved_on", "Approved on", BlankSort.DAY),
    Blank("email", "The school e-mail address behind it", hint="Never a private one."),
    Blank("notified_to", "Who was told of it?", hint="Before pupils could see or use it."),
    Blank("notified_on", "Told on", BlankSort.DAY),
    Blank("pupils_from", "Pupils see or use it from", BlankSort.DAY),
    Blank("monitor", "Who reads what is posted there?", BlankSort.PERSON),
    Blank(
        "check_every",
        "How often is it looked through?",
        BlankSort.CHOICE,
        choices=(
            Choice("week", "Every week"),
            Choice("month", "Every month"),
            Choice("half_term", "Every half term"),
            Choice("term", "Every term"),
        ),
    ),
    Blank("checked_on", "Last looked through on", BlankSort.DAY),
    Blank("reported_to", "To whom was it reported?", hint="Where it is not ours."),
    Blank("reported_on", "Reported on", BlankSort.DAY),
    Blank("notes", "Anything else", BlankSort.LINES),
)
ACCOUNTS: Final = Register(
    name=RegisterName.ACCOUNTS,
    title="Accounts we run",
    tab="Accounts",
    one="an account",
    purpose="Every account in the school's name: who answers for it, and who looks through it.",
    part=Compartment.SCHOOL,
    blanks=_BLANKS,
    columns=("platform", "handle", "standing", "owner"),
    day="approved_on",
    rule=_rule,
    due=_due,
    is_open=lambda draft: draft.said("standing") != CLOSED,
    need=NeedSort.ACCOUNT_CHECK,
)
