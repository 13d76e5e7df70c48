"""Self-assessments and document texts as JSON for the database, and back."""

from collections.abc import Mapping
from dataclasses import asdict

from lib.domain.assessments import (
    LevelOfEducation,
    OtherLevel,
    Place,
    Rating,
    SelfAssessment,
    Statement,
    StatementKind,
)
from lib.domain.document_text import DocumentText, PageReading, PageVerdict, TableBlock, TextBlock
from lib.domain.issues import Issue, SettledIssue, Severity

Json = dict[str, object]


def assessment_to_json(assessment: SelfAssessment) -> Json:
    """Every field; enums as their values."""
    return asdict(assessment)


def assessment_from_json(value: Mapping[str, object]) -> SelfAssessment:
    """The assessment that ``assessment_to_json`` wrote."""
    year, quality = value["academic_year_be"], value["text_quality"]
    return SelfAssessment(
        school_id=_text_or_none(value["school_id"]),
        school_text=str(value["school_text"]),
        academic_year_be=year if isinstance(year, int) else None,
        levels=tuple(LevelOfEducation(str(level)) for level in _items(value["levels"])),
        ratings=tuple(_rating(_table(rating)) for rating in _items(value["ratings"])),
        statements=tuple(_statement(_table(statement)) for statement in _items(value["statements"])),
        text_quality=float(quality) if isinstance(quality, int | float) else 0.0,
        issues=tuple(_issue(_table(issue)) for issue in _items(value["issues"])),
        standard_sets=tuple(str(entry) for entry in _items(value["standard_sets"])),
        overall=tuple(_rating(_table(rating)) for rating in _items(value["overall"])),
        settled=tuple(_settled(_table(each)) for each in _items(value.get("settled"))),
    )


def document_to_json(document: DocumentText) -> Json:
    """Blocks in order: a text, or the rows of a table."""
    blocks: list[Json] = [
        {"text": block.text, "style": block.style, "page": block.page, "is_heading": block.is_heading}
        if isinstance(block, TextBlock)
        else {"rows": [list(row) for row in block.rows], "page": block.page}
        for block in document.blocks
    ]
    pages = [asdict(page) for page in document.pages]
    return {"blocks": blocks, "page_count": document.page_count, "pages": pages}


def document_from_json(value: Mapping[str, object]) -> DocumentText:
    """The document that ``document_to_json`` wrote."""
    blocks: list[TextBlock | TableBlock] = []
    for entry in map(_table, _items(value["blocks"])):
        page = _whole(entry["page"]) or 1
        if "rows" in entry:
            rows = tuple(tuple(str(cell) for cell in _items(row)) for row in _items(entry["rows"]))
            blocks.append(TableBlock(rows, page))
        else:
            blocks.append(TextBlock(str(entry["text"]), str(entry["style"]), page, bool(entry["is_heading"])))
    pages = pages_from_json(value.get("pages"))
    return DocumentText(tuple(blocks), _whole(value["page_count"]) or 1, pages=pages)


def pages_from_json(value: object) -> tuple[PageReading, ...]:
    """The pages of a document that ``document_to_json`` wrote, without its text."""
    return tuple(_page(_table(page)) for page in _items(value))


def _page(value: Mapping[str, object]) -> PageReading:
    score = value["score"]
    repairs = [_items(pair) for pair in _items(value["repairs"])]
    return PageReading(
        _whole(value["page"]) or 0,
        PageVerdict(str(value["verdict"])),
        float(score) if isinstance(score, int | float) else 0.0,
        _whole(value["n_letters"]) or 0,
        tuple((str(kind), _whole(count) or 0) for kind, count in repairs),
        str(value["fault"]),
    )


def _rating(value: Mapping[str, object]) -> Rating:
    percent, confidence = value["percent"], value["confidence"]
    return Rating(
        LevelOfEducation(str(value["level_of_education"])),
        str(value["standard"]),
        str(value["item"]),
        _whole(value["level"]),
        str(value["scale"]),
        _whole(value["expected"]),
        _number(percent),
        _place(_table(value["place"])),
        str(value["quote"]),
        float(confidence) if isinstance(confidence, int | float) else 0.0,
        _number(value.get("number")),
        tuple(_other_level(_table(other)) for other in _items(value.get("elsewhere", ()))),
        str(value.get("checked_by", "")),
    )


def _other_level(value: Mapping[str, object]) -> OtherLevel:
    place = _place(_table(value["place"]))
    return OtherLevel(_whole(value["level"]) or 0, place, str(value["quote"]), bool(value["in_other_form"]))


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _statement(value: Mapping[str, object]) -> Statement:
    level = _text_or_none(value["level_of_education"])
    return Statement(
        StatementKind(str(value["kind"])),
        str(value["text"]),
        LevelOfEducation(level) if level else None,
        str(value["standard"]),
        _place(_table(value["place"])),
        str(value.get("checked_by", "")),
    )


def _settled(value: Mapping[str, object]) -> SettledIssue:
    return SettledIssue(_issue(_table(value["issue"])), str(value["by"]))


def _issue(value: Mapping[str, object]) -> Issue:
    code, message, hint, sheet, cell, shown = (
        str(value[name]) for name in ("code", "message", "hint", "sheet", "cell", "value")
    )
    return Issue(Severity(str(value["severity"])), code, message, hint, sheet, cell, shown)


def _place(value: Mapping[str, object]) -> Place:
    return Place(_whole(value["page"]), _whole(value["block"]), str(value["sheet"]), str(value["cell"]))


def _items(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else []


def _table(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _text_or_none(value: object) -> str | None:
    return None if value is None else str(value)
