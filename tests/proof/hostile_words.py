"""Words as somebody who wants to break a paper, or somebody's keyboard, would write them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from random import Random

HIDDEN_NAME: Final = "Corin Quillfeather"  # covered on every paper, hidden in every way
_PIECES: Final = (
    '<a href="https://fernhollow.example/x">here</a>',
    '<img src="file:///etc/passwd" width="10" height="10"/>',
    "<para><b><i>never closed",
    "</para></font><super>",
    "<onDraw name='x' label='y'/><seq/>",
    "&#0; &nbsp; &lt;b&gt; &notanentity; &",
    '=HYPERLINK("https://fernhollow.example","x")',
    "+1+cmd|' /C calc'!A0",
    "@SUM(1)\t-2+3",
    ") Tj ET\n/JavaScript (app.alert(1)) >> endobj",
    "%PDF-1.7 stream endstream xref trailer <</Root 1 0 R>>",
    "\u202eesrever\u202c \u2067\u0645\u0631\u062d\u0628\u0627\u2069",
    "e\u0301\u0316\u0317\u0318\u0319" * 12,
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1ec\U0001f1e7 \u2764\ufe0f",
    "\x00\x01\x1b[31m\x7f\x85\u2028\u2029\ufeff",
    "\ud7ff\ue000\uf8ff\ufffd\U000fffff",
    "Łukasz Żółć, Siân Ŷ, Ayşegül Ğ, Nguyễn Thị Hằng",
    "\u0985\u09a8\u09a8\u09cd\u09af\u09be \u7389\u5170 \u0627\u0644\u0633\u0644\u0627\u0645",
    "\n" * 40,
    " \u00a0\u2003\u3000" * 30,
    "word " * 400,
)
_DISGUISES: Final = (
    "Corin Quillfeather",
    "CORIN QUILLFEATHER",
    "corin",
    "Quillfeather's",
    "Quillfeather, Corin",
    "corinquillfeather99",
    "corin.quillfeather@fernhollow.example",
    "Corin\u200b\u200dQuillfeather",
    "C\u00adorin Quill\u2060feather",
    "\uff23orin Quillfeather",
    "Corin\n\tQuillfeather",
    "<b>Corin</b> <i>Quillfeather</i>",
    "\u202eCorin\u202c Quillfeather",
)
_LONGEST: Final = 100_000


def hostile(random: Random, pieces: int = 6) -> str:
    """Some of it, in any order, with the hidden name in one of its disguises."""
    chosen = [random.choice(_PIECES) for _ in range(pieces)]
    chosen.insert(random.randrange(pieces), random.choice(_DISGUISES))
    if random.random() < 1 / 50:
        chosen.append(random.choice("aW\u7389<") * _LONGEST)
    return random.choice(("", " ", "\n")).join(chosen)


def hostile_line(random: Random) -> str:
    """A short one, for an answer of one line."""
    return f"{random.choice(_PIECES)[:60]}{random.choice(_DISGUISES)}"
