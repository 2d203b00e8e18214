"""How words are set on paper: one style for each thing a paper says."""

from __future__ import annotations

from typing import Final

from reportlab.lib.styles import ParagraphStyle

from dsl_desk.documents.fonts import BOLD, MONO, REGULAR, SERIF, SERIF_BOLD
from dsl_desk.documents.sheet import INK, QUIET

TITLE: Final = ParagraphStyle("title", fontName=SERIF_BOLD, fontSize=21, leading=26, textColor=INK)
UNDER: Final = ParagraphStyle(
    "under", fontName=REGULAR, fontSize=10, leading=14, textColor=QUIET, spaceAfter=10
)
LABEL: Final = ParagraphStyle("label", fontName=REGULAR, fontSize=8.5, leading=13, textColor=QUIET)
FACT: Final = ParagraphStyle("fact", fontName=BOLD, fontSize=9, leading=13, textColor=INK)
PLAIN: Final = ParagraphStyle("plain", fontName=REGULAR, fontSize=9, leading=13, textColor=INK)
PRINT: Final = ParagraphStyle("print", fontName=MONO, fontSize=8.5, leading=13, textColor=INK)
SECTION: Final = ParagraphStyle(
    "section",
    fontName=BOLD,
    fontSize=9.8,
    leading=14,
    textColor=INK,
    spaceBefore=14,
    spaceAfter=5,
)
WORDS: Final = ParagraphStyle(
    "words", fontName=SERIF, fontSize=11.5, leading=17, textColor=INK, leftIndent=12
)
BOXED: Final = ParagraphStyle("boxed", fontName=BOLD, fontSize=11, leading=15, textColor=INK)
WORDS_PLAIN: Final = ParagraphStyle(
    "words-plain", fontName=SERIF, fontSize=10.5, leading=15, textColor=INK
)
SAID: Final = ParagraphStyle(
    "said", fontName=REGULAR, fontSize=9.5, leading=14, textColor=INK, spaceAfter=4
)
