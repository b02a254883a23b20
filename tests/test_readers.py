"""The readers: every format, streamed, and a defined outcome for every way an input can be broken or hostile."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import pickle
import sys
import tracemalloc
from datetime import date
from itertools import islice
from pathlib import Path
from types import SimpleNamespace

import pytest

from extractor import cli
from extractor.batch import options, work
from extractor.errors import ArticleError, Skipped, UsageError
from extractor.readers import FORMATS, files, library, read_inputs, read_items, source

BODY = "Globex Corp sold 3 million phones in 2014 and the company said it would sell more of them in the next year."
GERMAN = (
    "Der Umsatz der Firma stieg im vergangenen Jahr um zehn Prozent auf zwei Milliarden Euro, wie das Unternehmen am "
    "Montag in Berlin mitteilte. Der Gewinn ging dagegen leicht zurück, weil die Kosten für Energie gestiegen waren."
)
FULL = {"id": "a1", "title": "Globex grows", "text": BODY, "published": "2015-01-20", "url": "https://example.com/a"}


def items(*inputs, **options):
    return list(read_items([str(one) for one in inputs], **options))


def articles(*inputs, **options):
    found = items(*inputs, **options)
    assert [str(item.error) for item in found if item.error] == []
    return [item.article for item in found]


def one(*inputs, **options):
    found = articles(*inputs, **options)
    assert len(found) == 1
    return found[0]


def outcomes(*inputs, **options):
    """Ids of what was read, messages of what was not, in their order."""
    return [item.article.id if item.article else str(item.error) for item in items(*inputs, **options)]


def fails(pattern, *inputs, **options):
    """The single outcome is an error that begins with its position and matches the pattern."""
    (item,) = items(*inputs, **options)
    assert item.article is None and str(item.error).startswith(item.where)
    with pytest.raises(ArticleError, match=pattern):
        raise item.error


def full(article):
    return (article.id, article.title, article.text, str(article.published), article.url)


def lines(*objects):
    return "".join(json.dumps(one) + "\n" for one in objects).encode()


def zst(data):
    return pytest.importorskip("zstandard").ZstdCompressor().compress(data)


def write(path, data):
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


# formats


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.ndjson", "a.csv", "a.tsv", "a.parquet"])
def test_fields_of_a_record(tmp_path, name):
    path = tmp_path / name
    if name.endswith(".parquet"):
        arrow = pytest.importorskip("pyarrow")
        pytest.importorskip("pyarrow.parquet").write_table(
            arrow.table({key: [value] for key, value in FULL.items()}), path
        )
    elif name.endswith("sv"):
        with path.open("w", newline="") as file:
            csv.writer(file, delimiter="\t" if name == "a.tsv" else ",").writerows([FULL, FULL.values()])
    else:
        write(path, json.dumps(FULL))
    assert full(one(path)) == tuple(FULL.values())


@pytest.mark.parametrize(("pack", "suffix"), [(gzip.compress, ".gz"), (zst, ".zst")])
@pytest.mark.parametrize("name", ["a.txt", "a.json", "a.jsonl", "a.csv"])
def test_packed_files_are_told_by_what_is_in_them(tmp_path, pack, suffix, name):
    data = {"a.txt": BODY, "a.csv": f'text,title\n"{BODY}",T\n'}.get(name, json.dumps({"text": BODY}))
    found = one(write(tmp_path / (name + suffix), pack(data.encode())))
    assert (found.text, found.id) == (BODY, "a" if name in ("a.txt", "a.json") else "a-1")
    (tmp_path / name).unlink(missing_ok=True)
    assert one(write(tmp_path / "no-suffix", pack(data.encode()))).text == BODY


def test_gzip_of_several_members_and_zstandard_of_several_frames(tmp_path):
    for name, pack in (("a.jsonl.gz", gzip.compress), ("b.jsonl.zst", zst)):
        write(tmp_path / name, pack(lines(FULL)) + pack(lines(FULL | {"id": "a2"})))
    assert [found.id for found in articles(tmp_path)] == ["a1", "a2"] * 2


@pytest.mark.parametrize("pretty", [None, 2])
def test_json_list_streams_items_with_numbers(tmp_path, pretty):
    path = write(tmp_path / "l.json", json.dumps([{"text": BODY + ' "[quoted], \\{too}"'}, FULL], indent=pretty))
    assert [item.where for item in items(path)] == [f"{path}: item 1", f"{path}: item 2"]
    assert [found.id for found in articles(path)] == ["l-1", "a1"]
    assert articles(path)[0].text.endswith('"[quoted], \\{too}"')


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_json_list_cut_anywhere_by_the_stream_reads_the_same(tmp_path, monkeypatch, size):
    text = 'é\\" ]},[{ \\\\' + BODY
    path = write(
        tmp_path / "l.json", json.dumps([{"text": text, "more": [1, {"a": []}]}, {"text": text}], ensure_ascii=False)
    )
    monkeypatch.setattr("extractor.readers.json_file.PIECE", size)
    assert [found.text for found in articles(path)] == [text, text]


def test_json_file_of_lines_is_read_as_lines(tmp_path):
    assert outcomes(write(tmp_path / "l.json", lines(FULL, {"text": BODY}))) == ["a1", "l-2"]
    assert outcomes(write(tmp_path / "o.json", lines({"text": BODY}) + b"\n \n")) == ["o"]
    assert outcomes(write(tmp_path / "none.json", "[]")) == []


def test_malformed_item_of_a_json_list_costs_no_other(tmp_path):
    path = write(
        tmp_path / "l.json", '[{"text": "' + BODY + '"}, {oops}, {"text": 5}, [1], {"text": "' + BODY + '"}] x'
    )
    assert outcomes(path) == [
        "l-1",
        f"{path}: item 2: is not valid JSON: Expecting property name enclosed in double quotes at character 3",
        f"{path}: item 3: 'text' must be a string",
        f"{path}: item 4: an article is a JSON object, this is list",
        "l-5",
        f"{path}: is not valid JSON: something stands behind the list, and was not read",
    ]
    cut = write(tmp_path / "cut.json", '[{"text": "' + BODY + '"}, {"text": "Glo')
    assert outcomes(cut) == ["cut-1", f"{cut}: item 2: the file ends before the list does, so it was cut short"]


def test_csv_cells_of_several_lines_and_other_delimiters(tmp_path):
    path = write(tmp_path / "a.csv", f'\ufeffID;Text;more\r\nx;"{BODY}\r\n""Yes"", he said";1\r\n\r\n;{BODY};2\r\n')
    found = items(path)
    assert [(item.place, item.article.id) for item in found] == [("line 2", "x"), ("line 5", "a-2")]
    assert found[0].article.text == f'{BODY}\r\n"Yes", he said'


def test_csv_row_that_does_not_fit_the_header(tmp_path):
    path = write(tmp_path / "a.csv", f"id,text\na,b,c\nx,\ny,{BODY}\n")
    assert outcomes(path) == [
        f"{path}: line 2: has 3 cells where the header names 2 columns",
        f"{path}: line 3: has no 'text'",
        "y",
    ]
    fails("has no column named 'text'; its columns are id, body", write(tmp_path / "b.csv", "id,body\n1,x\n"))
    fails("is empty", write(tmp_path / "c.csv", ""))


def test_csv_quote_never_closed(tmp_path, monkeypatch):
    monkeypatch.setattr("extractor.readers.csv_file.MAX_BYTES", 500)
    path = write(tmp_path / "a.csv", f'id,text\na,{BODY}\nb,"{BODY}\n' + "".join(f"c{n},{BODY}\n" for n in range(9)))
    found = outcomes(path)
    assert found[0] == "a" and found[1].startswith(f"{path}: line 3: ") and "quote not closed" in found[1]
    assert found[2:] == [f"c{n}" for n in range(9)]
    cut = write(tmp_path / "b.csv", f'id,text\na,{BODY}\nb,"{BODY[:20]}\n')
    assert outcomes(cut) == ["a", f"{cut}: line 3: the file ends inside a quoted cell, so it was cut short"]


def test_parquet_dates_row_numbers_and_missing_column(tmp_path):
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "p.parquet"
    table = arrow.table({"text": [BODY, None, BODY], "published": [date(2015, 1, 20)] * 3, "other": [[1], [2], []]})
    parquet.write_table(table, path)
    assert outcomes(path) == ["p-1", f"{path}: row 2: has no 'text'", "p-3"]
    assert items(path)[0].article.published == date(2015, 1, 20)
    parquet.write_table(table.select(["other"]), path)
    fails("has no column named 'text'; its columns are other", path)
    fails("is damaged Parquet after row 0", write(path, b"PAR1" + b"x" * 100))
    fails("give it as a file", write(tmp_path / "q.parquet.gz", gzip.compress(b"PAR1")))


PAGE = f"""<!doctype html><html><head><title>Globex grows | The Paper</title>
<meta property="og:title" content="Globex grows"><meta property="article:published_time" content="2015-01-20T10:00:00Z">
<link rel="canonical" href="https://example.com/a"></head><body><nav><a href="/">Home</a> <a href="/b">Business</a></nav>
<article><h1>Globex grows</h1><p>{BODY}</p><p>Its “profit” rose too, the chief executive said on Monday.</p>
<script>document.write("stolen")</script></article><footer>Copyright 2026 The Paper</footer></body></html>"""


@pytest.mark.parametrize("name", ["page.html", "page.htm", "page.xml", "page"])
def test_html_page(tmp_path, name):
    pytest.importorskip("trafilatura")
    found = one(write(tmp_path / name, PAGE))
    assert full(found) == (
        "page",
        "Globex grows",
        f"{BODY}\n\nIts “profit” rose too, the chief executive said on Monday.",
        "2015-01-20",
        "https://example.com/a",
    )


def test_html_that_is_no_article_or_has_no_date(tmp_path):
    pytest.importorskip("trafilatura")
    fails("holds no article", write(tmp_path / "a.html", "<html><body></body></html>"))
    fails("is empty", write(tmp_path / "b.html", " "))
    fails("has over 100,000 tags", write(tmp_path / "e.html", "<html>" + "<p>a" * 100_000))
    fails("is a binary file", write(tmp_path / "c.html", b"<html>\x00\x00"))
    page = PAGE.replace("2015-01-20T10:00:00Z", "").replace("on Monday", "two days ago")
    assert one(write(tmp_path / "d.html", page)).published is None


def test_html_declares_its_encoding(tmp_path):
    pytest.importorskip("trafilatura")
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-15">').replace("“profit”", "€5 profit")
    assert "Its €5 profit" in one(write(tmp_path / "a.html", page.encode("iso-8859-15"))).text
    # not a codec that a page may choose
    page = page.replace("iso-8859-15", "unicode_escape")
    assert "Its €5 profit" in one(write(tmp_path / "b.html", page.encode("cp1252"))).text


def test_html_reads_without_a_network(tmp_path, monkeypatch):
    pytest.importorskip("trafilatura")

    def refuse(*arguments):
        raise AssertionError("the network was asked for")

    monkeypatch.setattr("socket.socket.connect", refuse)
    assert one(write(tmp_path / "a.html", PAGE)).title == "Globex grows"


RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Paper</title><link>https://example.com</link>
<item><media:title>Not this</media:title><title>Globex &amp; co</title><link>https://example.com/1</link><guid>urn:1</guid>
<pubDate>Tue, 20 Jan 2015 10:00:00 GMT</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>{BODY}</p><script>x()</script><p>Second &amp; last.</p>]]></content:encoded></item>
<item><title>Empty</title></item>
<item><title>Two</title><description>{BODY}</description></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Paper</title><entry><title type="html">A &lt;b&gt;bold&lt;/b&gt; one</title>
<id>tag:1</id><link rel="self" href="https://example.com/x"/><link href="https://example.com/1"/><updated>2015-01-21T00:00:00Z</updated>
<published>2015-01-20T00:00:00Z</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{BODY}</p>
<p>Second <b>and</b> last.</p></div></content></entry></feed>"""


