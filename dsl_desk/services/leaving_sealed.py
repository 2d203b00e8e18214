"""What a holder of a sealed case gives to somebody who asked: from their own desk alone.

Nothing of it is written outside the slot: the entry of the copy lies in the case, and the answer in
School is the one that every key holder gives.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.case import CARRIED_KIND, carried_in
from dsl_desk.domain.declaration import DECLARATION
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import RecordMissingError
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.leaving import PaperSort
from dsl_desk.domain.leaving_errors import NothingInItError
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.sealed_declared import declared_by
from dsl_desk.domain.sealed_facts import ASKED, items_of, last_copy
from dsl_desk.domain.subject import subject_of
from dsl_desk.domain.subject_facts import named_by
from dsl_desk.domain.went_out import EXPORT
from dsl_desk.services.leaving import Bundle
from dsl_desk.services.naming import Linked
from dsl_desk.services.pressing import ItemOffered, Question

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dsl_desk.domain.entry import Act
    from dsl_desk.domain.leaving import Wish
    from dsl_desk.domain.routing import Row
    from dsl_desk.domain.subject import Subject
    from dsl_desk.domain.written import Written
    from dsl_desk.services.cases import Cases

# Answers in which somebody is named as they were told, and of a declaration whose it is.
_SAID_BY: Final = ("told_by", "told_to", "by", "signed")


@dataclass(frozen=True)
class SealedGatherer:
    """Reads one case this member holds."""

    cases: Cases = field(repr=False)

    def copy(self, wish: Wish) -> Bundle:
        """Return what is given, each record decided about on its way out."""
        from dsl_desk.documents.sealed import sealed_copy_leaf  # noqa: PLC0415 reportlab is slow to import and seldom needed

        written, declared = self._written(wish.of)
        if not declared:
            self.cases.open(wish.of)  # a declaration is opened on its own page
        items = items_of(written)
        return Bundle(
            leaf=sealed_copy_leaf(items),
            part=None,
            carries=tuple(RecordId(one.record) for one in items),
            version=0,
            linked=Linked((), _named_in(written), children=False),
            judged=tuple(ItemOffered(one.record, one.made, one.heading) for one in items),
            questions=tuple(Question(name, words) for name, words in ASKED.items()),
            note=self._note(wish.of) if declared else None,
        )

    def schedule(self, wish: Wish) -> Bundle:
        """Return what the newest copy withheld, and why."""
        from dsl_desk.documents.sealed import sealed_schedule_leaf  # noqa: PLC0415 as above

        written, declared = self._written(wish.of)
        withheld = last_copy(written, PaperSort.SEALED_COPY.value)
        items = items_of(written)
        if withheld is None or not any(withheld.exemption_of(one.record) for one in items):
            raise NothingInItError
        return Bundle(
            leaf=sealed_schedule_leaf(items, withheld),
            part=None,
            carries=(),
            version=0,
            linked=Linked(),
            note=self._note(wish.of) if declared else None,
        )

    def _written(self, of: RecordId) -> tuple[tuple[Written, ...], bool]:
        """Return all that a copy is judged from, and whether it is of a declaration alone.

        What somebody declared under seal is told with the case about them, and by itself where
        there is none.
        """
        for row, written in self.cases.written():
            if written[0].id == of:
                about = subject_of(written[0].body)
                beside = self._declared(row, about) if about else ()
                return (*(as_it_stood(one) for one in written), *beside), False
        for row, written in self.cases.declared(acts=True):
            for one in written:
                if one.id == of and one.body.kind == DECLARATION.name:
                    who = DECLARATION.said_in(one.body).draft.subject()
                    left = (each for each in written if each.id == of and each.body.kind == EXPORT)
                    return (*self._declared(row, who), *left), True
        raise RecordMissingError

    def _declared(self, row: Row, who: Subject) -> tuple[Written, ...]:
        held = self.cases.declared()
        return declared_by(who, [one for group, each in held if group is row for one in each])

    def _note(self, declaration: RecordId) -> Callable[[Act], None]:
        """Return how the entry of a copy is kept: under the declaration, and as no case."""
        return lambda act: self.cases.add(
            declaration, replace(act, record=declaration, entry_class=EntryClass.CASE)
        )


def as_it_stood(one: Written) -> Written:
    """Return an entry that was carried into the case as it stood in its part."""
    if one.body.kind != CARRIED_KIND:
        return one
    inner = carried_in(one)
    about = {key: name for key, name in one.body.names.items() if key.startswith("subject")}
    return replace(inner, body=replace(inner.body, names={**about, **inner.body.names}))


def _named_in(written: Iterable[Written]) -> tuple[PersonRef, ...]:
    """Return everybody the case names by itself."""
    found: list[PersonRef] = []
    for one in written:
        subject = subject_of(one.body)
        if subject is not None:
            found += [PersonRef(name) for name in (subject.name, *subject.others) if name.strip()]
        told = (one.body.fields.get(name) for name in _SAID_BY)
        found += [PersonRef(said) for said in told if isinstance(said, str) and _is_a_name(said)]
        found += named_by(one.body.fields)
    return tuple(dict.fromkeys(found))


def _is_a_name(said: str) -> bool:
    """Tell a name from a role in words, "A parent, by telephone": an alias of that covers words."""
    return bool(said.strip()) and all(word[:1].isupper() for word in said.split())
