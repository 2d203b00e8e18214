"""Every call that writes, times every fault, times everything that writes.

For each thing one can do, its calls that write are counted first; then it is done again and
again, with each of seven faults at each of those calls. Afterwards the vault is opened by the real
services: nothing that stood there may be gone, what was said to be saved must be there, what was
said not to be saved must not be, and doing it again must leave it there once.
"""

from __future__ import annotations

import json
import os
import random
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from dsl_desk.domain.disk_errors import DiskFailedError
from dsl_desk.domain.errors import DeskError
from dsl_desk.domain.keeping_errors import FolderNotEmptyError
from tests.proof import harness
from tests.proof.disk import KILLS, Disk, Fault, load_before_all_else
from tests.proof.ground import Ground, check, contents
from tests.proof.operations import OPERATIONS, Case, Operation
from tests.proof.operations_of_copies import OF_COPIES, TWIN, TWIN_AS_MADE, live_apart
from tests.proof.operations_of_members import OF_MEMBERS, live_in

if TYPE_CHECKING:
    from dsl_desk.services.sitting import Sitting

_NEVER = 1_000_000
EVERYTHING = (*OPERATIONS, *OF_MEMBERS, *OF_COPIES)


@dataclass(frozen=True)
class Outcome:
    """What the process that did it said before its end."""

    said: bool = False
    told: str = ""
    nothing_saved: bool = False
    bug: str = ""
    counted: int = 0
    fired: bool = False


