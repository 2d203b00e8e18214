"""The house's own Python: `.venv`, with exactly what `requirements.lock` names."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import tomllib

from installer.steps import ROOT, StopError, say, step

HOME = ROOT / ".venv"
STAMP = HOME / "dsl-desk.stamp"
LOCK = ROOT / "requirements.lock"
PROGRAMS = HOME / ("Scripts" if os.name == "nt" else "bin")
PYTHON = PROGRAMS / ("python.exe" if os.name == "nt" else "python")


def make_ready() -> None:
    """Build `.venv`, unless the one there was finished for this very lock, Python and folder.

    Anything else is made anew, so that nothing left over can hide a missing dependency.
    """
    wanted = fingerprint()
    if STAMP.is_file() and STAMP.read_text("utf-8") == wanted and PYTHON.exists():
        return
    say("Setting up .venv: once, and again whenever the lock changes")
    clear_away()
    way_out = "This folder must be writable and have 1 GB free; then start the same line again."
    step("Making a Python of its own", [sys.executable, "-m", "venv", HOME], way_out)
    pip = (PYTHON, "-m", "pip", "install", "-q", "--no-input", "--disable-pip-version-check")
    locked = ("--require-hashes", "--only-binary", ":all:", "-r", LOCK)
    way_out = "This step needs the network, once; then start the same line again."
    step("Installing the locked libraries", [*pip, *locked], way_out)
    itself = ("--no-deps", "--no-index", "--no-build-isolation", "--editable", ROOT)
    way_out = "pyproject.toml describes the package; what is wrong with it stands above."
    step("Installing DSL Desk itself", [*pip, *itself], way_out)
    STAMP.write_text(wanted, "utf-8")


def fingerprint() -> str:
    """Everything a finished `.venv` depends on, as one line."""
    described = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    parts = [described["build-system"], described["project"], sys.version, sys.prefix, str(ROOT)]
    return hashlib.sha256(LOCK.read_bytes() + json.dumps(parts).encode()).hexdigest()


def clear_away() -> None:
    """Remove what is there; of a link only the link, never what it points to."""
    try:
        if HOME.is_symlink():
            HOME.unlink()
        elif HOME.exists():
            shutil.rmtree(HOME)
    except OSError as trouble:
        message = f"The old .venv cannot be removed ({trouble}). Close DSL Desk and start again."
        raise StopError(message) from trouble
