"""`dsl-desk gallery`: every component in every state, for whoever builds the next page."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication

from dsl_desk.app import last_resort
from dsl_desk.app.arguments import for_qt
from dsl_desk.app.paths import resources
from dsl_desk.ui.gallery.page import GalleryPage
from dsl_desk.ui.theme.look import Look, Scheme
from dsl_desk.ui.theme.theme import dress

USAGE = "usage: dsl-desk gallery [light|dark]\n"
_WRONG_USE = 2


def gallery(words: list[str]) -> int:
    """Open the gallery in a window of its own."""
    schemes = {scheme.value: scheme for scheme in Scheme}
    if len(words) > 1 or (words and words[0] not in schemes):
        sys.stderr.write(USAGE)
        return _WRONG_USE
    last_resort.install()
    app = QApplication(for_qt("dsl-desk"))
    dress(app, resources(), Look(schemes[words[0]] if words else Scheme.SYSTEM))
    page = GalleryPage()
    page.setWindowTitle("DSL Desk")
    page.resize(1366, 738)
    page.show()
    return app.exec()
