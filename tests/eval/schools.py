"""The invented schools of the evaluation: facts in the form of script/samples/facts.py, made from the words below.

Twelve schools in six layouts, one of each to tune on and one to report on. The two halves share no school, name, board,
arrangement, limit or point, and word their headings, labels and columns differently. No school of samples/ is among them.
"""
import random

LAYOUTS = ("almere7", "almere6", "lettered", "checklist", "transposed", "labels")
SPLITS = ("tune", "report")

# Of each pair the first is for tuning, the second for the report.
SCHOOLS = {
    "tune": (("OBS De Wilgenroos", "Rietzoom", "1349 WR"), ("PCB Het Zeilschip", "Spantweg", "1349 ZS"),
             ("De Vuursteen", "Keienpad", "3999 VS"), ("RKBS Sint Wendel", "Kapelhof", "5999 SW"),
             ("Daltonschool De Wadloper", "Slikdijk", "8999 WL"), ("CBS De Hazelaar", "Notengang", "7999 HZ")),
    "report": (("PCB De Waterjuffer", "Libelpad", "1349 WJ"), ("OBS 't Kompasroosje", "Noordhof", "1349 KR"),
               ("Het Klaverblad", "Weidelaan", "2999 KB"), ("OBS De Tolbrug", "Tolkade", "4999 TB"),
               ("Jenaplanschool De Ooievaar", "Nestlaan", "6999 OV"), ("KBS De Molensteen", "Maalstraat", "9999 MS")),
}
PLACES = {"tune": ("Almere", "Veenwoud", "Kapelle"), "report": ("Almere", "Oosterbroek", "Zandwijk")}
BOARDS = {"tune": ("Stichting Lelievaart", "Vereniging De Horizon", "Stichting Onderwijs Noordrand"),
          "report": ("Stichting Zonnewijzer", "Stichting De Groene Gilde", "Vereniging Het Anker")}
