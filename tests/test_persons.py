"""Persons: each way of telling who holds which office, with person, predicate, organisation and whether it is still held."""

from __future__ import annotations

import pytest

from extractor.claims.offices import predicate_of


def told(extractor, text, title=None):
    """The persons of a text: name, predicate, organisation, status."""
    claims = extractor.extract(text, title=title, published="2016-08-10", id="test")
    return {(one.subject.name, one.predicate, one.object.name.rstrip("."), one.status) for one in claims if one.kind == "person"}


@pytest.mark.parametrize(
    ("role", "predicate"),
    [
        ("chief economist", "analyst"), ("fund manager", "analyst"), ("executive chairman", "chair"), ("non-executive director", "chair"),
        ("chairman and chief executive", "executive"), ("vice president of investor relations", "executive"), ("secretary general", "executive"),
        ("competition commissioner", "official"), ("sales representative", "employee"), ("largest shareholder", "owner"),
    ],
)  # fmt: skip
def test_the_predicate_of_a_title(role, predicate):
    assert predicate_of(role) == predicate


@pytest.mark.parametrize(
    ("text", "predicate", "status"),
    [
        ("Ann Lee, who remains chairman of Acme Corp, was pleased.", "chair", "current"),
        ("Acme Corp makes paint. Ann Lee will stay on as chairwoman until May.", "chair", "current"),
        ("Acme Corp makes paint. Ann Lee, a daughter of the founder, who remains chairwoman, was pleased.", "chair", "current"),
        ("Acme Corp has brought on Ann Lee as head of sales.", "executive", "current"),
        ("Ann Lee, the general counsel of Acme Corp, was pleased.", "executive", "current"),
        ("Ann Lee sits on the board of Acme Corp.", "chair", "current"),
        ("Ann Lee, a member of Acme Corp's board, was pleased.", "chair", "current"),
        ("Ann Lee, a non-executive director of Acme Corp, was pleased.", "chair", "current"),
        ("Ann Lee, who joins Acme Corp's board in May, was pleased.", "chair", "incoming"),
        ("Ann Lee has resigned from the board of Acme Corp.", "chair", "former"),
        ("Acme Corp makes paint. Ann Lee has chosen to step down from her post as CEO of the company.", "executive", "former"),
        ("Ann Lee, who stepped down as Acme Corp's chairwoman in 2012, owns a vineyard.", "chair", "former"),
        ("Ann Lee, who covers the industry for stockbroker Acme Corp, was surprised.", "analyst", "current"),
        ("Ann Lee of brokers Acme Corp cut her target.", "analyst", "current"),
        ("Ann Lee, who runs the UK arm of the Dutch toys group Acme Corp, was pleased.", "executive", "current"),
        ("Ann Lee, who ran Acme Corp before, was pleased.", "executive", "former"),
        ("Ann Lee was in Leeds. She spent nine years as a buyer at Acme Corp.", "employee", "former"),
        ("Ann Lee was in Leeds. She was previously head of sales at Acme Corp.", "executive", "former"),
        ("Ann Lee, who joined in January from Acme Corp, where she was expansion director, was pleased.", "executive", "former"),
        ("Acme Corp makes paint. Ann Lee, who came over from Leeds in March to be finance director, was pleased.", "executive", "current"),
        ("Acme Corp makes paint. Ann Lee gave up the chief technology officer job last year.", "executive", "former"),
        ("Acme Corp makes paint. The suit was filed by a former sales representative, Ann Lee.", "employee", "former"),
        ("Acme Corp makes paint. European boss Ann Lee said it would sell.", "executive", "current"),
        ("Ann Lee, who owns 12 percent of Acme Corp, was pleased.", "owner", "current"),
        ("Ann Lee, the Bremen investor who owns 38 per cent of Acme Corp, was pleased.", "owner", "current"),
        ("Acme Corp economist Ann Lee was pleased.", "analyst", "current"),
        ("Ann Lee left Acme Corp in May after six years as its chief executive.", "executive", "former"),
        ("Ann Lee is leaving Acme Corp after six years as chief executive.", "executive", "current"),
        ("Ann Lee, the mind behind the phones, tablets and other devices of our time, resigned as chief executive of Acme Corp.", "executive", "former"),
        ("Acme Corp said Ann Lee was quickly named chief executive.", "executive", "current"),
        ("Ann Lee (right), vice-president of Acme Corp, was pleased.", "executive", "current"),
        ("Ann Lee is becoming a member of the board of Acme Corp.", "chair", "current"),
        ("Ann Lee, electronics director of Acme Corp, was pleased.", "executive", "current"),
        ("Ann Lee, who was earlier with Globex Inc, has joined Acme Corp as chief operating officer.", "executive", "current"),
        ("Acme Corp elevated Ann Lee as president, South Asia.", "executive", "current"),
        ("Acme Corp has roped in Ann Lee as chief executive.", "executive", "current"),
        ("Ann Lee has taken charge as managing director of Acme Corp.", "executive", "current"),
        ("Ann Lee assumed office as chairwoman of Acme Corp.", "chair", "current"),
        ("Acme Corp managing director (MD) Ann Lee said sales rose.", "executive", "current"),
        ("Engr. Ann Lee, the Group Managing Director of Acme Corp, said output was 2 million barrels.", "executive", "current"),
        ("The Managing Director/Chief Executive Officer of Acme Corp, Mrs. Ann Lee, said profit rose.", "executive", "current"),
        ("Acme Corp paid a dividend. The Chairman, Chief Ann Lee, said Acme Corp was well.", "chair", "current"),
        ("Acme Corp makes paint. The board approved the appointment of Ann Lee as chief financial officer.", "executive", "current"),
        ("Acme Corp makes paint. The re-appointment of Ann Lee as chairwoman was approved.", "chair", "current"),
        ("Factory worker Ann Lee likes robots. They cost her employer Acme Corp $3 million each.", "employee", "current"),
        ("Ann Lee, a worker at Acme Corp, was pleased.", "employee", "current"),
        ("Acme Corp's president-elect, Ann Lee, was pleased.", "executive", "incoming"),
        ("Globex Inc fell. Ann Lee, head of research, Acme Corp, said so.", "executive", "current"),
        ("Globex Inc fell, Ann Lee, senior vice president, retail, Acme Corp, told reporters.", "executive", "current"),
        ("Globex Inc fell, said Ann Lee, Managing Director (South Asia), Acme Corp.", "executive", "current"),
        ("Acme Corp sold paint, Acme Corp said. Ann Lee will today start as the new Acme Corp chief executive replacing nobody.", "executive", "incoming"),
        ("Acme Corp sold paint. Ann Lee steps in as finance director of Acme Corp.", "executive", "current"),
        ("Globex Inc, before the panel, fell. Acme Corp Chief Financial Officer, Ann Lee, will be asked why.", "executive", "current"),
        ("Acme Corp makes paint. Tom Brook said it sold paint, replacing CEO of six years Ann Lee.", "executive", "former"),
        ("The paint industry under chairperson Ann Lee of Acme Corp grew.", "chair", "current"),
    ],
)
def test_offices(extractor, text, predicate, status):
    assert told(extractor, text) == {("Ann Lee", predicate, "Acme Corp", status)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Acme Corp makes paint. Tom Brook, the other founder and its chief technology officer, was pleased.",
            {("Tom Brook", "founder", "Acme Corp", "current"), ("Tom Brook", "executive", "Acme Corp", "current")},
        ),
        (
            "Ann Lee, Acme Corp's former head of sales, now runs Globex Inc.",
            {("Ann Lee", "executive", "Acme Corp", "former"), ("Ann Lee", "executive", "Globex Inc", "current")},
        ),
        (
            "Ann Lee and Tom Brook, analysts at Globex Securities, were pleased.",
            {("Ann Lee", "analyst", "Globex Securities", "current"), ("Tom Brook", "analyst", "Globex Securities", "current")},
        ),
        (
            "Acme Corp appoints Ann Lee as finance director. Ann Lee replaces Tom Brook, who has gone home as head of a family firm.",
            {("Ann Lee", "executive", "Acme Corp", "current"), ("Tom Brook", "executive", "Acme Corp", "former")},
        ),
        (
            "Acme Corp was founded by brothers Jens, Mikkel and Tom Toft in 2007.",
            {(f"{one} Toft", "founder", "Acme Corp", "current") for one in ("Jens", "Mikkel", "Tom")},
        ),
        (
            "Globex Inc fell, Ann Lee, founder and director, Borealis Equities, said.",
            {("Ann Lee", "founder", "Borealis Equities", "current"), ("Ann Lee", "executive", "Borealis Equities", "current")},
        ),
        (
            "There were Tom Brook, managing director, Ann Lee, chief economist, and others of Acme Corp.",
            {("Tom Brook", "executive", "Acme Corp", "current"), ("Ann Lee", "analyst", "Acme Corp", "current")},
        ),
        (
            "Acme Corp announced the appointment of Ann Lee as finance director. She replaces Tom Brook, who is moving abroad.",
            {("Ann Lee", "executive", "Acme Corp", "current"), ("Tom Brook", "executive", "Acme Corp", "former")},
        ),
        ("Ann Lee of Acme Corp replaced Tom Brook, now chairman.", {("Tom Brook", "chair", "Acme Corp", "current")}),
        ("Acme Corp makes paint. Social worker Ann Lee was pleased.", set()),
        ("Acme Corp will come, said Ann Lee, the city's economic development director.", {("Ann Lee", "official", "city", "current")}),
        ("The city's economic development director, Ann Lee, said Acme Corp would come.", {("Ann Lee", "official", "city", "current")}),
        ("Acme Corp broke the law, said Ann Lee, Norway's competition commissioner.", {("Ann Lee", "official", "Norway", "current")}),
        ("Acme Corp makes paint. One customer, 52-year-old sales manager Tom Brook, was angry.", set()),
        ("Ann Lee, a customer of Acme Corp, was pleased.", set()),
        ("Acme Corp makes paint. Ann Lee was on board a ship.", set()),
    ],
)
def test_several_offices_and_none(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("telling", "employer"),
    [
        ("Ann Lee, telecoms analyst with SG Marlow, said it would sell.", "SG Marlow"),
        ("Analyst Ann Lee of Ingel and Snyder said it would sell.", "Ingel and Snyder"),
        ('"It will sell," said Ann Lee, an analyst at Sanford, Wells and Turner Inc.', "Sanford, Wells and Turner Inc"),
        ('"It will sell," said Ann Lee, a Foresight analyst whose daughters are fans.', "Foresight"),
        ('"It will sell," said Ann Lee, managing director of research firm WorldData Retail. "It must."', "WorldData Retail"),
        ("Yet aviation analyst Ann Lee of Drayton Klein Wassermann says it will sell.", "Drayton Klein Wassermann"),
        ("Electronic Leisure Design and Research analyst Ann Lee said it would sell.", "Electronic Leisure Design and Research"),
        ("It must sell, HDC Asset Management fund manager Ann Lee said.", "HDC Asset Management"),
    ],
)
def test_the_house_of_who_watches_a_company(extractor, telling, employer):
    found = told(extractor, f"Shares of Acme Corp fell 3 percent on Monday. {telling}")
    assert {(name, house) for name, _, house, _ in found} == {("Ann Lee", employer)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp makes phones. Analyst Ann Lee, of Globex Securities, was pleased.", ("Ann Lee", "analyst", "Globex Securities", "current")),
        ("Acme Corp makes phones. Senior researcher Ann Lee, from the University of Borduria, expects sales of 3 million phones.",
         ("Ann Lee", "employee", "University of Borduria", "current")),
    ],
)  # fmt: skip
def test_the_house_named_after_a_comma(extractor, text, expected):
    assert told(extractor, text) == {expected}


