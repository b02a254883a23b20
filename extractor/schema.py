"""The JSON Schemas of what goes in and what comes out, generated from the models."""

from __future__ import annotations

import json
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from extractor.record import Claim

Name = Literal["claim", "article"]
NAMES: tuple[Name, ...] = ("claim", "article")


class ArticleInput(BaseModel):
    """One article as an object of a .json or .jsonl file. Other keys are allowed and ignored."""

    model_config = ConfigDict(title="Article", extra="allow")

    text: str = Field(min_length=1, description="The body. Offsets in claims refer to it.")
    title: str | None = None
    id: str | int | None = Field(default=None, description="By default the file's name, with the line or item number.")
    published: str | None = Field(
        default=None, description="ISO 8601 date. Without it the date is inferred where the text fixes it."
    )
    url: str | None = None


def schema(name: Name) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a claim record or of an article object."""
    model: type[BaseModel] = Claim if name == "claim" else ArticleInput
    made = model.model_json_schema(mode="serialization" if name == "claim" else "validation")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"urn:extractor:schema:{name}", **made}


def text(name: Name) -> str:
    """The schema as the text of its file in `schemas/`."""
    return json.dumps(schema(name), indent=2, ensure_ascii=False) + "\n"
