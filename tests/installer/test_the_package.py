"""The `.deb`: installed over an older one, used on a screen with an older vault, removed."""

from __future__ import annotations

import ast
import configparser
import gzip
import json
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dsl_desk.app.version import VERSION
from installer.build import linux_build, locked, targets
from tests.house.rules.plan import HOUSE, sources, tree
from tests.installer.package import Root, an_older_package
from tests.migrations.freeze import NAME, PASSPHRASE
from tests.proof.reader import Answers, read_vault
from tests.stories.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a Linux package")

FROZEN = Path(__file__).parents[1] / "migrations" / "0.1.0" / "vault.zip"
LARGEST = 180e6  # installed; the goal of the project
WORDS = "nobody wants u on the residential. just dont come."
TO_SAFE_NOW = ("Tab",) * 7


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Root]:
    """The package of this very tree, installed over an older one."""
    folder = tmp_path_factory.mktemp("root")
    root = Root(folder / "fs")
    root.install(an_older_package(folder))
    assert root.left_behind.is_file()
    root.install(linux_build.quick())
    yield root
    shutil.rmtree(folder)


def test_that_an_upgrade_takes_the_older_files_away_and_the_program_says_its_version(
    root: Root,
) -> None:
    assert not root.left_behind.exists()
    assert root.ask("--version") == f"DSL Desk {VERSION}\n"


def test_that_the_installed_program_is_smaller_than_the_goal(root: Root) -> None:
    size = sum((root.folder / name).lstat().st_size for name in root.files())
    assert size < LARGEST


def test_that_nothing_installed_can_speak_tls_or_mail(root: Root) -> None:
    modules = ("ssl", "_ssl", "urllib3", "ftplib", "smtplib", "sqlite3", "PySide6.QtNetwork")
    assert root.cannot_import(modules) == set(modules)


def test_that_every_module_the_program_may_ever_load_is_there(root: Root) -> None:
    wanted = {"keyring.backends.SecretService", "secretstorage", "reportlab.platypus.tables"}
    for path in sources(HOUSE, "dsl_desk"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Import):
                wanted |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                wanted.add(str(node.module))
    wanted = {name for name in wanted if name.split(".")[0] != "dsl_desk"}
    of_windows = {"msvcrt", "winreg", "_winapi", "winsound"}
    assert root.cannot_import(sorted(wanted)) <= of_windows


def test_that_menu_icon_and_manual_page_are_there(root: Root) -> None:
    share = root.folder / "usr/share"
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(share / "applications/dsl-desk.desktop", "utf-8")
    menu = entry["Desktop Entry"]
    assert (root.folder / "usr/bin" / menu["Exec"].split()[0]).is_file()
    assert (share / f"icons/hicolor/scalable/apps/{menu['Icon']}.svg").is_file()
    kinds = ET.parse(share / "mime/packages/dsl-desk.xml").getroot()  # noqa: S314 - our own file
    assert menu["MimeType"].rstrip(";") in {kind.get("type") for kind in kinds}
    page = gzip.decompress((share / "man/man1/dsl-desk.1.gz").read_bytes()).decode()
    assert page == root.ask("man")


def test_that_every_part_is_named_with_its_licence(root: Root) -> None:
    told = json.loads((root.folder / "usr/lib/dsl-desk/parts.json").read_text("utf-8"))
    parts = {part["name"]: part for part in told["components"]}
    wanted = {one.name for one in locked.needed(targets.this_machine().markers)}
    assert wanted <= set(parts)
    assert all(part["licenses"][0]["expression"] for part in parts.values())
    installed = root.folder / "usr/lib/dsl-desk/site-packages"
    folders = {
        path.name.removesuffix(".dist-info").rpartition("-")[0]
        for path in installed.glob("*.dist-info")
    }
    assert {re.sub("[-_.]+", "-", name).lower() for name in folders} <= wanted


def test_that_no_file_names_the_machine_that_built_it(root: Root) -> None:
    here = str(HOUSE).encode()
    base = sys.base_prefix.encode() + b"/lib"
    texts = (".py", ".pyc", ".json", ".txt", ".so", "python3", "start.py")
    for name in root.files():
        if name.endswith(texts):
            content = (root.folder / name).read_bytes()
            assert here not in content, name
            assert base == b"/usr/lib" or base not in content, name


@pytest.mark.gate_story
def test_that_the_installed_program_takes_an_older_vault_on_and_leaves_it_when_removed(
    tmp_path: Path,
) -> None:
    root = Root(tmp_path / "fs")
    root.install(linux_build.quick())
    shutil.unpack_archive(FROZEN, tmp_path / "vault")
    screen = Screen(tmp_path / "vault", (str(root.program),))
    try:
        screen.wait_for("Covered")
        screen.unlock(PASSPHRASE)
        screen.press("ctrl+n")
        screen.type("Wren Tamarisk")
        screen.press("Tab")
        screen.type("Lena Harebell")
        screen.press(*TO_SAFE_NOW, "space", "Tab")
        screen.type(WORDS)
        screen.press("ctrl+Return")
        screen.save_as(tmp_path / "first.pdf")
        screen.press("ctrl+l")
        screen.wait_for("Lock")
        assert screen.end() == 0
        code, said = screen.check(PASSPHRASE)
        assert (code, said.split(":")[0]) == (0, "Whole")
    finally:
        screen.close()
    told = subprocess.run(
        ["pdftotext", tmp_path / "first.pdf", "-"],  # noqa: S607 - installer/system.py brings it
        check=True,
        stdout=subprocess.PIPE,
    )
    assert WORDS in " ".join(told.stdout.decode().split())

    root.remove()
    assert root.files() == set()
    entries = read_vault(tmp_path / "vault", NAME, Answers(PASSPHRASE))
    words = [entry["body"]["fields"].get("words") for entry in entries if entry["body"]]
    assert WORDS in words  # read from the file format alone, without the program
