"""SIGNING: the one place where a signature is made. `python -m installer.build.signing FILE.msi`.

Needs a certificate and its key, named by DSL_DESK_CERTIFICATE and DSL_DESK_KEY, and osslsigncode.
Without them it does nothing and says so. Never run by a build, a test or CI of this repository.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from installer.steps import say


def main(files: list[str]) -> int:
    """Sign each file in place."""
    certificate, key = (os.environ.get(name) for name in ("DSL_DESK_CERTIFICATE", "DSL_DESK_KEY"))
    if not certificate or not key:
        say("Nothing is signed: DSL_DESK_CERTIFICATE and DSL_DESK_KEY name no certificate.")
        return 1
    for name in files:
        file = Path(name)
        signed = file.with_suffix(".signed")
        told = ("-certs", certificate, "-key", key, "-n", "DSL Desk", "-h", "sha256")
        subprocess.run(("osslsigncode", "sign", *told, "-in", file, "-out", signed), check=True)
        signed.replace(file)
        say(f"Signed: {file}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
