"""What the machine itself must have: the libraries of Qt, and the programs the tests call.

Only Debian and Ubuntu are known by name; on Windows and macOS the wheels bring everything.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys

from installer.steps import StopError, say, step

# What a window needs, by Debian's names. Ubuntu 24.04 calls some of them NAMEt64 and provides
# the old name, so apt understands these everywhere; only "is it there?" has to ask for both.
WINDOW = (
    "fonts-dejavu-core libdbus-1-3 libegl1 libfontconfig1 libgl1 libglib2.0-0 libwayland-client0 "
    "libwayland-cursor0 libwayland-egl1 libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 "
    "libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-sync1 libxcb-xfixes0 "
    "libxcb-xkb1 libxkbcommon-x11-0 libxkbcommon0 tzdata"
)
# What the tests call besides: a virtual screen and its keyboard, a session bus with the real
# keychain and the accessibility tree on it, two readers of PDF that are not ours, git, a compiler.
CHECKS = "at-spi2-core dbus gcc git gnome-keyring libc6-dev poppler-utils qpdf xauth xdotool xvfb"


def make_ready(*, for_tests: bool) -> None:
    """Install what is missing; where that cannot be, say which line does it, and go on."""
    if not shutil.which("apt-get") or not shutil.which("dpkg-query"):
        return
    lacking = missing(WINDOW.split() + (CHECKS.split() if for_tests else []))
    no_venv = importlib.util.find_spec("ensurepip") is None
    if no_venv:  # Debian keeps this part of Python in a package of its own
        lacking.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    try:
        if lacking:
            install(lacking)
    except StopError as trouble:
        if no_venv:
            raise
        say(f"{trouble}\nGoing on without them; a window or a test may not start.")


def missing(names: list[str]) -> list[str]:
    """Ask dpkg which of these packages are not installed."""
    asked = [form for name in names for form in (name, f"{name}t64")]
    answer = subprocess.run(
        ["dpkg-query", "-W", "-f=${db:Status-Abbrev}${Package}\n", *asked],
        capture_output=True,
        text=True,
        check=False,  # it fails if it does not know one, and answers for the others
    )
    there = {line[3:] for line in answer.stdout.splitlines() if line[1:2] == "i"}
    return [name for name in names if name not in there and f"{name}t64" not in there]


def install(names: list[str]) -> None:
    """Let apt install them, as root or through a sudo that asks nothing."""
    way_out = "An administrator of this machine needs to run this line once: sudo apt-get update"
    way_out += " && sudo apt-get install " + " ".join(names)
    way = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if way and (
        not shutil.which("sudo") or subprocess.call([*way, "true"], stderr=subprocess.DEVNULL)
    ):
        raise StopError(way_out)
    apt = [*way, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y"]
    say(f"This machine lacks {' '.join(names)}")
    step("Asking apt what it can install", [*apt, "update"], way_out)
    step("Installing them", [*apt, "install", "--no-install-recommends", *names], way_out)
