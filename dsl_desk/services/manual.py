"""The manual, as it lies beside the program: read, and put on paper. It needs no vault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.manual import ManualPage, read_page
from dsl_desk.domain.progress import untold

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.progress import Progress

PICTURES = "pictures"  # beside the pages, where the build has put them


def read_manual(folder: Path) -> tuple[ManualPage, ...]:
    """Return its pages in their order."""
    files = sorted(folder.glob("*.md"))
    return tuple(read_page(file.stem, file.read_text(encoding="utf-8")) for file in files)


def picture_in(folder: Path, name: str) -> Path | None:
    """Return a picture of the manual, where the build has put one."""
    path = folder / PICTURES / f"{name}.png"
    return path if path.is_file() else None


def manual_on_paper(folder: Path, fonts: Path, progress: Progress = untold) -> bytes:
    """Return the whole manual as one PDF."""
    from dsl_desk.documents.manual import print_manual  # noqa: PLC0415 - the printer, only if asked

    pages = read_manual(folder)
    return print_manual(pages, lambda name: picture_in(folder, name), fonts, progress)