def test_an_analyst_is_not_of_the_company_watched(extractor):
    assert told(extractor, "Acme Corp makes phones. Analyst Ann Lee expects sales of 3 million phones.") == set()


def test_who_recommends_does_not_take_over(extractor):
    text = "Ann Lee, a director of Acme Corp, was recommended by Tom Hale to take over as CEO."
    assert ("Tom Hale", "executive", "Acme Corp", "incoming") not in told(extractor, text)


def test_a_blog_is_no_firm_that_one_runs(extractor):
    assert told(extractor, "Ann Lee trained in Borduria. She also runs the Anthill blog.") == set()


def test_a_headline_adds_no_shorter_title(extractor):
    found = extractor.extract(
        "Acme Corp named Ann Lee as its chief executive officer.", title="Acme Corp appoints Ann Lee as new head", published="2016-08-10"
    )
    assert [one.role for one in found if one.kind == "person"] == ["chief executive officer"]


def test_a_union_leader_holds_no_office_in_the_company(extractor):
    found = told(extractor, "Acme Corp will cut 400 jobs. The Oslo-based union leader Doug Roe says they are not happy.")
    assert not found


@pytest.mark.parametrize(
    ("text", "comes", "goes"),
    [
        ("Acme Corp said Ann Lee will succeed Tom Brook as Acme chairwoman in May.", ("chair", "incoming"), ("chair", "current")),
        ("Acme Corp's chief executive Tom Brook will leave in May. He'll be succeeded by Ann Lee.", ("executive", "incoming"), ("executive", "current")),
        ("Acme Corp makes paint. Chief executive Ann Lee, a chemist, took the reins in May from Tom Brook.", ("executive", "current"), ("executive", "former")),
        ("Acme Corp has named Ann Lee as its finance director. She succeeds Tom Brook.", ("executive", "current"), ("executive", "former")),
        ("Acme Corp has a new chairman. Ann Lee, once a judge, succeeds Tom Brook.", ("chair", "current"), ("chair", "former")),
        ("Acme Corp's finance chief Tom Brook has resigned. His job goes to Ann Lee.", ("executive", "current"), ("executive", "former")),
        ("Acme Corp turned to Ann Lee to replace Tom Brook as chief executive.", ("executive", "incoming"), ("executive", "current")),
        ("Acme Corp replaced Tom Brook with Ann Lee as chief executive.", ("executive", "current"), ("executive", "former")),
        ("Tom Brook will hand over as chairman of Acme Corp to Ann Lee.", ("chair", "incoming"), ("chair", "current")),
    ],
)
def test_an_office_handed_on(extractor, text, comes, goes):
    found = told(extractor, text)
    assert {("Ann Lee", comes[0], "Acme Corp", comes[1]), ("Tom Brook", goes[0], "Acme Corp", goes[1])} <= found
    assert len({(name, predicate) for name, predicate, *_ in found}) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp has poached Ann Lee from rival Globex to be its first finance director.", {("executive", "Acme Corp", "incoming")}),
        ("Acme Corp is getting a new finance director: Ann Lee will arrive in May.", {("executive", "Acme Corp", "incoming")}),
        ("Acme Corp makes pumps. Ann Lee recently set up Kestrel Airlines.", {("founder", "Kestrel Airlines", "current")}),
        ("Acme Corp makes pumps. Ann Lee, head of the country's biggest union, Kestrel Union, said so.", {("executive", "Kestrel Union", "current")}),
        ("Ann Lee, who started the Swedish spa group Acme Corp in 1983, was pleased.", {("founder", "Acme Corp", "current")}),
        ("Ann Lee has taken 12% of Acme Corp, a maker of tents, and becomes its executive chairman.", {("chair", "Acme Corp", "current")}),
        ("Acme Corp makes paint. Ann Lee, until then a chemist, got the top job in May.", {("executive", "Acme Corp", "current")}),
        ("Ann Lee, who chairs Acme Corp, was pleased.", {("chair", "Acme Corp", "current")}),
        ("Ann Lee, one of the Food Commission's five commissioners, was pleased.", {("official", "Food Commission", "current")}),
        ("Acme Corp, which is controlled by businesswoman Ann Lee, makes paint.", {("owner", "Acme Corp", "current")}),
        ("Acme Corp makes paint. Ann Lee, who heads the design department, was pleased.", {("executive", "Acme Corp", "current")}),
        ("Ann Lee, finance director of Acme Corp since 2011, who resigned on Monday, was pleased.", {("executive", "Acme Corp", "former")}),
        ("Ann Lee left Globex in 2012 and is now chairwoman of Acme Corp.", {("chair", "Acme Corp", "current")}),
        ("Acme Corp makes paint. Its treasurer, Ann Lee, was quickly named chief executive.", {("executive", "Acme Corp", "current")}),
        ("Acme Corp makes paint. Ann Lee resigned from her managing director's position in May.", {("executive", "Acme Corp", "former")}),
        (
            "Acme Corp makes paint. The board appointed Ann Lee, one of the other co-founders, as its chairwoman.",
            {("founder", "Acme Corp", "current"), ("chair", "Acme Corp", "current")},
        ),
        ("Acme Corp makes paint. It hired and lost Ann Lee as its sales director.", {("executive", "Acme Corp", "current")}),
        ("Ann Lee, the entrepreneur who founded sweets brand Acme Corp and sold it, was pleased.", {("founder", "Acme Corp", "current")}),
        ("Ann Lee still serves on Acme Corp's board.", {("chair", "Acme Corp", "current")}),
        ("Ann Lee - a former Acme Corp executive - was pleased.", {("executive", "Acme Corp", "former")}),
        ("Acme Corp has poached Globex Inc's head of sales, Ann Lee, to be its finance director.", {("executive", "Acme Corp", "incoming"), ("executive", "Globex Inc", "current")}),
        ("Joining Acme Corp as head of sales is Ann Lee. Acme Corp makes paint.", {("executive", "Acme Corp", "current")}),
        ("Acme Corp said Tom Brook will become its treasurer. He will succeed Ann Lee.", {("executive", "Acme Corp", "current")}),
        ("Acme Corp makes paint, and its founder and former chief executive, Ann Lee, is rich.", {("founder", "Acme Corp", "current"), ("executive", "Acme Corp", "former")}),
        ("Acme Corp will build a plant, MD Ann Lee said.", {("executive", "Acme Corp", "current")}),
        ("Acme Corp's Senior VP Ann Lee was pleased.", {("executive", "Acme Corp", "current")}),
        ("Acme Corp appointed Ann Lee VP for Asia.", {("executive", "Acme Corp", "current")}),
        ("Acme Corp makes drugs. Ann Lee, MD, who led the study, was pleased.", set()),
        ("Acme Corp makes paint. Ann Lee took over the shop from her father.", set()),
        ("Acme Corp makes paint. Ann Lee dresses as its clown.", set()),
        ("Acme Corp makes paint. Ann Lee met analysts and became angry.", set()),
        ("Acme Corp's board voted to remove Ann Lee as chief executive.", {("executive", "Acme Corp", "former")}),
        ("Acme Corp named Ann Lee, 52, to lead its Asian business.", {("executive", "Acme Corp", "incoming")}),
        ("Ann Lee was hired in March to run Acme Corp.", {("executive", "Acme Corp", "incoming")}),
        ("Acme Corp named Ann Lee to lead an inquiry into the fire.", set()),
        ("Ann Lee was chosen to lead talks with Acme Corp.", set()),
        ("Ann Lee has joined the board of directors of Acme Corp.", {("chair", "Acme Corp", "current")}),
        ("Ann Lee, 43, who has worked at Acme Corp for 15 years, was pleased.", {("employee", "Acme Corp", "current")}),
        ("Ann Lee, an engineer who worked for Acme Corp until 2011, was pleased.", {("employee", "Acme Corp", "former")}),
        ("Ann Lee, a lawyer who worked for Acme Corp on the sale, was pleased.", set()),
        ("Ann Lee, 48, who runs Acme Corp, was pleased.", {("executive", "Acme Corp", "current")}),
        ("Ann Lee, 48, who joined from Acme Corp in 2012, was pleased.", {("employee", "Acme Corp", "former")}),
        ("Ann Lee takes the reins at Acme Corp in October.", {("executive", "Acme Corp", "incoming")}),
        ("Acme Corp, the maker of Zeta pans, was co-founded by Ann Lee in 2009.", {("founder", "Acme Corp", "current")}),
        ("Acme Corp elected two new independent directors: Tom Hill, a former chief executive of Globex Inc, and Ann Lee, a lawyer.", {("chair", "Acme Corp", "current")}),
    ],
)
def test_offices_by_what_is_told_of_them(extractor, text, expected):
    assert {(predicate, object, status) for name, predicate, object, status in told(extractor, text) if name == "Ann Lee"} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp will cut emissions. President John Doe announced his decision to leave the climate accord.", set()),
        ("Acme Corp will open a plant. President John Doe praised the company.", set()),
        ('Acme Corp sold 3 million phones. "Demand is weak," President John Doe told a news conference.', {("John Doe", "executive", "Acme Corp", "current")}),
    ],
)
def test_a_president_in_politics_is_no_officer_of_the_company_told_of(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ann Lee and Tom Brook have resigned as chairwoman and chief executive of Acme Corp.",
            {("Ann Lee", "chair", "Acme Corp", "former"), ("Tom Brook", "executive", "Acme Corp", "former")},
        ),
        (
            "Acme Corp on Friday said co-founders Ann Lee and Tom Brook were on leave. Globex Inc owns it. Globex Inc makes paint.",
            {("Ann Lee", "founder", "Acme Corp", "current"), ("Tom Brook", "founder", "Acme Corp", "current")},
        ),
        ("Ann Lee, co-founder of Globex-owned messaging service Initech, was pleased.", {("Ann Lee", "founder", "Initech", "current")}),
        ("Ann Lee, who leads product planning for Acme Corp, was pleased.", {("Ann Lee", "executive", "Acme Corp", "current")}),
        ("Ann Lee, who once headed marketing at Acme Corp, was pleased.", {("Ann Lee", "executive", "Acme Corp", "former")}),
        ("Ann Lee, who runs the hedge fund Acme Capital, was pleased.", {("Ann Lee", "executive", "Acme Capital", "current")}),
        ("Ann Lee, Senior Vice President of Consumer Products for the Acme Corp, was pleased.", {("Ann Lee", "executive", "Acme Corp", "current")}),
        ("Ann Lee, who led talks for Acme Corp, was pleased.", set()),
        ("Ann Lee, who had worked for years with Tom Brook, became Acme Corp's head of design.", {("Ann Lee", "executive", "Acme Corp", "current")}),
        ("Acme Corp was founded in 1970 and bought by Ann Lee in 1988.", set()),
        ("Ann Lee , head of sales for Acme Corp , was pleased .", {("Ann Lee", "executive", "Acme Corp", "current")}),
        ("Ann Lee bought shares of Acme Corp. Billionaire Lee, its chairwoman, was pleased.", {("Ann Lee", "chair", "Acme Corp", "current")}),
        ("Norwegian Finance Minister Ann Lee told Acme Corp to pay 3 million euros.", {("Ann Lee", "official", "Norwegian", "current")}),
        ("Ann Lee, minister of transport for Norway, told Acme Corp to buy 3 ships.", {("Ann Lee", "official", "Norway", "current")}),
        ("Acme Corp sold 3 million phones. Ann Lee, the trade minister, was pleased.", set()),
    ],
)
def test_persons_in_twos_with_areas_of_work_and_of_the_state(extractor, text, expected):
    assert told(extractor, text) == expected


