"""What only paper needs: a browser prints the sidebar, and every button, beside what was to be read."""

#: Key of the part of the school's page that is printed by itself.
SHEET = "school-sheet"
#: Streamlit puts ``st-key-…`` on the block of a key. Chosen by a look at the printed page: without it the
#: sidebar takes a third of the paper and the page runs to five sheets.
PRINT_STYLE = f"""@media print {{
  [data-testid="stSidebar"], [data-testid="stHeader"], [data-testid="stToolbar"] {{display: none}}
  .stMainBlockContainer:has(.st-key-{SHEET}) {{padding: 0; max-width: none; zoom: 0.62}}
  .stMainBlockContainer:has(.st-key-{SHEET}) :is(h1, .stSelectbox) {{display: none}}
  .st-key-{SHEET} :is(.stButton button[kind="secondary"], .stDownloadButton) {{display: none}}
  .st-key-{SHEET} button [data-testid="stIconMaterial"] {{display: none}}
  .st-key-{SHEET} :is(.stHorizontalBlock, .stElementContainer) {{break-inside: avoid}}
}}
"""
