"""What `tour` can be asked: where to, in which look and size, and whether in a training vault."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from dsl_desk.app.command import a_parser
from dsl_desk.app.commands.sitting_down import ask_who

if TYPE_CHECKING:
    import argparse

LOOKS: Final = ("light", "dark")
SIZES: Final = ("1366x768", "1024x640")
_ABOUT: Final = """\
Walk through every page of the real app, with nobody watching, and take its pictures:
light and dark, at two sizes, with a page that shows them side by side. Takes two minutes;
less with one look or one size. The vault it walks through is made for it and thrown away.
With --vault, what a member finds in a training vault that stands: every place of the
rail, Insights as pictures and as tables, and one record of each kind. Opening them is
written down there, as always. A vault that is none for training is refused, since a
picture is not sealed."""


def parser() -> argparse.ArgumentParser:
    """Return what `tour` can be asked."""
    example = 'tour out/tour --vault training --as "Maya Fernsby" --look dark'
    parser = a_parser("tour", _ABOUT, example)
    parser.add_argument("folder", type=Path, metavar="OUT", help="where the pictures go")
    parser.add_argument("--look", choices=LOOKS, help="in one look only")
    parser.add_argument("--size", choices=SIZES, help="at one size only")
    parser.add_argument("--vault", type=Path, metavar="DIR", help="a training vault that stands")
    ask_who(parser, needed=False)
    return parser
