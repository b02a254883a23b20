"""Persons, dates, markets, deals and quotes: one sentence, all claims of these kinds that it holds."""

from __future__ import annotations

import pytest

PUBLISHED = "2016-08-10"


def told(extractor, text, kind):
    """What each claim of a kind says, in short."""
    found = []
    for claim in extractor.extract(text, published=PUBLISHED, id="test"):
        if claim.kind != kind:
            continue
        object = claim.object.name if claim.object else None
        days = (str(claim.period.start), str(claim.period.end)) if claim.period else None
        if kind == "person":
            found.append((claim.subject.name, claim.predicate, object, claim.role, claim.status))
        elif kind == "market":
            found.append((claim.predicate, claim.place.name, claim.outlook, claim.negated))
        elif kind == "date":
            found.append((claim.subject.name, claim.predicate, *(days or ()), claim.outlook))
        elif kind == "deal":
            found.append(
                (claim.subject.name, claim.predicate, object, claim.quantity and claim.quantity.low, claim.outlook)
            )
        else:
            found.append((claim.subject.name, claim.text))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Acme Corp spokeswoman Ann Lee declined to comment.",
            [("Ann Lee", "spokesperson", "Acme Corp", "spokeswoman", "current")],
        ),
        (
            "Ann Lee, a retail analyst at Globex Securities, was cautious.",
            [("Ann Lee", "analyst", "Globex Securities", "retail analyst", "current")],
        ),
        (
            "Acme Corp sells bikes. Ann Lee, 61, will become chairwoman of Acme Corp.",
            [("Ann Lee", "chair", "Acme Corp", "chairwoman", "incoming")],
        ),
        (
            "Acme Corp sells bikes. Ann Lee, formerly head of logistics at Globex Inc, was happy.",
            [("Ann Lee", "executive", "Globex Inc", "head of logistics", "former")],
        ),
        (
            "Acme Corp was founded in 2006 by Nobel laureate Ruth Lindqvist.",
            [("Ruth Lindqvist", "founder", "Acme Corp", "founder", "current")],
        ),
        (
            "Acme Corp sells bikes. U.S. President Ann Lee liked them, and Mayor Tom Brook too. President Ann Lee left.",
            [("Ann Lee", "official", "U.S.", "President", "current")],
        ),
        ("Acme Corp sells bikes. President Ann Lee resigned.", [("Ann Lee", "executive", "Acme Corp", "President", "former")]),
        (
            "Acme Corp sells bikes. Finance director Ms Ann Lee will leave next year.",
            [("Ann Lee", "executive", "Acme Corp", "Finance director", "current")],
        ),
        (
            "Acme Corp has chosen its head of consumer care, Ann Lee, as its new chief executive.",
            [
                ("Ann Lee", "executive", "Acme Corp", "head of consumer care", "current"),
                ("Ann Lee", "executive", "Acme Corp", "chief executive", "current"),
            ],
        ),
        (
            "Acme Corp sells bikes. It named Ann Lee to interim president.",
            [("Ann Lee", "executive", "Acme Corp", "interim president", "current")],
        ),
        (
            "Acme Corp sells bikes. Ann Lee, who will run the business as executive chairwoman, was pleased.",
            [("Ann Lee", "chair", "Acme Corp", "executive chairwoman", "incoming")],
        ),
        (
            "Ann Lee, 51, who came from Globex Inc in 2005, will become chairwoman of Acme Corp in May.",
            [("Ann Lee", "chair", "Acme Corp", "chairwoman", "incoming")],
        ),
        (
            "Ann Lee, the president of Acme Corp, will be chief executive of the combined company.",
            [
                ("Ann Lee", "executive", "Acme Corp", "president", "current"),
                ("Ann Lee", "executive", "combined company", "chief executive", "incoming"),
            ],
        ),
        (
            "Sales rose, said Ann Lee, who follows the company for Globex Securities.",
            [("Ann Lee", "analyst", "Globex Securities", None, "current")],
        ),
        ("Acme Corp sells bikes. Ann Lee, who has run its bell business since 2008, was pleased.", []),
        (
            "Acme Corp chief executive Tom Brook will be succeeded by Ann Lee.",
            [("Tom Brook", "executive", "Acme Corp", "chief executive", "current"), ("Ann Lee", "executive", "Acme Corp", "chief executive", "incoming")],
        ),
        (
            "Globex Inc sells cheese. Ann Lee, chief executive of Danish dairy producer Acme Foods, was pleased.",
            [("Ann Lee", "executive", "Acme Foods", "chief executive", "current")],
        ),
        (
            "Tom Brook, the former chairman of UK retailer Acme Corp, is set to become chairman of Globex Inc's board.",
            [("Tom Brook", "chair", "Acme Corp", "chairman", "former"), ("Tom Brook", "chair", "Globex Inc", "chairman", "incoming")],
        ),
        (
            "Acme Corp said Ann Lee, the boss of Globex Inc, would become its new chief executive.",
            [("Ann Lee", "executive", "Globex Inc", "boss", "current"), ("Ann Lee", "executive", "Acme Corp", "chief executive", "incoming")],
        ),
        (
            "Globex Inc sells food. Ann Lee, chief executive of industry expert Acme Insight Ltd, was pleased.",
            [("Ann Lee", "executive", "Acme Insight Ltd", "chief executive", "current")],
        ),
        ("Ann Lee, Acme Corp's head of research, was pleased.", [("Ann Lee", "executive", "Acme Corp", "head of research", "current")]),
        (
            "Acme Corp co-founders Tom Brook and Ann Lee were pleased.",
            [("Tom Brook", "founder", "Acme Corp", "co-founder", "current"), ("Ann Lee", "founder", "Acme Corp", "co-founder", "current")],
        ),
        ("Acme Corp ousted its chief executive, Ann Lee, last week.", [("Ann Lee", "executive", "Acme Corp", "chief executive", "former")]),
        (
            "Ann Lee takes over as chief executive of Acme Corp on September 1, 2016.",
            [("Ann Lee", "executive", "Acme Corp", "chief executive", "incoming")],
        ),
        ("Ann Lee, Acme Corp's director of Convenience, was pleased.", [("Ann Lee", "executive", "Acme Corp", "director", "current")]),
        ("Ann Lee, Acme Corp finance chief, was pleased.", [("Ann Lee", "executive", "Acme Corp", "finance chief", "current")]),
        ("Ann Lee, a former Acme Corp chairwoman, was pleased.", [("Ann Lee", "chair", "Acme Corp", "chairwoman", "former")]),
        ("Acme Corp, headed by Ann Lee, makes bikes.", [("Ann Lee", "executive", "Acme Corp", None, "current")]),
        (
            "Acme Corp sells bikes. Ann Lee has been the company's finance chief since 2012.",
            [("Ann Lee", "executive", "Acme Corp", "finance chief", "current")],
        ),
        (
            "Ann Lee, who was chief executive of Acme Corp until 2010, wrote a book.",
            [("Ann Lee", "executive", "Acme Corp", "chief executive", "former")],
        ),
        (
            "Acme Corp hired Ann Lee from Globex Inc as its finance chief.",
            [("Ann Lee", "executive", "Acme Corp", "finance chief", "current")],
        ),
        (
            "Acme Corp has appointed Ann Lee to act as interim CFO, effective May 1.",
            [("Ann Lee", "executive", "Acme Corp", "interim CFO", "incoming")],
        ),
        (
            "Acme Corp sells bikes. Ann Lee, currently head of sales, is appointed chief executive-designate.",
            [
                ("Ann Lee", "executive", "Acme Corp", "head of sales", "current"),
                ("Ann Lee", "executive", "Acme Corp", "chief executive", "incoming"),
            ],
        ),
        (
            "Acme Corp sells bikes. Ann Lee will take up the position as CFO in May.",
            [("Ann Lee", "executive", "Acme Corp", "CFO", "incoming")],
        ),
        (
            "Acme Corp replaced CEO Tom Brook with company veteran Ann Lee.",
            [("Ann Lee", "executive", "Acme Corp", "CEO", "current"), ("Tom Brook", "executive", "Acme Corp", "CEO", "former")],
        ),
        (
            "Acme Corp named Ann Lee as the company's senior vice president.",
            [("Ann Lee", "executive", "Acme Corp", "senior vice president", "current")],
        ),
        (
            "Acme Corp said that Tom Brook has resigned from his position as chief executive officer.",
            [("Tom Brook", "executive", "Acme Corp", "chief executive officer", "former")],
        ),
        (
            "Bread & General chief executive Tom Brook bakes.",
            [("Tom Brook", "executive", "Bread & General", "chief executive", "current")],
        ),
        (
            "Former Acme Corp CEO Tom Brook joined Globex Inc.",
            [("Tom Brook", "executive", "Acme Corp", "CEO", "former")],
        ),
        (
            "Acme Corp named Jane Roe chief financial officer on Monday.",
            [("Jane Roe", "executive", "Acme Corp", "chief financial officer", "current")],
        ),
        (
            "Globex Inc appointed Maria Santos as head of its retail unit, effective September 1.",
            [("Maria Santos", "executive", "Globex Inc", "head of its retail unit", "incoming")],
        ),
        (
            "Globex Inc was founded in 1998 by Jane Roe and Tom Brook.",
            [
                ("Jane Roe", "founder", "Globex Inc", "founder", "current"),
                ("Tom Brook", "founder", "Globex Inc", "founder", "current"),
            ],
        ),
        (
            "Sales rose 4 percent, said Jane Roe, an analyst at Globex Securities.",
            [("Jane Roe", "analyst", "Globex Securities", "analyst", "current")],
        ),
        (
            "Shares fell, said Acme Corp chairman and chief executive officer Jane Roe.",
            [
                ("Jane Roe", "chair", "Acme Corp", "chairman", "current"),
                ("Jane Roe", "executive", "Acme Corp", "chief executive officer", "current"),
            ],
        ),
        ("Jane Roe, the grandson of the founder of Acme Corp, lives in Leeds.", []),
        (
            "Co-founder and CEO Jane Roe of Acme Corp was glad.",
            [
                ("Jane Roe", "founder", "Acme Corp", "Co-founder", "current"),
                ("Jane Roe", "executive", "Acme Corp", "CEO", "current"),
            ],
        ),
        ("Jane Roe, who has run Acme Corp since 2007, was glad.", [("Jane Roe", "executive", "Acme Corp", None, "current")]),
        (
            "Jane Roe of Acme Corp will be chairman of the combined company.",
            [("Jane Roe", "chair", "combined company", "chairman", "incoming")],
        ),
        (
            "Finance chief Jane Roe left Acme Corp in July.",
            [("Jane Roe", "executive", "Acme Corp", "Finance chief", "former")],
        ),
        (
            "Jane Roe, formerly a director at Initech, joined Globex Inc in May as head of sales.",
            [
                ("Jane Roe", "executive", "Initech", "director", "former"),
                ("Jane Roe", "executive", "Globex Inc", "head of sales", "current"),
            ],
        ),
    ],
)
def test_persons(extractor, text, expected):
    assert sorted(told(extractor, text, "person")) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Acme Corp opened its first store in Vienna in March 2015.",
            [("Acme Corp", "opened", "2015-03-01", "2015-03-31", None)],
        ),
        (
            "Acme Corp will close its plant in Ghent by the end of 2017.",
            [("Acme Corp", "closed", "2017-01-01", "2017-12-31", "plan")],
        ),
        ("Acme Corp recalled 40,000 cars in July.", [("Acme Corp", "recalled", "2016-07-01", "2016-07-31", None)]),
        ("Acme Corp filed for bankruptcy in May 2016.", [("Acme Corp", "filed", "2016-05-01", "2016-05-31", None)]),
        ("Acme Corp plans to list in London next year.", [("Acme Corp", "listed", "2017-01-01", "2017-12-31", "plan")]),
        (
            "Globex Inc launched the Zeta 5 smartphone in April.",
            [("Globex Inc", "launched", "2016-04-01", "2016-04-30", None)],
        ),
        (
            "Jane Roe, who has led Globex Inc since 2010, will step down in December.",
            [("Jane Roe", "appointed", "2010-01-01", "2010-12-31", None), ("Jane Roe", "departed", "2016-12-01", "2016-12-31", "plan")],
        ),
        (
            "Zorin Pharma AG reported second-quarter results on Thursday.",
            [("Zorin Pharma AG", "reported", "2016-08-04", "2016-08-04", None)],
        ),
        (
            "Jane Roe will start at Globex Inc in October as head of sales.",
            [("Jane Roe", "appointed", "2016-10-01", "2016-10-31", "plan")],
        ),
        ("Jane Roe left Globex Inc in July.", [("Jane Roe", "departed", "2016-07-01", "2016-07-31", None)]),
        (
            "Acme Corp has announced it will cease production in Leeds by June 30, 2017.",
            [("Acme Corp", "ended", "2017-06-30", "2017-06-30", "plan")],
        ),
        (
            "Acme Corp has two plants. The plant in Leeds will close in 2019.",
            [("Acme Corp", "closed", "2019-01-01", "2019-12-31", "plan")],
        ),
        (
            "Lay-offs at Acme Corp will take effect in September, with all work expected to cease by October 22.",
            [("Acme Corp", "ended", "2016-10-22", "2016-10-22", "plan")],
        ),
        (
            "Barely a year after Acme Corp opened its tenth store in the country, it is pulling out of China in March.",
            [],
        ),
        (
            "Acme Corp said its Zeta X1 phone will be available in the first quarter of 2017.",
            [("Acme Corp", "launched", "2017-01-01", "2017-03-31", "plan")],
        ),
        # what is filed for is not yet approved
        (
            "Acme Corp will file for approval for its new drug this autumn.",
            [("Acme Corp", "filed", "2016-09-01", "2016-11-30", "plan")],
        ),
        ("Acme Corp expects its new drug to be on sale in Spain next year.", [("Acme Corp", "launched", "2017-01-01", "2017-12-31", "plan")]),
        ("Acme Corp sells bikes. Jane Roe is leaving at the end of the year.", [("Jane Roe", "departed", "2016-01-01", "2016-12-31", "plan")]),
        ("Starting in September, Acme Corp will paint its bikes green.", []),
        ("Acme Corp expects to grow in fiscal 2017, which started in July.", []),
        ("Acme Corp established its first office in Spain in February.", [("Acme Corp", "opened", "2016-02-01", "2016-02-29", None)]),
        ("Acme Corp said it formed Globex Ltd on May 28.", [("Globex Ltd", "founded", "2016-05-28", "2016-05-28", None)]),
        # shops opened and closed are counted, not dated
        ("Acme Corp will close 65 shops by the end of 2017.", []),
        ("Acme Corp, introduced in 2011, sells bikes.", [("Acme Corp", "launched", "2011-01-01", "2011-12-31", None)]),
        ("Acme Corp could build a plant in Spain to avoid tariffs due from 2017.", []),
        (
            "Jane Roe takes over as chief executive of Acme Corp on September 1, 2016.",
            [("Jane Roe", "appointed", "2016-09-01", "2016-09-01", "plan")],
        ),
        ("Acme Corp slashed its full-year profit forecast on Tuesday.", [("Acme Corp", "announced", "2016-08-09", "2016-08-09", None)]),
        (
            "Acme Corp was bought in 2014 by Jane Roe, who created the group in 1991.",
            [("Acme Corp", "founded", "1991-01-01", "1991-12-31", None)],
        ),
        (
            "Acme Corp is ready to launch its new phone on September 6.",
            [("Acme Corp", "launched", "2016-09-06", "2016-09-06", "plan")],
        ),
        ("Acme Corp expects a contract to be signed by October.", [("Acme Corp", "signed", "2016-10-01", "2016-10-31", "plan")]),
        ("Acme Corp sells bikes. Jane Roe will join Acme Corp in October.", [("Jane Roe", "appointed", "2016-10-01", "2016-10-31", "plan")]),
        # nothing is dated but the saying
        ("Acme Corp said on Tuesday it was content.", []),
    ],
)
def test_dates(extractor, text, expected):
    assert told(extractor, text, "date") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Acme Corp will enter the Indian market next year and expand in Brazil.",
            [("enters", "India", "plan", False), ("expands", "Brazil", "plan", False)],
        ),
        ("Acme Corp pulled out of Russia in 2015.", [("exits", "Russia", None, False)]),
        ("Acme Corp makes tyres in Slovakia.", [("produces", "Slovakia", None, False)]),
        ("Acme Corp does not sell its phones in Norway.", [("operates", "Norway", None, True)]),
        (
            "Acme Corp has stores in Spain and Italy.",
            [("operates", "Spain", None, False), ("operates", "Italy", None, False)],
        ),
        # merely located
        ("Acme Corp, based in Berlin, employs 300 people.", []),
        ("The Brazilian company Acme Corp told a conference in Chicago that it was content.", []),
        ("Acme Corp will open eight more hypermarkets in Spain.", [("expands", "Spain", "plan", False)]),
        ("Acme Corp is looking to enter new markets such as Spain.", [("enters", "Spain", "target", False)]),
        ("Acme Corp plans to open over 60 shops throughout Spain.", [("expands", "Spain", "plan", False)]),
        ("Acme Corp is expected to open as many as 30 shops in Spain next year.", [("expands", "Spain", "plan", False)]),
        ("Acme Corp wants to make Spain its second largest market.", [("operates", "Spain", None, False)]),
        ("Acme Corp is expanding its operations in Norway and, especially, in Spain.", [("expands", "Norway", None, False), ("expands", "Spain", None, False)]),
        ("Acme Corp will expand manufacturing in Spain.", [("expands", "Spain", "plan", False)]),
        ("Acme Corp moved production of its toasters to Spain in 2012.", [("produces", "Spain", None, False)]),
        ("Acme Corp moved production of its toasters to Spain.", [("produces", "Spain", "plan", False)]),
        ("Acme Corp has invested $2bn in its plants in Spain.", [("produces", "Spain", None, False)]),
        ("Acme Corp plans to build a plant in Spain.", [("produces", "Spain", "plan", False)]),
        ("Acme Corp plans to grow in Spain, where it has two plants.", [("produces", "Spain", None, False)]),
        ("Acme Corp will leave Spain.", [("exits", "Spain", "plan", False)]),
        ("Acme Corp plans to expand in Spain, a market it entered in 2012.", [("expands", "Spain", "plan", False), ("enters", "Spain", None, False)]),
        ("Acme Corp set up a subsidiary in Spain.", [("enters", "Spain", None, False)]),
        ("Acme Corp filed a proposal to enter Spain.", [("enters", "Spain", "plan", False)]),
        ("Acme Corp sells in 15 countries across Africa.", [("operates", "Africa", None, False)]),
        ("Acme Corp exports to 40 countries, including Spain.", [("operates", "Spain", None, False)]),
        ("Acme Corp has shops in three countries: Norway, Spain and Italy.", [("operates", one, None, False) for one in ("Norway", "Spain", "Italy")]),
        ("Acme Corp is expanding production at its existing plants in Spain.", [("expands", "Spain", None, False)]),
        ("Acme Corp is in talks with a firm operating in Spain.", []),
        ("Acme Corp withdrew from the mobile phone business in Spain.", [("exits", "Spain", None, False)]),
        ("Acme Corp plans to bring its phones to Spain.", [("enters", "Spain", "plan", False)]),
        ("Acme Corp operates stores in neighboring Spain and Italy.", [("operates", "Spain", None, False), ("operates", "Italy", None, False)]),
    ],
)
def test_markets(extractor, text, expected):
    assert told(extractor, text, "market") == expected


