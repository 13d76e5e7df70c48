"""Write the sample office's files beside this module: ``python -m sample_data.generate``."""

from pathlib import Path

from sample_data.academic_files import academic_files
from sample_data.budget_files import budget_files
from sample_data.evidence_files import evidence_files
from sample_data.external_files import external_files
from sample_data.faulty_files import faulty_files
from sample_data.general_files import general_files
from sample_data.office_files import area_files, register_file
from sample_data.personnel_files import personnel_files
from sample_data.report_files import self_assessment_files
from sample_data.school_list import YEARS

FOLDER = Path(__file__).resolve().parent


def write_all(folder: Path = FOLDER) -> list[Path]:
    """Write every file of the sample office; the same bytes each time.

    Returns:
        The files written, in order.
    """
    files = all_files()
    for name, content in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    return [folder / name for name in files]


def all_files() -> dict[str, bytes]:
    """Path below the folder → content."""
    files = {"register.xlsx": register_file()}
    for domain, make in (
        ("academic", academic_files),
        ("budget", budget_files),
        ("personnel", personnel_files),
        ("general", general_files),
    ):
        for year_be in YEARS:
            files |= {f"{domain}/{name}": content for name, content in make(year_be).items()}
    for folder, made in (
        ("area", area_files()),
        ("faulty", faulty_files()),
        ("self_assessments", self_assessment_files()),
        ("evidence", evidence_files()),
        ("external", external_files()),
    ):
        files |= {f"{folder}/{name}": content for name, content in made.items()}
    return files


if __name__ == "__main__":
    write_all()
