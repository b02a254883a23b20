"""What a name denotes by the words in and around it: each place where it stands votes for a type."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from extractor.late import late
from extractor.lexicon import any_of, keyed, terms
from extractor.mentions.places import find_place, is_country_or_region
from extractor.record import EntityType

# "Naas, Co Kildare" is a town
_COUNTY = (
    r"(?!, Co\.? (?:Antrim|Armagh|Carlow|Cavan|Clare|Cork|Derry|Donegal|Down|Dublin|Durham|Fermanagh|Galway|Kerry|Kildare|Kilkenny|Laois|Leitrim|Limerick|Longford|Louth|Mayo|Meath|Monaghan"
    r"|Offaly|Roscommon|Sligo|Tipperary|Tyrone|Waterford|Westmeath|Wexford|Wicklow)\b)"
)
_SUFFIX_SHORT = re.compile(
    _COUNTY + r"[,]? (?:Inc|Corp|Co|Ltd|PLC|Plc|plc|AG|SA|SE|NV|AB|ASA|Oyj|GmbH|LLC|LP|Bhd|KK|SpA|S\.p\.A|B\.V|N\.V|S\.A"
    r"|KGaA)\b\.?"
)
ROLE = (
    r"(?:(?:chief|vice|senior|executive|deputy|general|managing|global|group|finance|sales|marketing"
    r"|co-)\s?)*(?:president|chair(?:man|woman|person)?"
    r"|CEO|CFO|COO|CTO|CMO|CIO|MD|[ES]?VP|officer|executive|director|founder|co-founder|spokes(?:man|woman|person)|analyst"
    r"|economist|strategist"
    r"|minister|secretary|organi[sz]er|convenor|head|boss|manager|partner|governor|chief)"
)
# what an office is over, as titles in capitals have it: "Sales, Marketing and Service"
_PORTFOLIO = (
    r"(?:Administration|Affairs|Agriculture|Aviation|Commerce|Communications?|Compliance|Construction|Culture|Development|Distribution|Economy|Education|Employment|Energy|Engineering|Environment"
    r"|Exports?|Finance|Growth|Health(?:care)?|Housing|Industr(?:y|ies)|Information|Infrastructure|Innovation|Investments?|Investor Relations|Justice|Labou?r|Legal|Logistics|Manufacturing|Marketing|Merchandising"
    r"|Mines|Mining|Operations|Partnerships|Petroleum|Planning|Privati[sz]ation|Procurement|Production|Products?|Projects|Railways|Research|Retail|Risk|Sales|Science|Security|Services?|Shipping|Software"
    r"|Sourcing|Strategy|Steel|Supply Chain|Technology|Telecommunications|Tourism|Trade|Training|Transport(?:ation)?|Works|(?:Business|Product|Brand|Corporate|External|Foreign|Home|Human|Public|Social|Economic"
    r"|Information|Customer|Internal|Rural|Urban|Natural) (?:Affairs|Communications?|Development|Finance|Management|Planning|Relations|Resources|Security|Services?|Strategy|Technology|Works))"
)
PORTFOLIOS = rf"{_PORTFOLIO}(?:(?:, | and | & |, and ){_PORTFOLIO}){{0,3}}"
_OWNED = (
    r"(?:net |operating |quarterly |annual |first-|second-|third-|fourth-|chief |board|shares?|stock|profits?"
    r"|sales|revenue|earnings|brand|products?"
    r"|customers|rivals?|parent|headquarters|executive|president|chairman|CEO|founder|management|forecast"
    r"|operations|unit|business|plans?|decision|market|shareholders)"
)
_ASSETS = (
    r"business(?:es)?|units?|operations|divisions?|subsidiar(?:y|ies)|headquarters|shareholders|revenues?|earnings|shares|stores|shops|branches|outlets"
    r"|cent(?:re|er)s|restaurants|hotels|factor(?:y|ies)|plants?|mines?|refiner(?:y|ies)|flights?|fleet|planes|network|customers|clients"
    r"|passengers|subscribers|staff|workers|workforce|employees|creditors|administrators|receivers|lenders|suppliers|franchisees|investors|website"
)
ORG_AFTER = re.compile(
    rf"(?:['’]s? (?:{_OWNED}|[\d,.]+ (?:staff|employees|workers|stores|shops|branches|customers)\b)|'s (?:[\w-]+ ){{0,3}}(?:{_ASSETS})\b"
    rf"|\s(?:said|says|reported|posted)(?: (?:on|in|its|that|the|last|this|[A-Z][a-z]+day))*(?: [a-z][\w-]+)? (?:net income|net profits?|pre-tax profits?|profits?|sales|revenues?|earnings|net loss|losses)\b"
    rf"|\ssaw (?:[\w-]+ ){{0,3}}(?:sales|profits?|revenues?|earnings|shares)\b"
    rf"|\s(?:union|shareholders|executives|shares|stock|sales|profits?|revenues?|earnings)\b"
    rf"|\s(?i:{ROLE})\s[A-Z]|(?:['’]s)? spokes(?:man|woman|person|people)\b)"
)
WATCHER = r"(?:analyst|economist|strategist|researcher|trader|broker|(?:fund|portfolio|money|asset) manager)"
_OVER = rf"(?:{any_of(terms('office_modifiers'))}[ -]){{0,3}}"
# "Globex analyst Jane Roe", "former Globex engineer Jane Roe", "Globex president and chief technology officer Jane Roe", "Globex's retail analyst, Jane Roe"
HOUSE_OF = re.compile(
    rf"\s(?:{_OVER}{ROLE}(?:[ -]general)?(?:(?: and |, | & ){_OVER}{ROLE})?|engineer|employee|designer|scientist|banker|salesman|alumnus)\s[A-Z][a-z]+ (?:[A-Z]\. )?[A-Z]"
    rf"|['’]s? (?:[a-z-]+ ){{0,3}}(?:{WATCHER}|(?:managing|finance|sales|marketing|operations) director|chief [a-z]+ officer)\b"
    r"|['’]s (?:[a-z-]+ ){0,2}(?:director|head|chief|vice president)(?: (?:of|for) [a-z-]+(?: [a-z-]+){0,2})?,? [A-Z][a-z]+ (?:[A-Z]\. )?[A-Z]"
)
# nouns that stand before a company's name and are no description of their own ("the agency" may be a state's)
_TRADES = frozenset(
    ["accountant", "agency", "club", "house", "institute", "magazine", "newspaper", "outfit", "partner", "rival", "specialist", "team", "think-tank", "website",
     "accelerator", "marketplace", "platform", "service", "studio"]
)
# a seller in a ranking: "followed by Acme with 3 million", or in accounts: "sales at Acme rose"
_RANKED_BEFORE = re.compile(r"\b(?:(?:sales|turnover|revenues?|profits?) at|followed by|ahead of|overt(?:ook|aking|ake)|behind|trailing|overtaken by|second-placed|leader|market leader) $")
_RANKED_AFTER = re.compile(
    r" (?:with|managed|held|had|took) (?:about |just |only |around )?\d[\d.,]* ?(?:m\b|million|percent|per cent|%)| \(\d[\d.]* ?(?:%|percent|per cent)"
    r"| (?:was|is|came|ranked|finished|stood|remained)(?: in)?(?: the| a)?(?: close| distant)?"
    r" (?:first|second|third|fourth|fifth|sixth|number (?:one|two|three|four|five|\d)|[Nn]o\.? ?\d|top|market leader)\b(?! (?:half|quarter|year))"
)
# what a company runs as one
PARTS = "unit|arm|division|subsidiary|chain|affiliate|brand|marque"
# "its Globex brand sold", "the Globex arm's sales", "Acme's Globex coffee chain made": run as a company is
_PART_ACTS = re.compile(
    r" (?:[a-z-]+ )?(?:" + PARTS + r")(?:['’]s (?:sales|revenues?|profits?|losses|deliveries)"
    r"|,? (?:(?:which|has|had|also|alone) )*(?:sells?|sold|delivered|made|posted|reported|saw|lost|earned|booked|employs|employed|shipped|swung|generated))\b"
)
# "the Opel, Saab and Vauxhall brands": each of the list is one
_BRANDS = re.compile(r"(?:, [\w .&'-]{2,25}?){0,6},? (?:and|or) (?:[\w.&'-]+ ){1,3}(?:brands|marques|badges|nameplates)\b| (?:brands|marques|badges|nameplates)\b")
_PERSON_BEFORE = re.compile(
    rf"(?:\b(?:Mr|Mrs|Ms|Dr|Sir|Prof|Gov|Sen|Rep|Rev|Lt|Col|Sgt|Capt|Captain|Professor|Judge|Mayor|Senator|Premier|Chancellor|Attorney General|Commissioner)\.? |\b{ROLE},? |\b(?:said|says|explained|added|replaced?|succeed(?:s"
    rf"|ed)?|named|appointed|(?:appointment|resignation|departure|retirement|promotion|elevation|hiring|nomination|dismissal) of) )$",
    re.IGNORECASE,
)
_OFFICE_AFTER = re.compile(rf"['’]s? (?:[a-z-]+ ){{0,3}}{ROLE}\b", re.IGNORECASE)
# "Acme Norte, which is run by": a person would be one who is
_WHICH = re.compile(r", which (?:is|was|has|had|will|also|makes|owns|operates|runs|sells|employs|plans|said)\b")
# "Director (Marketing) Jane Roe"
_TITLED_OVER = late(rf"\b{ROLE},? \(?(?:(?:of|for) (?:the )?)?{PORTFOLIOS}\)?,? $", re.IGNORECASE)
# "Vice President, | Clinical Development": what an office is over
_AREA = re.compile(r"Affairs|Banking|Communications|Compliance|Development|Engineering|Finance|Manufacturing|Marketing|Operations|Partnerships|Products?|Relations|Research|Sales|Services|Solutions|Strategy|Technology")
_TITLE_COMMA = re.compile(rf"\b{ROLE}, $", re.IGNORECASE)
# "Acme investment bank", "the Acme law firm"
_HOUSE_AFTER = re.compile(r" (?:(?:investment|merchant|private|commercial|savings) bank|law firm|brokerage|consultancy|hedge fund|think ?tank|asset management|private equity|news agency|building society)\b")
# what is done by a company as a rule, and what by anybody: "sued by Acme", "led by Jane Roe"
_BY_FIRM = re.compile(
    r"\b(?:acquired|advised|audited|backed|bought|built|compiled|conducted|controlled|commissioned|designed|distributed|financed|funded|insured|issued|licen[sc]ed|made|managed|manufactured|marketed"
    r"|offered|operated|organised|organized|owned|produced|provided|published|purchased|sold|sponsored|sued|supplied|taken over|used) by (?:the )?$"
)
# who employs a person of a title: "economist with Acme", "managing director of research firm Acme", "analyst Jane Roe of Acme"
_EMPLOYS = re.compile(
    rf"\b(?:(?i:{WATCHER})s? (?:of|at|with|for|from)|who (?:covers|follows|tracks) (?:[\w'’&.-]+ ){{1,6}}?(?:for|at)|{ROLE} (?:(?:of|for) (?:[a-z-]+ ){{1,3}})?(?:with|at)|{ROLE} of (?=[a-z])|(?i:{WATCHER})s? [A-Z][\w'-]+ (?:[A-Z]\. )?[A-Z][\w'-]+,? (?:of|at|with|from|for))"
    r" (?:the )?(?:(?!(?:of|at|with|for|from|in|and|or|to|by|its|their)\b)[a-z][\w-]* ){0,3}$"
)
# what nobody has but a company: "sales at Harvey Roe"
_HOUSED = re.compile(
    r"\b(?:(?:[Ss]ales|[Pp]rofits?|[Rr]evenues?|deliveries|shipments) (?:for|at)|[Ss]hares? in|stake in|(?:unit|subsidiary|division|takeover) of|merger with) (?:the )?$"
)
# one of these stands among the last five words that it matches
_EMPLOYED = frozenset({"of", "at", "with", "for", "from"})
# "a spokeswoman for Acme"; of a person there are such too
_SPOKEN_FOR = re.compile(r"\b[Ss]pokes(?:man|woman|person) (?:for|of|at) $")
# a title between commas, and whose it is next: "Jane Roe, head of research, Acme Capital, said"
_ALSO_TITLED = re.compile(rf", (?:[\w&-]+ ){{0,4}}?{ROLE}\b", re.IGNORECASE)
_PERSON_AFTER = re.compile(
    rf"(?: joined [A-Z][\w&' -]{{1,30}} as | (?:(?:will|is|to|has|had|would) ){{0,2}}(?:take[sn]?|took) over (?:from [A-Z][\w' ]{{2,25}} )?as (?:[\w'&.-]+ ){{0,5}}?(?i:{ROLE})\b|(?:,| -) (?:the |its |an? |who |aged? )?(?:\d\d,|(?:[\w'&.-]+ ){{0,6}}?(?i:{ROLE})\b)|,? (?:said|says|told|added"
    rf"|explained|who)\b)"
)
# "was named chief executive of", "has resigned as chairwoman", "will become head of sales": what only a person does, or is made
_CAREER_AFTER = re.compile(
    rf"(?:(?:,|,? (?:(?:has|had|have|will|would|to|also|later|then) ){{0,2}}(?:was|is|were|be|been)(?: also| later| then)?) (?:appointed|elected|hired|named|promoted)(?: as| to(?: be)?)?"
    rf"|,? (?:(?:has|had|have|was|is|were|will|would|to|be|been|also|later|then) ){{0,3}}(?:became|becomes?|serve[sd]? as|(?:resign(?:s|ed)?|retire[sd]?|step(?:s|ped)? down) as))"
    rf" (?:the |its |an? |their )?(?:[A-Z][\w'&.-]* |new |first |next |interim |acting ){{0,4}}{ROLE}\b(?! (?:sponsor|supplier|partner|shareholder))"
)
# "has hired Jane Roe as chief executive": whom a company takes on for an office
_HIRED_BEFORE = re.compile(r"\b(?:hir(?:ed|es|ing)|appoint(?:ed|s|ing)|nam(?:ed|es|ing)|promot(?:ed|es|ing)|recruit(?:ed|s|ing)|elect(?:ed|s|ing)|chos(?:e|en)|pick(?:ed|s)|poached|tapped|appointment of|hiring of|promotion of) $")
_AS_OFFICE = re.compile(rf" (?:as|to be|to become|to) (?:its |the |their |an? )?(?:(?:[a-z]+|[A-Z][a-z]+) ){{0,4}}(?i:{ROLE})\b")
# "Jane Roe's departure as finance director"
_CHANGE_AFTER = re.compile(
    rf"['’]s (?:[a-z-]+ )?(?:appointment|promotion|election|arrival|departure|resignation|dismissal|removal|retirement|exit|tenure) (?:as|to) (?:the |its |an? |their )?(?:[a-z]+ ){{0,3}}{ROLE}\b"
)
_BEGUN = frozenset("founded co-founded started established up opened own owns co-own co-owns the their his her".split())
# "Jane Roe founded Blue Fork", "his wife, who started Blue Fork"
_BEGUN_BY_SOMEBODY = re.compile(
    r"(?:[A-Z][\w'-]+,?|\b(?:who|he|she|they|wife|husband|brother|sister|father|mother|couple|family|partners?)) (?:(?:had|has|have|also|later|then|first) )*"
    r"(?:(?:co-)?founded|started|established|set up|opened|owns?|co-owns?)(?: the| their| his| her)? $"
)
# "his predecessor, Jane Roe"
_HIS = re.compile(
    r"\b(?:[Hh]is|[Hh]er) (?:[a-z-]+ ){0,2}?(?:predecessor|successor|deputy|aide|boss|mentor|opponent|challenger|friend|colleague|wife|husband|son|daughter|brother|sister|father|mother|lawyer"
    r"|attorney|agent|teacher|coach|cousin|uncle|aunt|nephew|niece),? $"
)
# last words of companies' names that are family names too
_TRADE_SURNAMES = frozenset({"glass", "mills", "parks", "post", "power"})
# what only people do and have
_LIVES = re.compile(
    r" (?:was born|grew up|(?:began|started) (?:his|her) career|remembers|recalls|recalled|dreamed|died at|graduated|studied|laughed|shrugged|smiled|is \d\d(?= and\b|[.,;])|(?:lost|quit|left|began|found|spent|gave|sold|opened|started|took|bought|built|runs?|ran|turned|lives with|works with) (?:his|her)|and (?:his|her) (?:wife|husband|son|daughter|brother|sister|family|partner))\b"
    r"|'s (?:father|mother|wife|husband|son|daughter|brother|sister|parents|grandfather|grandmother|family|widow|career|death|childhood)\b|, who (?:was born|grew up|studied|moved)\b"
)
# "Fiat Roe extended its lead": what a company does with its own; a person "heads its unit", "joined its board"
_ITS_OWN = re.compile(
    r" (?:also |has |had |will |would |is |was |recently |already )*(?!(?:said|says|told|head|heads|headed|heading|join|joins|joined|joining|le(?:d|ads?|ading|ft|aves?)|run|runs|ran|quit|be|been|became|becomes?|becoming|named|chairs?|chaired|founded)\b)"
    r"[a-z]{3,} (?:(?:up|down|out|back|off|on) )?(?:(?:that|most of|all of|some of|one of|more of|half of) )?its\b"
)
# one who is told of by the family name alone: "Roe, 44, was", "Roe, the outgoing boss of"
_AGED_AFTER = re.compile(r", (?:aged )?\d\d, (?=[a-z])|, (?:the|its) (?:[a-z-]+ ){0,2}(?:boss|chairman|chairwoman|chief executive|managing director|founder|president) (?:of|at)\b")
# "The head of research at Globex, Jane Roe", "As finance chief of Acme, Jane Roe"
_TITLE_OF_BEFORE = re.compile(
    rf"\b(?:[Tt]he|[Aa]s)(?: [a-z-]+){{0,3}} (?i:{ROLE})(?: of [a-z]+)? (?:of|at|for|with) (?:the )?(?:[a-z][\w-]* ){{0,3}}[A-Z][\w&'.-]*(?: (?:(?:of|and) )?[A-Z&][\w&'.-]*){{0,4}}, $"
)
_HONOURED_BEFORE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady|Dame|Baroness|Prof)\.? $")
# what is said of people before their names: "Businessmen Jane Roe and John Doe have"
PEOPLE = (
    r"(?:[Bb]usiness(?:m[ae]n|wom[ae]n|people)|[A-Za-z][a-z]*(?:ists|iers|yers|cers)|[Bb]rothers|[Ss]isters|[Ee]ntrepreneurs?|(?:[Bb]|[Mm]ulti-?[Bb]|[Mm]|[Mm]ulti-?[Mm])illionaires?"
    r"|[Tt]ycoons?|[Mm]agnates?|[Bb]ankers?|[Bb]rokers|[Aa]nalysts|[Dd]irectors|[Ff]ounders|[Cc]o-founders|[Mm]inisters|[Ss]enators|[Pp]artners"
    r"|[Mm]anagers|[Ee]xecutives|[Ii]nvestors|[Tt]raders|[Ll]awyer|[Ff]inancier|[Aa]ctors?|[Aa]ctress|[Ss]inger|[Aa]rchitect|[Dd]esigner|[Aa]uthor"
    r"|[Ee]ngineers?|[Ww]orkers?|[Ff]armers?|[Tt]eachers?|[Nn]urses?|[Ss]tudents?|[Rr]esident|[Pp]ensioner|[Rr]etiree|[Mm]echanics?|[Ee]lectricians?|[Ii]nventors?|[Gg]raduates|[Cc]olleagues|[Cc]lassmates|[Dd]esigners|[Aa]rchitects|[Cc]hefs|[Dd]octors|[Pp]rofessors?|[Rr]esearchers?"
    r"|[Aa]dministrators?|[Rr]eceivers?|[Ll]iquidators?|Premier|Treasurer|Chancellor|[Mm]ayor|Judge|Justice|[Cc]ommissioner|[Cc]ouncillors?|Attorney)"
)
_PEOPLE_BEFORE = re.compile(rf"\b{PEOPLE} (?:[A-Z][\w'-]+ (?:[A-Z]\. )?[A-Z][\w'-]+(?: and |, )){{0,3}}$")
# "the brothers Jens and Mikkel Toft"
_KIN_BEFORE = re.compile(r"\b(?:[Bb]rothers|[Ss]isters|[Ss]iblings|[Tt]wins|[Cc]ousins|[Cc]ouple) (?:[A-Z]\w+(?:, | and )){0,3}$")
_KIN_AFTER = re.compile(r",? and [A-Z]|, [A-Z]")
_PRODUCT_BEFORE = re.compile(
    r"\b(?:(?:its|new|the|of the|latest|flagship) |model |brand |launch of |version of )$", re.IGNORECASE
)
PRODUCT_AFTER = re.compile(
    r"\s(?:smartphones?|phones?|models?|handsets?|tablets?|sedans?|hatchbacks?|pickups?|minivans?|SUVs?|cars?|trucks?|saloons?|vehicles?"
    r"|drugs?|platform|consoles?|app|software|range|brand|jets?|aircraft|planes?|system|chips?|processors?"
    r"|vaccine|fashion)\b"
)
_GOODS_BEFORE = re.compile(
    r"\b(?:drug|medicine|pill|vaccine|therapy|treatment|smartphone|handset|tablet|hatchback|sedan|saloon|SUV|pickup|minivan|console|game|jet) $"
)
# "Q7", "X-90": what makers call their goods
_MODEL = re.compile(r"[A-Z]-?\d{1,3}[A-Za-z]?")


_NUMBERED = re.compile(r"(?:Model|Series) \w{1,2}")
SPEAKS = re.compile(r" (?:said|says|told|wrote|writes|announced|added|warned|confirmed|declined to comment)\b|(?:['’]s)? spokes(?:man|woman|person|people)\b")
# first words of company names
_FOREWORDS = frozenset(
    ["Bank", "Banco", "Banca", "Banque", "Grupo", "Groupe", "Gruppo", "Air", "Compagnie", "Companhia", "Societe", "Société", "Koninklijke", "Royal", "Telecom", "Telefon", "Electricite", "Oil"]
)


# "…, Globex Securities' | Jane Roe said", "said Acme Bank's | Jane Roe"
_HOUSE_BEFORE = re.compile(r"\b(?:Advisers|Advisors|Analytics|Bank|Brokers|Capital|Economics|Equities|Funds|Insight|Investments|Investors|Management|Markets|Partners|Research|Securities)['’]s? $")
_SAID_BY = re.compile(r"\b(?:said|says|added|wrote) (?:[A-Z][\w&.-]* )*[A-Z][\w&.-]*['’]s? $")


@dataclass
class Name:
    """One spelling of a name with the votes for its type and where the model or the pattern saw it.

    `first` is where the body has it first (the title, if only that has it): headlines use short names.
    `proven` counts the words around it that only a company has; `honoured` is true after "Mr" and the like;
    `personal` counts the words around it that only a person has; `located` the times it stands after "in" and the like;
    `housed` is true behind what only a company has: "sales at"; `branded` in a list of brands;
    `called_goods` counts the model's votes for a product.
    """

    text: str
    votes: Counter[EntityType] = field(default_factory=Counter)
    spans: list[tuple[int, int]] = field(default_factory=list)
    first: int = 0
    proven: int = 0
    honoured: bool = False
    personal: int = 0
    located: int = 0
    housed: bool = False
    branded: bool = False
    called_goods: int = 0


BODY = re.compile(
    r"\s(?:Authority|Commission|Agency|Ministry|Department|Association|Federation|Council|Committee|Institute|University|Bureau"
    r"|Organi[sz]ation|Administration|Exchange|Foundation|Union|Chamber|Bank|Board|Court|Tribunal|Parliament|Congress|Government|Forum|Guild|League)$"
)
# what is held or passed, not founded: shows, meetings, laws
EVENT = re.compile(r"(?<!') (?:AGM|EGM|Summit|Conference|Forum|Fair|Festival|Olympics|Expo|Awards?|Championships?|Motor Show|Air ?[Ss]how)$|\w (?:Act|Bill|Treaty|Directive|Protocol)$")
# "LTE demand", "GPS devices": capitals before a plain noun are as a rule a technology's
MODIFIES = re.compile(r" (?!(?:shares?|stock|chief|boss|group|sales|profits?|results|and|or|to|in|on|at|for|of|by|from|with|as|than|that|which|who|is|was|has|had|will|would|said|says|also|may|can|could|should|did|does)\b)[a-z]+(?<!s)(?<!ed)(?: [a-z]+){0,2}\b")
_LANDMARK = re.compile(r" (?:Islands?|Road|Avenue|Boulevard|Valley|River|Lake|Mountains?|Peninsula|County|Province|Beach|Desert|Basin|Strait|Canal|Bay|Harbou?r)$")
_WHICH_OWNS = re.compile(r", which (?:owns|makes|runs|operates|sells|employs|has|already|also|said|is (?:based|listed|headquartered|owned))\b")
_VERB_NEXT = re.compile(r"\s(?:(?:on|last|this|in) [A-Z]?[a-z]+ |\w+ly |also |has |have |had |will |would |is |was )?([a-z]+)")


# "Acme, out of Berlin, raised"
_ASIDE = re.compile(
    r", (?:which|out of|based|owned|part of|formerly|founded|listed|backed|controlled|headquartered|run by|led by|one of)\b[^,.\n]{2,60}?,(?= [a-z])"
    r"| - (?:the |an? |its |which )[^.\n-]{2,60}? -(?= [a-z])"
)


def company_verb(text: str, end: int) -> bool:
    """True if what only companies do as a rule follows: "sold", "has launched", ", which owns", after an aside too."""
    if _WHICH_OWNS.match(text, end, end + 40):
        return True
    aside = _ASIDE.match(text, end, end + 70)
    end = aside.end() if aside else end
    match = _VERB_NEXT.match(text, end, end + 40)
    return match is not None and match.group(1) in terms("entity_company_verbs")


def is_local(text: str, start: int, end: int) -> bool:
    """True for "the Oslo company", whatever Oslo is: where it is from, as a rule."""
    return _local().match(text, end, end + 50) is not None and _ARTICLE_BEFORE.search(text, max(0, start - 6), start) is not None


def is_placed(text: str, end: int) -> bool:
    """True if an aside follows that only a company has: ", out of Berlin, raised"."""
    return _ASIDE.match(text, end, end + 70) is not None


@cache
def apposition() -> re.Pattern[str]:
    """An apposition that only a company has: ", the Chinese maker of phones", ", its rivals", ", a two-year-old, Oslo-based platform that".

    Nouns that stand before others too ("an agency nurse") count only where the phrase ends with them.
    """
    nouns, kinds = any_of(terms("entity_descriptions")), any_of(terms("entity_kinds"))
    return re.compile(
        rf"(?:,| -) (?:the|an?|another|its|which is|one of"
        rf"|[A-Z][a-z]+'s) (?:(?!(?:at|of|for|with|in|who)\b)[\w'&.-]+ |[\w-]+-old, |[a-z]+(?:able|ible|ive|ful|ic|al|ised|ized), |[A-Z][\w.'-]+, (?=[A-Z][\w. -]{{0,20}}-based )){{0,8}}?"
        rf"(?:(?:{nouns}|rival|(?:market|industry|sector|category) leader)s?\b(?! vehicle|'s| (?:said|says|noted|notes|added|adds|announced|confirmed|claimed|claims|insisted|insists|believes|explained|warned|told|will|would)\b)"
        rf"|{kinds}s?\b(?=[,.;:)]| (?:that|which|who|whose|based|backed|founded|focused|for|in|of|with|behind|to|on|from|run|owned|led|known|called|where|aimed"
        r"|launched|offering|has|had|will|is|was|said|says)\b|\s*$))"
        rf"|, (?:the|[A-Z][a-z]+'s) (?:[\w'-]+ )?(?:[Nn]o\.? ?\d|number (?:one|two|three|four|five))\b"
    )


_THE_BEFORE = re.compile(r"\b[Tt]he (?:\d[\w-]* |[a-z-]+ )?$")


# what a name is the name of: "the Acme chain", "the 27-store Acme supermarket"
_NAMED_TRADE = re.compile(r" (?:[a-z-]+ )?(?:chain|supermarket|airline|franchise|newspaper|website)s?\b")


_A_BEFORE = re.compile(r"\b[Aa]n? $")
_ARTICLE_BEFORE = re.compile(r"\b(?:[Aa]n?|[Tt]he) $")


@cache
def _local() -> re.Pattern[str]:
    """What a place says more of: "an Oslo trading house", "the Texas chain"."""
    return re.compile(rf" (?:[a-z-]+ ){{0,2}}{any_of(terms('entity_descriptions'))}\b")


@cache
def _titled_before() -> re.Pattern[str]:
    """A name and a title between commas, before the one whose title it is: "Jane Roe, head of research, | Acme Capital"."""
    title = rf"(?:{any_of(terms('office_modifiers'))}[ -]){{0,6}}{ROLE}"
    over = r"(?: (?:of|for) [\w& ]{3,30}?)?(?: ?[,(-] ?[\w& ]{3,30}?\)?)?"
    return re.compile(rf"(?-i:[A-Z])[\w'.-]+, {title}(?:(?:,? and |,? & |/|, ){title})*{over}, $", re.IGNORECASE)


@cache
def _org_before() -> re.Pattern[str]:
    """What stands right before a company's name: "shares in", "the stockbroker", "rivals such as Acme and"."""
    nouns = any_of(terms("entity_descriptions") | _TRADES)
    # for a text in small letters: to heed no case takes many times as long
    return re.compile(
        rf"(?:(?:%|\bper ?cent) at|\b(?:(?:sales|registrations|deliveries|shipments) (?:for|at)|shares? (?:of|in)|stake in|unit of|subsidiary of"
        rf"|division of|{ROLE.lower()} (?:of|at)|works? (?:for|at)|competitor|acquir\w+|takeover of|bought|buy|acquisition of|merger with|venture with"
        rf"|{nouns}s?)),? (?:the )?$|\b(?:its|their) (?:[\w-]+ ){{0,2}}(?:neighbou?r|peer|rival|competitor) $|\b(?:rival|competitor|subsidiary|parent|owner|supplier|customer|partner|predecessor), $|-(?:based|listed|owned|owner|maker|parent) $"
        rf"|\b(?:{nouns}|companie|competitor|business(?:e)?)s(?:,? such as|,? including| like) (?:[^,.;\d]{{2,30}}, ){{0,4}}(?:[^,.;\d]{{2,30}},? (?:and|or) )?$"
    )


