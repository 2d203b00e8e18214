"""Three stories, told by nobody but a screen reader's hands: the real program, over AT-SPI alone.

`python -m tests.proof.heard.stories FOLDER OUT.json`, in a session of its own: makes a training
vault, starts the program on it, unlocks it, and does each story. Nothing is pressed or typed by
hand; the bus does it, and what the program says next is waited for.
"""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.proof.heard.bus import Bus
from tests.proof.heard.hands import Hands
from tests.proof.heard.orca import listening

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.proof.heard.orca import Ears

MAYA, HESTER = "Maya Fernsby", "Hester Winterbourne"
_ROLES: Final = {MAYA: "Designated Safeguarding Lead", HESTER: "Headteacher"}


def record_a_concern(hands: Hands, _passphrase: str) -> str:
    """Maya writes down what a child said."""
    hands.press("Record a concern", "push button")
    hands.write("Who is it about?", "Wren Tamarisk")
    hands.write("Who told you?", "Lena Harebell, class teacher")
    hands.press("Yes", "radio button")
    hands.write("What was said or posted, word for word", "“nobody wants u on the residential.”")
    hands.press("Record concern")
    return hands.hear("version 1").name


def review_a_declaration(hands: Hands, passphrase: str) -> str:
    """Hester decides on the family link that waits, and signs."""
    hands.press("Declarations", "radio button")
    hands.press("Agree. No conditions")
    hands.write("Your passphrase, to sign", passphrase)
    hands.press("Sign and agree")
    return hands.hear("Agreed").name


def log_a_lado_contact(hands: Hands, _passphrase: str) -> str:
    """Hester rings the LADO again, and writes down the advice."""
    hands.press("Adults", "radio button")
    hands.press("Open AL-2026-002", "push button")
    hands.write("Who did you speak to?", "Ruth Saltmarsh, duty LADO")
    hands.write("Advice given, word for word", "“Keep them apart, and ring me on Monday.”")
    hands.press("Log contact")
    return hands.hear("Keep them apart, and ring me on Monday").name


STORIES: Final[tuple[tuple[str, str, Callable[[Hands, str], str]], ...]] = (
    ("Record a concern", MAYA, record_a_concern),
    ("Review a declaration", HESTER, review_a_declaration),
    ("Log a contact with the LADO", HESTER, log_a_lado_contact),
)


def main(folder: Path, out: Path) -> int:
    """Make the vault, do every story, and write down how each went."""
    folder.mkdir(parents=True)
    vault = folder / "vault"
    members = _made(vault)
    told: list[dict[str, object]] = []
    for name, who, story in STORIES:
        with _program(vault):
            done, heard, wrong = _played(who, members[who], story)
        told.append({"name": name, "who": who, "done": done, "heard": heard, "wrong": wrong})
    again = _made(folder / "again")
    for one, (_name, who, story) in zip(told, STORIES, strict=True):
        # A second time for Orca's words alone: it is slow where there is much to do at once.
        with listening(folder / "orca") as ears, _program(folder / "again"):
            if ears.there:
                _played(who, again[who], story, ears)
        one["orca"] = [line for line in ears.said() if again[who] not in line]
    out.write_text(json.dumps(told, ensure_ascii=False), "utf-8")
    return 0


def _played(
    who: str, passphrase: str, story: Callable[[Hands, str], str], ears: Ears | None = None
) -> tuple[list[str], str, str]:
    hands = Hands(Bus(), ears)
    try:
        hands.press(f"{who}, {_ROLES[who]}")
        hands.write("Passphrase", passphrase)
        hands.press("Unlock", "push button")
        hands.find("What do you want to do?", "push button")
        heard = story(hands, passphrase)
    except AssertionError as nothing:
        return hands.done, "", str(nothing)
    finally:
        hands.hang_up()
    shown = [one.replace(passphrase, "(their passphrase)") for one in hands.done]
    return shown, heard, ""


def _made(vault: Path) -> dict[str, str]:
    asked = [sys.executable, "-m", "dsl_desk", "demo", str(vault)]
    made = subprocess.run(asked, capture_output=True, text=True, check=True)
    members = json.loads(made.stdout)["members"]
    return {member["name"]: member["passphrase"] for member in members}


@contextmanager
def _program(vault: Path) -> Iterator[None]:
    program = subprocess.Popen([sys.executable, "-m", "dsl_desk", "--vault", str(vault)])
    try:
        yield
    finally:
        program.terminate()
        program.wait()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
