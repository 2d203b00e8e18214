"""Every proof in full, one after the other: `python3 installer proof`, or some of them by name.

A proof that was stopped goes on where it was. Figures are written to docs/proof.md as they come.
"""

from __future__ import annotations

import subprocess
import sys
import time

from tests.proof import figures
from tests.proof.disk import why_not

NEED_THE_DISK = ("faults", "power", "hour")
PROOFS = (
    *("subsets", "ledger", "drills", "schools", "heads", "hour", "locks"),
    *("readers", "decoder", "exports", "power", "mixtures", "writers", "kills", "faults", "flips"),
    "windows",
)


def main(names: list[str]) -> int:
    """Run them, and return 0 if nothing was wrong."""
    wrong = []
    for name in names or PROOFS:
        if name in NEED_THE_DISK and why_not():
            print(f"{name}: {why_not()}", flush=True)
            wrong.append(name)
            continue
        print(f"{name} ...", flush=True)
        begun = time.monotonic()
        code = subprocess.call([sys.executable, "-m", f"tests.proof.{name}", "full"])
        done = figures.load(name)
        if code or done is None or done.bad:
            wrong.append(name)
        if done is not None:
            seconds = time.monotonic() - begun
            print(f"{name}: {done.cases:,} of {done.of:,}, {done.bad:,} wrong, {seconds:.0f} s")
    print(f"wrong: {', '.join(wrong)}" if wrong else "nothing was wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