def test_what_an_office_is_over_is_part_of_the_title(extractor):
    claims = extractor.extract("Ann Lee became Acme Corp's head of design after Tom Brook left in May.", published="2016-08-10")
    assert {one.role for one in claims if one.kind == "person" and one.subject.name == "Ann Lee"} == {"head of design"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ohio Gov. Ann Lee praised Acme Corp.", {("Ann Lee", "official", "Ohio", "current")}),
        ("Kenyan President Ann Lee praised Acme Corp.", {("Ann Lee", "official", "Kenya", "current")}),
        ("New York Mayor Ann Lee and Ontario Premier Tom Brook praised Acme Corp.", {("Ann Lee", "official", "New York", "current"), ("Tom Brook", "official", "Ontario", "current")}),
        ("California Attorney General Ann Lee praised Acme Corp.", {("Ann Lee", "official", "California", "current")}),
        ("Bank of Norland Governor Ann Lee praised Acme Corp.", {("Ann Lee", "official", "Bank of Norland", "current")}),
        # nobody's officer in particular
        ("State Health Commissioner Dr. Ann Lee praised Acme Corp.", set()),
        ("Acme Corp was praised by President Barack Obama in May.", set()),
        ("Acme Corp's China President Ann Lee was pleased.", {("Ann Lee", "executive", "Acme Corp", "current")}),
        # what is said of the person before the title
        ("Ann Lee, as president of Acme Corp, took part in the talks.", {("Ann Lee", "executive", "Acme Corp", "current")}),
        ("Ann Lee, a Danish chemist and former head of the Institute for Oceans, was pleased.", {("Ann Lee", "executive", "Institute for Oceans", "former")}),
        ("Ann Lee, food and markets director at Acme Corp, was pleased.", {("Ann Lee", "executive", "Acme Corp", "current")}),
        ("Ann Lee, a retail specialist at Acme Corp, was pleased.", {("Ann Lee", "analyst", "Acme Corp", "current")}),
    ],
)
def test_officers_of_states_and_of_bodies(extractor, text, expected):
    claims = extractor.extract(text, published="2016-08-10", id="test")
    assert {(c.subject.name, c.predicate, c.object and c.object.name, c.status) for c in claims if c.kind == "person"} == expected


