"""A report's reading in the shape that the command line prints."""

from lib.services.import_json import issue_as_json
from lib.services.report_reading import ReportReading


def reading_as_json(report: ReportReading) -> dict[str, object]:
    """One file's reading in the shape that the command line prints."""
    a = report.assessment
    return {
        "file": report.file_name,
        "school_id": a.school_id,
        "academic_year_be": a.academic_year_be,
        "levels_of_education": [level.value for level in a.levels],
        "ratings": [
            {
                "level_of_education": r.level_of_education.value,
                "standard": r.standard,
                "item": r.item,
                "level": r.level,
                "scale": r.scale,
                "page": r.place.page,
            }
            for r in a.ratings
        ],
        "statements": [{"kind": s.kind.value, "text": s.text, "page": s.place.page} for s in a.statements],
        "text_quality": a.text_quality,
        "pages": [
            {
                "page": page.page,
                "verdict": page.verdict.value,
                "score": page.score,
                "repairs": dict(page.repairs),
            }
            for page in report.document.pages
        ],
        "issues": [issue_as_json(issue) for issue in a.issues],
    }
