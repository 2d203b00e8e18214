"""The manual's pictures, out of the tour's: `python -m dsl_desk.app.tour.manual_pictures`.

Run it from the top of the project after `dsl-desk tour out/tour`, whenever a page in the manual
has changed its face. The pictures are kept small: they travel with every installed copy.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from dsl_desk.domain.manual import Sort
from dsl_desk.services.manual import PICTURES, read_manual

_WIDE: Final = 1024
_FACE: Final = "light-1366x768"
_SMALLEST: Final = 0  # of a PNG: as small as it gets


def put_pictures(tour: Path, manual: Path) -> list[Path]:
    """Write each picture the manual shows, smaller; return them."""
    shown = [
        block.lines[0]
        for page in read_manual(manual)
        for block in page.blocks
        if block.sort is Sort.PICTURE
    ]
    (manual / PICTURES).mkdir(exist_ok=True)
    return [_put(tour / f"{name}-{_FACE}.png", manual / PICTURES / f"{name}.png") for name in shown]


def _put(taken: Path, to: Path) -> Path:
    image = QImage(str(taken)).scaledToWidth(_WIDE, Qt.TransformationMode.SmoothTransformation)
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    if not plain.save(str(to), "PNG", _SMALLEST):  # type: ignore[call-overload]  # the stubs want bytes
        raise FileNotFoundError(taken)
    return to


if __name__ == "__main__":
    put_pictures(Path("out/tour"), Path("docs/manual"))