def test_what_an_officer_of_state_does_is_not_told_of_a_company(extractor):
    claims = extractor.extract("Acme Corp makes soap in Ohio. Ohio Gov. Ann Lee signed the bill on Friday.", published="2016-08-10", id="test")
    assert "signed" not in [c.predicate for c in claims]


def test_who_is_joined_is_the_object_of_the_verb(extractor):
    claims = extractor.extract("Ann Lee was the head of Acme Corp before joining Globex Corp in 2014.", published="2016-08-10")
    assert [(one.predicate, one.object.name) for one in claims if one.kind == "date"] == [("appointed", "Globex Corp")]


def test_whose_officer_is_told_outside_the_quote(extractor):
    text = 'Acme Corp mines coal. "We left the Globex Inc talks," CEO Jane Roe said. Director Ann Lee of Mintline said the same.'
    claims = [one for one in extractor.extract(text, published="2016-08-10", id="test") if one.kind == "person"]
    assert [(one.subject.name, one.object.name) for one in claims] == [("Jane Roe", "Acme Corp"), ("Ann Lee", "Mintline")]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        # several offices and houses
        ("Ann Lee, chair of both Acme Corp and the insurer Globex Mutual, was pleased.", {("chair", "Acme Corp"), ("chair", "Globex Mutual")}),
        ("Ann Lee sits on the boards of Acme Corp and Globex Inc.", {("chair", "Acme Corp"), ("chair", "Globex Inc")}),
        ("Ann Lee, president of Acme Corp and its largest shareholder, was pleased.", {("executive", "Acme Corp"), ("owner", "Acme Corp")}),
        ("Ann Lee, a director at Acme Corp and former finance chief of Globex Inc, was pleased.", {("executive", "Acme Corp"), ("executive", "Globex Inc")}),
        ('"It is good news," said Co-founder & CEO Ann Lee of Acme Corp.', {("founder", "Acme Corp"), ("executive", "Acme Corp")}),
        # a career by verbs
        ("Ann Lee, who headed Acme Corp until 2012, is back as chairwoman.", {("executive", "Acme Corp"), ("chair", "Acme Corp")}),
        ("Acme Corp said finance director Ann Lee was leaving to become chief executive of rival Globex Inc.", {("executive", "Acme Corp"), ("executive", "Globex Inc")}),
        ("Ann Lee, formerly of Globex Inc, founded Acme Corp.", {("employee", "Globex Inc"), ("founder", "Acme Corp")}),
        ("Ann Lee is 38. She founded the shoe maker Acme Corp in Leeds.", {("founder", "Acme Corp")}),
        ("Ann Lee joined Acme Corp in 2010. She was made chief executive two years later.", {("executive", "Acme Corp")}),
        ("Acme Corp, owned by the Greek shipping magnate Ann Lee, was closed.", {("owner", "Acme Corp")}),
        ("The CEO of Acme Corp is Captain Ann Lee.", {("executive", "Acme Corp")}),
        ("Ann Lee, head of research at Acme Securities, was pleased.", {("analyst", "Acme Securities")}),
        ("Ann Lee, head of research at Acme Foods, was pleased.", {("executive", "Acme Foods")}),
    ],
)  # fmt: skip
def test_several_ties_of_one_person(extractor, text, persons):
    assert {one[1:3] for one in told(extractor, text)} == {(predicate, name) for predicate, name in persons}


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Acme Corp promoted its head of sales, Ann Lee, to chief operating officer and Tom Hill to finance director.", {("Ann Lee", "Acme Corp"), ("Tom Hill", "Acme Corp")}),
        ("The board of Acme Corp has elevated Ann Lee as managing director and Rita Rao as whole-time director.", {("Ann Lee", "Acme Corp"), ("Rita Rao", "Acme Corp")}),
        ("Ann Lee becomes chief operating officer, Tom Hill chief risk officer and Rita Rao head of treasury at Acme Corp.",
         {("Ann Lee", "Acme Corp"), ("Tom Hill", "Acme Corp"), ("Rita Rao", "Acme Corp")}),
        ("Ann Lee succeeds Tom Hill, who ran the Osaka printer maker Acme Corp for eleven years.", {("Ann Lee", "Acme Corp"), ("Tom Hill", "Acme Corp")}),
        ("Ann Lee co-founded the lender Acme Corp with her husband, Tom Hill.", {("Ann Lee", "Acme Corp"), ("Tom Hill", "Acme Corp")}),
        # names that the model does not know
        ("The chief technology officer for Acme Networks, Shauna McBryde, blamed a cable.", {("Shauna McBryde", "Acme Networks")}),
        ("As chief information officer of the retailer Tessaly, Bukola Ogundele oversees much.", {("Bukola Ogundele", "Tessaly")}),
        ("Acme Corp was sold. Its founder, Anneke van der Westhuis, was pleased.", {("Anneke van der Westhuis", "Acme Corp")}),
        ("Adomako, 44, was previously marketing director at Acme Cola.", {("Adomako", "Acme Cola")}),
        ('"No decision has been taken yet," Hiroshi Nakagawa, a spokesman for Kansai Linen, said.', {("Hiroshi Nakagawa", "Kansai Linen")}),
        ("Acme Paper fell. Investors want proof, says Barclay Finch's retail analyst, Tom Hill.", {("Tom Hill", "Barclay Finch")}),
        ("Former Globex engineer Dmitri Sokolov started Parcelbee last year.", {("Dmitri Sokolov", "Globex"), ("Dmitri Sokolov", "Parcelbee")}),
    ],
)  # fmt: skip
def test_several_persons_and_names_of_all_sorts(extractor, text, persons):
    assert {(one[0], one[2]) for one in told(extractor, text)} == persons


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        # the office told where somebody leaves it
        ("Ann Lee is stepping down as the chief executive of Acme Corp. She said that she would stay on as chief executive until May. She will be replaced by Tom Hill.",
         {("Ann Lee", "executive", "Acme Corp", "current"), ("Tom Hill", "executive", "Acme Corp", "incoming")}),
        ("Acme Corp has picked Rita Rao as its next chairwoman. Rita Rao takes the reins from Tom Hill on September 1.",
         {("Rita Rao", "chair", "Acme Corp", "incoming"), ("Tom Hill", "chair", "Acme Corp", "current")}),
        # whose officer, and of which of two companies
        ("Ann Lee will remain a board director at Acme Corp's parent company, Globex Inc.", {("Ann Lee", "chair", "Globex Inc", "current")}),
        ("Acme Corp sells socks. Its chairman is the retail veteran Ann Lee.", {("Ann Lee", "chair", "Acme Corp", "current")}),
        ("Acme Corp makes paint. Ann Lee was at Globex Inc for 15 years, most recently as general manager.", {("Ann Lee", "executive", "Globex Inc", "former")}),
        ("Acme Corp named two vice-presidents on Tuesday: Ann Lee, who will oversee sales, and Tom Hill.",
         {("Ann Lee", "executive", "Acme Corp", "current"), ("Tom Hill", "executive", "Acme Corp", "current")}),
        ("Acme Corp will paint it, its chairman Eng. Patrick Muriuki said.", {("Patrick Muriuki", "chair", "Acme Corp", "current")}),
        ("Acme Corp has 45 shops, with Ann Lee as chairwoman and Tom Hill as finance director.",
         {("Ann Lee", "chair", "Acme Corp", "current"), ("Tom Hill", "executive", "Acme Corp", "current")}),
        ("With Ann Lee as chief executive, Acme Corp would have been sold.", set()),
        ("Acme Corp, which sells Kerryola and Sunwell, was founded by the grandfather, Con Lee, in 1934.", {("Con Lee", "founder", "Acme Corp", "current")}),
        ("Tom Hill has stepped down as chairman of Acme Corp. His elder son, Lee Hill, succeeds him.",
         {("Tom Hill", "chair", "Acme Corp", "former"), ("Lee Hill", "chair", "Acme Corp", "current")}),
        ("Acme Corp's finance director, Ann Lee, will succeed Tom Hill as chairman.",
         {("Ann Lee", "executive", "Acme Corp", "current"), ("Ann Lee", "chair", "Acme Corp", "incoming"), ("Tom Hill", "chair", "Acme Corp", "current")}),
        # not the title of the one before
        ("Tom Hill worked at Acme Corp, where he was head of equities and Ann Lee ran.", {("Tom Hill", "executive", "Acme Corp", "former")}),
    ],
)  # fmt: skip
def test_offices_told_in_another_sentence_or_of_another_house(extractor, text, persons):
    assert told(extractor, text) == persons


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        # officers of states: the country's, by a body's name, of the union
        ("Acme Corp fell. Norway's petroleum minister Ann Lee and Swedish energy minister Tom Hill met.",
         {("Ann Lee", "official", "Norway", "current"), ("Tom Hill", "official", "Swedish", "current")}),
        ("Acme Corp fell. The German finance minister, Ann Lee, agreed with French President Tom Hill.",
         {("Ann Lee", "official", "German", "current"), ("Tom Hill", "official", "French", "current")}),
        ("Acme Corp fell. Treasury Secretary Ann Lee met EU trade commissioner Tom Hill.",
         {("Ann Lee", "official", "Treasury", "current"), ("Tom Hill", "official", "EU", "current")}),
        ("The vote was cleared by the National Labor Relations Board. Acme Corp fell. Ann Lee, the board's regional director, was glad.",
         {("Ann Lee", "official", "National Labor Relations Board", "current")}),
        ("Ann Lee, a former safety director and foreman for Globex Coal, was glad.", {("Ann Lee", "executive", "Globex Coal", "former")}),
        # who watches a company, and for whom
        ("Ann Lee, an analyst who covers Acme Corp for Raymond Hill, was glad.", {("Ann Lee", "analyst", "Raymond Hill", "current")}),
        ("Acme Corp fell. Ann Lee, a UK investment banker who has advised Acme Corp, was glad.", set()),
        ("Acme Corp fell. Ann Lee, from Sam Hill investment bank, said so.", {("Ann Lee", "analyst", "Sam Hill", "current")}),
        ("Acme Corp fell. Ann Lee of Globex Capital Markets said so.", {("Ann Lee", "analyst", "Globex Capital Markets", "current")}),
        # those who died, went before or stay
        ("Acme Corp mourned the death of president Tom Hill.", {("Tom Hill", "executive", "Acme Corp", "former")}),
        ("Lawyers for former Acme Corp chief executive Mr Lee were glad.", {("Lee", "executive", "Acme Corp", "former")}),
        ("Acme Corp fell. As chief operating officer, Ann Lee will oversee it on a daily basis.", {("Ann Lee", "executive", "Acme Corp", "incoming")}),
        ("Ex-Acme Corp chief Ann Lee was glad.", {("Ann Lee", "executive", "Acme Corp", "former")}),
        ("Acme Corp named Ann Lee as its next chief executive. The 45-year-old succeeds Tom Hill, who will remain a board member.",
         {("Ann Lee", "executive", "Acme Corp", "incoming"), ("Tom Hill", "executive", "Acme Corp", "current"), ("Tom Hill", "chair", "Acme Corp", "current")}),
        ("Ann Lee, 54, was named president and chief operating officer of Acme Corp on Monday.", {("Ann Lee", "executive", "Acme Corp", "current")}),
        # owners, in twos and between dashes
        ("Acme Corp fell. Its largest shareholders, the Irish tycoons Ann Lee and Tom Hill, were glad.",
         {("Ann Lee", "owner", "Acme Corp", "current"), ("Tom Hill", "owner", "Acme Corp", "current")}),
        ("Ann Lee - Acme Corp's largest investor - was glad.", {("Ann Lee", "owner", "Acme Corp", "current")}),
    ],
)  # fmt: skip
def test_officers_of_states_watchers_owners_and_those_who_left(extractor, text, persons):
    assert told(extractor, text) == persons


