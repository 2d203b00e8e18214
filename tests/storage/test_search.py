"""Search: what is typed is text, never a language; what is found is newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dsl_desk.domain.concern import CONCERN, said_of
from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.errors import DamageError
from dsl_desk.storage.checking import check_part
from dsl_desk.storage.search import find, query_of
from dsl_desk.storage.shelves.all import SHELVES
from dsl_desk.storage.shelves.full_text import FULL_TEXT
from tests.builders import a_concern_draft, an_entry_id
from tests.storage.training import CHILDREN, TrainingPart

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.part import Part


def found(part: Part, words: str) -> list[str]:
    return [hit.record for hit in find(part.database, words)]


def record(training: TrainingPart, part: Part, about: str, words: str) -> Entry:
    training.clock.advance(minutes=1)
    return training.record(part, a_concern_draft(about=about, words=words))


def test_that_a_record_is_found_by_any_of_its_words_the_last_one_only_begun(
    part: Part, training: TrainingPart
) -> None:
    entry = record(training, part, "Wren Tamarisk", "Nobody spoke to her at the café")
    for words in ("wren", "Tama", "nobody spoke", "spoke nob", "cafe", "CAFÉ", "C-2026-001"):
        assert found(part, words) == [entry.header.record], words
    for words in ("wrenn", "spo nobody", "spoke ", "spok ", "cafes"):
        assert found(part, words) == ([entry.header.record] if words == "spoke " else []), words


def test_that_words_between_quotation_marks_stand_together(
    part: Part, training: TrainingPart
) -> None:
    together = record(training, part, "Wren", "on the way home")
    record(training, part, "Wren", "home on the way")
    assert found(part, '"way home"') == [together.header.record]
    assert len(found(part, "way home")) == 2


def test_that_names_come_before_words_each_newest_first(part: Part, training: TrainingPart) -> None:
    first = record(training, part, "Robin Ash", "x")
    second = record(training, part, "Wren", "saw robin")
    third = record(training, part, "Robin Elm", "x")
    fourth = record(training, part, "Wren", "robin again")
    order = [entry.header.record for entry in (third, first, fourth, second)]
    assert found(part, "robin") == order
    hits = tuple(find(part.database, "robin"))
    assert [hit.by_name for hit in hits] == [True, True, False, False]
    assert hits[0].clock > hits[1].clock


def test_that_only_the_newest_version_is_found(part: Part, training: TrainingPart) -> None:
    entry = record(training, part, "Wren", "an umbrella")
    with part.writing(training.pen) as write:
        said = said_of(a_concern_draft(words="a walking stick"), "C-2026-001")
        write.version(CONCERN, said, entry.header.id, "Misheard", an_entry_id(training.clock))
    assert found(part, "umbrella") == []
    assert found(part, "walking") == [entry.header.record]
    check_part(part, lambda _count: None)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=30))
def test_that_nothing_that_can_be_typed_is_a_language(part: Part, words: str) -> None:
    assert found(part, words) == []


@pytest.mark.parametrize("words", ["", " ", '"', '""', "?!", '" - "'])
def test_that_nothing_is_found_by_nothing(words: str) -> None:
    assert query_of(words) == ""


def test_that_one_letter_is_not_a_beginning() -> None:
    assert query_of("w") == '"w"'
    assert query_of("wr") == '"wr"*'
    assert query_of('"wren"') == '"wren"'


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("DELETE FROM words_5_docsize WHERE id = 3", Damage.SEARCH),
        ("INSERT INTO words_5 (rowid, words) VALUES (99, 'planted')", Damage.SEARCH),
        (
            (
                "INSERT INTO words_5 (words_5, rowid, ref, people, told_by, words)"
                " SELECT 'delete', place, ref, people, told_by, words FROM bodies_5 WHERE place = 3"
            ),
            Damage.SEARCH,
        ),
        ("DELETE FROM found_5 WHERE version = 1", Damage.SEARCH),
        ("UPDATE found_5 SET hlc = hlc + 1", Damage.SEARCH),
    ],
)
def test_that_a_search_that_disagrees_with_the_ledger_is_named_and_made_again(
    training: TrainingPart, statement: str, where: Damage
) -> None:
    part = training.make()
    for _ in range(4):
        training.record(part)
    part.close()
    burglar = training.burgle()
    burglar.execute(statement)
    burglar.close()
    part = training.open()
    with pytest.raises(DamageError) as told:
        check_part(part, lambda _count: None)
    assert told.value.where.damage is where
    assert told.value.where.compartment is CHILDREN
    part.close()
    part = training.open()
    assert check_part(part, lambda _count: None) == 5
    assert len(found(part, "tamarisk")) == 4
    part.close()


def test_that_a_search_that_no_longer_leads_to_a_word_is_named(training: TrainingPart) -> None:
    """The index's own check reads on from page to page; a search asks the table `idx` first."""
    part = training.make()
    for number in range(3):
        many = " ".join(f"word{number * 1000 + each}" for each in range(1000))
        training.record(part, a_concern_draft(words=many))
    part.close()
    burglar = training.burgle()
    burglar.execute("DELETE FROM words_5_idx WHERE pgno > 3")
    burglar.close()
    part = training.open()
    FULL_TEXT.whole(part.database)
    with pytest.raises(DamageError) as told:
        check_part(part, lambda _count: None)
    assert told.value.where.damage is Damage.SEARCH
    part.close()


def test_that_words_of_an_entry_that_is_not_there_are_damage_and_no_bug(
    training: TrainingPart,
) -> None:
    training.make().close()
    burglar = training.burgle()
    burglar.execute("INSERT INTO words_5 (rowid, words) VALUES (99, 'planted')")
    burglar.close()
    part = training.open()
    with pytest.raises(DamageError) as told:
        found(part, "planted")
    assert told.value.where == Where(Damage.SEARCH, CHILDREN)
    part.close()


def test_that_damage_of_the_file_is_not_taken_for_that_of_the_search(
    part: Part, monkeypatch: pytest.MonkeyPatch
) -> None:
    def of_the_file(_database: object) -> None:
        raise DamageError(Where(Damage.FILE, CHILDREN))

    monkeypatch.setattr(FULL_TEXT, "whole", of_the_file)
    monkeypatch.setattr(FULL_TEXT, "read_through", of_the_file)
    with pytest.raises(DamageError) as told:
        check_part(part, lambda _count: None)
    assert told.value.where == Where(Damage.FILE, CHILDREN)
    assert part.database.number("SELECT count(*) FROM shelves") == len(SHELVES[CHILDREN])


def test_that_what_was_never_found_is_taken_off_without_a_word(
    part: Part, training: TrainingPart
) -> None:
    training.record(part)
    part.database.run("BEGIN IMMEDIATE")
    FULL_TEXT.take_off(part.database, b"n" * 16)
    part.database.run("ROLLBACK")
    assert len(found(part, "residential")) == 1
