"""Lines of a slide as paragraphs of its placeholders: language, digits, the sign before each."""

from collections.abc import Sequence

from lxml import etree
from pptx.oxml.ns import qn

from lib.domain.documents import Digits, Run
from lib.domain.slides import SlideKind, SlideLine
from lib.report.characters import printable, with_digits
from lib.report.word_fonts import LANGUAGE
from lib.report.word_styles import PRIMARY

#: Sign and colour before each line; everything else has the bullet of its layout.
_SIGNS: dict[SlideKind, tuple[str, str]] = {
    "strengths": ("▲", "00695C"),
    "improvement_areas": ("▼", "B4471A"),
}


def shown_text(line: SlideLine, digits: Digits) -> str:
    """The words of a line as every reader sees them, on paper and on screen."""
    return printable("".join(_words(run, digits) for run in line))


def fill(
    body: etree._Element,
    lines: Sequence[SlideLine],
    digits: Digits,
    *,
    size_pt: int | None = None,
    kind: SlideKind | None = None,
) -> None:
    """Put the lines into a ``p:txBody`` or ``a:txBody``, one paragraph each.

    Args:
        size_pt: None leaves the size to the layout.
        kind: of the slide, for the sign before each line; None leaves it to the layout.
    """
    for paragraph in body.findall(qn("a:p")):
        body.remove(paragraph)
    for number, each in enumerate(lines, start=1):
        paragraph = etree.SubElement(body, qn("a:p"))
        if kind is not None:
            _sign(paragraph, kind, digits, number)
        for run in each:
            for place, part in enumerate(printable(_words(run, digits)).split("\n")):
                if place:
                    etree.SubElement(paragraph, qn("a:br"))
                _run(paragraph, part, size_pt, bold=run.bold)


def _words(run: Run, digits: Digits) -> str:
    return run.text if run.verbatim else with_digits(run.text, digits)


def _run(paragraph: etree._Element, text: str, size_pt: int | None, *, bold: bool) -> None:
    run = etree.SubElement(paragraph, qn("a:r"))
    properties = etree.SubElement(run, qn("a:rPr"), {"lang": LANGUAGE})
    if size_pt is not None:
        properties.set("sz", str(size_pt * 100))
    if bold:
        properties.set("b", "1")
    etree.SubElement(run, qn("a:t")).text = text


def _sign(paragraph: etree._Element, kind: SlideKind, digits: Digits, place: int) -> None:
    """A sign that says the side, or the number of a matter to decide."""
    if kind == "decisions":
        properties = etree.SubElement(paragraph, qn("a:pPr"), {"marL": "720000", "indent": "-720000"})
        _colour(properties, PRIMARY)
        etree.SubElement(properties, qn("a:buFont"), {"typeface": "+mj-lt"})
        # LibreOffice shows Thai automatic numbers as letters
        etree.SubElement(properties, qn("a:buChar"), {"char": with_digits(f"{place}.", digits)})
    elif kind in _SIGNS:
        sign, colour = _SIGNS[kind]
        properties = etree.SubElement(paragraph, qn("a:pPr"), {"marL": "540000", "indent": "-540000"})
        _colour(properties, colour)
        etree.SubElement(properties, qn("a:buSzPct"), {"val": "70000"})
        etree.SubElement(properties, qn("a:buFont"), {"typeface": "Arial"})
        etree.SubElement(properties, qn("a:buChar"), {"char": sign})


def _colour(properties: etree._Element, colour: str) -> None:
    etree.SubElement(etree.SubElement(properties, qn("a:buClr")), qn("a:srgbClr"), {"val": colour})
