"""Readers: from files, folders and standard input to articles."""

from extractor.readers.files import read_inputs

__all__ = ["read_inputs"]
