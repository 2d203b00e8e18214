"""Referring to somebody outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from dsl_desk.domain.moments import wall_clock
from dsl_desk.domain.referral import Consent, ReferralDraft, ReferralTo
from dsl_desk.domain.words import label
from dsl_desk.ui.concerns.open_choices import OneOf
from dsl_desk.ui.concerns.short_form import ShortForm
from dsl_desk.ui.forms.childrens_lines import ChildrensLines
from dsl_desk.ui.kit.day_time import DayTime
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.kit.pick import Pick

if TYPE_CHECKING:
    from dsl_desk.domain.childrens_number import ChildrensNumber
    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.ids import EntryId
    from dsl_desk.ui.concerns.standing import Standing
    from dsl_desk.ui.forms.opening_form import Saving

_TO = tuple(ReferralTo)
_CONSENT = (Consent.GIVEN, Consent.REFUSED, Consent.NOT_SOUGHT)


class ReferralForm(ShortForm):
    """To whom, with whose consent, whom we spoke to, and what we told them."""

    def __init__(self, clock: Clock) -> None:
        super().__init__("Refer to somebody outside", "Write the referral down")
        self._clock = clock
        self.to = Pick([label(to) for to in _TO])
        self.at = DayTime(lambda: clock.now().date(), self.tr("When?"))
        self.consent = OneOf(_CONSENT, Consent.UNANSWERED, self.tr("Did the parents agree?"))
        self.consent_why, self.spoke_to, self.reference = Line(), Line(), Line()
        self.words = Lines(rows=3)
        self.fields = {
            "to": Field(self.tr("To whom?"), self.to),
            "at": Field(self.tr("When?"), self.at),
            "spoke_to": Field(self.tr("Who did you speak to?"), self.spoke_to),
            "reference": Field(self.tr("Their reference"), self.reference),
            "consent": Field(self.tr("Did the parents agree?"), self.consent),
            "consent_why": Field(self.tr("If not, why it is made all the same"), self.consent_why),
            "words": Field(self.tr("What you told them"), self.words),
        }
        rows = (("to", "at"), ("spoke_to", "reference"), ("consent", "consent_why"), ("words",))
        self.put(self.fields, *rows)
        self.childrens = ChildrensLines()
        self._numbers: tuple[ChildrensNumber, ...] = ()
        self.to.currentIndexChanged.connect(self._show_numbers)
        self.column.insertWidget(2, self.childrens)
        self.begin_anew()

    @override
    def saving(self, standing: Standing, entry: EntryId) -> Saving:
        draft = self.draft(standing.concern.id)
        return lambda desk: desk.referrals.record(draft, entry)

    @override
    def be_about(self, standing: Standing) -> None:
        self._numbers = standing.childrens
        self._show_numbers()

    def _show_numbers(self) -> None:
        """Show whom to ring while it goes to children's social care."""
        theirs = _TO[self.to.currentIndex()] is ReferralTo.SOCIAL_CARE
        self.childrens.show_numbers(self._numbers if theirs else ())

    def draft(self, concern: str) -> ReferralDraft:
        """Return what stands in the form."""
        return ReferralDraft(
            to=_TO[self.to.currentIndex()],
            at=self.at.at(),
            spoke_to=self.spoke_to.text(),
            words=self.words.text(),
            consent=self.consent.answer(),
            consent_why=self.consent_why.text(),
            concern=concern,
            reference=self.reference.text(),
        )

    @override
    def begin_anew(self) -> None:
        """Empty it, with now as the time."""
        self.at.show_at(wall_clock(self._clock.now()))
        self.consent.choose(Consent.UNANSWERED)
        for line in (self.consent_why, self.spoke_to, self.reference):
            line.clear()
        self.words.clear()
