"""What somebody hears who sees nothing: every page of the tour, read from outside over AT-SPI.

    python -m tests.proof.readers fast       the first pages, a few seconds
    python -m tests.proof.readers control    with each planted fault: each must be found
    python -m tests.proof.readers full       every page, and three stories; writes the figures and
                                             docs/accessibility.md

The program that is read runs on a virtual screen of its own, and whoever reads it is another
process, on a private D-Bus; nothing of either is shared with the desktop of this machine.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Final

from tests.proof import figures
from tests.proof.harness import DISK
from tests.proof.heard import report
from tests.proof.heard.session import run_in_a_session

# Each planted fault, what it must be found as, and what that says of it.
FAULTS: Final = {
    "nameless": ("unnamed", "push button"),
    "question": ("misnamed", "Is it so?"),
    "backwards": ("backwards", "“No”"),
    "untold": ("otherwise", "“Yes”"),
    "unasked": ("unnamed", "combo box “One”"),
    "unchosen": ("worthless", "combo box “Is it so?”"),
    "trap": ("stuck", "text “”"),
}
_PAGES: Final = 3
_PATIENCE: Final = {"fast": 180.0, "control": 180.0, "full": 3600.0}
WRONG: Final = ("unnamed", "misnamed", "worthless", "backwards", "otherwise", "stuck")


def main(words: list[str]) -> int:
    """Answer the command line."""
    kind = words[0] if words else "fast"
    if kind == "control":
        return _controls()
    done = _read(kind)
    if kind == "full":
        _stories(done)
        figures.save(done)
    print(json.dumps(done.told()))
    return 1 if done.bad else 0


def _controls() -> int:
    missed = 0
    for fault in FAULTS:
        found_as, saying = FAULTS[fault]
        done = _read("control", fault, (found_as,))
        done.wrong = [one for one in done.wrong if saying in one]
        done.bad = len(done.wrong)
        done.claim = fault
        missed += not done.bad
        print(json.dumps(done.told()))
    return 1 if missed else 0


def _read(kind: str, planted: str = "", wrong: tuple[str, ...] = WRONG) -> figures.Figures:
    begun = time.monotonic()
    words = () if kind == "full" else (str(_PAGES), planted)
    pages = _in_a_session("walk", kind, *words)
    done = figures.Figures(
        name="readers",
        claim="a screen reader is told every control of every page, in the order of Tab",
        asked="every page of the tour over AT-SPI: no unnamed control, Tab in reading order",
        seed=0,
    )
    done.of = done.cases = len(pages)
    done.wrong = [
        f"{page['name']}: {what}"
        for page in pages
        for one in wrong
        for what in page[one]
        if not _is_right(page["name"], one)
    ]
    done.bad = len(done.wrong)
    done.facts = {
        "controls named": sum(page["controls"] for page in pages),
        "nodes read": sum(page["nodes"] for page in pages),
        "steps of Tab": sum(page["tabs"] for page in pages),
    }
    done.seconds = time.monotonic() - begun
    if kind == "full":
        report.keep("pages", pages)
    return done


def _is_right(page: str, wrong: str) -> bool:
    """Whether what would be wrong elsewhere is right on this page; the page about it says why."""
    if wrong == "stuck":
        return page in report.ONE_STOP
    return wrong == "backwards" and page == report.SAMPLES


def _stories(done: figures.Figures) -> None:
    told = _in_a_session("stories", "full")
    report.keep("stories", told)
    report.write_page()
    failed = [
        f"{story['name']}: {story['wrong'].splitlines()[0]}" for story in told if story["wrong"]
    ]
    done.wrong += failed
    done.bad += len(failed)
    done.cases, done.of = done.cases + len(told), done.of + len(told)
    done.facts["stories over AT-SPI alone"] = len(told) - len(failed)


def _in_a_session(what: str, kind: str, *words: str) -> list[dict[str, Any]]:
    base = DISK if DISK.is_dir() else None
    ground = Path(tempfile.mkdtemp(prefix="dsl-desk-readers-", dir=base))
    try:
        out = ground / "out.json"
        asked = (f"tests.proof.heard.{what}", str(ground / "ground"), str(out), *words)
        ran = run_in_a_session(ground / "home", *asked, patience=_PATIENCE[kind])
        if not out.exists() or ran.returncode:
            sys.exit(f"{what} did not come to its end ({ran.returncode}): {ran.stdout[-2000:]}")
        found: list[dict[str, Any]] = json.loads(out.read_text("utf-8"))
        return found
    finally:
        shutil.rmtree(ground, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
