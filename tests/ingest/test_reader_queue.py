"""Turns at the reader: in order, fair between persons, and never held by one who left."""

import threading
from contextlib import ExitStack

import pytest

from lib.ingest.reader_queue import ReaderQueue
from lib.ingest.reading_progress import ReadingProgress, ReadingStage

SOON = 10.0


class Left(BaseException):
    """As Streamlit's StopException: no Exception."""


class Visitor:
    """A person's file in a thread of its own."""

    def __init__(self, queue, person, order):
        self.person, self.places = person, []
        self.waits, self.may_go, self.interrupt = threading.Event(), threading.Event(), False
        self._queue, self._order = queue, order
        self.thread = threading.Thread(target=self._visit, daemon=True)
        self.thread.start()

    def _visit(self):
        try:
            with self._queue.turn(self.person, self._tell):
                self._order.append(self.person)
                self.waits.set()
                assert self.may_go.wait(SOON)
        except Left:
            self._order.append(f"{self.person} left")

    def _tell(self, place):
        self.places.append(place)
        self.waits.set()
        if self.interrupt:
            raise Left

    def go(self):
        self.may_go.set()
        self.thread.join(SOON)
        assert not self.thread.is_alive()


@pytest.fixture
def desk():
    """A queue of one place that is taken, the order in which others come, and what frees the place."""
    queue, order = ReaderQueue(1, tell_every_seconds=0.01), []
    with ExitStack() as held:
        held.enter_context(queue.turn("holder", [].append))
        yield queue, order, held.close


def arrive(queue, order, *persons):
    """One after another, each in the queue before the next comes."""
    visitors = []
    for person in persons:
        visitor = Visitor(queue, person, order)
        assert visitor.waits.wait(SOON)
        visitors.append(visitor)
    return visitors


def test_a_free_place_is_taken_without_waiting():
    told = []
    with ReaderQueue(2).turn("ก", told.append):
        assert told == []


def test_places_count_from_one_in_the_order_of_coming(desk):
    queue, order, free = desk
    visitors = arrive(queue, order, "ก", "ข", "ค")
    assert [visitor.places[0] for visitor in visitors] == [1, 2, 3]
    for visitor in visitors:
        visitor.may_go.set()
    free()
    for visitor in visitors:
        visitor.go()
    assert order == ["ก", "ข", "ค"]


def test_many_files_of_one_person_take_turns_with_others(desk):
    queue, order, free = desk
    visitors = arrive(queue, order, "ก", "ก", "ก", "ข", "ข", "ค")
    for visitor in visitors:
        visitor.may_go.set()
    free()
    for visitor in visitors:
        visitor.go()
    assert order == ["ก", "ข", "ค", "ก", "ข", "ก"]


def test_newcomers_do_not_starve_who_came_with_many(desk):
    queue, order, free = desk
    first = arrive(queue, order, "ก", "ก")
    free()
    assert first[0].waits.wait(SOON)
    first[0].go()
    late = arrive(queue, order, *"ขคงจ")
    first[1].go()
    for visitor in late:
        visitor.go()
    assert order == ["ก", "ก", "ข", "ค", "ง", "จ"]


def test_one_who_is_interrupted_leaves_and_blocks_nobody(desk):
    queue, order, free = desk
    first, second, third = arrive(queue, order, "ก", "ข", "ค")
    second.interrupt = True
    second.thread.join(SOON)
    assert order == ["ข left"]
    first.may_go.set()
    third.may_go.set()
    free()
    first.go()
    third.go()
    assert order == ["ข left", "ก", "ค"]


def test_an_exception_while_reading_frees_the_place():
    queue = ReaderQueue(1)
    for _ in range(3):
        with pytest.raises(Left), queue.turn("ก", [].append):
            raise Left
    told = []
    with queue.turn("ข", told.append):
        assert told == []


def test_the_last_of_many_interrupted_leaves_every_place_free(desk):
    queue, order, free = desk
    visitors = arrive(queue, order, *("ก" * 20))
    for visitor in visitors:
        visitor.interrupt = True
    free()
    for visitor in visitors:
        visitor.go()
    told = []
    with queue.turn("ข", told.append):
        assert told == []


def test_the_words_tell_the_place():
    words = ReadingProgress(ReadingStage.WAITING, 3).words
    assert words == "มีการอ่านไฟล์อื่นอยู่ ไฟล์ของท่านอยู่ลำดับที่ 3 โปรดรอสักครู่"
