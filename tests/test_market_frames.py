"""Markets: the ways of telling that a firm enters, leaves, makes or sells in a place, or is after it."""

from __future__ import annotations

import pytest

from extractor.claims.event_frames import frames, nouns_of
from extractor.lexicon import rows
from extractor.record import PREDICATES

PUBLISHED = "2016-08-10"


def test_a_plan_is_of_no_past_period(extractor):
    [claim] = [one for one in extractor.extract("Acme Corp sold 56,000 cars in 2015 and will open a factory in Peru.", published=PUBLISHED, id="test") if one.kind == "market"]
    assert claim.period is None


def test_what_is_sold_there_is_told_without_its_number(extractor):
    [claim] = [one for one in extractor.extract("Acme Corp sold 3,000 cargo bikes in Peru.", published=PUBLISHED, id="test") if one.kind == "market"]
    assert claim.product == "cargo bikes"


@pytest.mark.parametrize("named", ["on Tuesday", "effective April 1,"])
def test_a_plan_has_no_time_of_what_is_told_beside_it(extractor, named):
    text = f"Acme Corp named Jane Roe as its chief executive {named} and said it would leave Peru."
    [claim] = [one for one in extractor.extract(text, published=PUBLISHED, id="test") if one.kind == "market"]
    assert claim.period is None


