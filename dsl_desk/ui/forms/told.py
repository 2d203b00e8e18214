"""How somebody is told of in one line: their name, and what tells them from others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.person import PersonKind
from dsl_desk.domain.reading_days import age_on, day_in_words
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from datetime import date

    from dsl_desk.domain.person import PersonDraft, PersonRow


def who_it_is(row: PersonRow) -> str:
    """Return a name with what tells somebody from others of that name."""
    return f"{row.name}, {place_of(row.draft)}"


def place_of(draft: PersonDraft) -> str:
    """Return where somebody belongs: Year 6, class 6H; or what they do."""
    if draft.kind is PersonKind.PUPIL:
        year = year_in_words(draft.year)
        told = [year, f"class {draft.form}" if draft.form else ""]
        return ", ".join(one for one in told if one) or "pupil"
    doing = draft.role or (label(draft.staff_kind) if draft.staff_kind else "")
    told = [doing, draft.organisation if draft.organisation != draft.name else ""]
    return ", ".join(one for one in told if one) or label(draft.kind)


def year_in_words(year: str) -> str:
    """Return Year 6, or Reception."""
    return f"Year {year}" if year.isdecimal() else year


def born_in_words(draft: PersonDraft, today: date) -> str:
    """Return born 2 March 2016, age 10; nothing where it is not known."""
    age = age_on(draft.born, today)
    if age is None:
        return ""
    return f"born {day_in_words(draft.born)}, age {age}"
