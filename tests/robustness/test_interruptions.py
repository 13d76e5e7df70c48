"""T5: a click that stops a running page, or comes twice, leaves whole loads and whole reviews, and no lock.

Streamlit raises its stop as a BaseException at a call of ``st``; the next run begins in a thread of its own
while the former one still works.
"""

import random
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial

import psutil
import pytest
from streamlit.runtime.scriptrunner import RerunException, StopException
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData

from lib.domain.evidence import Answer
from lib.domain.findings import Review
from lib.errors import EditConflict
from lib.ingest.child import read_workbook
from lib.services import imports
from lib.services.evidence import load_evidence_page
from lib.services.evidence_edits import save_answer
from lib.storage.datasets import load_history
from lib.storage.engine import Store, reading, writing
from lib.storage.integrity import check_store
from lib.storage.reviews import load_reviews, save_review
from lib.storage.settings import save_setting
from lib.ui import uploads
from tests.robustness.crafted_values import scores
from tests.robustness.figures import note, size
from tests.robustness.judge import KPI_FORM, KPI_ITEM, KPI_YEAR_BE
from tests.robustness.office import SCHOOLS, open_office

N_TRIES = size("INTERRUPTIONS", short=6, full=100)
NEXT_WRITE_SECONDS = 1.0
STOPS: tuple[Callable[[], BaseException], ...] = (StopException, lambda: RerunException(RerunData()))


class StoppingBar:
    """A progress bar whose page is stopped at one of its calls."""

    def __init__(self, at: int, stop: BaseException) -> None:
        self._left, self._stop = at, stop

    def progress(self, *_: object) -> None:
        self._left -= 1
        if self._left < 0:
            raise self._stop


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = open_office(database_url)
    yield opened
    opened.dispose()


def assert_next_write_is_swift(store: Store, number: int) -> float:
    started = time.perf_counter()
    with writing(store) as session:
        save_setting(session, f"try {number}", number, seen_version=0, by="ก")
    seconds = time.perf_counter() - started
    assert seconds <= NEXT_WRITE_SECONDS
    return seconds


def run_together(*acts: Callable[[], object]) -> list[BaseException | None]:
    """Run in threads of their own; what ended each, None for its end."""
    ends: list[BaseException | None] = [None] * len(acts)

    def run(place: int, act: Callable[[], object]) -> None:
        try:
            act()
        except BaseException as end:
            ends[place] = end

    threads = [threading.Thread(target=run, args=each) for each in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return ends


def test_a_stopped_import_stores_whole_files_or_none(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(2572)
    slowest = 0.0
    bars = threading.local()
    monkeypatch.setattr(uploads.st, "progress", lambda _: bars.own)
    contents = [scores([40.0 + n, 50.0 + n, 60.0]) for n in range(3)]
    previews = [imports.preview_file(store, each, f"คะแนน {n}.xlsx") for n, each in enumerate(contents)]
    for number in range(N_TRIES):
        savings = [
            uploads.Saving(preview.file_name, partial(imports.commit, store, preview, content, by="ก"))
            for preview, content in zip(previews, contents, strict=True)
        ]

        def click(at: int, stop: BaseException, savings: list[uploads.Saving] = savings) -> None:
            bars.own = StoppingBar(at, stop)
            uploads.save_each(savings)

        # The first run is stopped between two files; the run of the second click overlaps it and goes on.
        stop = chance.choice(STOPS)()
        is_doubled = chance.random() < 0.5
        acts = [partial(click, chance.randrange(3), stop)]
        acts += [partial(click, 99, stop)] if is_doubled else []
        ends = run_together(*acts)
        assert ends[0] is stop
        slowest = max(slowest, assert_next_write_is_swift(store, number))
        with reading(store) as session:
            standing = [each for each in load_history(session) if each.undone_at is None]
        assert {each.n_values for each in standing} <= {3}
        assert len({each.sha256 for each in standing}) == len(standing)
        assert not is_doubled or len(standing) == len(contents)
        assert [result.faults for result in check_store(store) if not result.fine] == []
        for record in standing:
            imports.undo(store, record.dataset_id, by="ก")
    note(
        "T5",
        "imports stopped between files, half of them clicked twice",
        N_TRIES,
        f"0 half; next write ≤ {slowest * 1000:.0f} ms",
    )


def test_a_stopped_reading_leaves_no_child_and_no_place_taken(store: Store) -> None:
    chance = random.Random(2573)
    content = scores([40.0] * len(SCHOOLS))
    n_tries = max(3, N_TRIES // 4)
    for _ in range(n_tries):
        stop, left = chance.choice(STOPS)(), chance.randrange(2)

        bar = StoppingBar(left, stop)
        (end,) = run_together(partial(read_workbook, content, "คะแนน.xlsx", bar.progress))
        assert end is stop
    assert [
        each for each in psutil.Process().children() if "lib.ingest.worker" in " ".join(each.cmdline())
    ] == []
    # Were a place at the reader still taken, three readings at once would never end.
    again = run_together(*[partial(read_workbook, content, "คะแนน.xlsx")] * 3)
    assert again == [None] * 3
    note("T5", "readings stopped", n_tries, "0 children left, the queue is free")


def test_a_double_click_on_a_review_saves_it_once(store: Store) -> None:
    for number in range(N_TRIES):
        review = Review(f"finding {number}", "edited", "ข้อความ", numbers_hash="h")

        def click(review: Review = review) -> None:
            with writing(store) as session:
                save_review(session, review, by="ก")

        ends = run_together(click, click)
        assert sorted(type(end).__name__ for end in ends) == ["EditConflict", "NoneType"]
    with reading(store) as session:
        assert {each.version for each in load_reviews(session).values()} == {1}
        assert len(load_reviews(session)) == N_TRIES
    note("T5", "reviews saved by a double click", N_TRIES, "one save, one conflict each")


def test_a_double_click_on_an_answer_of_a_form_saves_it_once(store: Store) -> None:
    n_tries = max(3, N_TRIES // 2)
    for number in range(n_tries):
        seen = load_evidence_page(store, KPI_FORM, KPI_YEAR_BE).answers[KPI_ITEM].version
        answer = Answer("yes" if number % 2 else "no", {}, seen)
        ends = run_together(
            *[partial(save_answer, store, KPI_FORM, KPI_YEAR_BE, KPI_ITEM, answer, by="ก")] * 2
        )
        assert sorted(type(end).__name__ for end in ends) == ["EditConflict", "NoneType"]
        assert load_evidence_page(store, KPI_FORM, KPI_YEAR_BE).answers[KPI_ITEM].version == seen + 1
    note("T5", "answers of the KPI form saved by a double click", n_tries, "one save, one conflict each")


def test_a_write_stopped_inside_its_transaction_leaves_nothing(store: Store) -> None:
    n_tries = max(3, N_TRIES // 2)
    for number in range(n_tries):
        stop = STOPS[number % 2]()

        def write(stop: BaseException = stop, number: int = number) -> None:
            with writing(store) as session:
                save_setting(session, f"half {number}", 1, seen_version=0, by="ก")
                raise stop

        assert run_together(write) == [stop]
        assert_next_write_is_swift(store, number)
    with pytest.raises(EditConflict), writing(store) as session:
        save_setting(session, "half 0", 1, seen_version=1, by="ก")
