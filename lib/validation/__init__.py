"""Checks that look at read values and say what does not fit; nothing is changed or stored here."""