class Faults(harness.Harness):
    name: ClassVar = "faults"
    claim: ClassVar = "no failing disk loses or tears an entry, and every failure is told"
    asked: ClassVar = "every writing call x 7 faults x everything that writes: 0 lost, 0 torn"
    fast: ClassVar = 50
    control: ClassVar = 400

    @override
    def prepare(self) -> int:
        self.disk = Disk(self.ground)
        self.vault = Ground.laid(self.ground / "vault")
        desk = self.vault.unlock()
        live_in(desk)
        desk.close()
        live_apart(self.vault)
        sitting = self.vault.sit()
        self.before = contents(sitting)
        sitting.close()
        self.plan = [
            (operation, fault, number)
            for operation in EVERYTHING
            for number in range(1, self._calls_of(operation) + 2)
            for fault in Fault
        ]
        self.facts["things that write"] = len(EVERYTHING)
        random.Random("mixed").shuffle(self.plan)  # noqa: S311 - so that a stopped run saw of each
        return len(self.plan)

    def _fresh(self) -> Case:
        """Lay a vault as it was before, and nothing beside it but what belongs there."""
        for left in self.ground.glob("case-*"):
            left.unlink() if left.is_file() else shutil.rmtree(left)
        twin = self.vault.folder.with_name(TWIN)
        shutil.rmtree(twin, ignore_errors=True)
        shutil.copytree(self.vault.folder.with_name(TWIN_AS_MADE), twin)
        return Case(self.vault.copied(self.ground / "case"))

    def _calls_of(self, operation: Operation) -> int:
        case = self._fresh()
        outcome = self._attempt(operation, case, 0, _NEVER)
        assert outcome.said, (operation.name, outcome)
        return outcome.counted

    @override
    def case(self, number: int, chance: random.Random) -> str:
        operation, fault, call = self.plan[number]
        case = self._fresh()
        outcome = self._attempt(operation, case, fault, call)
        wrong = self._judge(operation, case, outcome)
        self._note(fault, outcome)
        return f"{operation.name}, {fault.name} at call {call}: {wrong}" if wrong else ""

    def _note(self, fault: Fault, outcome: Outcome) -> None:
        if fault in KILLS and not outcome.said and not outcome.told:
            self.facts["killed"] += 1
        elif outcome.told:
            self.facts["told"] += 1
        else:
            self.facts["done all the same" if outcome.fired else "ran clean"] += 1

    def _attempt(self, operation: Operation, case: Case, fault: int, call: int) -> Outcome:
        """Do it in a process of its own, on a disk with this fault."""
        reads, writes = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                os.close(reads)
                outcome = self._do(operation, case, fault, call, writes)
                os.write(writes, json.dumps(vars(outcome)).encode() + b"\n")
            finally:
                os._exit(0)
        os.close(writes)
        with os.fdopen(reads) as lines:
            said = lines.readline()
        os.waitpid(child, 0)
        return Outcome(**json.loads(said)) if said.endswith("\n") else Outcome()

    def _do(self, operation: Operation, case: Case, fault: int, call: int, writes: int) -> Outcome:
        if operation.opened:
            case.desk = case.ground.unlock()
        if self.planted and fault:  # says so before it is so
            os.write(writes, json.dumps(vars(Outcome(said=True))).encode() + b"\n")
        self.disk.arm(fault or Fault.EIO_ONCE, call)
        try:
            operation.act(case)
        except DeskError as error:
            outcome = Outcome(told=type(error).__name__, nothing_saved=_nothing_saved(error))
        except Exception as bug:  # noqa: BLE001 - that is what is looked for
            outcome = Outcome(bug=f"{type(bug).__name__}: {bug}")
        else:
            outcome = Outcome(said=True)
        facts = {"counted": self.disk.counted(), "fired": self.disk.fired()}
        self.disk.disarm()
        return Outcome(**{**vars(outcome), **facts})

    def _judge(self, operation: Operation, case: Case, outcome: Outcome) -> str:
        if outcome.bug:
            return f"a failure that is not told: {outcome.bug}"
        try:
            sitting = case.ground.sit()
        except DeskError as error:
            return f"does not open: {type(error).__name__} {error.args}"
        try:
            wrong = self._lost(operation, sitting, outcome)
            sitting.close()
            if not wrong and operation.good is not None:
                wrong = operation.good(case, outcome.said)
        except DeskError as error:
            wrong = f"is not whole: {type(error).__name__} {error.args}"
        finally:
            sitting.close()
        return wrong or self._try_again(operation, case)

    def _lost(self, operation: Operation, sitting: Sitting, outcome: Outcome) -> str:
        check(sitting)
        there = contents(sitting)
        if not self.before.keys() <= there.keys():
            return "an entry that stood there is lost"
        changed = [entry for entry in self.before if self.before[entry] != there[entry]]
        if len(changed) > operation.takes_away:
            return "an entry that stood there is changed"
        new = _count(sitting, operation.kind) - self._stood(operation)
        if outcome.said and operation.kind and new < 1:
            return "what was said to be saved is not there"
        if outcome.nothing_saved and new > 0 and not operation.two_steps:
            return "what was said not to be saved is there"
        return ""

    def _stood(self, operation: Operation) -> int:
        if not hasattr(self, "stood"):
            sitting = self.vault.sit()
            self.stood = {kind: _count(sitting, kind) for kind in {o.kind for o in EVERYTHING}}
            sitting.close()
        return self.stood[operation.kind]

    def _try_again(self, operation: Operation, case: Case) -> str:
        """Do it again on a good disk, with the same id: it must stand there once."""
        case.desk = None
        try:
            if operation.opened:
                case.desk = case.ground.unlock()
            try:
                if operation.again:
                    operation.act(case)
            finally:
                if case.desk is not None:
                    case.desk.close()
            sitting = case.ground.sit()
        except DeskError as error:
            if operation.once and isinstance(error, FolderNotEmptyError):
                return ""  # it was brought back the first time, and that was looked at
            return f"cannot be done again: {type(error).__name__} {error.args}"
        check(sitting)
        new = _count(sitting, operation.kind) - self._stood(operation)
        sitting.close()
        if operation.kind == "concern" and new != 1:
            return f"done again, it stands there {new} times"
        return ""


def _nothing_saved(error: DeskError) -> bool:
    if isinstance(error, DiskFailedError):
        return error.known
    return True


def _count(sitting: Sitting, kind: str) -> int:
    return sum(
        entry.body.kind == kind
        for opened in sitting.parts.values()
        for entry in opened.part.ledger.entries()
    )


if __name__ == "__main__":
    load_before_all_else("tests.proof.faults")
    harness.main(Faults)
