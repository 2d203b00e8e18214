"""The album: one picture a page, look and size, and a page that shows them side by side."""

from __future__ import annotations

import html
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from dsl_desk.app.tour.choices import SIZES
from dsl_desk.app.tour.waiting import at_rest, settle
from dsl_desk.ui.kit.toast import Toast

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.theme.look import Scheme
    from dsl_desk.ui.work.worker import Worker

# Fixed, since the operating system draws the title bar outside our window: look.md counts it.
_TITLE_BAR = 30


def sizes_of(asked: str | None) -> tuple[QSize, ...]:
    """Return the size that was asked for, or every size."""
    chosen = (asked,) if asked else SIZES
    return tuple(QSize(*(int(side) for side in one.split("x"))) for one in chosen)


@dataclass
class Album:
    """Pictures of one tour, named so that they sort."""

    folder: Path
    scheme: Scheme
    size: QSize
    pictures: list[Path] = field(default_factory=list)
    # Where nothing goes on by itself: no picture is taken of a page that still reads.
    worker: Worker[Desk] | None = None

    def take(self, window: QWidget, name: str) -> None:
        """Take a picture of a window as it is at this size."""
        window.showNormal()
        window.resize(self.size.width(), self.size.height() - _TITLE_BAR)
        if self.worker is None:
            settle()
        else:
            at_rest(self.worker)
        shown = f"{self.size.width()}x{self.size.height()}"
        path = self.folder / f"{name}-{self.scheme.value}-{shown}.png"
        window.grab().save(str(path))
        self.pictures.append(path)
        for toast in window.findChildren(Toast):
            toast.leave()  # no clock runs here: it would lie on every picture that follows


def write_index(folder: Path, pictures: list[Path], papers: list[Path]) -> Path:
    """Write the page that shows every picture beside its brothers."""
    pages: dict[str, list[Path]] = {}
    for picture in sorted(pictures):
        pages.setdefault(picture.name.rsplit("-", 2)[0], []).append(picture)
    rows = "\n".join(
        f"<h2>{html.escape(name)}</h2><div>"
        + "".join(
            f'<figure><a href="{p.name}"><img src="{p.name}" loading="lazy" alt="{p.stem}"></a>'
            f"<figcaption>{html.escape(p.stem)}</figcaption></figure>"
            for p in shown
        )
        + "</div>"
        for name, shown in pages.items()
    )
    links = "".join(f'<li><a href="{p.name}">{html.escape(p.name)}</a></li>' for p in papers)
    index = folder / "index.html"
    index.write_text(_PAGE.replace("ROWS", rows).replace("PAPERS", links), encoding="utf-8")
    return index


_PAGE = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>DSL Desk, the tour</title><style>
body { font: 15px system-ui; margin: 24px; }
div { display: grid; grid-template-columns: repeat(2, 1fr); gap: 16px; }
figure { margin: 0; } img { width: 100%; border: 1px solid gray; } figcaption { font-size: 12px; }
</style></head><body><h1>DSL Desk, the tour</h1>
<p>Every page of the real app, driven offscreen, with invented people.</p>
<ul>PAPERS</ul>
ROWS
</body></html>
"""
