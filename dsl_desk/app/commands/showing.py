"""`gallery`, `tour`, `demo`, `bench`: they need Qt, loaded when one of them is answered."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from dsl_desk.app import quick_qt
from dsl_desk.app.command import Command, a_parser
from dsl_desk.app.commands.answering import answered
from dsl_desk.app.commands.sitting_down import ask_who, passphrase_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence


def _gallery_parser() -> argparse.ArgumentParser:
    parser = a_parser("gallery", "Show every part the pages are made of, in a window.", "gallery")
    parser.add_argument("look", nargs="?", choices=["light", "dark"], help="in which look")
    return parser


def _gallery(words: Sequence[str]) -> int:
    _gallery_parser().parse_args(list(words))
    quick_qt.load()
    from dsl_desk.app.gallery import gallery  # noqa: PLC0415 - Qt only where it is needed

    return gallery(list(words))


def _tour_parser() -> argparse.ArgumentParser:
    about = "Walk through every page of the real app, with nobody watching, and take its pictures."
    parser = a_parser("tour", about, "tour out/tour")
    parser.add_argument("folder", type=Path, metavar="OUT", help="where the pictures go")
    return parser


def _tour(words: Sequence[str]) -> int:
    _tour_parser().parse_args(list(words))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    quick_qt.load()
    from dsl_desk.app.tour.command import tour  # noqa: PLC0415 - Qt only where it is needed

    return tour(list(words))


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