def test_a_plant_is_no_product_of_the_place(extractor):
    [claim] = [one for one in extractor.extract("Acme Corp has a manufacturing facility in Spain.") if one.kind == "market"]
    assert (claim.predicate, claim.product) == ("produces", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Acme Corp agreed to buy smaller rival Globex Inc for $2.3 billion in cash.",
            [("Acme Corp", "acquires", "Globex Inc", 2.3e9, "plan")],
        ),
        (
            "Initech Corp and Hooli Inc agreed to merge in an all-share deal.",
            [("Initech Corp", "merges", "Hooli Inc", None, "plan")],
        ),
        (
            "Acme Corp formed a joint venture with Hooli Inc to build batteries.",
            [("Acme Corp", "partners", "Hooli Inc", None, None)],
        ),
        (
            "Globex Inc sold its paint unit for 300 million euros.",
            [("Globex Inc", "divests", "paint unit", 300e6, None)],
        ),
        (
            "Acme Corp won a $400 million contract from the Indian navy.",
            [("Acme Corp", "contracts", "Indian navy", 400e6, None)],
        ),
        ("Acme Corp sold 40,000 cars in July.", []),
        (
            "Acme Corp raised $70 million in a round led by Globex Ventures.",
            [("Globex Ventures", "invests", "Acme Corp", None, None)],
        ),
        (
            "Acme Corp sold Globex Inc to Initech Corp.",
            [("Acme Corp", "divests", "Globex Inc", None, None), ("Initech Corp.", "acquires", "Globex Inc", None, None)],
        ),
        ("Acme Corp sells Globex phones in Norway.", []),
        ("Globex Corp rejected a £7.4bn hostile bid from Acme Industries.", [("Acme Industries", "acquires", "Globex Corp", 7.4e9, "plan")]),
        ("Globex Corp, which makes sweets, accepted Acme Inc's offer.", [("Acme Inc", "acquires", "Globex Corp", None, "plan")]),
        ("Globex Corp awarded a $2 billion contract to Acme Industries.", [("Globex Corp", "contracts", "Acme Industries", 2e9, None)]),
        ("Acme Industries signed a supply contract with Italy earlier this year.", []),
        ("Acme Corp wants to buy the Oslo-listed phone maker Globex Corp this year.", [("Acme Corp", "acquires", "Globex Corp", None, "plan")]),
        ("Acme Corp is offering to buy Globex Corp for $130 per share.", [("Acme Corp", "acquires", "Globex Corp", None, "plan")]),
        ("Acme Corp took its $38 billion offer for Globex Corp to the shareholders.", [("Acme Corp", "acquires", "Globex Corp", 38e9, "plan")]),
        (
            "Globex Corp, the maker of Initech bags, announced an agreement to be acquired by Acme Corp for cash.",
            [("Acme Corp", "acquires", "Globex Corp", None, "plan")],
        ),
    ],
)
def test_deals(extractor, text, expected):
    assert told(extractor, text, "deal") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"We see strong demand," Jane Roe, chief executive of Globex Inc, told reporters.',
            [("Jane Roe", "We see strong demand,")],
        ),
        (
            '"We see strong demand," said Jane Roe of Globex Inc. "It will last for years."',
            [("Jane Roe", "We see strong demand, It will last for years.")],
        ),
        # single marks, and speech that goes on in the next paragraph
        (
            "'We see strong demand,' said Jane Roe. 'Our customers' needs come first.'",
            [("Jane Roe", "We see strong demand, Our customers' needs come first.")],
        ),
        ("Jane Roe said: 'We see strong demand.\n\n'It will last for years.'", [("Jane Roe", "We see strong demand. It will last for years.")]),
        # the words before the quote: a fragment first, no verb of saying, a verb far off
        (
            'Jane Roe described it as a deal of "high calibre" with "a clear and easy road to profit".',
            [("Jane Roe", "a clear and easy road to profit")],
        ),
        ('In a bleak letter Jane Roe, the Globex founder, issued a warning: "The trade is on the brink of ruin."', [("Jane Roe", "The trade is on the brink of ruin.")]),
        ('Globex founder Jane Roe had this to say about it: "We waited for ten years."', [("Jane Roe", "We waited for ten years.")]),
        (
            'Jane Roe said the parts that were built into the first cars of the series last autumn "may hold a gear that breaks".',
            [("Jane Roe", "may hold a gear that breaks")],
        ),
        # a few quoted words of a paragraph's own telling are no part of the speech before or after
        (
            'Jane Roe stepped back. "I had a child," she said.\n\nRoe still works on "a few small plans" of hers. "I have been replaced by others," she says.',
            [("Jane Roe", "I had a child,"), ("Jane Roe", "I have been replaced by others,")],
        ),
        # a fragment, and a name in quotes
        ('Jane Roe of Globex Inc called it "a gift".', []),
        ('The film "The Long Way To The Sea" opened in Paris.', []),
    ],
)
def test_quotes(extractor, text, expected):
    assert told(extractor, text, "quote") == expected