_LIST_OPENERS = (" such as ", " including ", " like ")
_BEFORE_ORGS = frozenset("at of in for buy bought with based listed owned".split())


@cache
def _last_words() -> frozenset[str]:
    """The words that what stands before a company's name may end in."""
    nouns = {noun.replace("-", " ").rpartition(" ")[2] for noun in terms("entity_descriptions") | _TRADES}
    others = {"competitor", "subsidiary", "parent", "owner", "supplier", "customer", "partner", "predecessor", "neighbor", "neighbour", "peer", "rival"}
    return frozenset(nouns | {noun + "s" for noun in nouns} | others) | _BEFORE_ORGS


def _may_end_org_before(before: str) -> bool:
    """A cheap test for `_org_before`, which is tried at every name."""
    words = before.casefold().replace("-", " ").rstrip(" ,").rsplit(" ", 2)
    last = words[-2] if words[-1] == "the" and len(words) > 1 else words[-1]
    return last in _last_words() or last.startswith("acquir") or any(opener in before for opener in _LIST_OPENERS)


def _is_surname(words: list[str], text: str) -> bool:
    """True for one word that the text has behind a given name: "a spokeswoman for Roe", of Jane Roe."""
    if len(words) != 1:
        return False
    return any(match[1].casefold() in keyed("given_names") for match in re.finditer(rf"\b([A-Z][a-z]+) (?:[A-Z]\. )?{re.escape(words[0])}\b", text))


