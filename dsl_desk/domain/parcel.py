"""A parcel for another DSL Desk: entries as they lie in the ledger, who signed them, whose.

What is written here is read by other programs: `docs/vault-format.md` has every field.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.entry_form import read_body, write_body
from dsl_desk.domain.fields import FieldError, Fields
from dsl_desk.domain.ids import MemberId
from dsl_desk.domain.packing import PackingError, canonical_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.cover import Cover
    from dsl_desk.domain.packing import Json


FORM: Final = "dsl-desk parcel"
VERSION: Final = 1
MOST_ENTRIES: Final = 50_000
LONGEST_BODY: Final = 4 * 1024 * 1024
DEEPEST: Final = 24  # lists and objects inside one another
ENDING: Final = ".parcel"


class NewerParcelError(ValueError):
    """A parcel was made by a newer program."""


@dataclass(frozen=True)
class Signer:
    """Somebody whose signature stands in a parcel, and the key it is checked with."""

    member: MemberId
    name: str = field(repr=False)
    role: str
    key: bytes

    def fields(self) -> dict[str, Json]:
        """Return what a parcel carries."""
        return {"id": self.member, "name": self.name, "role": self.role, "key": self.key.hex()}

    @classmethod
    def of(cls, fields: Fields) -> Signer:
        """Return what a parcel carried."""
        member = MemberId(fields.text("id"))
        return cls(member, fields.text("name"), fields.text("role"), fields.raw("key"))


@dataclass(frozen=True)
class CarriedEntry:
    """One version of a record. Covered, it has no salt, and its words are not those signed."""

    header: bytes = field(repr=False)
    signature: bytes = field(repr=False)
    salt: bytes = field(repr=False)
    body: bytes = field(repr=False)
    covered: bool = False

    def fields(self) -> dict[str, Json]:
        """Return what a parcel carries."""
        return {
            "header": self.header.hex(),
            "signature": self.signature.hex(),
            "salt": self.salt.hex(),
            "body": self.body.decode(),
            "covered": self.covered,
        }

    @classmethod
    def of(cls, fields: Fields) -> CarriedEntry:
        """Return what a parcel carried."""
        body = fields.text("body").encode()
        if len(body) > LONGEST_BODY:
            raise FieldError
        return cls(
            header=fields.raw("header"),
            signature=fields.raw("signature"),
            salt=fields.raw("salt"),
            body=body,
            covered=fields.truth("covered"),
        )


@dataclass(frozen=True)
class Contents:
    """All that a parcel holds. `left_out`: how many entries stayed because they hold keys."""

    school: str
    vault: str
    made_at: str
    child: Mapping[str, str] = field(repr=False)
    entries: tuple[CarriedEntry, ...] = field(repr=False)
    signers: tuple[Signer, ...] = field(repr=False)
    left_out: int = 0

    @property
    def covered(self) -> int:
        """How many entries have their words covered."""
        return sum(one.covered for one in self.entries)

    def written(self) -> bytes:
        """Return the JSON, in the one spelling that is signed."""
        return canonical_json(
            {
                "form": FORM,
                "version": VERSION,
                "school": self.school,
                "vault": self.vault,
                "made_at": self.made_at,
                "child": dict(self.child),
                "signers": [one.fields() for one in self.signers],
                "entries": [one.fields() for one in self.entries],
                "left_out": self.left_out,
            }
        )


def contents_of(untrusted: bytes) -> Contents:
    """Return what a parcel holds; FieldError where it is none, NewerParcelError for a newer one."""
    fields = Fields.of_json(untrusted)
    if fields.text("form") != FORM:
        raise FieldError
    if fields.number("version") > VERSION:
        raise NewerParcelError
    entries = fields.each("entries")
    if not 0 < len(entries) <= MOST_ENTRIES:
        raise FieldError
    return Contents(
        school=fields.text("school"),
        vault=fields.text("vault"),
        made_at=fields.text("made_at"),
        child=fields.inside("child").texts(),
        entries=tuple(map(CarriedEntry.of, entries)),
        signers=tuple(map(Signer.of, fields.each("signers"))),
        left_out=fields.number("left_out"),
    )


def covered(contents: Contents, cover: Cover) -> Contents:
    """Return a parcel in which nobody who is covered is named, nor called by their record."""
    if not cover.masks:
        return contents
    hidden = frozenset(mask.key for mask in cover.masks)
    child = {name: cover.words(words) for name, words in contents.child.items()}
    entries = tuple(_covered(one, cover, hidden) for one in contents.entries)
    return replace(contents, child=child, entries=entries)


def _covered(entry: CarriedEntry, cover: Cover, hidden: frozenset[str]) -> CarriedEntry:
    body = read_body(entry.body)
    seen = replace(
        body,
        reason=cover.words(body.reason),
        names={name: cover.words(words) for name, words in body.names.items()},
        fields={name: _plain(value, cover, hidden) for name, value in body.fields.items()},
    )
    written = write_body(seen)
    if written == entry.body:
        return entry
    return replace(entry, salt=b"", body=written, covered=True)


def _plain(value: Json, cover: Cover, hidden: frozenset[str]) -> Json:
    if isinstance(value, str):
        return "" if value in hidden else cover.words(value)
    if isinstance(value, (list, tuple)):
        return [_plain(each, cover, hidden) for each in value]
    if isinstance(value, dict):
        return {name: _plain(each, cover, hidden) for name, each in value.items()}
    return value


def is_plain(value: object, depth: int = DEEPEST) -> bool:
    """Tell whether a value is no deeper than any body of ours: each reader goes down into it."""
    if isinstance(value, dict):
        value = list(value.values())
    if not isinstance(value, list):
        return True
    return depth > 0 and all(is_plain(each, depth - 1) for each in value)


def words_in(body: bytes) -> str:
    """Return every word of a body, one text under the other, for whoever searches."""
    try:
        read = read_body(body)
    except PackingError:
        return ""
    return "\n".join(word for word in _texts(dict(read.fields)) if word.strip())


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, (list, tuple)):
        return [word for each in value for word in _texts(each)]
    if isinstance(value, dict):
        return [word for each in value.values() for word in _texts(each)]
    return []
