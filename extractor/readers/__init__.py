"""Readers: from files, folders and standard input to articles, one module a format."""

from extractor.readers.files import read_inputs, read_items
from extractor.readers.formats import FORMATS
from extractor.readers.item import Item

__all__ = ["FORMATS", "Item", "read_inputs", "read_items"]
