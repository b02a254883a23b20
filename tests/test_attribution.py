"""Who says so, for whom, where and when."""

import datetime as dt

import pytest


def quote_in(extractor, text):
    [claim] = [one for one in extractor.extract(text, published="2016-05-20") if one.kind == "quote"]
    return claim


@pytest.mark.parametrize(
    ("said", "medium"),
    [
        ("said Jane Roe in an interview with the Daily Herald", "Daily Herald"),
        ("Jane Roe told CNBC", "CNBC"),
        ("Jane Roe, chief executive of Globex, told the Evening Post newspaper", "Evening Post"),
        ("Jane Roe told analysts", None),
        ("Jane Roe told the European Commission", None),
    ],
)
def test_the_medium_somebody_spoke_to(extractor, said, medium):
    claim = quote_in(extractor, f'Globex Corp makes lifts. "We will not sell the lift business," {said}.')
    assert (claim.attribution.medium if claim.attribution else None) == medium


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        # who acts in the sentence after a quote is not who spoke
        ('Jane Roe of Globex said, "We want to know what happened." The plant was shut, and Acme Corp confirmed it in May.', "Jane Roe", "We want to know what happened."),
        ('Globex said the deal was fair, with analyst Jane Roe saying "The price is the highest that was ever paid."', "Jane Roe", "The price is the highest that was ever paid."),
        ('Jane Roe was sad. "It\'s a pity," said Jane Roe. "I hoped to grow old here."', "Jane Roe", "It's a pity, I hoped to grow old here."),
        # a name and a title before a colon
        ('Globex fell.\n\nJane Roe, food analyst, Acme Securities: "Buyers had feared this since spring."', "Jane Roe", "Buyers had feared this since spring."),
        # a turn that opens with a word or two
        ('"Our customers," said Jane Roe of Globex, "want bread that tastes of something."', "Jane Roe", "Our customers, want bread that tastes of something."),
        # words quoted within a sentence are not joined to what the next paragraph quotes
        ('Jane Roe of Globex called it "big".\n\n"We want to know what happened," Jane Roe said.', "Jane Roe", "We want to know what happened,"),
        # a spokesman without a name speaks for the company that is spoken of
        ('Acme Corp will shut its Leeds plant.\n\nA spokesman said: "We will do what we can for our people."', "Acme Corp", "We will do what we can for our people."),
        ('Acme Corp will shut its Leeds plant.\n\n"We will do what we can for them," said a company spokeswoman.', "Acme Corp", "We will do what we can for them,"),
        ('Acme Corp will shut its Leeds plant.\n\n"We will do what we can for them," a spokesman told the Daily Herald.', "Acme Corp", "We will do what we can for them,"),
        ('Acme Corp sold the plant. Globex Inc bought it in May. A spokesman said: "We will do what we can for them."', "Globex Inc", "We will do what we can for them."),
        ('"We\'re sorry," a spokeswoman for Acme Corp said. "This plant has served us well."', "Acme Corp", "We're sorry, This plant has served us well."),
        ('Acme Corp will shut its plant. Leeds City Council was told.\n\nA council spokesman said: "We will do what we can for them."', "Leeds City Council", "We will do what we can for them."),
        ('Acme Corp got a bid.\n\nThe statement added: "There may be no offer in the end."', "Acme Corp", "There may be no offer in the end."),
        # paragraphs left open
        ('Acme Corp grew.\n\n"We will open more shops.\n\n"We will also hire more people," said Jane Roe, its boss.', "Jane Roe", "We will open more shops. We will also hire more people,"),
        ('Acme Corp grew.\n\nJane Roe: "We had no choice, I fear."', "Jane Roe", "We had no choice, I fear."),
    ],
)
def test_who_speaks(extractor, text, speaker, words):
    claim = quote_in(extractor, text)
    assert (claim.subject.name, claim.text) == (speaker, words)


@pytest.mark.parametrize("who", ["A council spokesman", "A spokesman for the council", "A police spokeswoman", "One worker, who gave no name,", "An Acme Corp source", "One Acme Corp worker"])
def test_who_speaks_for_others_than_the_company(extractor, who):
    text = f'Acme Corp will shut its Leeds plant.\n\n{who} said: "We will do what we can for our town."'
    assert not [one for one in extractor.extract(text, published="2016-05-20") if one.kind == "quote"]


def test_who_has_no_name_speaks_again(extractor):
    text = 'Acme Corp will shut its Leeds plant.\n\nA spokesman said: "We will do what we can for them."\n\nHe added: "We hope to find them other jobs."'
    claims = [one for one in extractor.extract(text, published="2016-05-20") if one.kind == "quote"]
    assert [one.subject.name for one in claims] == ["Acme Corp", "Acme Corp"]