PEOPLE = {
    "tune": ("M. Terpstra", "Inge Vlasblom", "J.P. de Roo", "Karel Oudshoorn", "Fatma Yıldız", "R. van den Akker"),
    "report": ("A. Quist", "Lotte Brandsma", "H.J. ter Horst", "Samira el Amrani", "Ype Fokkema", "C. Duinker"),
}
VISION = {
    "tune": ("Leren doe je samen. Wij zoeken voor ieder kind de taak die nét iets moeilijker is dan gisteren.",
             "Rust, regelmaat en ruimte zijn de drie woorden die boven elke deur hangen.",
             "Ons team werkt handelingsgericht: eerst kijken wat werkt, dan pas wat ontbreekt."),
    "report": ("Elk kind komt met zijn eigen rugzak de school in; wij pakken die met zorg uit.",
               "Wij geloven dat nieuwsgierigheid de beste leermeester is en richten onze lokalen daarop in.",
               "Wie zich veilig voelt, durft te leren. Daarom beginnen we elke week in de kring."),
}
# doelgroep, begeleiding, voorzieningen, ondersteuningsroute, externe expertise; None where the cell says n.v.t.
ARRANGEMENTS = {
    "tune": (
        ("Leerlingen met dyslexie", "- extra leestijd in een klein groepje\n- voorlezen van toetsen", "Voorleessoftware",
         "Signalering door de leerkracht, daarna overleg met de ib'er", "Orthopedagoog"),
        ("Leerlingen met rekenproblemen", "Verlengde instructie, 2 keer 30 minuten per week", "Rekenrek en concreet materiaal",
         "Groepsplan, daarna een eigen leerlijn", "Rekenspecialist van het bestuur"),
        ("Leerlingen met autisme", "Dagprogramma met pictogrammen en een vaste plek", "Prikkelarme werkplek",
         "Ouders, leerkracht en ib'er maken een plan", "Ambulant begeleider"),
        ("Meer- en hoogbegaafde leerlingen", "Compacten van de leerstof\nEen ochtend plusklas", "Verrijkingskist", "Screening in groep 2 en 5", None),
        ("Leerlingen met een taalachterstand", "Woordenschatlessen in de kleine kring", "Prentenboeken en praatplaten",
         "Observatie na zes weken", "Logopedist"),
    ),
    "report": (
        ("Kinderen met lees- en spellingproblemen", "- dagelijks tien minuten connect lezen\n- vergrote teksten", "Daisyspeler, leesliniaal",
         "Na twee metingen volgt een gesprek met ouders", "Onderzoeksbureau voor dyslexie"),
        ("Kinderen met ADHD", "Korte opdrachten en een bewegingspauze", "Koptelefoons en wiebelkussens",
         "De leerkracht bespreekt het kind in het zorgteam", "Gedragsspecialist uit de regio"),
        ("Kinderen die zeer moeilijk leren", "Eigen leerlijn voor rekenen en taal, 1,5 uur per week", "Methode op twee niveaus",
         "Ontwikkelingsperspectief vanaf groep 6", "Psycholoog van de schoolbegeleidingsdienst"),
        ("Kinderen met een lichamelijke beperking", "Hulp bij verplaatsen en omkleden", "Lift, aangepast toilet", "Intake met ouders en arts",
         "Ergotherapeut"),
        ("Kinderen die pas kort in Nederland zijn", "Schakelklas op vier ochtenden", None, "Plaatsing na een intakegesprek",
         "NT2-deskundige"),
    ),
}
LIMITS = {
    "tune": ("Leerlingen die de veiligheid van anderen in gevaar brengen, kunnen wij niet opvangen.",
             "Medische handelingen met een hoog risico voeren wij niet uit.",
             "Wanneer een leerling voortdurend één op één begeleiding vraagt, is onze grens bereikt.",
             "Per groep plaatsen wij ten hoogste drie leerlingen met een intensieve ondersteuningsvraag."),
    "report": ("Wij kunnen geen onderwijs bieden aan kinderen die niet zindelijk zijn zonder hulp van buiten.",
               "Is een kind niet aanspreekbaar op gedrag, dan zoeken wij een andere plek.",
               "De gebouwen hebben trappen: een rolstoel kan alleen op de begane grond.",
               "Bij meer dan twee ontwikkelingsperspectieven in een groep nemen wij geen zij-instromers aan."),
}
POINTS = {
    "tune": (("Een doorgaande lijn voor begrijpend lezen opzetten.", "schooljaar 2018-2019"),
             ("Alle leerkrachten scholen in het voeren van oudergesprekken.", "juni 2019"),
             ("De plusklas uitbreiden naar groep 4.", "voorjaar 2020")),
    "report": (("Het protocol voor kinderen met faalangst herzien.", "december 2019"),
               ("Een tweede ib'er opleiden.", "schooljaar 2020-2021"),
               ("Samen met de opvang een warme overdracht afspreken.", "zomer 2020")),
}
BASICS = {
    "tune": (("Er is een protocol voor medisch handelen", "ja"), ("De school heeft een plan voor ernstige rekenproblemen", "in_ontwikkeling"),
             ("Het gebouw is rolstoeltoegankelijk", "nee"), ("De school gebruikt een leerlingvolgsysteem", "ja")),
    "report": (("Wij volgen het protocol leesproblemen en dyslexie", "ja"), ("Er is een aanbod voor sociale vaardigheden", "ja"),
               ("Er is een time-outruimte", "nee"), ("Wij werken met groepsplannen voor spelling", "in_ontwikkeling")),
}
HEADINGS = {
    "almere7": {"tune": ("Gegevens van de school", "Visie en onderwijsconcept van de school", "Beschrijving van de basisondersteuning",
                         "Arrangementen extra ondersteuning", "Grenzen van de ondersteuning", "Verbeterpunten"), },
    "lettered": {"tune": ("Algemene gegevens", "Onderwijsvisie", "Basisondersteuning", "Extra ondersteuning", "Grenzen aan de ondersteuning",
                          "Ambities"),
                 "report": ("Contactgegevens", "Missie en visie", "Kwaliteit basisondersteuning", "Ondersteuningsarrangementen",
                            "Grenzen van zorg", "Ontwikkelagenda")},
}
HEADINGS["almere7"]["report"] = HEADINGS["almere7"]["tune"]
for _layout, _like in (("almere6", "almere7"), ("checklist", "almere7"), ("transposed", "lettered"), ("labels", "lettered")):
    HEADINGS[_layout] = HEADINGS[_like]
