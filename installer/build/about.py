"""The page of the manual that says what the program is made of, written from the lock.

`python -m installer.build.about` writes it anew; a test looks that it is today's.
"""

from __future__ import annotations

from typing import Final

from dsl_desk.app.version import VERSION
from installer.build import locked, parts, targets
from installer.steps import ROOT

PAGE: Final = ROOT / "docs" / "manual" / "17-about.md"
_HEAD: Final = f"""\
# About DSL Desk: what is it made of?
DSL Desk {VERSION} is free software under GPL-3.0-or-later: you may use, read, change and
pass it on under the same terms. It comes without any warranty. Its text is in the folder it is
installed in.

## The parts, with the licence of each
"""
_FOOT: Final = """
The text of each licence lies beside its part in the installed folder. Qt is used under LGPL-3.0:
you may put another build of it in its place. SQLCipher: copyright Zetetic LLC.
"""


def page() -> str:
    """Return the page."""
    markers = (targets.this_machine().markers, targets.windows().markers)
    wanted = {one.name: one for of in markers for one in locked.needed(of)}
    lines = [
        f"- {one.name} {one.version}: {parts.licence(one.name)}"
        for one in sorted(wanted.values(), key=lambda one: one.name)
    ]
    lines += [f"- {name}: {told}" for name, told in parts.SHIPPED]
    lines.append("- CPython, the interpreter: PSF-2.0")
    return _HEAD + "\n".join(lines) + "\n" + _FOOT


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
