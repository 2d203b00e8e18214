"""What the list of referrals shows of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.referral_state import ReferralState, how_it_stands, state_of
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.table.rows_model import Column
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from dsl_desk.domain.referral import Referral

_NAMED: Final = 2
_DAY: Final = len("2026-11-19")
_ICONS: Final[Mapping[ReferralState, Icon]] = {
    ReferralState.WAITING: Icon.HOURGLASS,
    ReferralState.OVERDUE: Icon.TRIANGLE_ALERT,
    ReferralState.ANSWERED: Icon.CHECK,
}
_INKS: Final[Mapping[ReferralState, Meaning]] = {
    ReferralState.WAITING: Meaning.INK,
    ReferralState.OVERDUE: Meaning.RED,
    ReferralState.ANSWERED: Meaning.INK2,
}


@dataclass(frozen=True)
class Shown:
    """A referral as the list shows it on a day."""

    referral: Referral
    today: date

    @property
    def state(self) -> ReferralState:
        """How it stands."""
        return state_of(self.referral.draft, self.today)

    @property
    def stands(self) -> str:
        """How it stands, in words."""
        return how_it_stands(self.referral.draft, self.today)

    @property
    def about(self) -> str:
        """Those it is about: the first two, and how many more there are."""
        names = [one.name for one in self.referral.draft.people]
        more = len(names) - _NAMED
        told = " and ".join(names[:_NAMED])
        return f"{told} and {more} more" if more > 0 else told


COLUMNS: Final[tuple[Column[Shown], ...]] = (
    Column("To", lambda row: label(row.referral.draft.to), voice=Voice.STRONG, width=170),
    Column("About", lambda row: row.about, width=150),
    Column(
        "How it stands",
        lambda row: row.stands,
        icon=lambda row: _ICONS[row.state],
        ink=lambda row: _INKS[row.state],
        width=230,
    ),
    Column("Spoke to", lambda row: row.referral.draft.spoke_to, meaning=Meaning.INK2, width=170),
    Column(
        "Made",
        lambda row: told_in_full(row.referral.draft.at[:_DAY]),
        meaning=Meaning.INK2,
        width=130,
    ),
)
