"""What was left without a key about links: declarations, and answers with the code of a paper."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.changes import Changed
from dsl_desk.domain.coded_answer import TO_A_FORM, Answers, CodedAnswer, letter_code
from dsl_desk.domain.declaration import draft_of
from dsl_desk.domain.declaration_review import CameBack
from dsl_desk.domain.declaration_standing import DeclarationState
from dsl_desk.domain.drop import LeftSort
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.fields import FieldError, Fields
from dsl_desk.domain.ids import EntryId
from dsl_desk.domain.left import Became
from dsl_desk.domain.member_errors import CodeFitsNothingError, NotADeclarationError
from dsl_desk.domain.subject import Subject

if TYPE_CHECKING:
    from dsl_desk.domain.declaration import Declaration, DeclarationDraft
    from dsl_desk.domain.declaration_standing import DeclarationLine
    from dsl_desk.domain.left import LeftRecord
    from dsl_desk.services.declaration_rounds import DeclarationRounds
    from dsl_desk.services.declarations import Declarations
    from dsl_desk.services.drop import Drop

_TIME: Final = 12  # of an id: its first digits say when it was made
_SORTS: Final = (LeftSort.DECLARATION, LeftSort.NIL_RETURN, LeftSort.ANSWER)
_FITS: Final = {
    Answers.ACCEPTS: DeclarationState.TO_ACCEPT,
    Answers.ANSWERS: DeclarationState.ASKED,
}


class LeftDeclarations:
    """What can be asked about declarations in the drop."""

    def __init__(self, drop: Drop, declarations: Declarations, rounds: DeclarationRounds) -> None:
        self._drop = drop
        self._declarations = declarations
        self._rounds = rounds

    def waiting(self) -> tuple[LeftRecord, ...]:
        """Return what was left and nobody has taken up, oldest first."""
        found = (one for sort in _SORTS for one in self._drop.of_sort(sort))
        return tuple(sorted(found, key=lambda one: one.left_at))

    def take_up(self, of: LeftRecord) -> Changed[Declaration]:
        """Write it down as what it is. The words in the drop stay; once more changes nothing."""
        try:
            answers = of.left.sort is LeftSort.ANSWER
            done = self._answered(of) if answers else self._declared(of)
        except (FieldError, DraftError):
            raise NotADeclarationError from None
        into = done.answer.written.id
        told = self._drop.turned_into(of.written.id, Became.DECLARATION, into)
        return Changed(done.answer, done.things | told.things)

    def _declared(self, of: LeftRecord) -> Changed[Declaration]:
        draft = draft_of(Fields(dict(of.left.fields)))
        return self._declarations.take_up(draft, self._round_of(draft), _entry_of(of))

    def _answered(self, of: LeftRecord) -> Changed[Declaration]:
        answer = CodedAnswer.of(Fields(dict(of.left.fields)))
        if answer.problems():
            raise FieldError
        done = self._done_already(_entry_of(of))
        if done is not None:
            return Changed(done, frozenset())
        if answer.what in TO_A_FORM:
            draft = self._on_a_form(answer)
            return self._declarations.take_up(draft, draft.round, _entry_of(of))
        line = self._line_of(answer)
        last = line.last
        assert last is not None  # noqa: S101 a code is that of a decision
        says = answer.words.strip()
        if answer.what is Answers.ACCEPTS:
            with_it = f"At the lock screen, with the code of the letter, as {answer.signed.strip()}"
            back = CameBack(f"{with_it}. {says}".strip(), answer.signed_on)
            changed = self._declarations.accepted(last, back, _entry_of(of))
        else:
            back = CameBack(says, answer.signed_on)
            changed = self._declarations.answered(last, back, _entry_of(of))
        return Changed(line.declaration, changed.things)

    def _on_a_form(self, answer: CodedAnswer) -> DeclarationDraft:
        """Return what the form of a round says: nothing to declare, or all as it was."""
        try:
            begun = self._rounds.begun(answer.code)
        except DraftError:
            raise CodeFitsNothingError from None
        _refuse_another(answer.by, begun.by)
        begun = replace(begun, signed=answer.signed, signed_on=answer.signed_on)
        if answer.what is Answers.NOTHING:
            return replace(begun, nil=True, statement=answer.words)
        same = self._rounds.unchanged(begun)
        if same is None:
            raise CodeFitsNothingError
        return replace(same, statement=answer.words or same.statement)

    def _line_of(self, answer: CodedAnswer) -> DeclarationLine:
        for line in self._declarations.lines():
            last = line.last
            if last is not None and letter_code(last.written.id) == answer.code:
                if line.state is not _FITS[answer.what]:
                    raise CodeFitsNothingError
                _refuse_another(answer.by, line.declaration.draft.by)
                return line
        raise CodeFitsNothingError

    def _done_already(self, entry: EntryId) -> Declaration | None:
        """Return what it became, where only the drop has not heard of it."""
        for line in self._declarations.lines():
            entries = {line.declaration.written.id, *(one.written.entry for one in line.reviews)}
            if entry in entries:
                return line.declaration
        return None

    def _round_of(self, draft: DeclarationDraft) -> str:
        """Return the round whose form has the code that was typed, if it is their form."""
        found = self._rounds.with_code(draft.round)
        if found is None or not Subject(draft.by).may_be(Subject(found[1].name)):
            return ""
        return found[0].round.written.id


def _refuse_another(by: str, name: str) -> None:
    """Refuse a code in somebody else's hand."""
    if not Subject(by.strip()).may_be(Subject(name.strip())):
        raise CodeFitsNothingError


def _entry_of(of: LeftRecord) -> EntryId:
    """Return a name made from that of what was left: taken up twice, it is one declaration."""
    rest = hashlib.sha256(b"declared " + of.left.id.encode()).hexdigest()
    return EntryId(f"{of.left.id[:_TIME]}{rest}"[: len(of.left.id)])
