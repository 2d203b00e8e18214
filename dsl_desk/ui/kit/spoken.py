"""Words told one after the other, as somebody reads them out: each ends before the next begins."""

from __future__ import annotations

from typing import Final

_ENDS: Final = ("?", "!", ":", "…")


def told_together(*parts: str) -> str:
    """Join what there is, with one stop between; the last part ends as it will."""
    said = [part for part in parts if part]
    ended = (_ended(part) for part in said[:-1])
    return " ".join((*ended, *said[-1:]))


def _ended(part: str) -> str:
    return part if part.endswith(_ENDS) else f"{part.rstrip('.')}."
