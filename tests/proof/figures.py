"""What a full run found, kept beside the proofs, and the page that is made of it.

Nobody types a figure: `save` is called by a run that happened, and writes the page anew.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

FOLDER = Path(__file__).parent / "figures"
PAGE = Path(__file__).parents[2] / "docs" / "proof.md"

_HEAD = """# What was proved, and how often

This page is written by the proofs themselves (`tests/proof`, run by `python3 installer proof`);
nobody types a figure. A proof runs many cases, each told by its number and a seed, so that
whatever is found can be found again. Each proof has a *planted fault* that it must catch.
`python3 installer test` runs a sample of every proof, and every planted fault, with a new seed each
time. Only full runs are counted here, and a run that was stopped says how far it
came. A commit with a `+` had changes that were not committed.

| proof | to be reached | full run | commit | cases | of | wrong | minutes | seed | what it saw |
|---|---|---|---|---|---|---|---|---|---|
"""


@dataclass
class Figures:
    """One run of one proof."""

    name: str
    claim: str
    asked: str
    seed: int
    of: int = 0
    cases: int = 0
    bad: int = 0
    seconds: float = 0.0
    wrong: list[str] = field(default_factory=list)
    facts: dict[str, int] = field(default_factory=dict)
    at: str = ""
    machine: str = ""
    commit: str = ""

    def go_on(self, before: Figures) -> None:
        """Count on from a run that was stopped."""
        if before.cases < before.of:
            self.cases, self.bad, self.seconds = before.cases, before.bad, before.seconds
            self.wrong, self.facts = list(before.wrong), dict(before.facts)

    def told(self) -> dict[str, object]:
        """Return everything as plain fields."""
        return asdict(self)


def load(name: str) -> Figures | None:
    """Return what the last full run of a proof left."""
    try:
        return Figures(**json.loads((FOLDER / f"{name}.json").read_text("utf-8")))
    except FileNotFoundError:
        return None


def save(done: Figures) -> None:
    """Keep a full run, whole or so far, and write the page anew."""
    done.at = datetime.now(UTC).isoformat(timespec="minutes")
    done.machine = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    done.commit = commit()
    FOLDER.mkdir(exist_ok=True)
    text = json.dumps(done.told(), indent=1, ensure_ascii=False)
    (FOLDER / f"{done.name}.json").write_text(f"{text}\n", "utf-8")
    write_page()


def commit() -> str:
    """Return the last commit of what is proved; `+` says that files differ from it."""
    proved = ("--", "dsl_desk", "tests/proof", ":!tests/proof/figures")
    last = _git("log", "-1", "--format=%h", "--abbrev=10", *proved)
    return last + ("+" if _git("status", "--porcelain", *proved) else "")


def _git(*words: str) -> str:
    asked = ("git", "--no-optional-locks", *words)
    top = Path(__file__).parents[2]
    # A proof may watch what its own processes write; git is none of them.
    ours = {name: value for name, value in os.environ.items() if name != "LD_PRELOAD"}
    told = subprocess.run(asked, cwd=top, env=ours, capture_output=True, text=True, check=False)
    return told.stdout.strip()


def write_page() -> None:
    """Make docs/proof.md from what is kept."""
    PAGE.write_text(page(), "utf-8")


def page() -> str:
    """Return docs/proof.md as the kept figures make it."""
    runs = [load(file.stem) for file in sorted(FOLDER.glob("*.json"))]
    lines = [_HEAD, *(_line(run) for run in runs if run is not None)]
    machines = sorted({run.machine for run in runs if run is not None})
    if machines:
        lines.append(f"\nRun on: {'; '.join(machines)}, in memory, two cores shared with others.\n")
    wrong = [f"- {run.name} {one}\n" for run in runs if run is not None for one in run.wrong]
    if wrong:
        lines += ["\n## What was wrong\n", *wrong]
    return "".join(lines)


def _line(run: Figures) -> str:
    state = "whole" if run.cases >= run.of else "stopped, goes on from here"
    saw = ", ".join(f"{count:,} {fact}" for fact, count in sorted(run.facts.items()))
    cells = (
        f"{run.name}: {run.claim}",
        run.asked,
        f"{run.at}, {state}",
        run.commit,
        f"{run.cases:,}",
        f"{run.of:,}",
        f"{run.bad:,}",
        f"{run.seconds / 60:.1f}",
        str(run.seed),
        saw,
    )
    return f"| {' | '.join(cells)} |\n"
