from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
APP = [sys.executable, "-m", "dsl_desk"]


@pytest.mark.parametrize("words", [["nonsense"], ["--vault"], ["--nonsense", "x"]])
def test_that_a_command_line_nobody_understands_is_answered_with_the_usage(
    words: list[str],
) -> None:
    done = subprocess.run([*APP, *words], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("usage: dsl-desk [--vault FOLDER]")
    assert "gate" not in done.stderr


def test_that_the_app_shows_its_gate_and_ends_when_told(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    app = subprocess.Popen(
        [*APP, "--vault", str(tmp_path), "--tell", str(writing)], cwd=ROOT, pass_fds=[writing]
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        for line in told:
            if json.loads(line)["what"] == "Covered":
                app.send_signal(signal.SIGTERM)
    assert app.wait() == 0
