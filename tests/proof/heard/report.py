"""docs/accessibility.md, made of what the last full run found. Nobody types a figure."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any, Final

from tests.proof import figures

PAGE: Final = Path(__file__).parents[3] / "docs" / "accessibility.md"
FOLDER: Final = Path(__file__).parent / "found"

_KEYS: Final = ("tab",)  # Orca tells each key that is pressed
# Where Tab has nowhere to go on to, and why that is right.
ONE_STOP: Final = {
    "18-palette": "the arrow keys go through what is offered, Esc leaves",
    "53-palette-found": "the arrow keys go through what was found, Esc leaves",
    "06c-note-left": "one button; the code beside it is read out, not worked",
}
# Samples of every part in columns of many heights, for whoever builds: the one step it has upwards
# goes from the end of a sample to the next one, which lies beside it.
SAMPLES: Final = "90-gallery"
_HEAD: Final = """# What a screen reader is told

This page is written by `python -m tests.proof.readers full`, a part of `python3 installer proof`;
nobody types a figure. The program runs on a virtual screen; a second process reads every page of
the tour over AT-SPI on a private D-Bus, as a screen reader does, and goes through it with Tab.
`python3 installer test` reads the first pages so, and seven planted faults, each of which must be
found: a control without a name, a choice named by its own question, Tab against the order of
reading, Tab against the order in which the page is told, a pick that does not say what it asks,
one that does not say what is chosen in it, and a field that never lets go of Tab.

Every control has a name and a role. A value is asked of what has one: a field tells its text, a
pick what is chosen, a choice or a tick whether it is on, a bar how far it is. Qt tells a pick on
Linux under the words that are chosen in it; its question is the label it is tied to, or its
description. A description is told where the name alone does not say it: what
a hint or an error says beside a field, what a button shows or opens. It is not told where it would
be said again and again: a question with many ticks is the name of the group they are in, and is
heard once, on the way in.

What it cannot show: NVDA, JAWS and Narrator on Windows, which speak UI Automation and not AT-SPI.
Those are for a person with Windows.

"""


def keep(what: str, found: list[dict[str, Any]]) -> None:
    """Keep what a full run found, beside the proof."""
    FOLDER.mkdir(exist_ok=True)
    text = json.dumps(found, indent=1, ensure_ascii=False)
    (FOLDER / f"{what}.json").write_text(f"{text}\n", "utf-8")


def kept(what: str) -> list[dict[str, Any]]:
    """Return it."""
    found: list[dict[str, Any]] = json.loads((FOLDER / f"{what}.json").read_text("utf-8"))
    return found


def write_page() -> None:
    """Make the page anew."""
    PAGE.write_text(page(), "utf-8")


def page() -> str:
    """Return the page as what is kept makes it."""
    pages, stories = kept("pages"), kept("stories")
    return "".join((_HEAD, _of_all(pages), _each(pages), *(_story(one) for one in stories)))


def _of_all(pages: list[dict[str, Any]]) -> str:
    roles: Counter[str] = Counter()
    for one in pages:
        roles.update(one["roles"])
    counted = ", ".join(f"{count:,} {role}" for role, count in roles.most_common())
    lines = (
        ("pages read", len(pages)),
        ("nodes on them", _sum(pages, "nodes")),
        ("controls on them", _sum(pages, "controls")),
        ("controls with a description besides", _sum(pages, "described")),
        ("controls without a name", _count(pages, "unnamed")),
        (
            "choices named by their question, and names with markup in them",
            _count(pages, "misnamed"),
        ),
        ("fields, picks, choices, ticks and bars without a value", _count(pages, "worthless")),
        ("steps of Tab", _sum(pages, "tabs")),
        ("steps against the order of reading", _count(pages, "backwards")),
        ("steps against the order in which the page is told", _count(pages, "otherwise")),
    )
    rows = "".join(f"| {what} | {count:,} |\n" for what, count in lines)
    state = f"\nOf commit {figures.commit()}. By role: {counted}.\n"
    why = (
        "\nA step is against the order of reading if it goes up without going on to a next column, "
        "or left within a row; against the telling, if it comes to something that is told before "
        "what it left. The gallery of samples, which no DSL sees, lies in columns of many heights: "
        "a step there may go up to the sample beside it.\n"
    )
    stuck = "".join(f"- {name}: {reason}\n" for name, reason in ONE_STOP.items())
    why += f"\nTab comes round everywhere but on these pages, which have one stop:\n\n{stuck}"
    return f"| what | how many |\n|---|---|\n{rows}{state}{why}"


def _each(pages: list[dict[str, Any]]) -> str:
    head = "\n| page | nodes | controls | steps of Tab | without a name | against the order |\n"
    rows = (
        f"| {one['name']} | {one['nodes']} | {one['controls']} | {one['tabs']} "
        f"| {len(one['unnamed']) + len(one['misnamed'])} | {len(one['backwards'])} |\n"
        for one in pages
    )
    return f"\n## Every page\n{head}|---|---|---|---|---|---|\n{''.join(rows)}"


def _story(story: dict[str, Any]) -> str:
    state = f"At its end it said “{story['heard']}”."
    if story["wrong"]:
        state = f"**It did not come to its end**: {story['wrong'].splitlines()[0]}"
    done = "".join(f"1. {line}\n" for line in story["done"])
    head = f"\n## {story['name']}, over AT-SPI alone\n\nBy {story['who']}. {state}\n\n{done}"
    if not story["orca"]:
        return head
    said = "\n".join(line for line in story["orca"] if line.strip() not in _KEYS)
    told = f"{len(said.splitlines())} lines, going by Tab; keys it echoed are left out"
    return f"{head}\nWhat Orca said meanwhile ({told}):\n\n```text\n{said}\n```\n"


def _sum(pages: list[dict[str, Any]], what: str) -> int:
    return sum(one[what] for one in pages)


def _count(pages: list[dict[str, Any]], what: str) -> int:
    return sum(len(one[what]) for one in pages)
