"""Start Streamlit so that its first visitor already meets this app's own addresses.

Until some visitor has run ``app.py``, Streamlit takes the files under ``pages/`` for the addresses.
A bookmark such as ``/kpi`` opened first then met an English box, a file's name a page without its frame.
``python -m lib.ui.server --server.port 8501`` takes the options of ``streamlit run``.
"""

import sys
from collections.abc import Sequence

from streamlit.runtime.pages_manager import PagesManager
from streamlit.web import cli


def serve(options: Sequence[str]) -> None:
    """Run ``app.py`` until the server is stopped; ``options`` as ``streamlit run`` knows them."""
    PagesManager.uses_pages_directory = False
    cli.main(["run", "app.py", *options], prog_name="lib.ui.server")


if __name__ == "__main__":
    serve(sys.argv[1:])
