# SPDX-License-Identifier: GPL-3.0-or-later
"""written_pages.py - the report as a page of the web, opened by a word processor

LibreOffice makes .odt and .docx of it, as somebody does who writes on in it.  What is in
them is read from their XML and held against what was noted in the office.
"""
import os
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
import zipfile
from dataclasses import dataclass, field

from office import Office

PATIENCE = 120  # seconds
# What somebody opens by hand; the first is what --convert-to takes unless told otherwise, and
# makes no .docx.
FILTERS = {"odt": "odt", "docx": "docx:MS Word 2007 XML"}
AS_DOCUMENT = "--infilter=HTML (StarWriter)"

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# The sample's report of 16 March 2017 is kept in French.
MODEL = [(1, "Emplois et activités créés par le numérique dans les territoires urbains"),
         (2, "Réseau des villes riveraines"), (2, "Participants"), (2, "Projets présentés"),
         (3, "La halle aux machines"), (3, "Neuf mois"), (2, "Ce qui s’est dit"),
         (3, "La halle aux machines"), (3, "Neuf mois"), (2, "Conclusion"), (2, "Contact")]
MODEL_LABELS = ("Citation", "Recommandation", "Décision", "Point de vigilance")
DRAFT = [(1, "Steps"), (2, "Réseau des villes riveraines"), (2, "What was said"),
         (3, "How"), (2, "From earlier meetings"), (2, "Contact")]
NESTED = "# How\n\nA plan in steps:\n\n- count\n  - by day\n  - by night\n- decide\n\n1. first\n2. then"
NESTED_ITEMS = [(1, "count"), (2, "by day"), (2, "by night"), (1, "decide"), (1, "first"),
                (1, "then")]


@dataclass
class Seen:
    """What somebody sees who opens the document."""
    headings: list = field(default_factory=list)  # (level, text)
    items: list = field(default_factory=list)     # (depth, text)
    quotes: list = field(default_factory=list)
    indented: list = field(default_factory=list)  # paragraphs moved to the right
    bold: list = field(default_factory=list)      # paragraphs that begin so
    language: str = ""
    comments: int = 0                             # in the margin
    text: str = ""                                # all of it


def lacking():
    if not shutil.which("soffice"):
        return "install libreoffice-writer-nogui"
    found = os.path.dirname(os.path.realpath(shutil.which("soffice")))
    return "" if os.path.exists(os.path.join(found, "libswlo.so")) else \
        "install libreoffice-writer-nogui"


def opened(page, kind):
    """the path of the page as the word processor saves it"""
    folder = os.path.dirname(page)
    path = os.path.join(folder, os.path.basename(page).replace(".html", f".{kind}"))
    done = subprocess.run(["soffice", f"-env:UserInstallation=file://{os.path.dirname(folder)}/profile",
                           "--headless", AS_DOCUMENT, "--convert-to", FILTERS[kind], "--outdir", folder,
                           page], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=PATIENCE, check=False)
    if not os.path.exists(path):
        raise RuntimeError(f"soffice: {done.stdout.decode(errors='replace').strip()}")
    return path


# --- .odt

def styles_of(parts):
    """name -> (its parent's name, whether bold, whether moved to the right)"""
    styles = {}
    for part in parts:
        for style in part.iter(f"{STYLE}style"):
            text = style.find(f"{STYLE}text-properties")
            lines = style.find(f"{STYLE}paragraph-properties")
            margin = lines.get(f"{FO}margin-left", "0in") if lines is not None else "0in"
            styles[style.get(f"{STYLE}name")] = (
                style.get(f"{STYLE}parent-style-name"),
                text is not None and text.get(f"{FO}font-weight") == "bold",
                not margin.startswith("0in"))
    return styles


def is_of(styles, name, ancestor):
    while name:
        if name == ancestor:
            return True
        name = styles.get(name, (None,))[0]
    return False


def said(paragraph):
    """its words, without comments beside it"""
    words = [paragraph.text or ""]
    for child in paragraph:
        if child.tag != f"{OFFICE}annotation":
            words.append("\t" if child.tag == f"{TEXT}tab" else said(child))
        words.append(child.tail or "")
    return "".join(words)


def see_odt(path):
    with zipfile.ZipFile(path) as file:
        content, fixed = (ElementTree.fromstring(file.read(name))
                          for name in ("content.xml", "styles.xml"))
    styles = styles_of([content, fixed])
    seen = Seen()
    default = next(each for each in fixed.iter(f"{STYLE}default-style")
                   if each.get(f"{STYLE}family") == "paragraph")
    seen.language = default.find(f"{STYLE}text-properties").get(f"{FO}language")
    seen.comments = sum(1 for _ in content.iter(f"{OFFICE}annotation"))

    def walk(element, depth):
        for child in element:
            name = child.get(f"{TEXT}style-name")
            if child.tag == f"{TEXT}h":
                seen.headings.append((int(child.get(f"{TEXT}outline-level")), said(child)))
            elif child.tag == f"{TEXT}p":
                see_paragraph(seen, child, styles, name, depth)
            else:
                walk(child, depth + (child.tag == f"{TEXT}list"))

    walk(content.find(f"{OFFICE}body"), 0)
    seen.text = "\n".join(said(each) for each in content.iter()
                          if each.tag in (f"{TEXT}p", f"{TEXT}h"))
    return seen


