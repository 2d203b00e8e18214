"""The command `policy`: look at a profile file, or ask a policy what it wants, without a vault.

Answers 0 when all is well, 1 when a profile is refused, 2 when it could not be asked.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dsl_desk.app.command import CODES
from dsl_desk.app.paths import resources
from dsl_desk.domain.fields import FieldError
from dsl_desk.domain.policy.explaining import explained, facts_in
from dsl_desk.domain.policy.flaws import ProfileRefusedError
from dsl_desk.services.profiles import guidance_in, policies_in, policy_in, profile_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.services.profiles import ProfileFile

WELL: Final = 0
REFUSED: Final = 1
NOT_ASKED: Final = 2
_ABOUT: Final = """\
A school's social media policy is a file of plain text. "check" reads one and says, line by line,
what is wrong with it. "explain" says what a policy and the guidance under it ask for, given some
facts: what is to be done, who is told, by when, and under which clause. Neither needs a vault."""
_EXAMPLES: Final = f"""\
{CODES}

examples:
  dsl-desk policy check our-policy.toml
  dsl-desk policy explain longton --facts facts.json
  dsl-desk policy explain our-policy.toml --facts facts.json

facts.json holds what is known of a record, for example:
  {{"about": "adult", "sort": ["staff_contact"], "told_by": "family", "online": true}}

docs/manual/write-your-policy.md says what may stand in a profile, and lists the facts."""


def policy(words: Sequence[str]) -> int:
    """Answer `dsl-desk policy check FILE` and `dsl-desk policy explain PROFILE --facts FILE`."""
    asked = parser().parse_args(list(words))
    try:
        if asked.what == "check":
            return _check(asked.file)
        return _explain(asked.profile, asked.facts)
    except ProfileRefusedError as refused:
        sys.stderr.write("".join(f"{line}\n" for line in refused.lines()))
        return REFUSED
    except OSError:
        sys.stderr.write("The file cannot be read. Check its name and try again.\n")
        return NOT_ASKED
    except FieldError as wrong:
        sys.stderr.write(
            f"The facts cannot be read: {str(wrong) or 'they are not JSON'}. "
            "See dsl-desk policy explain --help.\n"
        )
        return NOT_ASKED


def _check(path: Path) -> int:
    read = profile_file(path).profile
    sys.stdout.write(
        f"{path.name}: {read.title}. {len(read.clauses)} clauses, {len(read.duties)} duties, "
        f"{len(read.slips)} slips, {len(read.registers)} registers. Nothing is wrong with it.\n"
    )
    return WELL


def _explain(named: str, facts: Path) -> int:
    chosen = _chosen(named)
    if chosen is None:
        known = ", ".join(one.profile.name for one in policies_in(resources()))
        sys.stderr.write(f"There is no policy of that name. Those here are: {known}.\n")
        return NOT_ASKED
    known_facts = facts_in(facts.read_bytes())
    told = explained((*guidance_in(resources()), chosen.profile), known_facts)
    sys.stdout.write(json.dumps(told, indent=2, ensure_ascii=False) + "\n")
    return WELL


def _chosen(named: str) -> ProfileFile | None:
    path = Path(named)
    return profile_file(path) if path.suffix else policy_in(resources(), named)


def parser() -> argparse.ArgumentParser:
    """Return what `policy` can be asked."""
    parser = argparse.ArgumentParser(
        prog="dsl-desk policy",
        description=_ABOUT,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(dest="what", required=True, metavar="COMMAND")
    check = commands.add_parser(
        "check",
        help="say what is wrong with a profile file, each line by its number",
        description="Read a profile file. Answers 0 when nothing is wrong with it, 1 when it is.",
    )
    check.add_argument("file", type=Path, metavar="FILE", help="a profile, ending in .toml")
    explain = commands.add_parser(
        "explain",
        help="print what a policy asks for under some facts, as JSON",
        description="Print the duties that facts bring, with who, by when and under which clause.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    explain.add_argument("profile", metavar="PROFILE", help="a name (shire) or a profile file")
    explain.add_argument(
        "--facts", type=Path, required=True, metavar="FILE", help="what is known, as JSON"
    )
    return parser
