"""An answer that comes back with a code: from the letter with a decision, or from a yearly form."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import LONGEST_LINE, too_much, what_is_wrong
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.person import what_is_wrong_with_a_day

if TYPE_CHECKING:
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.packing import Json

_SIGNS: Final = "ABCDEFGHJKLMNPQRTUVWXY346789"  # none that is read as another
_GROUP: Final = 3
LONGEST_ANSWER: Final = LONGEST_LINE * 10


class Answers(Enum):
    """What somebody answers: to a letter, or to the form of a yearly round."""

    ACCEPTS = "accepts"
    ANSWERS = "answers"
    NOTHING = "nothing"
    UNCHANGED = "unchanged"


TO_A_FORM: Final = frozenset({Answers.NOTHING, Answers.UNCHANGED})


@dataclass(frozen=True)
class CodedAnswer:
    """An answer as it is left: the code, what it says, and the name typed under it."""

    code: str = ""
    what: Answers = Answers.ACCEPTS
    words: str = field(default="", repr=False)
    by: str = field(default="", repr=False)
    signed: str = field(default="", repr=False)
    signed_on: str = ""

    def problems(self) -> tuple[Problem, ...]:
        """Return all that stands in the way, not only the first."""
        answers = self.what is Answers.ANSWERS
        found = {
            "by": what_is_wrong(self.by),
            "code": "missing" if len(code_typed(self.code)) != len("QK7-M3P") else "",
            "words": (what_is_wrong if answers else too_much)(self.words, LONGEST_ANSWER),
            "signed": what_is_wrong(self.signed),
            "signed_on": what_is_wrong_with_a_day(self.signed_on) if self.signed_on else "missing",
        }
        return tuple(Problem(name, code) for name, code in found.items() if code)

    def fields(self) -> dict[str, Json]:
        """Return what is left of it."""
        texts: dict[str, Json] = {name: getattr(self, name).strip() for name in _TEXTS}
        return texts | {"code": code_typed(self.code), "what": self.what.value}

    @classmethod
    def of(cls, fields: Fields) -> CodedAnswer:
        """Return what was left; FieldError where somebody else's program made it up."""
        return cls(
            what=fields.one_of("what", Answers), **{name: fields.text(name) for name in _TEXTS}
        )


_TEXTS: Final = ("code", "words", "by", "signed", "signed_on")


def code_typed(untrusted_words: str) -> str:
    """Return a code as it stands on paper, from however it was typed."""
    signs = "".join(sign for sign in untrusted_words.upper() if sign.isalnum())
    return f"{signs[:_GROUP]}-{signs[_GROUP:]}"


def letter_code(review: RecordId) -> str:
    """Return the code on the letter with a decision: made from its name, which nobody guesses."""
    number = int.from_bytes(hashlib.sha256(b"letter " + review.encode()).digest(), "big")
    signs = ""
    for _sign in range(2 * _GROUP):
        number, at = divmod(number, len(_SIGNS))
        signs += _SIGNS[at]
    return f"{signs[:_GROUP]}-{signs[_GROUP:]}"
