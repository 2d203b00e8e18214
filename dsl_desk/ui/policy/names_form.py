"""What this school calls the posts of its policy, and the days it was approved and is reviewed."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from typing_extensions import override

from dsl_desk.domain.answers import LONGEST_LINE, too_much, what_is_wrong
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.policy.changes import NO_CHANGES
from dsl_desk.domain.policy.recipients import RECIPIENTS
from dsl_desk.domain.policy.terms import Recipient
from dsl_desk.domain.typed_times import day_of
from dsl_desk.ui.forms.opening_form import OpeningForm
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.line import Line

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from dsl_desk.domain.policy.changes import Changes
    from dsl_desk.domain.policy.profile import Profile

_ADVICE: Final = {
    "missing": "Write why, in a few words.",
    "too_long": "Use at most 200 characters here.",
    "not_a_day": "Write a day, for example 16/02/2026.",
}
_NOT_TEXT: Final = "Something here is not text. Delete it and type it again."
_TWO: Final = 2


class NamesForm(OpeningForm):
    """The posts that this policy names, each with what this school calls it."""

    def __init__(self, today: date) -> None:
        super().__init__("Names and dates", "Keep as a version", _advice_on)
        self._today = today
        self.fields: dict[str, Field] = {}
        self.lines: dict[Recipient, Line] = {}
        self._changes: Changes = NO_CHANGES
        self._taken: Mapping[Recipient, str] = {}
        self.approved, self.review_on, self.reason = Line(), Line(), Line()

    def be_about(self, school: Profile, taken: Profile, changes: Changes) -> None:
        """Lay out a line for each post, as it is called now."""
        named = {who for duty in school.duties for who in duty.tell} | set(school.roles)
        self._changes, self._taken = changes, taken.roles
        self.fields = {
            "approved": Field(self.tr("Approved on"), self.approved),
            "review_on": Field(self.tr("To be reviewed by"), self.review_on),
        }
        for day, line in ((school.approved, self.approved), (school.review_on, self.review_on)):
            line.setText(f"{day:%d/%m/%Y}" if day else "")
        for who in (one for one in Recipient if one in named):
            self.lines[who] = Line(school.roles.get(who) or RECIPIENTS[who])
            self.fields[who.value] = Field(RECIPIENTS[who], self.lines[who])
        self.fields["reason"] = Field(self.tr("Why?"), self.reason)
        names = list(self.fields)
        self.put(self.fields, *(names[at : at + _TWO] for at in range(0, len(names), _TWO)))

    def changes(self) -> Changes:
        """Return what was changed; posts called as in the policy are not among it."""
        titles = {who: line.text().strip() for who, line in self.lines.items()}
        own = {who: title for who, title in titles.items() if title and title != self._usual(who)}
        return replace(
            self._changes,
            titles=MappingProxyType(own),
            approved=self._day(self.approved),
            review_on=self._day(self.review_on),
        )

    def problems(self) -> tuple[Problem, ...]:
        """Return all that stands in the way."""
        days = {"approved": self.approved, "review_on": self.review_on}
        codes = {
            name: "not_a_day" if line.text().strip() and self._day(line) is None else ""
            for name, line in days.items()
        }
        codes |= {
            who.value: too_much(line.text(), LONGEST_LINE) for who, line in self.lines.items()
        }
        codes["reason"] = what_is_wrong(self.reason.text(), LONGEST_LINE)
        return tuple(Problem(name, code) for name, code in codes.items() if code)

    @override
    def begin_anew(self) -> None:
        """Empty the reason: the rest stays as it is."""
        self.reason.clear()

    def _usual(self, who: Recipient) -> str:
        return self._taken.get(who) or RECIPIENTS[who]

    def _day(self, line: Line) -> date | None:
        return day_of(line.text(), self._today)


def _advice_on(problem: Problem) -> str:
    return _ADVICE.get(problem.code, _NOT_TEXT)