def markets(extractor, text):
    """Predicate, place, outlook and denial of each market claim, in the order of the text."""
    found = [one for one in extractor.extract(text, published=PUBLISHED, id="test") if one.kind == "market"]
    return [(one.predicate, one.place.name, one.outlook) + (("denied",) if one.negated else ()) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp will set up shop in Peru.", [("enters", "Peru", "plan")]),
        ("Acme Corp phones are sold in Peru, where Globex Inc is the biggest player.", [("operates", "Peru", None)]),
        ("Acme Corp is the market leader in Peru.", [("operates", "Peru", None)]),
        ("Acme Corp did better in Peru.", [("operates", "Peru", None)]),
        ("Acme Corp did well in the quarter in Peru.", []),
        ("Acme Corp has gained market share in Peru.", [("operates", "Peru", None)]),
        ("Acme Corp's top markets are in Peru and Chile.", [("operates", "Peru", None), ("operates", "Chile", None)]),
        ("Acme Corp's cafes are found in malls across Peru.", [("operates", "Peru", None)]),
        ("Acme Corp is located in Peru.", []),
        ("Acme Corp will go on running its shops, and keep its plant in Peru.", [("produces", "Peru", None)]),
        ("Acme Corp, a bank, has 90 branches at home, 22 in Peru and nine in Chile.", [("operates", "Peru", None), ("operates", "Chile", None)]),
        ("Acme Corp showed a drill and said it would sell it in Peru.", [("enters", "Peru", "plan")]),
        ("Acme Corp flies to 80 airports in Peru.", [("operates", "Peru", None)]),
        ("After a weak debut in Peru, Acme Corp will launch in Chile.", [("enters", "Peru", None), ("enters", "Chile", "plan")]),
        ("Acme Corp runs the cheap Zeta chain in Peru.", [("operates", "Peru", None)]),
        ("Acme Corp closed its Peruvian operations in 2014.", [("exits", "Peru", None)]),
        ("Acme Corp will start regular deliveries in Peru.", [("enters", "Peru", "plan")]),
        ("Acme Corp's copper mines in Peru employ 400.", [("produces", "Peru", None)]),
        ("Acme Corp is big in Peru, where it makes more than half its sales.", [("operates", "Peru", None)]),
        ("Acme Corp has established production bases in Peru.", [("produces", "Peru", None)]),
        ("Acme Corp has a shop in Peru and plants in Chile.", [("operates", "Peru", None), ("produces", "Chile", None)]),
        ("Peru accounts for a third of Acme Corp's sales.", [("operates", "Peru", None)]),
        ("Peru would be Acme Corp's first market abroad.", [("enters", "Peru", "plan")]),
        ("Acme Corp has since opened shops in Peru.", [("expands", "Peru", None)]),
        ("Acme Corp has grown into a chain with shops in Peru.", [("operates", "Peru", None)]),
        ("Acme Corp plans to enter Peru, where it would compete with Globex.", [("enters", "Peru", "plan")]),
        ("Acme Corp is building a plant in Peru and one in Chile.", [("produces", "Peru", "plan"), ("produces", "Chile", "plan")]),
        ("Acme Corp operates 40 shops in Peru, 12 in Chile and another 5 in Spain.", [("operates", one, None) for one in ("Peru", "Chile", "Spain")]),
        ("Acme Corp has a plant in Peru and a rival in Chile.", [("produces", "Peru", None)]),
        ("Acme Corp operates 40 shops in Peru and 12 rivals do in Chile.", [("operates", "Peru", None)]),
        ("Acme Corp operates across South East Europe.", [("operates", "South East Europe", None)]),
        ("Acme Corp sells phones in Central and Eastern Europe.", [("operates", "Central and Eastern Europe", None)]),
        ("Acme Corp sells phones in sub-Saharan Africa.", [("operates", "sub-Saharan Africa", None)]),
        ("Acme Corp sells phones in Eastern Europe.", [("operates", "Eastern Europe", None)]),
        ("The South East Europe Bank Corp said profit rose 3 percent.", []),
        ("Acme Corp will build a 400 billion-won ($357 million) car battery plant in Peru.", [("produces", "Peru", "plan")]),
        ("Acme Corp plans to spend $12 million on 300 new stores in Peru.", [("expands", "Peru", "plan")]),
        ("Acme Corp opened 12 branches, bringing its network to 310 branches in Peru and Chile.", [("operates", "Peru", None), ("operates", "Chile", None)]),
        ("Acme Corp operates some 525 radio stations in Peru.", [("operates", "Peru", None)]),
        ("Acme Corp is scouting for sites in Peru and Chile.", [("targets", "Peru", None), ("targets", "Chile", None)]),
        ("Acme Corp has appointed a distributor in Peru.", [("enters", "Peru", None)]),
        ("On 1 October Acme Corp will switch on its service in Peru.", [("enters", "Peru", "plan")]),
        ("Acme Corp has built a following in Peru.", []),
        ("Acme Corp is coming to Peru next year.", [("enters", "Peru", "plan")]),
        ("Acme Corp makes bikes. Jane Roe is coming to Peru next year.", []),
        ("Acme Corp's largest market is Peru.", [("operates", "Peru", None)]),
        ("Acme Corp will no longer sell its bikes in Peru.", [("exits", "Peru", "plan")]),
        ("Acme Corp does not sell its bikes in Peru.", [("operates", "Peru", None, "denied")]),
        ("In Peru the Acme Corp was 41 points higher.", []),
        ("Jane Roe starts in Peru on October 4 and will report to Acme Corp's chief.", []),
        ("Acme Corp made its debut in Peru last year.", [("enters", "Peru", None)]),
        ("Acme Corp is joining the scramble for shoppers in Peru and Chile.", [("enters", "Peru", None), ("enters", "Chile", None)]),
        ("Acme Corp has won a foothold in Peru.", [("enters", "Peru", None)]),
        ("Acme Corp plans to take the Zeta brand to Peru next year.", [("enters", "Peru", "plan")]),
        ("Acme Corp went into Peru in 2012.", [("enters", "Peru", None)]),
        ("Acme Corp ventured into Peru in 2012.", [("enters", "Peru", None)]),
        ("Acme Corp, a shoe chain, opened its first stores in Peru this spring.", [("enters", "Peru", None)]),
        ("Acme Corp will open its first Spanish stores this autumn.", [("enters", "Spain", "plan")]),
        ("Acme Corp's foray into Peru has cost it dear.", [("enters", "Peru", None)]),
        ("Peru, which Acme Corp entered last year, is a hard place.", [("enters", "Peru", None)]),
        ("Acme Corp will start flying to Peru in October.", [("enters", "Peru", "plan")]),
        ("Acme Corp wants to establish a subsidiary in Peru.", [("enters", "Peru", "target")]),
        ("Acme Corp makes bikes. Peru is poor, and it has no plans to enter that market.", [("enters", "Peru", None, "denied")]),
        ("Acme Corp will enter Peru in October and Chile next year.", [("enters", "Peru", "plan"), ("enters", "Chile", "plan")]),
        ("Acme Corp will make landfall in Peru next spring.", [("enters", "Peru", "plan")]),
        ("Acme Corp will make its Spanish debut in May.", [("enters", "Spain", "plan")]),
        ("Acme Corp hopes to crack the Spanish market.", [("enters", "Spain", "target")]),
        ("Acme Corp took its first step into Peru.", [("enters", "Peru", None)]),
        ("Acme Corp's app went live in Peru in May.", [("enters", "Peru", None)]),
        ("Acme Corp has yet to enter Peru.", [("enters", "Peru", None, "denied")]),
        ("Acme Corp said it had no plans to enter Peru.", [("enters", "Peru", None, "denied")]),
    ],
)
def test_entering(extractor, text, expected):
    assert markets(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp walked away from Peru in 2012.", [("exits", "Peru", None)]),
        ("Acme Corp is pulling out of Peru.", [("exits", "Peru", "plan")]),
        ("Acme Corp plans to turn its back on Peru.", [("exits", "Peru", "plan")]),
        ("Acme Corp has stopped selling to Peru altogether.", [("exits", "Peru", None)]),
        ("Acme Corp will wind down its operations in Peru.", [("exits", "Peru", "plan")]),
        ("Acme Corp closed its last shop in Peru in May.", [("exits", "Peru", None)]),
        ("Acme Corp's withdrawal from Peru surprised nobody.", [("exits", "Peru", None)]),
        ("Acme Corp called it a day in Peru in May.", [("exits", "Peru", None)]),
        ("Acme Corp shut up shop in Peru and Chile.", [("exits", "Peru", None), ("exits", "Chile", None)]),
        ("Acme Corp bailed out of Peru in 2014.", [("exits", "Peru", None)]),
        ("Acme Corp has shelved its ambitions in Peru.", [("exits", "Peru", None)]),
        ("Acme Corp is packing its bags in Peru.", [("exits", "Peru", "plan")]),
        ("Acme Corp has no intention of leaving Peru.", [("exits", "Peru", None, "denied")]),
        ("Acme Corp has retreated from Peru.", [("exits", "Peru", None)]),
        ("Acme Corp will suspend flights to Peru.", [("exits", "Peru", "plan")]),
        ("Acme Corp abandoned the Spanish market in 2012.", [("exits", "Spain", None)]),
    ],
)
def test_leaving(extractor, text, expected):
    assert markets(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp runs 214 shops across Peru, Chile and Brazil.", [("operates", one, None) for one in ("Peru", "Chile", "Brazil")]),
        ("Acme Corp is also present in Peru.", [("operates", "Peru", None)]),
        ("Acme Corp also has hotels in Peru and Chile.", [("operates", "Peru", None), ("operates", "Chile", None)]),
        ("Acme Corp exports its pumps to Peru.", [("operates", "Peru", None)]),
        ("Acme Corp ships chairs to Peru.", [("operates", "Peru", None)]),
        ("Acme Corp was glad of Peru. It has two shops there.", [("operates", "Peru", None)]),
        ("Acme Corp was glad of Peru. It has two shops in the country.", [("operates", "Peru", None)]),
        ("Acme Corp sells its cheese through kiosks across Peru.", [("operates", "Peru", None)]),
        ("In Peru, Acme Corp already runs 40 stores.", [("operates", "Peru", None)]),
        ("Acme Corp does business in Peru.", [("operates", "Peru", None)]),
        ("Acme Corp supplies farmers in Peru.", [("operates", "Peru", None)]),
        ("Acme Corp, with 40 stores in Peru, was pleased.", [("operates", "Peru", None)]),
        ("Acme Corp's exports to Peru fell.", [("operates", "Peru", None)]),
        ("Acme Corp does not sell in Peru.", [("operates", "Peru", None, "denied")]),
    ],
)
def test_being_there(extractor, text, expected):
    assert markets(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp will put up a fourth plant near Lyon in France.", [("produces", "Lyon", "plan")]),
        ("Acme Corp plans to spend 60 million euros on a second factory in Peru.", [("produces", "Peru", "plan")]),
        ("The ranges will be assembled at Acme Corp's plant in Peru.", [("produces", "Peru", "plan")]),
        ("Acme Corp has until now made its chips only in Peru and Chile.", [("produces", "Peru", None), ("produces", "Chile", None)]),
        ("Acme Corp is building a $3 billion plant in Peru.", [("produces", "Peru", "plan")]),
        ("Acme Corp broke ground on a brewery in Peru.", [("produces", "Peru", "plan")]),
        ("Acme Corp's factories in Peru and Chile turn out tyres.", [("produces", "Peru", None), ("produces", "Chile", None)]),
        ("Acme Corp will shift production to Peru.", [("produces", "Peru", "plan")]),
        ("The tyres, which Acme Corp makes in Peru, are black.", [("produces", "Peru", None)]),
        ("Acme Corp brews its beer in Peru.", [("produces", "Peru", None)]),
        ("Acme Corp's shoes are made in Peru.", [("produces", "Peru", None)]),
        ("In Peru, Acme Corp has two plants.", [("produces", "Peru", None)]),
    ],
)
def test_making_there(extractor, text, expected):
    assert markets(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp intends to court holidaymakers in Peru and Chile.", [("targets", "Peru", "plan"), ("targets", "Chile", "plan")]),
        ("Acme Corp has set its sights on Peru.", [("targets", "Peru", None)]),
        ("Acme Corp is eyeing Peru.", [("targets", "Peru", None)]),
        ("Acme Corp will now turn to Peru and Chile.", [("targets", "Peru", "plan"), ("targets", "Chile", "plan")]),
        ("Acme Corp is after customers in Peru.", []),
        ("Acme Corp is wooing Spanish shoppers.", [("targets", "Spain", None)]),
        ("Acme Corp is looking for growth in Peru.", [("targets", "Peru", None)]),
        ("Acme Corp is going after Peru.", [("targets", "Peru", None)]),
    ],
)
def test_aiming_at(extractor, text, expected):
    assert markets(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp is to add three hotels in Peru.", [("expands", "Peru", "plan")]),
        ("Acme Corp will strengthen its presence in Peru.", [("expands", "Peru", "plan")]),
        ("Acme Corp is beefing up its network in Peru.", [("expands", "Peru", None)]),
        ("Acme Corp's expansion in Peru is costly.", [("expands", "Peru", None)]),
    ],
)
def test_growing_there(extractor, text, expected):
    assert markets(extractor, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Acme Corp entered talks with the government of Peru.",
        "Demand for bikes at Acme Corp expanded in Peru.",
        "Acme Corp makes good progress in Peru.",
        "Acme Corp sold its factory in Peru to Globex Inc.",
        "Acme Corp won a court case in Peru.",
        "Acme Corp held its annual meeting in Lima.",
        "Acme Corp opened talks in Lima.",
        "Acme Corp left the Spanish government in the dark.",
        "Acme Corp is targeted by the Spanish authorities.",
        "The Spanish carmaker Acme Corp entered a new phase.",
        "Acme Corp chief executive Jane Roe arrived in Peru on Monday.",
        "Acme Corp turned to the government of Peru for help.",
        "Jane Roe runs Acme Corp from an office in Lima.",
        "Acme Corp has no comment in Peru.",
        "Production in Peru fell, which hurt Acme Corp.",
        "Acme Corp made $3 million in Peru.",
        "Acme Corp raised money in London.",
    ],
)
def test_no_market(extractor, text):
    assert markets(extractor, text) == []


