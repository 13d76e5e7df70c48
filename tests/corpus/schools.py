"""The invented office of the corpus: twelve schools, among them a branch, two namesakes and a closed one."""

from lib.domain.schools import School


def _school(number: int, name: str, cluster: str, district: str, **more: object) -> School:
    code = f"9901{number:04d}"
    return School(
        code,
        name,
        smis_code=code,
        obec_code=f"99{number:04d}",
        moe_code=f"109999{number:04d}",
        cluster=cluster,
        district=district,
        **more,  # type: ignore[arg-type]
    )


SCHOOLS = (
    _school(1, "บ้านสมมติหนึ่ง", "กลุ่มดอนสมมติ", "เมืองสมมติ", pupils=120),
    _school(2, "บ้านสมมติสอง(คุรุอุปถัมภ์)", "กลุ่มดอนสมมติ", "เมืองสมมติ", pupils=45),
    _school(3, "วัดสมมติสาม", "กลุ่มดอนสมมติ", "เมืองสมมติ", pupils=80),
    _school(4, "วัดสมมติสาม สาขาบ้านไกล", "กลุ่มดอนสมมติ", "เมืองสมมติ", pupils=12),
    _school(5, "อนุบาลสมมติ", "กลุ่มดอนสมมติ", "เมืองสมมติ", pupils=640),
    _school(6, "ชุมชนสมมติวิทยา", "กลุ่มทุ่งสมมติ", "ทุ่งสมมติ", pupils=210),
    _school(7, "บ้านหนองสมมติ", "กลุ่มทุ่งสมมติ", "ทุ่งสมมติ", pupils=64),
    _school(8, "บ้านห้วยสมมติ", "กลุ่มทุ่งสมมติ", "ทุ่งสมมติ", pupils=33),
    _school(9, "ราษฎร์สมมติพัฒนา", "กลุ่มทุ่งสมมติ", "ทุ่งสมมติ", pupils=95),
    _school(10, "มิตรภาพสมมติที่ 155", "กลุ่มทุ่งสมมติ", "ทุ่งสมมติ", pupils=150),
    _school(11, "บ้านเหล่า(สมมติรัฐ)", "กลุ่มทุ่งสมมติ", "เมืองสมมติ", pupils=58),
    _school(12, "บ้านเหล่า(สมมติราษฎร์)", "กลุ่มทุ่งสมมติ", "ทุ่งสมมติ", pupils=49),
)
NAMES = {school.school_id: school.name for school in SCHOOLS}
S1, S2, S3, S4, S5, S6, S7, S8, S9, S10, S11, S12 = (school.school_id for school in SCHOOLS)