SECTIONS = ("schoolgegevens", "visie", "basisondersteuning", "arrangementen", "grenzen", "verbeterpunten")
COLUMNS = {
    "tune": ("Leerlingen met …", "Begeleiding", "Specifieke voorzieningen", "Ondersteuningsroute", "Externe expertise"),
    "report": ("Doelgroep", "Extra begeleiding", "Materialen", "Werkwijze", "Externe partners"),
    "almere": ("Leerlingen met …", "Welke begeleiding krijgen deze leerlingen?", "Welke specifieke voorzieningen heeft de school?",
               "Wat is de ondersteuningsroute binnen onze school?", "Welke expertise heb je nodig van externe partners?"),
}
NAMES = ("doelgroep", "begeleiding", "voorzieningen", "ondersteuningsroute", "externe_expertise")
LABELS = {
    "tune": {"school.naam": "Naam de school", "school.brin": "BRIN-nummer", "school.adres": "Adres", "school.telefoon": "Telefoon",
             "school.email": "E-mail", "contact.directie": "Directie", "contact.interne_begeleiding": "Interne Begeleiding",
             "bestuur.naam": "Bestuur", "versie.schooljaar": "Schooljaar"},
    "report": {"school.naam": "Schoolnaam", "school.brin": "Brinnummer", "school.adres": "Bezoekadres", "school.telefoon": "Tel.",
               "school.email": "E-mailadres", "contact.directie": "Directeur", "contact.interne_begeleiding": "Intern begeleider",
               "bestuur.naam": "Schoolbestuur", "versie.schooljaar": "Schooljaar"},
}
DAYS = (["ma", "di"], ["wo", "do", "vr"])


def fields(split, at, draw):
    name, street, postcode = SCHOOLS[split][at]
    place, number, phone = draw.choice(PLACES[split]), str(draw.randrange(2, 90)), f"03655501{at}{draw.randrange(10)}"
    brin = f"9{at}{'TR'[split == 'report']}{'ABCDEF'[at]}"
    head, helper = PEOPLE[split][at], PEOPLE[split][(at + 1) % 6]
    days, year = draw.choice(DAYS), draw.randrange(2014, 2021)
    title = draw.choice(("mw. ", "dhr. ", ""))
    values = {
        "school.naam": (name, name), "school.brin": (brin, brin),
        "school.adres": (f"{street} {number}, {postcode} {place}",
                         {"straat": street, "huisnummer": number, "postcode": postcode, "plaats": place}),
        "school.telefoon": (f"{phone[:3]}-{phone[3:]}" if at % 2 else f"({phone[:3]}) {phone[3:6]} {phone[6:8]} {phone[8:]}",
                            f"+31{phone[1:]}"),
        "school.email": (f"info@{street.lower()}.example.org",) * 2,
        "contact.directie": (title + head, [{"naam": head}]),
        "contact.interne_begeleiding": (f"{helper} ({', '.join(days)})", [{"naam": helper, "werkdagen": days}]),
        "bestuur.naam": (draw.choice(BOARDS[split]),) * 2,
        "versie.schooljaar": (f"{year}-{year + 1}" if at % 2 else f"{year}/{year + 1}", f"{year}-{year + 1}"),
    }
    if at % 3 == 2:
        del values["school.brin"]
    return {path: {"label": LABELS[split][path], "tag": path.partition(".")[2], "text": text, "value": value} for path, (text, value) in values.items()}


def arrangements(split, layout, draw):
    rows = draw.sample(ARRANGEMENTS[split], draw.randrange(3, 6))
    headings = COLUMNS["almere" if layout.startswith("almere") else split]
    return {"columns": [list(pair) for pair in zip(NAMES, headings)],
            "rows": [{**{name: cell if cell else {"text": "n.v.t.", "value": None} for name, cell in zip(NAMES, row)},
                      "categorieen": None, "domein": None, "omvang": None} for row in rows]}


