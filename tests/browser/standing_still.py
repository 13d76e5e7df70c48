"""Wait for a page of Streamlit to stand still, so that the next key or click meets what is drawn."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

_STILL = """(needed) => {
    const app = document.querySelector('[data-testid=stApp]');
    const now = performance.now();
    if (app?.getAttribute('data-test-script-state') !== 'notRunning') {
        window.stillSince = undefined;
        return false;
    }
    window.stillSince ??= now;
    return now - window.stillSince >= needed;
}"""


def stand_still(page: "Page", milliseconds: int = 700) -> None:
    """Until no script has run for a while; right after an act the run it starts has not begun yet."""
    page.evaluate("window.stillSince = undefined")
    page.wait_for_function(_STILL, arg=milliseconds, polling=50)
