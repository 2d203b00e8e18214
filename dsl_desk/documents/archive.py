"""An archive copy: PDF/A-3b, for our own sealed store. What may be locked can never be this.

It says what it is, what its colours mean, and carries every letter it is drawn with.
"""

from __future__ import annotations

from io import BytesIO
from typing import Final
from xml.sax.saxutils import escape

import pikepdf

from dsl_desk.documents.colour_profile import colour_profile
from dsl_desk.documents.locking import name_itself, said_of_itself, spell_out

_PACKET: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<xmp:CreatorTool>{creator}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
_VERSION: Final = "1.7"


def archive_copy(pdf: bytes, title: str) -> bytes:
    """Return a paper as it is kept: nothing in it is locked, and nothing in it is left to guess."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as paper:
        name_itself(paper.trailer, title)
        spell_out(paper)
        paper.Root.Metadata = _metadata(paper, title)
        paper.Root.OutputIntents = pikepdf.Array([_intent(paper)])
        paper.save(
            out,
            deterministic_id=True,
            min_version=_VERSION,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return out.getvalue()


def _metadata(paper: pikepdf.Pdf, title: str) -> pikepdf.Object:
    told = {name[1:].lower(): escape(words) for name, words in said_of_itself(title).items()}
    stream = paper.make_stream(_PACKET.format(**told).encode())
    stream.Type, stream.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
    return stream


def _intent(paper: pikepdf.Pdf) -> pikepdf.Object:
    profile = paper.make_stream(colour_profile())
    profile.N = 3
    intent = pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name.GTS_PDFA1,
        OutputConditionIdentifier=pikepdf.String("sRGB"),
        RegistryName=pikepdf.String("IEC 61966-2-1"),
        Info=pikepdf.String("sRGB IEC61966-2.1"),
        DestOutputProfile=profile,
    )
    return paper.make_indirect(intent)
