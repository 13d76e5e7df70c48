"""Register files taken in, and taking one back."""

from lib.domain.datasets import RegisterLoad
from lib.storage import register_loads as load_store
from lib.storage.engine import Store, reading, writing
from lib.storage.register_undo import RegisterUndo, plan_register_undo


def load_register_history(store: Store) -> tuple[RegisterLoad, ...]:
    """Every register file taken in, the newest first."""
    with reading(store) as session:
        return load_store.load_register_history(session)


def plan_undo(store: Store, load_id: int) -> RegisterUndo:
    """What taking a register file back would do now; nothing is done."""
    with reading(store) as session:
        return plan_register_undo(session, load_id)


def undo_register(store: Store, load_id: int, *, by: str) -> RegisterUndo:
    """Take a register file back: its schools are as they were before it, all of them or none.

    Raises:
        WorkbenchError: there is no such load, it was already taken back, or something rests on it.
    """
    with writing(store) as session:
        return load_store.undo_register_load(session, load_id, by=by)


def undo_words(plan: RegisterUndo) -> str:
    """``คืนค่าเดิม 3 แห่ง · นำออกจากทะเบียน 1 แห่ง``, and who stays as corrected."""
    parts = [f"คืนค่าเดิม {len(plan.back):,} แห่ง", f"นำออกจากทะเบียน {len(plan.leaving):,} แห่ง"]
    if plan.kept:
        names = " ".join(f"โรงเรียน{school.name}" for school in plan.kept)
        parts.append(f"คงไว้ตามที่แก้ด้วยมือหลังนำเข้า {len(plan.kept):,} แห่ง: {names}")
    return " · ".join(parts)
