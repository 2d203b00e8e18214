"""What the program is made of: read off the lock for each system, with a licence for each part."""

from __future__ import annotations

import os
import shutil

import pytest

from installer.build import about, icu, locked, targets, trim, windows_build
from installer.build.wxs import Codes, source_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path


def test_that_markers_are_asked_for_the_target_and_not_for_this_machine() -> None:
    here = {
        one.name for one in locked.needed({**targets.windows().markers, "sys_platform": "linux"})
    }
    there = {one.name for one in locked.needed(targets.windows().markers)}
    assert there - here == {"pywin32-ctypes"}
    assert here - there >= {"jeepney", "secretstorage"}
    assert not {"pytest", "ruff", "mypy", "packaging-no-such"} & there


def test_that_the_page_about_the_program_is_todays() -> None:
    assert about.PAGE.read_text("utf-8") == about.page()
    parts = [line for line in about.page().splitlines() if line.startswith("- ")]
    assert all(line.rpartition(": ")[2].strip() for line in parts)


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("PySide6/QtWidgets.abi3.so", True),
        ("PySide6/QtQml.abi3.so", False),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("PySide6/QtNetwork.pyd", False),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("holidays/countries/france.py", False),
        ("holidays/countries/united_kingdom.py", True),
    ],
)
def test_that_of_the_libraries_only_what_is_used_goes_along(path: str, kept: bool) -> None:  # noqa: FBT001 - a row
    assert trim.keeps(path) is kept


def test_that_the_data_of_icu_keeps_english_and_what_is_no_language() -> None:
    kept = [name for name in ("icudt73l/en_GB.res", "icudt73l/coll/ucadata.icu") if icu.keeps(name)]
    assert len(kept) == 2
    assert not icu.keeps("icudt73l/lang/fr_CA.res")
    assert not icu.keeps("icudt73l/ibm-970_P110_P110-2006_U2.cnv")
    assert icu.keeps("icudt73l/supplementalData.res")


def test_that_the_same_tree_is_described_in_the_same_words(tmp_path: Path) -> None:
    (tmp_path / "python").mkdir()
    for name in ("start.py", "dsl-desk.ico", "python/pythonw.exe"):
        (tmp_path / name).touch()
    codes = Codes("CODE", "OTHER")
    told = source_of(tmp_path, "1.2.3", codes)
    assert told == source_of(tmp_path, "1.2.3", codes)
    assert 'Version="1.2.3"' in told
    assert 'UpgradeCode="CODE"' in told
    assert 'Source="python/pythonw.exe"' in told
    assert 'InstallScope="perMachine"' in told


@pytest.mark.skipif(shutil.which("wixl") is None, reason="wixl makes the MSI")
def test_that_the_same_tree_is_packed_into_the_same_msi_and_another_into_another(
    tmp_path: Path,
) -> None:
    made = []
    for name, words in (("one", "begin"), ("two", "begin"), ("three", "other")):
        tree = tmp_path / name
        (tree / "python").mkdir(parents=True)
        for file in ("start.py", "dsl-desk.ico", "python/pythonw.exe"):
            (tree / file).write_text(words, "utf-8")
            os.utime(tree / file, (1, 1))
        windows_build.pack(tree, tmp_path / f"{name}.msi", 1_700_000_000)
        made.append((tmp_path / f"{name}.msi").read_bytes())
    assert made[0] == made[1]
    assert made[0] != made[2]
