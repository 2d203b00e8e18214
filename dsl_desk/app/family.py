"""All children there are: born in pairs, told of, and buried. Nobody is left running."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.app.child import End
from dsl_desk.app.launch import start_gate
from dsl_desk.app.pair import Pair

if TYPE_CHECKING:
    from queue import SimpleQueue

    from dsl_desk.app.child import Child, Event
    from dsl_desk.app.launch import Launch, StartedGate
    from dsl_desk.app.telling import Telling


class Family:
    """Every living child of this supervisor. What they say arrives in `news`."""

    def __init__(self, plan: Launch, news: SimpleQueue[Event | None], telling: Telling) -> None:
        self._plan = plan
        self._news = news
        self._telling = telling
        self._living: set[Child] = set()

    def pair_of(self, first: StartedGate) -> Pair:
        """Take in the gate that was started before we were loaded."""
        pair = Pair(self._plan, first, self._news.put)
        self._welcome(pair.gate)
        return pair

    def new_pair(self, *, kept_back: bool) -> Pair:
        """Start a gate; its desk follows when the gate is painted."""
        return self.pair_of(start_gate(self._plan, kept_back=kept_back))

    def complete(self, pair: Pair) -> None:
        """Start the desk of a pair whose gate is painted."""
        desk = pair.start_desk()
        if desk is not None:
            self._welcome(desk)

    def bury(self, child: Child) -> None:
        """Take note that a child is gone."""
        if child in self._living:
            self._living.remove(child)
            child.bury()
            self._telling.gone(child)

    def end_all(self) -> None:
        """Kill whoever still lives, and return when all are gone."""
        for child in self._living:
            child.dismiss()
        while self._living:
            event = self._news.get()
            if event is not None and event.news is End.GONE:
                self.bury(event.child)

    def _welcome(self, child: Child) -> None:
        self._living.add(child)
        self._telling.started(child)
