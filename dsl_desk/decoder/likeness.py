"""What a picture looks like, as a whole and in its parts, so that it is known when it comes again.

A part is a spot that stands out at one of several sizes, and 64 bits of what surrounds it. It stays
where it is when the picture is recompressed, made smaller, or cut; so a cut picture shares spots
with the whole one, all of them moved and scaled alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import libphash
from PIL import Image, ImageChops, ImageFilter

from dsl_desk.domain.alike import LEVELS, MOST_SPOTS, PLACES, STEP, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDEST: Final = 512  # the largest side at the first level
_LEAST: Final = 96  # pixels along its shorter side: no further level below
_NEAR, _FAR = 2.0, 2.5  # the two blurs whose difference shows what stands out
_STANDS_OUT: Final = 6  # of 255: less is the noise of compression
_AROUND: Final = 24  # pixels on each side of a spot
_APART: Final = 3  # pixels: of two spots as near as that the stronger counts
_GRID: Final = 4  # spots are taken from all over: so many cells across and down
_BEND: Final = 3  # pixels: how far apart a bend is measured
_EDGE: Final = 8.0  # bent so much more one way than the other: an edge
_ALIKE_FROM: Final = 256  # pixels wide: what the likeness of the whole is drawn from
_WHITE: Final = b"\xff"


class _Peak(NamedTuple):
    """What stands out, how much, and where."""

    strength: int
    x: int
    y: int
    level: int


def likeness_of(image: Image.Image) -> str:
    """Return what it looks like in 64 bits, the same when smaller or recompressed."""
    small = flat(image)
    small.thumbnail((_ALIKE_FROM, _ALIKE_FROM), Image.Resampling.BOX)
    return f"{libphash.hash(small, libphash.Algorithm.PHASH):016x}"


def flat(image: Image.Image) -> Image.Image:
    """Return it on white, without what can be seen through."""
    ground = Image.new("RGB", image.size, "white")
    ground.paste(image, mask=image.getchannel("A"))
    return ground


def spots_of(image: Image.Image) -> tuple[Spot, ...]:
    """Return the spots that stand out most, from all over the picture."""
    grey = flat(image).convert("L")
    grey.thumbnail((WIDEST, WIDEST), Image.Resampling.BOX)
    blurred: list[Image.Image] = []
    found: dict[tuple[int, int, int], list[_Peak]] = {}
    for level in range(LEVELS):
        scale = STEP**level
        size = (round(grey.width * scale), round(grey.height * scale))
        if min(size) < _LEAST:
            break
        near = grey.resize(size, Image.Resampling.BILINEAR).filter(ImageFilter.GaussianBlur(_NEAR))
        blurred.append(near)
        for peak in _peaks(near, level):
            cell = (level, peak.x * _GRID // size[0], peak.y * _GRID // size[1])
            found.setdefault(cell, []).append(peak)
    return tuple(_spot(blurred[peak.level], peak) for peak in _best(list(found.values())))


def _peaks(near: Image.Image, level: int) -> Iterator[_Peak]:
    far = near.filter(ImageFilter.GaussianBlur(_FAR))
    stands = ImageChops.difference(near, far)
    highest = stands
    for _ in range(_APART):
        highest = highest.filter(ImageFilter.MaxFilter(3))
    strong = stands.point(lambda shade: 255 * (shade >= _STANDS_OUT))
    peaks = ImageChops.difference(stands, highest).point(lambda shade: 255 * (shade == 0))
    marks = ImageChops.darker(peaks, strong).tobytes()
    width, height = near.size
    strengths, grades = stands.tobytes(), far.tobytes()
    at = marks.find(_WHITE)
    while at >= 0:
        y, x = divmod(at, width)
        inside = _AROUND <= x < width - _AROUND and _AROUND <= y < height - _AROUND
        if inside and _is_corner(grades, at, width):
            yield _Peak(strengths[at], x, y, level)
        at = marks.find(_WHITE, at + 1)


def _spot(near: Image.Image, peak: _Peak) -> Spot:
    x, y, side = peak.x, peak.y, max(near.size)
    around = near.crop((x - _AROUND, y - _AROUND, x + _AROUND, y + _AROUND))
    bits = libphash.hash(around.convert("RGB"), libphash.Algorithm.PHASH)
    return Spot(bits, x * PLACES // side, y * PLACES // side, peak.level)


def _best(cells: list[list[_Peak]]) -> list[_Peak]:
    """Return the strongest of each cell, then the next strongest, until there are enough."""
    for cell in cells:
        cell.sort(reverse=True)
    chosen: list[_Peak] = []
    for rank in range(MOST_SPOTS):
        chosen += [cell[rank] for cell in cells if len(cell) > rank]
        if len(chosen) >= MOST_SPOTS:
            break
    return chosen[:MOST_SPOTS]


def _is_corner(grades: bytes, at: int, width: int) -> bool:
    """Tell a blob or a corner from an edge, all of whose spots look alike."""
    step = _BEND
    middle = 2 * grades[at]
    across = grades[at - step] + grades[at + step] - middle
    down = grades[at - step * width] + grades[at + step * width] - middle
    askew = (
        grades[at - step * width - step]
        + grades[at + step * width + step]
        - grades[at - step * width + step]
        - grades[at + step * width - step]
    ) / 4
    bent = across * down - askew * askew
    return bent > 0 and (across + down) ** 2 < _EDGE * bent
