"""Words on paper that are taken apart into lines once, and only when their page is being drawn.

The printer takes the same words apart each time it asks how tall they are, and again what is left
of them on every page they go over. Whoever waits for the first page waits for no other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.platypus import Paragraph
from reportlab.platypus.doctemplate import LayoutError
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Flowable


class Laid(Paragraph):
    """A paragraph. Its words are made, covered and read when somebody first asks how tall it is."""

    def __init__(
        self,
        words: str | Callable[[], str] | None,
        style: ParagraphStyle,
        **parts: Any,  # noqa: ANN401 the printer's own, when it takes a paragraph in two
    ) -> None:
        self._words: Callable[[], str] | None = None
        self._wide = -1.0  # how wide the lines are that it has
        self._is_part = False
        if callable(words):
            self._words = words
            self.style = style  # the printer asks it for the room above and below
        else:
            super().__init__(words or "", style, **parts)

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        if self._words is not None:
            words, self._words = self._words, None
            super().__init__(words(), self.style)
        if self._wide != availWidth:
            if self._is_part:  # its words are in its lines only, and would be lost
                raise LayoutError(self.identity())
            super().wrap(availWidth, availHeight)
            self._wide = availWidth
        return self.width, self.height

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        self.wrap(availWidth, availHeight)
        fit = int(availHeight / self.style.leading)
        if fit >= len(self.blPara.lines):
            return [self]
        # One line alone at the foot of a page belongs on the next.
        return [self._part(0, fit), self._part(fit, None)] if fit > 1 else []

    def _part(self, first: int, end: int | None) -> Laid:
        """Return some of the lines, as they were made when all of the words were taken apart."""
        part = type(self)(None, self.style, frags=[])
        part.keep(self.blPara.clone(lines=self.blPara.lines[first:end]), self._wide)
        return part

    def keep(self, lines: Any, wide: float) -> None:  # noqa: ANN401 the printer's own
        """Have these lines, so wide, and no other words."""
        self.blPara, self._is_part = lines, True
        self.width = self._wide = wide
        self.height = len(lines.lines) * self.style.leading
