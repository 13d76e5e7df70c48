"""The only room of lib where Streamlit lives."""
