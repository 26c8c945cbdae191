#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The npm package gettext-parser puts fuzzy translations into the .mo, and after that has lost the untranslated ones.
#
# Guess before the run: mo.compile() leaves out what is fuzzy, as msgfmt does.
# Package: npm gettext-parser 10.0.0; Debian's gettext 0.21 reads and judges.
# Seen: the entry "20 seats", fuzzy with the old "10 places", is in the .mo that mo.compile() writes; msgfmt on the same
#   .po leaves it out and the English text shows. mo.compile() also deletes the entries without translation from the object
#   it was given: a .po written after it is shorter, one written before it is whole.
# For us: compile the catalogue by msgfmt alone. A .mo from a translation site or an npm build may show numbers and words
#   of an earlier sentence; msgattrib --only-fuzzy should be empty before a release. A .po from such a build should be merged
#   (msgmerge), never put in place of ours.
set -eu
T=$(mktemp -d); trap 'rm -rf "$T"' EXIT
npm_get() { (cd "$T"; npm init -y; npm install --ignore-scripts --no-audit --no-fund "$@") >"$T/log" 2>&1 || { cat "$T/log"; exit 3; }; }
is() { # what, expected, seen
    printf '%s: %s\n' "$1" "$3"
    [ "$2" = "$3" ] || { printf 'CHANGED, it was: %s\n' "$2"; exit 1; }
}

npm_get gettext-parser@10.0.0
msgfmt --version | grep -q ' 0\.2[0-9]' || { echo 'no gettext 0.2x: not judged'; exit 3; }
cat >"$T/a.po" <<'PO'
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"

#, fuzzy
#| msgid "10 seats"
msgid "20 seats"
msgstr "10 places"

msgid "hello"
msgstr "bonjour"

msgid "empty"
msgstr ""
PO
cat >"$T/a.mjs" <<'JS'
import { po, mo } from "gettext-parser";
import fs from "node:fs";
const all = po.parse(fs.readFileSync("a.po"));
fs.writeFileSync("before.po", po.compile(all));
fs.writeFileSync("npm.mo", mo.compile(all));
fs.writeFileSync("after.po", po.compile(all));
JS
(cd "$T"; node a.mjs; msgfmt -o gnu.mo a.po)
ids() { grep '^msgid "[^"]' | sort | paste -sd' '; }
is 'in the .mo of msgfmt' 'msgid "hello"' "$(msgunfmt "$T/gnu.mo" | ids)"
is 'in the .mo of gettext-parser' 'msgid "20 seats" msgid "hello"' "$(msgunfmt "$T/npm.mo" | ids)"
is 'in the .po before that' 'msgid "20 seats" msgid "empty" msgid "hello"' "$(ids <"$T/before.po")"
is 'in the .po after that' 'msgid "20 seats" msgid "hello"' "$(ids <"$T/after.po")"
