"""Reading a finished paper back out of its own signs, painted over or not.

A second reader beside PDFium: it follows every string that is drawn through the map by which its
font says which letters they are. Of pages and of all that is drawn on them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PAIR: Final = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_RANGE: Final = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_LISTED: Final = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*\[([^\]]*)\]")
_SHOWS: Final = frozenset({"Tj", "TJ", "'", '"'})
_DEEPEST: Final = 8
_FOUR: Final = 4


def words_in(paper: pikepdf.Pdf) -> str:
    """Return every string that is drawn anywhere in a paper, in the order of drawing."""
    return "\n".join("".join(_drawn(page.obj, 0)) for page in paper.pages)


def words_on(shape: pikepdf.Object) -> str:
    """Return every string that is drawn on one thing by itself."""
    return "".join(_drawn(shape, 0))


def _drawn(on: pikepdf.Object, depth: int) -> Iterator[str]:
    resources = on.get("/Resources", pikepdf.Dictionary())
    fonts = {name: _letters_of(font) for name, font in _each(resources, "/Font")}
    shapes = dict(_each(resources, "/XObject"))
    letters: Mapping[int, str] = {}
    for step in pikepdf.parse_content_stream(on):
        operands, name = step.operands, str(step.operator)
        if name == "Tf":
            letters = fonts.get(str(operands[0]), {})
        elif name in _SHOWS:
            yield _read(operands[-1], letters)
        elif name == "BDC":
            yield f"\n{_stands_for(operands[-1])}\n"
        elif name == "Do" and depth < _DEEPEST:
            shape = shapes.get(str(operands[0]))
            if shape is not None and shape.get("/Subtype") == "/Form":
                yield "\n"
                yield from _drawn(shape, depth + 1)
        elif name in ("T*", "Td", "TD", "Tm", "ET"):
            yield "\n"


def _stands_for(marks: object) -> str:
    """Return which words marked signs stand for."""
    told = marks.get("/ActualText") if isinstance(marks, pikepdf.Dictionary) else None
    return "" if told is None else str(told)


def _each(resources: pikepdf.Object, kind: str) -> Iterator[tuple[str, pikepdf.Object]]:
    found = resources.get(kind)
    if found is not None:
        yield from ((str(name), found[name]) for name in found.keys())  # noqa: SIM118 - a PDF dictionary, not a dict


def _read(operand: pikepdf.Object, letters: Mapping[int, str]) -> str:
    if isinstance(operand, pikepdf.Array):
        return "".join(_read(each, letters) for each in operand if isinstance(each, pikepdf.String))
    return "".join(letters.get(sign, chr(sign)) for sign in bytes(operand))


def _letters_of(font: pikepdf.Object) -> Mapping[int, str]:
    """Return which letters the signs of a font stand for, as the font itself says."""
    table = font.get("/ToUnicode")
    if table is None:
        return {}
    said = table.read_bytes()
    letters: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", said, re.DOTALL):
        letters |= {int(sign, 16): _text(to) for sign, to in _PAIR.findall(block)}
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", said, re.DOTALL):
        for first, _last, several in _LISTED.findall(block):
            each = re.findall(rb"<([0-9A-Fa-f]+)>", several)
            letters |= {int(first, 16) + at: _text(to) for at, to in enumerate(each)}
        for first, last, to in _RANGE.findall(block):
            begins, at = int(to, 16), int(first, 16)
            letters |= {sign: chr(begins + sign - at) for sign in range(at, int(last, 16) + 1)}
    return letters


def _text(digits: bytes) -> str:
    if len(digits) % _FOUR:  # the printer writes signs beyond the first 65,536 as one number
        return chr(int(digits, 16))
    return bytes.fromhex(digits.decode()).decode("utf-16-be", "replace")
