"""A referral pack with many screenshots, beside bare reportlab, and how much memory it takes.

    python -m tests.bench.bench_pack 100

A vault with an allegation, so many captures of about two megabytes and a copy for sharing of each.
Then two processes of their own: the whole way out (gather, first page, all pages, lock, proof,
entry), and bare reportlab drawing the same pictures on as many pages from their pixels.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable, PageBreak, SimpleDocTemplate
from typing_extensions import override

from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.leaving import LeavingDraft, PaperSort, Recipient, RecipientSort, Wish
from dsl_desk.domain.person import PersonKind, StaffKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.picture import Decoded, PictureFacts, PictureSort, Pixels
from dsl_desk.domain.plain_picture import PlainPicture, written
from dsl_desk.domain.viewing import Stands
from dsl_desk.services.founding import found
from dsl_desk.services.pressing import finish, page_picture, press, press_front
from dsl_desk.services.sharing import CopyMaker
from tests.builders import SCHOOL, a_founder, an_entry_id
from tests.conftest import TrainingVault
from tests.fakes.clock import FakeClock
from tests.services.adults import ROWAN, an_adult, an_allegation_draft, begin
from tests.services.looking import captured, decided
from tests.services.sharing_day import DRAFT as COVERED
from tests.services.way_out import somebody

if TYPE_CHECKING:
    from dsl_desk.domain.ids import MemberId
    from dsl_desk.domain.sharing_marks import CopyDraft
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.doorway import Looking

_WIDE, _HIGH = 1170, 2532
_TALL: Final = 560.0
_LADO: Final = Recipient(RecipientSort.LADO, PersonRef("Ruth Saltmarsh"), "Merrowshire")
_DRAFT: Final = LeavingDraft(_LADO, "Referral")


def a_screenshot(number: int) -> PlainPicture:
    """Pixels of a telephone's screen that take about two megabytes as a file."""
    random = Random(number)  # noqa: S311 a picture of nothing
    row = bytes(_WIDE * 3)
    lines = [random.randbytes(_WIDE * 3) if at % 4 == 0 else row for at in range(_HIGH)]
    return PlainPicture(_WIDE, _HIGH, b"".join(lines))


class _Raw(ImageReader):
    """Pixels where the printer expects a picture it has opened."""

    mode = "RGB"
    _dataA = None  # noqa: N815  # reportlab's own name for what can be seen through

    def __init__(self, picture: PlainPicture) -> None:
        self._picture = picture

    @override
    def jpeg_fh(self) -> None:
        """There is no file behind it."""

    @override
    def getSize(self) -> tuple[int, int]:
        return self._picture.width, self._picture.height

    @override
    def getRGBData(self) -> bytes:
        return self._picture.rgb

    @override
    def getTransparent(self) -> None:
        """Nothing of it can be seen through."""


class _Drawn(Flowable):
    """One of them on a page. `making`: the seconds it took to make up what is drawn."""

    making = 0.0

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self.width, self.height = _TALL * _WIDE / _HIGH, _TALL

    def draw(self) -> None:
        began = time.process_time()
        picture = a_screenshot(self._number)
        _Drawn.making += time.process_time() - began
        self.canv.drawImage(_Raw(picture), 0, 0, self.width, self.height)


def bare(count: int) -> dict[str, float]:
    """The printer alone."""
    began, out = time.process_time(), BytesIO()
    story: list[Flowable] = []
    for number in range(count):
        story += [_Drawn(number), PageBreak()]
    SimpleDocTemplate(out, pagesize=A4).build(story)
    spent = time.process_time() - began - _Drawn.making
    return {"all": spent, "bytes": len(out.getvalue()), "memory": _most()}


def ours(vault: TrainingVault, record: RecordId) -> dict[str, float]:
    """The whole way out, as the window goes it."""
    told: dict[str, float] = {}
    desk = vault.unlock()
    entry = an_entry_id(vault.clock)
    before = _most()
    began = last = time.process_time()

    def said(name: str) -> None:
        nonlocal last
        now = time.process_time()
        told[name], last = now - last, now

    gathered = desk.leaving.gather(Wish(PaperSort.LADO_PACK, record))
    said("gather")
    front = press_front(gathered, _DRAFT, entry)
    assert front is not None
    page_picture(front, 0, 640)
    said("first page")
    printed = press(gathered, _DRAFT, entry)
    said("all pages")
    done = finish(printed, gathered, desk.leaving.lock_for(gathered, _DRAFT))
    said("lock and proof")
    parcel = desk.leaving.note(gathered, _DRAFT, done, entry).answer
    said("entry")
    told |= {"all": last - began, "bytes": len(parcel.content), "pages": parcel.pages}
    told |= {"memory": _most(), "before": before}
    desk.close()
    return told


