"""What to do about an answer that needs a look, by field and code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.concern_draft import LONGEST_WORDS

if TYPE_CHECKING:
    from dsl_desk.domain.errors import Problem

ADVICE = {
    ("people", "missing"): "Write who it is about, for example Wren Tamarisk, Year 6.",
    ("people", "too_long"): "Use at most 200 characters here. The rest belongs in the words below.",
    ("told_by", "missing"): "Write who told you, or “prefers not to say”.",
    ("told_by", "too_long"): "Use at most 200 characters here.",
    ("words", "missing"): "Write what was said or seen, in their own words.",
    ("words", "too_long"): f"Use at most {LONGEST_WORDS:,} characters. Record the rest as another.",
}
_NOT_TEXT = "Something here is not text. Delete it and type it again."


def advice_on(problem: Problem) -> str:
    """Return what to do about one answer."""
    return ADVICE.get((problem.field, problem.code), _NOT_TEXT)
