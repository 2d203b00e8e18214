"""What one paper has come to on its way out: gathered, answered, printed, finished."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dsl_desk.domain.progress import untold
from dsl_desk.services.pressing import finish, page_picture, pages_of, press, press_front

if TYPE_CHECKING:
    from dsl_desk.domain.ids import EntryId
    from dsl_desk.domain.leaving import LeavingDraft
    from dsl_desk.domain.picture import Pixels
    from dsl_desk.domain.progress import Progress
    from dsl_desk.services.pressing import Finished, Gathered, Lock, Printed

PREVIEW_WIDTH = 640


@dataclass(frozen=True)
class Looked:
    """The pages that were printed to be looked at, and the first of them as a picture."""

    gathered: Gathered = field(repr=False)
    draft: LeavingDraft = field(repr=False)
    entry: EntryId
    printed: Printed = field(repr=False)
    count: int
    first: Pixels = field(repr=False)

    def finished(self, lock: Lock) -> Finished:
        """Return the file, locked and sealed where that was asked, and proved."""
        return finish(self.printed, self.gathered, lock)

    def page(self, number: int, width: int = PREVIEW_WIDTH) -> Pixels:
        """Return one page as a picture."""
        return page_picture(self.printed, number, width)


def looked_at(
    gathered: Gathered, draft: LeavingDraft, entry: EntryId, progress: Progress = untold
) -> Looked:
    """Return the pages as they will leave."""
    printed = press(gathered, draft, entry, progress)
    first = page_picture(printed, 0, PREVIEW_WIDTH)
    return Looked(gathered, draft, entry, printed, pages_of(printed), first)


def front_of(gathered: Gathered, draft: LeavingDraft, entry: EntryId) -> Pixels:
    """Return the first of those pages as a picture, before any other is drawn."""
    return page_picture(press_front(gathered, draft, entry), 0, PREVIEW_WIDTH)
