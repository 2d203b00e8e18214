"""The decoder's process: loads its libraries, shuts itself in, opens one file, ends."""

from __future__ import annotations

from dsl_desk.decoder import opening
from dsl_desk.system import children, walls


def run(words: list[str]) -> int:
    """Hear one file on the first pipe end and answer on the second, within these limits."""
    hears, speaks, memory, seconds = words
    hearing = children.inherited(hears, writing=False)
    speaking = children.inherited(speaks, writing=True)
    walls.leave_everything()
    opening.prepare()
    stand = walls.build(int(memory), int(seconds))
    opening.answer(hearing, speaking, stand)
    return 0
