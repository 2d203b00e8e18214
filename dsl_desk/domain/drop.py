"""What is left for somebody without a key of one's own: words, whom they are about, a code."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import too_much, what_is_wrong
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.fields import FieldError, Fields
from dsl_desk.domain.ids import EntryId, fresh_id, made_at
from dsl_desk.domain.member import Role
from dsl_desk.domain.packing import canonical_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.packing import Json

LONGEST_NOTE: Final = 4_000
_ID: Final = 16
_SIGNS: Final = "ABCDEFGHJKLMNPQRTUVWXY346789"  # none that is read as another
_CODE: Final = 3


class LeftSort(Enum):
    """What was left: which trade its fields belong to."""

    NOTE = "note"
    ALLEGATION = "allegation"
    DECLARATION = "declaration"
    NIL_RETURN = "nil_return"
    ANSWER = "answer"


class LeftAbout(Enum):
    """What the first question of a form at the lock screen asks."""

    CHILD = "child"
    ADULT = "adult"  # without a member and a post: nobody knows yet who it is
    NAMED = "named"  # an adult whose name is known, and who holds neither key nor such a post
    LINK = "link"  # a declaration: about whoever makes it


@dataclass(frozen=True)
class Whom:
    """Whom it is about, as far as that decides who receives it.

    `member` where they hold a key here; `post` where they hold one and are no member.
    """

    about: LeftAbout
    member: str = ""
    post: Role | None = None

    def fields(self) -> dict[str, Json]:
        """Return what is sealed of it."""
        post = "" if self.post is None else self.post.value
        return {"about": self.about.value, "member": self.member, "post": post}

    @classmethod
    def of(cls, fields: Fields) -> Whom:
        """Return what was sealed."""
        post = fields.one_of("post", Role) if fields.text("post") else None
        return cls(fields.one_of("about", LeftAbout), fields.text("member"), post)


@dataclass(frozen=True)
class Left:
    """Something left. `fields` is the draft of its trade, which nothing here looks into.

    The id is made before anything is written, and becomes the record's: two who take in the same
    words make one record of them.
    """

    id: EntryId
    sort: LeftSort
    whom: Whom
    written_at: str
    code: str
    fields: Mapping[str, Json] = field(repr=False)

    @classmethod
    def fresh(cls, sort: LeftSort, whom: Whom, fields: Mapping[str, Json], now: datetime) -> Left:
        """Return it with a name and a code of its own."""
        at = now.isoformat(timespec="seconds")
        return cls(EntryId(fresh_id(now)), sort, whom, at, fresh_code(), fields)

    def plain(self) -> dict[str, Json]:
        """Return all of it as fields."""
        return {
            "id": self.id,
            "sort": self.sort.value,
            "whom": self.whom.fields(),
            "written_at": self.written_at,
            "code": self.code,
            "fields": dict(self.fields),
        }

    def written(self) -> bytes:
        """Return what is sealed."""
        return canonical_json(self.plain())

    @classmethod
    def of(cls, fields: Fields) -> Left:
        """Return what was left; FieldError where somebody else's program made it up."""
        left = cls(
            id=EntryId(fields.text("id")),
            sort=fields.one_of("sort", LeftSort),
            whom=Whom.of(fields.inside("whom")),
            written_at=fields.text("written_at"),
            code=fields.text("code"),
            fields=fields.inside("fields").plain(),
        )
        left._refuse_what_we_never_write()
        return left

    def _refuse_what_we_never_write(self) -> None:
        raw = Fields({"id": self.id, "member": self.whom.member})
        try:
            named = (len(raw.raw("id")), len(raw.raw("member"))) in ((_ID, 0), (_ID, _ID))
            whole = raw.raw("id").hex() == self.id and raw.raw("member").hex() == self.whom.member
            made_at(self.id)
            zone = datetime.fromisoformat(self.written_at).tzinfo
            canonical_json(self.plain())
        except (ValueError, OverflowError, OSError):
            raise FieldError from None
        if not named or not whole or zone is None or len(self.code) > _ID:
            raise FieldError


@dataclass(frozen=True)
class Slip:
    """What somebody who left words goes away with: when, and a code. No copy of the words."""

    at: datetime
    code: str


@dataclass(frozen=True)
class NoteDraft:
    """A note: words, and a name and a way to reach them only where the writer wants."""

    words: str = field(default="", repr=False)
    name: str = field(default="", repr=False)
    reach: str = field(default="", repr=False)

    def problems(self) -> tuple[Problem, ...]:
        """Return all that stands in the way, not only the first."""
        codes = {
            "words": what_is_wrong(self.words, LONGEST_NOTE),
            "name": too_much(self.name),
            "reach": too_much(self.reach),
        }
        return tuple(Problem(name, code) for name, code in codes.items() if code)

    def as_json(self) -> dict[str, Json]:
        """Return what is left."""
        return {
            "words": self.words.strip(),
            "name": self.name.strip(),
            "reach": self.reach.strip(),
        }

    @classmethod
    def of(cls, fields: Mapping[str, Json]) -> NoteDraft:
        """Return what was left; what is not there is empty."""
        return cls(*(str(fields.get(name) or "") for name in ("words", "name", "reach")))


def fresh_code() -> str:
    """Return a code like K7Q-3MD: for the writer and the reader to know that they mean one."""
    drawn = "".join(secrets.choice(_SIGNS) for _ in range(2 * _CODE))
    return f"{drawn[:_CODE]}-{drawn[_CODE:]}"
