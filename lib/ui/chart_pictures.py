"""Saves a chart as the browser has drawn it: no second drawing, no network, Thai marks as on the screen."""

import streamlit as st

_HTML = """
<button type="button" id="png">ภาพ (PNG)</button>
<button type="button" id="svg">ภาพที่ขยายได้ (SVG)</button>
<p id="told" role="status"></p>
"""
_CSS = """
:host, div { display: block; }
button {
  display: block; width: 100%; margin: 0 0 1rem; padding: 0.25rem 0.75rem; min-height: 2.5rem;
  font: inherit; font-size: 0.875em; line-height: 1.6;
  color: var(--st-text-color); background: var(--st-background-color);
  border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius); cursor: pointer;
}
button:hover, button:focus-visible { color: var(--st-primary-color); border-color: var(--st-primary-color); }
button:last-of-type { margin-bottom: 0; }
button:disabled { color: var(--st-gray-color); cursor: default; }
p { margin: 0.5rem 0 0; font-size: 0.85em; }
p:empty { margin: 0; }
"""
#: Twice the size on the screen: sharp on A4.
_JS = """
const SCALE = 2

function drawn(place) {
  const root = document.querySelector(`.st-key-${place} [data-testid="stVegaLiteChart"]`)
  return { svg: root?.querySelector("svg.marks"), canvas: root?.querySelector("canvas.marks") }
}

function asText(svg) {
  const copy = svg.cloneNode(true)
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg")
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect")
  ground.setAttribute("width", "100%")
  ground.setAttribute("height", "100%")
  ground.setAttribute("fill", "#FFFFFF")
  copy.prepend(ground)
  return new XMLSerializer().serializeToString(copy)
}

function save(blob, name) {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10000)
}

async function picture(svg) {
  const image = new Image()
  const { width, height } = svg.viewBox.baseVal
  const source = URL.createObjectURL(new Blob([asText(svg)], { type: "image/svg+xml;charset=utf-8" }))
  try {
    image.src = source
    await image.decode()
    const canvas = document.createElement("canvas")
    canvas.width = Math.round(width * SCALE)
    canvas.height = Math.round(height * SCALE)
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((done) => canvas.toBlob(done, "image/png"))
  } finally {
    URL.revokeObjectURL(source)
  }
}

export default function ({ data, parentElement }) {
  const told = parentElement.querySelector("#told")
  const attempt = (act) => async () => {
    told.textContent = ""
    try {
      if (!(await act(drawn(data.place)))) told.textContent = data.failed
    } catch {
      told.textContent = data.failed
    }
  }
  parentElement.querySelector("#png").onclick = attempt(async ({ svg, canvas }) => {
    const blob = svg ? await picture(svg) : canvas && (await new Promise((done) => canvas.toBlob(done)))
    if (blob) save(blob, data.png)
    return blob
  })
  parentElement.querySelector("#svg").onclick = attempt(async ({ svg }) => {
    if (svg) save(new Blob([asText(svg)], { type: "image/svg+xml" }), data.svg)
    return svg
  })
}
"""
_FAILED = "บันทึกภาพไม่ได้ในเบราว์เซอร์นี้ เลือกภาพแบบอื่น หรือบันทึกข้อมูลของกราฟแทน"

_buttons = st.components.v2.component("chart_pictures", html=_HTML, css=_CSS, js=_JS)


def show_picture_buttons(place: str, png_name: str, svg_name: str) -> None:
    """Two buttons that save the chart standing in the container ``place``.

    Args:
        png_name / svg_name: file names with their endings.
    """
    words = {"place": place, "png": png_name, "svg": svg_name, "failed": _FAILED}
    _buttons(key=f"{place}-pictures", data=words)
