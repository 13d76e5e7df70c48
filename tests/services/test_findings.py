"""Findings as the command line prints them."""

from dataclasses import replace

from lib.domain.findings import Finding, Review
from lib.domain.periods import Period, PeriodKind
from lib.services.findings import FindingsResult, ReviewedFinding, finding_as_json

YEAR = Period(PeriodKind.ACADEMIC_YEAR, 2567)
FINDING = Finding(
    "f1", "school", "10990001", "บ้านสมมติ 1", "academic", "academic.onet_p6_math", "strength", 1, "S1", YEAR,
    "ประโยคจากกฎ [S1]", (("ผล", 50.5),),
)  # fmt: skip
TOPIC = replace(FINDING, id="f3", scope="schools", scope_id="low", scope_name="", members=("f1",))
AREA_FINDING = replace(FINDING, id="f2", scope="area", scope_id="", scope_name="เขต")


def printed(finding: Finding) -> dict[str, object]:
    return finding_as_json(ReviewedFinding(finding, Review(finding.id), stale=False))


def test_a_printed_finding_has_the_agreed_keys() -> None:
    document = printed(FINDING)
    wanted = "id scope school_id indicator_id kind tier rule_id sentence numbers status"
    assert set(wanted.split()) <= document.keys()
    assert document["school_id"] == "10990001"
    assert document["numbers"] == {"ผล": 50.5}
    assert printed(AREA_FINDING)["school_id"] is None


def test_a_matter_schools_share_is_printed_with_the_findings_it_stands_for() -> None:
    document = printed(TOPIC)
    assert (document["scope"], document["school_id"], document["members"]) == ("schools", None, ["f1"])
    assert printed(FINDING)["members"] == []


def test_people_are_asked_about_the_area_and_shared_matters_not_about_each_school() -> None:
    every = tuple(
        ReviewedFinding(each, Review(each.id), stale=False) for each in (FINDING, AREA_FINDING, TOPIC)
    )
    assert [each.finding.id for each in FindingsResult(every, ()).asked] == ["f2", "f3"]
