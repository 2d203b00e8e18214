"""Answering a command: the words of the windows for every failure, and a code for who called."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Final

from dsl_desk.app.command import DONE, NOT_ASKED, WRONG
from dsl_desk.app.commands.sitting_down import NobodyToAskError
from dsl_desk.domain.errors import DamageError, DeskError, DraftError, ListRefusedError
from dsl_desk.domain.keeping_errors import (
    BlobDamagedError,
    JournalRefusedError,
    SnapshotDamagedError,
)
from dsl_desk.ui.errors.sentences import advice_for

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

_WRONG_DATA: Final = (
    *(DamageError, SnapshotDamagedError, BlobDamagedError, JournalRefusedError, ListRefusedError),
)


def answered(job: Callable[[argparse.Namespace], int], asked: argparse.Namespace) -> int:
    """Do a job; tell what stood in its way, and what to do now."""
    try:
        return job(asked)
    except DraftError as problems:
        told = "".join(f"  {one.field}: {one.code}\n" for one in problems.problems)
        sys.stderr.write(f"{advice_for(problems).words}\n{told}")
    except DeskError as failure:
        sys.stderr.write(f"{advice_for(failure).words}\n")
        return WRONG if isinstance(failure, _WRONG_DATA) else NOT_ASKED
    except NobodyToAskError:
        sys.stderr.write("A passphrase is needed. Give it in a file, with --passphrase-file.\n")
    except FileNotFoundError as failure:
        sys.stderr.write(f"{failure.filename} is not there. Check its name and try again.\n")
    except (OSError, UnicodeDecodeError):
        sys.stderr.write("A file cannot be read or written. Check its name and try again.\n")
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped.\n")
    return NOT_ASKED


def tell(asked: argparse.Namespace, words: str, facts: object) -> int:
    """Answer in words, or with --json as facts."""
    if asked.json:
        sys.stdout.write(json.dumps(facts, indent=2, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(f"{words}\n")
    return DONE


def may_be_json(parser: argparse.ArgumentParser) -> None:
    """Let an answer be asked for as JSON."""
    parser.add_argument("--json", action="store_true", help="answer as JSON")


def progress(done: int, of: int, /) -> None:
    """Tell how far it is where somebody watches."""
    if sys.stderr.isatty():
        end = "\n" if done >= of else ""
        sys.stderr.write(f"\r{done:,} of {of:,}{end}")
