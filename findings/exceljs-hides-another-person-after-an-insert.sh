#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A row inserted with exceljs hides another person, leaves the last one out of the total and takes the notes away.
#
# Guess before the run: formulas and merged cells move down with their row (hidden rows, notes and choices were not guessed).
# Package: npm exceljs 4.4.0.
# Seen: insertRow, spliceRows and duplicateRow move values, fonts, heights, merged cells and defined names. The mark "hidden" stays
#   at the row's number: Anne, hidden before, is shown, and Luc is hidden in her place. SUM(B2:B4) stays so, one row lower, with
#   its old result; the choice of a cell stays at the place; the note is lost. addRow, at the end, is right.
# For us: in a sheet that a script "only added someone to" the hidden rows may be those of other people: an import that leaves
#   them out without a question loses Luc and takes Anne back. To those who write such scripts: addRow, and sort after it.
set -eu
T=$(mktemp -d); trap 'rm -rf "$T"' EXIT
npm_get() { (cd "$T"; npm init -y; npm install --ignore-scripts --no-audit --no-fund "$@") >"$T/log" 2>&1 || { cat "$T/log"; exit 3; }; }
is() { # what, expected, seen
    printf '%s: %s\n' "$1" "$3"
    [ "$2" = "$3" ] || { printf 'CHANGED, it was: %s\n' "$2"; exit 1; }
}

npm_get exceljs@4.4.0
cat >"$T/a.mjs" <<'JS'
import Excel from "exceljs";
const book = new Excel.Workbook(), sheet = book.addWorksheet("Liste");
sheet.addRows([["Nom", "Heures"], ["Zoe", 1], ["Luc", 2], ["Anne", 3], ["Total", { formula: "SUM(B2:B4)", result: 6 }]]);
sheet.getCell("A3").note = "de Luc";
sheet.getCell("B3").dataValidation = { type: "list", formulae: ['"1,2"'] };
sheet.getRow(4).hidden = true;
sheet.getRow(4).height = 33;
book.definedNames.add("Liste!$A$3", "luc");
({ none: () => 0, insertRow: () => sheet.insertRow(2, ["Jo", 9]), spliceRows: () => sheet.spliceRows(2, 0, ["Jo", 9]),
   duplicateRow: () => sheet.duplicateRow(2, 1, true), addRow: () => sheet.addRow(["Jo", 9]) })[process.argv[2]]();
const again = new Excel.Workbook();
await again.xlsx.load(await book.xlsx.writeBuffer());
const marks = [], mark = (text, yes) => { if (yes) marks.push(text); };
again.getWorksheet("Liste").eachRow(row => {
  const name = row.getCell(1).value, second = row.getCell(2);
  mark("hidden " + name, row.hidden); mark("high " + name, row.height === 33); mark("note " + name, row.getCell(1).note);
  mark("choice " + name, second.dataValidation); mark(name + " " + second.formula + "=" + second.result, second.formula);
});
for (const { name, ranges } of again.definedNames.model) marks.push(name + " " + ranges.join().replaceAll("$", ""));
console.log(marks.join(", "));
JS
after() { (cd "$T" && timeout 60 node a.mjs "$1"); }
is before 'note Luc, choice Luc, hidden Anne, high Anne, Total SUM(B2:B4)=6, luc Liste!A3' "$(after none)"
is insertRow 'choice Zoe, hidden Luc, high Anne, Total SUM(B2:B4)=6, luc Liste!A4' "$(after insertRow)"
is spliceRows 'choice Zoe, hidden Luc, high Anne, Total SUM(B2:B4)=6, luc Liste!A4' "$(after spliceRows)"
is duplicateRow 'choice Zoe, hidden Luc, high Anne, Total SUM(B2:B4)=6, luc Liste!A4' "$(after duplicateRow)"
is addRow 'note Luc, choice Luc, hidden Anne, high Anne, Total SUM(B2:B4)=6, luc Liste!A3' "$(after addRow)"
