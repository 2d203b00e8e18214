"""`dsl-desk gallery`: every component in every state, for whoever builds the next page."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from dsl_desk.app import last_resort
from dsl_desk.app.arguments import for_qt
from dsl_desk.app.command import DONE, NOT_ASKED
from dsl_desk.app.paths import resources
from dsl_desk.app.tour import still_qt
from dsl_desk.ui.gallery.page import GalleryPage
from dsl_desk.ui.theme.look import Look, Scheme
from dsl_desk.ui.theme.theme import dress

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

_WIDE, _HIGH = 1366, 738


def gallery(asked: argparse.Namespace) -> int:
    """Open the gallery in a window of its own, or take its picture."""
    if asked.picture is None:
        last_resort.install()
    else:
        last_resort.catch_python()
        still_qt.listen()
    app = QApplication(for_qt("dsl-desk"))
    dress(app, resources(), Look(Scheme(asked.look) if asked.look else Scheme.SYSTEM))
    page = GalleryPage()
    page.setWindowTitle("DSL Desk")
    page.resize(_WIDE, _HIGH)
    page.show()
    return app.exec() if asked.picture is None else _picture(page, asked.picture)


def _picture(page: GalleryPage, file: Path) -> int:
    """Take a picture of all of it, down to what a window would have to be scrolled to."""
    page.resize(_WIDE, page.whole_height())
    if not page.grab().save(str(file)):
        sys.stderr.write("The picture cannot be written. Check its name and try again.\n")
        return NOT_ASKED
    sys.stdout.write(f"{file}\n")
    return DONE
