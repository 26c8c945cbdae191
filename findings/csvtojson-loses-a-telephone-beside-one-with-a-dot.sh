#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# csvtojson loses the column "Tél" beside a column "Tél. mobile", and the first of two columns with one heading, the last one empty or not.
#
# Guess before the run: each heading is a field of that name; of two equal ones the second gets a number, or there is an error.
# Package: npm csvtojson 2.0.14.
# Seen: a dot in a heading makes an object: "Tél. bureau" and "Tél. mobile" are Tél with " bureau" and " mobile" in it, and no field has the
#   heading's name. Beside a column "Tél" the first of the two is thrown away, whichever it is.
#   Of two columns "E-mail" the last is kept, also where it is empty and the first is not. With flatKeys the dots stay; of equal ones one is
#   still lost.
# For us: a list with telephones "Tél" and "Tél. mobile" arrives without one of them, in every row, and no row fails. A list made for such a
#   page has no dot in its headings and no heading twice, and whoever gets one back counts the telephones.
set -eu
T=$(mktemp -d); trap 'rm -rf "$T"' EXIT
npm_get() { (cd "$T"; npm init -y; npm install --ignore-scripts --no-audit --no-fund "$@") >"$T/log" 2>&1 || { cat "$T/log"; exit 3; }; }
is() { # what, expected, seen
    printf '%s: %s\n' "$1" "$3"
    [ "$2" = "$3" ] || { printf 'CHANGED, it was: %s\n' "$2"; exit 1; }
}

npm_get csvtojson@2.0.14
cat >"$T/a.mjs" <<'JS'
import csv from "csvtojson";
import fs from "node:fs";
console.log(JSON.stringify((await csv({ flatKeys: process.argv[2] === "flat" }).fromString(fs.readFileSync(0, "utf8")))[0]));
JS
read_list() { (cd "$T" && timeout 60 node a.mjs "$@"); }
is 'two with a dot' '{"Nom":"Zoé","Tél":{" bureau":"02"," mobile":"06"}}' "$(printf 'Nom,Tél. bureau,Tél. mobile\nZoé,02,06\n' | read_list)"
is 'with Tél before' '{"Nom":"Zoé","Tél":{" mobile":"06"}}' "$(printf 'Nom,Tél,Tél. mobile\nZoé,02,06\n' | read_list)"
is 'with Tél behind' '{"Nom":"Zoé","Tél":"02"}' "$(printf 'Nom,Tél. mobile,Tél\nZoé,06,02\n' | read_list)"
is 'with flatKeys' '{"Nom":"Zoé","Tél":"02","Tél. mobile":"06"}' "$(printf 'Nom,Tél,Tél. mobile\nZoé,02,06\n' | read_list flat)"
is 'two equal, the last empty' '{"Nom":"Zoé","E-mail":""}' "$(printf 'Nom,E-mail,E-mail\nZoé,zoe@example.org,\n' | read_list)"
is 'the same with flatKeys' '{"Nom":"Zoé","E-mail":""}' "$(printf 'Nom,E-mail,E-mail\nZoé,zoe@example.org,\n' | read_list flat)"
