"""What lies at the top of the house, and the papers beside the code."""

from __future__ import annotations

import fnmatch
import re
from typing import TYPE_CHECKING

from packaging.requirements import Requirement

from tests.house.rules.plan import name, project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BUILT = {"dsl_desk", "resources", "installer", "tests", "docs"}
DESCRIBED = {"pyproject.toml", "requirements.lock", "README.md", "LICENSE", ".gitignore"}
TOP = BUILT | DESCRIBED | {".ci", ".git", ".github", "CONTRIBUTING.md", "SECURITY.md"}
DECISION = ("Summary", "Context", "Decision", "Consequences", "Alternatives considered")
TEXT = {".py", ".md", ".toml", ".lock", ".qss", ".txt", ".json", ".html", ""}
# Joined here, so that this file does not hold what it looks for.
NO_PLACE_FOR = tuple("/".join(["", *part]) for part in (("work", ""), ("root", ""), ("opt", "")))
NO_HOST_FOR = tuple(".".join(part) for part in (("pypi", "org"), ("pythonhosted", "org")))


def strangers_at_the_top(root: Path) -> list[str]:
    """Name what is at the top level and has no place there."""
    ignored = [line.rstrip("/") for line in (root / ".gitignore").read_text("utf-8").split()]
    return sorted(
        f"{path.name} has no place at the top"
        for path in root.iterdir()
        if path.name not in TOP and not any(fnmatch.fnmatch(path.name, one) for one in ignored)
    )


def version_without_news(root: Path) -> list[str]:
    """Say whether the changelog has Unreleased on top and this version below it."""
    page = (root / "docs/changelog.md").read_text("utf-8")
    titles = re.findall(r"^## \[([^\]]+)\]", page, re.MULTILINE)
    version = project(root)["project"]["version"]
    wrong = [] if titles[:1] == ["Unreleased"] else ["docs/changelog.md: Unreleased is not on top"]
    return (
        wrong if version in titles else [*wrong, f"docs/changelog.md says nothing about {version}"]
    )


def not_in_the_lock(root: Path) -> list[str]:
    """Name every library that pyproject.toml asks for and the lock does not hold as asked."""
    text = (root / "requirements.lock").read_text("utf-8")
    locked = dict(re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE))
    asked = project(root)
    lines = [*asked["project"]["dependencies"], *asked["dependency-groups"]["dev"]]
    return [
        f"requirements.lock does not hold {line}"
        for line in lines
        if (wanted := Requirement(line)).name not in locked
        or not wanted.specifier.contains(locked[wanted.name], prereleases=True)
    ]


def formless_decisions(root: Path) -> list[str]:
    """Name the decision records that lack a part, or are out of their order."""
    wrong = []
    for number, page in enumerate(sorted((root / "docs/decisions").glob("*.md")), 1):
        text = page.read_text("utf-8")
        begun = f"{number:04}"
        if not page.name.startswith(f"{begun}-") or not text.startswith(f"# {begun} "):
            wrong.append(f"{name(root, page)} is not number {begun} in name and title")
        wrong += [
            f"{name(root, page)} has no {part}"
            for part in DECISION
            if not re.search(rf"^(\*\*{part}\.\*\*|## {part}$)", text, re.MULTILINE)
        ]
    return wrong


def names_a_machine(root: Path) -> list[str]:
    """Name every line that only makes sense on the machine it was written on."""
    return [
        f"{name(root, path)}:{number} names a machine or a registry: {line.strip()[:80]}"
        for path in written(root)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if any(re.search(rf"(?<![\w.]){place}", line) for place in NO_PLACE_FOR)
        or any(host in line for host in NO_HOST_FOR)
    ]


def written(root: Path) -> Iterator[Path]:
    """Every text of the house that people wrote."""
    for top in sorted(TOP - {".git", "LICENSE"}):
        inside = (root / top).rglob("*") if (root / top).is_dir() else [root / top]
        yield from (path for path in inside if path.is_file() and path.suffix in TEXT)