@pytest.mark.parametrize(("table", "kind"), [("market_frames", "market"), ("date_frames", "date")])
def test_a_table_is_well_formed(table, kind):
    found = frames(table).frames
    assert {frame.predicate for frame in found} <= set(PREDICATES[kind])
    phrases = [(frame.predicate, frame.phrase) for frame in found]
    assert len(set(phrases)) == len(phrases)
    for predicate, phrase, *note in rows(table):
        assert len(note) <= 1, phrase
        # a second word cannot be an alternative of the first one only: "set up|open" is no way to write two verbs
        assert not phrase.split()[0].endswith("|"), (predicate, phrase)


def test_nouns_of_a_class():
    assert "brewery" in nouns_of("plant") and "hotel" in nouns_of("shop", "plant")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Its business in Norway grew.", ["Norway"]),
        ("Strikes hit the company's operations in Chile.", ["Chile"]),
        ("Its profitable Danish operations were hit by strikes.", ["Denmark"]),
        ("Its customers in Sweden and Finland pay more.", ["Sweden", "Finland"]),
        # what is gone or still to come, and what is another's
        ("It sold its business in Spain.", []),
        ("Acme plans to start its business in Chile.", []),
        ("The minister praised the tea empire's shops in Peru.", []),
        ("Norway's operations in Sudan are over.", []),
    ],
)
def test_what_a_firm_has_in_a_place(extractor, text, places):
    claims = extractor.extract("Acme Corp makes soap. " + text, published="2018-06-18", id="test")
    assert [(one.predicate, one.subject.name, one.place.name, one.outlook) for one in claims if one.kind == "market"] == [
        ("operates", "Acme Corp", place, None) for place in places
    ]


