"""What only paper needs: a browser prints the sidebar, and every button, beside what was to be read."""

#: Key of the part of the school's page that is printed by itself.
SHEET = "school-sheet"
#: Streamlit puts ``st-key-…`` on the block of a key. A look at the printed page showed the need: without it
#: the sidebar takes a third of the paper, charts fall below their tables, and the page runs to five sheets.
PRINT_STYLE = f"""@page {{size: A4; margin: 10mm 12mm}}
@media print {{
  [data-testid="stSidebar"], [data-testid="stHeader"], [data-testid="stToolbar"] {{display: none}}
  html:has(.st-key-{SHEET}) {{zoom: 0.56}}
  .stMainBlockContainer:has(.st-key-{SHEET}) {{padding: 0; max-width: none}}
  .stMainBlockContainer:has(.st-key-{SHEET}) :is(h1, .stSelectbox) {{display: none}}
  .st-key-{SHEET} :is(.stButton button[kind="secondary"], .stDownloadButton) {{display: none}}
  .st-key-{SHEET} :is([class*="st-key-school-all-"], .st-key-school-sentences) {{display: none}}
  .st-key-{SHEET} [class*="st-key-visit-"] {{display: none}}
  .st-key-{SHEET} button [data-testid="stIconMaterial"] {{display: none}}
  .st-key-{SHEET} .stExpander {{display: none}}
  /* Streamlit lays everything one below the other on paper */
  .st-key-{SHEET} .stHorizontalBlock {{display: flex !important; flex-wrap: nowrap; break-inside: avoid}}
  .st-key-{SHEET} .stHorizontalBlock > .stColumn {{min-width: 0}}
}}
"""
