"""What every typed answer has to be, whatever it answers."""

from __future__ import annotations

from typing import Final

LONGEST_LINE: Final = 200


def what_is_wrong(answer: str, longest: int = LONGEST_LINE) -> str:
    """Return the code of what stands in the way of an answer, or nothing."""
    if not answer.strip():
        return "missing"
    if len(answer) > longest:
        return "too_long"
    if any("\ud800" <= sign <= "\udfff" for sign in answer):
        return "not_text"
    return ""


def too_much(answer: str, longest: int = LONGEST_LINE) -> str:
    """Return the code of what stands in the way of an answer that nobody has to give."""
    code = what_is_wrong(answer, longest)
    return "" if code == "missing" else code
