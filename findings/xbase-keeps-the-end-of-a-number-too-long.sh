#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Perl's XBase writes the end of a number that is too long for its column: 12345.50 becomes 2345.50, and -1234.50 becomes 1234.50.
#
# Guess before the run: a number that does not fit is refused, or the column is filled with stars, as dBase does.
# Package: Debian's libdbd-xbase-perl 1.08; python3-dbfread 2.0.7 reads what it wrote.
# Seen: set_record answers as if all were well. In a column of 7 with 2 decimals 12345.50 loses its first digit, -1234.50 its minus, 99999.999 is 0;
#   in one of 4 with 1 decimal 124.5 hours are 24.5. A name loses its end, and a telephone in a column of 10 its last two digits.
#   Of "12,50", a text with a comma, 12 is left. What fits is right.
# For us: sums and hours handed on to an old base come back smaller, or a refund as a payment, and each is a number that could be. Whoever hands
#   such a file on compares the sum of the column before and after; a CSV of ours has no such widths.
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

deb libdbd-xbase-perl python3-dbfread; version libdbd-xbase-perl 1:1.08-; version python3-dbfread 2.0.7-
PERL5LIB=$T/usr/share/perl5; export PERL5LIB
cat >"$T/a.pl" <<'PERL'
use XBase;
my ($file, @cells) = @ARGV;
unlink $file;
my $table = XBase->create(name => $file, field_names => [qw(NOM MONTANT HEURES TEL)], field_types => [qw(C N N C)],
    field_lengths => [12, 7, 4, 10], field_decimals => [undef, 2, 1, undef]) or die XBase->errstr;
$table->set_record(0, @cells) or die $table->errstr;
$table->close;
PERL
through() { # name, sum, hours, telephone
    timeout 60 perl "$T/a.pl" "$T/a.dbf" "$@"
    timeout 60 /usr/bin/python3 -c 'import sys, dbfread
print(*(cell for row in dbfread.DBF(sys.argv[1]) for cell in row.values()), sep="|")' "$T/a.dbf"
}
is 'what fits' 'Zoe|124.5|99.5|0612345678' "$(through Zoe 124.5 99.5 0612345678)"
is 'what does not' 'Dupont-Marti|2345.5|24.5|+336123456' "$(through Dupont-Martin 12345.50 124.5 +33612345678)"
is 'with a minus' 'Luc|1234.5|12.5|' "$(through Luc -1234.50 -12.5 '')"
is 'rounded up' 'Ida|0.0|10.0|' "$(through Ida 99999.999 9.96 '')"
is 'with a comma' 'Max|12.0|7.0|' "$(through Max 12,50 7,5 '')"