def _names_country(word: str) -> bool:
    """True for the last word of "Acme Nigeria", which is no surname."""
    place = find_place(word) if is_country_or_region(word) and word not in _SURNAMES else None
    return place is not None and place.name == word


_SURNAMES = frozenset(["Jordan", "Israel", "Ireland", "England", "France", "Holland", "Wales", "Scotland", "Germany", "Georgia", "Virginia", "Carolina", "Washington", "Montana"])


# a town that no gazetteer has: "its plant in Moraine", "two workshops in the Jura"
_SITED = re.compile(
    r"\b(?:plants?|factor(?:y|ies)|mills?|mines?|workshops?|warehouses?|(?:distribution |data |call |research |design |service )cent(?:er|re)s?|refiner(?:y|ies)|smelters?|assembly lines?"
    r"|baker(?:y|ies)|brewer(?:y|ies)|foundr(?:y|ies)|shipyards?|quarr(?:y|ies)|depots?|headquarters) (?:in|near) (?:the )?$"
)
# "its shops in Moraine", "opened in Moraine"
_STANDS_IN = re.compile(
    r"\b(?:open(?:s|ed|ing)?|shops?|stores?|branch(?:es)?|outlets?|offices?|showrooms?|restaurants?|hotels?|premises|space|street|jobs|work(?:s|ed|ing)?|workers|people|based|headquartered|located|situated|born"
    r"|lives?|living|built|held|trading|be|been|is|was|are|were|home|homes|unit|staff) (?:in|near|outside) $"
)
_ITS_STREET = re.compile(r"'s [A-Z][\w'-]+ (?:Street|Road|Square|Lane|Avenue|Mall|Centre|Center|Market|Quay|Park|Place|Way|Hill|Row|district|area|quarter)\b")
# "the Moraine plant": a site is called by its town
_SITE_AFTER = re.compile(
    r"(?: and [A-Z][a-z]+)? (?:[a-z-]+ )?(?:plant|factory|mill|mine|works|smelter|refinery|brewery|bakery|shipyard|foundry|quarry|depot|warehouse|facility|site|campus|distribution cent(?:er|re))s?\b(?! (?:of|operator|owner|maker|manager|builder))"
)
_THE_ITS = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|at) (?:[A-Z][a-z]+ and )?$")
_IN_OR_NEAR = (" in ", " near ", " in the ", " near the ")
_SITE_ENDS = re.compile(r"[,.;)]|\s*$| (?:in|by|with|and|to|for|from|after|on|at|that|which|where|will|is|was|has|as|this|next|last|before|during)\b")


