"""What the command line can ask for. Without a command: the app, supervised."""

from __future__ import annotations

import sys

from dsl_desk.system import folders

TYPE_CHECKING = False  # typing itself costs a millisecond on the way to the first window
if TYPE_CHECKING:
    from collections.abc import Callable

_WRONG_USE = 2
_OPTIONS = ("--vault", "--tell", "--demo")
_PARCEL = ".parcel"


def main() -> int:
    """Answer the command line of this process."""
    words = sys.argv[1:]
    if words and words[0].lower().endswith(_PARCEL):
        return _with_parcel(words[0], words[1:])  # a double click on one
    if not words or words[0] in _OPTIONS:
        return _supervise(words)
    inner = _INNER.get(words[0])
    return _answer(words) if inner is None else inner(words[1:])


def _answer(words: list[str]) -> int:
    from dsl_desk.app.commands.table import answer  # noqa: PLC0415 - for who typed a command

    return answer(words)


def _supervise(words: list[str]) -> int:
    if words[:1] == ["--demo"]:
        from dsl_desk.app.training_vault import training_vault  # noqa: PLC0415 - only if needed

        words = ["--vault", training_vault(), *words[1:]]
        if not words[1]:
            return _WRONG_USE
    options = _options(words)
    if options is None:
        return _answer(["nothing of this"])
    from dsl_desk.app import launch  # noqa: PLC0415 - only if needed

    plan = launch.this_program(options.get("--vault", folders.default_vault()))
    first = launch.start_first_gate(plan)
    launch.give_way_to(first)
    from dsl_desk.app.limits import TO_TRAINING  # noqa: PLC0415 - after the gate's start
    from dsl_desk.app.watch import watch  # noqa: PLC0415 - as above

    code = watch(plan, first, options.get("--tell"))
    return _to_training(options) if code == TO_TRAINING else code


def _with_parcel(file: str, words: list[str]) -> int:
    """Note that a parcel waits for whoever unlocks next; open the app, unless it is open."""
    options = _options(words)
    if options is None:
        return _answer(["nothing of this"])
    from dsl_desk.app.given import is_open_here, note  # noqa: PLC0415 - only if needed

    vault = options.get("--vault", folders.default_vault())
    note(file, vault)
    return 0 if is_open_here(vault) else _supervise(words)


def _to_training(options: dict[str, str]) -> int:
    from dsl_desk.app.training_vault import training_folder  # noqa: PLC0415 - only if needed

    tell = ["--tell", options["--tell"]] if "--tell" in options else []
    return _supervise(["--vault", str(training_folder()), *tell])


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


def _decoder(words: list[str]) -> int:
    from dsl_desk.app import decoder_process  # noqa: PLC0415 - its libraries only where needed

    return decoder_process.run(words)


def _load_qt() -> None:
    from dsl_desk.app import quick_qt  # noqa: PLC0415 - Qt only where it is needed

    quick_qt.load()


# Started by our own processes, with pipes; nobody types them.
_INNER: dict[str, Callable[[list[str]], int]] = {"gate": _gate, "desk": _desk, "decoder": _decoder}
