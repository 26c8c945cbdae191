#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# texttable prints the telephone "0612345678", given as a text, as 6.123e+08, room 1E3 as 1000 and group 1.10 as 1.100.
#
# Guess before the run: what is given as a text is printed as it is; only numbers of Python are set as numbers.
# Package: Debian's python3-texttable 1.6.7; python3-prettytable 3.6.0 beside it.
# Seen: every cell that looks like a number is one: a short telephone loses its zero (0238 is 238), a long one nearly all its digits, above 100 million,
#   with or without +33. Badge 00017 is 17, and room B12 stays. With spaces ("06 12 34 56 78") or set_cols_dtype("t") all is well.
#   prettytable leaves the texts alone.
# For us: a list for the desk printed by such a script from our CSV has numbers that nobody can call, and nothing to guess them by. A script that
#   somebody shows us gets set_cols_dtype with a "t" for each column first.
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

deb python3-texttable python3-prettytable; version python3-texttable 1.6.7-; version python3-prettytable 3.6.0-
cat >"$T/a.py" <<'PYTHON'
import sys
from texttable import Texttable
from prettytable import PrettyTable
kind, *cells = sys.argv[1:]
if kind == 'pretty':
    table = PrettyTable(header=False, border=False)
    table.add_row(cells)
    print(table)
else:
    table = Texttable(200)
    table.set_deco(0)
    if kind != 'auto':
        table.set_cols_dtype([kind] * len(cells))
    table.add_row(cells)
    print(table.draw())
PYTHON
row() { timeout 60 /usr/bin/python3 "$T/a.py" "$@" | tr -s ' ' | sed 's/^ *//; s/ *$//'; }
is telephones '6.123e+08 3.361e+10 238' "$(row auto 0612345678 +33612345678 0238)"
is 'telephones with spaces' '06 12 34 56 78 02 38' "$(row auto '06 12 34 56 78' '02 38')"
is 'rooms, groups, badges' '1000 B12 1.100 17 1.000e+08' "$(row auto 1E3 B12 1.10 00017 100000123)"
is 'as texts' '0612345678 0238 1E3 1.10 00017' "$(row t 0612345678 0238 1E3 1.10 00017)"
is prettytable '0612345678 0238 1E3 1.10 00017' "$(row pretty 0612345678 0238 1E3 1.10 00017)"
