"""`dsl-desk tour OUT`: every page, light and dark, at two sizes, as pictures."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from dsl_desk.app import last_resort
from dsl_desk.app.arguments import for_qt
from dsl_desk.app.paths import resources
from dsl_desk.app.tour import vault_pages
from dsl_desk.app.tour.album import SIZES, Album, write_index
from dsl_desk.app.tour.route import Walk
from dsl_desk.app.tour.still_clock import StillClock
from dsl_desk.app.tour.still_keychain import StillKeychain
from dsl_desk.domain.ways_in import Doorstep
from dsl_desk.ui.theme.look import Look, Scheme
from dsl_desk.ui.theme.theme import dress

USAGE = "usage: dsl-desk tour FOLDER\n"
_WRONG_USE = 2


def tour(words: list[str]) -> int:
    """Walk through the app once for each look and size, and write the album."""
    if len(words) != 1:
        sys.stderr.write(USAGE)
        return _WRONG_USE
    folder = Path(words[0])
    folder.mkdir(parents=True, exist_ok=True)
    last_resort.catch_python()
    qInstallMessageHandler(_pass_on)
    app = QApplication(for_qt("dsl-desk"))
    pictures: list[Path] = []
    papers: list[Path] = []
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        dress(app, resources(), Look(scheme))
        for size in SIZES:
            album = Album(folder, scheme, size)
            with tempfile.TemporaryDirectory(prefix="dsl-desk-tour-") as drawer:
                papers = [_walk(app, Path(drawer) / "vault", album)]
            pictures += album.pictures
            sys.stdout.write(
                f"{len(album.pictures)} pictures, {scheme.value}, {size.width()} wide\n"
            )
    index = write_index(folder, pictures, papers)
    for path in (*sorted(pictures), *papers, index):
        sys.stdout.write(f"{path}\n")
    return 0


def _pass_on(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    # That the platform of pictures cannot raise a window is no news.
    if not text.startswith("This plugin does not support"):
        sys.stderr.write(f"{text}\n")


def _walk(app: QApplication, vault: Path, album: Album) -> Path:
    walk = Walk(app, vault, resources(), Doorstep(StillClock(), StillKeychain()), album)
    walk.set_up()
    window = walk.unlock()
    walk.day(window)
    walk.ways_in(window)
    paper = walk.print_concern(window, album.folder)
    vault_pages.damage(window, album)
    walk.desk.end()
    walk.on_a_new_laptop()
    walk.gallery()
    return paper
