"""Tables by subject, all in one metadata; ask for them through ``lib.storage.schema``."""
