"""Writers of the committee's files; they know the Document value and nothing of findings."""
