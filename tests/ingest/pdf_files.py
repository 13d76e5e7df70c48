"""PDF files made byte by byte, so that their text layer says exactly what a test wants."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

_MARKS = frozenset("ัิีึืฺุู็่้๊๋์ํ๎")
A4 = (595.0, 842.0)


@dataclass(frozen=True)
class Ink:
    """A text drawn at a place; ``turned`` lays it upright along the page."""

    text: str
    x: float = 72.0
    y: float = 760.0
    size: float = 16.0
    turned: bool = False
    hidden: bool = False


def lines_of(*texts: str, top: float = 740.0, x: float = 72.0, size: float = 16.0) -> list[Ink]:
    """Texts under one another."""
    return [Ink(text, x, top - number * size * 1.4, size) for number, text in enumerate(texts)]


def rules(xs: Sequence[float], ys: Sequence[float]) -> str:
    """Borders of a table: every upright and level line of a grid."""
    upright = "".join(f"{x} {min(ys)} m {x} {max(ys)} l S\n" for x in xs)
    return upright + "".join(f"{min(xs)} {y} m {max(xs)} {y} l S\n" for y in ys)


def make_pdf(
    *pages: Sequence[Ink], drawn: str = "", picture_on: Sequence[int] = (), extra: str = "", trailer: str = ""
) -> bytes:
    """A PDF with these pages.

    Args:
        drawn: PDF drawing added to every page.
        picture_on: numbers of pages, from 1, with a picture over the whole page.
        extra: added to the catalogue.
        trailer: added to the trailer.
    """
    letters = sorted({letter for page in pages for ink in page for letter in ink.text})
    codes = {letter: number for number, letter in enumerate(letters, start=1)}
    kids = " ".join(f"{10 + 2 * number} 0 R" for number in range(len(pages)))
    objects: dict[int, bytes] = {
        1: f"<</Type/Catalog/Pages 2 0 R {extra}>>".encode(),
        2: f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        3: (
            b"<</Type/Font/Subtype/Type0/BaseFont/Thai/Encoding/Identity-H"
            b"/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>"
        ),
        4: (
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/Thai/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
            f"/Supplement 0>>/FontDescriptor 5 0 R/DW 500/W[{_widths(codes)}]>>"
        ).encode(),
        5: (
            b"<</Type/FontDescriptor/FontName/Thai/Flags 4/FontBBox[0 -250 1000 1000]/ItalicAngle 0"
            b"/Ascent 900/Descent -250/CapHeight 700/StemV 80>>"
        ),
        6: _stream(_to_unicode(codes)),
        7: _stream(
            b"\xff", "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
        ),
    }
    for number, page in enumerate(pages):
        width, height = A4
        content = "".join(_draw(ink, codes) for ink in page) + drawn
        if number + 1 in picture_on:
            content = f"q {width} 0 0 {height} 0 0 cm /P Do Q\n{content}"
        objects[10 + 2 * number] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Contents {11 + 2 * number} 0 R"
            "/Resources<</Font<</F 3 0 R>>/XObject<</P 7 0 R>>>>>>"
        ).encode()
        objects[11 + 2 * number] = _stream(content.encode())
    return _file(objects, trailer)


def _widths(codes: dict[str, int]) -> str:
    return " ".join(f"{code}[{_width(letter)}]" for letter, code in codes.items())


def _width(letter: str) -> int:
    return 0 if letter in _MARKS else 250 if letter == " " else 500


def _draw(ink: Ink, codes: dict[str, int]) -> str:
    shown = "".join(f"{codes[letter]:04X}" for letter in ink.text)
    matrix = "0 1 -1 0" if ink.turned else "1 0 0 1"
    mode = "3 Tr " if ink.hidden else "0 Tr "
    return f"BT {mode}/F {ink.size} Tf {matrix} {ink.x} {ink.y} Tm <{shown}> Tj ET\n"


def _to_unicode(codes: dict[str, int]) -> bytes:
    pairs = list(codes.items())
    blocks = []
    for start in range(0, len(pairs), 100):
        part = pairs[start : start + 100]
        rows = "\n".join(
            f"<{code:04X}> <{letter.encode('utf-16-be').hex().upper()}>" for letter, code in part
        )
        blocks.append(f"{len(part)} beginbfchar\n{rows}\nendbfchar\n")
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        + "".join(blocks)
        + "endcmap CMapName currentdict /CMap defineresource pop end end"
    ).encode()


def _stream(content: bytes, entries: str = "") -> bytes:
    packed = zlib.compress(content)
    return f"<<{entries}/Filter/FlateDecode/Length {len(packed)}>>stream\n".encode() + packed + b"\nendstream"


def _file(objects: dict[int, bytes], trailer: str) -> bytes:
    content = b"%PDF-1.7\n"
    places = {}
    for number, body in sorted(objects.items()):
        places[number] = len(content)
        content += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(content)
    size = max(objects) + 1
    rows = "".join(
        f"{places[number]:010} 00000 n \n" if number in places else "0000000000 65535 f \n"
        for number in range(size)
    )
    content += f"xref\n0 {size}\n{rows}trailer\n<</Size {size}/Root 1 0 R {trailer}>>\n".encode()
    return content + f"startxref\n{start}\n%%EOF\n".encode()


#: What a file with a password says of itself; no password opens it.
LOCKED = (
    f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'41' * 32}>/U<{'42' * 32}>>>/ID[<{'43' * 16}><{'43' * 16}>]"
)
