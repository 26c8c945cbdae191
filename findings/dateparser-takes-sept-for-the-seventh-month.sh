#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# dateparser, told that a date is French, reads "15 sept 2027" as the 15th of July, and "demain à 9h" as tomorrow and nine hours.
#
# Guess before the run: "midi" is not known; days and hours written as people write them are right.
# Package: Debian's python3-dateparser 1.1.6.
# Seen: "sept" is the number seven, and so month 7, with a point after it as well; "septembre" is right, and so is "sept" when no
#   language is given. "demain à 9h", read at ten, is 19:00; "lundi à 9h" is Tuesday; "mardi 9 mars à 14h" is in the year
#   2014. With minutes (9h00, 14h30) these are right.
# For us: a list or a mail that passed through it may have its Septembers in July, all other months right. What we write for others
#   has months as numbers or whole names, and hours with minutes.
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

deb python3-dateparser; version python3-dateparser 1.1.6-
cat >"$T/a.py" <<'PYTHON'
import datetime, sys, warnings
warnings.simplefilter('ignore')
import dateparser
now = {'RELATIVE_BASE': datetime.datetime(2027, 3, 3, 10, 0)}
day = dateparser.parse(sys.argv[2], languages=sys.argv[1].split() or None, settings=now)
print(day.strftime('%d/%m/%Y %H:%M') if day else 'nothing')
PYTHON
read_as() { TZ=Europe/Paris timeout 60 /usr/bin/python3 "$T/a.py" "$1" "$2"; } # languages, text
is '15 septembre 2027' '15/09/2027 00:00' "$(read_as fr '15 septembre 2027')"
is '15 sept. 2027' '15/07/2027 00:00' "$(read_as fr '15 sept. 2027')"
is '15 sept 2027' '15/07/2027 00:00' "$(read_as fr '15 sept 2027')"
is '15 sept 2027, no language given' '15/09/2027 00:00' "$(read_as '' '15 sept 2027')"
is 'demain à 9h00' '04/03/2027 09:00' "$(read_as fr 'demain à 9h00')"
is 'demain à 9h' '04/03/2027 19:00' "$(read_as fr 'demain à 9h')"
is 'lundi à 9h' '09/03/2027 00:00' "$(read_as fr 'lundi à 9h')"
is 'mardi 9 mars à 14h30' '09/03/2027 14:30' "$(read_as fr 'mardi 9 mars à 14h30')"
is 'mardi 9 mars à 14h' '09/03/2014 00:00' "$(read_as fr 'mardi 9 mars à 14h')"
