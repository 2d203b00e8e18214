from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.ways_in import Doorstep
from dsl_desk.keys.device import device_secret
from dsl_desk.keys.header_file import read_header_file
from dsl_desk.keys.stretching import FLOOR
from dsl_desk.services.vaults import create, open_desk
from tests.builders import PASSPHRASE, a_concern_draft, a_set_up, an_entry_id
from tests.conftest import FONTS
from tests.fakes.keychain import FakeKeychain
from tests.proof import reader

if TYPE_CHECKING:
    from dsl_desk.services.vaults import Founded
    from tests.fakes.clock import FakeClock

READER = Path(__file__).with_name("reader.py")
WORDS = ("“nobody wants u on the residential.”", "second", "a third, longer: " + "said it " * 900)


class Written:
    """A vault made with a passphrase and a device secret, as set-up makes it, with concerns."""

    def __init__(self, folder: Path, clock: FakeClock) -> None:
        self.folder = folder
        self.place = Doorstep(clock, FakeKeychain())
        self.founded: Founded = create(folder, a_set_up(), self.place, FLOOR)
        desk = open_desk(folder, self.founded.member, self.founded.key, self.place, FONTS)
        self.concerns = [
            desk.concerns.record(a_concern_draft(words=words), an_entry_id(clock)).answer
            for words in WORDS
        ]
        desk.concerns.open(RecordId(self.concerns[0].id))
        self.ledgers = {
            entry.header.id: entry
            for opened in desk.sitting.parts.values()
            for entry in opened.part.ledger.entries()
        }
        desk.close()
        vault = read_header_file(folder).vault
        self.secret = device_secret(self.place.keychain, vault) or b""

    def read(self, answers: reader.Answers) -> dict[str, dict[str, object]]:
        entries = reader.read_vault(self.folder, "Maya Fernsby", answers)
        return {str(entry["id"]): entry for entry in entries}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    from tests.fakes.clock import FakeClock  # noqa: PLC0415 - the fixture is the module's own

    return Written(tmp_path_factory.mktemp("read") / "vault", FakeClock())


def test_that_the_reader_needs_nothing_of_ours_and_is_short() -> None:
    tree = ast.parse(READER.read_text("utf-8"))
    imported = {
        name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [alias.name for alias in node.names]
        )
    }
    assert imported - sys.stdlib_module_names == {"cryptography", "sqlcipher3"}
    assert len(READER.read_text("utf-8").splitlines()) <= 300


@pytest.mark.gate_story
def test_that_the_reader_reads_every_entry_as_the_services_do(written: Written) -> None:
    found = written.read(reader.Answers(PASSPHRASE, written.secret))
    assert found.keys() == written.ledgers.keys()
    for name, entry in written.ledgers.items():
        body = found[name]["body"]
        assert isinstance(body, dict)
        assert found[name]["hash"] == entry.digest.hex()
        assert body["fields"] == dict(entry.body.fields)
        assert body["kind"] == entry.body.kind
    told = [found[concern.id]["body"] for concern in written.concerns]
    assert [body["fields"]["words"] for body in told if isinstance(body, dict)] == list(WORDS)


@pytest.mark.gate_story
def test_that_the_reader_comes_in_by_a_kit_alone(written: Written) -> None:
    assert written.read(reader.Answers(written.founded.kit.code)).keys() == written.ledgers.keys()


@pytest.mark.gate_story
def test_that_without_the_device_secret_the_passphrase_opens_nothing(written: Written) -> None:
    with pytest.raises(reader.ReaderError):
        written.read(reader.Answers(PASSPHRASE))


@pytest.mark.gate_story
def test_that_the_reader_is_a_program_of_its_own(written: Written) -> None:
    done = subprocess.run(
        [sys.executable, "-I", str(READER), str(written.folder), "Maya Fernsby"],
        input=f"{PASSPHRASE}\n{written.secret.hex()}\n",
        capture_output=True,
        text=True,
        check=True,
    )
    assert len(done.stdout.splitlines()) == len(written.ledgers)
    assert WORDS[1] in done.stdout
