"""`dsl-desk tour OUT`: every page, light and dark, at two sizes, as pictures."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from dsl_desk.app import last_resort
from dsl_desk.app.arguments import for_qt
from dsl_desk.app.command import DONE, NOT_ASKED
from dsl_desk.app.paths import resources
from dsl_desk.app.tour import still_qt, vault_pages
from dsl_desk.app.tour.album import Album, sizes_of, write_index
from dsl_desk.app.tour.choices import LOOKS
from dsl_desk.app.tour.living import opened
from dsl_desk.app.tour.route import Walk
from dsl_desk.app.tour.still_clock import StillClock
from dsl_desk.app.tour.still_keychain import StillKeychain
from dsl_desk.domain.vault_errors import VaultMissingError
from dsl_desk.domain.ways_in import Doorstep
from dsl_desk.services.faces import face_of
from dsl_desk.ui.theme.look import Look, Scheme
from dsl_desk.ui.theme.theme import dress

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from dsl_desk.domain.ids import MemberId

    Door = Callable[[], AbstractContextManager[tuple[MemberId, bytes]]]


def tour(asked: argparse.Namespace, door: Door) -> int:
    """Walk through the app once for each look and size, and write the album.

    `door` has a vault that stands alone, and the key of the member who was named.
    """
    if asked.vault is not None and not _is_for_training(asked.vault):
        sys.stderr.write("That is no training vault. No picture was taken.\n")
        return NOT_ASKED
    asked.folder.mkdir(parents=True, exist_ok=True)
    last_resort.catch_python()
    still_qt.listen()
    app = QApplication(for_qt("dsl-desk"))
    if asked.vault is None:
        pictures, papers = _made_for_it(app, asked)
    else:
        pictures, papers = _that_stands(app, asked, door), []
    index = write_index(asked.folder, pictures, papers)
    for path in (*sorted(pictures), *papers, index):
        sys.stdout.write(f"{path}\n")
    return DONE


def _is_for_training(vault: Path) -> bool:
    face = face_of(vault)
    if face is None:
        raise VaultMissingError
    return face.training


def _albums(app: QApplication, asked: argparse.Namespace) -> Iterator[Album]:
    """Begin each album in its look, and say how many pictures came into it."""
    for scheme in [Scheme(one) for one in LOOKS if asked.look in (None, one)]:
        dress(app, resources(), Look(scheme))
        for size in sizes_of(asked.size):
            album = Album(asked.folder, scheme, size)
            yield album
            sys.stdout.write(
                f"{len(album.pictures)} pictures, {scheme.value}, {size.width()} wide\n"
            )


def _made_for_it(app: QApplication, asked: argparse.Namespace) -> tuple[list[Path], list[Path]]:
    pictures: list[Path] = []
    papers: list[Path] = []
    for album in _albums(app, asked):
        with tempfile.TemporaryDirectory(prefix="dsl-desk-tour-") as drawer:
            papers = [_walk(app, Path(drawer) / "vault", album)]
        pictures += album.pictures
    return pictures, papers


def _that_stands(app: QApplication, asked: argparse.Namespace, door: Door) -> list[Path]:
    pictures: list[Path] = []
    dress(app, resources(), Look(Scheme(asked.look or LOOKS[0])))
    with door() as (member, key):
        living = opened(app, asked.vault, member, key)
        try:
            for album in _albums(app, asked):
                living.walk(album)
                pictures += album.pictures
        finally:
            living.end()
    return pictures


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
