"""What a page that is a form works with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from dsl_desk.domain.clock import Clock
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.work.drafts import DraftKeeper
    from dsl_desk.ui.work.worker import Worker


class FormMeans(Protocol):
    """The vault's thread, the drafts, the clock: every feature's own means have them."""

    @property
    def worker(self) -> Worker[Desk]:
        """The one thread that owns the vault."""
        ...

    @property
    def drafts(self) -> DraftKeeper:
        """Where what is typed is sealed."""
        ...

    @property
    def clock(self) -> Clock:
        """The time."""
        ...
