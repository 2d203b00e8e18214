"""How long Today takes with so many entries in the registers, in time of the processor.

`python -m tests.bench.bench_registers [ENTRIES]`
"""

from __future__ import annotations

import itertools
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.registers.all import REGISTERS
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.storage.shelves.registers import rows_to_reckon
from tests.bench.big_vault import BigVault, _founded
from tests.registers import a_draft

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.services.desk import Desk

Name = RegisterName
_IN_ONE_WRITE: Final = 500
_ROUNDS: Final = 5
# Most entries of a school's registers are settled; some are not.
_MIX: Final[tuple[tuple[RegisterName, dict[str, str]], ...]] = (
    *((Name.ACKNOWLEDGEMENTS, {}),) * 6,
    *((Name.CONTACT_ATTEMPTS, {}),) * 3,
    (Name.BREACHES, {"dpo_told": "2026-11-18T09:00", "risk": "none"}),
    (Name.BREACHES, {}),
    *((Name.TAKE_DOWNS, {}),) * 2,
    *((Name.ACCOUNTS, {}),) * 3,
    *((Name.APPROVALS, {}),) * 3,
)


def filled(folder: Path, entries: int) -> BigVault:
    """Return a school with a policy and so many entries in its registers."""
    vault = _founded(folder / "vault", entries)
    desk = vault.unlock()
    desk.policy.adopt("northwood", "As the governors chose", _entry(vault))
    mix, mark = itertools.cycle(_MIX), desk.policy.mark()
    for first in range(0, entries, _IN_ONE_WRITE):
        vault.clock.advance(minutes=1)
        some = list(itertools.islice(mix, min(_IN_ONE_WRITE, entries - first)))
        for name in {name for name, _answers in some}:
            register = REGISTERS[name]
            with desk.sitting.writing(register.part, EntryClass.REGISTER) as write:
                for _same, answers in (one for one in some if one[0] is name):
                    draft = replace(a_draft(name, "", **answers), policy=mark)
                    write.record(register.kind, register.said(draft), _entry(vault))
    desk.close()
    vault.clock.advance(days=30)
    return vault


def _entry(vault: BigVault) -> EntryId:
    return EntryId(fresh_id(vault.clock.now()))


def _told(what: str, ask: Callable[[], object]) -> None:
    times, found = [], None
    for _round in range(_ROUNDS):
        begin = time.process_time()
        found = ask()
        times.append(time.process_time() - begin)
    first, rest = times[0] * 1000, statistics.median(times[1:]) * 1000
    count = len(list(found)) if isinstance(found, (list, tuple)) else ""
    print(f"{what:44} first {first:8.1f} ms, then {rest:8.1f} ms  {count}", flush=True)


def measure(desk: Desk) -> None:
    """Print how long each takes."""
    school = desk.sitting.part(Compartment.SCHOOL).database
    _told("duties of registers", lambda: list(desk.register_duties.needs()))
    _told("what registers are due", lambda: list(desk.registers.needs()))
    _told("reading the shelf alone", lambda: list(rows_to_reckon(school, list(Name))))
    _told("Today, whole", desk.today.read)


def main() -> None:
    """Make the vault, measure, and leave nothing behind."""
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        vault = filled(Path(folder), entries)
        desk = vault.unlock()
        print(f"{entries:,} entries of registers")
        measure(desk)
        desk.close()


if __name__ == "__main__":
    main()
