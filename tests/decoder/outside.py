"""Files as they come from outside, made here: pictures, papers, writing. Nothing binary is kept."""

from __future__ import annotations

import base64
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image
from reportlab.pdfgen import canvas

if TYPE_CHECKING:
    from collections.abc import Sequence

# Sixty-four by forty-eight pixels from the invented "Fernhollow phone", 4 March 2026.
HEIC = base64.b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAb5tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAA"
    "AAAAAAAAAAAAADRpbG9jAAAAAERAAAIAAQAAAAAB4gABAAAAAAAAADoAAgAAAAACHAABAAAAAAAAAFYAAAA4aWlu"
    "ZgAAAAAAAgAAABVpbmZlAgAAAAABAABodmMxAAAAABVpbmZlAgAAAQACAABFeGlmAAAAAA5waXRtAAAAAAABAAAA"
    "/WlwcnAAAADdaXBjbwAAAHZodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMA"
    "AAMAHroCQGEAAQAqQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbq5Ka5uAhoMCAAAAMDIAAAAwAhYgABAAZEAcFzwIkA"
    "AAATY29scm5jbHgAAQANAAaAAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAoY2xhcAAAAEAAAAABAAAAMAAAAAEAAAAA"
    "AAAAAv////AAAAACAAAAEHBpeGkAAAAAAwgICAAAABhpcG1hAAAAAAAAAAEAAQWBAgMFhAAAABppcmVmAAAAAAAA"
    "AA5jZHNjAAIAAQABAAAAmG1kYXQAAAA2KAGvGYDuKVTa64VQ0Pv2UoG3XqQGWkkcI6iRVqhhSYha+oFuNlX+Iung"
    "tddrwwE2r4WxCEHeAAAABkV4aWYAAE1NACoAAAAIAAIBEAACAAAAEQAAACYBMgACAAAAFAAAADgAAAAARmVybmhv"
    "bGxvdyBwaG9uZQAAMjAyNjowMzowNCAxNToxMDoyMgA="
)
WORDS = "Wren Tamarisk said so"
TAKEN = "2026:03:04 15:10:22"


def a_picture(size: tuple[int, int] = (320, 200), seed: int = 1) -> Image.Image:
    """A picture with something in it, the same for the same seed."""
    picture = Image.radial_gradient("L").resize(size).convert("RGB")
    for number in range(12):
        left = (number * 37 * seed) % max(1, size[0] - 20)
        top = (number * 53 * seed) % max(1, size[1] - 20)
        shade = ((number * 20) % 255, (number * 90) % 255, (number * 50 * seed) % 255)
        picture.paste(shade, (left, top, left + size[0] // 6, top + size[1] // 5))
    return picture


def saved(picture: Image.Image, form: str, **how: object) -> bytes:
    """The bytes of a picture in one of the forms Pillow writes."""
    kept = BytesIO()
    picture.save(kept, form, **how)
    return kept.getvalue()


def with_exif(form: str = "JPEG", lies: int = 1) -> bytes:
    """A picture with a camera's words in it."""
    exif = Image.Exif()
    exif[0x0110] = "Fernhollow phone"
    exif[0x0112] = lies
    exif.get_ifd(0x8769).update({0x9003: TAKEN, 0x9011: "+01:00"})
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 26.0)})
    return saved(a_picture(), form, exif=exif)


def a_paper(pages: Sequence[str] = (WORDS, "page two")) -> bytes:
    """A PDF with a line on each page."""
    kept = BytesIO()
    paper = canvas.Canvas(kept, invariant=1)
    for words in pages:
        paper.drawString(72, 700, words)
        paper.showPage()
    paper.save()
    return kept.getvalue()


def an_archive(page: str) -> bytes:
    """A web page as some browsers save it: one letter with the page within."""
    return (
        "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/html; charset=utf-8\r\n"
        f"Content-Transfer-Encoding: 8bit\r\n\r\n{page}\r\n--b--\r\n"
    ).encode()
