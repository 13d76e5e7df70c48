"""The frame: page set-up once, sidebar, navigation; the page runs last."""

import streamlit as st

from lib.ui.frame import show_sidebar
from lib.ui.logs import keep_log
from lib.ui.messages import errors_shown
from lib.ui.navigation import make_navigation
from lib.ui.way_home import show_way_home

st.set_page_config(page_title="โต๊ะวิเคราะห์ ก.ต.ป.น.", layout="wide")
page = make_navigation()
keep_log()
with errors_shown():
    show_sidebar()
with errors_shown():
    show_way_home()
with errors_shown():
    page.run()
