#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# read-excel-file reads one quarter of an hour in three a millisecond early, so that 8:00 is 7:59.
#
# Guess before the run: 8:00 in a cell is read as 8:00; only seconds with many digits may be off.
# Package: npm read-excel-file 9.3.17; npm exceljs 4.4.0 makes the workbook and reads it beside it.
# Seen: of the 96 quarters of an hour of a day in 2027 32 end with 59.999 seconds: 0:30, 1:15, 2:00, 2:45 ... each 45 minutes, so 8:00, 11:00,
#   14:00 and 17:00. A cell holds a day as a number with a fraction, and what is left of it in binary is cut, not rounded. Shown as hours and minutes it is
#   the minute before; compared with 8:00 it is another. Whole days and the other quarters are right; exceljs has all.
# For us: a table that an intranet read by this package and sent on has meetings at 7:59 and 13:59. Our own reading of XLSX rounds to the second, and
#   minutes 59 and 14, 29, 44 in many rows of an import are a sign of it.
set -eu
T=$(mktemp -d); trap 'rm -rf "$T"' EXIT
npm_get() { (cd "$T"; npm init -y; npm install --ignore-scripts --no-audit --no-fund "$@") >"$T/log" 2>&1 || { cat "$T/log"; exit 3; }; }
is() { # what, expected, seen
    printf '%s: %s\n' "$1" "$3"
    [ "$2" = "$3" ] || { printf 'CHANGED, it was: %s\n' "$2"; exit 1; }
}

npm_get read-excel-file@9.3.17 exceljs@4.4.0
cat >"$T/a.mjs" <<'JS'
import { readSheet } from "read-excel-file/node";
import ExcelJS from "exceljs";
const book = new ExcelJS.Workbook(), sheet = book.addWorksheet("S");
const quarters = [...Array(96).keys()].map(quarter => new Date(Date.UTC(2027, 2, 5, 0, 15 * quarter)));
for (const quarter of quarters) sheet.addRow([quarter]).getCell(1).numFmt = "dd/mm/yyyy hh:mm";
await book.xlsx.writeFile("a.xlsx");
const minute = date => date.toISOString().slice(11, 16);
const again = new ExcelJS.Workbook();
await again.xlsx.readFile("a.xlsx");
const read = { "read-excel-file": (await readSheet("a.xlsx")).map(row => row[0]), exceljs: quarters.map((_, row) => again.worksheets[0].getCell(row + 1, 1).value) }[process.argv[2]];
const off = quarters.filter((quarter, row) => minute(read[row]) !== minute(quarter));
console.log({ count: off.length, which: off.map(minute).slice(0, 12).join(" "), eight: read[32].toISOString(), nine: read[36].toISOString(), day: read[0].toISOString() }[process.argv[3]]);
JS
ask() { (cd "$T" && TZ=UTC timeout 60 node a.mjs "$@"); }
is 'quarters of an hour that are a minute early' 32 "$(ask read-excel-file count)"
is 'the first of them' '00:30 01:15 02:00 02:45 03:30 04:15 05:00 05:45 06:30 07:15 08:00 08:45' "$(ask read-excel-file which)"
is '8:00' 2027-03-05T07:59:59.999Z "$(ask read-excel-file eight)"
is '9:00' 2027-03-05T09:00:00.000Z "$(ask read-excel-file nine)"
is 'a whole day' 2027-03-05T00:00:00.000Z "$(ask read-excel-file day)"
is 'the same by exceljs' 0 "$(ask exceljs count)"
