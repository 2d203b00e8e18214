"""A fault of ours, reduced to what may be told: a short code, a kind, places in our code.

The text of an exception may carry a child's name, so it is never read here.
"""

from __future__ import annotations

import hashlib
import traceback
from dataclasses import dataclass
from pathlib import PurePath


@dataclass(frozen=True)
class Bug:
    """What a person can report without telling anything about anybody."""

    code: str
    kind: str
    places: tuple[str, ...]


def bug_of(error: BaseException) -> Bug:
    """Reduce an exception and its causes to a bug."""
    kinds, places = [], []
    seen: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in seen:
        seen.append(cause)
        kinds.append(_kind(cause))
        places += _places(cause)
        cause = cause.__cause__ or cause.__context__
    return bug_at("<".join(kinds), tuple(places))


def bug_at(kind: str, places: tuple[str, ...]) -> Bug:
    """Return the bug of this kind at these places; the same bug always has the same code."""
    digest = hashlib.sha256("\n".join((kind, *places)).encode()).hexdigest()
    return Bug(f"{digest[:4]}-{digest[4:8]}".upper(), kind, places)


def _kind(error: BaseException) -> str:
    number = getattr(error, "errno", None)
    return type(error).__name__ + (f"({number})" if isinstance(number, int) else "")


def _places(error: BaseException) -> list[str]:
    frames = traceback.walk_tb(error.__traceback__)
    return [_place(frame.f_code.co_filename, number) for frame, number in frames]


def _place(file: str, line: int) -> str:
    """Say where, from our package on: the folders above it may carry an account's name."""
    parts = PurePath(file).parts
    if "dsl_desk" in parts:
        start = len(parts) - 1 - parts[::-1].index("dsl_desk")
        return "/".join(parts[start:]) + f":{line}"
    return f"{parts[-1]}:{line}" if parts else f"?:{line}"
