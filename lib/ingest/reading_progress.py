"""Where a reading stands, for the person who waits."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class ReadingStage(StrEnum):
    """The steps of a reading, in order; a reading that need not wait leaves the queue out."""

    CHECKING = "checking"
    WAITING = "waiting"
    READING = "reading"


@dataclass(frozen=True, slots=True)
class ReadingProgress:
    """One step; ``place`` counts from 1 while the file waits for its turn and is 0 otherwise."""

    stage: ReadingStage
    place: int = 0

    @property
    def words(self) -> str:
        """The step in words for staff (F22 while waiting)."""
        if self.stage is ReadingStage.WAITING:
            return f"มีการอ่านไฟล์อื่นอยู่ ไฟล์ของท่านอยู่ลำดับที่ {self.place:,} โปรดรอสักครู่"
        return "กำลังตรวจไฟล์" if self.stage is ReadingStage.CHECKING else "กำลังอ่านไฟล์"


OnProgress = Callable[[ReadingProgress], None]


def tell_nobody(progress: ReadingProgress) -> None:
    """For a reading that nobody watches."""
    del progress
