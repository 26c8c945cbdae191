#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# pdfkit with its own fonts prints 1 200, as Node writes it in French, as "1 /200", and the end of a Hungarian name as other letters.
#
# Guess before the run: a sign that Helvetica does not have is a blank or a box, or an error as in pdf-lib.
# Package: npm pdfkit 0.20.2 and pdf-lib 1.17.1; Debian's poppler-utils 22.12.0 reads them.
# Seen: a sign that WinAnsi does not have is written by the hexadecimal digits of its number: U+202F, which toLocaleString("fr") puts between
#   thousands and French typography before "?", is 20 2F, a blank and a slash. U+0151 is three digits, so that all letters behind it are cut
#   in the wrong place: Koszeg, spelt as in Hungary, is "K7 eg". Accents and the euro are right. No error. pdf-lib raises "cannot encode".
# For us: a sheet that a page makes out of our lists with pdfkit may say 1 /200 for 1 200 and have another name for a person: our JSON has
#   bare numbers, and a text with U+202F is for screens. A PDF of ours embeds what it prints, or refuses.
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

deb poppler-utils; version poppler-utils 22.12.0-; npm_get pdfkit@0.20.2 pdf-lib@1.17.1
cat >"$T/a.mjs" <<'JS'
import fs from "node:fs";
import { finished } from "node:stream/promises";
import PDFKit from "pdfkit";
import { PDFDocument, StandardFonts } from "pdf-lib";
const text = process.argv[2] === "1200" ? (1200).toLocaleString("fr-FR") : process.argv[2];
const sheet = new PDFKit(), file = fs.createWriteStream("a.pdf");
sheet.pipe(file);
sheet.text(text);
sheet.end();
await finished(file);
const other = await PDFDocument.create(), font = await other.embedFont(StandardFonts.Helvetica);
try {
  font.encodeText(text);
  console.log("taken");
} catch (fault) {
  console.log(/cannot encode/.test(fault.message) ? "refused" : fault.message);
}
JS
printed() { # by pdfkit, and what pdf-lib says
    said=$(cd "$T" && timeout 60 node a.mjs "$1")
    printf '%s, pdf-lib: %s\n' "$(timeout 60 pdftotext "$T/a.pdf" - 2>"$T/log" | tr -d '\f\n\025')" "$said"
}
is 'accents and euro' 'Œuvre été, 12 €, pdf-lib: taken' "$(printed 'Œuvre été, 12 €')"
is '1200 in French' '1 /200, pdf-lib: refused' "$(printed 1200)"
is 'a question' 'Qui vient /?, pdf-lib: refused' "$(printed "$(printf 'Qui vient\342\200\257?')")"
is 'a name from Hungary' 'K7 eg, pdf-lib: refused' "$(printed 'Kőszeg')"
