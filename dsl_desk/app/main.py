"""What the command line can ask for. Without a command: the app, supervised."""

from __future__ import annotations

import os
import sys

from dsl_desk.system import folders

TYPE_CHECKING = False  # typing itself costs a millisecond on the way to the first window
if TYPE_CHECKING:
    from collections.abc import Callable

USAGE = """usage: dsl-desk [--vault FOLDER]
       dsl-desk --demo
       dsl-desk COMMAND ...
commands: {}
"""
_WRONG_USE = 2


def main() -> int:
    """Answer the command line of this process."""
    words = sys.argv[1:]
    if not words or words[0].startswith("--"):
        return _supervise(words)
    command = _COMMANDS.get(words[0])
    if command is None:
        sys.stderr.write(USAGE.format(", ".join(name for name in _COMMANDS if name not in _INNER)))
        return _WRONG_USE
    return command(words[1:])


def _supervise(words: list[str]) -> int:
    if words[:1] == ["--demo"]:
        from dsl_desk.app.demo.opening import training_vault  # noqa: PLC0415 - only if needed

        words = ["--vault", training_vault(), *words[1:]]
        if not words[1]:
            return _WRONG_USE
    options = _options(words)
    if options is None:
        sys.stderr.write(USAGE.format(", ".join(name for name in _COMMANDS if name not in _INNER)))
        return _WRONG_USE
    from dsl_desk.app import launch  # noqa: PLC0415 - only if needed

    plan = launch.this_program(options.get("--vault", folders.default_vault()))
    first = launch.start_first_gate(plan)
    launch.give_way_to(first)
    from dsl_desk.app.watch import watch  # noqa: PLC0415 - after the gate's start

    return watch(plan, first, options.get("--tell"))


def _options(words: list[str]) -> dict[str, str] | None:
    """Read `--vault FOLDER` and `--tell FD`; argparse alone would cost 6 ms."""
    names, values = words[::2], words[1::2]
    if len(names) != len(values) or not set(names) <= {"--vault", "--tell"}:
        return None
    return dict(zip(names, values, strict=True))


def _gate(words: list[str]) -> int:
    _load_qt()
    from dsl_desk.app import gate_process, wiring  # noqa: PLC0415 - Qt only where it is needed

    return gate_process.run(words, wiring.gate_front)


def _desk(words: list[str]) -> int:
    _load_qt()
    from dsl_desk.app import desk_process, wiring  # noqa: PLC0415 - Qt only where it is needed

    return desk_process.run(words, wiring.desk_front)


def _gallery(words: list[str]) -> int:
    _load_qt()
    from dsl_desk.app.gallery import gallery  # noqa: PLC0415 - Qt only where it is needed

    return gallery(words)


def _tour(words: list[str]) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    _load_qt()
    from dsl_desk.app.tour.command import tour  # noqa: PLC0415 - Qt only where it is needed

    return tour(words)


def _demo(words: list[str]) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # it draws pictures, and shows none
    _load_qt()
    from dsl_desk.app.demo.command import demo  # noqa: PLC0415 - Qt only where it is needed

    return demo(words)


def _check(words: list[str]) -> int:
    from dsl_desk.app.check import check  # noqa: PLC0415 - keys and storage only where needed

    return check(words)


def _policy(words: list[str]) -> int:
    from dsl_desk.app.policy import policy  # noqa: PLC0415 - only if needed

    return policy(words)


def _decoder(words: list[str]) -> int:
    from dsl_desk.app import decoder_process  # noqa: PLC0415 - its libraries only where needed

    return decoder_process.run(words)


def _load_qt() -> None:
    from dsl_desk.app import quick_qt  # noqa: PLC0415 - Qt only where it is needed

    quick_qt.load()


# Later commands are one line here and one function above.
_COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "gate": _gate,
    "desk": _desk,
    "demo": _demo,
    "gallery": _gallery,
    "tour": _tour,
    "check": _check,
    "policy": _policy,
    "decoder": _decoder,
}
_INNER = ("gate", "desk", "decoder")  # started by our own processes, with pipes; nobody types them