def test_speaker_of_a_reported_forecast(extractor):
    claims = extractor.extract(
        "Analysts expect a profit of $2 billion at Globex Inc this year, according to Initech Research.",
        published=PUBLISHED,
    )
    (claim,) = [one for one in claims if one.kind == "target"]
    assert (claim.attribution.speaker.name, claim.outlook, claim.subject.name) == (
        "Initech Research",
        "forecast",
        "Globex Inc",
    )


def test_repeated_title_words_do_not_explode():
    """A word that a pattern can read in two ways, repeated: at an exponential cost this would never come back."""
    from extractor.claims.employers import BEFORE

    assert BEFORE.search("senior " * 200 + "Roe") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp operates in nine countries, including Ghana and Zambia.", [("operates", "Ghana"), ("operates", "Zambia")]),
        ("Acme Corp has factories in Slovakia and Hungary.", [("produces", "Slovakia"), ("produces", "Hungary")]),
        ("Acme Corp has no plans to return to Nigeria, which it left in 2009.", [("enters", "Nigeria"), ("exits", "Nigeria")]),
        ("Acme Corp phones are on sale in Israel.", [("operates", "Israel")]),
        ("Acme Corp agreed to sell a 15% stake in its Zambian business to Globex Inc.", []),
    ],
)
def test_markets_in_lists_and_asides(extractor, text, expected):
    assert [(predicate, place) for predicate, place, _, _ in told(extractor, text, "market")] == expected