def laid(folder: Path, count: int) -> tuple[TrainingVault, RecordId]:
    """Make the vault, and let time go on: whoever opens it next comes later."""
    founder, clock = a_founder(), FakeClock()
    vault = TrainingVault(folder, found(folder, SCHOOL, founder, clock), founder.key, clock)
    desk = vault.unlock()
    rowan = somebody(desk, ROWAN, kind=PersonKind.STAFF, staff_kind=StaffKind.CONTRACTOR)
    adult = an_adult(person=rowan.person)
    record = begin(desk, an_allegation_draft(adult))
    said = {"whose": adult.ref(), "stands": Stands.UNDER_ALLEGATION, "advice": "The LADO said yes"}
    viewing = decided(desk, **said)
    for number in range(count):
        _put_in(desk, viewing.id, number)
    desk.close()
    return vault, record


def _put_in(desk: Desk, viewing: RecordId, number: int) -> None:
    picture = a_screenshot(number)
    evidence = captured(desk, viewing, written(picture))

    def seen(looking: Looking, _progress: object, _page: int = 0) -> Decoded:
        looking.content()
        facts = PictureFacts(PictureSort.PNG, _WIDE, _HIGH)
        return Decoded(facts, Pixels(_WIDE, _HIGH, bytes(4 * _WIDE * _HIGH)))

    def painted(_pixels: Pixels, _draft: CopyDraft) -> PlainPicture:
        return picture

    maker = CopyMaker(seen, painted, desk.sitting.clock)
    sealed = maker.seal(desk.evidence.open(evidence.id), COVERED)
    desk.sharing.keep(sealed, an_entry_id(desk.sitting.clock))


def _most() -> int:
    """Return the most memory this process ever had, in MB."""
    told = Path("/proc/self/status").read_text("ascii").splitlines()
    return int(next(line.split()[1] for line in told if line.startswith("VmHWM"))) // 1024


def _alone(*words: str) -> dict[str, float]:
    """Measure in a process of its own: what was done before takes no memory there."""
    command = (sys.executable, "-m", "tests.bench.bench_pack", *words)
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found: dict[str, float] = json.loads(said.splitlines()[-1])
    return found


def main(count: int) -> None:
    """Measure both, and say it."""
    with tempfile.TemporaryDirectory() as folder:
        vault, record = laid(Path(folder) / "vault", count)
        known = (str(vault.folder), vault.member, vault.key.hex(), record)
        told = _alone("ours", *known)
    floor = _alone("bare", str(count))
    steps = ("gather", "first page", "all pages", "lock and proof", "entry")
    each = ", ".join(f"{name} {told[name]:.2f} s" for name in steps)
    drawing = told["gather"] + told["all pages"]
    sys.stdout.write(
        f"{count} screenshots, {told['pages']:.0f} pages, processor: {each}; bare reportlab"
        f" {floor['all']:.2f} s (gathered and drawn {drawing / floor['all']:.2f} times);"
        f" {told['bytes'] / 1e6:.1f} MB beside {floor['bytes'] / 1e6:.1f} MB;"
        f" memory at most {told['memory']:.0f} MB (the open desk alone {told['before']:.0f}),"
        f" bare reportlab {floor['memory']:.0f} MB\n"
    )


def _asked(words: list[str]) -> dict[str, float]:
    if words[0] == "bare":
        return bare(int(words[1]))
    folder, member, key, record = words[1:]
    clock = FakeClock()
    clock.advance(minutes=24 * 60)
    as_member: MemberId = member  # type: ignore[assignment]  # it was one when it was told
    return ours(TrainingVault(Path(folder), as_member, bytes.fromhex(key), clock), RecordId(record))


if __name__ == "__main__":
    if sys.argv[1:] and not sys.argv[1].isdigit():
        print(json.dumps(_asked(sys.argv[1:])))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