def test_what_an_office_is_over_may_be_theirs(extractor):
    claims = extractor.extract("Acme Corp named Ann Lee head of its Indian unit.", id="test")
    assert [one.role for one in claims if one.kind == "person"] == ["head of its Indian unit"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Australian government is against the bid for Acme Corp by a rival. Trade Minister Ann Lee said so.", {("Ann Lee", "official", "Australia", "Trade Minister")}),
        ("Acme Corp makes pumps in Kenya. Prime Minister Ann Lee said Kenya would buy some.", {("Ann Lee", "official", "Kenya", "Prime Minister")}),
        ("Acme Corp makes pumps in Kenya. Immigration Minister Ann Lee said so in Kenya.", {("Ann Lee", "official", "Kenya", "Immigration Minister")}),
        ("Acme Corp met India's petroleum minister Ann Lee.", {("Ann Lee", "official", "India", "petroleum minister")}),
        ("Acme Corp was sued by the Department of Justice under former President Ann Lee.", set()),
    ],
)
def test_ministers_whose_country_is_told_elsewhere(extractor, text, expected):
    claims = extractor.extract(text, published="2016-08-10", id="test")
    assert {(c.subject.name, c.predicate, c.object and c.object.name, c.role) for c in claims if c.kind == "person"} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp makes pumps. Ann Lee from Globex Bank said shares of Acme Corp were dear.", {("Ann Lee", "analyst", "Globex Bank", "current")}),
        ("Acme Corp makes pumps. Ann Lee from Globex Corp said shares of Acme Corp were dear.", set()),
        ("Ann Lee, an analyst who covers Acme Corp for Globex Securities, said shares were dear.", {("Ann Lee", "analyst", "Globex Securities", "current")}),
        ("Fund manager Ann Lee - Acme Corp's largest investor - said so.", {("Ann Lee", "owner", "Acme Corp", "current")}),
        ("Acme Corp makes pumps. Since Ann Lee's appointment as chief executive in 1999, it has sold shops.", {("Ann Lee", "executive", "Acme Corp", "current")}),
        ("Acme Corp makes pumps. Ann Lee's departure as finance director of Acme Corp was a surprise.", {("Ann Lee", "executive", "Acme Corp", "former")}),
        ("Globex Corp settled with two former Acme Corp managers, Ann Lee and Tom Brook.", {("Ann Lee", "executive", "Acme Corp", "former"), ("Tom Brook", "executive", "Acme Corp", "former")}),
        ("Acme Corp was founded by Oslo-based travel agent Ann Lee and her brother Tom Lee.", {("Ann Lee", "founder", "Acme Corp", "current"), ("Tom Lee", "founder", "Acme Corp", "current")}),
        ("Ann Lee was one of the founders of Acme Corp in Oslo.", {("Ann Lee", "founder", "Acme Corp", "current")}),
        ("The owner of brands such as Dairy Cream, Dr Salt and Zeta has sales of £3bn. Acme Corp makes sweets.", set()),
    ],
)
def test_ties_told_by_nouns_lists_and_asides(extractor, text, expected):
    claims = extractor.extract(text, published="2016-08-10", id="test")
    assert {(c.subject.name, c.predicate, c.object and c.object.name, c.status) for c in claims if c.kind == "person"} == expected


