#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# csvkit turns the first names April, May and June into days of the year 1, and surnames into null and NaN.
#
# Guess before the run: a telephone may lose its zero, but a column of names stays text.
# Package: Debian's csvkit 1.0.7.
# Seen: csvsort and csvjson guess a type from the values. A column that holds only April, May, June is a column of
#   dates (0001-04-01 ...); a person called None, Null or Na becomes null; a column of t and f becomes booleans; rooms 0 and 1
#   become false and true; 05/03/2027 is read as May. With -I nothing is touched.
# For us: a file that "went through csvkit first" may be damaged in small groups and whole in large ones (one "Anne" in the
#   column and the names stay). Importing a first name like 0001-05-01 deserves a question; to anyone who prepares a file: csvsort -I.
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

deb csvkit; version csvkit 1.0.7-
printf 'Prenom,Jour,Salle\nApril,05/03/2027,0\nMay,06/03/2027,1\nJune,07/03/2027,1\n' >"$T/a.csv"
printf 'Nom,Oui\nNone,t\nMartin,f\nNa,t\n' >"$T/b.csv"
is 'first names sorted' '0001-04-01 0001-05-01 0001-06-01' "$(csvsort -c 1 "$T/a.csv" | sed '1d;s/,.*//' | paste -sd' ')"
is 'first row' '0001-04-01,2027-05-03,False' "$(csvsort -c 1 "$T/a.csv" | sed -n 2p)"
is 'the same with -I' 'April,05/03/2027,0' "$(csvsort -I -c 1 "$T/a.csv" | sed -n 2p)"
is 'surnames' '[{"Nom": null, "Oui": true}, {"Nom": "Martin", "Oui": false}, {"Nom": null, "Oui": true}]' "$(csvjson "$T/b.csv")"
{ cat "$T/a.csv"; echo 'Anne,08/03/2027,1'; } >"$T/c.csv"
is 'one Anne more' 'Anne April June May' "$(csvsort -c 1 "$T/c.csv" | sed '1d;s/,.*//' | paste -sd' ')"
