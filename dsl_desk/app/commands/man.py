"""The manual page, made of the same texts as the help."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Final

from dsl_desk.app.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dsl_desk.app.command import Command

_NAME: Final = "dsl-desk \\- an offline desk for Designated Safeguarding Leads"


def page(about: str, usage: str, commands: Sequence[Command]) -> str:
    """Return the page for section 1, as roff."""
    lines = [
        f'.TH DSL-DESK 1 "" "DSL Desk {VERSION}" "DSL Desk"',
        *(".SH NAME", _NAME, ".SH SYNOPSIS", ".nf", *_plain(usage.replace("usage: ", "       "))),
        *(".fi", ".SH DESCRIPTION", *_plain(about), ".SH COMMANDS"),
    ]
    for command in commands:
        lines += _of_command(command.name, command.parser(), command.summary)
    return "\n".join(lines) + "\n"


def _of_command(name: str, parser: argparse.ArgumentParser, summary: str = "") -> Iterator[str]:
    """Return a command, and each of its own commands after it."""
    yield f".SS {name}"
    yield from _plain(parser.description or summary)
    yield from (".PP", ".nf", *_plain(parser.format_usage().removeprefix("usage: ")), ".fi")
    for one in _arguments(parser):
        yield from (".TP", f".B {_safe(_named(one))}", *_plain(one.help or ""))
    yield from (".PP", ".nf", *_plain(parser.epilog or ""), ".fi")
    for below, its_parser in _own_commands(parser):
        yield from _of_command(f"{name} {below}", its_parser)


def _own_commands(
    parser: argparse.ArgumentParser,
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for one in parser._actions:  # noqa: SLF001  # argparse lists them nowhere else
        if isinstance(one, argparse._SubParsersAction):  # noqa: SLF001  # as above
            yield from one.choices.items()


def _arguments(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    every = parser._actions  # noqa: SLF001  # argparse lists them nowhere else
    told_apart = (argparse._HelpAction, argparse._SubParsersAction)  # noqa: SLF001  # as above
    return [one for one in every if not isinstance(one, told_apart)]


def _named(one: argparse.Action) -> str:
    shown = one.metavar if isinstance(one.metavar, str) else one.dest
    if not one.option_strings:
        return shown
    return one.option_strings[0] if one.nargs == 0 else f"{one.option_strings[0]} {shown}"


def _plain(words: str) -> list[str]:
    return [_safe(line) for line in words.rstrip().splitlines()]


def _safe(line: str) -> str:
    safe = line.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{safe}" if safe.startswith((".", "'")) else safe
