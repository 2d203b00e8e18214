"""The manual: pages that answer "how do I", read from plain text, and finding a word in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_PICTURE: Final = re.compile(r"!\[(?P<caption>[^\]]*)\]\((?P<name>[\w-]+)\)")
_STEP: Final = re.compile(r"\d+\. ")
_MARK: Final = re.compile(r"\*\*(.+?)\*\*|`(.+?)`")
_FENCE: Final = "```"
_SHOWN: Final = 60  # signs around a word that was found


class Sort(Enum):
    """What a block of a page is."""

    HEADING = "heading"
    WORDS = "words"
    STEPS = "steps"
    POINTS = "points"
    CODE = "code"
    PICTURE = "picture"


class Tone(Enum):
    """How a stretch of words is set: as it is, as a control on the screen, as what is typed."""

    PLAIN = "plain"
    CONTROL = "control"
    TYPED = "typed"


@dataclass(frozen=True)
class Block:
    """A stretch of a page. `lines`: its items; of a picture its name and its caption."""

    sort: Sort
    lines: tuple[str, ...]


@dataclass(frozen=True)
class ManualPage:
    """One page: the name of its file, its question, and what answers it."""

    name: str
    title: str
    blocks: tuple[Block, ...]

    @property
    def words(self) -> str:
        """All of its words, without marks, as one line."""
        shown = [line for block in self.blocks for line in _readable(block)]
        return " ".join("".join(part for part, _ in spoken(line)) for line in shown)

    @property
    def begins(self) -> str:
        """The first sentence of what it says."""
        first = next((block for block in self.blocks if block.sort is Sort.WORDS), None)
        words = "".join(part for part, _ in spoken(first.lines[0])) if first else ""
        return f"{words.partition('. ')[0].rstrip('.:')}." if words else ""


@dataclass(frozen=True)
class Found:
    """A page in which all the words stand, and the words around the first of them."""

    page: ManualPage
    around: str


def read_page(name: str, text: str) -> ManualPage:
    """Return a page as its text says it."""
    title, _, rest = text.strip().partition("\n")
    return ManualPage(name, title.removeprefix("# "), tuple(_blocks(rest.splitlines())))


def spoken(line: str) -> list[tuple[str, Tone]]:
    """Return a line as stretches of one tone."""
    parts: list[tuple[str, Tone]] = []
    at = 0
    for mark in _MARK.finditer(line):
        parts.append((line[at : mark.start()], Tone.PLAIN))
        tone = Tone.CONTROL if mark[1] is not None else Tone.TYPED
        parts.append((mark[1] or mark[2], tone))
        at = mark.end()
    parts.append((line[at:], Tone.PLAIN))
    return [part for part in parts if part[0]]


def find(pages: Sequence[ManualPage], wanted: str) -> list[Found]:
    """Return the pages in which every word stands: those with it in the title first."""
    words = wanted.casefold().split()
    found = []
    for page in pages:
        text = f"{page.title} {page.words}".casefold()
        if words and all(word in text for word in words):
            titled = sum(word in page.title.casefold() for word in words)
            found.append((-titled, Found(page, _around(page.words, words[0]))))
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


def _around(words: str, word: str) -> str:
    at = words.casefold().find(word)
    if at < 0:
        return f"{words[: 2 * _SHOWN].rpartition(' ')[0]} …"
    start = words.find(" ", at - _SHOWN) + 1 if at > _SHOWN else 0
    shown = words[start : at + _SHOWN].rpartition(" ")[0]
    return f"… {shown} …" if start else f"{shown} …"


def _readable(block: Block) -> tuple[str, ...]:
    return block.lines[1:] if block.sort is Sort.PICTURE else block.lines


def _blocks(lines: list[str]) -> Iterable[Block]:
    at = 0
    while at < len(lines):
        taken, block = _next(lines[at:])
        if block is not None:
            yield block
        at += taken


def _next(lines: list[str]) -> tuple[int, Block | None]:
    first = lines[0]
    if not first.strip() or first.startswith("<!--"):
        return 1, None
    if first.strip().startswith(_FENCE):
        return _code(lines)
    if first.startswith("    ") and not _STEP.match(first.strip()):
        return 1, Block(Sort.CODE, (first.strip(),))
    if first.startswith("## "):
        return 1, Block(Sort.HEADING, (first[3:],))
    if (picture := _PICTURE.fullmatch(first)) is not None:
        return 1, Block(Sort.PICTURE, (picture["name"], picture["caption"]))
    return _words(lines)


def _words(lines: list[str]) -> tuple[int, Block]:
    """Take lines up to the next empty one; a list is taken whole, a paragraph is one line."""
    sort = Sort.WORDS
    if _STEP.match(lines[0]):
        sort = Sort.STEPS
    elif lines[0].startswith("- "):
        sort = Sort.POINTS
    items: list[str] = []
    for taken, line in enumerate(lines):
        begins = _STEP.match(line) or line.startswith("- ")
        if not line.strip() or line.startswith(("    ", "## ", _FENCE, "<!--")):
            return taken, Block(sort, tuple(items))
        if sort is Sort.WORDS or not begins:
            items = [*items[:-1], f"{items[-1]} {line.strip()}"] if items else [line.strip()]
        else:
            items.append(line.partition(" ")[2])
    return len(lines), Block(sort, tuple(items))


def _code(lines: list[str]) -> tuple[int, Block]:
    end = next((at for at, line in enumerate(lines[1:], 1) if _FENCE in line), len(lines) - 1)
    return end + 1, Block(Sort.CODE, tuple(lines[1:end]))
