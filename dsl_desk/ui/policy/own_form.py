"""A duty of the school's own, in words: when, what, whom, by when, under which rule of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from typing_extensions import override

from dsl_desk.domain.answers import LONGEST_LINE
from dsl_desk.domain.policy.changes import Bar, OwnDuty
from dsl_desk.domain.policy.changing import LONGEST_SENTENCE
from dsl_desk.domain.policy.flaws import Wrong
from dsl_desk.domain.policy.own_duty import POSTS, OwnAnswers, answers_of
from dsl_desk.domain.policy.recipients import RECIPIENTS
from dsl_desk.domain.policy.terms import DutyAct
from dsl_desk.domain.words import label
from dsl_desk.ui.forms.opening_form import OpeningForm
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.policy.own_parts import ByBox, WhenBox, WhomBox

if TYPE_CHECKING:
    from dsl_desk.domain.errors import Problem
    from dsl_desk.domain.policy.duty import Duty
    from dsl_desk.domain.policy.profile import Profile

_ADVICE: Final = {
    "missing": "Write this in a few words.",
    Wrong.MISSING_KEY.value: "Write this in a few words.",
    "too_long": f"Use at most {LONGEST_LINE} characters, and {LONGEST_SENTENCE} for what is asked.",
    "taken": "A clause of the policy is called so. Name your own rule, for example Handbook 4.2.",
    Wrong.NOBODY.value: "Choose who it is, and press Add this.",
    Wrong.NOT_A_TIME.value: "Write how many, for example 2.",
    Wrong.NEVER.value: "These can never be so together. Take one out.",
    Wrong.DESTROYS.value: "A copy comes first: choose After something, a copy is kept.",
    Wrong.PASSWORD.value: "No duty asks for a password. Write it without one.",
    Bar.ABOUT_ONESELF.value: "It checks what you do yourself. Somebody else has to change it.",
}
_NOT_TEXT: Final = "Something here is not text. Delete it and type it again."
_NOBODY: Final = "Nobody's"


class OwnDutyForm(OpeningForm):
    """Everything is chosen from what a profile can say; the rules are those of a profile file."""

    def __init__(self, school: Profile, duty: Duty | None = None) -> None:
        title = "Change this duty of our own" if duty else "Add a duty of our own"
        super().__init__(title, "Keep as a version", _advice_on)
        self.duty = duty
        self.when, self.whom, self.by = WhenBox(), WhomBox(school.roles), ByBox()
        self.act = Pick([label(one) for one in DutyAct])
        self.about = Pick([_NOBODY, *(school.roles.get(one) or RECIPIENTS[one] for one in POSTS)])
        self.words, self.clause, self.reason = Line(), Line(), Line()
        self.fields = self._made()
        self.put(
            self.fields,
            ("words",),
            ("when",),
            ("do", "about"),
            ("tell",),
            ("by",),
            ("clause", "reason"),
        )
        self._fill(answers_of(duty) if duty else OwnAnswers())

    def answers(self) -> OwnAnswers:
        """Return what stands in the form."""
        at = self.about.currentIndex()
        return OwnAnswers(
            so=self.when.facts(so=True),
            not_so=self.when.facts(so=False),
            act=list(DutyAct)[self.act.currentIndex()],
            tell=self.whom.recipients(),
            by=self.by.by(),
            words=self.words.text(),
            clause=self.clause.text(),
            about=(POSTS[at - 1],) if at else (),
        )

    def own(self, name: str) -> OwnDuty:
        """Return the duty as it is kept, with why."""
        return OwnDuty(self.answers().table(name), self.reason.text())

    @override
    def begin_anew(self) -> None:
        """Empty it."""
        self._fill(OwnAnswers())
        self.reason.clear()

    def _fill(self, answers: OwnAnswers) -> None:
        self.when.show_facts(answers.so, answers.not_so)
        self.whom.show_recipients(answers.tell)
        self.by.show_by(answers.by)
        self.act.setCurrentIndex(list(DutyAct).index(answers.act))
        self.about.setCurrentIndex(POSTS.index(answers.about[0]) + 1 if answers.about else 0)
        self.words.setText(answers.words)
        self.clause.setText(answers.clause)

    def _made(self) -> dict[str, Field]:
        either = self.tr("Several of one kind: any of them is enough. Of different kinds: all.")
        always = self.tr("(always, where nothing is said)")
        instead = self.tr("Somebody whose own conduct it checks can neither change nor end it.")
        return {
            "words": Field(self.tr("What is asked, in one plain sentence?"), self.words),
            "when": Field(self.tr("When is it asked?"), self.when, either, always),
            "do": Field(self.tr("What is to be done?"), self.act),
            "about": Field(self.tr("Whose own conduct does it check?"), self.about, instead),
            "tell": Field(self.tr("Whom does it name?"), self.whom),
            "by": Field(self.tr("By when?"), self.by),
            "clause": Field(
                self.tr("Which rule of yours says so?"),
                self.clause,
                self.tr("For example Staff handbook 4.2."),
            ),
            "reason": Field(self.tr("Why do you write this now?"), self.reason),
        }


def _advice_on(problem: Problem) -> str:
    return _ADVICE.get(problem.code, _NOT_TEXT)
