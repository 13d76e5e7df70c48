"""Headers of identity columns: every spelling leads to one role, faults are named."""

from pathlib import Path

import pytest

from lib.catalog.identity_headers import load_identity_headers
from lib.domain.columns import Role
from lib.errors import BadCatalogue
from lib.thai.text import fold_key


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("รหัสโรงเรียน", Role.SCHOOL_CODE),
        ("รหัส SMIS", Role.SMIS_CODE),
        ("ชื่อโรงเรียน", Role.SCHOOL_NAME),
        ("กลุ่มโรงเรียน", Role.CLUSTER),
        ("อำเภอ", Role.DISTRICT),
    ],
)
def test_common_headers_lead_to_their_role(header: str, role: Role) -> None:
    assert load_identity_headers()[fold_key(header)] is role


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('[shoe_size]\nheaders = ["เบอร์รองเท้า"]\n', "shoe_size"),
        ('[cluster]\nheaders = ["กลุ่ม"]\n[district]\nheaders = ["กลุ่ม"]\n', "กลุ่ม"),
        ("[cluster]\n", "cluster"),
    ],
)
def test_a_faulty_file_is_refused_by_name(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "identity_headers.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadCatalogue, match=reason):
        load_identity_headers(tmp_path)
