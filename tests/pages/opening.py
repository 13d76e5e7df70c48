"""Open a page of the workbench as its visitor does: through the frame."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

_APP = Path(__file__).resolve().parents[2] / "app.py"
_PATIENCE_S = 120


def open_page(path: str, **choices: object) -> AppTest:
    """A page drawn once; ``choices`` are session keys set before the first run."""
    app = AppTest.from_file(str(_APP), default_timeout=_PATIENCE_S)
    for key, value in choices.items():
        app.session_state[key] = value
    return app.run().switch_page(path).run()
