"""Makes the layouts in good/ that councils use, with python-docx. Run: python tests/word/make/layouts.py. Nobody in them exists."""

from pathlib import Path

import docx

GOOD = Path(__file__).parent.parent / "good"


def write(document, *parts):
    """Add parts: "# heading", "- bullet", "1. number", "*bold*", a list of rows (a table), or a paragraph."""
    for part in parts:
        if isinstance(part, list):
            table(document, part)
        elif part.startswith("#"):
            level = len(part) - len(part.lstrip("#"))
            document.add_heading(part.lstrip("# "), level)
        elif part.startswith("- "):
            document.add_paragraph(part[2:], "List Bullet")
        elif part.startswith("-- "):
            document.add_paragraph(part[3:], "List Bullet 2")
        elif part.startswith("1. "):
            document.add_paragraph(part[3:], "List Number")
        elif part.startswith("*"):
            document.add_paragraph().add_run(part.strip("*")).bold = True
        else:
            document.add_paragraph(part)


def table(document, rows):
    """Add a table; a row of one text is merged across, "^" is merged with the cell above, a cell of several parts is a list."""
    width = max(len(row) for row in rows)
    made = document.add_table(len(rows), width, "Table Grid")
    for at, row in enumerate(rows):
        cells = made.rows[at].cells
        if len(row) == 1 and width > 1:
            fill(cells[0].merge(cells[-1]), row[0])
            continue
        for column, text in enumerate(row):
            if text == "^":
                made.cell(at - 1, column).merge(made.cell(at, column))
            else:
                fill(cells[column], text)


def fill(cell, text):
    if isinstance(text, str):
        cell.text = text
        return
    write(cell_writer(cell), *text)
    first = cell.paragraphs[0]._p
    first.getparent().remove(first)


def cell_writer(cell):
    """Return a cell that takes headings as a document does."""

    class Writer:
        add_paragraph = staticmethod(cell.add_paragraph)

        @staticmethod
        def add_heading(text, level):
            cell.add_paragraph(text, f"Heading {level}")

        @staticmethod
        def add_table(rows, columns, style):
            return cell.add_table(rows, columns)

    return Writer