def test_a_quote_after_a_sentence_attributed_to_its_speaker(extractor):
    text = 'Acme Corp has grown, president Jane Roe insists. "There are six companies there burning cash."'
    assert told(extractor, text, "quote") == [("Jane Roe", "There are six companies there burning cash.")]


def test_what_is_launched_stands_before_what_is_told_of_it(extractor):
    text = "Acme Corp will launch its new handset, powered by the Globex Zeta chip, this week. Globex Inc is glad."
    assert [claim.object.name for claim in extractor.extract(text, published=PUBLISHED) if claim.kind == "date"] == ["new handset"]


def test_ground_is_broken_on_something(extractor):
    [claim] = [one for one in extractor.extract("Acme Corp broke ground on a plant in Leeds in May 2016.") if one.kind == "date"]
    assert (claim.predicate, claim.object.name) == ("started", "plant in Leeds")


def test_goods_bought_are_no_company_acquired(extractor):
    assert told(extractor, "Acme Corp bought 12,310 new cars in July.", "date") == []


def test_a_sale_that_is_not_planned_is_denied(extractor):
    (deal,) = extractor.extract("Globex Corp has no plans to sell Initech Advisors.", published=PUBLISHED)
    assert (deal.predicate, deal.object.name, deal.negated) == ("divests", "Initech Advisors", True)