def test_a_quote_behind_another_name_is_no_part_of_the_turn_before(extractor):
    text = 'Globex cut jobs. "I feel for the families," Jane Roe told reporters. Union leader John Doe accused her of "weeping false tears before the press".'
    claims = [one for one in extractor.extract(text, published="2016-05-20") if one.kind == "quote"]
    assert [(one.subject.name, one.text) for one in claims] == [("Jane Roe", "I feel for the families,"), ("John Doe", "weeping false tears before the press")]


def test_what_a_film_is_called_is_not_said(extractor):
    text = 'The film, called "The Last of the Winter Wine", was made by Acme Corp, its boss Jane Roe said.'
    assert not [one for one in extractor.extract(text, published="2016-05-20") if one.kind == "quote"]


def test_words_quoted_late_on_a_shelf_are_nobodys(extractor):
    text = 'Globex\'s lift will be in shops "in the coming weeks." Pictures of it emerged in May, and Acme Corp confirmed it would sell the lift.'
    assert not [one for one in extractor.extract(text, published="2016-05-20") if one.kind == "quote"]


def test_the_person_next_to_the_verb_speaks_not_the_employer(extractor):
    text = 'Globex Enterprises vice-chairman and managing director Jane Roe said: "The slowdown has had only a marginal impact."'
    assert quote_in(extractor, text).subject.name == "Jane Roe"


def test_a_speaker_speaks_for_the_organization_the_article_names(extractor):
    claims = extractor.extract('Globex Corp makes lifts. Its president, Jane Roe, said Acme Ltd sold 300 lifts in 2015.')
    [sales] = [one for one in claims if one.kind == "sales"]
    assert sales.attribution.speaker.name == "Jane Roe"
    assert sales.attribution.organization.name == "Globex Corp"


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Globex Corp said on Tuesday that it sold 3 million phones in 2015.", dt.date(2016, 5, 17)),
        ("Globex Corp on Tuesday said it sold 3 million phones in 2015.", dt.date(2016, 5, 17)),
        ("Globex Corp told reporters in Oslo on Tuesday that it sold 3 million phones in 2015.", dt.date(2016, 5, 17)),
        ("Globex Corp said it sold 3 million phones on Tuesday.", None),
        ("Globex Corp sold 3 million phones in 2015.", None),
    ],
)
def test_when_it_was_said(extractor, text, stated):
    [sales] = [one for one in extractor.extract(text, published="2016-05-20") if one.kind == "sales"]
    assert (sales.stated.start if sales.stated else None) == stated


def test_a_fragment_before_a_whole_quote_is_not_its_beginning(extractor):
    text = 'Globex Corp said it was "glad about what the year holds for it" abroad. "The purchase of Acme Corp will hurt earnings," Globex Corp said.'
    assert quote_in(extractor, text).text.startswith("The purchase")


def test_the_source_of_the_estimates_is_not_that_of_the_results(extractor):
    told = extractor.extract("Globex Corp earned $1.65 a share, topping estimates of $1.63, according to Initech Data.", published="2016-05-20")
    assert {c.kind: c.attribution and c.attribution.speaker.name for c in told if c.predicate == "eps"} == {"figure": None, "target": "Initech Data"}


