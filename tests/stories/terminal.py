"""A terminal beside a training vault: what is typed there runs as a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[2]
PROGRAM = (sys.executable, "-m", "dsl_desk")
MAYA, OWEN, ALBAN = "Maya Fernsby", "Owen Larkspur", "Alban Rushmere"
HESTER = "Hester Winterbourne"


@dataclass(frozen=True)
class Answer:
    """What a process answered."""

    code: int
    out: str
    err: str

    @property
    def facts(self) -> Any:  # noqa: ANN401 - whatever the command tells
        return json.loads(self.out)


@dataclass(frozen=True)
class Terminal:
    """A terminal beside a training vault, with each member's passphrase in a file."""

    folder: Path
    files: Mapping[str, Path]

    def ask(self, *words: object, of: str = "") -> Answer:
        who = ["--as", of, "--passphrase-file", str(self.files[of])] if of else []
        return ask(*words, *who)


def ask(*words: object) -> Answer:
    done = subprocess.run(
        [*PROGRAM, *map(str, words)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    return Answer(done.returncode, done.stdout, done.stderr)


def a_terminal(drawer: Path) -> Terminal:
    """Make a training vault in a folder, and sit down beside it."""
    made = ask("demo", drawer / "vault")
    assert (made.code, made.err) == (0, "")
    roles = {one["name"]: one["role"] for one in made.facts["members"]}
    assert roles[MAYA] == "Designated Safeguarding Lead"
    assert set(roles.values()) >= {"Deputy DSL", "Headteacher"}
    files = {}
    for one in made.facts["members"]:
        files[one["name"]] = drawer / f"{one['name']}.txt"
        files[one["name"]].write_text(f"{one['passphrase']}\n", "utf-8")
    return Terminal(Path(made.facts["vault"]), files)
