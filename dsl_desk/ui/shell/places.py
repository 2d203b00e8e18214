"""The places of the rail, in their order: what each is called, drawn with and asked for."""

from __future__ import annotations

from enum import Enum

from dsl_desk.ui.theme.icon import Icon

_DIGITS = "1234567890"


class Place(Enum):
    """One thing a DSL goes to. The order is the order of Ctrl 1 to Ctrl 9 and Ctrl 0.

    Adults came later and has none: nobody's fingers have to learn the others anew.
    """

    TODAY = ("Today", Icon.SUN)
    CONCERNS = ("Concerns", Icon.NOTEBOOK_PEN)
    PEOPLE = ("People", Icon.USERS_ROUND)
    EVIDENCE = ("Evidence", Icon.IMAGE)
    REFERRALS = ("Referrals", Icon.SEND)
    ADULTS = ("Adults", Icon.ID_CARD)
    DECLARATIONS = ("Declarations", Icon.SIGNATURE)
    REGISTERS = ("Registers", Icon.NOTEBOOK_TABS)
    INSIGHTS = ("Insights", Icon.CHART_COLUMN)
    POLICY = ("Policy", Icon.SCROLL_TEXT)
    VAULT = ("Vault", Icon.VAULT)
    CASES = ("Sealed cases", Icon.SHIELD_BAN)

    def __init__(self, words: str, icon: Icon) -> None:
        """Keep the parts under names."""
        self.words = words
        self.icon = icon

    @property
    def digit(self) -> str:
        """The key that goes there together with Ctrl: 1 to 9, then 0; nothing for one more."""
        with_digit = [place for place in Place if place is not Place.ADULTS]
        at = with_digit.index(self) + 1 if self in with_digit else len(_DIGITS) + 1
        return str(at % 10) if at <= len(_DIGITS) else ""


# A thin line stands before this place: daily work above it, looking back and looking after below.
# Shown to nobody who holds no sealed case's group; whoever does sees it with a case or without.
ONLY_FOR_HOLDERS = Place.CASES
FIRST_BELOW_THE_LINE = Place.INSIGHTS
