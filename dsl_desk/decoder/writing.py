"""Text and saved web pages, as plain words: a page is read and never shown, no link followed."""

from __future__ import annotations

import codecs
import email
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

from typing_extensions import override

from dsl_desk.domain.picture import Oddity

if TYPE_CHECKING:
    from dsl_desk.decoder.telling import Telling

MOST_WORDS: Final = 200_000  # characters
_MOST_READ: Final = 8_000_000  # bytes of a text, or of a page with its pictures within
_PIECE: Final = 65_536
_LONGEST_LETTER: Final = 4
_REHEARSAL: Final = b"MIME-Version: 1.0\nContent-Type: text/html\n\nx"
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHARSET: Final = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]{2,20})", re.IGNORECASE)
_KNOWN: Final = ("utf-8", "windows-1252", "iso-8859-1", "iso-8859-15", "windows-1250", "utf-16")
_USED_WITHIN: Final = (
    *("ascii", "latin-1", "utf-16-le", "utf-16-be", "utf-8-sig"),
    *("quopri", "base64"),
)
_LETTER: Final = re.compile(rb"^(?:From: <Saved by|MIME-Version:|Snapshot-Content)", re.MULTILINE)
_UNSAID: Final = frozenset({"script", "style", "template", "noscript", "svg", "title"})
_BREAKS: Final = frozenset(
    {
        *("p", "div", "br", "li", "tr", "table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("section", "article", "header", "footer", "blockquote", "pre", "hr", "form", "dd", "dt"),
    }
)


class _Enough(Exception):  # noqa: N818 - it is no error: enough has been read
    """So many words that no more are wanted."""


def prepare() -> None:
    """Load what would otherwise be looked for on the disk later."""
    for name in (*_KNOWN, *_USED_WITHIN):
        codecs.lookup(name)
    email.message_from_bytes(_REHEARSAL).get_payload(decode=True)


def read_text(untrusted: bytes, telling: Telling) -> None:
    """Tell the words of a text."""
    _tell(_decoded(untrusted[:_MOST_READ]), len(untrusted) > _MOST_READ, telling)


def read_page(untrusted: bytes, telling: Telling) -> None:
    """Tell the words of a saved web page, in either way browsers save one."""
    if _LETTER.search(untrusted[:4096]):
        untrusted = _page_in_a_letter(untrusted)
    reader = _Words()
    page = _decoded(untrusted[:_MOST_READ])
    try:
        for start in range(0, len(page), _PIECE):
            reader.feed(page[start : start + _PIECE])
        reader.close()
    except _Enough:
        pass
    _tell(reader.words(), len(untrusted) > _MOST_READ, telling)


class _Words(HTMLParser):
    """The words of a page, a line for each block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._said: list[str] = []
        self._length = 0
        self._unsaid = 0

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSAID:
            self._unsaid += 1
        elif tag in _BREAKS:
            self._said.append("\n")

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSAID:
            self._unsaid = max(0, self._unsaid - 1)
        elif tag in _BREAKS:
            self._said.append("\n")

    @override
    def handle_data(self, data: str) -> None:
        if self._unsaid:
            return
        self._said.append(data)
        self._length += len(data)
        if self._length > MOST_WORDS * 2:
            raise _Enough

    def words(self) -> str:
        """Return what was said, without the spaces between the blocks."""
        lines = (" ".join(line.split()) for line in "".join(self._said).splitlines())
        return "\n".join(line for line in lines if line)


def _tell(words: str, more: bool, telling: Telling) -> None:  # noqa: FBT001 - private, and plain in the call
    words = words.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
    telling.pages(1)
    telling.words(words[:MOST_WORDS])
    if more or len(words) > MOST_WORDS:
        telling.odd(Oddity.MORE_WORDS)


def _decoded(untrusted: bytes) -> str:
    for mark, name in _MARKS:
        if untrusted.startswith(mark):
            return untrusted.decode(name, "replace")
    said = _CHARSET.search(untrusted[:4096])
    name = said[1].decode("ascii").lower() if said else ""
    if name in _KNOWN and name != "utf-16":
        return untrusted.decode(name, "replace")
    try:
        return untrusted.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= _MOST_READ - _LONGEST_LETTER:  # we have cut it within a letter
            return untrusted.decode("utf-8", "replace")
        return untrusted.decode("cp1252", "replace")


def _page_in_a_letter(untrusted: bytes) -> bytes:
    """Return the page of a single-file archive (MHTML): its first part of HTML."""
    for part in email.message_from_bytes(untrusted).walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            return page if isinstance(page, bytes) else b""
    return untrusted
