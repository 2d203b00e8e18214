"""The directory: everybody this member may know of, in memory, so that names are found at once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.cover import parts_of
from dsl_desk.domain.duplicates import pairs
from dsl_desk.domain.finding import Index
from dsl_desk.domain.ids import RecordId
from dsl_desk.storage.shelves.people import all_people
from dsl_desk.storage.shelves.person_merges import merges_in_force

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dsl_desk.domain.person import PersonRow
    from dsl_desk.domain.person_merge import Merged
    from dsl_desk.services.sitting import Sitting

_PARTS: Final = (Compartment.SCHOOL, Compartment.CHILDREN)


@dataclass(frozen=True)
class Everybody:
    """The people at one moment. Of records that were merged only the kept one is listed."""

    rows: Mapping[RecordId, PersonRow]
    merges: tuple[Merged, ...]

    @cached_property
    def listed(self) -> tuple[PersonRow, ...]:
        """Everybody once, by surname."""
        shown = [row for row in self.rows.values() if self.kept(row.id) == row.id]
        return tuple(sorted(shown, key=by_surname))

    @cached_property
    def duplicates(self) -> tuple[tuple[PersonRow, PersonRow], ...]:
        """Every two records that may be of one person."""
        return pairs(self.listed)

    @cached_property
    def index(self) -> Index[RecordId]:
        """Everybody by the words of their names, those of records merged into theirs included."""
        return Index((self.kept(row.id), _names(row)) for row in self.rows.values())

    def named_among(self, words: frozenset[str]) -> tuple[PersonRow, ...]:
        """Return who has every part of their name among these words, by surname.

        Of everybody only those are looked at whose rarest part is there: a paper asks this, and
        must not take longer in a larger school.
        """
        near = (one for word in words for one in self._by_rarest.get(word, ()))
        found = (row for row, parts in near if words.issuperset(parts))
        return tuple(sorted(found, key=by_surname))

    @cached_property
    def _by_rarest(self) -> Mapping[str, list[tuple[PersonRow, tuple[str, ...]]]]:
        """Everybody under the part of their name that fewest others have; made once."""
        parted = [(row, parts_of((row.name,))) for row in self.listed]
        often = Counter(part for _row, parts in parted for part in parts)
        found: dict[str, list[tuple[PersonRow, tuple[str, ...]]]] = {}
        for row, parts in parted:
            if parts:
                rarest = min(parts, key=lambda part: (often[part], part))
                found.setdefault(rarest, []).append((row, parts))
        return found

    @cached_property
    def _into(self) -> Mapping[RecordId, RecordId]:
        return {merge.other: merge.kept for merge in self.merges if merge.kept in self.rows}

    def kept(self, person: RecordId) -> RecordId:
        """Return the record that is shown for a person."""
        seen = {person}
        while (further := self._into.get(person)) is not None and further not in seen:
            person = further
            seen.add(person)
        return person

    def same_as(self, person: RecordId) -> tuple[RecordId, ...]:
        """Return the ids of all records of a person, the one asked for first."""
        kept = self.kept(person)
        ids = {kept, *self._into}
        return (person, *sorted(each for each in ids - {person} if self.kept(each) == kept))


class Directory:
    """Read from School at the first question, and anew after every command about people."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self._read: Everybody | None = None

    def everybody(self) -> Everybody:
        """Return the people as they are now."""
        if self._read is not None:
            return self._read
        rows: dict[RecordId, PersonRow] = {}
        merges: list[Merged] = []
        whole = True
        for opened in (self._sitting.parts.get(part) for part in _PARTS):
            if opened is not None:
                database = opened.part.database
                rows |= {row.id: row for row in all_people(database)}
                merges += merges_in_force(database)
                whole = whole and opened.part.shelved().complete
        read = Everybody(rows, tuple(merges))
        if whole:  # while lists are being made anew, more people come in by themselves
            self._read = read
        return read

    def renew(self) -> None:
        """Read again at the next question: somebody was added or changed."""
        self._read = None

    def person(self, person: str) -> PersonRow | None:
        """Return somebody, under the record that is shown for them."""
        everybody = self.everybody()
        return everybody.rows.get(everybody.kept(RecordId(person)))

    def name_of(self, person: str, otherwise: str = "") -> str:
        """Return what somebody is called now."""
        row = self.person(person)
        return otherwise if row is None else row.name

    def same_as(self, person: str) -> tuple[RecordId, ...]:
        """Return the ids of all records of a person, the one asked for first."""
        return self.everybody().same_as(RecordId(person))

    def find(self, untrusted_words: str, count: int) -> tuple[PersonRow, ...]:
        """Return who fits best: by the beginning of names, in any order, one letter wrong."""
        return self._found(untrusted_words, lambda _row: True)[:count]

    def listed(
        self, untrusted_words: str, wanted: Callable[[PersonRow], bool]
    ) -> tuple[PersonRow, ...]:
        """Return those wanted by surname, or, where words are given, who fits best."""
        if untrusted_words.strip():
            return self._found(untrusted_words, wanted)
        return tuple(row for row in self.everybody().listed if wanted(row))

    def _found(
        self, untrusted_words: str, wanted: Callable[[PersonRow], bool]
    ) -> tuple[PersonRow, ...]:
        rows = self.everybody().rows
        found = self.everybody().index.find(untrusted_words, lambda key: by_surname(rows[key]))
        return tuple(rows[key] for key in found if wanted(rows[key]))


def by_surname(row: PersonRow) -> tuple[str, ...]:
    """Return where somebody stands in a list."""
    draft = row.draft
    name = draft.surname or draft.organisation or draft.forename
    return (name.casefold(), draft.name.casefold(), row.id)


def _names(row: PersonRow) -> tuple[str, ...]:
    draft = row.draft
    spoken = (draft.forename, draft.known_as, draft.surname, draft.organisation)
    return (*spoken, draft.form, draft.upn, draft.former_upn)
