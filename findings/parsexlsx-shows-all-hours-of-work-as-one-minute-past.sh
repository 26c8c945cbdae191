#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Perl's Spreadsheet::ParseXLSX shows 30:30 hours of work as 30:01, and a date with a French format as "[$4C] 4 6573".
#
# Guess before the run: value() is what the cell shows; French names of months may come out in English.
# Package: Debian's libspreadsheet-parsexlsx-perl 0.27; libexcel-writer-xlsx-perl 1.10 makes the workbook.
# Seen: mm is a minute after h or hh, but behind [h] it is the month of the number, which for up to 31 days is 01: [h]:mm, the format for
#   sums of hours, ends each of them in :01, and from 768 hours on in :02. [h]:mm:ss and h:mm are right, [hh]:mm keeps its brackets.
#   [$-40C], which says "in French" before a date, loses its minus, and the number is no date any more. [$-409], English, is right.
#   unformatted() has the number of the cell in each case.
# For us: a list that comes from such a script has hours that are wrong by up to an hour and look right: an import that meets one minute,
#   the same in all rows, should ask. Our .xlsx has hours over a day as [h]:mm:ss or as a number, and dates without [$-40C].
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

deb libspreadsheet-parsexlsx-perl libexcel-writer-xlsx-perl; version libspreadsheet-parsexlsx-perl 0.27-; version libexcel-writer-xlsx-perl 1.10-
PERL5LIB=$T/usr/share/perl5:$(find "$T/usr/lib" -path '*/perl5/5*' -maxdepth 4 -printf '%p:' 2>/dev/null || :); export PERL5LIB
cat >"$T/a.pl" <<'PERL'
use strict;
use warnings;
use Excel::Writer::XLSX;
use Spreadsheet::ParseXLSX;
my ($path, $number, $format) = @ARGV;
my $book = Excel::Writer::XLSX->new($path);
$book->add_worksheet('Liste')->write_number(0, 0, $number, $book->add_format(num_format => $format));
$book->close;
my $cell = Spreadsheet::ParseXLSX->new->parse($path)->worksheet(0)->get_cell(0, 0);
print $cell->value, ' of ', $cell->unformatted, "\n";
PERL
shown() { timeout 60 perl "$T/a.pl" "$T/a.xlsx" "$@"; } # a number by a format
is '30 hours and a half' '30:01 of 1.2708' "$(shown 1.2708 '[h]:mm')"
is '9 hours 45' '9:01 of 0.40625' "$(shown 0.40625 '[h]:mm')"
is '36 hours' '36:01 of 1.5' "$(shown 1.5 '[h]:mm')"
is '768 hours' '768:02 of 32' "$(shown 32 '[h]:mm')"
is 'with seconds' '36:00:00 of 1.5' "$(shown 1.5 '[h]:mm:ss')"
is 'two digits' '[09]:45 of 0.40625' "$(shown 0.40625 '[hh]:mm')"
is 'an hour of the day' '9:45 of 0.40625' "$(shown 0.40625 'h:mm')"
# shellcheck disable=SC2016 # the dollar is of the format
is 'a date in French' '[$4C] 4 6573 of 46573' "$(shown 46573 '[$-40C]d mmmm yyyy')"
# shellcheck disable=SC2016
is 'in English' '5 July 2027 of 46573' "$(shown 46573 '[$-409]d mmmm yyyy')"
