"""What can be asked of the installer: run, test, proof, build."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys

from installer import gates, home, system
from installer.steps import ROOT, StopError, say

TOUR = ROOT / "out" / "tour"
INSIDE = {"proof": ("-m", "tests.proof.all"), "build": ("-m", "installer.build")}


def main(words: list[str]) -> int:
    """Read the command, set up what it needs, do it."""
    reader = argparse.ArgumentParser(prog="python3 installer")
    commands = reader.add_subparsers(
        dest="command", required=True, metavar="run | test | proof | build"
    )
    commands.add_parser("run", help="open DSL Desk; what follows is passed on to it")
    commands.add_parser("test", help="run every gate and every test")
    commands.add_parser("proof", help="run every proof in full, of which test runs a sample")
    commands.add_parser("build", help="make an installer: linux, windows or macos")
    asked, rest = reader.parse_known_args(words)
    if rest and asked.command not in {"run", "build"}:
        reader.error(f"{asked.command} takes nothing more")
    try:
        system.make_ready(for_tests=asked.command != "run")
        home.make_ready()
        if asked.command == "test":
            return gates.run_all()
        if asked.command in INSIDE:
            return subprocess.call([home.PYTHON, *INSIDE[asked.command], *rest], cwd=ROOT)
        return run(rest) if has_screen() else tour()
    except StopError as trouble:
        say(str(trouble))
        return 1
    except KeyboardInterrupt:
        return 1


def has_screen() -> bool:
    """Windows and macOS always have one; elsewhere a display is named."""
    return any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY"))) or sys.platform != "linux"


def run(rest: list[str]) -> int:
    """Open the app. With -P the folder somebody stands in is not searched for modules."""
    return subprocess.call([home.PYTHON, "-P", "-m", "dsl_desk", *rest])


def tour() -> int:
    """Show the app where there is no screen: every page drawn into out/tour."""
    say("There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the tour runs:")
    say("the same app page by page, drawn into out/tour instead of onto a screen.")
    shutil.rmtree(TOUR, ignore_errors=True)
    offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    code = subprocess.call([home.PYTHON, "-P", "-m", "dsl_desk", "tour", TOUR], env=offscreen)
    made = sorted(path for path in TOUR.rglob("*") if path.suffix in {".png", ".pdf"})
    say("\n".join(map(str, made)))
    if code or not made:
        say("The tour did not come to its end; what it said stands above.")
        return code or 1
    say(f"{len(made)} pictures and PDFs; side by side in {TOUR / 'index.html'}")
    return 0
