"""Every chart the program can draw says what it is, is drawn in one way, and can be saved from its page."""

import ast

from tests.charts.frames import CHARTS
from tests.house.sources import app_files, place, room, tree

#: Pictures that are part of a table or a card, which says what they show.
PART_OF_SOMETHING = {
    "make_strips": "three years beside the rows of a school's table",
    "make_spark": "three years on the card of a finding",
}
_DRAWING = {
    "vega_lite_chart",
    "altair_chart",
    "line_chart",
    "bar_chart",
    "area_chart",
    "scatter_chart",
    "pyplot",
}
#: Where Streamlit is asked to draw: charts, and the strips of a school's table.
_DRAWERS = {"lib/ui/charts.py", "lib/ui/school_domains.py"}


def builders() -> set[str]:
    """Public functions of lib.charts that finish a chart."""
    return {
        node.name
        for file in app_files()
        if room(file) == "charts"
        for node in tree(file).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("make_")
    }


def test_every_builder_is_held_to_the_promises_of_a_chart() -> None:
    assert set(CHARTS) | set(PART_OF_SOMETHING) == builders()


def test_every_chart_is_drawn_where_it_can_be_saved() -> None:
    drawers = {
        place(file)
        for file in app_files()
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Attribute) and node.attr in _DRAWING
    }
    assert drawers == _DRAWERS
