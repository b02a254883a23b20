"""The claim kinds: one module each, every one with a `find(reading)` that yields drafts."""
