#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A page cut out by pdfseparate carries all files attached to the whole document; qpdf leaves them behind.
#
# Guess before the run: a single page has the page's content and nothing of the document beside it; pdfunite drops attachments.
# Package: Debian's poppler-utils 22.12.0 and qpdf 11.3.0; npm pdf-lib 1.17.1 makes the document.
# Seen: pdfseparate puts the attached list into every page it writes; pdfunite keeps the attachments of all its inputs, but not
#   the title of any. qpdf --empty --pages gives pages alone.
# For us: where certificates come in one document and are cut for each person, nothing confidential may be attached to it, or
#   the pages are cut with qpdf. A union has no title: give it one again.
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

deb poppler-utils qpdf; version poppler-utils 22.12.0-; version qpdf 11.3.0-
npm_get pdf-lib@1.17.1
cat >"$T/a.mjs" <<'JS'
import { PDFDocument } from "pdf-lib";
import fs from "node:fs";
for (const name of ["a", "b"]) {
  const document = await PDFDocument.create();
  document.setTitle("Liste " + name);
  for (const page of [1, 2]) document.addPage([200, 200]).drawText("page " + page);
  await document.attach(Buffer.from("Nom;Tel\r\n"), "liste-" + name + ".csv", { mimeType: "text/csv" });
  fs.writeFileSync(name + ".pdf", await document.save());
}
JS
cd "$T"; node a.mjs; qpdf --check a.pdf >check
pdfseparate -f 2 -l 2 a.pdf page%d.pdf; pdfunite a.pdf b.pdf union.pdf; qpdf --empty --pages a.pdf 2 -- q.pdf
files() { pdfdetach -list "$1" | sed 1d | paste -sd' '; }
is 'page 2 of pdfseparate' '1: liste-a.csv' "$(files page2.pdf)"
is 'page 2 of qpdf' '' "$(files q.pdf)"
is 'union of two' '1: liste-a.csv 2: liste-b.csv' "$(files union.pdf)"
is 'titles, before and after' '1 0' "$(pdfinfo a.pdf | grep -c '^Title') $(pdfinfo union.pdf | grep -c '^Title' || :)"
