from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.ways_in import FirstWay
from dsl_desk.keys import trying
from dsl_desk.keys.stretching import FLOOR, stretch
from dsl_desk.services import ways_in
from dsl_desk.services.places import evidence_folder
from dsl_desk.storage.blobs import BlobStore
from tests.builders import PASSPHRASE
from tests.services.copies import record, taken
from tests.services.declaring import give_passphrase
from tests.services.own_house import House
from tests.services.sealed import LENA
from tests.services.staff_records import LATER, TOLD, write_about, write_on
from tests.services.staffroom import HESTER, OWEN, Staffroom

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dsl_desk.domain.clock import Clock
    from dsl_desk.keys.stretching import Cost
    from dsl_desk.services.desk import Desk
    from dsl_desk.storage.blobs import BlobKey
    from tests.conftest import TrainingVault
    from tests.fakes.clock import FakeClock


@pytest.fixture
def school(vault: TrainingVault) -> Staffroom:
    """Everybody is a member and every post has its holder."""
    return Staffroom(vault).add_everybody()


@pytest.fixture
def told(school: Staffroom) -> Staffroom:
    """Staff says something about Owen, and something about Lena."""
    with school.desk() as desk:
        first = write_about(desk, OWEN, TOLD, school.ids[OWEN])
        write_about(desk, LENA, "Late for the gate again")
        write_on(desk, first, LATER)
    return school


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pay the floor for a passphrase, and for each passphrase and recipe once."""

    def floor(_clock: Clock) -> Cost:
        return FLOOR

    monkeypatch.setattr(ways_in, "cost_here", floor)
    monkeypatch.setattr(trying, "stretch", cache(stretch))


@pytest.fixture
def own_house(request: pytest.FixtureRequest, tmp_path: Path, clock: FakeClock) -> Iterator[House]:
    request.getfixturevalue("cheap")
    house = House(tmp_path / "vault", clock, FirstWay(PASSPHRASE))
    yield house
    house.leave()


@pytest.fixture
def signing_school(vault: TrainingVault, request: pytest.FixtureRequest) -> Staffroom:
    """Everybody is a member, and the Head has a passphrase to sign with."""
    request.getfixturevalue("cheap")
    school = Staffroom(vault).add_everybody()
    give_passphrase(school, HESTER)
    return school


@pytest.fixture
def hester(signing_school: Staffroom) -> Iterator[Desk]:
    with signing_school.desk(HESTER) as desk:
        yield desk


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def blob(vault: TrainingVault) -> BlobKey:
    (vault.folder / "evidence").mkdir(mode=0o700)
    store = BlobStore(evidence_folder(vault.folder, Compartment.CHILDREN))
    return store.put(io.BytesIO(b"a picture" * 20_000))


@pytest.fixture
def copy(desk: Desk, vault: TrainingVault, stick: Path, blob: BlobKey) -> Path:
    assert blob.name
    record(desk, vault)
    return taken(desk, vault, stick)
