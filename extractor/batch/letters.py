"""Dead letters: articles that could not be worked, with all that is needed to see why and to try again."""

from __future__ import annotations

import json

from extractor.batch.task import Result, Task, article_fields


def letter(task: Task, result: Result) -> str:
    """The dead letter of a task as a line of JSON.

    `article` is the article itself, null where it could not even be read: then `input`, `file`, `position` and
    `ordinal` (how many articles of the file came before) find it again.
    """
    article = task.item.article
    return json.dumps(
        {
            "id": task.id, "input": task.root, "file": task.item.file, "position": task.item.place,
            "ordinal": task.ordinal, "reason": result.reason, "message": result.message,
            "traceback": result.traceback, "article": article_fields(article) if article else None,
        },
        ensure_ascii=False,
    )  # fmt: skip
