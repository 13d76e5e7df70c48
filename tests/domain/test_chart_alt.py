from lib.domain.chart_alt import alt_words
from lib.domain.chart_descriptions import Chart, ChartSeries

AREA = ChartSeries("เขต", (45.0, None, 88.5), "0072B2")
NAMES = ("กลุ่มหนึ่ง", "กลุ่มสอง", "กลุ่มสาม")


def test_kind_subject_years_n_target_and_both_ends_are_told() -> None:
    chart = Chart(
        "bar", "ก", NAMES, (AREA,), "ร้อยละ", "ผลรายกลุ่ม", target=70.0, n_text="n = 20 คน", period="ปี 2568"
    )
    assert alt_words(chart) == (
        "แผนภูมิแท่ง ผลรายกลุ่ม ปี 2568 n = 20 คน เป้าหมาย 70.00 สูงสุด 88.50 (กลุ่มสาม) ต่ำสุด 45.00 (กลุ่มหนึ่ง)"
    )


def test_what_the_text_already_says_is_not_said_twice() -> None:
    chart = Chart("line", "ก", NAMES, (AREA,), "ร้อยละ", "กราฟเส้นผล ปี 2568", period="ปี 2568")
    assert alt_words(chart) == "กราฟเส้นผล ปี 2568 สูงสุด 88.50 (กลุ่มสาม) ต่ำสุด 45.00 (กลุ่มหนึ่ง)"


def test_of_many_series_the_end_names_its_series() -> None:
    other = ChartSeries("ประเทศ", (90.0, 60.0, 70.0), "9AA5AB")
    told = alt_words(Chart("grouped_bar", "ก", NAMES, (AREA, other), "ร้อยละ", "แผนภูมิ"))
    assert told == "แผนภูมิ สูงสุด 90.00 (ประเทศ กลุ่มหนึ่ง) ต่ำสุด 45.00 (เขต กลุ่มหนึ่ง)"


def test_limits_of_a_funnel_are_no_highest_value() -> None:
    limit = ChartSeries("ช่วง", (10.0, 20.0, 99.0), "5B6B73", "line")
    chart = Chart("scatter", "ก", NAMES, (AREA, limit), "ร้อยละ", "แผนภาพกรวย", xs=(1.0, 2.0, 3.0))
    assert "สูงสุด 88.50" in alt_words(chart)
    assert "99" not in alt_words(chart)


def test_equal_values_and_no_value_are_told_as_such() -> None:
    same = ChartSeries("เขต", (3.0, 3.0, None), "0072B2")
    none = ChartSeries("เขต", (None, None, None), "0072B2")
    assert alt_words(Chart("bar", "ก", NAMES, (same,), "คน", "แผนภูมิ")) == "แผนภูมิ ทุกค่าเท่ากับ 3.00"
    assert alt_words(Chart("bar", "ก", NAMES, (none,), "คน", "แผนภูมิ")) == "แผนภูมิ ยังไม่มีค่า"
