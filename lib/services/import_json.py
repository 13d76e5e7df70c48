"""A preview in the shape that the command line prints and the history keeps."""

from lib.domain.issues import Issue
from lib.ingest.choices_json import choices_as_json
from lib.services.import_preview import Preview


def preview_as_json(preview: Preview, dataset_id: int | None) -> dict[str, object]:
    """The preview as the command line prints it; the page's history shows the same."""
    return {
        "file": preview.file_name,
        "sha256": preview.sha256,
        "dataset_id": dataset_id,
        "sheets": [
            {
                "sheet": sheet.sheet,
                "header_rows": list(sheet.header_rows),
                "domain": sheet.domains[0] if sheet.domains else None,
                "year_be": sheet.year_be,
                "period": sheet.period_label,
                "rows_read": sheet.rows.read,
                "rows_loaded": sheet.rows.loaded,
                "rows_rejected": sheet.rows.rejected,
                "rows_ignored": sheet.rows.ignored,
            }
            for sheet in preview.sheets
        ],
        "values": len(preview.accepted),
        "benchmarks": len(preview.stated),
        "ignored": [{"reason": reason, "rows": rows} for reason, rows in preview.ignored],
        "rejected": [{"reason": reason, "rows": rows} for reason, rows in preview.rejected],
        "new_schools": len(preview.new_schools),
        "reconciliation": [
            {
                "indicator_id": one.indicator_id,
                "stated": one.stated,
                "recomputed": one.recomputed,
                "difference": one.difference,
                "agrees": one.agrees,
                "suggestion": one.suggestion,
            }
            for one in preview.reconciliation
        ],
        "issues": [issue_as_json(issue) for issue in preview.issues],
        "choices": choices_as_json(preview.choices),
    }


def issue_as_json(issue: Issue) -> dict[str, str]:
    return {
        "severity": str(issue.severity),
        "code": issue.code,
        "sheet": issue.sheet,
        "cell": issue.cell,
        "value": issue.value,
        "message": issue.message,
        "hint": issue.hint,
    }
