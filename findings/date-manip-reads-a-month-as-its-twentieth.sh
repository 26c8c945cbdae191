#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Date::Manip reads "March 2027" as 20 March 2027, and "mars 1999" as the 19th of that month.
#
# Guess before the run: a month and a year are the first of that month, or no date.
# Package: Debian's libdate-manip-perl 6.91.
# Seen: four digits after the name of a month are a day and a year of two digits: 20 and 27. As this century begins with 20, the month and
#   the year look right and the day is the 20th; 1999 is the 19th, "March 2027 14:30" has its hour. A comma changes nothing. English and
#   French alike. "2027-03" is the first; full dates ("1er mars 2027", "5 aout 2027 14h30", "2e mardi de mars 2027") are right.
# For us: "until March 2027" in somebody's list becomes a deadline in the middle of the month, and nothing shows that it was made up. Our own
#   fields refuse "mars 2027" where a day is asked for (when_test.c); a period takes it as a month.
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

deb libdate-manip-perl; version libdate-manip-perl 6.91-
cat >"$T/a.pl" <<'PERL'
use Date::Manip;
my ($language, $text) = @ARGV;
Date_Init("Language=$language", "DateFormat=non-US");
print UnixDate(ParseDate($text), "%Y-%m-%d %H:%M") // "none", "\n";
PERL
day() { TZ=Europe/Paris PERL5LIB=$T/usr/share/perl5 timeout 60 perl "$T/a.pl" "$1" "$2"; } # language, text
is 'March 2027' '2027-03-20 00:00' "$(day English 'March 2027')"
is 'March, 2027' '2027-03-20 00:00' "$(day English 'March, 2027')"
is 'March 2027 14:30' '2027-03-20 14:30' "$(day English 'March 2027 14:30')"
is 'September 2031' '2031-09-20 00:00' "$(day English 'September 2031')"
is 'mars 2027' '2027-03-20 00:00' "$(day French 'mars 2027')"
is 'mars 1999' '1999-03-19 00:00' "$(day French 'mars 1999')"
is '2027-03' '2027-03-01 00:00' "$(day English 2027-03)"
is '1er mars 2027' '2027-03-01 00:00' "$(day French '1er mars 2027')"
is '5 aout 2027 14h30' '2027-08-05 14:30' "$(day French '5 aout 2027 14h30')"
is '2e mardi de mars 2027' '2027-03-09 00:00' "$(day French '2e mardi de mars 2027')"