def test_flights_take_an_airline_to_a_place(extractor):
    claims = extractor.extract("Globex Airways offers flights to Oslo. It will begin direct flights to Rome in May.", published="2016-02-10", id="test")
    assert [(one.predicate, one.place.name) for one in claims if one.kind == "market"] == [("operates", "Oslo"), ("enters", "Rome")]
def test_what_a_deal_leaves_a_country_with_is_no_exit(extractor):
    text = "Globex Corp makes phones. The deal would have left Spain with just three operators. Globex Corp left Norway in 2014."
    claims = extractor.extract(text, published="2016-08-10", id="test")
    assert [(one.predicate, one.place.name) for one in claims if one.kind == "market"] == [("exits", "Norway")]


def test_what_is_based_on_plants_is_no_plant(extractor):
    assert not markets(extractor, "Acme Corp bought a US plant-based milk maker for $3 billion.")


def test_what_goes_on_has_no_time_of_its_own(extractor):
    text = "Besides the 10,000 job cuts announced last year at its Asian operations, Acme Corp is reducing expenditure by building cars."
    claims = [one for one in extractor.extract(text, published="2014-08-13", id="test") if one.kind == "market"]
    assert [(one.predicate, one.place.name, one.period) for one in claims] == [("operates", "Asia", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp's plant in Ohio employs 300 people.", [("produces", "Ohio", None)]),
        ("Acme Corp said its plant in Peru will double its capacity.", [("produces", "Peru", None)]),
        ("Acme Corp laid the foundation stone for its first plant in Peru.", []),
        ("Acme Corp blamed a supplier's factory in Peru for the delay.", []),
        ("Acme Corp's first foray into China ended in 2012.", [("exits", "China", None)]),
        ("Acme Corp abandoned its expansion into Spain.", [("exits", "Spain", None)]),
        ("Acme Corp plans to open a plant in Peru. Acme Corp now has two plants in Peru.", [("produces", "Peru", None)]),
    ],
)
def test_plants_owned_and_forays_that_ended(extractor, text, expected):
    assert markets(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp makes engines in Peru and gearboxes in Chile.", [("produces", "Peru", None), ("produces", "Chile", None)]),
        ("Acme Corp launched its Zeta phone in May and will bring it to Peru next year.", [("enters", "Peru", "plan")]),
        ("Acme Corp is now live in Peru.", [("operates", "Peru", None)]),
        ("Acme Corp sells beer in 60 countries, with Peru and Chile among its biggest markets.", [("operates", "Peru", None), ("operates", "Chile", None)]),
        ("Acme Corp sells shoes and has ambitious plans for Peru.", [("targets", "Peru", None)]),
        ("Acme Corp has struggled to crack Peru.", []),
        ("Acme Corp has signed a deal with Globex Inc to build a plant in Peru.", [("produces", "Peru", "plan")]),
    ],
)
def test_where_firms_go_together_and_next(extractor, text, expected):
    assert markets(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "product"),
    [
        ("Acme Corp makes 70% of its toys in Peru.", "toys"),
        ("Acme Corp makes engines in Chile and gearboxes in Peru.", "gearboxes"),
        ("Acme Corp will move production from Chile to Peru.", None),
    ],
)
def test_what_is_made_there(extractor, text, product):
    claims = extractor.extract(text, published=PUBLISHED, id="test")
    assert [one.product for one in claims if one.kind == "market" and one.place.name == "Peru"] == [product]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp will build a factory in the U.S. state of Georgia, its second in the country.", [("produces", "Georgia", "plan")]),
        ("Acme Corp has opened shops in the southern Chinese city of Shenzhen.", [("expands", "Shenzhen", None)]),
        ("Acme Corp abandoned plans to launch in Peru.", [("enters", "Peru", None, "denied")]),
        ("Acme Corp sold its Peruvian business in May. Acme Corp said it would leave the market.", [("exits", "Peru", "plan")]),
        ("Acme Corp sold its phones to Peruvian shoppers.", [("operates", "Peru", None)]),
        ("Acme Corp sold its paint unit to Peruvian investor Globex.", []),
        ("Acme Corp's chief executive flew to Peru.", []),
    ],
)
def test_places_of_states_and_of_buyers(extractor, text, expected):
    assert markets(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Spain accounts for 60 percent of Acme Corp's sales, Peru for 25 percent and Chile for the rest.", [("operates", place, None) for place in ("Spain", "Peru", "Chile")]),
        ("Acme Corp has resisted calls to leave Peru.", []),
        ("Acme Corp plans to double its number of stores in Peru.", [("expands", "Peru", "plan")]),
        ("Acme Corp will be the first chain to open in Peru.", [("enters", "Peru", "plan")]),
        ("Acme Corp opened its store in Peru on Saturday.", []),
        ("Acme Corp's chief executive wants to take the brand into Peru.", [("enters", "Peru", "target")]),
    ],
)
def test_shares_of_places_and_firsts(extractor, text, expected):
    assert markets(extractor, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Acme Corp makes phones. The gang sold the phones in Peru.",
        "Acme Corp buys oil. Norway, which exports most of its oil to Peru, cut its output.",
        "Acme Corp makes phones. The government built a plant in Peru.",
    ],
)
def test_what_is_done_for_no_firm(extractor, text):
    assert markets(extractor, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("India is a key market for Acme Corp.", [("operates", "India", None)]),
        ("Spain is a market for olive oil, Acme Corp said.", []),
        ("Acme Corp unveiled its East Africa expansion plan.", [("expands", "East Africa", "plan")]),
        ("The store is Acme Corp's first in Rwanda.", [("enters", "Rwanda", None)]),
        ("Acme Corp's new shops are its first in Yorkshire.", [("enters", "Yorkshire", None)]),
        ("Acme Corp was the first company in Spain to make phones.", []),
    ],
)
def test_places_told_by_what_they_are_to_a_firm(extractor, text, found):
    claims = extractor.extract(text, published="2021-06-15", id="test")
    assert [(c.predicate, c.place.name, c.outlook) for c in claims if c.kind == "market"] == found