@pytest.mark.parametrize(
    ("telling", "employer", "status"),
    [
        # held until some time
        ("Ann Lee, Acme Corp's chief executive until last week, is calm.", "Acme Corp", "former"),
        ("Ann Lee, chief executive of Acme Corp until May, is calm.", "Acme Corp", "former"),
        ("Ann Lee, chief executive of Acme Corp from 1998 to 2004, is calm.", "Acme Corp", "former"),
        ("Ann Lee, chief executive of Acme Corp until next May, is calm.", "Acme Corp", "current"),
        ("Ann Lee, Acme Corp's chief executive, said it would wait until May.", "Acme Corp", "current"),
        # of what a house is, and then its name
        ("Ann Lee, a manager of Norland's state oil firm, Globex, is calm.", "Globex", "current"),
        ("Ann Lee, vice president of the country's largest bank, the Globex Bank, said so.", "Globex Bank", "current"),
        # of a house named nowhere else
        ("Ovum's director of research Ann Lee is calm.", "Ovum", "current"),
        ("Ovum's director Ann Lee is calm.", "Ovum", "current"),
        ("Ann Lee, director of telecoms research at Ovum, is calm.", "Ovum", "current"),
        ("Ann Lee, head of sales for Ovum, is calm.", "Ovum", "current"),
    ],
)
def test_offices_held_until_a_time_and_at_a_house_named_once(extractor, telling, employer, status):
    assert told(extractor, f"Acme Corp is big. {telling}") == {("Ann Lee", "executive", employer, status)}


def test_a_title_ends_before_who_says_it(extractor):
    told_by = 'Norland is rich. "We wish that its head office stays in the land," {} added.'
    assert told(extractor, "Acme Corp is big. " + told_by.format("Ann Lee, Acme Corp's head of economic affairs")) == {("Ann Lee", "executive", "Acme Corp", "current")}
    claims = extractor.extract("Acme Corp is big. " + told_by.format("Ann Lee, Acme Corp's head of economic affairs"), published="2016-08-10", id="test")
    assert [one.role for one in claims if one.kind == "person"] == ["head of economic affairs"]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Tom Hill became chief executive of Acme Corp in 2014. His predecessor, Ann Lee, lasted a year.", {("Tom Hill", "current"), ("Ann Lee", "former")}),
        ("Acme Corp's chief executive, Tom Hill, leaves in May. Hill's successor, Ann Lee, runs its shops.", {("Tom Hill", "current"), ("Ann Lee", "incoming")}),
        ("Acme Corp's chairman, Tom Hill, 71, is to hand over to his nephew, Sam Hill, next year.", {("Tom Hill", "current"), ("Sam Hill", "incoming")}),
        ("Tom Hill became chief executive of Acme Corp in 2014. The car is better than its predecessor, the Zeta.", {("Tom Hill", "current")}),
    ],
)
def test_who_held_an_office_before_and_who_holds_it_next(extractor, text, persons):
    assert {(name, status) for name, predicate, _, status in told(extractor, text) if predicate in ("executive", "chair")} == persons


@pytest.mark.parametrize("role", ["Governor", "Deputy governor"])
def test_the_governor_of_the_central_bank_spoken_of(extractor, role):
    text = f"The Bank of Norland kept its key rate at 2% on Thursday. {role} Ann Lee told reporters that inflation would fall to 3%."
    assert told(extractor, text) == {("Ann Lee", "official", "Bank of Norland", "current")}


