"""What a bare "$" and a cent are in an article, by the places that it names."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Acme Corp of Sydney lost $3 million. It has 40 shops in Australia.", "AUD"),
        ("Acme Corp of Auckland lost $3 million, or 5 cents a share. New Zealand has 40 of its shops.", "NZD"),
        ("Acme Corp, the Ontario miner, lost $3 million. Its mines in Quebec have 40 workers.", "CAD"),
        ("Acme Corp of Singapore lost $3 million. It sells shoes to Singapore's schools.", "SGD"),
        ("Acme Corp of Sydney will cut 500 jobs in Australia and New Zealand. Australia's Acme lost $3 million in New Zealand.", "AUD"),
        # other lands, or America, or dollars with a letter
        ("Acme Corp of Sydney lost $3 million on shoes sold in China and Japan.", "USD"),
        ("Acme Corp of Sydney lost $3 million. Australia's Acme sells shoes in the United States.", "USD"),
        ("Acme Corp of Sydney lost $3 million. Australia's Acme sells shoes at A$5.", "USD"),
        ("Acme Corp of Sydney lost $3 million. It sells shoes.", "USD"),
        ("Acme Corp of Oslo lost $3 million. Norway's Acme sells shoes.", "USD"),
        ("Acme Corp of Sydney lost $3 million, or US$2 million.", "AUD"),
        ("Acme Corp, the Ontario miner, lost $3 million. Its mines are in Quebec, its shares on Nasdaq.", "USD"),
        # the exchange that it is listed on
        ("Acme Corp, listed on the NZX, lost $3 million on pears sold in Vietnam and China for A$5.", "NZD"),
        ("Acme Corp sold shoes for A$614 million. It lost $3 million, or $4 a shoe.", "AUD"),
        ("Acme Corp sold shoes for A$614 million ($500 million). It lost $3 million, or $4 a shoe.", "USD"),
        ("Acme Corp, listed on the ASX, lost $3 million on pears sold in Vietnam.", "AUD"),
        ("Acme Corp, listed on the ASX, lost $3 million on pears sold in Vietnam for A$5.", "USD"),
        ("Acme Corp lost $3 million on pears. Its shares fell to $2.10 by 11.40 AEST.", "AUD"),
        ("Acme Corp lost $3 million, but pays a fully franked dividend of 3 cents.", "AUD"),
        # the land that its crowns are told to be of
        ("Denmark's Acme will build a 1.5 billion Danish crown plant in the Czech Republic. The Czech plant will make lifts. In 2012 Acme lost 5 billion crowns.", "DKK"),
        ("Acme ASA lost 3 million kroner.", "NOK"),
        ("Acme AB lost 3 million kronor.", "SEK"),
        ("Acme ASA of Copenhagen, Denmark, lost 3 million kroner.", "DKK"),
        # where the report comes from
        ("KARACHI: Acme Cement lost Rs3 million.", "PKR"),
        ("Acme Cement lost Rs3 million.", "INR"),
        ("Acme Corp of Manila, in the Philippines, lost 12 centavos a share.", "PHP"),
        ("Acme AG of Munich, Germany, lost 30 cents a share.", "EUR"),
        ("Acme AG of Munich, Germany, lost 30 cents a share. It paid $3 million.", "USD"),
        ("Acme Corp lost 30 cents a share.", "USD"),
    ],
)
def test_the_money_of_an_article(extractor, text, unit):
    found = [c.quantity.unit for c in extractor.extract(text, published="2016-08-10", id="test") if c.quantity is not None and c.predicate in ("loss", "eps")]
    assert found[0] == unit
