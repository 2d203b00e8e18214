"""What is put on a copy for sharing: covers with their reasons, a crop, arrows, notes.

Everything is in pixels of the picture as it is seen. Nothing here touches the original.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import LONGEST_LINE, what_is_wrong
from dsl_desk.domain.errors import Problem

if TYPE_CHECKING:
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json

STEP: Final = 8  # pixels of the picture that one press of an arrow key moves or stretches
_LEAST: Final = 8
_MOST_MARKS: Final = 200


class MarkSort(Enum):
    """What is put on the copy."""

    COVER = "cover"
    CROP = "crop"
    ARROW = "arrow"
    NOTE = "note"


class CoverReason(Enum):
    """Why something is covered."""

    UNANSWERED = "unanswered"
    OTHER_FACE = "other_face"
    OTHER_NAME = "other_name"
    ADULT = "adult"
    CONTACT = "contact"
    TOLD_US = "told_us"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True)
class Area:
    """A box of pixels. An arrow's may run to the left or upwards: then it has less than none."""

    left: int
    top: int
    width: int
    height: int

    def upright(self) -> Area:
        """Return the same box, from its left upper corner."""
        left, top = min(self.left, self.left + self.width), min(self.top, self.top + self.height)
        return Area(left, top, abs(self.width), abs(self.height))

    def within(self, width: int, height: int) -> Area:
        """Return the piece of it that lies on a picture of this size."""
        box = self.upright()
        left, top = min(max(0, box.left), width), min(max(0, box.top), height)
        right = min(max(left, box.left + box.width), width)
        bottom = min(max(top, box.top + box.height), height)
        return Area(left, top, right - left, bottom - top)


@dataclass(frozen=True)
class Mark:
    """One thing put on the copy. A cover has a reason; a note has words."""

    sort: MarkSort
    area: Area
    reason: CoverReason = CoverReason.UNANSWERED
    words: str = field(default="", repr=False)

    def moved(self, across: int, down: int) -> Mark:
        """Return it farther right and farther down."""
        area = self.area
        return replace(self, area=replace(area, left=area.left + across, top=area.top + down))

    def stretched(self, wider: int, higher: int) -> Mark:
        """Return it wider and higher; a box keeps a least size, an arrow may turn round."""
        width, height = self.area.width + wider, self.area.height + higher
        if self.sort is not MarkSort.ARROW:
            width, height = max(_LEAST, width), max(_LEAST, height)
        return replace(self, area=replace(self.area, width=width, height=height))

    def fields(self) -> dict[str, Json]:
        """Return what an entry keeps of it: from which pixel to which, none before the first."""
        area = self.area
        return {
            "sort": self.sort.value,
            "left": max(0, area.left),
            "top": max(0, area.top),
            "right": max(0, area.left + area.width),
            "bottom": max(0, area.top + area.height),
            "reason": self.reason.value,
            "words": self.words.strip(),
        }

    @staticmethod
    def of(fields: Fields) -> Mark:
        """Read one out of an entry."""
        left, top, right, bottom = (fields.number(each) for each in _BOX)
        return Mark(
            fields.one_of("sort", MarkSort),
            Area(left, top, right - left, bottom - top),
            fields.one_of("reason", CoverReason),
            fields.text("words"),
        )


_BOX: Final = ("left", "top", "right", "bottom")


@dataclass(frozen=True)
class CopyDraft:
    """Everything on a copy, in the order it was put there."""

    marks: tuple[Mark, ...] = field(default=(), repr=False)
    nothing_to_cover: bool = False

    @property
    def covers(self) -> tuple[Mark, ...]:
        """The covers, as they are numbered."""
        return tuple(mark for mark in self.marks if mark.sort is MarkSort.COVER)

    @property
    def crop(self) -> Area | None:
        """What is left of the picture; all of it where nothing was cropped."""
        return next((mark.area for mark in self.marks if mark.sort is MarkSort.CROP), None)

    def number_of(self, at: int) -> int:
        """Return the number a mark has among those of its own sort, from one."""
        return sum(mark.sort is self.marks[at].sort for mark in self.marks[: at + 1])

    def with_mark(self, mark: Mark) -> CopyDraft:
        """Return it with one more; there is one crop at most."""
        kept = self.marks
        if mark.sort is MarkSort.CROP:
            kept = tuple(each for each in kept if each.sort is not MarkSort.CROP)
        return replace(self, marks=(*kept, mark))

    def with_mark_at(self, at: int, mark: Mark) -> CopyDraft:
        """Return it with another mark in the place of one."""
        return replace(self, marks=(*self.marks[:at], mark, *self.marks[at + 1 :]))

    def without(self, at: int) -> CopyDraft:
        """Return it without one of its marks."""
        return replace(self, marks=(*self.marks[:at], *self.marks[at + 1 :]))

    def problems(self) -> tuple[Problem, ...]:
        """Return all that stands in the way: a reason, words, or whether nobody is to cover."""
        found = [
            Problem(f"mark_{at}", code)
            for at, mark in enumerate(self.marks)
            if (code := _wrong_with(mark))
        ]
        if not self.covers and not self.nothing_to_cover:
            found.append(Problem("nothing_to_cover", "not_ticked"))
        if len(self.marks) > _MOST_MARKS:
            found.append(Problem("marks", "too_many"))
        return tuple(found)


def _wrong_with(mark: Mark) -> str:
    if mark.sort is MarkSort.COVER and mark.reason is CoverReason.UNANSWERED:
        return "no_reason"
    return what_is_wrong(mark.words, LONGEST_LINE) if mark.sort is MarkSort.NOTE else ""
