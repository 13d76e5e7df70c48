"""What pages and commands do; the only place where reading, checking, analysing and storing meet."""
