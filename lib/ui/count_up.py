"""Under the refusal of a list of persons: counted up by school instead, with one button."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from lib.domain.count_up import CountUpOffer, ListColumn
from lib.errors import RefusedFile
from lib.services.count_up import CountedFile, count_up_file
from lib.storage.engine import Store
from lib.storage.files import content_hash
from lib.ui.messages import error_words
from lib.ui.plain import plain
from lib.ui.state import Key, get, put

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_EVERYONE, _SOME = "ทุกคนของโรงเรียน", "เฉพาะบางกลุ่ม"
_LISTS_KEPT = 8
_PERSONS = "V17"


@st.cache_resource(max_entries=_LISTS_KEPT, show_spinner="กำลังนับรวมเป็นรายโรงเรียน")
def _counted(
    _store: Store,
    _content: bytes,
    url: str,  # noqa: ARG001 - part of the key
    sha256: str,  # noqa: ARG001
    _file_name: str,
) -> CountedFile | None:
    return count_up_file(_store, _content, _file_name)


@contextmanager
def counted_up(store: Store, name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """The file to read: the one chosen, or its counts where a person asked for them; offered when refused.

    The list itself stays where the browser put it; no cache and no session of ours holds anything of it.
    """
    sha256 = content_hash(content)
    chosen: frozenset[str] = get(Key.COUNTED_UP, frozenset())
    counted = _counted(store, content, store.url, sha256, name) if sha256 in chosen else None
    if counted is not None:
        st.success(
            f"นับรวมเป็นรายโรงเรียนแล้ว {counted.offer.n_rows:,} คน {counted.offer.n_schools:,} แห่ง "
            "จากนี้ใช้ไฟล์นับรวมแทน รายชื่อบุคคลไม่ถูกเก็บ"
        )
        _show_download(counted, sha256)
        yield counted.file_name, counted.content
        return
    try:
        yield name, content
    except RefusedFile as error:
        if error.code != _PERSONS:
            raise
        offered = _counted(store, content, store.url, sha256, name)
        with st.container(border=True):
            st.subheader(plain(name) if offered else "ไฟล์ที่ไม่รับ")
            st.error(plain(error_words(error)))
            if offered is not None:
                _show_offer(offered, sha256)


def _show_offer(counted: CountedFile, sha256: str) -> None:
    offer = counted.offer
    st.markdown(
        f"**นับรวมเป็นรายโรงเรียนแทนได้** · {offer.n_rows:,} คน จาก {offer.n_schools:,} แห่ง · "
        f"{offer.period or 'ไม่พบปีในไฟล์ โปรแกรมจะถามหลังนับ'}"
    )
    st.markdown("\n".join(f"- {line}" for line in _lines(offer)))
    who = st.radio(
        "รายชื่อในไฟล์นี้คือใคร",
        (_EVERYONE, _SOME),
        index=1 if offer.is_partial else 0,
        horizontal=True,
        key=f"{Key.COUNTED_UP}-who-{sha256}",
    )
    if who == _SOME:
        st.caption("จำนวนของบางกลุ่มไม่ใช่จำนวนทั้งหมดของโรงเรียน จึงดาวน์โหลดไปใช้ได้ แต่ไม่นำเข้าเป็นตัวชี้วัด")
    elif not counted.n_figures:
        st.caption("ไม่มีคอลัมน์ที่ตรงกับตัวชี้วัดใด จึงดาวน์โหลดไปใช้ได้ แต่ไม่มีค่าให้นำเข้า")
    else:
        st.button(
            f"นับรวมเป็นรายโรงเรียนแทน ({counted.n_figures:,} ค่า)",
            key=f"{Key.COUNTED_UP}-{sha256}",
            on_click=_choose,
            args=(sha256,),
        )
    _show_download(counted, sha256)


def _choose(sha256: str) -> None:
    put(Key.COUNTED_UP, get(Key.COUNTED_UP, frozenset[str]()) | {sha256})


def _show_download(counted: CountedFile, sha256: str) -> None:
    st.download_button(
        "ดาวน์โหลดไฟล์นับรวม",
        data=counted.content,
        file_name=counted.file_name,
        mime=_XLSX,
        key=f"{Key.COUNTED_UP}-download-{sha256}",
        on_click="ignore",
    )


def _lines(offer: CountUpOffer) -> Iterator[str]:
    yield f"ใช้คอลัมน์ {_named(offer.used)}"
    yield f"ไม่ใช้และไม่เก็บคอลัมน์ {_named(offer.left_out)}"
    for count, what in (
        (offer.no_school, "คนไม่ระบุโรงเรียน ไม่ถูกนับในโรงเรียนใด"),
        (offer.no_grade, "คนไม่ระบุชั้น นับในยอดรวมของโรงเรียน แต่ไม่อยู่ในชั้นใด"),
        (offer.no_sex, "คนไม่ระบุเพศ ยอดที่มีคนเหล่านี้จึงไม่แยกชายหญิง"),
        (offer.n_other, "แถวที่ไม่ใช่บุคคล เช่น แถวรวมและหมายเหตุ"),
    ):
        if count:
            yield f"{count:,} {what}"


def _named(columns: tuple[ListColumn, ...]) -> str:
    several = len({column.sheet for column in columns}) > 1
    return plain(" · ".join(_short(column, with_sheet=several) for column in columns)) or "–"


def _short(column: ListColumn, *, with_sheet: bool) -> str:
    """``F คำนำหน้าชื่อ (เพศ)``; the use only where the header does not say it."""
    sheet = f"{column.sheet}!" if with_sheet else ""
    use = f" ({column.use})" if column.use and column.use != column.header else ""
    return f"{sheet}{column.letter} {column.header}{use}"
