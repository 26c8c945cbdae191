#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# csv-parse with cast_date makes a day of the year 2001 of "Salle 3".
#
# Guess before the run: only what looks like 2027-03-05 or 05/03/2027 becomes a date, a room keeps its name.
# Package: npm csv-parse 7.0.3.
# Seen: "Salle 3" is 1 March 2001, "Groupe 12" 1 December 2001, "Salle 13" stays a text as there is no 13th month. 05/03/2027 is
#   3 May, 25/03/2027 stays a text. With cast alone a telephone loses its zero. Nothing is reported.
# For us: tables that an intranet sends us may have a column that is half dates, half rooms: an import should name the row
#   and show such a cell instead of guessing, and ask about a day/month column where no day is above 12.
set -eu
T=$(mktemp -d); trap 'rm -rf "$T"' EXIT
npm_get() { (cd "$T"; npm init -y; npm install --ignore-scripts --no-audit --no-fund "$@") >"$T/log" 2>&1 || { cat "$T/log"; exit 3; }; }
is() { # what, expected, seen
    printf '%s: %s\n' "$1" "$3"
    [ "$2" = "$3" ] || { printf 'CHANGED, it was: %s\n' "$2"; exit 1; }
}

npm_get csv-parse@7.0.3
cat >"$T/a.mjs" <<'JS'
import { parse } from "csv-parse/sync";
const cells = parse("Salle 3\nGroupe 12\nSalle 13\n05/03/2027\n25/03/2027\n0612345678\n", { cast: true, cast_date: true }).flat();
console.log(cells.map(cell => cell instanceof Date ? "date " + [cell.getFullYear(), cell.getMonth() + 1, cell.getDate()].join("-") : typeof cell + " " + cell).join("|"));
JS
is 'cells' 'date 2001-3-1|date 2001-12-1|string Salle 13|date 2027-5-3|string 25/03/2027|number 612345678' "$(node "$T/a.mjs")"
