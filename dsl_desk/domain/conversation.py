"""A conversation: screenshots in order, how each meets the one before it, its words, its people.

The pictures stay pieces of evidence; this only says in which order they are read, and as what.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import LONGEST_LINE, too_much, what_is_wrong
from dsl_desk.domain.chronology import Item, ItemSort
from dsl_desk.domain.concern_draft import LONGEST_NOTE
from dsl_desk.domain.entry import Stamp
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.moments import is_moment
from dsl_desk.domain.person_ref import PersonRef, ids_of
from dsl_desk.domain.policy.mark import NO_POLICY, PolicyMark, under_no_policy
from dsl_desk.domain.record import AUTHOR, Kind, Said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.packing import Json

MOST_SHOTS: Final = 300
LONGEST_WORDS: Final = 20_000  # of one picture


class Meets(Enum):
    """How a picture meets the one before it."""

    FOLLOWS = "follows"
    OVERLAPS = "overlaps"
    GAP = "gap"


class WordsFrom(Enum):
    """Where the words of a picture are from."""

    TYPED = "typed"
    READ = "read"  # by a program, and looked at by nobody yet


@dataclass(frozen=True)
class Shot:
    """One picture in its place."""

    evidence: str
    meets: Meets = Meets.FOLLOWS
    note: str = field(default="", repr=False)
    seen_at: str = ""  # the first time that can be read in it
    words: str = field(default="", repr=False)
    words_from: WordsFrom = WordsFrom.TYPED

    def fields(self) -> dict[str, Json]:
        """Return what an entry keeps."""
        return {
            "evidence": self.evidence,
            "meets": self.meets.value,
            "note": self.note.strip(),
            "seen_at": self.seen_at,
            "words": self.words.rstrip(),
            "words_from": self.words_from.value,
        }

    @classmethod
    def of(cls, fields: Fields) -> Shot:
        """Return what an entry kept."""
        return cls(
            evidence=fields.text("evidence"),
            meets=fields.one_of("meets", Meets),
            note=fields.text("note"),
            seen_at=fields.text("seen_at"),
            words=fields.text("words"),
            words_from=fields.one_of("words_from", WordsFrom),
        )

    def code(self) -> str:
        """Return the code of what stands in the way of it, or nothing."""
        if self.seen_at and not is_moment(self.seen_at):
            return "not_a_time"
        return too_much(self.words, LONGEST_WORDS) or too_much(self.note, LONGEST_NOTE)


@dataclass(frozen=True)
class Speaker:
    """A name as the pictures show it, and who that is: nobody we know, where `who` is empty."""

    shown_as: str = field(repr=False)
    who: PersonRef = field(default=PersonRef(""), repr=False)

    def fields(self) -> dict[str, Json]:
        """Return what an entry keeps."""
        return {"shown_as": self.shown_as.strip(), "who": self.who.fields()}

    @classmethod
    def of(cls, fields: Fields) -> Speaker:
        """Return what an entry kept."""
        return cls(fields.text("shown_as"), PersonRef.of(fields.inside("who")))


@dataclass(frozen=True)
class ConversationDraft:
    """A conversation as it is put together."""

    title: str = field(default="", repr=False)
    place: str = field(default="", repr=False)  # the app, and what the chat is called there
    shots: tuple[Shot, ...] = ()
    speakers: tuple[Speaker, ...] = field(default=(), repr=False)
    basis: str = ""

    def names(self) -> tuple[str, ...]:
        """Return the names that messages may begin with."""
        return tuple(one.shown_as.strip() for one in self.speakers)

    def all_words(self) -> str:
        """Return all that it is found by: what it is, who speaks in it, and what is said."""
        said = (shot.words.rstrip() for shot in self.shots)
        told = (self.title.strip(), self.place.strip(), *self.names(), *said)
        return "\n".join(words for words in told if words)

    def problems(self) -> tuple[Problem, ...]:
        """Return all that stands in the way, not only the first."""
        codes = {
            "title": what_is_wrong(self.title, LONGEST_LINE),
            "place": too_much(self.place, LONGEST_LINE),
            "shots": self._wrong_with_the_shots(),
            "speakers": self._wrong_with_the_speakers(),
        }
        return tuple(Problem(name, code) for name, code in codes.items() if code)

    def _wrong_with_the_shots(self) -> str:
        if not self.shots:
            return "missing"
        if len(self.shots) > MOST_SHOTS:
            return "too_many"
        if len({shot.evidence for shot in self.shots}) < len(self.shots):
            return "twice"
        return next((code for shot in self.shots if (code := shot.code())), "")

    def _wrong_with_the_speakers(self) -> str:
        names = [name.casefold() for name in self.names()]
        if len(set(names)) < len(names):
            return "twice"
        return next((code for name in names if (code := what_is_wrong(name, LONGEST_LINE))), "")


@dataclass(frozen=True)
class Put:
    """Everything one entry of a conversation holds: what was said, and what it rests on."""

    said: ConversationDraft
    basis_ref: str
    concern: str
    people: tuple[PersonRef, ...] = field(repr=False)
    policy: PolicyMark = NO_POLICY  # in force when this version was written


@dataclass(frozen=True)
class Conversation:
    """A conversation as it was written down."""

    id: RecordId
    ref: str
    version: int
    written_at: datetime
    author: str = field(repr=False)
    put: Put
    entry: Stamp
    reason: str = field(default="", repr=False)

    @property
    def draft(self) -> ConversationDraft:
        """What it says."""
        return self.put.said


def fields_of_draft(draft: ConversationDraft) -> dict[str, Json]:
    """Return what an entry, or the spool, keeps of a draft."""
    return {
        "title": draft.title.strip(),
        "place": draft.place.strip(),
        "shots": [shot.fields() for shot in draft.shots],
        "speakers": [speaker.fields() for speaker in draft.speakers],
        "basis": draft.basis,
    }


def draft_of_fields(fields: Fields) -> ConversationDraft:
    """Return the draft that was kept."""
    return ConversationDraft(
        title=fields.text("title"),
        place=fields.text("place"),
        shots=tuple(Shot.of(each) for each in fields.each("shots")),
        speakers=tuple(Speaker.of(each) for each in fields.each("speakers")),
        basis=fields.text("basis"),
    )


def _to_fields(put: Put) -> dict[str, Json]:
    return {
        **fields_of_draft(put.said),
        "words": put.said.all_words(),  # once more, where the search reads them
        "basis_ref": put.basis_ref,
        "concern": put.concern,
        "people": [one.fields() for one in put.people],
        "policy": put.policy.fields(),
    }


def _of_fields(fields: Fields) -> Put:
    people = tuple(PersonRef.of(each) for each in fields.each("people"))
    return Put(
        said=draft_of_fields(fields),
        basis_ref=fields.text("basis_ref"),
        concern=fields.text("concern"),
        people=people,
        policy=PolicyMark.of(fields.inside("policy")),
    )


def _to_names(put: Put) -> dict[str, str]:
    return {"people": "\n".join(one.name.strip() for one in put.people)}


def _not_searched(before: Mapping[str, Json]) -> Mapping[str, Json]:
    """Return fields of schema 2: before it its words stood with the pictures alone."""
    return {**before, "words": ""}


CONVERSATION: Final = Kind(
    name="conversation",
    schema=3,
    entry_class=EntryClass.EVIDENCE,
    to_fields=_to_fields,
    of_fields=_of_fields,
    steps=(_not_searched, under_no_policy),
    to_names=_to_names,
)


def said_of_conversation(put: Put, ref: str) -> Said[Put]:
    """Return it as the ledger takes it."""
    return Said(put, ref, begins_at(put.said))


def begins_at(draft: ConversationDraft) -> str:
    """Return the first time that can be read in it; nothing where none was written down."""
    return next((shot.seen_at for shot in draft.shots if shot.seen_at), "")


def conversation_of(entry: Entry) -> Conversation:
    """Return the conversation that an entry holds."""
    said = CONVERSATION.said(entry)
    return Conversation(
        id=entry.header.record,
        ref=said.ref,
        version=entry.header.version,
        written_at=datetime.fromisoformat(entry.header.written_at),
        author=entry.body.names[AUTHOR],
        put=said.draft,
        entry=Stamp.of(entry),
        reason=entry.body.reason,
    )


def conversation_in_file(entry: Entry) -> Item:
    """Return how it stands in the files of whom it concerns: in words, never a picture."""
    conversation = conversation_of(entry)
    put = conversation.put
    pictures = len(put.said.shots)
    title = f"Conversation {conversation.ref}, {pictures} pictures, under {put.basis_ref}"
    at = begins_at(put.said)
    return Item(ids_of(put.people), at, ItemSort.EVIDENCE, title, put.said.title, put.concern)
