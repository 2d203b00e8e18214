"""Kinds of record: old schemas are read step by step, newer ones are not guessed at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compare import Difference, Piece, compare
from dsl_desk.domain.entry import GONE, Body, Entry
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.kinds import understood
from dsl_desk.domain.record import Kind, Said, WrongKindError
from dsl_desk.domain.vault_errors import EntryTooNewError
from tests.builders import a_header

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json


@dataclass(frozen=True)
class Visit:
    who: str
    minutes: int


def split(fields: Mapping[str, Json]) -> Mapping[str, Json]:
    """Schema 1 said "Lena Harebell, 20" in one field."""
    who, minutes = str(fields["visit"]).split(", ")
    return {"who": who, "took": int(minutes), "ref": fields["ref"]}


def rename(fields: Mapping[str, Json]) -> Mapping[str, Json]:
    return {"who": fields["who"], "minutes": fields["took"], "ref": fields["ref"]}


def of_fields(fields: Fields) -> Visit:
    return Visit(fields.text("who"), fields.number("minutes"))


def to_fields(visit: Visit) -> dict[str, Json]:
    return {"who": visit.who, "minutes": visit.minutes}


VISIT = Kind("visit", 3, EntryClass.CONCERN, to_fields, of_fields, (split, rename))


def an_entry(body: Body) -> Entry:
    return Entry(a_header(), body, b"d" * 32)


def test_that_what_was_said_comes_back_as_it_was_said() -> None:
    said = Said(Visit("Lena Harebell", 20), "V-1", "2026-11-19T12:00:00+00:00")
    body = VISIT.body(said, "Maya Fernsby", "She remembered more")
    assert VISIT.said(an_entry(body)) == said
    assert (body.kind, body.schema, body.reason) == ("visit", 3, "She remembered more")
    assert body.names == {"author": "Maya Fernsby"}


@pytest.mark.parametrize(
    ("schema", "fields"),
    [
        (1, {"visit": "Lena Harebell, 20", "ref": "V-1"}),
        (2, {"who": "Lena Harebell", "took": 20, "ref": "V-1"}),
        (3, {"who": "Lena Harebell", "minutes": 20, "ref": "V-1"}),
    ],
)
def test_that_every_old_schema_is_read_step_by_step(schema: int, fields: dict[str, Json]) -> None:
    said = VISIT.said(an_entry(Body("visit", schema, fields=fields)))
    assert said == Said(Visit("Lena Harebell", 20), "V-1")


def test_that_a_body_is_read_once_however_many_lists_ask_it() -> None:
    read: list[str] = []

    def counted(fields: Fields) -> Visit:
        read.append(fields.text("who"))
        return of_fields(fields)

    kind = Kind("visit", 1, EntryClass.CONCERN, to_fields, counted)
    newer = Kind("visit", 2, EntryClass.CONCERN, to_fields, of_fields, (dict,))
    body = kind.body(Said(Visit("Lena Harebell", 20), "V-1"), "Maya Fernsby")
    other: dict[str, Json] = {"who": "Wren", "minutes": 5, "ref": "V-2"}
    assert kind.said_in(body) is kind.said_in(body)
    assert newer.said_in(body).draft == Visit("Lena Harebell", 20)
    assert kind.said_in(replace(body, fields=other)).draft.who == "Wren"
    assert read == ["Lena Harebell", "Wren"]


def test_that_a_newer_schema_is_not_guessed_at() -> None:
    with pytest.raises(EntryTooNewError) as told:
        VISIT.said(an_entry(Body("visit", 4)))
    assert (told.value.found, told.value.newest_known) == (4, 3)


def test_that_one_kind_is_never_read_as_another() -> None:
    with pytest.raises(WrongKindError):
        VISIT.said(an_entry(Body("concern", 1)))


def test_that_two_versions_are_compared_field_by_field_and_word_by_word() -> None:
    before = Body("visit", 3, fields={"who": "Lena saw Wren", "minutes": 20, "old": "gone"})
    after = Body(
        "visit",
        3,
        happened_at="2026-11-19T12:00:00+00:00",
        fields={"who": "Lena met Wren", "minutes": 25},
    )
    assert compare(an_entry(before), an_entry(after)) == (
        Difference("happened_at", (), (Piece("2026-11-19T12:00:00+00:00", other=True),)),
        Difference("minutes", (Piece("20", other=True),), (Piece("25", other=True),)),
        Difference("old", (Piece("gone", other=True),), ()),
        Difference(
            "who",
            (Piece("Lena ", other=False), Piece("saw", other=True), Piece(" Wren", other=False)),
            (Piece("Lena ", other=False), Piece("met", other=True), Piece(" Wren", other=False)),
        ),
    )


def test_that_what_a_newer_program_wrote_is_kept_and_not_understood() -> None:
    assert understood(Body("concern", 1))
    assert understood(GONE)
    assert understood(Body("concern", 2))
    assert not understood(Body("concern", 3))
    assert not understood(Body("of_another_time", 1))
