"""The rules of findings: thresholds, the five steps towards a target, and the words of every sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from string import Formatter

from lib.catalog.rule_templates import PHRASES, SENTENCES
from lib.catalog.toml_files import DATA_DIR, Table, load_table, refuse, refuse_unknown, require


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where chance ends and a sentence begins; each is explained in finding_rules.toml."""

    pooled_years: int
    min_pooled_n: int
    min_latest_n: int
    min_schools: int
    false_discovery_rate: float
    alarm_z: float
    unlike_schools: int
    unlike_factor: float
    posterior: float
    persistent_years: int
    min_peers: int
    n_peers: int
    robust_watch: float
    robust_doubt: float
    min_coverage_pct: float
    n_jump_factor: float
    n_jump_least: int
    n_over_enrolment_pct: float
    n_over_enrolment_least: int
    doubts_told_singly: int
    spread_schools_pct: float
    spread_pupils_pct: float
    reached_schools_pct: float
    min_area_change_pct: float
    min_count_change_pct: float
    min_gap_n: float
    min_mean_gap_pct: float
    min_gap_spread: float
    enough_gap_pct: float
    min_benchmark_gap_pct: float
    high_self_rating: int
    low_self_rating: int


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Everything an office may change about findings.

    Attributes:
        step_limits_pct: four lower limits of steps 2 to 5, ascending, per cent of the target.
        step_labels: words of steps 1 to 5.
        change_limits_pct / change_labels: the same for a change since the year before, towards the good side.
        enrolled: words of denominators that count a school's own pupils.
        classifiers: (word of a denominator, counting word), the first match decides; the last word is empty.
        phrases / sentences: (key, template) pairs.
        meanings: (rule id, what it does with its thresholds filled in), as the report's annex prints them.
    """

    thresholds: Thresholds
    step_limits_pct: tuple[float, float, float, float]
    step_labels: tuple[str, ...]
    change_limits_pct: tuple[float, float, float, float]
    change_labels: tuple[str, ...]
    enrolled: tuple[str, ...]
    classifiers: tuple[tuple[str, str], ...]
    phrases: tuple[tuple[str, str], ...]
    sentences: tuple[tuple[str, str], ...]
    meanings: tuple[tuple[str, str], ...]

    def classifier(self, denominator: str) -> str:
        """The counting word for what n counts (คน, แห่ง, โครงการ)."""
        return next(counting for word, counting in self.classifiers if word in denominator)


@cache
def load_rules(path: Path = DATA_DIR / "finding_rules.toml") -> RuleSet:
    """The rules as packaged.

    Raises:
        BadCatalogue: a key is missing, unknown or of the wrong sort; file, section and key are named.
    """
    document = load_table(path)
    sections = (
        "thresholds",
        "steps",
        "changes",
        "enrolled",
        "classifiers",
        "phrases",
        "sentences",
        "meanings",
    )
    require(document, sections, file=path.name, where="ทั้งไฟล์")
    refuse_unknown(document, sections, file=path.name, where="ทั้งไฟล์")
    limits, labels = _steps(document["steps"], path.name, "steps")
    if 0.0 not in limits:
        raise refuse(path.name, "steps", "limits_pct ต้องมี 0 ซึ่งคือเป้าหมายอยู่ด้วย")
    change_limits, change_labels = _steps(document["changes"], path.name, "changes")
    classifiers = tuple((str(word), str(counting)) for word, counting in document["classifiers"].items())
    if not classifiers or classifiers[-1][0] != "":
        raise refuse(path.name, "classifiers", 'รายการสุดท้ายต้องเป็น "" สำหรับคำอื่นทั้งหมด')
    thresholds = _thresholds(document["thresholds"], path.name)
    return RuleSet(
        thresholds,
        limits,
        labels,
        change_limits,
        change_labels,
        _words(document["enrolled"], "denominators", path.name, "enrolled"),
        classifiers,
        _templates(document["phrases"], PHRASES, path.name, "phrases"),
        _templates(document["sentences"], SENTENCES, path.name, "sentences"),
        _meanings(document["meanings"], thresholds, path.name),
    )


def _meanings(table: Table, thresholds: Thresholds, file: str) -> tuple[tuple[str, str], ...]:
    words = {each.name: f"{getattr(thresholds, each.name):g}" for each in fields(Thresholds)}
    try:
        return tuple((str(rule), str(text).format(**words)) for rule, text in table.items())
    except KeyError as error:
        raise refuse(file, "meanings", f"ไม่มีเกณฑ์ {error}") from error


def _thresholds(table: Table, file: str) -> Thresholds:
    names = [field.name for field in fields(Thresholds)]
    require(table, names, file=file, where="thresholds")
    refuse_unknown(table, names, file=file, where="thresholds")
    values: dict[str, int | float] = {}
    for field in fields(Thresholds):
        value = table[field.name]
        whole = field.type is int
        if isinstance(value, bool) or not isinstance(value, int if whole else (int, float)) or value < 0:
            raise refuse(file, "thresholds", f"{field.name} ต้องเป็นตัวเลข{'จำนวนเต็ม' if whole else ''}ที่ไม่ติดลบ")
        values[field.name] = value if whole else float(value)
    return Thresholds(**values)  # type: ignore[arg-type]


def _words(table: Table, key: str, file: str, where: str) -> tuple[str, ...]:
    require(table, (key,), file=file, where=where)
    refuse_unknown(table, (key,), file=file, where=where)
    words = table[key]
    if not isinstance(words, list) or not all(isinstance(word, str) and word for word in words):
        raise refuse(file, where, f"{key} ต้องเป็นรายการคำ")
    return tuple(words)


def _steps(table: Table, file: str, where: str) -> tuple[tuple[float, float, float, float], tuple[str, ...]]:
    require(table, ("limits_pct", "labels"), file=file, where=where)
    refuse_unknown(table, ("limits_pct", "labels"), file=file, where=where)
    limits = [float(limit) for limit in table["limits_pct"]]
    labels = tuple(str(label) for label in table["labels"])
    if len(limits) != 4 or limits != sorted(set(limits)):
        raise refuse(file, where, "limits_pct ต้องมี 4 ค่าเรียงจากน้อยไปมาก")
    if len(labels) != 5:
        raise refuse(file, where, "labels ต้องมี 5 คำ")
    return (limits[0], limits[1], limits[2], limits[3]), labels


def _templates(
    table: Table, known: Mapping[str, set[str]], file: str, where: str
) -> tuple[tuple[str, str], ...]:
    """Check that every template is there and names only what the program fills in."""
    require(table, known, file=file, where=where)
    refuse_unknown(table, known, file=file, where=where)
    for key, words in known.items():
        try:
            used = {name for _, name, _, _ in Formatter().parse(str(table[key])) if name is not None}
        except ValueError as error:
            raise refuse(file, f"{where} {key}", f"วงเล็บปีกกาไม่ครบคู่: {error}") from error
        if used - words:
            raise refuse(file, f"{where} {key}", f"ไม่รู้จักคำ {', '.join(sorted(used - words))}")
    return tuple((key, str(table[key])) for key in known)
