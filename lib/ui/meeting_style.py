"""How the meeting's page looks on a projector."""

#: Names of the containers that the style speaks of.
SCREEN = "meeting-screen"
SENTENCE = "meeting-sentence"
SEARCH = "meeting-line"

#: What no setting of Streamlit does for one page alone: the sidebar out of sight, the whole width, a sentence
#: of 28 px that is read from the back of a room, and everything larger where the projector has the pixels.
MEETING_STYLE = f"""
.stApp:has(.st-key-{SCREEN}) :is([data-testid="stSidebar"], [data-testid="stHeader"],
  [data-testid="stExpandSidebarButton"]) {{display: none}}
.stApp:has(.st-key-{SCREEN}) .stMainBlockContainer {{max-width: 100%; padding: .75rem 2rem 2rem}}
.st-key-{SENTENCE} p {{font-size: 28px; line-height: 1.45; font-weight: 600}}
.st-key-{SEARCH} div:has(> input) {{height: 56px}}
.st-key-{SEARCH} input {{font-size: 24px}}
@media (min-width: 1700px) {{
  .st-key-{SENTENCE} p {{font-size: 36px}}
  .st-key-{SCREEN} button p {{font-size: 20px}}
}}
"""