_DONE_BY_FIRM = re.compile(
    r" (?:would|will|plan(?:s|ned) to|aim(?:s|ed) to|expect(?:s|ed) to|had|has) (?:\w+ly )?(?:invest|build|open|launch|acquire|buy|sell|spend|cut|raise|hire|expand|produce|export|issue|deliver|pay"
    r"|set up|form|merge|list|close|shut|offer|supply|sign|win|won|agreed|signed|bought|sold|raised|opened|completed|acquired)\w*\b"
)
_SAYS_IT = re.compile(r"(?:'s)?,? (?:said|says)(?: (?:late |earlier )?(?:on )?[A-Z][a-z]+day| in a [a-z ]{5,30}?)?,?(?: that)? it\b")
_IN_CAPITALS = re.compile(r"[A-Z&]{2,5}|[A-Z]{2,}\w*")
_BEGINS_IN_CAPITALS = re.compile(r"[A-Z]{3}")
_PART_OF_PERSON = re.compile(r"(?:[A-ZÀ-ÖØ-Þ][\w'.-]+|van|von|de|der|den|del|bin|al|la|di|da)$")
# "in York and Halifax": of places named together
_TOGETHER = re.compile(r"\b(?:in|near|from|across|around) (?P<first>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)(?:, [A-Z][\w'-]+(?: [A-Z][\w'-]+)?)*,? and $")


