"""Checks that return what is wrong, in words for staff."""
