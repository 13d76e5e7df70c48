"""The workbench without a browser: one command per task, Thai for people, one JSON document for programs."""
