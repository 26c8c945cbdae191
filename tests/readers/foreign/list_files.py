# SPDX-License-Identifier: GPL-3.0-or-later
"""list_files.py - lists as LibreOffice saves them, imported by somebody who has the manual

Thirty invented people, in each encoding those whom it can write.  The way in is that of a
stranger: a dry run, then the same without it; nothing is said of encodings, separators or
columns, except where the manual says that it must be.
"""
import os
import shutil
import subprocess
from xml.sax.saxutils import escape

from office import Office

PATIENCE = 120  # seconds
HEADINGS = ("Nom", "Prénom", "Courriel", "Organisme", "Fonction", "Téléphone")
FIELDS = ("family", "given", "email", "organisation", "function", "phone")
PEOPLE = [
    ("Lefèvre", "Anaïs", "Ville de Besançon", "Chargée de mission"),
    ("Le Goff", "Bérénice", "Communauté d’agglomération du Léon", "Élue"),
    ("Cœurderoy", "Maël", "Œuvre des cités", "Président"),
    ("d’Aubeterre", "Virginie", "Région Bretagne", "Directrice"),
    ("Noël", "Jérôme", "Grand Périgueux ; service emploi", "Chef de projet"),
    ("Muñoz", "Íñigo", "Ayuntamiento de Logroño", "Técnico"),
    ("Müller-Lüdenscheidt", "Jörg", "Stadt Köln", "Referent, Straßenbau"),
    ("Øverland", "Åse", "Ålesund kommune", "Rådgiver"),
    ("Łukasiewicz", "Żaneta", "Urząd Miasta Łódź", "Dyrektorka"),
    ("Dvořák", "Jiří", "Město Plzeň", "Náměstek"),
    ("Kovács", "Győző", "Szeged város", "Főosztályvezető"),
    ("Ionescu", "Ștefan", "Primăria Iași", "Consilier"),
    ("Παπαδοπούλου", "Ελένη", "Δήμος Θεσσαλονίκης", "Σύμβουλος"),
    ("Шевченко", "Олена", "Київ", "Радниця"),
    ("Yılmaz", "Çağla", "İzmir Büyükşehir", "Uzman"),
    ("O’Brien", "Siobhán", "Cork City Council", "Officer"),
    ("Ferreira", "João", "Câmara de Évora", "Técnico, 1.ª classe"),
    ("Bakker", "Zoë", "Gemeente ’s-Hertogenbosch", "Adviseur"),
    ("Traoré", "Aminata", "Fonds € emploi", "Trésorière"),
    ("Castelló", "Núria", "Ajuntament de Sabadell", "Tècnica"),
    ("Žižek", "Špela", "Občina Črnomelj", "Svetovalka"),
    ("Sigurðardóttir", "Þóra", "Reykjavíkurborg", "Ráðgjafi"),
    ("Beauséjour", "Aliénor", "Agence \"Horizon\"", "Chargée d’études"),
    ("Ruiz", "María José", "Diputación de León", "Jefa"),
    ("Quesnel", "Antoine", "Caux Seine", "Élu"),
    ("Hübner", "Zdeňka", "Liberec", "Referentka"),
    ("Martin", "Chloé", "Département de l’Hérault", "Adjointe"),
    ("Saint-Exupéry", "Anne-Sophie", "Lyon 7ᵉ", "Élue"),
    ("de La Tour", "Ghislain", "Périgny", "Maire"),
    ("Dubois", "Loïc", "Saint-Étienne", "Ingénieur"),
]
# name, number of the encoding in LibreOffice, Python's name, what somebody has to say of it
ENCODINGS = [
    ("UTF-8", 76, "utf-8", ()),
    ("UTF-8 + BOM", 76, "utf-8", ()),
    ("UTF-16", 65535, "utf-16", ()),
    ("Windows-1252", 1, "cp1252", ()),
    ("ISO-8859-15", 22, "iso8859-15", ()),
    ("CP1250", 33, "cp1250", ("--encoding", "CP1250")),
    ("Mac Roman", 2, "mac_roman", ("--encoding", "Mac")),
    ("CP850", 4, "cp850", ("--encoding", "CP850")),
]
# name, the separator in LibreOffice, whether it puts quotes around every text
LAYOUTS = [(";", 59, "false"), (",", 44, "false"), ("tab", 9, "false"), ("; quoted", 59, "true")]

