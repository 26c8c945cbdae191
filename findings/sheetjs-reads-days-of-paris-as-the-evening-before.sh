#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# SheetJS with cellDates reads a day of a sheet as the evening before, 21 seconds early, on a machine in Paris.
#
# Guess before the run: midnight of the place, whatever the zone; an hour comes out to the minute.
# Package: npm xlsx 0.18.5; exceljs 4.4.0 makes the workbook.
# Seen: 5 March 2027 in a cell is 4 March 23:59:39 in Paris, 09:30 is 09:29:39. In UTC and in Tokyo both are right: the days are
#   counted from 1899, when Paris was 9 minutes and 21 seconds from Greenwich, and the 21 seconds are dropped on the way. In
#   Madrid, which was west of Greenwich, it is 44 seconds late. Without cellDates, and in sheet_to_csv, all is right.
# For us: a list that a page made out of our .xlsx may have all days one too early and hours that end in :39, and tests on a
#   machine in UTC do not see it. An import that meets 23:59:39 in every row should ask. Days that must arrive go as texts too.
set -eu
T=$(mktemp -d); trap 'rm -rf "$T"' EXIT
npm_get() { (cd "$T"; npm init -y; npm install --ignore-scripts --no-audit --no-fund "$@") >"$T/log" 2>&1 || { cat "$T/log"; exit 3; }; }
is() { # what, expected, seen
    printf '%s: %s\n' "$1" "$3"
    [ "$2" = "$3" ] || { printf 'CHANGED, it was: %s\n' "$2"; exit 1; }
}

npm_get xlsx@0.18.5 exceljs@4.4.0
cat >"$T/a.mjs" <<'JS'
import Excel from "exceljs";
import XLSX from "xlsx";
const book = new Excel.Workbook(), row = book.addWorksheet("Liste").addRow([46451, 46451 + 9.5 / 24]);
row.getCell(1).numFmt = "dd/mm/yyyy";
row.getCell(2).numFmt = "dd/mm/yyyy hh:mm";
const sheet = XLSX.read(await book.xlsx.writeBuffer(), { cellDates: true }).Sheets.Liste;
const two = n => String(n).padStart(2, "0");
const local = d => d.getFullYear() + "-" + [d.getMonth() + 1, d.getDate()].map(two).join("-") + " " +
  [d.getHours(), d.getMinutes(), d.getSeconds()].map(two).join(":");
console.log(process.argv[2] === "csv" ? XLSX.utils.sheet_to_csv(sheet).trim() : [sheet.A1.v, sheet.B1.v].map(local).join(", "));
JS
in_zone() { (cd "$T" && TZ=$1 timeout 60 node a.mjs "${2-}"); }
is UTC '2027-03-05 00:00:00, 2027-03-05 09:30:00' "$(in_zone UTC)"
is Tokyo '2027-03-05 00:00:00, 2027-03-05 09:30:00' "$(in_zone Asia/Tokyo)"
is Paris '2027-03-04 23:59:39, 2027-03-05 09:29:39' "$(in_zone Europe/Paris)"
is Madrid '2027-03-05 00:00:44, 2027-03-05 09:30:44' "$(in_zone Europe/Madrid)"
is 'Paris, sheet_to_csv' '05/03/2027,05/03/2027 09:30' "$(in_zone Europe/Paris csv)"
