"""Under which version of the school's policy what stands in a list was written, on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dsl_desk.domain.policy.mark import PolicyMark

UNDER: Final = "Policy in force"
_NONE: Final = "No policy was chosen"


def made_under(entries: Iterable[tuple[str, PolicyMark]]) -> list[str]:
    """Return under which version which entries were written, a line each; one line where all were.

    An entry is what a reader knows it by, and its mark.
    """
    found: dict[str, list[str]] = {}
    for name, mark in entries:
        found.setdefault(mark.words() or _NONE, []).append(name)
    if len(found) <= 1:
        return [f"{UNDER} when these were written: {words}." for words in found]
    return [f"{words}, when these were written: {'; '.join(one)}." for words, one in found.items()]
