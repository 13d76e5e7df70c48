"""Thai text, numerals, dates and encodings."""

import os

# PyThaiNLP makes ~/pythainlp-data at import and may look for updates unless told not to.
os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
os.environ.setdefault("PYTHAINLP_OFFLINE", "1")
