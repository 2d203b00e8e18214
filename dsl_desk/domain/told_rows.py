"""All that a body says, as rows of a paper: what each answer is called, and the answer in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.code_words import said_in_words
from dsl_desk.domain.field_words import NOT_SAID, words_for
from dsl_desk.domain.fields import FieldError
from dsl_desk.domain.registers.all import BY_KIND
from dsl_desk.domain.vault_errors import EntryTooNewError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.entry import Body
    from dsl_desk.domain.registers.register import Register, RegisterDraft

_HEX: Final = frozenset("0123456789abcdef")
_AN_ID: Final = 32
_POLICY: Final = "policy"


def rows_of(body: Body) -> tuple[tuple[str, str], ...]:
    """Return all that a body says, as questions and answers; nothing of it is left out.

    Of an entry of a newer program too: what has no words here is called as it was kept.
    """
    register = BY_KIND.get(body.kind)
    if register is None:
        return _of_fields(body)
    try:
        return _of_register(register, body)
    except (FieldError, EntryTooNewError):
        return _of_fields(body)


def _of_register(register: Register, body: Body) -> tuple[tuple[str, str], ...]:
    draft: RegisterDraft = register.kind.said_in(body).draft
    told = ((one.label, one.told(draft.said(one.name))) for one in register.blanks)
    return tuple((question, answer) for question, answer in told if answer)


def _of_fields(body: Body) -> tuple[tuple[str, str], ...]:
    found: dict[str, list[str]] = {}
    for name, words in _rows_in(body.kind, body.fields, ("", "")):
        if words not in found.setdefault(name, []):
            found[name].append(words)
    return tuple((name, "\n".join(words)) for name, words in found.items())


def _rows_in(kind: str, told: object, at: tuple[str, str]) -> Iterator[tuple[str, str]]:
    """Return every leaf with its words; `at`: in what it lies, and under which name."""
    if isinstance(told, Mapping):
        for key, inside in told.items():
            if key == _POLICY and isinstance(inside, Mapping):
                yield from _under(inside)
            elif key not in NOT_SAID or (key == "evidence" and not isinstance(inside, str)):
                yield from _rows_in(kind, inside, (at[1], str(key)))
    elif isinstance(told, (list, tuple)):
        for one in told:
            yield from _rows_in(kind, one, at)
    elif words := _words(told):
        name = words_for(kind, *at) or at[1].replace("_", " ").capitalize()
        yield name, said_in_words(kind, at[1], words)


def _under(mark: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Return the policy as it is said of every record; no row where none was in force."""
    title, version = mark.get("title"), mark.get("version")
    if title:
        yield "Policy in force", f"{title}, version {version}" if version else str(title)


def _words(told: object) -> str:
    if isinstance(told, bool):
        return "Yes" if told else ""
    if isinstance(told, (bytes, type(None))):
        return ""
    words = str(told).strip()
    return "" if len(words) >= _AN_ID and set(words) <= _HEX else words