@pytest.mark.parametrize(
    "told", ["Researchers at Initech reckon that Globex Corp will sell", "Initech expects Globex Corp to sell", "Initech forecast that Globex Corp would sell"]
)
def test_who_expects_is_the_source(extractor, told):
    [claim] = [one for one in extractor.extract(f"{told} 3 million phones in 2016.", published="2016-05-20") if one.kind == "target"]
    assert claim.attribution.speaker.name == "Initech"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Globex Corp sold 300 lifts in 2015, according to research company Initech Data, and exported half.", "Initech Data"),
        ("Globex Corp was first, says Initech Research. It sold 300 lifts in 2015, the market tracker said on Tuesday.", "Initech Research"),
        ("Globex Corp makes lifts. It sold 300 lifts in 2015, Chief Financial Officer Jane Roe told reporters here.", "Jane Roe"),
        ("Globex Corp makes lifts. It sold 300 lifts in 2015, the company's managing director, Jane Roe, said.", "Jane Roe"),
        ("Globex Corp makes lifts. Chief executive Jane Roe put sales for 2015 at $3 billion.", "Jane Roe"),
        ("By Initech Research's count, Globex Corp sold 300 lifts in 2015.", "Initech Research"),
        ("Initech Research figures show that Globex Corp sold 300 lifts in 2015.", "Initech Research"),
        ("Globex Corp figures show that it sold 300 lifts in 2015.", None),
        ("Globex Corp said it sold 300 lifts in 2015.", None),
        ("Jane Roe put on a hat. Globex Corp sold 300 lifts in 2015.", None),
    ],
)
def test_who_states_a_figure(extractor, text, speaker):
    [sales] = [one for one in extractor.extract(text, published="2016-05-20") if one.kind == "sales"]
    assert (sales.attribution.speaker.name if sales.attribution else None) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Ann Lee issued a stark warning: "The industry is on the brink of survival."', "Ann Lee"),
        ('"We have been the brand nobody mentions," Ann Lee, who took over as president on Jan. 3, told shop owners.', "Ann Lee"),
        ('Ann Lee founded Acme Corp. Ann Lee likes Tom Brook. "We built it from the ground up," the 35-year-old said.', "Ann Lee"),
        ('In a statement Acme Corp said the brakes of some of its cars that were sold last year "may contain a small gear".', "Acme Corp"),
        ('Acme Corp urged its shareholders to throw out the bid, branding it "opportunistic and, frankly, rather cheeky".', "Acme Corp"),
        ('"The plan works in every state of the land", A.B. Lee, chairperson, Acme Corp.', "A.B. Lee"),
        ('"The plan works in every state of the land" - Ann Lee, CEO of Acme Corp.', "Ann Lee"),
        ('"The plan works in every state of the land." Ann Lee, CEO of Acme Corp, opened the plant.', None),
        # the house of who speaks may be called like a person; a sentence goes on between its commas
        ('Acme Corp fell. "This is a very dear purchase," Ann Lee, from Sam Hill investment bank, told reporters.', "Ann Lee"),
        ('Acme Corp fell. "This is a very dear purchase," Ann Lee said. "It is not ours." Hill, the company noted, is no longer there.', "Ann Lee"),
        ('Acme Corp fell. "We will build it with Tom Hill," Ann Lee said. "He has our full confidence." Acme also announced new prices.', "Ann Lee"),
        ('Acme Corp fell. According to Mr Hill, Acme "was not planning to bid at a new tender".', "Hill"),
        ('Acme Corp fell. "The plan works in all of the land," Ohio Sen. Ann Lee tweeted.', "Ann Lee"),
        ('Acme Corp fell. "Any board has to look at an offer," its board said in a letter.', "Acme Corp"),
        ('Acme Corp fell. The board of directors said it would "go on to act in the interest of all".', "Acme Corp"),
        ('Acme Corp makes a drink called "Four Seasons in One Day".', None),
        ('The list had three names: "One Two Three Four".', None),
        ('Acme Corp\'s largest shareholder, Globex Capital, with 9 per cent, said it had "lost all confidence in the board".', "Globex Capital"),
    ],
)
def test_the_speaker_of_a_quote(extractor, text, speaker):
    quotes = [one for one in extractor.extract(text) if one.kind == "quote"]
    assert [one.subject.name for one in quotes] == ([speaker] if speaker else [])


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Acme Corp fell. Jane Roe, an analyst at Globex Securities, cut her target, writing that "the growth premium is gone until they earn it back."', "Jane Roe"),
        ('Acme Corp makes paint. Chairwoman Jane Roe said growers had enjoyed a good season.\n\n"We packed 4.1 million cartons, the most we ever did."', "Jane Roe"),
        ('Acme Corp makes paint. Its chief executive Jane Roe said it would ship fruit by May, adding: "That is what we bought it for."', "Jane Roe"),
        ('Acme Corp makes paint. "Free is hard to argue with," concedes Jane Roe, head of product.', "Jane Roe"),
        ('Acme Corp makes paint. As Jane Roe, its founder, puts it, "there is no second chance in this trade".', "Jane Roe"),
        ('Acme Corp\'s finance director Jane Roe resigned on Monday "to pursue other interests", four days after Globex Inc warned of losses.', None),
        ('Acme Corp makes paint. Its annual report, said to be dull, speaks of\n\n"a year of very great change".', None),
    ],
)
def test_who_speaks_by_other_verbs_and_in_the_sentence_before(extractor, text, speaker):
    quotes = [one for one in extractor.extract(text, published="2016-08-10", id="test") if one.kind == "quote"]
    assert [one.subject.name for one in quotes] == ([speaker] if speaker else [])


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Smartphone shipments of Acme Corp dropped to 370,000 units in 2015, according to Initech data.", ["Initech"]),
        ("Data shared by market analyst firm Initech shows Acme Corp's sales fell 9 percent.", ["Initech"]),
        ("Data compiled by Initech showed Acme Corp's sales rose 9 percent.", ["Initech"]),
        ("Acme Corp's share of the market is 9 percent, Initech data show.", ["Initech"]),
        ("Acme Corp's sales will rise 9 percent, brokers at Initech predict.", ["Initech"]),
        ("Researchers at Initech reckon that Acme Corp had 11.4% of the market.", ["Initech"]),
        ("Net profit of Acme Corp beat the 441 million euros average forecast in a poll of 12 analysts conducted by Initech.", ["Initech"]),
        ("Research firm Initech puts Acme Corp's sales at $1.9 billion, up 6% in 2015.", ["Initech", "Initech"]),
        ("Jane Roe made light of it, saying that Acme Corp had sold 300 cars.", ["Jane Roe"]),
        ("Acme Corp plans to open 40 stores, Jane Roe said on Saturday in a television interview in the Italian city of Turin, Piedmont.", ["Jane Roe"]),
        ("Acme Corp opened 40 stores, according to plan.", [None]),
        ("Acme Corp sold 300 cars, beating estimates of 200 cars, according to Initech data.", [None, "Initech"]),
    ],
)
def test_sources_of_figures(extractor, text, speakers):
    found = [one for one in extractor.extract(text, published="2016-08-10") if one.quantity]
    assert [one.attribution.speaker.name if one.attribution else None for one in found] == speakers


