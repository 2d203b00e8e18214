from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dsl_desk.app import logs
from dsl_desk.app.handover import hand_over
from dsl_desk.domain.bug import Bug, bug_of
from dsl_desk.system.frames import FrameError

ROOT = Path(__file__).parents[2]
NAME = "Wren Tamarisk"

PROGRAM = """
import sys, threading
from dsl_desk.app import last_resort
last_resort.install()
shown = []
last_resort.answer_in_window(lambda bug: shown.append(bug) or {then})
def break_it():
    raise ValueError("Wren Tamarisk")
{how}
print(len(shown))
"""


def run(how: str, state: Path, then: str = "None") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM.format(how=how, then=then)],
        cwd=ROOT,
        env={"XDG_STATE_HOME": str(state), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )


SLOT = """
from PySide6.QtCore import QCoreApplication, QTimer
app = QCoreApplication([])
QTimer.singleShot(0, break_it)
QTimer.singleShot(0, app.quit)
app.exec()
"""


@pytest.mark.parametrize(
    "how",
    [
        "thread = threading.Thread(target=break_it); thread.start(); thread.join()",
        "class D:\n    __del__ = lambda self: break_it()\nd = D(); del d",
        "from PySide6.QtCore import qWarning; qWarning('Wren Tamarisk')",
        SLOT,
    ],
    ids=["a thread", "a finaliser", "Qt's messages", "a slot"],
)
def test_that_what_nobody_caught_is_noted_without_its_words(how: str, tmp_path: Path) -> None:
    done = run(how, tmp_path)
    noted = (tmp_path / "dsl-desk" / "faults.log").read_text()
    assert done.stdout == "1\n"
    assert NAME not in noted + done.stderr
    assert len(noted.splitlines()) == 1


OF_READERS = (
    "qCWarning(QLoggingCategory('qt.accessibility.atspi'), 'Could not find Wren Tamarisk')",
    "qWarning('Received text event for invalid interface.')",
    "qWarning('QSpiApplication::keyEventError it did not reply')",
)


@pytest.mark.parametrize("warning", OF_READERS)
def test_that_what_qt_says_of_a_screen_reader_is_no_bug(warning: str, tmp_path: Path) -> None:
    how = f"from PySide6.QtCore import QLoggingCategory, qCWarning, qWarning\n{warning}"
    done = run(how, tmp_path)
    assert (done.stdout, done.stderr) == ("0\n", "")


def test_that_what_the_system_says_of_a_window_is_noted_and_bothers_nobody(tmp_path: Path) -> None:
    warning = "qCWarning(QLoggingCategory('qt.qpa.window'), 'Unable to set geometry')"
    how = f"from PySide6.QtCore import QLoggingCategory, qCWarning\n{warning}"
    done = run(how, tmp_path)
    assert done.stdout == "0\n"
    assert "qt.qpa.window" in (tmp_path / "dsl-desk" / "faults.log").read_text()


def test_that_a_bug_in_the_main_thread_ends_the_process_with_a_note(tmp_path: Path) -> None:
    done = run("break_it()", tmp_path)
    assert done.returncode == 1
    assert "ValueError" in (tmp_path / "dsl-desk" / "faults.log").read_text()
    assert NAME not in done.stderr


def test_that_a_broken_bug_window_is_a_second_note_and_no_loop(tmp_path: Path) -> None:
    how = "thread = threading.Thread(target=break_it); thread.start(); thread.join()"
    done = run(how, tmp_path, then="1 / 0")
    noted = (tmp_path / "dsl-desk" / "faults.log").read_text()
    assert done.stdout == "1\n"
    assert ["ValueError" in noted, "ZeroDivisionError" in noted] == [True, True]


def broken(number: int) -> Bug:
    with pytest.raises(OSError) as flown:  # noqa: PT011 - its text is what must not be told
        _raise(number)
    return bug_of(flown.value)


def _raise(number: int) -> None:
    raise OSError(number, NAME, "/home/maya/vault")


def test_that_the_same_bug_has_the_same_code_and_another_one_another() -> None:
    bugs = [broken(number) for number in (28, 28, 5)]
    assert bugs[0] == bugs[1]
    assert bugs[0].code != bugs[2].code
    assert bugs[0].kind == "OSError(28)"


def test_that_a_bug_names_places_and_no_folder_above_our_code() -> None:
    assert [place.partition(":")[0] for place in broken(28).places] == ["test_last_resort.py"] * 2


def test_that_a_place_in_our_code_is_told_from_the_package_on() -> None:
    with pytest.raises(FrameError) as flown:
        hand_over(-1, "maya", b"")
    assert bug_of(flown.value).places[-1].startswith("dsl_desk/app/handover.py:")


def test_that_causes_are_told_and_a_circle_of_them_ends() -> None:
    first, second = ValueError(NAME), KeyError(NAME)
    first.__cause__, second.__cause__ = second, first
    assert bug_of(first).kind == "ValueError<KeyError"


def test_that_notes_of_faults_do_not_grow_for_ever(tmp_path: Path) -> None:
    bug = Bug("AB12-CD34", "ValueError", ("dsl_desk/app/main.py:1",))
    (tmp_path / "faults.log").write_bytes(b"x" * 300_000)
    logs.note(bug, tmp_path)
    assert (tmp_path / "faults.log").stat().st_size < 200
    assert (tmp_path / "faults.old.log").stat().st_size == 300_000


def test_that_a_disk_that_takes_no_note_is_no_second_bug(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    logs.note(Bug("AB12-CD34", "ValueError", ()), tmp_path / "file")