SHEET = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body>
<office:spreadsheet><table:table table:name="Liste">{rows}</table:table></office:spreadsheet>
</office:body></office:document>
"""
CELL = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'


def lacking():
    return "" if shutil.which("soffice") else "install libreoffice-calc"


def rows_for(codec):
    """the people whom an encoding can write"""
    rows = [(family, given, f"person{number}@example.org", organisation, function,
             f"+33 5 53 00 00 {number:02}")
            for number, (family, given, organisation, function) in enumerate(PEOPLE, 1)]
    return [row for row in rows if can_write(codec, row)]


def can_write(codec, row):
    try:
        "".join(row).encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def write_sheet(path, rows):
    lines = ("<table:table-row>" + "".join(CELL.format(escape(text)) for text in row) +
             "</table:table-row>" for row in [HEADINGS, *rows])
    with open(path, "w", encoding="utf-8") as file:
        file.write(SHEET.format(rows="".join(lines)))


def saved(folder, rows, target, filter_=""):
    """the path of the list as LibreOffice saves it"""
    os.makedirs(folder)
    source = os.path.join(folder, "people.fods")
    write_sheet(source, rows)
    done = subprocess.run(["soffice", f"-env:UserInstallation=file://{os.path.dirname(folder)}/profile",
                           "--headless", "--convert-to", f"{target}{filter_}", "--outdir", folder,
                           source], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=PATIENCE, check=False)
    path = os.path.join(folder, f"people.{target}")
    if not os.path.exists(path):
        raise RuntimeError(f"soffice: {done.stdout.decode(errors='replace').strip()}")
    return path


def saved_csv(folder, rows, layout, encoding):
    """a BOM is not LibreOffice's to write"""
    name, number, _, _ = encoding
    _, separator, quoted = layout
    options = f":Text - txt - csv (StarCalc):{separator},34,{number},1,,0,{quoted},true,false"
    path = saved(folder, rows, "csv", options)
    if name.endswith("BOM"):
        with open(path, "rb") as file:
            text = file.read()
        with open(path, "wb") as file:
            file.write(b"\xef\xbb\xbf" + text)
    return path


# --- the way in

def imported(atelier, folder, path, rows, said):
    """(field, sentence) for each that is not in the office as it is in the list"""
    office = Office(atelier, folder)
    told = office.tells("person", "import", path, "--dry-run", *said)
    if told["counts"] != {"new": len(rows), "changed": 0, "same": 0, "doubtful": 0, "refused": 0}:
        yield "dry run", f"the dry run counts {told['counts']} of {len(rows)}, in {told['encoding']}"
    if office.tells("person", "list"):
        yield "dry run", "the dry run writes"
    status, _, complaint = office.tries("person", "import", path, *said)
    if status != 0:
        yield "refused", f"status {status}: {complaint.strip()}"
    people = {each["email"]: each for each in office.tells("person", "list")}
    if len(people) != len(rows):
        yield "missing", f"{len(people)} people of {len(rows)}, in {told['encoding']}"
    for row in rows:
        person = people.get(row[2])
        if person:
            person["organisation"] = person.get("organisation_name", person["organisation"])
            for name, should in zip(FIELDS, row):
                if person[name] != should:
                    yield name, f"“{person[name]}”, not “{should}”, in {told['encoding']}"


def unwarned(atelier, folder, path):
    """who does not say the encoding, where it must be said, is told how, and nobody is
    written"""
    office = Office(atelier, folder)
    status, _, said = office.tries("person", "import", path)
    if status == 0 or "--encoding" not in said:
        yield "guess", f"status {status}: {said.strip()}"
    if office.tells("person", "list"):
        yield "guess", "somebody was written all the same"


def refused(atelier, folder, path):
    """a kind that is not read is refused by a sentence that names those that are"""
    status, _, said = Office(atelier, folder).tries("person", "import", path)
    if status == 0 or ".xlsx" not in said or "CSV" not in said:
        yield "sentence", f"status {status}: {said.strip()}"


def caught(differences):
    """those, and a command that failed as one more"""
    try:
        yield from differences
    except (RuntimeError, subprocess.TimeoutExpired) as error:
        yield "refused", str(error)


def compare(atelier, folder, cell):
    """yields the rows of the table"""
    folder = os.path.join(folder, "lists")
    os.makedirs(folder)
    yield "", [layout[0] for layout in LAYOUTS]
    for encoding in ENCODINGS:
        name, _, codec, said = encoding
        rows = rows_for(codec)
        cells = []
        for number, layout in enumerate(LAYOUTS):
            place = os.path.join(folder, f"{name}-{number}".replace(" ", ""))
            path = saved_csv(place, rows, layout, encoding)
            shape = f"{name} {layout[0]}"
            cells.append(cell("atelier", shape, caught(
                imported(atelier, os.path.join(place, "office"), path, rows, said))))
            if said:
                differences = unwarned(atelier, os.path.join(place, "guess"), path)
                warned = cell("unsaid", shape, caught(differences)) == "same"
                cells[-1] += " (asks)" if warned else ""
        yield name, [*cells, f"{len(rows)} people"]
    path = saved(os.path.join(folder, "xlsx"), rows_for("utf-8"), "xlsx")
    yield "XLSX", [cell("atelier", "XLSX", caught(
        imported(atelier, os.path.join(folder, "xlsx", "office"), path, rows_for("utf-8"), ())))]
    for kind in ("ods", "xls"):
        path = saved(os.path.join(folder, kind), rows_for("utf-8"), kind)
        yield f"{kind} refused", [cell("atelier", kind, caught(
            refused(atelier, os.path.join(folder, kind, "office"), path)))]
