"""The stage: members sit down one after the other, in the order of time, and do their scenes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.moments import wall_clock
from dsl_desk.services.vaults import open_desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date, datetime
    from pathlib import Path
    from random import Random

    from dsl_desk.app.demo.cast import Cast
    from dsl_desk.app.demo.clock import TermClock
    from dsl_desk.domain.ids import MemberId
    from dsl_desk.domain.ways_in import Doorstep
    from dsl_desk.services.desk import Desk

    Act = Callable[[Desk], None]


@dataclass(frozen=True)
class Scene:
    """Somebody does something at a moment."""

    at: datetime
    who: str = field(repr=False)
    act: Act


@dataclass
class Stage:
    """The vault under way, and whoever sits at it."""

    folder: Path
    resources: Path
    clock: TermClock
    place: Doorstep
    chance: Random
    cast: Cast
    today: date
    keys: dict[str, tuple[MemberId, bytes]] = field(default_factory=dict, repr=False)
    said: dict[str, str] = field(default_factory=dict, repr=False)  # everybody's passphrase

    def fresh(self) -> EntryId:
        """Return the name of what is written next."""
        return EntryId(fresh_id(self.clock.now()))

    def now(self) -> str:
        """Return the moment as somebody would have typed it."""
        return wall_clock(self.clock.now())

    def sit_down(self, name: str) -> Desk:
        """Unlock as a member."""
        member, key = self.keys[name]
        return open_desk(self.folder, member, key, self.place, self.resources / "fonts")

    def play(self, scenes: Iterable[Scene], told: Callable[[], None]) -> None:
        """Play scenes in the order of time; whoever comes next, or in another week, unlocks."""
        desk: Desk | None = None
        sitting: tuple[str, int] | None = None
        try:
            for scene in sorted(scenes, key=lambda each: each.at):
                told()
                self.clock.be(scene.at)
                wanted = (scene.who, scene.at.isocalendar().week)
                if desk is None or sitting != wanted:
                    if desk is not None:
                        desk.close()
                    desk, sitting = self.sit_down(scene.who), wanted
                scene.act(desk)
        finally:
            if desk is not None:
                desk.close()