def test_who_speaks_for_a_broker_named_in_the_possessive_is_an_analyst(extractor):
    assert told(extractor, "Acme Corp sold 30 cars. \"It was a great month for all,\" Globex Securities' Ola Berg wrote.") == {("Ola Berg", "analyst", "Globex Securities", "current")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee spent 15 years at Globex Inc, where she ran a unit, and most recently led Initech, a chain of shops. Acme Corp has hired her.", {("employee", "Globex Inc", "former"), ("executive", "Initech", "former")}),
        ("Acme Corp said that three of its directors, Tom Hill, Ann Lee and Sam Poe, had resigned.", {("executive", "Acme Corp", "former")}),
        ("Acme Corp is led by Ann Lee. Before that Ann Lee was finance director of Initech and a partner at Globex Inc, the broker.",
         {("executive", "Acme Corp", "current"), ("executive", "Initech", "former"), ("executive", "Globex Inc", "former")}),
        ("Acme Corp said that its company secretary, Ann Lee, would leave to join Globex Inc as general counsel.", {("executive", "Acme Corp", "current"), ("executive", "Globex Inc", "incoming")}),
        ("Zetapay, which Ann Lee founded in 2014, has 40 employees.", {("founder", "Zetapay", "current")}),
        ("Acme Corp was founded by Tom Hill and Ann Lee, former engineers at Globex Inc.", {("founder", "Acme Corp", "current"), ("employee", "Globex Inc", "former")}),
        ("Acme Corp raised $3m from Globex Capital and angel investor Ann Lee.", {("owner", "Acme Corp", "current")}),
        # an office told without its house is of the one that she was said to be of before
        ("Acme Bank lost staff. Acme Bank was founded in 1990. It lent to Zetapay, which Tom Hill founded with his friend Ann Lee.\n\nLee, who is chief technology officer, was pleased.",
         {("founder", "Zetapay", "current"), ("executive", "Zetapay", "current")}),
        ("Zetapay has raised $3m. Zetapay makes software. Globex Capital led the round in Zetapay. Globex partner Ann Lee will take a seat on the board.", {("executive", "Globex Capital", "current"), ("chair", "Zetapay", "incoming")}),
        ("Acme Corp is to cut 400 jobs. The GMB union was shocked. Regional officer Ann Lee was angry.", {("executive", "GMB", "current")}),
        ("Acme Corp is to cut 400 jobs. Ann Lee, a lawyer, was angry.", set()),
        ("Halden mayor Ann Lee met the head of Acme Corp.", {("official", "Halden", "current")}),
        # Indian English, and what follows the title after a comma
        ("Acme Corp managing director Ann Lee has put in her papers.", {("executive", "Acme Corp", "former")}),
        ("Acme Corp has roped in Globex Foods' Ann Lee as country head.", {("executive", "Acme Corp", "current")}),
        ("Acme Corp makes paint. Ann Lee, 46, is likely to join Globex Inc as its chief business officer.", {("executive", "Globex Inc", "incoming")}),
        ("Acme Corp makes paint. Ann Lee was earlier vice-president, sales, at Globex Inc.", {("executive", "Globex Inc", "former")}),
        ("Acme Corp makes paint. Ann Lee had left the company to join Globex Inc as finance chief.", {("executive", "Globex Inc", "current")}),
        ("Co-founders Tom Hill, Sam Poe and Ann Lee, who started Acme Corp in 2006, will stay.", {("founder", "Acme Corp", "current")}),
        ("The Norland Oil Directorate (NOD) regulates Acme Corp. NOD director general Ann Lee was pleased.", {("executive", "Norland Oil Directorate", "current")}),
        ("Norway's oil output will rise, Petroleum and Energy Minister Ann Lee said. Acme Corp pumps it.", {("official", "Norway", "current")}),
        ("Acme Corp has hired Ann Lee, formerly of Initech, to head its Indian business.", {("executive", "Acme Corp", "incoming"), ("employee", "Initech", "former")}),
        ("Acme Corp promoted Ann Lee to head of sales.", {("executive", "Acme Corp", "current")}),
        ("Acme Corp's chairman, former Norwegian finance minister Ann Lee, owns a boat.", {("chair", "Acme Corp", "current"), ("official", "Norwegian", "former")}),
        ("Acme Corp's biggest shareholder is its founder, 82-year-old Ann Lee.", {("founder", "Acme Corp", "current")}),
        ("Acme Corp will build a hotel. Council leader Ann Lee was pleased.", set()),
        ("Acme Corp appointed Tom Hill as acting chief executive following the sudden resignation of Ann Lee.", {("executive", "Acme Corp", "former")}),
        ("Ann Lee, a critic of Acme Corp, sits on the boards of Globex Inc and Initech.", {("chair", "Globex Inc", "current"), ("chair", "Initech", "current")}),
        ("Acme Corp was founded by former lawyer Ann Lee in 1999.", {("founder", "Acme Corp", "current")}),
        ("Acme Corp, owned by tycoon Ann Lee's Globex Group, shut a shop.", {("owner", "Globex Group", "current")}),
        ("Acme Corp was happy with Ann Lee's Zeta.", set()),
        ("Acme Corp has poached Initech's Ann Lee to run its shops.", {("executive", "Acme Corp", "incoming")}),
        ("Acme Corp makes paint. Ann Lee was most recently head of markets at Initech.", {("executive", "Initech", "former")}),
        ("Acme Corp makes paint. Initech's head of European equities, Ann Lee, was pleased.", {("executive", "Initech", "current")}),
        ("Acme Corp fired Tom Hill. His lawyer, Ann Lee, was sorry.", set()),
        ("Acme Corp's first book was made into a film by director Ann Lee.", set()),
        ("Acme Corp is to build a plant. The city will give it $2 million, economic development manager Ann Lee said.", set()),
        ("Shop manager Ann Lee said Acme Corp had sold 300 copies.", {("executive", "Acme Corp", "current")}),
        # still to begin, told in the next sentence
        ("Acme Corp named Ann Lee as finance chief on Monday. She will take up the role in September.", {("executive", "Acme Corp", "incoming")}),
        ("Acme Corp named Ann Lee as finance chief on Monday. The change takes effect immediately.", {("executive", "Acme Corp", "current")}),
        ("Senior independent director Ann Lee spoke for Acme Corp.", {("chair", "Acme Corp", "current")}),
        # news of who is to come, unless it is told that she is there already
        ("Acme Corp has appointed Ann Lee as chief executive, as it goes on opening shops.", {("executive", "Acme Corp", "incoming")}),
        ("Acme Corp has appointed Ann Lee as chief executive with immediate effect.", {("executive", "Acme Corp", "current")}),
        ("Acme Corp has named Ann Lee chief executive after the departure of Tom Brook.", {("executive", "Acme Corp", "current")}),
        ("Acme Corp named Ann Lee chief executive in 2012.", {("executive", "Acme Corp", "current")}),
        ("Acme Corp said that Ann Lee will be joining the company as its head of sales.", {("executive", "Acme Corp", "incoming")}),
        ("The baker Acme Corp said Ann Lee has ceased to be a director of the company.", {("executive", "Acme Corp", "former")}),
        ("Ann Lee, who took over as Acme Corp chief executive in January, was pleased.", {("executive", "Acme Corp", "current")}),
        ("Ann Lee, who stepped down as Acme Corp chief executive in January, bought a boat.", {("executive", "Acme Corp", "former")}),
        ("Acme Corp, run by former Globex Inc manager Ann Lee, sells shoes.", {("executive", "Acme Corp", "current"), ("executive", "Globex Inc", "former")}),
        ("Acme Corp, chaired by former Globex Inc editor Ann Lee, sells shoes.", {("chair", "Acme Corp", "current"), ("executive", "Globex Inc", "former")}),
        ("Acme Corp, owned by former Globex Inc chief executive Ann Lee, sells shoes.", {("owner", "Acme Corp", "current"), ("executive", "Globex Inc", "former")}),
        ("Acme Corp, founded by Tom Brook and headed by his daughter Ann Lee, sells shoes.", {("executive", "Acme Corp", "current")}),
        ("The board of Acme Corp elected Tom Hill, 61, a retired Globex Inc manager, as its chairman, replacing Ann Lee.", {("chair", "Acme Corp", "former")}),
        # offices in a row: each has its own house
        ("Guests of Acme Corp were Tom Hill, chairman of the Oslo Stock Exchange, Ann Lee, the chief executive of Initech, and Jo Poe, a banker.",
         {("executive", "Initech", "current")}),
        # the house stands between the office and its holder, or what the office is over does
        ("The Managing Director, Globex Bank Plc, Mrs. Ann Lee, said Acme Corp was well.", {("executive", "Globex Bank Plc", "current")}),
        ("Globex Bank's Executive Director, Retail Banking, Mrs Ann Lee, said Acme Corp was well.", {("executive", "Globex Bank", "current")}),
        ("Ann Lee, Group Head, Corporate Communications, Globex Bank, said Acme Corp was well.", {("executive", "Globex Bank", "current")}),
        ("Acme Corp vice-president (sales and marketing) Ann Lee said it was well.", {("executive", "Acme Corp", "current")}),
        ("Acme Corp's president Ann Lee says dear steel left the firm without a choice.", {("executive", "Acme Corp", "current")}),
        ("Acme Corp has promoted Ann Lee to be its chief executive.", {("executive", "Acme Corp", "incoming")}),
        ("At Acme Corp, Ann Lee will assume the role of head of sales in May.", {("executive", "Acme Corp", "incoming")}),
        ("Acme Corp said Tom Hill would run it, with Ann Lee taking over as finance director.", {("executive", "Acme Corp", "incoming")}),
        ("The next head of design at Acme Corp is a Dane. Her replacement as buyer, Ann Lee, will begin in May.", {("employee", "Acme Corp", "incoming")}),
        ("Ann Lee was re-elected chairwoman of Acme Corp.", {("chair", "Acme Corp", "current")}),
        ("Ann Lee, a director of Acme Corp, has submitted her resignation.", {("executive", "Acme Corp", "former")}),
        ("Acme Corp is run by Tom Hill. Ann Lee, who ran Initech until 2012, now chairs Globex Inc.", {("executive", "Initech", "former"), ("chair", "Globex Inc", "current")}),
        ("Acme Corp was sold to former News of the Fens editor Ann Lee.", {("executive", "News of the Fens", "former")}),
        ("Ann Lee, Vice President of Marketing & Training, said Acme Corp was well.", {("executive", "Acme Corp", "current")}),
        ("Ann Lee, chief executive-designate of Acme Corp, was pleased.", {("executive", "Acme Corp", "incoming")}),
        ("Ann Lee, who takes up her post as Acme Corp's chief executive on September 1, was pleased.", {("executive", "Acme Corp", "incoming")}),
        ("Acme Corp finance chief Ann Lee and sales head Tom Hill have both resigned.", {("executive", "Acme Corp", "former")}),
        ("Acme Corp's longtime chairwoman, Ann Lee, died on Sunday.", {("chair", "Acme Corp", "former")}),
        ("Acme Corp said Ann Lee had been appointed to its board as a non-executive director.", {("chair", "Acme Corp", "current")}),
        ("The inquiry, chaired by former judge Ann Lee, cleared Acme Corp.", set()),
        ("Ann Lee is out as chief executive of Acme Corp after a year.", {("executive", "Acme Corp", "former")}),
        ("Acme Corp finance chief Ann Lee was shown the door.", {("executive", "Acme Corp", "former")}),
        ("Tom Hill, the son of Acme Corp founder Ann Lee, sits on its board.", {("founder", "Acme Corp", "current")}),
        ("Ann Lee has been a good partner to Acme Corp.", set()),
        ("Acme Corp announced the retirement of two non-executive directors, Mrs. Ann Lee and Mr. Tom Hill.", {("chair", "Acme Corp", "former")}),
        ("Tom Hill, who has led Acme Corp since 2012, will go in May. He will be replaced by Ann Lee.", {("executive", "Acme Corp", "incoming")}),
        ("Acme Corp makes paint. Ann Lee joined from Globex, where she was treasurer, and runs its shops.", {("executive", "Globex", "former")}),
        ("Acme Corp said Ann Lee was elevated to the post of president (Asia) at Initech.", {("executive", "Initech", "current")}),
        ("Acme Corp employee Ann Lee was pleased.", {("employee", "Acme Corp", "current")}),
        ("Acme Corp, which co-founders Tom Hill and Ann Lee call a shop, has 40 tables.", {("founder", "Acme Corp", "current")}),
        # each office stands before its holder, as "Mr" and "Mrs" show
        ("Guests of Acme Corp were the Chairman of Initech, Mr. Tom Hill, President of the Norland Stock Exchange, Mrs. Ann Lee, and the head of Globex Inc, Mr. Sam Poe.",
         {("executive", "Norland Stock Exchange", "current")}),
    ],
)  # fmt: skip
def test_careers_and_houses_told_by_and_by(extractor, text, expected):
    assert {(predicate, object, status) for name, predicate, object, status in told(extractor, text) if name == "Ann Lee"} == expected


