"""A training vault as `dsl-desk demo` makes it: a living school, the same for the same seed."""

from __future__ import annotations

import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from random import Random
from typing import TYPE_CHECKING

import pytest

from dsl_desk.app.demo import command, term
from dsl_desk.app.demo.asking import parser
from dsl_desk.app.demo.cast import ALBAN, HEADINGS, HESTER, MAYA, OWEN, drawn
from dsl_desk.app.demo.term import OF_THE_TERM, Wanted, copies_of, made
from dsl_desk.app.paths import resources
from dsl_desk.domain.allegation import ALLEGATION
from dsl_desk.domain.chronology import ItemSort
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.declaration_review import DECLARATION_REVIEW, Decision
from dsl_desk.domain.keychain import KeychainTrouble
from dsl_desk.domain.kinds import KINDS
from dsl_desk.domain.leaving import PaperSort
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.domain.ways_in import Doorstep, Kit
from dsl_desk.intake.csv_reader import read_csv
from dsl_desk.services.doorstep import derive
from dsl_desk.services.faces import face_of
from dsl_desk.services.vaults import open_desk
from dsl_desk.storage.shelves.chronology import CHRONOLOGY
from tests.conftest import FONTS
from tests.fakes.clock import FakeClock
from tests.fakes.keychain import FakeKeychain
from tests.services.way_out import own_copy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from dsl_desk.services.desk import Desk

pytestmark = [pytest.mark.gate_story, pytest.mark.usefixtures("qapp")]
TODAY = date(2026, 11, 19)
UNTIL = "2026-11-19T12"  # from then on it is us who look
SAID = "(training vault)"
# What no training vault can hold, and why. Whoever builds another kind adds it to the script.
NOT_THERE = {
    "evidence_mismatch": "a sealed file would have to be damaged",
    "export_refused": "a paper would have to carry a name that is covered in it",
    "merge": "it is one vault, in one place: there is no second copy to be joined",
}


@dataclass(frozen=True)
class School:
    """A training vault that was made, and how its members come in."""

    folder: Path
    passphrases: Mapping[str, str]

    @contextmanager
    def desk(self, name: str = MAYA) -> Iterator[Desk]:
        place = Doorstep(FakeClock(), FakeKeychain(KeychainTrouble.NONE))
        face = face_of(self.folder)
        assert face is not None
        (member,) = (one.id for one in face.members if one.name == name)
        key = derive(self.folder, member, self.passphrases[name], place)
        desk = open_desk(self.folder, member, key, place, FONTS)
        try:
            yield desk
        finally:
            desk.close()


def a_school(folder: Path, profile: str = "shire", seed: int = 1, entries: int = 0) -> School:
    wanted = Wanted(folder, entries, profile, seed, TODAY)
    keychain = FakeKeychain(KeychainTrouble.NONE)
    return School(folder, made(wanted, resources(), keychain, lambda _written: None))


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> School:
    return a_school(tmp_path_factory.mktemp("demo") / "vault")


def told(school: School, name: str = MAYA) -> list[tuple[object, ...]]:
    """Everything the ledgers say but for names drawn by chance: who, what, which, when."""
    with school.desk(name) as desk:
        return [
            (
                part,
                body.kind,
                header.version,
                header.written_at,
                sorted(body.names.values()),
                body.fields.get("ref"),
            )
            for part in desk.sitting.parts
            for entry in desk.sitting.part(part).ledger.entries()
            for header, body in [(entry.header, entry.body)]
            if header.written_at < UNTIL
        ]


def test_that_its_members_come_in_and_find_it_whole(school: School) -> None:
    for name in (OWEN, HESTER, ALBAN, MAYA):
        with school.desk(name) as desk:
            assert desk.vault.check(lambda _checked, _of: None).parts == tuple(desk.sitting.parts)
            assert desk.vault.noticed() == ()


def test_that_it_holds_records_of_every_kind_this_program_knows(school: School) -> None:
    with school.desk() as desk:
        found = {
            entry.body.kind
            for part in desk.sitting.parts
            for entry in desk.sitting.part(part).ledger.entries()
        }
    assert {*KINDS} - found == {*NOT_THERE}


def test_that_the_sealed_case_about_the_dsl_is_seen_by_the_head_and_not_by_her(
    school: School,
) -> None:
    with school.desk(HESTER) as desk:
        assert [case.about for case in desk.cases.mine()] == [MAYA]
    with school.desk() as desk:
        assert desk.cases.mine() == ()


def test_that_the_evidence_was_let_in_through_a_stop_and_can_be_looked_at(school: School) -> None:
    with school.desk() as desk:
        rows = desk.evidence.page(0, 9).rows
        assert len(rows) == 3
        shown = [one for one in rows if not desk.quarantines.holds(one.id)]
        assert len(shown) == 2
        for evidence in shown:
            assert evidence.captured.stop["answer"] == "no"
            assert evidence.captured.facts.width == 420
            assert desk.evidence.open(evidence.id).content()[:4] == b"\x89PNG"


