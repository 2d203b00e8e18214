"""The body map: two plain figures made of rounded shapes, one for each place on the body.

Screen and paper draw the same figures. On the front the child's right is at the left, as one sees
somebody who stands opposite; on the back it is the other way round.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dsl_desk.domain.concern_choices import BodyPlace

WIDTH: Final = 100.0
HEIGHT: Final = 212.0


@dataclass(frozen=True)
class Shape:
    """A box with round corners, in units of a figure 100 wide; y grows downwards."""

    x: float
    y: float
    width: float
    height: float
    radius: float

    def mirrored(self) -> Shape:
        """Return the same on the other side of the figure."""
        return Shape(WIDTH - self.x - self.width, self.y, self.width, self.height, self.radius)


@dataclass(frozen=True)
class Region:
    """One place as it is drawn on one of the figures; what comes later lies over it."""

    place: BodyPlace
    back: bool
    shape: Shape


_MIDDLE: Final = {
    False: {
        BodyPlace.HEAD_FRONT: Shape(35, 2, 30, 37, 15),
        BodyPlace.MOUTH: Shape(43, 31, 14, 5, 2.5),
        BodyPlace.NECK: Shape(43, 40.5, 14, 8, 3),
        BodyPlace.CHEST: Shape(34, 50, 32, 28, 6),
        BodyPlace.STOMACH: Shape(34, 79.5, 32, 24, 5),
        BodyPlace.GENITAL_AREA: Shape(38, 105, 24, 11.5, 5),
    },
    True: {
        BodyPlace.HEAD_BACK: Shape(35, 2, 30, 37, 15),
        BodyPlace.NECK: Shape(43, 40.5, 14, 8, 3),
        BodyPlace.UPPER_BACK: Shape(34, 50, 32, 28, 6),
        BodyPlace.LOWER_BACK: Shape(34, 79.5, 32, 18, 5),
        BodyPlace.BOTTOM: Shape(34, 99, 32, 17.5, 7),
    },
}
# At the left of the drawing: the first is what that is on the front, the second on the back.
_PAIRS: Final = (
    (BodyPlace.EAR_RIGHT, BodyPlace.EAR_LEFT, Shape(29, 16, 5, 10, 2.5)),
    (BodyPlace.SHOULDER_RIGHT, BodyPlace.SHOULDER_LEFT, Shape(18, 50, 14.5, 14, 7)),
    (BodyPlace.UPPER_ARM_RIGHT, BodyPlace.UPPER_ARM_LEFT, Shape(17, 65.5, 12, 28, 5)),
    (BodyPlace.LOWER_ARM_RIGHT, BodyPlace.LOWER_ARM_LEFT, Shape(15, 95, 11.5, 28, 5)),
    (BodyPlace.HAND_RIGHT, BodyPlace.HAND_LEFT, Shape(13, 124.5, 12.5, 15, 6)),
    (BodyPlace.UPPER_LEG_RIGHT, BodyPlace.UPPER_LEG_LEFT, Shape(33.5, 118, 15.5, 38, 6)),
    (BodyPlace.LOWER_LEG_RIGHT, BodyPlace.LOWER_LEG_LEFT, Shape(34.5, 157.5, 13.5, 38, 6)),
    (BodyPlace.FOOT_RIGHT, BodyPlace.FOOT_LEFT, Shape(30, 197, 18, 11, 5)),
)
_CHEEK: Final = Shape(37, 17, 12, 12.5, 6)
_FACE: Final = (
    Region(BodyPlace.FACE_RIGHT, back=False, shape=_CHEEK),
    Region(BodyPlace.FACE_LEFT, back=False, shape=_CHEEK.mirrored()),
)


def _both(front: BodyPlace, back: BodyPlace, shape: Shape) -> tuple[Region, ...]:
    return (
        Region(front, back=False, shape=shape),
        Region(back, back=False, shape=shape.mirrored()),
        Region(back, back=True, shape=shape),
        Region(front, back=True, shape=shape.mirrored()),
    )


REGIONS: Final[tuple[Region, ...]] = (
    *(
        Region(place, back=back, shape=shape)
        for back, middle in _MIDDLE.items()
        for place, shape in middle.items()
    ),
    *_FACE,
    *(region for pair in _PAIRS for region in _both(*pair)),
)
