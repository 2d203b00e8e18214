"""What the supervisor tells a child on its command line: its pipe ends and the vault's folder."""

from __future__ import annotations

import sys
from pathlib import Path

from dsl_desk.system import children


class Arguments:
    """The ends of the control pipe and of the pair's own pipe, opened, and the vault's folder."""

    def __init__(self, words: list[str], *, key_writing: bool) -> None:
        when, hears, speaks, key_end, vault = words
        self.kept_back = when == "kept-back"
        self.incoming = children.inherited(hears, writing=False)
        self.outgoing = children.inherited(speaks, writing=True)
        self.key_end = children.inherited(key_end, writing=key_writing)
        self.vault = Path(vault)


def for_qt(name: str) -> list[str]:
    """Return the arguments Qt may see: our pipes are none of its business."""
    return [sys.argv[0], "-name", name] if sys.platform == "linux" else [sys.argv[0]]
