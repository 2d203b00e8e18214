"""What the form of an authority asks, in its own order: data that a school may replace."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LadoForm:
    """The form of one authority. `seen`: its questions were read, and not put together by us."""

    name: str
    seen: bool
    questions: tuple[tuple[str, str], ...]
