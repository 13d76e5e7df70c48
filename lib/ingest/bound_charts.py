"""Points of the native charts of a file: what a chart draws, and what the workbook behind it holds."""

import io
import posixpath
import re
import zipfile
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from lib.ingest.bound_sheets import sheet_values

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_CHART = re.compile(r"(?:word|ppt|xl)/charts/chart(\d+)\.xml")
_COLUMN = re.compile(r"'?([^'!]+)'?!\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?\d+")
_LARGEST_WORKBOOK = 50_000_000


def chart_places(archive: zipfile.ZipFile) -> dict[str, tuple[float, ...]]:
    """Values by ``chart:number:series:category``: as drawn, then as in the workbook.

    Both are read because a program may change the one without the other.
    """
    places: dict[str, tuple[float, ...]] = {}
    for name in sorted(archive.namelist()):
        found = _CHART.fullmatch(name)
        if found:
            places |= _points(fromstring(archive.read(name)), _cells(archive, name), int(found[1]))
    return places


def _points(chart: Element, cells: dict[str, float], number: int) -> dict[str, tuple[float, ...]]:
    points: dict[str, tuple[float, ...]] = {}
    for series in chart.iter(f"{_C}ser"):
        order = series.find(f"{_C}order")
        kept = series.find(f"{_C}val") if series.find(f"{_C}val") is not None else series.find(f"{_C}yVal")
        if order is None or kept is None:
            continue
        column = _COLUMN.fullmatch(kept.findtext(f".//{_C}f") or "")
        for point in kept.iter(f"{_C}pt"):
            value = point.findtext(f"{_C}v")
            if value:
                place = f"chart:{number}:{order.attrib['val']}:{point.attrib['idx']}"
                points[place] = (float(value), *_behind(cells, column, int(point.attrib["idx"])))
    return points


def _behind(cells: dict[str, float], column: re.Match[str] | None, place: int) -> tuple[float, ...]:
    """The workbook's value of one point; nothing where the series does not stand in one column of it."""
    if column is None or column[2] != column[4]:
        return ()
    value = cells.get(f"{column[1]}!{column[2]}{int(column[3]) + place}")
    return () if value is None else (value,)


def _cells(archive: zipfile.ZipFile, chart: str) -> dict[str, float]:
    """Numbers of the workbook behind a chart; none where it was taken out."""
    folder, _, file = chart.rpartition("/")
    known = set(archive.namelist())
    rels = f"{folder}/_rels/{file}.rels"
    if rels not in known:
        return {}
    for link in fromstring(archive.read(rels)):
        target = posixpath.normpath(posixpath.join(folder, link.get("Target", "")))
        if target.endswith(".xlsx") and target in known:
            if archive.getinfo(target).file_size > _LARGEST_WORKBOOK:
                raise ValueError("the workbook of a chart is too large")
            with zipfile.ZipFile(io.BytesIO(archive.read(target))) as workbook:
                return sheet_values(workbook)[1]
    return {}
