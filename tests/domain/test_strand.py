from __future__ import annotations

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry import Entry, Head
from dsl_desk.domain.strand import Began, Birth, birth_of
from tests.builders import a_header


def test_that_what_a_strand_grew_from_and_what_is_missing_comes_back() -> None:
    birth = Birth(Began.RESTORE, (Head("0a" * 16, 4, b"d" * 32),), (Head("0b" * 16, 9, b"e" * 32),))
    body = birth.body(Compartment.CHILDREN)
    assert birth_of(Entry(a_header(), body, b"d" * 32)) == birth
    assert body.fields["compartment"] == "children"
