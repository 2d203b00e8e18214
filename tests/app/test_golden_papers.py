"""Papers of the training vault, word for word and page for page, as another program reads them.

`python -m pytest tests/app/test_golden_papers.py` compares; with DSL_DESK_GOLDEN=write it writes
them anew, and the difference is looked at before it is committed. What is drawn by chance (numbers
of copies, fingerprints) is masked.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.leaving import (
    HowItLeaves,
    LeavingDraft,
    PaperSort,
    Recipient,
    RecipientSort,
    Wish,
)
from dsl_desk.domain.referral import REFERRAL
from dsl_desk.services.everything import every_record
from dsl_desk.services.pressing import finish, press
from tests.app.test_demo import School, a_school
from tests.builders import an_entry_id
from tests.services.staffroom import HESTER, MAYA

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.services.desk import Desk

GOLDEN = Path(__file__).parent / "golden"
_CHANCE = (
    (re.compile(r"\b[0-9a-f]{4}(?: [0-9a-f]{4})+\b"), "#### ####"),
    (re.compile(r"#### #### \.\.\. [0-9a-f]{4}"), "#### ####"),
    (re.compile(r"\b[0-9a-f]{8,}\b"), "########"),
    (
        re.compile(
            r"(?:up to (?:its last )?entry|Ledger entry),? [\d,]+(?: of [\d,]+|, [\d,]+ in all)?"
        ),
        "entry #",
    ),
    # What a check draws goes by the heads of the ledger, which are other ones each time.
    (re.compile(r"(Concern C|Decision to look VD)-\d{4}-\d{3}, version \d"), r"\1-#"),
    (re.compile(r"[ \t]+"), " "),
)


def own_copy(desk: Desk, sort: PaperSort, of: str) -> bytes:
    """Return a paper as it would leave; nothing is written down: the next reads the same."""
    draft = LeavingDraft(
        Recipient(RecipientSort.OWN_FILE), "For the file", how=HowItLeaves.OPEN, unlocked_why="Here"
    )
    gathered = desk.leaving.gather(Wish(sort, RecordId(of)))
    printed = press(gathered, draft, an_entry_id(desk.sitting.clock))
    return finish(printed, gathered).content


def _entry(desk: Desk) -> bytes:
    last = desk.concerns.page(0, 100).rows[-1].id
    return own_copy(desk, PaperSort.ENTRY, last)


def _file(desk: Desk) -> bytes:
    people = desk.people.directory.everybody().listed
    (wren,) = [one for one in people if one.name == "Wren Tamarisk"]
    return own_copy(desk, PaperSort.FILE, wren.id)


def _viewing(desk: Desk) -> bytes:
    record = desk.viewings.page(0, 1).rows[0].viewing.id
    return own_copy(desk, PaperSort.VIEWING, record)


def _referral(desk: Desk, sort: PaperSort) -> bytes:
    line = next(every_record(desk.sitting, REFERRAL.name))
    return own_copy(desk, sort, line.id)


def _pack(desk: Desk) -> bytes:
    lines = [one for one in desk.allegations.list() if not one.sealed]
    return own_copy(desk, PaperSort.LADO_PACK, lines[-1].allegation.written.id)


def _low_level(desk: Desk) -> bytes:
    return own_copy(desk, PaperSort.LOW_LEVEL, desk.low_level.list()[-1].written.id)


def _governors(desk: Desk) -> bytes:
    return own_copy(desk, PaperSort.GOVERNORS, RecordId("list"))


def _check(desk: Desk) -> bytes:
    signed = desk.checks.standing(Compartment.CHILDREN).signed
    return own_copy(desk, PaperSort.CHECK, signed[0].id)


PAPERS: dict[str, tuple[str, Callable[[Desk], bytes]]] = {
    "entry": (MAYA, _entry),
    "file": (MAYA, _file),
    "viewing": (MAYA, _viewing),
    "referral": (MAYA, partial(_referral, sort=PaperSort.SOCIAL_CARE)),
    "prevent": (MAYA, partial(_referral, sort=PaperSort.PREVENT)),
    "governors": (MAYA, _governors),
    "pack": (HESTER, _pack),
    "check": (HESTER, _check),
    "low_level": (HESTER, _low_level),
}


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> School:
    return a_school(tmp_path_factory.mktemp("golden") / "vault")


def said(program: str, *words: str) -> str:
    found = shutil.which(program)
    assert found is not None
    done = subprocess.run([found, *words], capture_output=True, encoding="utf-8", check=True)
    assert "rror" not in done.stderr, program
    return done.stdout


def as_read(file: Path) -> str:
    """Return the words of a paper and its layout in numbers, without what is drawn by chance."""
    text = said("pdftotext", "-layout", str(file), "-")
    for pattern, mask in _CHANCE:
        text = pattern.sub(mask, text)
    lines = [line.strip() for line in text.replace("\f", "\n=== page ===\n").splitlines()]
    facts = said("pdfinfo", str(file)).splitlines()
    kept = ("Title", "Author", "Pages", "Page size", "JavaScript", "Form", "Encrypted")
    numbers = [" ".join(line.split()) for line in facts if line.startswith(kept)]
    return "\n".join([*numbers, *(line for line in lines if line), ""])


@pytest.mark.parametrize("name", sorted(PAPERS))
def test_that_a_paper_of_the_training_vault_reads_as_it_did(
    school: School, tmp_path: Path, name: str
) -> None:
    member, make = PAPERS[name]
    with school.desk(member) as desk:
        assert Compartment.CHILDREN in desk.sitting.parts
        pdf = make(desk)
    file = tmp_path / f"{name}.pdf"
    file.write_bytes(pdf)
    said("qpdf", "--check", str(file))
    said("mutool", "info", str(file))
    golden, now = GOLDEN / f"{name}.txt", as_read(file)
    if os.environ.get("DSL_DESK_GOLDEN") == "write":
        golden.write_text(now, encoding="utf-8")
    assert now == golden.read_text(encoding="utf-8")