def test_a_denied_exit_is_denied(extractor):
    (market,) = extractor.extract("Globex Corp denied reports that it was about to pull out of Spain.", published=PUBLISHED)
    assert (market.predicate, market.place.name, market.negated, market.outlook) == ("exits", "Spain", True, None)


def test_places_left_and_reached_each_with_its_own_time(extractor):
    claims = extractor.extract(
        "Globex Corp is already up and running in Dublin, will open in Berlin next month and should land in Dubai in 2017. "
        "From October it will stop flying to Peru.",
        published=PUBLISHED,
    )
    assert [(c.predicate, c.place.name, str(c.period.start) if c.period else None) for c in claims if c.kind == "market"] == [
        ("operates", "Dublin", None),
        ("enters", "Berlin", "2016-09-01"),
        ("enters", "Dubai", "2017-01-01"),
        ("exits", "Peru", "2016-10-01"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Globex Inc folded in November 2010, leaving 38 people without work.", {("closed", "Globex Inc", "2010-11-01")}),
        ("Globex Inc collapsed into administration in March.", {("filed", "Globex Inc", "2016-03-01")}),
        ("Acme Corp is buying Globex Inc. That deal should close by the end of the year.", {("completed", "Acme Corp", "2016-01-01")}),
        ("Acme Corp is buying Globex Inc. Settlement is due in December.", {("completed", "Acme Corp", "2016-12-01")}),
        ("Jane Roe came aboard as president of Acme Corp in January.", {("appointed", "Jane Roe", "2016-01-01")}),
        ("Acme Corp hired Jane Roe as finance chief. She starts in Miami on October 4.", {("appointed", "Jane Roe", "2016-10-04")}),
        ("Jane Roe got the top job at Acme Corp in February 2012.", {("appointed", "Jane Roe", "2012-02-01")}),
        ("Acme Corp leapt 38% on its Nasdaq debut last month.", {("listed", "Acme Corp", "2016-07-01")}),
        ("Jane Roe started the Swedish spa group Globex Inc in her mother's sauna in 1983.", {("founded", "Globex Inc", "1983-01-01")}),
        ("Acme Corp told staff to clear their desks in March.", set()),
        ("Acme Corp opened 38 stores and closed seven, ending July with 406.", set()),
        ("Acme Corp folded its paper in March.", set()),
    ],
)
def test_comings_and_endings(extractor, text, expected):
    found = extractor.extract(text, published="2016-08-10", id="test")
    assert {(one.predicate, one.subject.name, one.period.start.isoformat()) for one in found if one.kind == "date"} == expected


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Acme Corp owns a plant in Leeds, which will shut in June 2017, and an office in Bristol.", ["Leeds"]),
        ("Acme Corp is building a works in Poland, due to begin production in October and one in Turkey.", ["Poland"]),
    ],
)
def test_where_the_site_spoken_of_stands(extractor, text, places):
    found = [one for one in extractor.extract(text, published="2016-08-10") if one.kind == "date"]
    assert [one.place.name if one.place else None for one in found] == places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Globex plc collapsed. Initech & Co was appointed as administrator on 2 August.", [("Initech & Co", "appointed", "2016-08-02", "2016-08-02", None)]),
        ("Globex plc appointed Initech plc as its auditor in March 2016.", [("Initech plc", "appointed", "2016-03-01", "2016-03-31", None)]),
        ("Globex plc started as a Leeds tailor in 1851.", [("Globex plc", "founded", "1851-01-01", "1851-12-31", None)]),
        ("Globex plc, which started in Leeds in the 1850s, makes buses.", [("Globex plc", "founded", "1850-01-01", "1859-12-31", None)]),
        ("Production of Globex plc's bus started in 2014.", [("Globex plc", "started", "2014-01-01", "2014-12-31", None)]),
        ("Globex plc was founded more than 30 years ago.", []),
        ("Globex plc said on Monday it would unveil an electric van in March.", [("Globex plc", "announced", "2017-03-01", "2017-03-31", "plan")]),
    ],
)
def test_beginnings_firms_in_office_and_what_would_be(extractor, text, expected):
    assert told(extractor, text, "date") == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('The ruling did little harm. "We work in a trade of constant change and like it," said an Acme spokesperson.', "Acme"),
        ('Z9 said the ruling did no harm. "We work in a trade of constant change and like it," said a Z9 spokeswoman.', "Z9"),
    ],
)
def test_who_has_a_spokesperson_speaks(extractor, text, speaker):
    assert [one[0] for one in told(extractor, text, "quote")] == [speaker]


@pytest.mark.parametrize("text", ["It appointed Mr. Dale Whitfield to its board.", "Dale Whitfield was elected to the board.", "It added Dale Whitfield to its board of directors."])
def test_a_seat_on_the_board(extractor, text):
    claims = [one for one in extractor.extract("Acme Corp makes toys. " + text, published="2016-08-10", id="test") if one.kind == "person"]
    assert [(one.subject.name, one.predicate, one.object.name) for one in claims] == [("Dale Whitfield", "chair", "Acme Corp")]