def see_paragraph(seen, paragraph, styles, name, depth):
    words = said(paragraph)
    if depth > 0:
        seen.items.append((depth, words))
    elif is_of(styles, name, "Quotations"):
        seen.quotes.append(words)
    elif styles.get(name, (None, False, False))[2]:
        seen.indented.append(words)
    first = paragraph.find(f"{TEXT}span")
    if styles.get(name, (None, False))[1] or (
            first is not None and not (paragraph.text or "").strip() and
            (styles.get(first.get(f"{TEXT}style-name"), (None, False))[1] or
             first.get(f"{TEXT}style-name") == "Strong_20_Emphasis")):
        seen.bold.append(words)


# --- .docx

def value(element, name, of="val"):
    found = element.find(f".//{WORD}{name}") if element is not None else None
    return found.get(f"{WORD}{of}", "") if found is not None else None


def see_docx(path):
    with zipfile.ZipFile(path) as file:
        document, styles = (ElementTree.fromstring(file.read(f"word/{name}.xml"))
                            for name in ("document", "styles"))
        names = file.namelist()
        seen = Seen(comments="word/comments.xml" in names)
    seen.language = value(styles.find(f"{WORD}docDefaults"), "lang").split("-")[0]
    titles = {each.get(f"{WORD}styleId"): value(each, "name") for each in styles.iter(f"{WORD}style")}
    for paragraph in document.iter(f"{WORD}p"):
        layout = paragraph.find(f"{WORD}pPr")
        style = titles.get(value(layout, "pStyle"), "").lower()
        words = "".join(each.text or "" for each in paragraph.iter(f"{WORD}t"))
        seen.text += words + "\n"
        level = value(layout, "ilvl")
        if style.startswith("heading "):
            seen.headings.append((int(style[8:]), words))
        elif level is not None:
            seen.items.append((int(level) + 1, words))
        elif style.startswith(("quot", "block")):
            seen.quotes.append(words)
        elif layout is not None and layout.find(f"{WORD}ind") is not None and \
                int(value(layout, "ind", "left") or value(layout, "ind", "start") or 0) > 0:
            seen.indented.append(words)
        run = paragraph.find(f".//{WORD}r")
        if run is not None and (value(run, "b") is not None or
                                "Strong" in (value(run, "rStyle") or "")):
            seen.bold.append(words)
    return seen


SEE = {"odt": see_odt, "docx": see_docx}


# --- what it should be

def plain(text):
    """as a reader says it: no marks, all spaces alike"""
    return " ".join(text.replace("*", "").split())


def same_words(seen):
    return [plain(each) for each in seen]


def of_kind(entries, kind):
    return [plain(each["text"]) for each in entries if each["kind"] == kind]


def judge_model(office, page, kind):
    """(name, sentence) for each that is not in the document as it was noted"""
    seen = SEE[kind](opened(page, kind))
    entries = office.tells("report", "show", "1")["entries"]
    if seen.headings != MODEL:
        yield "headings", f"{seen.headings}"
    quotes = same_words(seen.quotes)
    for quote in of_kind(entries, "quote"):
        if quote not in quotes:
            yield "quotes", f"“{quote}” is no quotation"
    if [depth for depth, _ in seen.items] != [1, 1, 1] or "lieux" not in seen.items[0][1]:
        yield "items", f"{seen.items}"
    below = [plain(each["text"]) for each in entries if each["indent"] > 0]
    if not below or any(each not in same_words(seen.indented) for each in below):
        yield "indented", f"{seen.indented}"
    for label in MODEL_LABELS:
        if label not in seen.bold:
            yield "labels", f"“{label}” is not bold"
    yield from judge_around(seen, "fr")
    yield from names_in(office, seen.text)
    if plain(entries[0]["text"]) not in plain(seen.text):
        yield "text", "the first finding is not there"


def judge_around(seen, language):
    if seen.language != language:
        yield "language", f"the text is taken for {seen.language!r}"
    if seen.comments:
        yield "comments", "there are comments in the margin"


def names_in(office, text):
    """nobody allowed it"""
    rows = office.tells("registration", "list", "1")
    if len(rows) < 30:
        yield "people", f"{len(rows)} people"
    for each in rows:
        if each["family"] in text and f"{each['given']} {each['family']}" in text:
            yield "names", f"{each['given']} {each['family']} is named"


def judge_draft(page, kind):
    seen = SEE[kind](opened(page, kind))
    if seen.headings != DRAFT:
        yield "headings", f"{seen.headings}"
    if seen.items != NESTED_ITEMS:
        yield "items", f"{seen.items}"
    if seen.quotes != ["Nobody rides at night.", "— a driver"]:
        yield "quotes", f"{seen.quotes}"
    yield from judge_around(seen, "en")


def export(office, meeting, name):
    path = os.path.join(office.folder, name)
    office.does("report", "export", meeting, "--format", "html", "--output", path)
    return path


def compare(atelier, folder, cell):
    """yields the rows of the table"""
    folder = os.path.join(folder, "pages")
    os.makedirs(folder)
    office = Office(atelier, os.path.join(folder, "office"), "--sample")
    yield "", list(FILTERS)
    page = export(office, "1", "model.html")
    yield "the model", [cell("LibreOffice", f"model {kind}", list(judge_model(office, page, kind)))
                        for kind in FILTERS]
    office.does("meeting", "add", "--group", "NUM", "--title", "Steps", "--start",
                "2027-03-16 9:30", "--end", "2027-03-16 12:30")
    meeting = str(office.tells("meeting", "list", "--search", "Steps")[0]["id"])
    office.does("report", "add", meeting, "--kind", "finding", "--text", NESTED)
    office.does("report", "add", meeting, "--kind", "quote", "--text", "Nobody rides at night.",
                "--said-by", "a driver")
    page = export(office, meeting, "draft.html")
    yield "a draft", [cell("LibreOffice", f"draft {kind}", list(judge_draft(page, kind)))
                      for kind in FILTERS]
