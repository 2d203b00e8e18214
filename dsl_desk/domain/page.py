"""A stretch of a long list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

R = TypeVar("R")


@dataclass(frozen=True)
class Page(Generic[R]):
    """Some rows, where they begin, and how many there are in all."""

    rows: tuple[R, ...]
    first: int
    total: int
