"""How slides look on a projector: nothing but the slide, type that the last row reads."""

#: Names of the containers that the style speaks of.
SCREEN = "slides-screen"
STEPS = "slides-steps"
NOTES = "slides-notes"
HIDDEN = "slides-keys"
OFFICE_CHART, ROOM_CHART = "slides-chart-office", "slides-chart-room"

#: What no setting of Streamlit does for one page alone: the sidebar out of sight, the slide as wide as the
#: screen and as high as it leaves, sizes that follow the screen, buttons that are there for their keys only.
PRESENTATION_STYLE = f"""
.stApp:has(.st-key-{SCREEN}) :is([data-testid="stSidebar"], [data-testid="stHeader"],
  [data-testid="stExpandSidebarButton"]) {{display: none}}
.stApp:has(.st-key-{SCREEN}) .stMainBlockContainer {{max-width: 100%; padding: 1.2vw 2.6vw .5rem}}
.st-key-{SCREEN} {{gap: .6vw}}
.st-key-{SCREEN} h1.slide-title {{font-size: 3vw; line-height: 1.4; font-weight: 700; margin: 0;
  padding: 0 0 .5vw; border-bottom: 2px solid #DCE4E6; color: #1F2A30; text-wrap: balance}}
.slide-words, .slide-words ol {{list-style: none; margin: 0; padding: 0; font-size: 2.55vw; line-height: 1.55;
  color: #1F2A30}}
.slide-words > li {{display: flex; gap: 1vw; margin: 0 0 .7vw; font-size: inherit}}
.slide-words > li > span:first-child {{flex: none; color: #0F5E6B; min-width: 1.4vw}}
.slide-words.up > li > span:first-child {{color: #00695C}}
.slide-words.down > li > span:first-child {{color: #B4471A}}
.slide-words.beside {{font-size: 2vw}}
.slide-cover {{border-left: .7vw solid #0F5E6B; padding: 1vw 0 1vw 3vw; margin-top: 9vw}}
.st-key-{SCREEN} .slide-cover h1.slide-title {{font-size: 3.6vw; border: 0}}
.slide-cover p {{font-size: 2.1vw; line-height: 1.6; margin: 0; color: #5B6B73}}
.slide-table {{width: 100%; border-collapse: collapse; font-size: 2.2vw; line-height: 1.5; color: #1F2A30}}
.slide-table :is(th, td) {{text-align: left; vertical-align: top; padding: .55vw .8vw; border: 0;
  border-bottom: 1px solid #DCE4E6}}
.slide-table th {{background: #E4EEF0; font-weight: 600}}
.slide-table td:first-child {{white-space: nowrap}}
.slide-table .right {{text-align: right; white-space: nowrap}}
.slide-foot {{position: fixed; left: 2.6vw; bottom: 62px; color: #5B6B73; font-size: max(15px, 1.1vw);
  margin: 0; line-height: 1.5}}
.st-key-{SCREEN} .stPopover, .st-key-{HIDDEN} {{display: none}}
.st-key-{STEPS} button p {{font-size: max(16px, 1.1vw)}}
.st-key-{STEPS} {{position: fixed; left: 2.6vw; right: 2.6vw; bottom: .6rem; background: #FFFFFF; z-index: 5;
  width: auto; align-items: center}}
.st-key-{NOTES} {{position: fixed; left: 2.6vw; right: 2.6vw; bottom: 64px; max-height: 42vh; overflow: auto;
  background: #F4F7F7; border-top: 2px solid #DCE4E6; padding: 1rem 1.4rem; z-index: 6; width: auto}}
@media (max-width: 1699px) {{ .st-key-{ROOM_CHART} {{display: none}} }}
@media (min-width: 1700px) {{ .st-key-{OFFICE_CHART} {{display: none}} }}
.slide-black {{position: fixed; inset: 0; background: #000000; z-index: 100000}}
"""
