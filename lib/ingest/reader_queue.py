"""Turns at the reader: few run at once, persons take turns, and who waits knows the place."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

_TELL_EVERY_SECONDS: Final = 0.5


@dataclass(slots=True, eq=False)
class _Ticket:
    """One file in the queue; a person's next file belongs to a later round than the last."""

    person: str
    round: int
    number: int
    is_served: bool = False


class ReaderQueue:
    """A queue with a fixed number of places at the reader.

    A person who leaves while waiting, by any exception out of ``tell_place``, gives the place to the next.

    Args:
        n_at_once: how many may read at the same time.
        tell_every_seconds: how often a waiting person is told the place, also when it is the same: the
            telling is where an interruption reaches the waiting thread.
    """

    def __init__(self, n_at_once: int, tell_every_seconds: float = _TELL_EVERY_SECONDS) -> None:
        self._changed = threading.Condition()
        self._n_free = n_at_once
        self._waiting: list[_Ticket] = []
        self._round = 0
        self._n_tickets = 0
        self._last_rounds: dict[str, int] = {}
        self._tell_every_seconds = tell_every_seconds

    @contextmanager
    def turn(self, person: str, tell_place: Callable[[int], None]) -> Iterator[None]:
        """Hold one of the places; waits until one is free.

        Args:
            person: whose file it is.
            tell_place: called with the place, from 1, while waiting; never while the turn is held.
        """
        ticket = self._enter(person)
        try:
            while place := self._place(ticket):
                tell_place(place)
                self._wait_for_change(ticket, place)
            yield
        finally:
            self._leave(ticket)

    def _enter(self, person: str) -> _Ticket:
        with self._changed:
            for name in [name for name, last in self._last_rounds.items() if last < self._round]:
                del self._last_rounds[name]
            number_of_round = max(self._round, self._last_rounds.get(person, -1) + 1)
            self._last_rounds[person] = number_of_round
            self._n_tickets += 1
            ticket = _Ticket(person, number_of_round, self._n_tickets)
            self._waiting.append(ticket)
            self._waiting.sort(key=lambda one: (one.round, one.number))
            self._serve()
            return ticket

    def _place(self, ticket: _Ticket) -> int:
        with self._changed:
            return 0 if ticket.is_served else self._waiting.index(ticket) + 1

    def _wait_for_change(self, ticket: _Ticket, place: int) -> None:
        with self._changed:
            self._changed.wait_for(
                lambda: ticket.is_served or self._waiting.index(ticket) + 1 != place,
                self._tell_every_seconds,
            )

    def _leave(self, ticket: _Ticket) -> None:
        with self._changed:
            if ticket.is_served:
                self._n_free += 1
            else:
                self._waiting.remove(ticket)
            self._serve()

    def _serve(self) -> None:
        while self._n_free and self._waiting:
            ticket = self._waiting.pop(0)
            ticket.is_served = True
            self._round = max(self._round, ticket.round)
            self._n_free -= 1
        self._changed.notify_all()
