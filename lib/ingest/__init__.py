"""Reads offices' files: bytes in, plain sheets, texts and observations out."""
