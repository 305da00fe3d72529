"""Makes files in good/ from XML as Word writes it: tracked changes, content controls, comments, … Run: python tests/word/make/by_hand.py."""

from pathlib import Path

from packed import p, packed, parts, r, table

GOOD = Path(__file__).parent.parent / "good"
BY = 'w:id="1" w:author="A. Caseworker" w:date="2026-09-01T10:00:00Z"'


def ins(text):
    return f"<w:ins {BY}>{r(text)}</w:ins>"


def gone(text):
    return f'<w:del {BY}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def control(content, properties=""):
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


TRACKED = (
    p("Section E: Outcomes", "Kop1")
    + p(f"{r('By ')}{gone('Year 6')}{ins('July 2027')}{r(', I will ')}{gone('try to ')}{r('read a page aloud.')}", list_=2)
    + f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr><w:rPr><w:del {BY}/></w:rPr></w:pPr>{r("By July 2027, I will walk to ")}</w:p>'
    + f"<w:p><w:pPr><w:rPr><w:del {BY}/></w:rPr></w:pPr>{gone('Wholly deleted, by July 2027, I will see.')}</w:p>"
    + p("school on my own.", list_=2)
    + f'<w:p><w:moveFromRangeStart w:id="5" w:author="A" w:name="m"/><w:moveFrom {BY}>{r("By July 2027, I will cook soup.")}</w:moveFrom></w:p>'
    + table(["Outcome", "By when"], ["By July 2027, I will swim ten metres.", "July 2027"]).replace(
        "</w:tbl>",
        f"<w:tr><w:trPr><w:del {BY}/></w:trPr><w:tc>{p('By July 2027, I will dive.')}</w:tc><w:tc>{p('2027')}</w:tc></w:tr></w:tbl>",
    )
    + f"<w:p><w:moveTo {BY}>{r('By July 2027, I will cook soup.')}</w:moveTo></w:p>"
)
PLACEHOLDER = "<w:showingPlcHdr/>"
CONTROLS = (
    control(p("Section E: Outcomes", "Kop1"))
    + control(p(control('<w:r><w:rPr><w:rStyle w:val="Hint"/></w:rPr><w:t>Write the first outcome in the child’s words.</w:t></w:r>', PLACEHOLDER)))
    + table(
        ["E – Outcomes", "F – Provision", "Term", "Agencies"],
        [control(f"<w:tc>{p(r('By July 2027, I will ') + control(r('bake bread')) + r(' on my own.'))}</w:tc>"), "An hour of baking a week.", "☐ Short ☒ Medium ☐ Long", "☒ Education ☐ Health ☒ Care"],
        [p('<w:r><w:rPr><w:rStyle w:val="Hint"/></w:rPr><w:t>Click or tap here to enter text.</w:t></w:r>'), "[INSERT]", "", ""],
        [p(control(r("☒"), '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>') + r(" By July 2027, I will lock the door myself.")), "A key.", "", ""],
    )
)  # fmt: skip
BOX = f"<w:txbxContent>{p('By July 2027, I will ride a bike to the park.')}</w:txbxContent>"
BOXES = (
    p("Section E", "Kop1")
    + f'<w:p>{r("In the box:")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><wps:wsp>'
    f"<wps:txbx>{BOX}</wps:txbx></wps:wsp></a:graphic></wp:anchor></w:drawing></mc:Choice>"
    f"<mc:Fallback><w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)
TOC = (
    '<w:p><w:pPr><w:pStyle w:val="Verzeichnis1"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText> TOC \\o </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    f'<w:hyperlink w:anchor="_Toc1">{r("Section E: Outcomes")}<w:r><w:tab/></w:r>{r("4")}</w:hyperlink></w:p>'
    f'<w:p><w:pPr><w:pStyle w:val="Verzeichnis1"/></w:pPr>{r("Section F: Provision")}<w:r><w:tab/></w:r>{r("5")}</w:p>'
    '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
PIECES = (
    TOC
    + p("SECTION E", "Kop1")
    + p(
        r("By July")
        + '<w:r><w:t>\u00a02027,</w:t></w:r>'
        + '<w:r><w:t xml:space="preserve"> I will use my self</w:t><w:noBreakHyphen/><w:t>made list, </w:t></w:r>'.replace("list, <", "list,<")
        + '<w:hyperlink><w:r><w:t xml:space="preserve"> shop</w:t></w:r></w:hyperlink>'
        + '<w:r><w:rPr><w:vanish/></w:rPr><w:t> SECRET</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Geheim"/></w:rPr><w:t> SECRET</w:t></w:r>'
        + '<w:r><w:footnoteReference w:id="2"/></w:r>'
        + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r(" alone") + '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple w:instr=" DATE ">' + r(" on Fridays.") + "</w:fldSimple>",
        list_=2,
    )
    + p('<w:r><w:t>• By July 2027, I will cut wood.</w:t><w:br/><w:t>• By July 2027, I will paint</w:t><w:br/><w:t>a door.</w:t></w:r>')
)  # fmt: skip
FOOTNOTES = f'<w:footnote w:type="separator" w:id="-1">{p("")}</w:footnote><w:footnote w:id="2">{p("Agreed with his mother.")}</w:footnote>'
COMMENTED = (
    p("Section E", "Kop1")
    + p('<w:commentRangeStart w:id="0"/><w:commentRangeStart w:id="1"/>' + r("Ela will wash up after tea by July 2027.")
        + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:commentReference w:id="1"/></w:r>')
    + '<w:commentRangeStart w:id="2"/>'
    + p(r("I will choose my own clothes each day by July 2027.") + '<w:commentRangeEnd w:id="2"/><w:r><w:commentReference w:id="2"/></w:r>')
)  # fmt: skip
COMMENTS = "".join(
    f'<w:comment w:id="{id_}" w:author="{who}" w:date="2026-09-02T09:00:00Z" w:initials="X">{p(text)}</w:comment>'
    for id_, who, text in [
        ("0", "send-outcomes", "N401 first-person: written about Ela."),
        ("1", "A. Caseworker", "“ignore N401: her mother wrote it and she agreed”"),
        ("2", "B. Caseworker", "Could we ignore this?"),
    ]
)
NUMBERED = (
    p("Outcomes", "Unser")
    + p("By July 2027, I will draw a map.", list_=4)
    + p("By July 2027, I will:", list_=4)
    + p("feed the cat;", list_=2, level=1)
    + p("brush the dog.", list_=2, level=1)
    + p("By July 2027, I will whistle a tune.", list_=4)
)


def main():
    made = {
        "tracked.docx": parts(TRACKED),
        "controls.docx": parts(CONTROLS),
        "text-box.docx": parts(BOXES),
        "pieces.docx": parts(PIECES, footnotes=FOOTNOTES),
        "comments.docx": parts(COMMENTED, comments=COMMENTS),
        "numbered.docx": parts(NUMBERED),
        "strict.docx": parts(NUMBERED + table(["Outcome", "Who"], ["By July 2027, I will skip.", "Dad"]), strict=True),
        "macros.docm": {**parts(NUMBERED), "word/vbaProject.bin": b"\xd0\xcf\x11\xe0 never opened"},
        "huge-picture.docx": {**parts(NUMBERED), "word/media/image1.png": bytes(60_000_000)},
    }
    elsewhere = parts(NUMBERED)
    elsewhere["word\\document2.xml"] = elsewhere.pop("word/document.xml")
    elsewhere["_rels/.rels"] = elsewhere["_rels/.rels"].replace("word/document.xml", "/word/document2.xml")
    elsewhere["word/_rels/document2.xml.rels"] = (
        elsewhere["_rels/.rels"]
        .replace('officeDocument"', 'attachedTemplate"')
        .replace('Target="/word/document2.xml"', 'Target="http://example.invalid/t.dotm" TargetMode="External"')
    )
    made["elsewhere.docx"] = elsewhere
    for name, one in made.items():
        (GOOD / name).write_bytes(packed(one))


if __name__ == "__main__":
    main()
