"""Texts and saved pages that flood, nest, lie about their letters, or are something else."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.damage.made import Hostile, late, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HTML = b"<!DOCTYPE html><html><body>"
LETTER = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "lol">' + b"".join(
    b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10 if n else b"&a;" * 10) for n in range(10)
)
PAGES: dict[str, Callable[[], bytes]] = {
    "1,000,000 boxes within boxes": lambda: HTML + b"<div>" * 1_000_000,
    "comments that never end": lambda: HTML + b"<!--" * 1_000_000,
    "tags that never end": lambda: HTML + b"<a " * 1_000_000,
    "quotes that never end": lambda: HTML + b'<a b="' * 500_000,
    "a declaration that never ends": lambda: b"<html>" + b"<![" * 500_000,
    "instructions that never end": lambda: b"<html>" + b"<?" * 500_000,
    "scripts that never end": lambda: HTML + b"<script>" * 300_000,
    "endings without a beginning": lambda: HTML + b"</div>" * 800_000,
    "half an ending again and again": lambda: HTML + b"<script>" + b"</scrip" * 500_000,
    "a flood of named letters": lambda: HTML + b"&amp;" * 1_000_000,
    "named letters that are none": lambda: HTML + b"&" + b"a" * 3_000_000,
    "numbers of letters that are none": lambda: HTML + b"&#99999999999999;" * 100_000,
    "a tag with 500,000 words": lambda: HTML + b"<a " + b"b=c " * 500_000 + b">",
    "a word of 30 MB": lambda: HTML + b"w" * 30_000_000,
    "45 MB of pictures within": lambda: (
        HTML + b'<img src="data:;base64,' + b"A" * 45_000_000 + b'">Wren'
    ),
    "letters that lie": lambda: (
        b"<html><meta charset=utf-7><body>+ADw-script+AD4-" + b"\xff\xfe" * 99
    ),
    "a charset that is none": lambda: b"<html><meta charset=../../etc/passwd><body>Wren",
    "a frame and a refresh": lambda: (
        HTML + b'<iframe src="file:///etc/passwd"></iframe>'
        b'<meta http-equiv="refresh" content="0;url=http://fernhollow.example">'
    ),
    "noughts between its letters": lambda: HTML + b"W\0r\0e\0n\0" * 1000,
    "half letters of two": lambda: b"\xff\xfe" + (HTML + b"Wren").decode().encode("utf-16-le")[:-1],
    "letters without a half": lambda: b"\xff\xfe<\0h\0t\0m\0l\0>\0" + b"\x00\xd8" * 10_000,
}
TEXTS: dict[str, Callable[[], bytes]] = {
    "one line of 49 MB": lambda: b"a" * 49_000_000,
    "49 MB of line ends": lambda: b"\n" * 49_000_000,
    "60 MB of words": lambda: b"Wren " * 12_000_000,
    "marks upon marks": partial(("W" + "\u0301" * 100_000).encode),
    "letters that turn the line": lambda: "Wren \u202egnp.exe\u202c \u2066\u200b".encode() * 1000,
    "letters that are none": lambda: b"Wren \xff\xff\xed\xa0\x80\xf8\x88\x80\x80\x80" * 1000,
    "a bell, an escape": lambda: b"Wren \x1b[2J\x1b]0;Lena\x07 said " * 1000,
    "the sign of another order": lambda: b"\xfe\xff" + b"\xdc\x00" * 5000,
    "four bytes a letter": partial("Wren".encode, "utf-32"),
    "a program for a printer": lambda: b"%!PS\n{/a currentfile def}loop",
    "a rich text": lambda: b"{\\rtf1{\\object\\objdata 0105" + b"00" * 1000 + b"}}",
    "laughter": lambda: LAUGHS + b"]><l>&a9;</l>",
    "a door to another file": lambda: (
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
    ),
    "a drawing with a script": lambda: (
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>a()</script></svg>"
    ),
    "a drawing of drawings": lambda: (
        b"<svg><defs><g id='a'/>" + b"<use href='#a'/>" * 100_000 + b"</svg>"
    ),
    "a drawing of another file": lambda: (
        b"<?xml version='1.0'?><svg><image href='file:///etc/passwd'/></svg>"
    ),
}


def made() -> Iterator[Hostile]:
    """Yield them."""
    for name, make in PAGES.items():
        yield late(f"page of {name}", "page.html", make)
    for name, make in TEXTS.items():
        yield late(f"text of {name}", "words.txt", make)
    yield from _letters()


def _letters() -> Iterator[Hostile]:
    part = b"--b\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
    yield late("archive of 5,000 letters within letters", "p.mht", lambda: LETTER + part * 5_000)
    html = b"--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: "
    for how in (b"base64", b"quoted-printable", b"x-uuencode", b"none"):
        body = LETTER + html + how + b"\r\n\r\n" + b"=ZZ!!" * 50_000 + b"\r\n--b--"
        yield plain(f"archive wrapped in {how.decode()}", "p.mht", body)
    yield late("archive of 100,000 parts", "p.mht", lambda: LETTER + b"--b\r\n\r\n" * 100_000)
    yield late(
        "archive of a heading of 10 MB", "p.mht", lambda: b"MIME-Version: " + b"1" * 10_000_000
    )
    yield late("archive of 300,000 headings", "p.mht", lambda: b"MIME-Version: 1\r\n" * 300_000)
    yield plain("archive without a page", "p.mht", LETTER + b"--b--")
