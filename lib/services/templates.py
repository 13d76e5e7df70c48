"""Blank workbooks of a domain, made from the catalogue and the register as this office has them."""

from collections.abc import Mapping, Sequence, Set

from lib.domain.periods import PeriodKind
from lib.domain.schools import OfficeType, School
from lib.errors import WorkbenchError
from lib.report.blank_workbook import make_blank_workbook
from lib.report.file_names import safe_file_name
from lib.services.catalogue import load_office_catalogue
from lib.services.office import load_office
from lib.storage.engine import Store
from lib.thai.text import sort_key


def make_template(
    store: Store,
    domain_id: str,
    academic_year_be: int,
    fiscal_year_be: int,
    schools: Sequence[School],
    asked: Mapping[str, Set[str]] | None = None,
) -> bytes:
    """The blank workbook of one domain; filled in, it imports without a question.

    Args:
        academic_year_be / fiscal_year_be: the year named over a sheet, by the calendar of its indicators.
        schools: whose rows are filled in; usually the active schools of the office.
        asked: indicator id → ids of the schools to ask, AREA_ROW for the area; None asks everything of all.

    Raises:
        WorkbenchError: there is no such domain.
    """
    catalogue = load_office_catalogue(store)
    if domain_id not in {area.id for area in catalogue.domains}:
        raise WorkbenchError(f"ไม่มีด้าน {domain_id} ในพจนานุกรมตัวชี้วัด", "เลือกด้านจากรายการ")
    office, _ = load_office(store)
    cluster_word = "สหวิทยาเขต" if office.office_type is OfficeType.SECONDARY else "กลุ่มโรงเรียน"
    ordered = sorted(schools, key=lambda school: (sort_key(school.cluster), sort_key(school.name)))
    return make_blank_workbook(
        catalogue.domain(domain_id),
        [each for each in catalogue.of_domain(domain_id) if asked is None or each.id in asked],
        ordered,
        {PeriodKind.ACADEMIC_YEAR: academic_year_be, PeriodKind.FISCAL_YEAR: fiscal_year_be},
        cluster_word=cluster_word,
        asked=asked,
    )


def template_file_name(domain_name: str, academic_year_be: int, fiscal_year_be: int) -> str:
    """A name whose years agree with the sheets, because the reader looks at it too."""
    return safe_file_name(
        f"แบบเก็บข้อมูล{domain_name} ปีการศึกษา {academic_year_be} ปีงบประมาณ {fiscal_year_be}.xlsx", 120
    )
