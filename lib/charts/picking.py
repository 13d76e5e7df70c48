"""What a click on a sign of a chart chooses."""

from enum import StrEnum

import altair as alt

#: Name of the choice in every chart that has one.
PICK = "pick"
#: Name of the layer that can be clicked.
_SIGNS = "signs"


class PickField(StrEnum):
    """The columns a click may hand over."""

    SCHOOL = "school_id"
    GROUP = "group_id"
    INDICATOR = "indicator_id"


def pickable(signs: alt.Chart, *fields: PickField) -> alt.Chart:
    """The same signs, one of which may be chosen by a click.

    Shift keeps no earlier choice: a click is one answer.
    """
    choice = alt.selection_point(name=PICK, fields=[str(field) for field in fields], toggle=False)
    chart: alt.Chart = signs.properties(name=_SIGNS).add_params(choice)
    return chart
