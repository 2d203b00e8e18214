"""Makes the frozen vault of this version: `python -m tests.migrations.freeze`, once per release.

A frozen vault is never made again: it is what that release wrote. Everything in it is invented, its
passphrase too, which stands in its README.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.ids import fresh_id
from dsl_desk.domain.member import Role
from dsl_desk.domain.ways_in import FirstWay, Way
from dsl_desk.keys.stretching import FLOOR
from dsl_desk.services.founding import Founder, found
from dsl_desk.services.new_doors import first_doors
from dsl_desk.services.vaults import open_desk
from tests.builders import SCHOOL, SMALL_SLOT, a_concern_draft, an_entry_id, nowhere
from tests.conftest import FONTS
from tests.fakes.clock import FakeClock
from tests.proof.ground import add_member
from tests.proof.reader import Answers, read_vault

HERE = Path(__file__).parent
NAME = "Maya Fernsby"
PASSPHRASE = "lantern orchard pebble harbour"  # noqa: S105 - of an invented vault
WORDS = (
    "“nobody wants u on the residential. just dont come.”",
    "Came in late, upset. Said: “I am not going home tonight.”\nTold Lena at once.",
    "Ffion said: « rwy'n iawn ». Second time this week.",
)
README = """# A vault as DSL Desk {version} wrote it

This is a fixture of the tests, not somebody's records. School, people and words are invented, and
so is the passphrase of {name}: `{passphrase}`. The code of the kit is `{code}`.

`records.json` says what has to be read from it. Nothing here is ever changed: a later program has
to open it as it is (`tests/migrations/test_frozen_vaults.py`).
"""


def main(version: str) -> None:
    """Make it where none stands."""
    folder = HERE / version
    folder.mkdir()
    code = _write(folder / "vault")
    for left in ("open.lock",):
        (folder / "vault" / left).unlink(missing_ok=True)
    records = list(read_vault(folder / "vault", NAME, Answers(PASSPHRASE)))
    text = json.dumps(records, indent=1, ensure_ascii=False, sort_keys=True)
    (folder / "records.json").write_text(f"{text}\n", "utf-8")
    told = README.format(version=version, name=NAME, passphrase=PASSPHRASE, code=code)
    (folder / "README.md").write_text(told, "utf-8")
    shutil.make_archive(str(folder / "vault"), "zip", folder / "vault")
    shutil.rmtree(folder / "vault")


def _write(vault: Path) -> str:
    """Write the vault, its sealed slots small; return the code of the kit."""
    clock = FakeClock()
    place = nowhere(clock)
    name = fresh_id(clock.now())
    first = FirstWay(PASSPHRASE, Way.PASSPHRASE_ALONE)
    plans, code = first_doors(first, name, place.keychain, FLOOR)
    founder = Founder(name, NAME, Role.DSL, plans, SMALL_SLOT)
    member = found(vault, SCHOOL, founder, clock)
    desk = open_desk(vault, member, founder.key, place, FONTS)
    owen, _key = add_member(desk, "Owen Larkspur", Role.DEPUTY_DSL)
    records = []
    for words in WORDS:
        clock.advance(minutes=7)
        written = desk.concerns.record(a_concern_draft(words=words), an_entry_id(clock))
        records.append(written.answer.id)
    desk.concerns.open(records[0])
    desk.concerns.make_pdf(records[-1])
    reason = "moves to another school"
    desk.members.take_back_key(owen, Compartment.CHILDREN, reason, lambda _done, _of: None)
    desk.close()
    return code


if __name__ == "__main__":
    main(sys.argv[1])
