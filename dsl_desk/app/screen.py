"""Who has the screen: a pair whose gate covers it, or an open desk with a spare pair behind it.

Whoever loses the screen goes only when the next one covers it, so that nothing shows through.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from dsl_desk.app.wire import Cover

if TYPE_CHECKING:
    from dsl_desk.app.child import Child
    from dsl_desk.app.family import Family
    from dsl_desk.app.launch import StartedGate
    from dsl_desk.app.pair import Pair


class Screen:
    """The shown pair, the open desk, the spare pair, and gates that are about to go."""

    def __init__(self, family: Family, first: StartedGate) -> None:
        self._family = family
        self._leaving: list[Child] = []
        self.spare: Pair | None = None
        self.desk: Child | None = None
        self.shown: Pair | None = family.pair_of(first)
        self.shown.cover = cover("start")  # it has been told already

    def pair_of(self, child: Child) -> Pair | None:
        """Return the pair a gate or a desk belongs to; None for an open or ended one."""
        for pair in (self.shown, self.spare):
            if pair is not None and child in (pair.gate, pair.desk):
                return pair
        return None

    def open(self, pair: Pair) -> None:
        """Give the screen to the pair's desk: its gate goes, and a spare pair is started."""
        self.shown, self.desk = None, pair.desk
        pair.gate.dismiss()
        self._let_go()
        self.spare = self._family.new_pair(kept_back=True)

    def cover(self, words: Cover) -> None:
        """Put a gate before everything, at once if a spare one is there."""
        pair, self.spare, self.desk = self.spare, None, None
        self.shown = pair if pair is not None else self._family.new_pair(kept_back=False)
        self.shown.show(words)

    def covered(self, gate: Child) -> None:
        """Let the replaced gates go, if it is the shown one that covers the screen."""
        if self.shown is not None and gate is self.shown.gate:
            self._let_go()

    def replace(self, pair: Pair, words: Cover | None = None) -> None:
        """Start another pair in the place of this one; the shown gate goes when that covers."""
        pair.dismiss_desk()
        if pair is self.spare:
            pair.gate.dismiss()
            self.spare = self._family.new_pair(kept_back=True)
            return
        self._leaving.append(pair.gate)
        self.shown = self._family.new_pair(kept_back=False)
        self.shown.show(words or pair.cover or cover("start"))

    def _let_go(self) -> None:
        for gate in self._leaving:
            gate.dismiss()
        self._leaving.clear()


def cover(why: str, facts: dict[str, str] | None = None) -> Cover:
    """Return the words for a gate: why, and that it is now."""
    now = datetime.now(UTC).astimezone()
    return Cover(why, now.isoformat(timespec="seconds"), facts or {})