def test_a_turn_may_open_with_a_word_and_its_comma_outside(extractor):
    assert quote_in(extractor, 'Acme Corp fell. "Customers", said Ann Lee, its chief executive, "have been very patient with us".').text == "Customers have been very patient with us"


def test_what_will_be_done_on_a_day_is_not_said_on_it(extractor):
    text = "Acme Corp makes paint. Ann Lee, its chief executive, said the company will open 300 shops by March."
    assert {one.stated for one in extractor.extract(text, published="2021-06-15") if one.predicate == "sites"} == {None}


def test_an_industry_group_tells_of_others(extractor):
    text = "European car sales fell 12 percent in May, industry group EUCAR said on Thursday. Acme Corp sold 9 percent fewer cars."
    claims = extractor.extract(text, published="2021-06-15")
    assert [(one.attribution.speaker.name, one.subject.name) for one in claims if one.attribution] == [("EUCAR", "European car sales")]


def test_people_familiar_with_a_matter_have_no_name(extractor):
    text = "Acme Corp is in talks to buy Globex Inc, according to people familiar with the matter, in a deal that could value the company at $12 billion."
    assert {one.attribution for one in extractor.extract(text) if one.predicate == "valuation"} == {None}


def test_a_title_with_and_in_it_closes_what_is_said(extractor):
    text = "Acme Corp's sales will fall by 3% next year, Agriculture and Food Minister Ann Lee said on Monday."
    assert {one.attribution.speaker.name for one in extractor.extract(text) if one.predicate == "revenue"} == {"Ann Lee"}


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("British retail sales jumped 4.2% in May, official data showed on Friday.", "British retail sales"),
        ("Retail sales fell 4.2% in May, data from the statistics office showed on Friday.", "Retail sales"),
        ("Car sales in India fell 4.2% in May, industry data showed on Monday. Acme Corp makes paint.", "Car sales"),
        ("Acme Corp's sales fell 4.2% in May, industry data showed on Monday.", "Acme Corp"),
    ],
)
def test_what_official_data_show_is_not_of_the_data(extractor, text, subject):
    assert {one.subject.name for one in extractor.extract(text, published="2021-06-15") if one.basis == "change"} == {subject}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("According to the chief executive of Globex Inc, Jane Roe, the baker Acme Corp sold 3,000 pies in May.", "Jane Roe"),
        ("According to Globex Inc's sales manager, Jane Roe, the baker Acme Corp sold 3,000 pies in May.", "Jane Roe"),
        ("According to Globex Inc, the baker Acme Corp sold 3,000 pies in May.", "Globex Inc"),
        ("Umbrella Bank analysts say that the baker Acme Corp sold 3,000 pies in May.", "Umbrella Bank"),
    ],
)
def test_whose_word_it_is(extractor, text, speaker):
    claims = [one for one in extractor.extract("Acme Corp bakes pies.\n\n" + text, published="2021-06-15") if one.kind == "sales"]
    assert [one.attribution.speaker.name for one in claims] == [speaker]


@pytest.mark.parametrize("aside", ["owned by private equity house Globex Partners", "backed by Globex Partners", "majority-owned by the fund Globex Partners"])
def test_an_owner_told_of_in_an_aside_says_nothing(extractor, aside):
    text = f"Acme Foods is to close a bakery. The pie maker, {aside}, said it lost £2m in 2020."
    (claim,) = [one for one in extractor.extract(text, published="2021-06-15", id="test") if one.predicate == "loss"]
    assert (claim.subject.name, claim.attribution) == ("Acme Foods", None)
