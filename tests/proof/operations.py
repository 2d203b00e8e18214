"""Everything that writes, as the proofs of the disk use it: one row for each thing one can do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.disk import what_the_disk_did
from dsl_desk.keys.header_file import read_header_file, write_header_file
from dsl_desk.services.founding import Founder, found
from dsl_desk.services.places import drafts_file, stands
from dsl_desk.services.vaults import open_desk
from dsl_desk.storage.spool import Spool
from dsl_desk.system.clock import SystemClock
from dsl_desk.system.copies import write_copy
from tests.builders import SCHOOL, a_concern_draft, a_founder
from tests.proof.ground import FONTS, Ground, new_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.ids import EntryId, RecordId
    from dsl_desk.services.desk import Desk

WORDS = "the words of this very case"
COPY = "copy.pdf"


@dataclass
class Case:
    """One attempt: where, by whom, and the id that was made before it."""

    ground: Ground
    entry: EntryId = field(default_factory=new_id)
    founder: Founder = field(default_factory=a_founder)
    desk: Desk | None = None

    @property
    def twin(self) -> Ground:
        """Return the copy of the vault that went its own way."""
        return self.ground.at(self.ground.folder.with_name("twin"))

    @property
    def opened(self) -> Desk:
        """Return the desk that was opened before the fault was armed."""
        assert self.desk is not None
        return self.desk

    @property
    def first(self) -> RecordId:
        """Return the oldest concern."""
        page = self.opened.concerns.page(0, 100)
        return page.rows[-1].id


@dataclass(frozen=True)
class Operation:
    """One thing that writes. `kind` is the kind of entry it leaves, if it leaves one."""

    name: str
    act: Callable[[Case], object]
    kind: str = ""
    opened: bool = True  # whether a desk is opened before
    good: Callable[[Case, bool], str] | None = None  # what else must be so, (case, said) -> wrong
    two_steps: bool = False  # a failure may speak of the second step only
    again: bool = True  # whether it can be done again with the same outcome
    once: bool = False  # whether, once done, it is refused
    takes_away: bool = False  # whether words are taken away for good


def _record(case: Case) -> None:
    case.opened.concerns.record(a_concern_draft(words=WORDS), case.entry)


def _open(case: Case) -> None:
    case.opened.concerns.open(case.first)


def _export(case: Case) -> None:
    pdf = case.opened.concerns.make_pdf(case.first).answer
    write_copy(case.ground.folder / COPY, pdf)


def _copy_is_whole(case: Case, said: bool) -> str:  # noqa: FBT001 - asked by position, once
    file = case.ground.folder / COPY
    if not file.exists():
        return "the copy that was told of is not there" if said else ""
    return "" if file.read_bytes().rstrip().endswith(b"%%EOF") else "half a copy was put in place"


def _keep(case: Case) -> None:
    case.opened.drafts.keep("form", {"words": WORDS})


def _discard(case: Case) -> None:
    case.opened.drafts.discard("form")


def _draft_is_old_or_new(new: dict[str, dict[str, str]]) -> Callable[[Case, bool], str]:
    def good(case: Case, said: bool) -> str:  # noqa: FBT001 - as above
        person_desk = case.ground.unlock()
        forms = dict(person_desk.drafts.brought_back())
        lost = person_desk.drafts.lost
        person_desk.close()
        if lost:
            return "the drafts are lost"
        if said and forms != new:
            return "a draft that was sealed did not come back"
        if forms not in (new, {"form": {"words": "half a sentence"}}):
            return "another draft came back"
        return ""

    return good


def _rewrite(case: Case) -> None:
    header = read_header_file(case.ground.folder)
    try:
        write_header_file(case.ground.folder, header)
    except OSError as failure:
        raise what_the_disk_did(failure) from failure


def _new_folder(case: Case) -> Ground:
    folder = case.ground.folder / "new"
    return case.ground.at(folder)


def _create(case: Case) -> None:
    folder = _new_folder(case).folder
    if not stands(folder):
        found(folder, SCHOOL, case.founder, SystemClock())


def _new_vault_is_whole(case: Case, said: bool) -> str:  # noqa: FBT001 - as above
    folder = _new_folder(case).folder
    if not stands(folder):
        return "the vault that was told of is not there" if said else ""
    member = read_header_file(folder).members[0].member.id
    desk = open_desk(folder, member, case.founder.key, case.ground.place, FONTS)
    try:
        desk.vault.check(lambda _done, _of: None)
        Spool(drafts_file(folder, member), case.founder.key)
        return "the new vault's drafts are lost" if desk.drafts.lost else ""
    finally:
        desk.close()


def _unlock(case: Case) -> None:
    case.ground.unlock().close()


def _refill(case: Case) -> None:
    case.ground.sit().close()


def _spoil_shelf(case: Case) -> None:
    case.opened.sitting.part(Compartment.CHILDREN).database.run("DELETE FROM shelves")


OPERATIONS = (
    Operation("record a concern", _record, kind="concern"),
    Operation("open a concern", _open, kind="opened"),
    Operation("print a concern", _export, kind="export", good=_copy_is_whole, two_steps=True),
    Operation("unlock", _unlock, kind="unlock", opened=False),
    Operation("keep a draft", _keep, good=_draft_is_old_or_new({"form": {"words": WORDS}})),
    Operation("discard a draft", _discard, good=_draft_is_old_or_new({})),
    Operation("write the vault's page anew", _rewrite, opened=False),
    Operation("set up a vault", _create, opened=False, good=_new_vault_is_whole),
    Operation("give a list up", _spoil_shelf),
)