def _beside_place(before: str) -> bool:
    """True if the words before a name are "in <place> and"."""
    found = _TOGETHER.search(before) if before.endswith(" and ") else None
    return found is not None and find_place(found["first"]) is not None


# "in Oslo", but not "a stake in Oslo"
_LOCATED = re.compile(r"(?<!shares )(?<!stake )(?<!stakes )(?<!holding )(?<!shareholding )(?<!interest )(?<!stock )(?<!investor )(?<!Shares )\b(?:in|near|to|from|across|around) $")
# characters of the two or three words before a name that tell of it by themselves
_WORDS = 24


def vote(name: Name, text: str, start: int, end: int) -> None:
    """Votes by the words of the name and those around it."""
    votes, proven = name.votes, name.proven
    words = without_ticker(name.text).split()
    before, after = text[max(0, start - 80) : start], text[end : end + 60]
    last = before[-_WORDS:]
    place, located = find_place(name.text), False
    if place is not None:
        votes["place"] += 6 if is_country_or_region(name.text) else 4 if len(words) > 1 else 2
        if text.startswith("-based", end):
            votes["place"] += 4
        located = _LOCATED.search(last) is not None
        if located:
            votes["place"] += 2
            name.located += 1
        if is_local(text, start, end):
            votes["place"] += 2
    if _beside_place(before):
        votes["place"] += 4
        name.located += 1
    if place is None and before.endswith(_IN_OR_NEAR) and _SITED.search(before) and _SITE_ENDS.match(after):
        votes["place"] += 6
    if name.text.isalpha() and name.text[1:].islower() and _THE_ITS.search(last) and _SITE_AFTER.match(after):
        votes["place"] += 4
        name.located += 1
    if place is None and len(words) < 3 and last.endswith((" in ", " near ", " outside ")) and _STANDS_IN.search(before) and (_SITE_ENDS.match(after) or _ITS_STREET.match(after)):
        votes["place"] += 4
        name.located += 1
    if place is None and len(words) == 1 and _A_BEFORE.search(last) and is_local(text, start, end):
        votes["place"] += 4  # "a Moraine bakery has opened"
        name.located += 1
    suffixed = words[-1].casefold().rstrip(".") in terms("entity_suffixes") or words[-1].casefold() in terms("entity_suffixes")
    if suffixed and len(words) == 2 and words[1].casefold() in _TRADE_SURNAMES and words[0].casefold() in keyed("given_names"):
        suffixed = False  # "Jane Mills"
    if suffixed and len(words) > 1:
        votes["organization"] += 5
    if len(words) > 1 and words[0] in _FOREWORDS and place is None:
        votes["organization"] += 4
    if _HOUSE_AFTER.match(after):
        name.proven += 4
    if _SUFFIX_SHORT.match(text, end):
        name.proven += 5
    if len(name.text) > len(without_ticker(name.text)):
        name.proven += 10  # only what is listed has a ticker
    if ORG_AFTER.match(after) and not place:
        name.proven += 3
    if HOUSE_OF.match(after) and not place:
        name.proven += 4
    titled = before.endswith(", ") and _titled_before().search(before) is not None and not _ALSO_TITLED.match(after)
    if not place and last.endswith("by ") and _BY_FIRM.search(before):
        votes["organization"] += 3
    elif last.endswith(" by "):
        votes["person"] += 2 if 2 <= len(words) <= 4 else 0
    employs = not place and (titled or not _EMPLOYED.isdisjoint(before.split()[-5:]) and _EMPLOYS.search(before) is not None or words[0].casefold() not in keyed("given_names") and _SPOKEN_FOR.search(last) is not None and not _is_surname(words, text))
    if _may_end_org_before(before) and _org_before().search(before.lower()) or employs:
        name.proven += 4
        name.housed |= _HOUSED.search(last) is not None
    if company_verb(text, end) and not place and not _MODEL.fullmatch(name.text):
        name.proven += 2
    if (_RANKED_BEFORE.search(last) or _RANKED_AFTER.match(after)) and not place:
        name.proven += 3
    if len(words) > 1 and place is None and before.rstrip().rpartition(" ")[2] in _BEGUN and _BEGUN_BY_SOMEBODY.search(before) and words[0].casefold() not in keyed("given_names"):
        name.proven += 4
    if last.endswith("President ") and words[-1].casefold() in terms("heads_of_state"):
        votes["person"] += 6
    if len(words) == 1 and name.text.casefold() in terms("heads_of_state") and not place and not ORG_AFTER.match(after):
        votes["person"] += 3
        name.honoured = True
    apposed = apposition().match(text, end, end + 120)
    if place and not located and apposed:
        name.proven += 10  # "Acme, Norland's biggest bank": no city, whatever it is spelled like
    elif apposed or not place and _NAMED_TRADE.match(text, end, end + 40) and _THE_BEFORE.search(before):
        name.proven += 4
    votes["organization"] += name.proven - proven
    if _NUMBERED.fullmatch(name.text):
        votes["product"] += 8
    if _MODEL.fullmatch(name.text):
        votes["product"] = max(votes["product"], 4)
        if SPEAKS.match(after):
            votes["organization"] += 5  # no model does
    landmark, body = _LANDMARK.search(name.text) is not None, BODY.search(name.text) is not None
    if landmark and len(name.spans) == 1:
        votes["place"] += 6
    if body and not place:
        votes["organization"] += 5
    if says_it := _SAYS_IT.match(after):
        # "said on Friday that it would build": a person speaks of another, as a rule named before
        done = _DONE_BY_FIRM.match(after, says_it.end()) or company_verb(text, end + says_it.end())
        votes["organization"] += 4 if says_it[0].split()[-2].startswith("sa") else 8 if done else 0
    if place is None and _WHICH.match(after):
        votes["organization"] += 3
    if place is None and _IN_CAPITALS.fullmatch(name.text) and not MODIFIES.match(after):
        votes["organization"] += 2
    person_shape = (
        not employs
        and not body
        and not landmark
        and 2 <= len(words) <= 4
        and not _names_country(words[-1])
        and not (_AREA.fullmatch(words[-1]) and _TITLE_COMMA.search(last) and words[0].casefold() not in keyed("given_names"))
        and not _BEGINS_IN_CAPITALS.match(name.text)
        and all(map(_PART_OF_PERSON.match, words))
    )
    if person_shape and not votes["place"] and not suffixed:
        housed = _OFFICE_AFTER.match(after) is not None  # "said Acme's chief executive"
        if not housed and _PERSON_BEFORE.search(last) or last.rstrip(" ,)").rpartition(" ")[2].lstrip("(")[:1].isupper() and _TITLED_OVER.search(before) or _PEOPLE_BEFORE.search(before) or before.endswith(", ") and _TITLE_OF_BEFORE.search(text, max(0, start - 160), start):
            votes["person"] += 5
            name.personal += 1
        if _PERSON_AFTER.match(after):
            votes["person"] += 3
            name.personal += 1
        if _CAREER_AFTER.match(after) or _CHANGE_AFTER.match(after) or _HIRED_BEFORE.search(last) and _AS_OFFICE.match(after):
            votes["person"] += 5
            name.personal += 1
        if _LIVES.match(after):
            votes["person"] += 3
        if " its " in after and words[0].casefold() not in keyed("given_names") and _ITS_OWN.match(after):
            votes["organization"] += 4
        if _HOUSE_BEFORE.search(before) and (SPEAKS.match(after) or _SAID_BY.search(before)):
            votes["person"] += 5
            name.personal += 1
        if ("is " in last or "er " in last) and _HIS.search(last):
            votes["person"] += 5
        if len(words) < 4 and words[0].casefold() in keyed("given_names"):
            votes["person"] += 2
    elif _HONOURED_BEFORE.search(last) or len(words) == 1 and not place and name.text[1:].islower() and _AGED_AFTER.match(after) or _KIN_AFTER.match(after) and _KIN_BEFORE.search(before):
        votes["person"] += 5
        name.honoured = True
    if goods := not place and (PRODUCT_AFTER.match(after) or _GOODS_BEFORE.search(last)):
        # a brand is as often a company's name
        votes["product"] += 1 if goods.group().endswith("brand") else 3
    if not place and _PART_ACTS.match(after):
        votes["organization"] += 4
    name.branded |= bool(_BRANDS.match(text, end, end + 120))
    if _MODEL.match(name.text) and not votes["organization"]:
        votes["product"] += 2
        if _PRODUCT_BEFORE.search(last):
            votes["product"] += 2


def without_ticker(name: str) -> str:
    """ "Acme Corp (ACM)" as "Acme Corp"."""
    return _TICKER.sub("", name) if name.endswith(")") else name


_TICKER = re.compile(r"(?<=[\w.]) ?\([A-Z][A-Z.:]*\)$")
