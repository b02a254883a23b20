"""The command `extractor`. Heavy libraries are loaded by the commands that need them, never for `--help`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from extractor.batch.options import add_options

EXAMPLES = {
    "run": "example:\n  extractor run corpus/articles/borealis-phones.json\n  extractor run news/ -o claims.jsonl --kinds sales,figure",
    "inspect": "example:\n  extractor inspect article.txt --published 2015-07-02",
    "explain": "example:\n  extractor explain article.txt",
    "diff": "example:\n  extractor diff before.jsonl after.jsonl",
    "schema": "example:\n  extractor schema claim > claim.schema.json",
    "doctor": "example:\n  extractor doctor",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command and returns its exit status: 0 all was read, 1 something was not, 2 wrong usage; `run` has more."""
    from extractor.errors import ExtractorError, UsageError

    options = _parser().parse_args(argv)
    try:
        return int(options.run(options))
    except UsageError as error:
        print(f"extractor: {error}", file=sys.stderr)
        return 2
    except ExtractorError as error:
        print(f"extractor: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except OSError as error:
        print(f"extractor: cannot write: {error.strerror or error}; what was written is whole up to there", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("extractor: interrupted; what was written is whole up to the last article", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="extractor", description="Reads business news and writes down the facts in it, as claims.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, run: object, help: str) -> argparse.ArgumentParser:
        command = commands.add_parser(
            name, help=help, description=help, epilog=EXAMPLES[name], formatter_class=argparse.RawDescriptionHelpFormatter
        )
        command.set_defaults(run=run)
        return command

    run = add("run", _run, "Extract the claims of articles: files, folders, or - for standard input.")
    add_options(run)
    for name, function, text in (
        ("inspect", _inspect, "Show the entities, quantities and periods of articles side by side."),
        ("explain", _explain, "Show how each claim came about: mentions, rule, claim."),
    ):
        command = add(name, function, text)
        command.add_argument("inputs", nargs="+", metavar="INPUT")
    for command in commands.choices.values():
        command.add_argument("--published", metavar="DATE", help="date (YYYY-MM-DD) of the articles that carry none")
        command.add_argument("--model", metavar="NAME", help="an installed spaCy pipeline instead of the pinned one")
    diff = add("diff", _diff, "Show the claims added, lost and changed between the outputs of two runs; status 1 if any are.")
    diff.add_argument("before", metavar="A", help="output of the first run, in JSONL")
    diff.add_argument("after", metavar="B", help="output of the second run, in JSONL")
    diff.add_argument("--format", choices=("text", "jsonl"), default="text", help="for reading (default), or for machines")
    schema = add("schema", _schema, "Print the JSON Schema of a claim record or of an article object.")
    schema.add_argument("name", nargs="?", choices=("claim", "article"), default="claim")
    doctor = add("doctor", _doctor, "Say which spaCy model is used, from where, and whether it is the known one.")
    doctor.add_argument("--model", metavar="NAME", help="look at this installed pipeline instead")
    return parser


def _run(options: argparse.Namespace) -> int:
    from extractor.batch.command import run

    return run(options)


def _look(options: argparse.Namespace, name: str) -> int:
    from extractor.article import as_date
    from extractor.batch.work import load_extractor
    from extractor.errors import ArticleError
    from extractor.readers import read_inputs
    from extractor.report import inside

    extractor, failed = None, 0
    for article in read_inputs(options.inputs, as_date(options.published)):
        if isinstance(article, ArticleError):
            failed += 1
            print(f"extractor: {article}", file=sys.stderr)
            continue
        extractor = extractor or load_extractor(options.model)
        for line in getattr(inside, name)(article, extractor):
            print(line)
    return 1 if failed else 0


def _diff(options: argparse.Namespace) -> int:
    from extractor.batch.diff import run

    return run(options)


def _inspect(options: argparse.Namespace) -> int:
    return _look(options, "inspect")


def _explain(options: argparse.Namespace) -> int:
    return _look(options, "explain")


def _schema(options: argparse.Namespace) -> int:
    from extractor.schema import text

    sys.stdout.write(text(options.name))
    return 0


def _doctor(options: argparse.Namespace) -> int:
    import platform
    from importlib.metadata import version

    from extractor import __version__
    from extractor.model import DEFAULT, inspect_model

    model = inspect_model(options.model or DEFAULT)
    print(f"extractor  {__version__}")
    print(f"python     {platform.python_version()}")
    for name in ("spacy", "dateparser", "quantulum3", "pydantic", "babel", "pycountry", "holidays"):
        print(f"{name:<14} {version(name)}")
    print(f"model      {model.name} {model.version}")
    print(f"  from     {model.path}")
    print(f"  hash     {model.digest} ({'known' if model.known else 'unknown'})")
    return 0 if model.known or options.model else 1


if __name__ == "__main__":
    sys.exit(main())
