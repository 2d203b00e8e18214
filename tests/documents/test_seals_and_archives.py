"""A seal that strangers find whole and one byte breaks; an archive copy; files asked for."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest

from dsl_desk.documents.archive import archive_copy
from dsl_desk.documents.colour_profile import colour_profile
from dsl_desk.documents.locking import Finishing, finished
from dsl_desk.documents.proofs import Wanted, prove
from dsl_desk.domain.carried_file import CarriedFile
from dsl_desk.domain.leaving_errors import Flaw
from dsl_desk.keys.sealing import make_seal, signed_with
from tests.documents.test_proofs import TITLE, WORDS, a_paper, flaw_of

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.school_seal import SchoolSeal

AT = datetime(2026, 11, 19, 12, 31, tzinfo=UTC)
LETTERS = b"letters of a stranger"


@pytest.fixture(scope="module")
def seal() -> SchoolSeal:
    return make_seal("Fernhollow Primary School", AT)


def sealed_paper(seal: SchoolSeal, passphrase: str = "") -> bytes:
    how = Finishing(TITLE, passphrase, partial(signed_with, seal))
    return finished(a_paper(), how)


def said_by_pdfsig(paper: bytes, folder: Path, passphrase: str = "") -> str:
    file = folder / "sealed.pdf"
    file.write_bytes(paper)
    run = subprocess.run(
        ["pdfsig", "-nocert", "-upw", passphrase, str(file)],  # noqa: S607 - found on PATH
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return run.stdout


@pytest.mark.parametrize("passphrase", ["", WORDS])
def test_that_poppler_finds_the_seal_whole_and_over_the_whole_paper(
    seal: SchoolSeal, tmp_path: Path, passphrase: str
) -> None:
    paper = sealed_paper(seal, passphrase)
    told = said_by_pdfsig(paper, tmp_path, passphrase)
    assert "Signature is Valid." in told
    assert "Total document signed" in told
    assert "Fernhollow Primary School" in told
    assert prove(paper, Wanted(TITLE, passphrase, is_sealed=True)) == 1


def test_that_a_library_of_strangers_finds_the_seal_whole(seal: SchoolSeal) -> None:
    from asn1crypto.x509 import Certificate  # noqa: PLC0415 only where strangers are asked
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415 as above
    from pyhanko.sign.validation import validate_pdf_signature  # noqa: PLC0415 as above
    from pyhanko.sign.validation.status import SignatureCoverageLevel  # noqa: PLC0415 as above
    from pyhanko_certvalidator import ValidationContext  # noqa: PLC0415 as above

    trusted = ValidationContext(
        trust_roots=[Certificate.load(seal.certificate)], allow_fetching=False, moment=AT
    )
    reader = PdfFileReader(BytesIO(sealed_paper(seal)))
    (found,) = reader.embedded_signatures
    status = validate_pdf_signature(found, signer_validation_context=trusted)
    assert status.intact
    assert status.valid
    assert status.trusted
    assert status.coverage is SignatureCoverageLevel.ENTIRE_FILE


def test_that_one_flipped_byte_anywhere_breaks_the_seal(seal: SchoolSeal, tmp_path: Path) -> None:
    paper = sealed_paper(seal)
    hole = paper.index(b"/Contents <0") if b"/Contents <0" in paper else paper.index(b"/Contents <")
    for place in (len(paper) // 5, hole - 40, paper.index(b"stream") + 12):
        changed = bytearray(paper)
        changed[place] ^= 1
        told = said_by_pdfsig(bytes(changed), tmp_path)
        assert "Signature is Valid." not in told


def test_that_a_paper_without_the_seal_it_should_have_is_refused(seal: SchoolSeal) -> None:
    plain = finished(a_paper(), Finishing(TITLE))
    assert flaw_of(plain, Wanted(TITLE, is_sealed=True)) is Flaw.NOT_SEALED
    assert flaw_of(sealed_paper(seal), Wanted(TITLE)) is Flaw.ACTIVE


def test_that_a_seal_with_an_act_in_it_is_refused(seal: SchoolSeal) -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(sealed_paper(seal))) as paper:
        paper.Root.AcroForm.Fields[0]["/AA"] = pikepdf.Dictionary()
        paper.save(out)
    assert flaw_of(out.getvalue(), Wanted(TITLE, is_sealed=True)) is Flaw.NOT_SEALED


def test_that_a_seal_names_the_school_and_fits_whatever_it_is_called() -> None:
    for school in ("S" * 200, " ", "École Świętej Łucji"):
        made = make_seal(school, AT)
        assert made.fingerprint == hashlib.sha256(made.certificate).hexdigest()
        assert len(made.fours().split()) == 16


def test_that_a_file_goes_inside_only_where_it_was_asked_for_and_as_it_is() -> None:
    one = CarriedFile("ev-2026-058.png", LETTERS, said="EV-2026-058")
    paper = finished(a_paper(), Finishing(TITLE, WORDS, files=(one,)))
    assert prove(paper, Wanted(TITLE, WORDS, files={one.name: one.sha256})) == 1
    with pikepdf.open(BytesIO(paper), password=WORDS) as opened:
        assert opened.attachments[one.name].get_file().read_bytes() == LETTERS
    assert flaw_of(paper, Wanted(TITLE, WORDS)) is Flaw.FILES
    assert flaw_of(paper, Wanted(TITLE, WORDS, files={one.name: "0" * 64})) is Flaw.FILES


def test_that_a_file_inside_says_nothing_of_when_and_where() -> None:
    one = CarriedFile("ev-2026-058.png", LETTERS)
    with pikepdf.open(BytesIO(finished(a_paper(), Finishing(TITLE, files=(one,))))) as opened:
        file = opened.attachments[one.name].get_file()
        assert file.creation_date is None
        assert file.mod_date is None


def test_that_an_archive_copy_says_what_it_is_and_what_its_colours_mean() -> None:
    paper = archive_copy(a_paper(), TITLE)
    assert prove(paper, Wanted(TITLE, is_archive=True)) == 1
    assert flaw_of(paper, Wanted(TITLE)) is Flaw.ABOUT_ITSELF
    with pikepdf.open(BytesIO(paper)) as opened:
        told = opened.Root.Metadata.read_bytes().decode()
        assert "<pdfaid:part>3</pdfaid:part>" in told
        assert TITLE in told
        (intent,) = opened.Root.OutputIntents
        assert intent.DestOutputProfile.read_bytes() == colour_profile()
        assert not opened.is_encrypted


def test_that_an_archive_copy_is_the_same_each_time_and_every_letter_is_inside(
    tmp_path: Path,
) -> None:
    paper = archive_copy(a_paper(), TITLE)
    assert paper == archive_copy(a_paper(), TITLE)
    file = tmp_path / "archive.pdf"
    file.write_bytes(paper)
    told = subprocess.run(
        ["pdffonts", str(file)],  # noqa: S607 - found on PATH
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout.splitlines()[2:]
    assert told
    assert all(line.split()[-5] == "yes" for line in told)  # embedded


def test_that_the_profile_is_one_that_colour_programs_read() -> None:
    profile = colour_profile()
    assert int.from_bytes(profile[:4], "big") == len(profile)
    assert profile[36:40] == b"acsp"


@pytest.mark.parametrize("kind", ["plain", "locked", "sealed", "archive", "carrying"])
def test_that_strangers_read_every_form_a_paper_leaves_in(
    seal: SchoolSeal, tmp_path: Path, kind: str
) -> None:
    one = CarriedFile("ev-2026-058.png", LETTERS)
    passphrase = WORDS if kind == "locked" else ""
    paper = {
        "plain": lambda: finished(a_paper(), Finishing(TITLE)),
        "locked": lambda: finished(a_paper(), Finishing(TITLE, WORDS)),
        "sealed": lambda: sealed_paper(seal),
        "archive": lambda: archive_copy(a_paper(), TITLE),
        "carrying": lambda: finished(a_paper(), Finishing(TITLE, files=(one,))),
    }[kind]()
    file = tmp_path / "paper.pdf"
    file.write_bytes(paper)
    asked = {
        "qpdf": ["--check", f"--password={passphrase}", str(file)],
        "pdfinfo": ["-upw", passphrase, str(file)],
        "pdftotext": ["-upw", passphrase, str(file), "-"],
        "mutool": ["info", "-p", passphrase, str(file)],
    }
    for program, words in asked.items():
        found = shutil.which(program)
        assert found is not None
        run = subprocess.run([found, *words], capture_output=True, check=False)
        assert run.returncode == 0, program
        assert b"rror" not in run.stderr, program
