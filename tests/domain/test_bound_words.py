"""Numbers that nothing finer names are bound by the words around them."""

from hypothesis import given
from hypothesis import strategies as st

from lib.domain.bound_figures import bound_figures
from lib.domain.bound_words import note_runs, with_numbers_bound
from lib.domain.documents import Block, BulletList, Document, Heading, Paragraph, Run, Table, TableColumn


def bound(*blocks: Block) -> list[tuple[str, str]]:
    document = with_numbers_bound(Document("รายงาน", "", "", "", blocks))
    return [(each.figure_id, each.text) for each in bound_figures(document)]


def sentence(*runs: Run) -> Paragraph:
    return Paragraph(runs)


def test_a_number_is_named_by_its_heading_its_sentence_and_its_place() -> None:
    told = sentence(Run("สถานศึกษา 40 จาก 1,119 แห่งมีผล"))
    assert bound(Heading(2, "ผล"), told) == [
        ("text|ผล|สถานศึกษา # จาก # แห่งมีผล|1", "40"),
        ("text|ผล|สถานศึกษา # จาก # แห่งมีผล|2", "1,119"),
    ]


def test_the_name_stays_when_the_number_changes() -> None:
    before, after = bound(sentence(Run("ขาด 9 แห่ง"))), bound(sentence(Run("ขาด 10 แห่ง")))
    assert [name for name, _ in before] == [name for name, _ in after]


def test_a_sentence_told_twice_has_two_names() -> None:
    rest = sentence(Run("อีก 2 เรื่องอยู่ในตาราง"))
    assert len({name for name, _ in bound(rest, rest)}) == 2


def test_years_days_and_numbers_in_names_are_no_figures() -> None:
    for text in (
        "ปีการศึกษา 2568 และ 2566-2567",
        "ภายใน 31 มีนาคม 2569 หรือ 1 เม.ย. 2570",
        "O-NET ป.6 มาตรฐานที่ 1 บทที่ 4 ข้อ 5 (กฎ R6) รอบ 12 เดือน ARS 46 (1)",
        "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาสมมติ เขต 1",
        "แผ่น ผล ช่อง A17 หน้า 2",
    ):
        assert bound(sentence(Run(text))) == [], text


def test_a_value_of_the_area_is_a_figure() -> None:
    assert [text for _, text in bound(sentence(Run("ต่ำกว่าค่าของเขต 48.12 คะแนน")))] == ["48.12"]


def test_a_phrase_bound_as_a_whole_is_bound_number_by_number() -> None:
    points = BulletList(((Run("ส่ง 10 จาก 12 แห่ง", figure_id="sar|2568|submitted"),),))
    assert bound(points) == [("sar|2568|submitted|1", "10"), ("sar|2568|submitted|2", "12")]


def test_words_around_one_number_stay_bound_with_it() -> None:
    assert bound(sentence(Run("ระดับ 3 ดีมาก", figure_id="kpi|a|level"))) == [("kpi|a|level", "ระดับ 3 ดีมาก")]


def test_what_people_wrote_and_quotations_stay_as_they_are() -> None:
    own = Paragraph((Run("เราตั้งใจทำให้ครบ 100 แห่ง"),), section="preface_text")
    quoted = sentence(Run("“มีคอมพิวเตอร์ 3 เครื่อง”", verbatim=True))
    assert bound(own, quoted) == []


def test_numbers_under_a_table_are_bound_under_its_key() -> None:
    table = Table("ผล", (TableColumn("ก"),), (), note="n = 29 แห่ง ปี 2568", key="levels")
    assert [(run.figure_id, run.text) for run in note_runs(table) if run.figure_id] == [
        ("note|levels|1", "29")
    ]


@given(st.text(st.sampled_from("กข ๒3045.,-()ปีที่R"), max_size=40))
def test_binding_never_changes_what_is_read(text: str) -> None:
    document = with_numbers_bound(Document("", "", "", "", (sentence(Run(text)),)))
    (block,) = document.blocks
    assert isinstance(block, Paragraph)
    assert "".join(run.text for run in block.runs) == text