def test_who_had_gone_did_not_leave_on_the_day_the_successor_was_named(extractor):
    text = "Acme Corp named Tom Hill as its chief executive on Monday, replacing Ann Lee, who stepped down in February."
    claims = extractor.extract(text, published="2021-06-15")
    assert {(one.predicate, one.subject.name, str(one.period.start)) for one in claims if one.kind == "date"} == {
        ("appointed", "Tom Hill", "2021-06-14"), ("departed", "Ann Lee", "2021-02-01"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "employer", "role"),
    [
        ("Acme Corp Director-General Jane Roe said demand was strong.", "Acme Corp", "Director-General"),
        ("Acme Corp Director (Marketing) Jane Roe said demand was strong.", "Acme Corp", "Director (Marketing)"),
        ("Acme Corp Director Sales & Marketing Jane Roe said demand was strong.", "Acme Corp", "Director Sales & Marketing"),
        ("Acme Corp Director Sales, Marketing and Service Jane Roe said demand was strong.", "Acme Corp", "Director Sales, Marketing and Service"),
        ("Norland's Minister of Finance Jane Roe said Acme Corp would open shops.", "Norland", "Minister of Finance"),
        ("Kenya's Trade and Industry Minister Jane Roe said Acme Corp would open shops.", "Kenya", "Trade and Industry Minister"),
        ("Rwanda's Minister for Trade and Industry Jane Roe said Acme Corp would open shops.", "Rwanda", "Minister for Trade and Industry"),
    ],
)
def test_titles_in_capitals_with_what_they_are_over(extractor, text, employer, role):
    (claim,) = [c for c in extractor.extract(text, id="test") if c.kind == "person"]
    assert (claim.subject.name, claim.object.name, claim.role) == ("Jane Roe", employer, role)
    assert claim.predicate == ("official" if "Minister" in role else "executive")


def test_what_an_office_is_over_is_no_person(extractor):
    text = "Acme Corp has hired Ann Lee. She served as Vice President, Clinical Development, at Globex Inc."
    assert {name for name, *_ in told(extractor, text)} == {"Ann Lee"}


@pytest.mark.parametrize("owner", ["chief financial officer of Acme Corp", "the company's chief financial officer, Acme Corp said"])
def test_who_is_stepping_down_still_holds_the_office(extractor, owner):
    (claim,) = [c for c in extractor.extract(f"Acme Corp makes lifts. Jane Roe is stepping down as {owner}.", id="test") if c.kind == "person"]
    assert (claim.subject.name, claim.object.name, claim.role, claim.status) == ("Jane Roe", "Acme Corp", "chief financial officer", "current")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Bank promoted Ann Lee, Sarah Miller and David Jones to managing director.", {(name, "executive", "Acme Bank", "current") for name in ("Ann Lee", "Sarah Miller", "David Jones")}),
        ("Acme Bank makes loans. Ann Lee, who heads the life business, was glad.", {("Ann Lee", "executive", "Acme Bank", "current")}),
        # of a county, not of the company
        ("Acme Bank makes loans. Norland County development director Ann Lee was glad.", set()),
        ("Acme Bank has a venture with Globex Inc. It said Ann Lee would chair it.", set()),
        ("Acme Bank makes loans. Globex Inc named former state treasurer Ann Lee to a panel.", set()),
        ("Acme Bank makes loans. It grew.\n\nSoftware firm Globex Inc said co-founder Ann Lee would go.", {("Ann Lee", "founder", "Globex Inc", "current")}),
    ],
)
def test_several_promoted_and_who_is_of_no_company(extractor, text, expected):
    assert told(extractor, text) == expected


def test_a_union_of_capitals_is_the_house_of_its_organiser(extractor):
    text = "Acme Corp workers were angry. GBU organiser Jane Roe said the plant had let them down."
    assert [one.object.name for one in extractor.extract(text, published="2021-06-15", id="test") if one.kind == "person"] == ["GBU"]
