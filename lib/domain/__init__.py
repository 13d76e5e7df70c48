"""The field's own things as frozen values; standard library only."""
