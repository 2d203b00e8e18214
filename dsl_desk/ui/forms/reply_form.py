"""What came back from a referral: answered, asked again, or taken further."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from typing_extensions import override

from dsl_desk.domain.referral import ReferralTo
from dsl_desk.domain.words import label
from dsl_desk.ui.forms.opening_form import OpeningForm
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.pick import Pick

if TYPE_CHECKING:
    from dsl_desk.domain.errors import Problem
    from dsl_desk.domain.ids import EntryId
    from dsl_desk.domain.referral import Referral, ReferralDraft
    from dsl_desk.ui.forms.opening_form import Saving

_ADVICE: Final = {
    "missing": "Write what was said, and by whom, in a few words.",
    "too_long": "Use at most 200 characters here.",
}
_NOT_TEXT: Final = "Something here is not text. Delete it and type it again."


def addressee(draft: ReferralDraft) -> str:
    """Return whom a referral was made to, in the middle of a sentence: never the person's name."""
    to = label(draft.to)
    return f"{to[:1].lower()}{to[1:]}" if draft.to is not ReferralTo.PREVENT else to


class CameBack(Enum):
    """What can be written down about a referral nobody has answered."""

    ANSWERED = "They answered"
    CHASED = "We asked again"
    ESCALATED = "We disagree, and took it further"


class ReplyForm(OpeningForm):
    """What came back from one of the referrals that wait for a reply."""

    def __init__(self, of: Referral) -> None:
        super().__init__(f"What came back from {addressee(of.draft)}?", "Save", _advice_on)
        self.of = of
        self.what = Pick([one.value for one in CameBack])
        self.words = Line()
        self.fields = {
            "what": Field(self.tr("What happened?"), self.what),
            "reason": Field(self.tr("What was said, and by whom"), self.words),
        }
        self.put(self.fields, ("what", "reason"))

    def saving(self, entry: EntryId) -> Saving:
        """Return how what stands in it is written down."""
        of, words = self.of, self.words.text()
        what = tuple(CameBack)[self.what.currentIndex()]
        return lambda desk: {
            CameBack.ANSWERED: desk.referrals.answer,
            CameBack.CHASED: desk.referrals.chase,
            CameBack.ESCALATED: desk.referrals.escalate,
        }[what](of, words, entry)

    @override
    def begin_anew(self) -> None:
        """Empty it."""
        self.words.clear()


def _advice_on(problem: Problem) -> str:
    return _ADVICE.get(problem.code, _NOT_TEXT)
