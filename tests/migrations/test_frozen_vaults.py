from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.ids import RecordId
from dsl_desk.services.doorstep import derive
from dsl_desk.services.faces import face_of
from dsl_desk.services.vaults import open_desk
from tests.builders import nowhere
from tests.conftest import FONTS
from tests.migrations.freeze import NAME, PASSPHRASE
from tests.proof.reader import Answers, read_vault

if TYPE_CHECKING:
    from tests.fakes.clock import FakeClock

HERE = Path(__file__).parent
VERSIONS = sorted(path.parent.name for path in HERE.glob("*/vault.zip"))


@pytest.fixture(params=VERSIONS)
def frozen(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    folder = HERE / str(request.param)
    shutil.unpack_archive(folder / "vault.zip", tmp_path / "vault")
    shutil.copy(folder / "records.json", tmp_path)
    return tmp_path


@pytest.mark.gate_story
def test_that_a_frozen_vault_opens_is_whole_and_shows_its_concerns(
    frozen: Path, clock: FakeClock
) -> None:
    vault, place = frozen / "vault", nowhere(clock)
    face = face_of(vault)
    assert face is not None
    member = next(member.id for member in face.members if member.name == NAME)
    desk = open_desk(vault, member, derive(vault, member, PASSPHRASE, place), place, FONTS)
    records = json.loads((frozen / "records.json").read_text("utf-8"))
    concerns = [entry for entry in records if (entry["body"] or {}).get("kind") == "concern"]
    assert concerns
    for entry in concerns:
        shown = desk.concerns.open(RecordId(entry["record"]))
        assert shown.draft.words == entry["body"]["fields"]["words"]
        assert shown.entry.fingerprint == entry["hash"]
    assert desk.vault.check(lambda _done, _of: None).entries > len(records)
    desk.close()


@pytest.mark.gate_story
def test_that_the_reader_still_reads_a_frozen_vault_entry_for_entry(frozen: Path) -> None:
    read = list(read_vault(frozen / "vault", NAME, Answers(PASSPHRASE)))
    assert read == json.loads((frozen / "records.json").read_text("utf-8"))


def test_that_a_frozen_vault_says_that_it_is_a_fixture() -> None:
    assert VERSIONS
    for version in VERSIONS:
        told = (HERE / version / "README.md").read_text("utf-8")
        assert "invented" in told
        assert PASSPHRASE in told
