#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A PDF made smaller by Ghostscript keeps the file attached to it, and loses its language, its form and the wish not to be scaled.
#
# Guess before the run: links, form and page numbers stay; what is attached goes.
# Package: Debian's ghostscript 10.00.0, qpdf 11.3.0 and poppler-utils 22.12.0; npm pdf-lib 1.17.1 makes the document.
# Seen: the other way round. seance.ics is still attached, page labels, title and links are there; a text field and what was typed is
#   ink, /Lang, /MarkInfo and /ViewerPreferences (no scaling, the title in the window) are gone. pdftocairo -pdf leaves
#   nothing but the ink. qpdf --linearize loses nothing.
# For us: a sheet or certificate that went through "make it smaller" still carries the calendar or list attached to it: look before it
#   is sent on. A screen reader has to guess its language, and a sheet of labels may be scaled on paper: "100 %" is said on
#   the page that needs it, as what the file asks for may be gone.
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
npm_get() { (cd "$T"; npm init -y; npm install --ignore-scripts --no-audit --no-fund "$@") >"$T/log" 2>&1 || { cat "$T/log"; exit 3; }; }
is() { # what, expected, seen
    printf '%s: %s\n' "$1" "$3"
    [ "$2" = "$3" ] || { printf 'CHANGED, it was: %s\n' "$2"; exit 1; }
}

deb ghostscript qpdf poppler-utils; version ghostscript 10.0.0~dfsg-; version qpdf 11.3.0-; version poppler-utils 22.12.0-; npm_get pdf-lib@1.17.1
cat >"$T/a.mjs" <<'JS'
import { PDFDocument, PDFName, PDFString } from "pdf-lib";
import fs from "node:fs";
const sheet = await PDFDocument.create(), put = (name, what) => sheet.catalog.set(PDFName.of(name), sheet.context.obj(what));
sheet.setTitle("Feuille");
sheet.setLanguage("fr-FR");
for (const page of [1, 2]) sheet.addPage([300, 200]).drawText("Page " + page, { x: 20, y: 150 });
const field = sheet.getForm().createTextField("nom");
field.setText("Zoe");
field.addToPage(sheet.getPage(1), { x: 20, y: 50, width: 100, height: 20 });
sheet.getPage(0).node.set(PDFName.of("Annots"), sheet.context.obj([sheet.context.register(sheet.context.obj({ Type: "Annot",
  Subtype: "Link", Rect: [20, 100, 120, 120], A: { S: "URI", URI: PDFString.of("https://example.org/a") } }))]));
await sheet.attach(new TextEncoder().encode("BEGIN:VCALENDAR"), "seance.ics", { mimeType: "text/calendar" });
put("PageLabels", { Nums: [0, { S: "r" }, 1, { S: "D", St: 5 }] });
put("ViewerPreferences", { PrintScaling: "None", DisplayDocTitle: true });
put("MarkInfo", { Marked: true });
fs.writeFileSync("a.pdf", await sheet.save());
JS
(cd "$T" && timeout 60 node a.mjs)
GS_LIB=$(find "$T/usr/share/ghostscript" -path "*/Resource/Init" -printf "%p:" -o -path "*/Resource/Font" -printf "%p:" 2>/dev/null || :); export GS_LIB
kept() { # in a file
    timeout 60 qpdf --qdf --object-streams=disable "$1" - 2>"$T/log" |
        grep -aoE '/(PageLabels|AcroForm|Lang|PrintScaling|MarkInfo|URI) ' | tr -d '/ ' | sort -u
    timeout 60 pdfdetach -list "$1" 2>"$T/log" | grep -c seance || :
}
is before 'AcroForm Lang MarkInfo PageLabels PrintScaling URI 1' "$(kept "$T/a.pdf" | paste -sd' ')"
timeout 60 gs -q -dNOPAUSE -dBATCH -sDEVICE=pdfwrite -sOutputFile="$T/b.pdf" "$T/a.pdf" >"$T/log" 2>&1 || { cat "$T/log"; exit 3; }
is Ghostscript 'PageLabels URI 1' "$(kept "$T/b.pdf" | paste -sd' ')"
is 'its ink' 'Page 1 Page 2 Zoe' "$(timeout 60 pdftotext "$T/b.pdf" - 2>"$T/log" | tr -d '\f' | grep . | paste -sd' ')"
timeout 60 pdftocairo -pdf "$T/a.pdf" "$T/c.pdf" 2>"$T/log"
is pdftocairo 0 "$(kept "$T/c.pdf" | paste -sd' ')"
timeout 60 qpdf --linearize "$T/a.pdf" "$T/d.pdf"
is 'qpdf --linearize' 'AcroForm Lang MarkInfo PageLabels PrintScaling URI 1' "$(kept "$T/d.pdf" | paste -sd' ')"
