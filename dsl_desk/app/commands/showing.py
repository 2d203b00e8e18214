"""`gallery`, `tour`, `demo`, `bench`: they need Qt, loaded when one of them is answered."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dsl_desk.app import quick_qt
from dsl_desk.app.command import NOT_ASKED, Command, a_parser
from dsl_desk.app.commands.answering import answered
from dsl_desk.app.commands.sitting_down import ask_who, at_the_door, passphrase_of
from dsl_desk.app.tour.choices import LOOKS, SIZES

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence


_NO_SCREEN: Final = "There is no screen here. Take a picture of it with --picture FILE.png.\n"


def _gallery_parser() -> argparse.ArgumentParser:
    about = (
        "Show every part the pages are made of, in every state, in a window; or take its picture, "
        "as long as it is, where nobody watches."
    )
    parser = a_parser("gallery", about, "gallery dark --picture out/gallery.png")
    parser.add_argument("look", nargs="?", choices=LOOKS, help="in which look")
    parser.add_argument("--picture", type=Path, metavar="FILE.png", help="a picture, and no window")
    return parser


def _gallery(words: Sequence[str]) -> int:
    asked = _gallery_parser().parse_args(list(words))
    if asked.picture is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    elif not _has_screen():
        sys.stderr.write(_NO_SCREEN)
        return NOT_ASKED
    quick_qt.load()
    from dsl_desk.app.gallery import gallery  # noqa: PLC0415 - Qt only where it is needed

    return gallery(asked)


def _has_screen() -> bool:
    """Tell whether a window can be shown: without a screen Qt would end the program, unasked."""
    told = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in told)


_OF_THE_TOUR: Final = """\
Walk through every page of the real app, with nobody watching, and take its pictures:
light and dark, at two sizes, with a page that shows them side by side. Takes two minutes;
less with one look or one size. The vault it walks through is made for it and thrown away.
With --vault, what a member finds in a training vault that stands: every place of the
rail, Insights as pictures and as tables, and one record of each kind. Opening them is
written down there, as always. A vault that is none for training is refused, since a
picture is not sealed."""


def _tour_parser() -> argparse.ArgumentParser:
    example = 'tour out/tour --vault training --as "Maya Fernsby" --look dark'
    parser = a_parser("tour", _OF_THE_TOUR, example)
    parser.add_argument("folder", type=Path, metavar="OUT", help="where the pictures go")
    parser.add_argument("--look", choices=LOOKS, help="in one look only")
    parser.add_argument("--size", choices=SIZES, help="at one size only")
    parser.add_argument("--vault", type=Path, metavar="DIR", help="a training vault that stands")
    ask_who(parser, needed=False)
    return parser


def _tour(words: Sequence[str]) -> int:
    parser = _tour_parser()
    asked = parser.parse_args(list(words))
    if (asked.vault is None) != (asked.name is None):
        parser.error("--vault and --as belong together: whose desk of which vault")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    quick_qt.load()
    from dsl_desk.app.tour.command import tour  # noqa: PLC0415 - Qt only where it is needed

    return answered(lambda asked: tour(asked, lambda: at_the_door(asked.vault, asked)), asked)


def _demo_parser() -> argparse.ArgumentParser:
    from dsl_desk.app.demo.asking import parser  # noqa: PLC0415 - reads the policies

    return parser()


def _demo(words: Sequence[str]) -> int:
    asked = _demo_parser().parse_args(list(words))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # it draws pictures, and shows none
    quick_qt.load()
    from dsl_desk.app.demo.command import demo  # noqa: PLC0415 - Qt only where it is needed

    return demo(asked)


def _bench_parser() -> argparse.ArgumentParser:
    about = (
        "Make training vaults of several sizes, measure the services on each beside a floor of the "
        "same run, and write what was found. Takes minutes; the vaults are thrown away. What "
        "OUT.json holds of other sizes stays in it. With --vault, a training vault that stands is "
        "measured instead, and what is measured is written into it."
    )
    parser = a_parser("bench", about, "bench out/bench.json --sizes 1000 10000")
    parser.add_argument("out", type=Path, metavar="OUT.json", help="where the figures go")
    parser.add_argument(
        "--sizes",
        type=int,
        nargs="+",
        default=[1_000, 10_000, 100_000],
        metavar="ENTRIES",
        help="how many entries (1000 10000 100000, if left out)",
    )
    parser.add_argument(
        "--on", type=Path, metavar="DIR", help="in which folder; else a temporary one"
    )
    parser.add_argument("--vault", type=Path, metavar="DIR", help="a training vault that stands")
    ask_who(parser, needed=False)
    return parser


def _bench(words: Sequence[str]) -> int:
    asked = _bench_parser().parse_args(list(words))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    quick_qt.load()
    from dsl_desk.app.bench.command import bench  # noqa: PLC0415 - Qt only where it is needed

    def measure(asked: argparse.Namespace) -> int:
        return bench(asked, lambda: passphrase_of(asked.passphrase_file, asked.name))

    return answered(measure, asked)


BENCH = Command("bench", "measure how fast it is, at several sizes", _bench_parser, _bench)
DEMO = Command("demo", "make a training vault to try things in", _demo_parser, _demo)
GALLERY = Command("gallery", "show the parts the pages are made of", _gallery_parser, _gallery)
TOUR = Command("tour", "take pictures of every page", _tour_parser, _tour)
