"""The database and the stored files; nothing else in lib writes to the world but lib.ui."""
