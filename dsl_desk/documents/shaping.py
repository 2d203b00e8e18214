"""Words whose letters are joined or run from right to left: laid out line by line.

Lines are broken in the order of reading, each is put in the order of sight, and its signs carry
the words they stand for, so that whoever copies them out of a paper reads what was written.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from bidi import algorithm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfbase.ttfonts import ShapedStr, shapeStr
from reportlab.platypus import Flowable
from typing_extensions import override

from dsl_desk.documents.scripts import ARABIC

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.lib.styles import ParagraphStyle

    from dsl_desk.documents.fonts import Typefaces

_MIRRORED: Final = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_THOUSAND: Final = 1000
_RULE: Final = 2.0
_LONGEST_WORD: Final = 12


@dataclass(frozen=True)
class Run:
    """A stretch of one line in one face and one direction, as it is drawn."""

    face: str
    drawn: str
    width: float


class ShapedWords(Flowable):
    """Words in any alphabet we have a face for. `ruled`: a rule stands beside them."""

    def __init__(
        self, words: str, style: ParagraphStyle, typefaces: Typefaces, *, ruled: bool = False
    ) -> None:
        super().__init__()
        self._words, self._style, self._typefaces, self._ruled = words, style, typefaces, ruled
        self.style = style  # the printer asks it for the room above and below
        self._level = _level_of(words)
        self._lines: list[str] = []
        self._wide = -1.0  # how wide the lines are that it has

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        if self._wide != availWidth:
            self._lines = list(self._broken(availWidth - self._style.leftIndent))
        self.width = self._wide = availWidth
        self.height = len(self._lines) * self._style.leading
        return availWidth, self.height

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        self.wrap(availWidth, availHeight)
        fit = int(availHeight / self._style.leading)
        if fit < 1 or fit >= len(self._lines):
            return [] if fit < 1 else [self]
        return [self._part(self._lines[:fit]), self._part(self._lines[fit:])]

    def draw(self) -> None:
        """Draw it: reportlab calls this with the paper under it."""
        paper, style = self.canv, self._style
        if self._ruled:
            paper.setStrokeColor(style.textColor)
            paper.setLineWidth(_RULE)
            paper.line(_RULE / 2, 0, _RULE / 2, self.height)
        level = self._level
        for number, line in enumerate(self._lines):
            runs = self._runs(line, level)
            width = sum(run.width for run in runs)
            left = self.width - width if level else style.leftIndent
            top = self.height - number * style.leading - style.fontSize
            self._draw_line(line, runs, left, top)

    def _part(self, lines: list[str]) -> ShapedWords:
        """Return some of the lines, as they were broken; they begin on the side of the whole."""
        part = ShapedWords("\n".join(lines), self._style, self._typefaces, ruled=self._ruled)
        part._lines, part._wide, part._level = lines, self._wide, self._level
        return part

    def _draw_line(self, line: str, runs: list[Run], left: float, baseline: float) -> None:
        spelled = ("\ufeff" + line).encode("utf-16-be").hex()
        code: list[str] = vars(self.canv)["_code"]  # the printer has no other door for marks
        code.append(f"/Span <</ActualText <{spelled}>>> BDC")
        for run in runs:
            text = self.canv.beginText(left, baseline)
            text.setFont(run.face, self._style.fontSize)
            text.setFillColor(self._style.textColor)
            text.textOut(run.drawn)
            self.canv.drawText(text)
            left += run.width
        code.append("EMC")

    def _broken(self, room: float) -> Iterator[str]:
        """Return lines in the order of reading, none wider than the room."""
        for paragraph in self._words.split("\n"):
            line = ""
            for before, piece in _tokens(paragraph):
                longer = f"{line}{before}{piece}" if line else piece
                if line and self._width(longer) > room:
                    yield line
                    longer = piece
                line = longer
            yield line

    def _width(self, line: str) -> float:
        return sum(run.width for run in self._runs(line, 0))

    def _runs(self, line: str, level: int) -> list[Run]:
        """Return a line as it is seen, from left to right."""
        stretches: list[tuple[int, str, str]] = []
        for sign, sign_level in _levels(line, level):
            face = self._typefaces.runs(sign, self._style.fontName)[0][0]
            if stretches and stretches[-1][:2] == (sign_level, face):
                stretches[-1] = (sign_level, face, stretches[-1][2] + sign)
            else:
                stretches.append((sign_level, face, sign))
        return [self._run(*one) for one in _in_sight(stretches)]

    def _run(self, level: int, face: str, words: str) -> Run:
        size = self._style.fontSize
        if level % 2 and face != ARABIC:
            words = words[::-1].translate(_MIRRORED)
        drawn = shapeStr(words, face, size)
        if isinstance(drawn, ShapedStr):
            advance = sum(one.x_advance for one in vars(drawn)["__shapeData__"])
            return Run(face, drawn, advance * size / _THOUSAND)
        return Run(face, drawn, stringWidth(drawn, face, size))


def _tokens(paragraph: str) -> Iterator[tuple[str, str]]:
    """Return words, with the space before each; a long one in pieces that any line has room for."""
    for word in paragraph.split(" "):
        for at in range(0, max(len(word), 1), _LONGEST_WORD):
            yield ("" if at else " "), word[at : at + _LONGEST_WORD]


def _level_of(words: str) -> int:
    return int(algorithm.get_base_level(words) or 0)


def _levels(line: str, level: int) -> list[tuple[str, int]]:
    """Return each sign of a line with its level of embedding, as Unicode's rules have it."""
    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"] = level
    storage["base_dir"] = "LR"[level]
    algorithm.get_embedding_levels(line, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    return [(one["ch"], one["level"]) for one in storage["chars"]]


def _in_sight(stretches: list[tuple[int, str, str]]) -> list[tuple[int, str, str]]:
    """Return stretches in the order in which they are seen (rule L2)."""
    seen = list(stretches)
    highest = max((level for level, _face, _words in seen), default=0)
    for level in range(highest, 0, -1):
        at = 0
        while at < len(seen):
            end = at
            while end < len(seen) and seen[end][0] >= level:
                end += 1
            seen[at:end] = reversed(seen[at:end])
            at = end + 1
    return seen
