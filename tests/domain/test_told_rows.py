"""Papers that tell all a record says: every field of every kind has words, and so has each code."""

from __future__ import annotations

import importlib
import pkgutil
from contextlib import suppress
from enum import Enum
from typing import TypeVar

import pytest
from typing_extensions import override

import dsl_desk.domain
from dsl_desk.domain.code_words import CODES, said_in_words
from dsl_desk.domain.entry import Body
from dsl_desk.domain.field_words import NOT_SAID, words_for
from dsl_desk.domain.fields import FieldError, Fields
from dsl_desk.domain.keeping_facts import FACTS
from dsl_desk.domain.record import Kind
from dsl_desk.domain.registers.all import BY_KIND
from dsl_desk.domain.subject_words import kind_in_words
from dsl_desk.domain.told_rows import rows_of
from dsl_desk.domain.words import label

E = TypeVar("E", bound=Enum)
# What a kind turns into something by itself, so that reading it gets past there.
SAID = {
    "status": "none",
    "photo_exception": "none",
    "sure": "seen",
    "kind": "pupil",
    "on": "2026-11-18",
    "meets": "follows",
    "post": "dsl",
}


class Asking(Fields):
    """Fields that write down what they are asked for, and answer with next to nothing."""

    def __init__(self, asked: dict[tuple[str, str], type[Enum] | None], inside: str = "") -> None:
        super().__init__({})
        self.asked, self._inside = asked, inside

    @override
    def text(self, name: str) -> str:
        self.asked.setdefault((self._inside, name), None)
        return SAID.get(name, "")

    @override
    def number(self, name: str) -> int:
        self.text(name)
        return 1

    @override
    def truth(self, name: str) -> bool:
        self.text(name)
        return True

    @override
    def raw(self, name: str) -> bytes:
        self.text(name)
        return b""

    @override
    def inside(self, name: str) -> Fields:
        return Asking(self.asked, name)

    @override
    def each(self, name: str) -> tuple[Fields, ...]:
        return (Asking(self.asked, name),)

    @override
    def list_of_texts(self, name: str) -> tuple[str, ...]:
        self.text(name)
        return ()

    @override
    def one_of(self, name: str, choices: type[E]) -> E:
        self.asked[(self._inside, name)] = choices
        return next(iter(choices))

    @override
    def some_of(self, name: str, choices: type[E]) -> tuple[E, ...]:
        self.asked[(self._inside, name)] = choices
        return ()


def kinds() -> dict[str, Kind[object]]:
    found = {}
    for module in pkgutil.walk_packages(dsl_desk.domain.__path__, "dsl_desk.domain."):
        for one in vars(importlib.import_module(module.name)).values():
            if isinstance(one, Kind):
                found[one.name] = one
    return found


KINDS = kinds()
ON_PAPER = sorted(set(FACTS) - set(BY_KIND) - {"parcel", "received_entry"})


def asked_by(kind: str) -> dict[tuple[str, str], type[Enum] | None]:
    asked: dict[tuple[str, str], type[Enum] | None] = {}
    with suppress(FieldError, ValueError):
        KINDS[kind].of_fields(Asking(asked))
    return asked


@pytest.mark.parametrize("kind", ON_PAPER)
def test_that_every_field_of_a_kind_has_words(kind: str) -> None:
    assert asked_by(kind)
    wordless = [
        f"{inside}.{name}"
        for inside, name in asked_by(kind)
        if name not in NOT_SAID and inside not in NOT_SAID and not words_for(kind, inside, name)
    ]
    assert wordless == []


@pytest.mark.parametrize("kind", ON_PAPER)
def test_that_every_answer_that_is_one_of_a_few_is_said_in_its_words(kind: str) -> None:
    codes = {
        f"{kind}.{name}": choices
        for (_inside, name), choices in asked_by(kind).items()
        if choices is not None and name not in NOT_SAID
    }
    assert {name: CODES.get(name) for name in codes} == codes
    for name, choices in codes.items():
        for one in choices:
            assert said_in_words(kind, name.partition(".")[2], one.value) == label(one)


@pytest.mark.parametrize("kind", sorted(FACTS))
def test_that_every_kind_on_paper_is_called_by_words_of_its_own(kind: str) -> None:
    plain = {"allegation", "concern", "evidence", "referral"}
    assert kind_in_words(kind) != kind.replace("_", " ").capitalize() or kind in plain


def test_that_days_times_and_codes_are_said_and_what_is_unknown_as_it_was_kept() -> None:
    body = Body(
        "step",
        1,
        fields={
            "sort": "call",
            "at": "2026-11-18T10:00",
            "reply_due": "2026-11-20",
            "why": "2026-13-99T10:00",
            "reference": "2026 or so it seems",
            "with_whom": "call",
            "quillwort": "something new",
        },
    )
    rows = dict(rows_of(body))
    assert rows["What it is"] == "Phone call"
    assert rows["When"] == "Wed 18 Nov 2026, 10:00"
    assert rows["Reply due by"] == "20 November 2026"
    assert rows["Why"] == "2026-13-99T10:00"
    assert rows["Their reference"] == "2026 or so it seems"
    assert rows["With whom"] == "call"
    assert rows["Quillwort"] == "something new"


def test_that_an_entry_of_a_register_that_cannot_be_read_is_told_field_by_field() -> None:
    for schema, fields in ((99, {"learned": "Ring first"}), (1, {"learned": "Ring first"})):
        rows = dict(rows_of(Body("data_breach", schema, fields=fields)))
        assert rows == {"Learned": "Ring first"}


def test_that_somebody_is_called_as_what_their_name_lies_in() -> None:
    assert words_for("step", "told_by", "name") == "Told by"
    assert words_for("step", "something", "name") == "Name"
    assert words_for("step", "", "name") == "Name"
