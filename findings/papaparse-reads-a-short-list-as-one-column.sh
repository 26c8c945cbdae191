#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# PapaParse reads a list of names and telephones with semicolons as one column, unless it has ten lines or no end of its last line.
#
# Guess before the run: the separator that is in every line is found, in short files and long ones; without it an error stops the import.
# Package: npm papaparse 5.7.1, delimiter not named.
# Seen: the line end of the last line counts as one more row of one field, so that two columns are 1.9 on average, and less than 1.99 is
#   taken for "not found": the comma is used. Ten lines hide it, as only ten are looked at; so do three columns, skipEmptyLines, or no last line
#   end. Prices with a comma are then cut there. "UndetectableDelimiter" is in errors, beside rows that look read.
# For us: a page that reads our lists of two columns gets one column from a small council and two from a large one. Ours name the separator
#   where a reader can be told, and a list for others has three columns or more. Who calls this package says delimiter or skipEmptyLines.
set -eu
T=$(mktemp -d); trap 'rm -rf "$T"' EXIT
npm_get() { (cd "$T"; npm init -y; npm install --ignore-scripts --no-audit --no-fund "$@") >"$T/log" 2>&1 || { cat "$T/log"; exit 3; }; }
is() { # what, expected, seen
    printf '%s: %s\n' "$1" "$3"
    [ "$2" = "$3" ] || { printf 'CHANGED, it was: %s\n' "$2"; exit 1; }
}

npm_get papaparse@5.7.1
cat >"$T/a.mjs" <<'JS'
import fs from "node:fs";
import Papa from "papaparse";
const read = Papa.parse(fs.readFileSync(0, "utf8"), { skipEmptyLines: process.argv[2] === "skip" });
const fault = read.errors.map(error => " " + error.code).join("");
console.log((process.argv[2] === "rows" ? JSON.stringify(read.data) : "by " + JSON.stringify(read.meta.delimiter)) + fault);
JS
read_by() { (cd "$T" && timeout 60 node a.mjs "${1-}"); }
rows() { # how many, with this text in each
    yes "$2" | head -n "$1"
}
is 'nine lines' 'by "," UndetectableDelimiter' "$(rows 9 'Zoe;0612345678' | read_by)"
is 'ten lines' 'by ";"' "$(rows 10 'Zoe;0612345678' | read_by)"
is 'nine, the last without an end' 'by ";"' "$(printf %s "$(rows 9 'Zoe;0612345678')" | read_by)"
is 'nine, skipEmptyLines' 'by ";"' "$(rows 9 'Zoe;0612345678' | read_by skip)"
is 'nine of three columns' 'by ";"' "$(rows 9 'Zoe;0612345678;3' | read_by)"
is 'prices' '[["nom;prix"],["Salle;1","50"],[""]] UndetectableDelimiter' "$(printf 'nom;prix\nSalle;1,50\n' | read_by rows)"
is tabs 'by "," UndetectableDelimiter' "$(rows 9 "$(printf 'Zoe\t0612345678')" | read_by)"
