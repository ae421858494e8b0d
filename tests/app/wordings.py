"""Other words for the same: headings, labels and columns as contract and field work know them, dates, phones, names."""

HEADINGS = {
    "schoolgegevens": ("Gegevens van de school", "Algemene gegevens van de school", "Contactgegevens", "Contact gegevens",
                       "Schoolgegevens", "Algemene informatie"),
    "visie": ("Visie en onderwijsconcept van de school", "Onderwijsvisie / schoolconcept", "Visie op ondersteuning",
              "Missie en visie", "Onderwijskundig concept", "Passend onderwijs in onze school"),
    "basisondersteuning": ("Beschrijving van de basisondersteuning", "Basisondersteuning", "Aspecten basisondersteuning",
                           "Kwaliteit basisondersteuning", "Basiszorg"),
    "arrangementen": ("Arrangementen extra ondersteuning", "Extra ondersteuning", "Ondersteuningsarrangementen",
                      "Extra ondersteuning/arrangementen", "Ondersteuningsvormen"),
    "grenzen": ("Grenzen van de ondersteuning", "Grenzen aan de ondersteuning", "Grenzen en groeimogelijkheden",
                "Grenzen aan de mogelijkheden van de school", "Grenzen van zorg"),
    "verbeterpunten": ("Verbeterpunten", "Verbeterpunten voor de school", "Ambities", "Plannen en ambities",
                       "Onze ontwikkelambities", "Ontwikkelpunten", "Ontwikkelagenda"),
    "vaststelling": ("Vaststelling", "Samenstelling en vaststelling", "Ondertekening", "Afronding"),
    "deskundigheid": ("Deskundigheid", "Teamexpertise", "Het team"),
    "externe_partners": ("Samenwerking en externe partners", "Externe ketenpartners", "Samenwerkende ketenpartners"),
    "ouders": ("De rol van de ouders", "Ouderbetrokkenheid"),
}
LABELS = {
    "school.naam": ("Naam de school", "Naam van de school", "Naam school", "Schoolnaam", "School"),
    "school.brin": ("BRIN", "BRIN-nummer", "Brinnummer", "BRIN nr."),
    "school.adres": ("Adres", "Bezoekadres", "Adres van de school"),
    "school.telefoon": ("Telefoon", "Tel.", "Telefoonnummer", "Telefoonnummer (algemeen)"),
    "school.email": ("E-mail", "Email", "E-mailadres", "Mailadres", "E-mailadres (algemeen)"),
    "school.website": ("Website", "Website van de school"),
    "contact.directie": ("Directie", "Directeur", "Schoolleider", "Naam directeur"),
    "contact.interne_begeleiding": ("Interne Begeleiding", "Intern begeleider", "Intern begeleiders", "IB’er", "IB'ers", "IB"),
    "bestuur.naam": ("Bestuur", "Schoolbestuur", "Bevoegd gezag", "Naam schoolbestuur"),
    "versie.schooljaar": ("Schooljaar", "Cursusjaar"),
}
COLUMNS = {
    "doelgroep": ("Leerlingen met …", "Leerlingen met", "Doelgroep", "Onderwijsbehoeften", "Ondersteuningsbehoefte",
                  "Ondersteuningsvraag"),
    "begeleiding": ("Welke begeleiding geef je/krijgen deze leerlingen?", "Welke begeleiding geven jullie deze leerlingen",
                    "Welke begeleiding krijgen deze leerlingen?", "Begeleiding", "Extra begeleiding", "Aandacht en tijd"),
    "voorzieningen": ("welke specifieke voorzieningen heeft de school?", "Specifieke voorzieningen", "Voorzieningen",
                      "Materialen", "WELKE SPECIFIEKE VOORZIENINGEN HEEFT DE SCHOOL"),
    "ondersteuningsroute": ("Wat is de ondersteuningsroute binnen onze school?", "Ondersteuningsroute", "Route", "Zorgroute",
                            "Werkwijze", "Wat is de\nondersteuningsroute\nbinnen onze school?"),
    "externe_expertise": ("welke expertise heb je nodig van externe partners?", "Externe partners", "Ketenpartners",
                          "Welke expertise heeft u nodig van externe partners", "Externe expertise", "Samenwerking met"),
}
BEFORE_NUMBER = ("", "", "", "Ad ", "Hoofdstuk ")
MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
DAYS = {"ma": "maandag", "di": "dinsdag", "wo": "woensdag", "do": "donderdag", "vr": "vrijdag"}


def date(value, draw):
    year, month, day = map(int, value.split("-"))
    name = MONTHS[month - 1]
    return draw.choice((f"{day} {name} {year}", f"{day:02}-{month:02}-{year}", f"{day}-{month}-{year}", f"{day}/{month}/{year}",
                        f"{day} {name}, {year}", f"{day} {name.upper()} {year}", f"d.d. {day} {name} {year}"))


def phone(value, draw):
    rest = value.removeprefix("+3136")
    return draw.choice((f"036-{rest}", f"(036) {rest[:3]} {rest[3:5]} {rest[5:]}", f"036 {rest[:3]} {rest[3:]}", f"036{rest}",
                        f"+31 36 {rest[:3]} {rest[3:]}", f"036 – {rest[:3]} {rest[3:5]} {rest[5:]}", f"+31 (0)36 {rest}"))


def persons(values, draw, lines):
    """People as a form holds them, one way of writing for all of them; `lines`: each may have a line."""
    days_of = draw.choice((
        lambda days: f" ({', '.join(days)})", lambda days: f" ({'/'.join(days)})", lambda days: f" ({' en '.join(days)})",
        lambda days: f" ({', '.join(DAYS[day] for day in days)})", lambda days: f": {', '.join(days)}"))
    title = draw.choice(("", "", "mevr. ", "Dhr. ", "Drs. "))
    texts = [title + person["naam"] + (f" ({person['functie']})" if person.get("functie") else "")
             + (days_of(person["werkdagen"]) if person.get("werkdagen") else "") for person in values]
    return draw.choice((" en ", "\n", "; ", " / ") if lines else (" en ", "; ", " / ")).join(texts)


def reword(facts, draw):
    """Changes `facts` in place: other words, the same record but for the headings."""
    for section in facts["secties"]:
        if section["id"] in HEADINGS and draw.random() < 0.5:
            section["kop"] = draw.choice(HEADINGS[section["id"]])
        if draw.random() < 0.1 and "{" not in section["kop"]:
            section["kop"] = section["kop"].upper()
    for path, entry in facts["fields"].items():
        if not entry.get("label") or entry["text"] is None or "{" in entry["text"]:
            continue
        if path in LABELS and draw.random() < 0.5:
            entry["label"] = draw.choice(LABELS[path])
        value = entry.get("value")
        if path.startswith("vaststelling.") and value["precisie"] == "dag" and not entry.get("date"):
            entry["text"] = date(value["waarde"], draw)
        elif path == "school.telefoon":
            entry["text"] = phone(value, draw)
        elif path.startswith("contact.") and value:
            entry["text"] = persons(value, draw, lines=facts["shape"]["labels"] != "breaks")
    columns = facts["arrangementen"]["columns"]
    for column in columns:
        if column[0] in COLUMNS and " / " not in column[1] and draw.random() < 0.5:
            column[1] = draw.choice(COLUMNS[column[0]])
    if draw.random() < 0.3:
        first, *others = columns
        draw.shuffle(others)
        facts["arrangementen"]["columns"] = [first, *others]
