"""What a Prevent referral asks, in the order of the national form; and what the record says to it.

Put together from the questions as local authorities print them. The form itself changes: whoever
sends one checks it against the form of the day.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.concern_answers import answers

if TYPE_CHECKING:
    from dsl_desk.domain.concern import Concern

SOURCE: Final = "The questions of the national Prevent referral form, as they were seen in 2026."


@dataclass(frozen=True)
class Asked:
    """One question of a paper. `from_record`: which answers of a concern speak to it."""

    name: str
    words: str
    from_record: tuple[str, ...] = ()

    def said(self, concern: Concern) -> str:
        """Return what the record says to it; nothing where it says nothing."""
        told = {one.name: one.text for one in answers(concern.draft)}
        return "\n".join(told[name] for name in self.from_record if told.get(name))


PREVENT: Final = (
    Asked("why", "How and why you have become concerned", ("words",)),
    Asked("event", "The specific event that made you concerned", ("happened",)),
    Asked("indicators", "What they say, share or do that points to radicalisation"),
    Asked("interest", "Sympathetic interest in extreme groups, or in attacks"),
    Asked(
        "online",
        "Worrying use of a mobile phone, the internet or social media, and how you found this out",
        ("platform", "account", "group", "address"),
    ),
    Asked("contacts", "Contacts that give concern: who, how often, and why", ("people",)),
    Asked("harm", "Wish to harm somebody: whom, when, and the exact words"),
    Asked("needs", "Special educational needs, disability, health, or other vulnerability"),
    Asked("safeguarding", "Other safeguarding concerns, and who else works with them", ("sorts",)),
    Asked("talked", "What was said with them and with their parents, and their view", ("wishes",)),
    Asked("parents", "Whether the parents know of this referral and support it", ("parents",)),
    Asked("worry", "What you are worried may happen", ("view",)),
    Asked("done", "What has been done so far", ("action", "outcome")),
)
