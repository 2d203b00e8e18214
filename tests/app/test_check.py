from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.keychain import KeychainTrouble
from dsl_desk.domain.ways_in import Doorstep, Way
from dsl_desk.keys.stretching import FLOOR
from dsl_desk.services.doorstep import derive
from dsl_desk.services.faces import face_of
from dsl_desk.services.vaults import create, open_desk
from dsl_desk.system.clock import SystemClock
from tests.builders import PASSPHRASE, a_concern_draft, a_set_up, an_entry_id
from tests.conftest import FONTS
from tests.fakes.keychain import FakeKeychain

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.ids import MemberId


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("check") / "vault"
    place = Doorstep(SystemClock(), FakeKeychain(KeychainTrouble.NONE))  # as the program meets it
    create(folder, a_set_up(way=Way.PASSPHRASE_ALONE), place, FLOOR)
    member = founder_of(folder)
    desk = open_desk(folder, member, derive(folder, member, PASSPHRASE, place), place, FONTS)
    desk.concerns.record(a_concern_draft(), an_entry_id(SystemClock()))
    desk.close()
    (folder.parent / "passphrase").write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    return folder


def founder_of(folder: Path) -> MemberId:
    face = face_of(folder)
    assert face is not None
    return face.members[0].id


def checked(vault: Path, *, name: str = "Maya Fernsby", passphrase: Path) -> tuple[int, str, str]:
    asked = ["check", vault, "--as", name, "--passphrase-file", passphrase]
    run = subprocess.run(
        [sys.executable, "-m", "dsl_desk", *map(str, asked)],
        capture_output=True,
        text=True,
        check=False,
    )
    return run.returncode, run.stdout, run.stderr


@pytest.mark.gate_story
def test_that_a_whole_vault_answers_0(folder: Path) -> None:
    code, said, complained = checked(folder, passphrase=folder.parent / "passphrase")
    assert (code, complained) == (0, "")
    assert said.startswith("Whole: ")
    assert "School, Children" in said


@pytest.mark.gate_story
def test_that_a_damaged_vault_answers_1_and_says_where(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "vault"
    shutil.copytree(folder, copy)
    children = copy / "parts" / "children.part"
    octets = bytearray(children.read_bytes())
    octets[5000] ^= 1
    children.write_bytes(bytes(octets))
    code, said, complained = checked(copy, passphrase=folder.parent / "passphrase")
    assert (code, said) == (1, "")
    assert "in Children" in complained
    assert "Traceback" not in complained


@pytest.mark.gate_story
def test_that_a_wrong_passphrase_answers_2(folder: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong"
    wrong.write_text("amber kettle river mass", encoding="utf-8")
    code, said, complained = checked(folder, passphrase=wrong)
    assert (code, said) == (2, "")
    assert "mass" not in complained


def test_that_what_cannot_be_asked_answers_2(folder: Path, tmp_path: Path) -> None:
    passphrase = folder.parent / "passphrase"
    for answer in (
        checked(tmp_path / "nowhere", passphrase=passphrase),
        checked(folder, name="Owen Larkspur", passphrase=passphrase),
        checked(folder, passphrase=tmp_path / "nowhere"),
    ):
        assert answer[0] == 2
        assert answer[1] == ""
        assert "Traceback" not in answer[2]