LAYOUTS = {
    "sections.docx": [
        "# Education, Health and Care Plan", "Name of child: Rowan Achterberg", "Preferred name:\tRo\tYear group: 9", "DOB: 02.11.2011",
        "Date of final plan: 1 September 2026", "Date of next annual review: 30/06/2027", "Pronouns: they/them",
        "# Section A: The views, interests and aspirations of the child and their parents",
        "I like maps and trains.", "My aspirations", "To drive a train.", "- To live near my gran.",
        "# Section B: The child's special educational needs", "## Cognition and learning", "Strengths", "Rowan knows every station.", "Needs",
        "- Rowan reads two years behind their age.", "- Numbers above 100 mean little to them.",
        "## Sensory and/or physical needs", "Rowan has no identified needs in this area.",
        "# Section C: Health needs related to SEN", "Rowan has asthma, which tires them.",
        "# Section D: Social care needs", "None.",
        "# Section E: The outcomes sought for the child or young person",
        "The following outcomes were agreed at the meeting.",
        "## Cognition and learning",
        "1. By July 2027, I will read a timetable on my own and catch the right train.",
        "1. By the end of Year 11, I will be able to:", "-- keep a diary for a week; and", "-- show it to my tutor.",
        "## Communication and interaction", "Long term", "- By the end of Year 13, I will explain what I need to a stranger.",
        "Short term", "- By Christmas 2026, I will ask for help once a day.", "Click or tap here to enter text.",
        "# Section F: The special educational provision required", "- Reading with an adult for 20 minutes a day.", "- A map of the school.",
        "# Section I: Placement", "Name: Harbour School", "# Appendices", "- Advice of the educational psychologist",
    ],
    "plain-headings.docx": [
        "*SECTION B*", "Idris finds new places hard.", "*SECTION E*", "*Outcomes*",
        "Outcome 1: By the end of Year 4, I will go to a new place with my class and stay for an hour.",
        "Steps towards meeting the outcome:", "- Visit the library.", "- Visit the museum.",
        "Outcome 2:", "By the end of Year 4, I will tie my laces.", "By when: July 2028", "Provision: ten minutes of practice a day",
        "Outcome 3: I will eat lunch in the hall with my friends twice a week by Easter 2027.", "*SECTION F*",
        "An adult who knows Idris will be with him in new places.",
        "Section E sets out what we hope for. Section E tells the outcomes", "*Section G: The health provision required by the child.*", "None",
    ],
    "golden-thread.docx": [
        "Contents", "*Outcomes and provision*",
        [
            ["Outcomes (E)", "Provision (F, G, H)", "Aspirations (A)", "Needs (B)"],
            [["- By July 2027, I will cook a hot meal once a week.", "- By July 2027, I will shop for it with a list."],
             "Cookery lesson for an hour a week.", "To have my own flat.", "Mina relies on others for her meals."],
            ["By July 2028, I will travel to college by bus on my own.", "Travel training, ten sessions.", "To have my own flat.",
             "Mina does not yet travel alone."],
            ["By July 2027, I will cook a hot meal once a week.", "A cook-book with pictures.", "N/A", "^"],
        ],
    ],
    "section-e-table.docx": [
        "# Section E – Outcomes",
        [
            ["No", "Outcome (what I will be able to do)", "Steps", "By when", "Who", "Education, health or care"],
            ["1", "I will swim a length without a float.", ["- Get into the water.", "- Float for ten seconds."], "July 2027", "Swimming teacher", "Education"],
            ["Health"],
            ["2", "I will put on my own splint each morning.", "Watch the film", "31/12/2026", "Dad and physio", "Health and care"],
            ["3", "[INSERT]", "", "", "", ""],
            ["4", "n/a", "", "", "", ""],
        ],
        "# Section F – Provision", "Swimming once a week.",
    ],
    "advice.docx": [
        "Educational Psychologist's advice", "*Background information*", "- Seen at school on 4 May.", "- Seen at home.",
        "*Needs*", "Attention", "- Zofia looks away after two minutes.", "*Long-term outcomes*",
        "- By the end of Key Stage 2, Zofia will work alone for fifteen minutes.", "*Medium-term outcomes*",
        "- By the end of Year 4, Zofia will work alone for ten minutes.", "*Short term outcomes*",
        "- By Easter 2027, Zofia will work alone for five minutes.",
        [
            ["Special Educational Provision", "By Whom", "Frequency", "Which Need Does This Provision Meet"],
            ["A work station with a timer", "Class teacher", "Daily", "Attention"],
        ],
    ],
    "advice-columns.docx": [
        "Speech and language therapy advice",
        [
            ["Need", "Long term outcome", "Short term outcome", "Provision"],
            ["Kofi's words are few.", "By the end of Year 2, Kofi will use sentences of four words.",
             "By Easter 2027, Kofi will ask for five things by name.", "Therapy, 30 minutes a week."],
        ],
    ],
    "area-by-area.docx": [
        "# Special educational needs, outcomes and provision",
        "## Communication and interaction", "### Section B – Needs", "Ana speaks in single words.",
        "### Section E – Outcomes", "- By July 2027, I will ask for a toy with three words.",
        "### Section F – Provision", "Signing in class every day.",
        "## Cognition and learning", "### Section B – Needs", "Ana counts to five.",
        "### Section E – Outcomes", "- By July 2027, I will count ten spoons onto the table.", "- By July 2027, I will find my name on my peg.",
        "### Section F – Provision", "Counting games every day.",
        "## Social, emotional and mental health", "### Section E – Outcomes", "No outcomes in this area.",
    ],
    "labels-and-values.docx": [
        "Section E",
        [
            ["Need", "Theo can't yet read signs."],
            ["Outcome 1", "By July 2027, I will read ten signs in town."],
            ["By when", "July 2027"],
            ["Provision", "A walk in town each week."],
        ],
        [
            ["Need", "Theo eats only two foods."],
            ["Outcome 2", ["By Easter 2027, I will taste a new food each week."]],
            ["By when", "By the end of Year 3"],
            ["Provision", "A tasting plate at snack time."],
        ],
    ],
    "banner-tables.docx": [
        [["SECTION B: SPECIAL EDUCATIONAL NEEDS"]], "Lena is deaf.", [["SECTION E: OUTCOMES"]],
        "By July 2027, I will sign a story to my class.", "By July 2027, I will order in a café in sign or writing.",
        [["SECTION F: PROVISION"]], "A teacher of the deaf, weekly.",
    ],
    "only-bullets.docx": ["Drafts for Monday", "- By July 2027, I will bake a loaf on my own.", "- By July 2027, I will cycle to school."],
    "outcomes-heading.docx": [
        "# Notes", "- Ring the school.", "# Outcomes for Jo", "I will walk the dog by myself every day by June 2027.",
        "I will catch a ball with one hand by June 2027.", "# Next steps", "- Send to parents.",
    ],
    "guidance.docx": [
        "# Section E: Outcomes", "Guidance: outcomes should be SMART.", "An outcome should say what will change.", "{{outcome_1}}",
        "By July 2027, I will post a letter that I wrote.", "[Insert outcome]", "Please add rows if needed.",
    ],
    "nested.docx": [
        [
            [["*Section E – Outcomes*", "- By July 2027, I will hold the rail on stairs.", [["Outcome", "By when"], ["I will hop on one leg.", "May 2027"]]]],
            [["*Section F – Provision*", "Physiotherapy each week."]],
        ],
    ],
    "one-table.docx": [
        [
            ["Section A"], ["My views: I like cats."], ["Aspirations"], ["To be a vet."], ["Section B: Special Educational Needs"],
            [["Cognition and Learning", "He cannot yet read.", "- He cannot yet spell."]], ["Section E: Outcomes"],
            [["1. By July 2027, I will read a comic to my brother.", "1. By July 2027, I will spell my name."]], ["Section F"], ["A reading partner."],
        ],
    ],
    "numbered-headings.docx": [
        "# Education, Health and Care Plan", "## 1. Personal details",
        [["Child’s full name", "Aisha Khan"], ["Date of birth:", "01/02/2014"], ["Pronouns", "She/her"], ["Year Group", "Y7"]],
        "## 2. Section A - The views, interests and aspirations of Aisha and her parents", "### Aisha's views", "I like art.",
        "### Aspirations", "I want to be an artist.", "## 3. Section B - Aisha's special educational needs",
        "### Communication and Interaction Needs", "Strengths:", "She chats.", "Needs:", "She mishears.",
        "### Cognition and Learning Needs", "Strengths:", "She counts.", "Needs:", "She can't yet subtract.",
        "## 4. Section E - Outcomes", "### Communication and Interaction", "Outcome 1",
        "By the end of Year 9, I will repeat instructions back in 4 out of 5 lessons.", "Short term targets:", "- Repeat one word.",
        "Outcome 2", "By the end of Year 9, I will ask when I mishear.", "## 5. Section F", "A hearing loop.",
    ],
    "upright.docx": [
        "Section E",
        [["", "Outcome 1", "Outcome 2"], ["Outcome", "I will run 1 km by July 2027.", "I will hop by July 2027."], ["By when", "July 2027", "July 2028"]],
    ],
    "sections-in-areas.docx": [
        "*Communication and Interaction*", [["Section E: Outcomes"], ["By July 2027, I will wave."], ["Section F: Provision"], ["A signing group."]],
        "*Cognition and Learning*", [["Section E: Outcomes"], ["By July 2027, I will count to five."], ["Section F: Provision"], ["Counting songs."]],
    ],
    "adulthood-columns.docx": [
        "# Section E",
        [
            ["PfA area", "Outcome", "What does success look like?", "By when?", "How will this be achieved?", "Who is responsible?"],
            ["Employment", "By July 2027, I will complete a work placement.", "I get a certificate", "July 2027", "Careers sessions", "College"],
            ["Good health", "By July 2027, I will book my own GP appointment.", "", "July 2027", "", "Mum"],
        ],
    ],
    "annual-review.docx": [
        "Annual review",
        [
            ["Outcome from the plan", "Progress made", "Achieved?", "New or amended outcome"],
            ["I will read a book by July 2026.", "Good", "Yes", "By July 2027, I will read a chapter book."],
        ],
    ],
    "area-column.docx": [
        "Section E",
        [
            ["Area of need", "Outcome", "Timescale"],
            ["Communication and interaction", "By July 2027, I will ask for help.", "Long term"],
            ["^", "By July 2027, I will say no.", "Short term"],
            ["Getting around", "By July 2027, I will catch the tram.", "Short term"],
        ],
    ],
    "letters.docx": [[["B", "F", "E"], ["Reads slowly.", "Reading daily.", "I will read a page by July 2027."]]],
    "areas-between-rows.docx": [
        [
            ["B - Special Educational Needs", "E - Outcomes", "F - Provision"], ["Cognition and Learning"],
            ["Reads slowly.", "I will read a page by July 2027.", "Reading daily."], ["Sensory and Physical"],
            ["Trips on steps.", "I will climb stairs by July 2027.", "Exercises daily."],
        ],
    ],
    "table-per-outcome.docx": [
        "# Section E – Outcomes and Section F – Provision",
        [
            ["Outcome 1"], ["By July 2027, I will read a page aloud."], ["Provision", "Who", "How often"],
            ["Phonics", "Teaching assistant", "Daily"], ["Paired reading", "Teacher", "Weekly"],
        ],
        [["Outcome 2"], ["By July 2027, I will write a line."], ["Provision", "Who", "How often"], ["Pencil grip", "Teaching assistant", "Daily"]],
    ],
    "titled-outcomes.docx": [
        "# Section E", "## Outcome 1: Communication", "By July 2027, I will ask for help.", "### Steps", "- Use a card.",
        "## Outcome 2: Learning", "By July 2027, I will count to ten.", "## Outcome 3: I will walk to the shop by July 2027", "# Section F", "A card.",
    ],
    "with-remarks.docx": [
        "# Section E: Outcomes", "Noa's outcomes are written with her. They will be reviewed each year.",
        "By July 2027, Noa will read a menu and choose her meal.", "Success looks like: she orders on her own.",
        "By July 2028, Noa will travel alone.", "Steps:", "- Learn the stops.", "- Go with a friend.", "By July 2029, Noa will have a Saturday job.",
    ],
    "terms-as-columns.docx": [
        "Section E",
        [["Long term", "Medium term", "Short term"], ["By 2030, I will live alone.", "By July 2028, I will cook.", "By July 2027, I will shop."]],
    ],
    "merged-header.docx": ["Section E", [["Outcomes"], ["1", "By July 2027, I will read."], ["2", "By July 2027, I will write."]]],
    "labels-in-a-cell.docx": [
        [
            ["B – Needs", "F – Provision", "E – Outcomes"],
            ["Road signs puzzle her.", "A driving instructor.",
             ["*Long term:*", "- By 2030, I will drive.", "*Short term:*", "- By July 2027, I will steer.", "Steps:", "- Learn the signs."]],
            ["Need 2", "Provision 3", "I will park by July 2028."],
        ],
    ],
    "heading-styles.docx": ["# Section E", "## By July 2027, I will read the news to my class", "## By July 2027, I will cook", "# Section F", "Help."],
    "own-words.docx": [
        [["Name", "DOB", "Year group"], ["Eli Fox", "04/03/2012", "10"]], "# My plan", "## My hopes and dreams", "I want a dog.",
        "## What I want to achieve", "- I will feed a dog every day by July 2027.", "## What will help me", "- A chart",
    ],
    "typed-bullets.docx": [
        "SECTION E: OUTCOMES", "Communication and interaction:", "• By July 2027, I will say hello.", "• By July 2027, I will say goodbye.",
        "Cognition and learning:", "1) By July 2027, I will add.", "2) By July 2027, I will subtract.", "SECTION F: PROVISION", "• A maths group",
    ],
    "said-again.docx": [
        [["Section E", "Outcome", "Provision"], ["1", "I will read by July 2027.", "Phonics."], ["2", "I will add by July 2027.", "Counters."]],
        [["B – Needs", "F – Provision", "E – Outcomes"], ["Can't yet read.", "A reading partner.", "I will read by July 2027."]],
    ],
}  # fmt: skip


def main():
    for name, parts in LAYOUTS.items():
        document = docx.Document()
        write(document, *parts)
        document.save(GOOD / name)


if __name__ == "__main__":
    main()
