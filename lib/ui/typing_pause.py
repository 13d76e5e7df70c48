"""Long texts of the KPI form reach the server when the person pauses, not only when they leave the input.

Streamlit's short inputs do so by themselves (``live``); its text areas know only the keys Ctrl and Enter,
which this presses after a pause. The place in the text and what is typed meanwhile stay.
"""

import streamlit as st

_JS = """
const PAUSE_MS = 1500
const waiting = new Map()
let listens = false

function onInput({ target }) {
  if (!(target instanceof HTMLTextAreaElement) || !target.closest('[class*="st-key-kpi-"]')) return
  clearTimeout(waiting.get(target))
  waiting.set(target, setTimeout(() => {
    waiting.delete(target)
    target.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true }))
  }, PAUSE_MS))
}

// Leaving the input sends its text anyway; sent once more it would break off the page that opens meanwhile.
function onLeave({ target }) {
  clearTimeout(waiting.get(target))
  waiting.delete(target)
}

export default function () {
  if (!listens) {
    document.addEventListener("input", onInput)
    document.addEventListener("focusout", onLeave)
  }
  listens = true
  return () => {
    document.removeEventListener("input", onInput)
    document.removeEventListener("focusout", onLeave)
    for (const pause of waiting.values()) clearTimeout(pause)
    waiting.clear()
    listens = false
  }
}
"""

_listener = st.components.v2.component("typing_pause", js=_JS)


def send_long_texts_at_pauses() -> None:
    """Once a page, before or after its text areas."""
    _listener(key="typing-pause")