def test_that_some_is_late_some_is_open_and_some_is_closed(school: School) -> None:
    with school.desk() as desk:
        counts = {state.value: count for state, count in desk.concerns.counts().items()}
        assert counts["closed"] > 10
        assert counts["in_progress"] > 3
        assert desk.today.read().now
        assert len(desk.allegations.list()) == 2
        assert desk.low_level.patterns()


def test_that_every_page_of_every_paper_says_that_it_is_a_training_vault(school: School) -> None:
    with school.desk() as desk:
        concern = desk.concerns.page(0, 1).rows[0].id
        papers = [
            desk.concerns.make_pdf(concern).answer,
            own_copy(desk, PaperSort.VIEWING, desk.viewings.page(0, 1).rows[0].viewing.id),
            own_copy(desk, PaperSort.REGISTER, RegisterName.ACCOUNTS.value),
            own_copy(desk, PaperSort.DO_NOT_PUBLISH, "list"),
            desk.ways_in.kit_on_paper(Kit("0" * 26, MAYA, datetime.now(UTC))),
        ]
    for paper in papers:
        text = subprocess.run(
            ["pdftotext", "-layout", "-", "-"],  # noqa: S607 - found on PATH
            input=paper,
            capture_output=True,
            check=True,
        ).stdout.decode()
        pages = text.rstrip("\f").split("\f")
        assert [SAID in page for page in pages] == [True] * len(pages)


def test_that_every_concern_of_a_large_school_is_about_somebody_who_was_born(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(term, "_A_YEAR", 20)  # as many years as a million entries have
    wanted = Wanted(tmp_path / "vault", OF_THE_TERM + 100, "shire", 1, TODAY)
    said = made(wanted, resources(), FakeKeychain(KeychainTrouble.NONE), lambda _: None)
    with School(wanted.folder, said).desk() as desk:
        database = desk.sitting.part(Compartment.CHILDREN).database
        of = f"FROM {CHRONOLOGY.table} WHERE sort = '{ItemSort.CONCERN.value}'"
        assert database.number(f"SELECT count(*) {of}") > 100
        assert database.number(f"SELECT count(*) {of} AND person = ''") == 0


def test_that_the_same_seed_tells_the_same_term(school: School, tmp_path: Path) -> None:
    again = a_school(tmp_path / "vault")
    assert again.passphrases == school.passphrases
    here = told(again)
    assert here == told(school)
    assert len(here) > 400


def test_that_another_seed_and_a_policy_that_forbids_looking_tell_another_term(
    school: School, tmp_path: Path
) -> None:
    other = a_school(tmp_path / "vault", "choysez", seed=2, entries=1200)
    assert other.passphrases != school.passphrases
    with other.desk() as desk:
        assert desk.vault.check(lambda _checked, _of: None).entries >= 1200
        assert desk.evidence.page(0, 9).total
        assert desk.concerns.page(0, 1).total > 700
    with other.desk() as desk:
        part = desk.sitting.part(Compartment.STAFF)
        kinds = [entry.body.kind for entry in part.ledger.entries()]
        assert kinds.count(ALLEGATION.name) == 2
        # Nor has this policy room for a link to a pupil: its Head did not agree to one.
        bodies = [
            entry.body
            for compartment in desk.sitting.parts
            for entry in desk.sitting.part(compartment).ledger.entries()
        ]
        reviews = [body.fields for body in bodies if body.kind == DECLARATION_REVIEW.name]
        decided = [(review["decision"], review["beyond"]) for review in reviews]
        assert decided == [(Decision.ADVISED_AGAINST.value, False)]


def test_that_a_folder_with_something_in_it_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letter").write_text("mine")
    assert command.demo(parser().parse_args([str(tmp_path)])) == 2
    assert "There is something in this folder already." in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["letter"]


def test_that_whoever_stops_it_is_left_with_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_written: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "_progress", lambda _entries: stop)
    folder = tmp_path / "vault"
    folder.mkdir()
    asked = parser().parse_args([str(folder), "--size", "3000", "--today", "2026-11-19"])
    assert command.demo(asked) == 2
    assert "Nothing was left behind." in capsys.readouterr().err
    assert list(folder.iterdir()) == []
    assert not copies_of(folder).exists()


@pytest.mark.parametrize("size", ["0", "1000001", "lots"])
def test_that_a_size_out_of_reach_is_refused(
    size: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parser().parse_args([str(tmp_path / "vault"), "--size", size])
    assert ended.value.code == 2
    assert "--size" in capsys.readouterr().err


def test_that_the_pupils_of_the_largest_vault_are_few_enough_for_one_list() -> None:
    largest = drawn(Random(1), TODAY, term.MOST_PUPILS)  # noqa: S311 nobody's secret
    rows = "\n".join((HEADINGS, *(pupil.row for pupil in largest.pupils)))
    sheet = read_csv(rows.encode())
    assert len(sheet.rows) == term.MOST_PUPILS == len(largest.pupils)
