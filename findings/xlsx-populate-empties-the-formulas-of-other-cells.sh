#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# xlsx-populate, asked to write one cell, takes the formulas of others away, and saves the formulas that stay without their results.
#
# Guess before the run: a value written into one cell changes that cell, and the others keep formula and result.
# Package: npm xlsx-populate 1.21.0; npm exceljs 4.4.0 makes the workbook and reads it again.
# Seen: where a column of formulas is stored once for all (ECMA-376 part 1, 18.3.1.40, t="shared", as Excel does it when it is filled down), a
#   value written into its first cell empties all the others: no formula, no value, no word. Written into another one it changes that one
#   alone. What is only opened and saved keeps the formulas but not what they gave, and a reader that does not calculate sees nothing.
# For us: a list with "hours left" or "total" comes back with an empty column once a script corrected its first row. Our import stops at a
#   formula without its result and says which cell (xlsx_sheet.c); cells that were emptied it cannot know: compare their number.
set -eu
T=$(mktemp -d); trap 'rm -rf "$T"' EXIT
npm_get() { (cd "$T"; npm init -y; npm install --ignore-scripts --no-audit --no-fund "$@") >"$T/log" 2>&1 || { cat "$T/log"; exit 3; }; }
is() { # what, expected, seen
    printf '%s: %s\n' "$1" "$3"
    [ "$2" = "$3" ] || { printf 'CHANGED, it was: %s\n' "$2"; exit 1; }
}

npm_get xlsx-populate@1.21.0 exceljs@4.4.0
cat >"$T/a.mjs" <<'JS'
import Excel from "exceljs";
import Populate from "xlsx-populate";
const list = new Excel.Workbook(), sheet = list.addWorksheet("Liste");
sheet.addRows([[1], [2], [3]]);
sheet.fillFormula("B1:B3", "A1*2", [2, 4, 6]);
let file = await list.xlsx.writeBuffer();
const [cell] = process.argv.slice(2);
if (cell !== "before") {
  const book = await Populate.fromDataAsync(file);
  if (cell) book.sheet(0).cell(cell).value(5);
  file = await book.outputAsync();
}
const again = new Excel.Workbook();
await again.xlsx.load(file);
console.log([1, 2, 3].map(r => again.getWorksheet(1).getCell("B" + r)).map(c => c.formula ? `${c.formula}=${c.result ?? ""}` : c.value ?? "empty").join(" "));
JS
after() { (cd "$T" && timeout 60 node a.mjs "$1"); }
is before 'A1*2=2 A2*2=4 A3*2=6' "$(after before)"
is 'opened and saved' 'A1*2= A2*2= A3*2=' "$(after '')"
is '5 into B1' '5 empty empty' "$(after B1)"
is '5 into B2' 'A1*2= 5 A3*2=' "$(after B2)"
is '5 into A1' 'A1*2= A2*2= A3*2=' "$(after A1)"
