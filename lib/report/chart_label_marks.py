"""What python-pptx does not say of value labels: their ground, and points without one."""

from lxml import etree
from pptx.oxml.ns import qn

from lib.domain.palette import GROUND


def clear_behind(labels: etree._Element) -> None:
    """White behind the label, so that no line crosses its figures."""
    ground = etree.Element(qn("c:spPr"))
    fill = etree.SubElement(ground, qn("a:solidFill"))
    etree.SubElement(fill, qn("a:srgbClr"), {"val": GROUND})
    labels.find(qn("c:txPr")).addprevious(ground)


def drop_label(labels: etree._Element, position: int) -> None:
    """Delete one point's label; such entries come first in ``c:dLbls``, in order."""
    entry = etree.Element(qn("c:dLbl"))
    etree.SubElement(entry, qn("c:idx"), {"val": str(position)})
    etree.SubElement(entry, qn("c:delete"), {"val": "1"})
    labels.insert(len(labels.findall(qn("c:dLbl"))), entry)
