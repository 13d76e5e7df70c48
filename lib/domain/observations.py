"""Columns of the one table everyone shares, and the benchmarks that stand beside it."""

from enum import StrEnum

from lib.thai.text import fold_key

#: One row per school × period × indicator. ``value`` is in the indicator's unit, NaN when missing;
#: ``numerator``, ``n``, ``sd`` are what it rests on; ``source_ref`` is its way home, such as ``ข้อมูล!E12``.
OBSERVATION_COLUMNS = (
    "indicator_id",
    "school_id",
    "period_kind",
    "year_be",
    "term",
    "value",
    "numerator",
    "n",
    "sd",
    "source_ref",
)

#: One row per stated figure of an area, province, affiliation or nation row found in a file.
BENCHMARK_COLUMNS = (
    "indicator_id",
    "scope",
    "scope_name",
    "period_kind",
    "year_be",
    "term",
    "value",
    "n",
    "source_ref",
)

#: ``term`` of a whole year; it is part of a unique key, where NULL would not be equal to itself.
WHOLE_YEAR = 0


class Scope(StrEnum):
    """Whom a benchmark row speaks for."""

    AREA = "area"
    CLUSTER = "cluster"
    PROVINCE = "province"
    REGION = "region"
    AFFILIATION = "affiliation"
    NATION = "nation"

    @property
    def label(self) -> str:
        return _SCOPE_LABELS[self]

    def name_key(self, name: str) -> str:
        """Key under which two statements are about the same: one's own area and the nation are one each."""
        return "" if self in (Scope.AREA, Scope.NATION) else fold_key(name.removeprefix("ระดับ"))


_SCOPE_LABELS = {
    Scope.AREA: "เขตพื้นที่",
    Scope.CLUSTER: "กลุ่มโรงเรียน",
    Scope.PROVINCE: "จังหวัด",
    Scope.REGION: "ศึกษาธิการภาค",
    Scope.AFFILIATION: "สังกัด",
    Scope.NATION: "ประเทศ",
}
