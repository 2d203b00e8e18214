"""What the program can be built for: how a target answers markers, and what pip calls it."""

from __future__ import annotations

import platform
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from packaging.markers import default_environment

INTERPRETERS: Final = Path(__file__).with_name("interpreters.toml")


@dataclass(frozen=True)
class Target:
    """One system. `tag` is pip's name for it; empty: the machine that builds."""

    name: str
    tag: str
    python: str
    markers: dict[str, str]


def this_machine() -> Target:
    """Return the machine that builds: its own Python and its own libraries go along."""
    answers = {name: str(value) for name, value in default_environment().items()}
    return Target(sys.platform, "", platform.python_version(), answers)


def windows() -> Target:
    """Return Windows of 64 bits, with the interpreter that `interpreters.toml` names."""
    named = tomllib.loads(INTERPRETERS.read_text("utf-8"))["windows"]["version"]
    return Target(
        "win32",
        "win_amd64",
        named,
        {
            "implementation_name": "cpython",
            "platform_python_implementation": "CPython",
            "os_name": "nt",
            "platform_machine": "AMD64",
            "platform_system": "Windows",
            "python_full_version": named,
            "python_version": ".".join(named.split(".")[:2]),
            "sys_platform": "win32",
            "extra": "",
        },
    )
