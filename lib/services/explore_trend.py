"""The trend in words: all schools beside the schools that have a figure in every year shown."""

from lib.analysis.trend_lines import same_schools_differ
from lib.services.explore import IndicatorView


def trend_sentence(view: IndicatorView) -> str:
    """First and latest year of both, and whether the set of schools matters; empty with a single year."""
    trend, words = view.trend, view.words
    if len(trend) < 2:
        return ""
    first, last = trend.iloc[0], trend.iloc[-1]
    years = f"ปี {int(first['year_be'])} ถึง {int(last['year_be'])}"

    def told(column: str) -> str:
        return f"{words.short(float(first[column]))} เป็น {words.short(float(last[column]))}"

    every = f"{years} ทุกโรงเรียนที่มีค่าในแต่ละปี จาก {told('all_schools')}"
    n_same = int(last["n_same_schools"])
    if not n_same:
        return f"{every} · ไม่มีโรงเรียนที่มีค่าครบทุกปี จึงเทียบเฉพาะโรงเรียนเดิมไม่ได้"
    if (trend["n_schools"] == n_same).all():
        return f"{every} · เป็นโรงเรียนชุดเดียวกัน {n_same:,} แห่งทุกปี"
    same = f"เฉพาะโรงเรียนเดิม {n_same:,} แห่งที่มีค่าครบทุกปี จาก {told('same_schools')}"
    if same_schools_differ(trend):
        read = "สองชุดต่างกัน ส่วนที่ต่างมาจากโรงเรียนที่ไม่มีค่าครบทุกปี ให้อ่านแนวโน้มจากโรงเรียนเดิม"
    else:
        read = "สองชุดใกล้กันมาก ภาพจึงวาดเส้นของเขตเส้นเดียว"
    return f"{every} · {same} · {read}"