def test_a_plan_is_of_no_time_told_before(extractor):
    text = "Acme Corp bought Globex Inc in 2004 and has been trying to leave Peru."
    assert [(one.predicate, one.outlook, one.period) for one in extractor.extract(text, published=PUBLISHED, id="test") if one.kind == "market"] == [("exits", "target", None)]


def test_a_joint_venture_set_up_in_a_place_is_no_entry(extractor):
    assert markets(extractor, "Acme Corp and Globex Inc set up a joint venture in Peru.") == []


def test_the_biggest_market_of_a_group(extractor):
    assert markets(extractor, "Acme Corp makes cheese. Peru is the group's biggest market in South America.") == [("operates", "Peru", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp is heading to Peru.", [("enters", "Peru", "plan")]),
        ("Acme Corp is heading for a record year in Peru.", []),
        ("Jane Roe of Acme Corp is heading to Peru.", []),
        ("Acme Corp also manufactures in Peru.", [("produces", "Peru", None)]),
        ("Acme Corp operates 40 clubs in Peru.", [("operates", "Peru", None)]),
        ("Acme Corp exports to 40 markets, the largest of which are Peru and Chile.", [("operates", "Peru", None), ("operates", "Chile", None)]),
    ],
)
def test_where_firms_are_heading_and_make(extractor, text, expected):
    assert markets(extractor, text) == expected


def test_where_a_buyer_is_from_is_no_market(extractor):
    text = "Cider maker Acme Corp has been sold to Peruvian-owned Globex Brewers in a $57m deal."
    assert [one for one in extractor.extract(text, published=PUBLISHED, id="test") if one.kind == "market"] == []
