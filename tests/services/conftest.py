from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.services.places import evidence_folder
from dsl_desk.storage.blobs import BlobStore
from tests.services.copies import record, taken

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.services.desk import Desk
    from dsl_desk.storage.blobs import BlobKey
    from tests.conftest import TrainingVault


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
