#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A card that passes through Perl's Text::vCard has a link that ends at its semicolon, one category of two, and a label torn at its colon.
#
# Guess before the run: a card read and written again is the same, but for the order and the case of its lines.
# Package: Debian's libtext-vcard-perl 3.09; npm ical.js 2.2.1 reads what it wrote.
# Seen: a URL with ";" comes out empty, with a word on stderr and status 0; CATEGORIES:a,b and NICKNAME:Zo,Zizou get a backslash and are one each;
#   ADR;LABEL="Mairie: hall" loses its quotes, so that the post box of the address is the label's end. ORG, NOTE, N, TEL are whole.
# For us: a link for a card has %3B for its semicolon; a label of an address goes in the address. An import that meets an empty URL or a
#   category with a comma keeps what it knew before.
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
deb libtext-vcard-perl; version libtext-vcard-perl 3.09-; npm_get ical.js@2.2.1
PERL5LIB=$T/usr/share/perl5:$T/usr/lib/x86_64-linux-gnu/perl5/5.36; export PERL5LIB
cat >"$T/a.pl" <<'PERL'
use Text::vCard::Addressbook;
print Text::vCard::Addressbook->new({source_file => $ARGV[0]})->export;
PERL
cat >"$T/a.mjs" <<'JS'
import ICAL from "ical.js";
import fs from "node:fs";
const card = new ICAL.Component(ICAL.parse(fs.readFileSync(0, "utf8"))), name = process.argv[2];
console.log(JSON.stringify(card.getFirstProperty(name).toJSON().slice(3)));
JS
both() { # property, line, how it is read before and after
    printf '%s\r\n' BEGIN:VCARD VERSION:3.0 'FN:Zoe Dupont' 'N:Dupont;Zoe;;;' "$2" END:VCARD >"$T/a.vcf"
    is "$1, before" "$3" "$(timeout 60 node "$T/a.mjs" "$1" <"$T/a.vcf")"
    timeout 60 perl "$T/a.pl" "$T/a.vcf" >"$T/b.vcf" 2>/dev/null
    is "$1, after" "$4" "$(timeout 60 node "$T/a.mjs" "$1" <"$T/b.vcf")"
}
both url 'URL:https://example.org/?a=1;b=2' '["https://example.org/?a=1;b=2"]' '[""]'
both categories CATEGORIES:a,b '["a","b"]' '["a,b"]'
both nickname NICKNAME:Zo,Zizou '["Zo","Zizou"]' '["Zo,Zizou"]'
both adr 'ADR;LABEL="Mairie: hall":;;1 rue X;Orleans;;45000;' '[["","","1 rue X","Orleans","","45000",""]]' \
    '[[" hall:","","1 rue X","Orleans","","45000",""]]'
both org 'ORG:Mairie\, Orleans;Culture' '[["Mairie, Orleans","Culture"]]' '[["Mairie, Orleans","Culture"]]'
both note 'NOTE:un\nB\, fin' '["un\nB, fin"]' '["un\nB, fin"]'
