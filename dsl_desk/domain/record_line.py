"""One record in one line, whatever its kind: for lists that a program reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.chronicled import item_of
from dsl_desk.domain.entry import GONE
from dsl_desk.domain.person import PERSON, person_of

if TYPE_CHECKING:
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.packing import Json

# What was done with the vault, and no record of anything: listed only when it is asked for.
ACTS: Final = frozenset(
    {
        *("founding", "unlock", "opened", "export", "merge", "way_in", "members", "disposal"),
        *("evidence_opened", "evidence_closed", "snapshot", "rehearsal", "evidence_file"),
        *("everything_seen",),
    }
)
_TITLED: Final = ("title", "what", "name", "words")
_LONGEST: Final = 120


@dataclass(frozen=True)
class RecordLine:
    """The newest version of a record."""

    id: str
    ref: str
    kind: str
    part: Compartment
    version: int
    written_at: str
    title: str = field(repr=False)

    def plain(self) -> dict[str, Json]:
        """Return it as named fields."""
        return {
            "id": self.id,
            "ref": self.ref,
            "kind": self.kind,
            "part": self.part.value,
            "version": self.version,
            "written_at": self.written_at,
            "title": self.title,
        }


def line_of(entry: Entry, part: Compartment) -> RecordLine | None:
    """Return an entry's line; None for what was disposed of."""
    if entry.body is GONE:
        return None
    header, body = entry.header, entry.body
    ref = body.fields.get("ref", "")
    return RecordLine(
        id=header.record,
        ref=ref if isinstance(ref, str) else "",
        kind=body.kind,
        part=part,
        version=header.version,
        written_at=header.written_at,
        title=_title(entry),
    )


def _title(entry: Entry) -> str:
    if entry.body.kind == PERSON.name:
        return person_of(entry).draft.name
    item = item_of(entry)
    if item is not None:
        return item.title
    said = (entry.body.fields.get(name, "") for name in _TITLED)
    words = next((one for one in said if isinstance(one, str) and one.strip()), "")
    return words.split("\n", 1)[0][:_LONGEST] or entry.body.kind.replace("_", " ")
