"""What is paid by law, and who pays it: never the one that gets it."""

from __future__ import annotations

import pytest

PAYS = [
    "Globex Corp was ordered to pay Acme Corp $40m in damages.",
    "A court ordered Globex Corp to pay Acme Corp $40m in damages.",
    "Globex Corp agreed to pay $40m to Acme Corp to settle the case.",
    "Globex Corp has paid Acme Corp $40m to end a patent fight.",
    "A jury awarded Acme Corp $40m in damages against Globex Corp.",
    "A jury awarded Acme Corp $40m after it found that Globex Corp had copied its pumps.",
    "Globex Corp was hit with a $40m fine by the regulator.",
    "Globex Corp received a $40m fine for dumping.",
]
MAY_PAY = [
    ("Globex Corp will pay Acme Corp $40m under a settlement.", "forecast"),
    ("Globex Corp faces a fine of $40m.", "forecast"),
    ("Acme Corp is suing Globex Corp for $40m.", "target"),
    ("Acme Corp sued Globex Corp for $40m in lost sales.", "target"),
    ("Acme Corp has claimed $40m in damages from its former partner, Globex Corp.", "target"),
    ("Acme Corp's lawsuit against Globex Corp seeks $40m in damages.", "target"),
]
NOT_PAID_BY_LAW = [
    "Acme Corp was awarded $40m in damages.",
    "Globex Corp lost a $40m lawsuit against Acme Corp.",
    "Globex Corp paid Acme Corp $40m for the mill.",
]


def told(extractor, text):
    claims = extractor.extract(text, published="2021-06-15", id="test")
    return [(one.kind, one.predicate, one.subject.name.rstrip("."), one.quantity.low, one.outlook) for one in claims if one.quantity and one.kind != "deal"]


@pytest.mark.parametrize("text", PAYS)
def test_who_pays(extractor, text):
    assert told(extractor, text) == [("figure", "fine", "Globex Corp", 40e6, None)]


@pytest.mark.parametrize(("text", "outlook"), MAY_PAY)
def test_who_may_have_to_pay(extractor, text, outlook):
    assert told(extractor, text) == [("target", "fine", "Globex Corp", 40e6, outlook)]


@pytest.mark.parametrize("text", NOT_PAID_BY_LAW)
def test_sums_that_nobody_named_pays_by_law(extractor, text):
    assert told(extractor, text) == []


def test_the_bare_dollar_of_an_article_that_writes_its_own_out(extractor):
    text = "Australia's Globex Bank posted a net profit of 2.66 billion Australian dollars ($1.4 billion) in Australia, up from 2.4 billion Australian dollars."
    claims = extractor.extract(text, id="test")
    assert [(one.quantity.low, one.quantity.unit) for one in claims if one.predicate == "profit"] == [(2.66e9, "AUD"), (2.4e9, "AUD")]


@pytest.mark.parametrize(
    "text",
    [
        "The SEC agreed a deal totalling $40m with Globex Corp.",
        "The SEC said it had reached a $40m deal with Globex Corp over its funds.",
        "Globex Corp agreed a $40m deal with the Justice Department to settle charges.",
    ],
)
def test_a_deal_with_an_authority_is_a_settlement(extractor, text):
    assert told(extractor, text) == [("figure", "fine", "Globex Corp", 40e6, None)]
    assert [one for one in extractor.extract(text, id="test") if one.kind == "deal"] == []


@pytest.mark.parametrize("text", ["Acme Corp is keen on buying a 15% stake in Globex Corp.", "Acme Corp is interested in buying Globex Corp."])
def test_what_a_company_would_like_to_buy(extractor, text):
    assert {(one.predicate, one.outlook is None) for one in extractor.extract(text, id="test") if one.kind == "deal"} <= {("invests", False), ("acquires", False)}
