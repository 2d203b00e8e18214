"""The ways in: clipboard and drop. Nothing here runs before the stop was answered."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage

from dsl_desk.domain.stop_errors import NoPictureError

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

    from PySide6.QtCore import QMimeData

# As programs offer a picture, the one that is kept byte for byte first.
_FORMATS: Final = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/webp": "webp",
    "image/gif": "gif",
    "image/tiff": "tiff",
    "image/bmp": "bmp",
}
_PASTED: Final = "Pasted picture"


@dataclass(frozen=True)
class Incoming:
    """Something that is to come in: its name, and how it is opened. Nothing is read yet."""

    name: str = field(repr=False)
    open: Callable[[], BinaryIO] = field(repr=False)


def incoming_file(path: Path) -> Incoming:
    """Return a file that was chosen or dropped, unread."""
    return Incoming(path.name, lambda: path.open("rb"))


def pasted() -> Incoming:
    """Read the picture on the clipboard, byte for byte as it was put there."""
    mime: QMimeData | None = QGuiApplication.clipboard().mimeData()
    if mime is None:  # nothing was ever put there; the stubs do not know
        raise NoPictureError
    return picture_in(mime)


def dropped_files(mime: QMimeData) -> tuple[Path, ...]:
    """Return the files that were dropped, by their names only."""
    return tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())


def picture_in(mime: QMimeData) -> Incoming:
    """Return the picture that is offered; NoPictureError where there is none."""
    for format_, ending in _FORMATS.items():
        if mime.hasFormat(format_):
            return _held(bytes(mime.data(format_).data()), ending)
    files = dropped_files(mime)
    if len(files) == 1:
        return incoming_file(files[0])
    image = mime.imageData() if mime.hasImage() else None
    if not isinstance(image, QImage):
        raise NoPictureError
    return _held(_as_png(image), "png")


def _held(content: bytes, ending: str) -> Incoming:
    return Incoming(f"{_PASTED}.{ending}", lambda: io.BytesIO(content))


def picture_held(image: QImage, name: str) -> Incoming:
    """Return a picture that was taken here, as it will be kept."""
    content = _as_png(image)
    return Incoming(f"{name}.png", lambda: io.BytesIO(content))


def _as_png(image: QImage) -> bytes:
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # the stubs know bytes, Qt takes text
    return bytes(kept.data())
