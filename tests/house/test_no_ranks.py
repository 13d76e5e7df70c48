"""No school is given a place in a list of best and worst; tiny cohorts would fill both ends by chance."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: Headers of other people's files, which are told apart so that they are not read as figures.
_READ_ONLY = "identity_headers.toml"
_WORDS = re.compile(r"อันดับ|\.rank\(|rankdata|nlargest\(|nsmallest\(")


def _sources() -> list[Path]:
    every = [*(ROOT / "lib").rglob("*.py"), *(ROOT / "lib").rglob("*.toml"), *(ROOT / "pages").glob("*.py")]
    return [path for path in every if path.name != _READ_ONLY]


def test_the_program_speaks_of_no_ranks() -> None:
    sources = _sources()
    assert len(sources) > 400
    ranked = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in sources
        for line in path.read_text(encoding="utf-8").splitlines()
        if _WORDS.search(line)
    ]
    assert ranked == []


def test_the_search_would_find_a_rank() -> None:
    assert _WORDS.search('"โรงเรียนนี้อยู่อันดับ 3 ของเขต"')
    assert _WORDS.search('table["value"].rank(ascending=False)')
