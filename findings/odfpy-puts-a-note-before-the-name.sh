#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# odfpy puts the note on a cell before the name in the cell, so that a person with a note is another person.
#
# Guess before the run: the text of a cell is its text; a note on it is asked for apart, and two paragraphs are two lines.
# Package: Debian's python3-odf 1.4.2; npm xlsx 0.18.5 (SheetJS) reads the same file.
# Seen: str(cell), and teletype.extractText(cell), which its guide shows for text, are the texts of all elements below the cell without anything
#   between: "a prevenirAnne" for Anne with the note "a prevenir" (OpenDocument 1.2 part 1, 9.1.4: the annotation is a child of the cell),
#   "LucPetit" for two paragraphs, spaces that are elements (text:s) lost by str() alone. The first level of text:p is right.
# For us: lists that a script took out of a .ods may hold people whose names begin with what was only meant for the office, and a note goes out to
#   all who get the list. Our import takes no .ods and asks for .xlsx or CSV, where a note stands apart or is left out.
set -eu
T=$(mktemp -d); trap 'rm -rf "$T"' EXIT
deb() { # the packages, and what they need, unpacked in the temporary folder
    (cd "$T"; for p in $(apt-get -s --no-install-recommends install "$@" | sed -n 's/^Inst \([^ ]*\).*/\1/p')
        do apt-get -q download "$p" && dpkg -x "$p"_*.deb . || exit 1; done) >"$T/log" 2>&1 || { cat "$T/log"; exit 3; }
    PATH=$T/usr/bin:$PATH; LD_LIBRARY_PATH=$(find "$T/usr/lib" -name '*.so*' -printf '%h:' 2>/dev/null || :)
    PYTHONPATH=$T/usr/lib/python3/dist-packages; export PATH LD_LIBRARY_PATH PYTHONPATH
}
version() { # of package $1 must begin with $2
    v=$(dpkg-deb -f "$T/$1"_*.deb Version 2>/dev/null || dpkg-query -W -f '${Version}' "$1")
    case $v in $2*) ;; *) echo "$1 is $v, not $2: not judged"; exit 3 ;; esac
}
is() { # what, expected, seen
    printf '%s: %s\n' "$1" "$3"
    [ "$2" = "$3" ] || { printf 'CHANGED, it was: %s\n' "$2"; exit 1; }
}

npm_get() { (cd "$T"; npm init -y; npm install --ignore-scripts --no-audit --no-fund "$@") >"$T/log" 2>&1 || { cat "$T/log"; exit 3; }; }
deb python3-odf; version python3-odf 1.4.2-; npm_get xlsx@0.18.5
cat >"$T/a.py" <<'PYTHON'
import sys
from odf import office, opendocument, table, teletype, text
document = opendocument.OpenDocumentSpreadsheet()
sheet, row = table.Table(name='Liste'), table.TableRow()
note = office.Annotation()
note.addElement(text.P(text='a prevenir'))
spaces = text.P(text='Eva')
spaces.addElement(text.S(c=2))
spaces.addText('Roux')
for parts in ((note, text.P(text='Anne')), (text.P(text='Luc'), text.P(text='Petit')), (spaces,)):
    cell = table.TableCell(valuetype='string')
    for part in parts:
        cell.addElement(part)
    row.addElement(cell)
sheet.addElement(row)
document.spreadsheet.addElement(sheet)
document.save(sys.argv[1])
cells = opendocument.load(sys.argv[1]).getElementsByType(table.TableCell)
print(*map(str, cells), sep='|')
print(*map(teletype.extractText, cells), sep='|')
print(*('\\n'.join(teletype.extractText(p) for p in cell.childNodes if p.qname[1] == 'p') for cell in cells), sep='|')
PYTHON
cat >"$T/a.mjs" <<'JS'
import XLSX from "xlsx";
const sheet = Object.values(XLSX.readFile(process.argv[2]).Sheets)[0];
console.log(["A1", "B1", "C1"].map(at => sheet[at].v.replaceAll("\n", "\\n")).join("|"));
JS
/usr/bin/python3 "$T/a.py" "$T/a.ods" >"$T/seen"
is 'str' 'a prevenirAnne|LucPetit|EvaRoux' "$(sed -n 1p "$T/seen")"
is 'extractText' 'a prevenirAnne|LucPetit|Eva  Roux' "$(sed -n 2p "$T/seen")"
is 'paragraphs of the cell' 'Anne|Luc\nPetit|Eva  Roux' "$(sed -n 3p "$T/seen")"
is 'SheetJS' 'Anne|Luc\nPetit|Eva  Roux' "$(cd "$T" && timeout 60 node a.mjs a.ods)"
