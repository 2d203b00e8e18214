"""A paper that left: what the ledger keeps of it. The entry is there before the bytes are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.entry import Body
from dsl_desk.domain.leaving import LISTS
from dsl_desk.domain.record import AUTHOR

if TYPE_CHECKING:
    from dsl_desk.domain.ids import EntryId, RecordId
    from dsl_desk.domain.leaving import LeavingDraft, Wish
    from dsl_desk.domain.leaving_errors import Flaw
    from dsl_desk.domain.packing import Json

EXPORT: Final = "export"
EXPORT_SCHEMA: Final = 2
EXPORT_REFUSED: Final = "export_refused"
EVERYTHING: Final = "everything"  # the paper that is none: all a member may open, for machines
EVERYTHING_SEEN: Final = "everything_seen"
_FOUR: Final = 4


@dataclass(frozen=True)
class Left:
    """One paper, as it is written down. `carries`: every record whose words stand in it."""

    wish: Wish
    draft: LeavingDraft = field(repr=False)
    carries: tuple[RecordId, ...]
    version: int
    pages: int
    sha256: str
    beside: str = ""  # the fingerprint of the parcel that goes with it

    def body(self, author: str) -> Body:
        """Return what the ledger keeps."""
        recipient, draft, wish = self.draft.recipient, self.draft, self.wish
        fields: dict[str, Json] = {
            "record": "" if wish.sort in LISTS else wish.of,
            "version": self.version,
            "sha256": self.sha256,
            "paper": wish.sort.value,
            "carries": list(self.carries),
            "since": wish.since,
            "until": wish.until,
            "for": recipient.sort.value if recipient.sort else "",
            "who": recipient.who.fields(),
            "organisation": recipient.organisation.strip(),
            "purpose": draft.purpose.strip(),
            "pages": self.pages,
            "covered": len(draft.covers()),
            "covered_why": draft.covered_why.strip(),
            "how": draft.how.value,
            "unlocked_why": "" if draft.locked else draft.unlocked_why.strip(),
            "confirmed": list(draft.confirmed),
            "left_out_why": draft.left_out_why.strip(),
        }
        fields |= self._only_where_said()
        return Body(EXPORT, EXPORT_SCHEMA, names={AUTHOR: author}, fields=fields)

    def _only_where_said(self) -> dict[str, Json]:
        """Return what most papers have nothing to say to."""
        draft, wish = self.draft, self.wish
        answers = {name: said.strip() for name, said in draft.answers.items()}
        told: dict[str, Json] = {
            "list": wish.of if wish.sort in LISTS else "",
            "sealed": draft.sealed,
            "beside": self.beside,
            "originals": list(draft.originals),
            "pictures": list(draft.pictures),
            "verdicts": dict(draft.verdicts),
            "narrowed": list(wish.narrowed),
            "answers": answers if any(answers.values()) else {},
        }
        return {name: said for name, said in told.items() if said}


def refused_body(wish: Wish, flaw: Flaw, author: str) -> Body:
    """Return what the ledger keeps of a file that was made and did not leave."""
    of = "" if wish.sort in LISTS else wish.of
    fields: dict[str, Json] = {"record": of, "paper": wish.sort.value, "flaw": flaw.value}
    return Body(EXPORT_REFUSED, 1, names={AUTHOR: author}, fields=fields)


def copy_number(entry: EntryId) -> str:
    """Return the number of a copy, as every page of it says it: the end of its entry's name."""
    digits = entry[-2 * _FOUR :]
    return f"{digits[:_FOUR]} {digits[_FOUR:]}"
