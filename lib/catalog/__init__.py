"""The TOML data files, checked and typed."""