def test_rss_items(tmp_path):
    pytest.importorskip("defusedxml")
    path = write(tmp_path / "f.rss", RSS)
    first, second, third = items(path)
    expected = ("urn:1", "Globex & co", f"{BODY}\n\nSecond & last.", "2015-01-20", "https://example.com/1")
    assert full(first.article) == expected
    assert (second.where, str(second.error)) == (f"{path}: item 2", f"{path}: item 2: has no 'text'")
    assert (third.article.id, third.article.published) == ("f-3", None)


def test_atom_entries(tmp_path):
    pytest.importorskip("defusedxml")
    found = one(write(tmp_path / "f", ATOM))
    assert full(found) == ("tag:1", "A bold one", f"{BODY}\n\nSecond and last.", "2015-01-20", "https://example.com/1")


NITF = f"""<!DOCTYPE nitf SYSTEM "http://example.com/nitf.dtd"><nitf><head><title>Slug</title><docdata><doc-id id-string="n1"/>
<date.issue norm="20150120T100000Z"/></docdata><pubdata ex-ref="https://example.com/n"/></head><body><body.head><hedline>
<hl1>Globex <em>grows</em></hl1></hedline><byline>By A. Writer</byline></body.head><body.content><block><p>{BODY}</p>
<media><media-caption>A phone</media-caption></media><p>Second<!-- not this --> and last.</p></block></body.content></body></nitf>"""
NEWSML = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:g2"><itemMeta><versionCreated>2015-01-20T10:00:00Z
</versionCreated></itemMeta><contentMeta><headline>Globex grows</headline></contentMeta><contentSet>{}</contentSet></newsItem>"""
INLINE = f'<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body><p>{BODY}</p></body></html></inlineXML>'


def test_nitf(tmp_path):
    pytest.importorskip("defusedxml")
    found = one(write(tmp_path / "n.xml", NITF))
    assert full(found) == ("n1", "Globex grows", f"{BODY}\n\nSecond and last.", "2015-01-20", "https://example.com/n")


def test_newsml_g2(tmp_path):
    pytest.importorskip("defusedxml")
    contents = [
        INLINE,
        f"<inlineData>{BODY}</inlineData>",
        f"<inlineXML>{NITF[NITF.index('<nitf') :]}</inlineXML>",
        "<remoteContent/>",
    ]
    whole = "".join(NEWSML.format(content).replace("urn:g2", f"urn:{n}") for n, content in enumerate(contents))
    path = write(
        tmp_path / "m.xml",
        f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{whole}</itemSet></newsMessage>',
    )
    found = items(path)
    assert [item.article and item.article.id for item in found] == ["urn:0", "urn:1", "urn:2", None]
    assert str(found[3].error) == f"{path}: item 4: has no 'text'"
    assert {(item.article.title, item.article.published) for item in found[:3]} == {("Globex grows", date(2015, 1, 20))}
    assert [item.article.text for item in found[:3]] == [BODY, BODY, f"{BODY}\n\nSecond and last."]
    assert items(write(tmp_path / "i.xml", NEWSML.format(INLINE)))[0].place == ""


def warc(*records):
    writers, headers = pytest.importorskip("warcio.warcwriter"), pytest.importorskip("warcio.statusandheaders")
    out = io.BytesIO()
    writer = writers.WARCWriter(out, gzip=False)
    for url, status, content_type, data, *more in records:
        http = headers.StatusAndHeaders(status, [("Content-Type", content_type), *more], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(data), http_headers=http))
    return out.getvalue()


def test_warc_pages(tmp_path):
    pytest.importorskip("trafilatura")
    data = warc(
        ("https://example.com/a", "200 OK", "text/html; charset=utf-8", PAGE.encode()),
        ("https://example.com/i", "200 OK", "image/png", b"\x89PNG"),
        ("https://example.com/g", "200 OK", "text/html", gzip.compress(PAGE.encode()), ("Content-Encoding", "gzip")),
        ("https://example.com/404", "404 Not Found", "text/html", PAGE.encode()),
        ("https://example.com/b", "200 OK", "text/html", b"?", ("Content-Encoding", "br")),
        ("https://example.com/e", "200 OK", "text/html", b"<html></html>"),
        (
            "https://example.com/c",
            "200 OK",
            "text/html",
            gzip.compress(PAGE.encode())[:-20],
            ("Content-Encoding", "gzip"),
        ),
        ("https://example.com/z", "200 OK", "text/html", gzip.compress(b"x" * 10**8), ("Content-Encoding", "gzip")),
        ("https://example.com/p", "200 OK", "text/html", PAGE.encode(), ("Content-Encoding", "gzip")),
    )
    for name, packed in (("w.warc", data), ("w.warc.gz", gzip.compress(data)), ("w", data)):
        path = write(tmp_path / name, packed)
        found = items(path)
        assert [item.place for item in found] == ["record 1", "record 3", *(f"record {n}" for n in range(5, 10))]
        assert [full(item.article)[0] for item in found[:2]] == ["w-1", "w-3"]
        assert [item.article.url for item in found[:2]] == ["https://example.com/a", "https://example.com/g"]
        assert str(found[2].error) == f"{path}: record 5 (https://example.com/b): is packed as 'br', which is not read"
        assert "record 6 (https://example.com/e): holds no article" in str(found[3].error)
        assert "record 7 (https://example.com/c): is packed and cut short" in str(found[4].error)
        assert "record 8 (https://example.com/z): is over 8 MB long" in str(found[5].error)
        assert found[6].article.title == "Globex grows"


def test_warc_that_is_broken(tmp_path, capsys):
    pytest.importorskip("trafilatura")
    page = ("https://example.com/a", "200 OK", "text/html", PAGE.encode())
    whole = warc(page)
    cut = write(tmp_path / "cut.warc", whole + whole[: len(whole) - 100])
    assert outcomes(cut) == ["cut-1", f"{cut}: record 2: the file ends inside this record, so it was cut short"]
    junk = write(tmp_path / "junk.warc", whole + b"junk\r\njunk\r\n\r\n")
    found = outcomes(junk)
    assert found[0] == "junk-1" and "after record 1" in found[-1]
    torn = write(tmp_path / "torn.warc", whole.replace(b"HTTP/1.1 200 OK", b"GARBAGE 200 OKK") + whole)
    found = outcomes(torn)
    assert "record 1 (https://example.com/a): its HTTP headers are broken" in found[0] and found[1:] == ["torn-2"]
    assert capsys.readouterr().err == ""


# recognition


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (BODY, BODY),
        (f"[Update] {BODY}", f"[Update] {BODY}"),
        (json.dumps(FULL), BODY),
        (json.dumps([FULL]), BODY),
        (f"title;text\nT;{BODY}\n", BODY),
        (f"The text, they said.\n\n{BODY}", f"The text, they said.\n\n{BODY}"),
    ],
)
def test_content_without_a_name_on_standard_input(monkeypatch, data, text):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data.encode())))
    (item,) = items("-")
    assert (item.article.text, item.file) == (text, "<stdin>")


def test_input_format_is_forced_and_unknown_ones_refused(tmp_path):
    write(tmp_path / "a.log", BODY)
    write(tmp_path / "b.json", BODY)
    write(tmp_path / ".hidden", BODY)
    assert outcomes(tmp_path / "a.log") == ["a"]
    assert [found.id for found in articles(tmp_path, input_format="text")] == ["a", "b"]
    with pytest.raises(UsageError, match="no such input format 'pdf'; there are text, json"):
        items(tmp_path, input_format="pdf")
    assert tuple(FORMATS) == options.INPUT_FORMATS


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("name", ["a.txt", "a.json", "a.jsonl", "a.csv", "list.json"])
def test_encodings(tmp_path, name, encoding):
    text = BODY + " It made £3 – or “more”."
    data = {
        "a.txt": text,
        "a.csv": f'id,text\n1,"{text}"\n',
        "list.json": json.dumps([{"text": text}], ensure_ascii=False),
    }
    path = write(tmp_path / name, data.get(name, json.dumps({"text": text}, ensure_ascii=False)).encode(encoding))
    assert one(path).text == text


def test_wrong_encoding_of_one_line_costs_no_other(tmp_path):
    path = write(
        tmp_path / "a.jsonl", lines(FULL) + '{"text": "Globex’s £3"}\n'.encode("cp1252") + '{"text": "£4"}\n'.encode()
    )
    assert [found.text for found in articles(path)] == [BODY, "Globex’s £3", "£4"]
    fails("neither text nor valid UTF-16", write(tmp_path / "b.jsonl", b"\xff\xfe\x00\xd8\x00"))


# language and length


def test_another_language_is_skipped_apart_from_errors(tmp_path):
    path = write(tmp_path / "a.txt", GERMAN)
    (item,) = items(path)
    assert isinstance(item.error, Skipped) and item.error.reason == "language" and "not in English" in str(item.error)
    copy = pickle.loads(pickle.dumps(item.error))
    assert (type(copy), str(copy), copy.reason) == (Skipped, str(item.error), "language")
    assert one(path, any_language=True).text == GERMAN


def test_long_text_is_read_up_to_a_limit(tmp_path):
    path = write(tmp_path / "a.txt", (BODY + " ") * 10_000)
    fails("characters long, more than 1,000,000; split it", path, max_characters=1_000_000)
    assert len(one(path).text) > 1_000_000


def test_date_for_those_without(tmp_path):
    path = write(tmp_path / "a.jsonl", lines(FULL, {"text": BODY}))
    assert [str(found.published) for found in read_inputs([str(path)], date(2016, 2, 3))] == [
        "2015-01-20",
        "2016-02-03",
    ]


# broken and hostile files


def test_line_of_fifty_megabytes(tmp_path):
    path = tmp_path / "a.jsonl"
    with path.open("wb") as file:
        file.write(lines(FULL) + b'{"text": "')
        for _ in range(50):
            file.write(b"x" * 2**20)
        file.write(b'"}\n' + lines(FULL))
    tracemalloc.start()
    found = outcomes(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found == ["a1", f"{path}: line 2: is over 32 MB long, more than one article may be", "a1"]
    assert peak < 150 * 2**20


@pytest.mark.parametrize("pack", [gzip.compress, zst])
@pytest.mark.parametrize(
    ("name", "start", "end"),
    [
        ("a.txt", "", ""),
        ("a.json", '{"text": "', '"}'),
        ("a.xml", "<rss><channel><item><title>", ""),
        ("a.html", "<html><p>", ""),
    ],
)
def test_bomb_of_one_article_is_refused_at_the_limit(tmp_path, monkeypatch, pack, name, start, end):
    for module in ("defusedxml", "trafilatura"):
        pytest.importorskip(module)
    bomb = write(tmp_path / (name + ".packed"), pack(start.encode() + b"x" * (40 * 2**20) + end.encode()))
    taken = []
    whole = source.Source.whole
    monkeypatch.setattr(source.Source, "whole", lambda self, *limit: taken.append(whole(self, *limit)) or taken[-1])
    fails("is over (8|32) MB long, more than (an|one) article may be", bomb)
    assert taken == []


@pytest.mark.parametrize("pack", [gzip.compress, zst])
def test_bomb_of_one_line_or_item_costs_no_other(tmp_path, pack):
    huge = {"text": "x" * (40 * 2**20)}
    path = write(tmp_path / "a.jsonl.packed", pack(lines(FULL, huge, FULL)))
    assert outcomes(path, input_format="jsonl") == [
        "a1",
        f"{path}: line 2: is over 32 MB long, more than one article may be",
        "a1",
    ]
    path = write(tmp_path / "a.json.packed", pack(json.dumps([FULL, huge, FULL]).encode()))
    assert outcomes(path) == ["a1", f"{path}: item 2: is over 32 MB long, more than one article may be", "a1"]


def test_packed_file_larger_than_an_article_is_streamed(tmp_path):
    path = tmp_path / "a.jsonl.gz"
    with gzip.open(path, "wb", 1) as file:
        for _ in range(200):
            file.write(lines({"text": BODY * 2000}))
    tracemalloc.start()
    assert sum(item.article is not None for item in read_items([str(path)])) == 200
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10 * 2**20


def test_reading_is_lazy(tmp_path):
    path = tmp_path / "a.jsonl"
    with path.open("wb") as file:
        file.write(lines(FULL) * 100_000)
    assert len(list(islice(read_items([str(path)]), 3))) == 3


@pytest.mark.parametrize("pack", [gzip.compress, zst])
@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.json", "a.warc", "a.rss"])
def test_packed_file_cut_short_gives_what_came_before(tmp_path, pack, name):
    pytest.importorskip("defusedxml")
    noise = os.urandom(400_000).hex()
    page = ("https://example.com/a", "200 OK", "text/html", PAGE.encode())
    rows = [f'{n},"{BODY}",{noise if n == 3 else ""}\n' for n in range(4)]
    data = {
        "a.jsonl": lines(FULL, FULL, FULL, FULL | {"noise": noise}),
        "a.csv": ("id,text,noise\n" + "".join(rows)).encode(),
        "a.json": json.dumps([FULL, FULL, FULL, FULL | {"noise": noise}]).encode(),
        "a.rss": ("<rss>" + f"<item><description>{BODY}</description></item>" * 3 + f"<item>{noise}").encode(),
    }.get(name) or warc(page, page, page, (*page[:2], "image/png", noise.encode()))
    packed = pack(data)
    path = write(tmp_path / (name + ".packed"), packed[: len(packed) - 5000])
    *before, last = items(path, input_format={"a.jsonl": "jsonl", "a.csv": "csv"}.get(name))
    assert len(before) == 3 and all(item.article for item in before)
    assert f"{path}: the packed data is damaged or cut short" in str(last.error)


def test_packed_text_cut_short_is_no_article(tmp_path):
    for pack in (gzip.compress, zst):
        fails("damaged or cut short", write(tmp_path / "a.txt", pack(os.urandom(5000).hex().encode())[:-1000]))
    fails("is packed twice", write(tmp_path / "a.txt.gz", gzip.compress(gzip.compress(b"x"))))


def test_null_bytes(tmp_path):
    path = write(tmp_path / "a.jsonl", lines(FULL) + b"\x00" * 100 + b"\n" + lines(FULL))
    assert outcomes(path) == ["a1", f"{path}: line 2: holds null bytes (the first is byte 1), so it is damaged", "a1"]
    path = write(tmp_path / "a.csv", f"id,text\na,{BODY}\nb,\x00{BODY}\nc,{BODY}\n")
    assert outcomes(path) == ["a", f"{path}: line 3: holds null bytes (the first is byte 3), so it is damaged", "c"]
    fails("is a binary file", write(tmp_path / "a.txt", BODY + "\x00"))
    fails(
        "holds null bytes .the first is byte 10,801.*damaged",
        write(tmp_path / "b.txt", (BODY + " ") * 100 + "\x00" * 9),
    )


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.json"])
def test_binary_file_of_a_text_format_is_one_error(tmp_path, name):
    fails("is a binary file, not text", write(tmp_path / name, b"\x89PNG\r\n" + os.urandom(5000)))


LAUGHS = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>'
EXTERNAL = '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><item><title>&a;</title></item></rss>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (LAUGHS, "declares XML entities of its own, which could be a bomb"),
        (EXTERNAL, "declares XML entities of its own"),
        ('<?xml version="1.0"?><svg/>', "XML of a kind not read, <svg>"),
        ("<rss><channel>", "is not valid XML: no element found: line 1, column 14"),
        ("<rss>" + "<b>" * 100_000, "nested over 500 elements deep"),
        (" ", "is empty"),
    ],
    ids=["entity bomb", "external entity", "other root", "cut short", "deep", "empty"],
)
def test_hostile_xml(tmp_path, data, message):
    pytest.importorskip("defusedxml")
    fails(message, write(tmp_path / "a.xml", data))


def test_xml_that_breaks_off_gives_the_items_before(tmp_path):
    pytest.importorskip("defusedxml")
    path = write(tmp_path / "a.rss", RSS.replace("<title>Two", "<title>Two & three"))
    found = outcomes(path)
    assert found[0] == "urn:1" and "is not valid XML: not well-formed" in found[-1]


def test_deep_html_has_an_outcome(tmp_path):
    pytest.importorskip("trafilatura")
    assert len(items(write(tmp_path / "a.html", "<html><body>" + "<div>" * 100_000 + BODY))) == 1


def test_half_characters_never_reach_an_output(tmp_path):
    for key in ("id", "title", "url"):
        path = write(tmp_path / "a.jsonl", lines(FULL | {key: "a\ud83d"}))
        fails(f"line 1: '{key}' holds half a character", path)
    fails("its id is over 1,000 characters", write(tmp_path / "a.jsonl", lines(FULL | {"id": "x" * 2000})))


def test_ids_with_path_separators_are_kept_as_they_are(tmp_path):
    names = ["../../etc/passwd", "a/b", "a\\b", "https://example.com/?a=1"]
    path = write(tmp_path / "a.jsonl", lines(*(FULL | {"id": name} for name in names)))
    assert outcomes(path) == names
    assert [one.name for one in tmp_path.iterdir()] == ["a.jsonl"]


# folders


def test_folder_ids_are_paths_without_suffix(tmp_path):
    (tmp_path / "2015").mkdir()
    write(tmp_path / "2015" / "a.b.txt", BODY)
    write(tmp_path / "2015" / "c.jsonl.gz", gzip.compress(lines({"text": BODY})))
    write(tmp_path / "notes.md", BODY)
    write(tmp_path / "z.TXT", BODY)
    assert outcomes(tmp_path) == ["2015/a.b", "2015/c-1", "z"]


def test_links_to_folders_are_followed_once(tmp_path):
    inside, outside = tmp_path / "in", tmp_path / "out"
    (inside / "b").mkdir(parents=True)
    outside.mkdir()
    write(inside / "b" / "one.txt", BODY)
    write(outside / "two.txt", BODY)
    (inside / "a").symlink_to(inside / "b")
    (inside / "b" / "loop").symlink_to(inside)
    (inside / "c").symlink_to(outside)
    (inside / "d").symlink_to(outside)
    (outside / "back").symlink_to(inside)
    assert outcomes(inside) == ["b/one", "c/two"]


def test_folders_nested_deeper_than_calls_may_be(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for _ in range(1500):
        os.mkdir("d")
        os.chdir("d")
    write(Path("a.txt"), BODY)
    found = outcomes(tmp_path)
    # whoever clears the temporary folder may well do it by recursion
    os.remove("a.txt")
    for _ in range(1500):
        os.chdir("..")
        os.rmdir("d")
    assert found == ["d/" * 1500 + "a"]


def test_file_that_links_to_itself_or_to_nothing(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "c.txt").symlink_to(tmp_path / "nowhere")
    found = outcomes(tmp_path)
    assert "a.txt: cannot be read: Too many levels of symbolic links" in found[0] and len(found) == 3
    assert found[2] == f"{tmp_path / 'c.txt'}: no such file or folder"


def test_pipe_in_a_folder_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    fails("a.txt: is a pipe or device", tmp_path)


def test_file_that_vanishes_while_the_folder_is_read(tmp_path):
    for name in ("a.txt", "b.txt", "c.txt"):
        write(tmp_path / name, BODY)
    reading = read_items([str(tmp_path)])
    assert next(reading).article.id == "a"
    (tmp_path / "b.txt").unlink()
    gone, last = reading
    assert str(gone.error) == f"{tmp_path / 'b.txt'}: no such file or folder" and last.article.id == "c"


def test_disk_error_in_the_middle_of_a_file(tmp_path, monkeypatch):
    path = write(tmp_path / "a.jsonl", lines(FULL) * 3)

    def broken(source):
        yield "line 1", ArticleError(f"{source.name}: line 1: bad")
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(files, "reader", lambda format: broken)
    assert outcomes(path) == [f"{path}: line 1: bad", f"{path}: cannot be read: Input/output error"]


def test_file_name_that_is_not_utf8(tmp_path):
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(path, "w") as file:
        file.write(BODY)
    (item,) = items(tmp_path)
    assert item.article.id == "caf\\xe9" and item.where.encode().endswith(b"/caf\\xe9.txt")


def test_name_that_no_file_can_have():
    assert outcomes("a\x00b.txt") == ["a\x00b.txt: no such file or folder"]
    assert outcomes("missing") == ["missing: no such file or folder"]


@pytest.mark.parametrize(
    ("name", "module", "data"),
    [
        ("a.html", "trafilatura", b"<html>"), ("a.xml", "defusedxml", b"<rss/>"), ("a.warc", "warcio", b"WARC/1.0"),
        ("a.parquet", "pyarrow", b"PAR1"), ("a.txt.zst", "zstandard", b"\x28\xb5\x2f\xfd"),
    ],
)  # fmt: skip
def test_missing_library_is_named_with_the_extra(tmp_path, monkeypatch, name, module, data):
    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr(library, "import_module", missing)
    fails(f"needs the library {module}: install extractor\\[formats\\]", write(tmp_path / name, data))


# the command


def test_command_takes_format_and_language(tmp_path, capsys, monkeypatch):
    extractor = SimpleNamespace(claims=lambda article, *given: [], any_language=False)
    monkeypatch.setattr(work, "load_extractor", lambda model: extractor)
    path = write(tmp_path / "a.log", json.dumps({"text": GERMAN}))
    assert cli.main(["run", str(path), "--input-format", "jsonl"]) == 0
    assert "line 1: is not in English" in capsys.readouterr().err
    assert cli.main(["run", str(path), "--input-format", "jsonl", "--any-language"]) == 0
    assert extractor.any_language is True
