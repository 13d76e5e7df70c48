"""The frame: page set-up once, sidebar, navigation; the page runs last."""

import logging

import streamlit as st

from lib.ui.frame import show_sidebar
from lib.ui.messages import errors_shown, show_unexpected
from lib.ui.navigation import make_navigation

logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
st.set_page_config(page_title="โต๊ะวิเคราะห์ ก.ต.ป.น.", layout="wide")
page = make_navigation()
with errors_shown():
    show_sidebar()
try:
    page.run()
except Exception as error:
    show_unexpected(error)
