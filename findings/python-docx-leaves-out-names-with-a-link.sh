#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# python-docx leaves out of paragraph.text and cell.text the names that are a link, were added with changes tracked, or fill a field of the form.
#
# Guess before the run: what was deleted with changes tracked is left out, all else that is on the page is in the text.
# Package: Debian's python3-docx 0.8.11; docx2txt 1.4 beside it.
# Seen: only runs that stand right in the paragraph are read: a name inside w:hyperlink (a name with its e-mail address behind it), w:ins, w:sdt or
#   w:smartTag is not there, nor is anything in its place; a row of a table inside a w:sdt (a repeating part of a form) is no row. docx2txt
#   has all of them. What was deleted is left out, as guessed.
# For us: a list of those present that a script made from the minutes of a session lacks just those with an address, and those whom the secretary
#   added last. Nobody sees a gap. Whoever has such minutes copies the table into a spreadsheet, imports that, and compares the number of people.
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

deb python3-docx docx2txt; version python3-docx 0.8.11; version docx2txt 1.4-
cat >"$T/a.py" <<'PYTHON'
import sys, docx
from docx.oxml import parse_xml
def part(text):
    return parse_xml(text.replace(' ', ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ', 1))
def run(name):
    return f'<w:r><w:t>{name}</w:t></w:r>'
deed = 'w:id="1" w:author="Zoe" w:date="2027-03-05T10:00:00Z"'
document = docx.Document()
paragraph = document.add_paragraph('Anne,')._p
for text in (f'<w:hyperlink w:anchor="luc">{run("Luc,")}</w:hyperlink>', f'<w:ins {deed}>{run("Max,")}</w:ins>',
             f'<w:del {deed}><w:r><w:delText>Ida,</w:delText></w:r></w:del>',
             f'<w:sdt ><w:sdtContent>{run("Eva,")}</w:sdtContent></w:sdt>',
             f'<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="PersonName">{run("Tom,")}</w:smartTag>'):
    paragraph.append(part(text))
table = document.add_table(1, 1)
table.cell(0, 0).text = 'Kim'
table._tbl.append(part(f'<w:sdt ><w:sdtContent><w:tr><w:tc><w:p>{run("Lou")}</w:p></w:tc></w:tr></w:sdtContent></w:sdt>'))
document.save(sys.argv[1])
document = docx.Document(sys.argv[1])
print(document.paragraphs[0].text, [cell.text for row in document.tables[0].rows for cell in row.cells])
PYTHON
is 'python-docx' "Anne, ['Kim']" "$(/usr/bin/python3 "$T/a.py" "$T/a.docx")"
is 'docx2txt' Anne,Luc,Max,Eva,Tom,KimLou "$(timeout 60 docx2txt "$T/a.docx" - | tr -d '[:space:]')"
