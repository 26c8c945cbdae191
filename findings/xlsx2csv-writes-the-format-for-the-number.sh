#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# xlsx2csv writes the text of a number format in place of the number, so that all rooms have one name.
#
# Guess before the run: 26:30 comes out as shown (the other formats were not guessed).
# Package: Debian's xlsx2csv 0.7.8; python3-xlsxwriter 3.0.2 makes the workbook.
# Seen: 12 and 14 in the format "Salle" 000 are both written "salle" 000, the number gone; 26:30 in the format [h]:mm is
#   1.104167; a date in "dddd d mmmm" is "05 05 March", the weekday lost; a text _x0041_ comes out as _x005F_x0041_. dd/mm/yyyy,
#   hh:mm and texts with a zero in front are right.
# For us: a list that was turned into CSV on a server may hold the same room in every row: an import should stop at a column of equal
#   rooms with quotation marks in them. Better, it reads the .xlsx itself; and what we write holds room names as texts.
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

deb xlsx2csv python3-xlsxwriter; version xlsx2csv 1:0.7.8-; version python3-xlsxwriter 3.0.2-
/usr/bin/python3 - "$T/a.xlsx" <<'PYTHON'
import datetime, sys, xlsxwriter
book = xlsxwriter.Workbook(sys.argv[1])
sheet = book.add_worksheet()
day = datetime.date(2027, 3, 5)
rows = [(12, '"Salle" 000'), (14, '"Salle" 000'), (26.5 / 24, '[h]:mm'), (day, 'dddd d mmmm'), (day, 'dd/mm/yyyy'),
        (datetime.time(9, 5), 'hh:mm'), ('_x0041_', '@'), ('0612345678', '@')]
for row, (value, shown) in enumerate(rows):
    sheet.write(row, 0, value, book.add_format({'num_format': shown}))
book.close()
PYTHON
xlsx2csv "$T/a.xlsx" "$T/a.csv"
line() { tr -d '\r' <"$T/a.csv" | sed -n "$1p"; }
is 'Salle 012' '"""salle"" 000"' "$(line 1)"
is 'Salle 014' '"""salle"" 000"' "$(line 2)"
is '26:30' 1.104167 "$(line 3)"
is 'Friday 5 March' '05 05 March' "$(line 4)"
is '05/03/2027' 05/03/2027 "$(line 5)"
is '09:05' 09:05 "$(line 6)"
is '_x0041_' _x005F_x0041_ "$(line 7)"
is '0612345678' 0612345678 "$(line 8)"