def text_of(cell):
    return cell if isinstance(cell, str) else cell["text"]


def arrangement_blocks(facts, layout):
    """The arrangements as the layout has them: a table, one turned on its side, or labels and values in a block each."""
    columns, rows = facts["arrangementen"]["columns"], facts["arrangementen"]["rows"]
    if layout == "transposed":
        return [{"table": [[heading, *(text_of(row[name]) for row in rows)] for name, heading in columns]}]
    if layout == "labels":
        return [{"table": [[heading, text_of(row[name])] for name, heading in columns]} for row in rows]
    return [{"table": "arrangementen"}]


def shape(layout, split):
    labels = {"almere7": ("table", "controls"), "almere6": ("colon", "tab"), "lettered": ("tab", "table"),
              "checklist": ("pairs", "colon"), "transposed": ("table", "breaks"), "labels": ("colon", "legacy")}
    checks = {"checklist": ("cross", "control_table"), "almere6": ("symbol", "control"), "labels": ("legacy", "strike")}
    index = SPLITS.index(split)
    return {"labels": labels[layout][index], "checks": checks.get(layout, ("control", "cross"))[index],
            "headings": ("auto", "typed", "bold")[(LAYOUTS.index(layout) + index) % 3], "lists": ("numbered", "typed")[index],
            "header": "Schoolondersteuningsprofiel", "footer": "pagina"}


def facts_of(split, at):
    layout, draw = LAYOUTS[at], random.Random(f"{split} {at}")
    facts = {"writer": "word", "created": "2018-04-16", "shape": shape(layout, split), "fields": fields(split, at, draw), "derived": {},
             "arrangementen": arrangements(split, layout, draw), "grenzen": draw.sample(LIMITS[split], 3),
             "verbeterpunten": [{"tekst": text, "termijn": term} for text, term in draw.sample(POINTS[split], 2)],
             "basisondersteuning": [[label, value, None] for label, value in draw.sample(BASICS[split], 3)]}
    facts["title"] = f"Schoolondersteuningsprofiel {facts['fields']['school.naam']['text']}"
    almere = layout.startswith("almere")
    facts["front"] = [{"title": "Format Schoolondersteuningsprofiel Primair Onderwijs Almere" if almere else facts["title"]}]
    tables = draw.choice(("table", "list"))
    blocks = {
        "schoolgegevens": [{"fields": list(facts["fields"])}],
        "visie": draw.sample(VISION[split], 2),
        "basisondersteuning": ["Hieronder staat wat de school aan alle leerlingen biedt.", {"table": "basisondersteuning"}],
        "arrangementen": arrangement_blocks(facts, layout),
        "grenzen": ["De school kan niet alles bieden:", {"list": "grenzen"}],
        "verbeterpunten": [{"table": "verbeterpunten"}],
    }
    if tables == "list":  # a list holds no terms
        blocks["verbeterpunten"] = [{"list": "verbeterpunten"}]
        for point in facts["verbeterpunten"]:
            point["termijn"] = None
    numbers = "ABCDEFG" if layout == "lettered" else "1234567"
    facts["secties"] = [{"id": section, "kop": heading, "blocks": blocks[section]}
                        for section, heading in zip(SECTIONS, HEADINGS[layout][split])]
    if layout == "almere7":
        facts["secties"].insert(4, {"id": "overig", "kop": "Samenwerking in de buurt", "blocks": [
            "Elke maand praten wij met de andere scholen in de buurt over wat kinderen nodig hebben."]})
    for number, section in zip(numbers, facts["secties"]):
        section["nummer"] = number
    if layout == "lettered":
        facts["shape"]["headings"] = "typed"
    return facts


def all_facts(split):
    """{name: facts}; the name is that of the files."""
    return {f"{split}-{LAYOUTS[at]}": facts_of(split, at) for at in range(len(LAYOUTS))}
