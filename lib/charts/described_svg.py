"""A described chart as SVG for the public copy: text stays text, so that the reader's browser draws Thai."""

import hashlib
import re
from functools import lru_cache
from xml.sax.saxutils import quoteattr

from lib.charts.described import draw_bare
from lib.domain.chart_alt import alt_words
from lib.domain.chart_descriptions import Chart

_WIDTH_PX = 760
_FACES = "Sarabun, 'TH Sarabun New', sans-serif"


@lru_cache(maxsize=256)  # a copy made again, once as a draft and once for good, draws the same charts
def chart_svg(chart: Chart) -> str:
    """The picture without title and source, which the page says; the same text for the same chart.

    It takes the width of its place and names nothing outside itself.
    """
    import vl_convert  # 88 MB: only the public copy needs it

    spec = draw_bare(chart) | {"width": _WIDTH_PX, "autosize": {"type": "pad", "contains": "padding"}}
    spec["config"] = spec["config"] | {"font": _FACES}
    drawn = str(vl_convert.vegalite_to_svg(spec))
    drawn = _own_ids(drawn, hashlib.sha256(repr(chart).encode()).hexdigest()[:10])
    drawn = re.sub(r'^<svg ([^>]*?)width="[^"]*" height="[^"]*"', r"<svg \1", drawn)
    return drawn.replace("<svg ", f'<svg role="img" aria-label={quoteattr(alt_words(chart))} ', 1)


def _own_ids(drawn: str, prefix: str) -> str:
    """Ids counted from the chart itself: the library counts on from chart to chart, and a page has many."""
    for number, old in enumerate(dict.fromkeys(re.findall(r'id="([^"]+)"', drawn))):
        drawn = re.sub(rf'(id="|url\(#){re.escape(old)}(?=["\)])', rf"\g<1>c{prefix}_{number}", drawn)
    return drawn
