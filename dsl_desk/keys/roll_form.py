"""The written form of the roll's lines, read back field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.ids import MemberId
from dsl_desk.domain.member import Role
from dsl_desk.domain.post import Post
from dsl_desk.domain.rights import Right
from dsl_desk.domain.roll_act import RollAct
from dsl_desk.keys.roll import Closed, RollLine, Said, Stood

if TYPE_CHECKING:
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json


def write_line(line: RollLine) -> dict[str, Json]:
    """Return a line as it stands on the page."""
    return {
        "number": line.number,
        "previous": line.previous.hex(),
        "author": line.author,
        "written_at": line.written_at,
        "said": line.said.plain(),
        "page": line.page.hex(),
        "signature": line.signature.hex(),
    }


def read_line(line: Fields) -> RollLine:
    """Return a line of the roll."""
    said = line.inside("said")
    return RollLine(
        number=line.number("number"),
        previous=line.raw("previous"),
        author=_member(line, "author"),
        written_at=line.text("written_at"),
        said=Said(
            RollAct(said.text("act")),
            tuple(_read_stood(stood) for stood in said.each("people")),
            tuple(read_post(post) for post in said.each("posts")),
            tuple(_read_closed(one) for one in if_any(said, "closed")),
        ),
        page=line.raw("page"),
        signature=line.raw("signature"),
    )


def read_rights(fields: Fields) -> dict[Compartment, Right]:
    """Return somebody's rights, part by part."""
    rights = fields.inside("rights").texts()
    return {Compartment(part): Right(right) for part, right in rights.items()}


def read_post(post: Fields) -> Post:
    """Return a post."""
    return Post(Role(post.text("role")), _nobody_or(post, "holder"), _nobody_or(post, "stand_in"))


def if_any(fields: Fields, name: str) -> tuple[Fields, ...]:
    """Return the objects of a list that is only written where there is something in it."""
    return fields.each(name) if name in fields.plain() else ()


def _read_closed(closed: Fields) -> Closed:
    return Closed(Compartment(closed.text("compartment")), closed.number("epoch"))


def _read_stood(stood: Fields) -> Stood:
    return Stood(
        member=_member(stood, "id"),
        role=Role(stood.text("role")),
        signing=stood.raw("signing"),
        rights=read_rights(stood),
        retired=stood.truth("retired"),
    )


def _member(fields: Fields, name: str) -> MemberId:
    return MemberId(fields.raw(name).hex())


def _nobody_or(fields: Fields, name: str) -> MemberId | None:
    return _member(fields, name) if fields.text(name) else None
