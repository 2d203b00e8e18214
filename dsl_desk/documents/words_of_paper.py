"""Words on paper: titles, headings and what was written; the one door they all go through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from reportlab.platypus import Paragraph, Spacer
from typing_extensions import override

from dsl_desk.documents.fonts import BOLD, REGULAR, SERIF, SERIF_BOLD
from dsl_desk.documents.headings import Heading
from dsl_desk.documents.laid import Laid
from dsl_desk.documents.shaping import ShapedWords
from dsl_desk.documents.sheet import INK, Counted
from dsl_desk.documents.styles import (
    FACT,
    LABEL,
    PLAIN,
    SAID,
    SECTION,
    TITLE,
    UNDER,
    WORDS,
)
from dsl_desk.domain.cover import NO_COVER

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Flowable

    from dsl_desk.documents.fonts import Typefaces
    from dsl_desk.domain.cover import Cover

_ABOVE_TITLE: Final = 8.0
_RULE_WIDTH: Final = 2.0
_ROOM_BELOW: Final = 56.0  # a heading never stands alone at the foot of a page


class Quoted(Laid):
    """Words as they were written, with a rule beside them on every page they flow over."""

    @override
    def draw(self) -> None:
        self.canv.saveState()
        self.canv.setStrokeColor(INK)
        self.canv.setLineWidth(_RULE_WIDTH)
        self.canv.line(_RULE_WIDTH / 2, 0, _RULE_WIDTH / 2, self.height)
        self.canv.restoreState()
        super().draw()


class Section(Heading, Paragraph):
    """A numbered heading: it stands in the list of contents that readers show beside the page."""

    def __init__(self, markup: str, style: ParagraphStyle, words: str, level: int = 0) -> None:
        super().__init__(markup, style)
        self._words, self._level = words, level
        self.room: Callable[[], float] = lambda: _ROOM_BELOW

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        width, height = super().wrap(availWidth, availHeight)
        # Too near the foot of a page it says that it is too tall, and begins the next one.
        fits = availHeight >= height + self.getSpaceAfter() + self.room()
        return width, height if fits else availHeight + 1

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        return []

    @override
    def draw(self) -> None:
        place = f"s{id(self)}-{self.canv.getPageNumber()}"
        self.canv.bookmarkHorizontal(place, 0, self.height)
        self.canv.addOutlineEntry(self._words, place, self._level)
        if isinstance(self.canv, Counted):
            self.canv.note_place(self._words)
        super().draw()


class Words:
    """Turns words into pieces of paper.

    All words are covered, escaped and made visible here: nobody who is covered gets past.
    """

    def __init__(self, typefaces: Typefaces, cover: Cover = NO_COVER) -> None:
        self._typefaces = typefaces
        self._cover = cover
        self.heard: list[str] = []  # every word that came here, for whoever asks who is named

    def title(self, words: str, under: str) -> list[Flowable]:
        """Return the title of the paper and the line under it."""
        return [Spacer(1, _ABOVE_TITLE), self._line(words, TITLE), self._line(under, UNDER)]

    def chapter(self, words: str, under: str) -> list[Flowable]:
        """Return the title of a part of a long paper and the line under it."""
        seen = self._seen(words, SERIF_BOLD)
        title = Section(self._safe(words, TITLE.fontName), TITLE, seen)
        return [Spacer(1, _ABOVE_TITLE), title, self._line(under, UNDER)]

    def section(self, number: int, words: str, level: int = 0) -> Flowable:
        """Return a numbered heading."""
        quiet = f'<font name="{REGULAR}">{number}</font>'
        seen = self._seen(words, BOLD)
        return Section(
            f"{quiet} &nbsp; {self._safe(words, BOLD)}", SECTION, f"{number} {seen}", level
        )

    def plain(self, words: str) -> Flowable:
        """Return a line as it is."""
        return self._line(words, PLAIN)

    def said(self, *paragraphs: str) -> list[Flowable]:
        """Return what is told to whoever reads it, paragraph by paragraph."""
        return [Spacer(1, 5), *(self._line(words, SAID) for words in paragraphs)]

    def strong(self, words: str) -> Flowable:
        """Return a line that stands out."""
        return self._line(words, FACT)

    def small(self, words: str) -> Flowable:
        """Return a small quiet line, such as who says what follows."""
        return self._line(words, LABEL)

    def quoted(self, words: str) -> list[Flowable]:
        """Return words as they were written, line by line."""
        self.heard.append(words)
        covered = self._cover.words(words)  # as a whole: a name may stand on two lines
        return [self._quote(line) for line in covered.split("\n")]

    def _quote(self, line: str) -> Flowable:
        if self._typefaces.is_complex(line):
            seen = self._seen(line, SERIF, shaped=True)
            return ShapedWords(seen, WORDS, self._typefaces, ruled=True)
        self.heard.append(line)
        return Quoted(lambda: self._markup(line, SERIF) or "&nbsp;", WORDS)

    def _line(self, words: str, style: ParagraphStyle) -> Flowable:
        self.heard.append(words)
        if self._typefaces.is_complex(words):
            seen = self._seen(words, style.fontName, shaped=True)
            return ShapedWords(seen.replace("\t", "    "), style, self._typefaces)
        return Laid(lambda: self._markup(words, style.fontName), style)

    def _seen(self, words: str, face: str, *, shaped: bool = False) -> str:
        """Return words as they will stand there; covered again where signs became codes."""
        seen = self._typefaces.visible(self._cover.words(words), face, shaped=shaped)
        return self._cover.words(seen)

    def _safe(self, words: str, face: str) -> str:
        self.heard.append(words)
        return self._markup(words, face)

    def _markup(self, words: str, face: str) -> str:
        """Return what the printer reads: covered, visible, and nobody's words taken for orders."""
        runs = self._typefaces.runs(self._seen(words, face), face)
        seen = "".join(_marked(run, other, face) for other, run in runs)
        # The printer would run spaces together; somebody's own spacing is kept.
        return seen.replace("\t", "    ").replace("  ", "&nbsp; ").replace("\n", "<br/>")


def _marked(words: str, face: str, usual: str) -> str:
    seen = escape(words)
    return seen if face == usual else f'<font name="{face}">{seen}</font>'
