#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Lingua::EN::NameCase, for names in capitals, writes MacRon, MacAire and "le Goff", and a family Li or Vi becomes a Roman numeral.
#
# Guess before the run: French particles come out small or great by a rule, and Mac is capital before a name that begins with it in Scotland.
# Package: Debian's liblingua-en-namecase-perl 1.21.
# Seen: Mac and one more capital in nearly all names that begin so: MacRon, MacAire, MacQuart, MacAdre, Jean-MacAire; Macon, Macias and Machard, of its list of
#   others, are left. LE and LA are articles, so "le Goff" and "la Roche", beside "Des Moulins". LI, VI and XI stay as they are: 51, 6 and 11. D'Artagnan,
#   L'Hermite, N'Diaye and Dupont-Martin are right.
# For us: a list put in order with this before it comes to us has MacRon on its badges. Sent in capitals it is better off: our import sets those itself
#   (--keep-capitals leaves them).
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

deb liblingua-en-namecase-perl; version liblingua-en-namecase-perl 1.21-
PERL5LIB=$T/usr/share/perl5; export PERL5LIB
cased() { timeout 60 perl -e 'use Lingua::EN::NameCase "nc"; print join ", ", map { nc($_) } @ARGV' "$@"; }
is 'Mac' 'MacRon, MacAire, MacQuart, MacAdre, Jean-MacAire' "$(cased MACRON MACAIRE MACQUART MACADRE JEAN-MACAIRE)"
is 'of the list of others' 'Macon, Macias, Machard' "$(cased MACON MACIAS MACHARD)"
is 'articles' 'le Goff, la Roche, Des Moulins' "$(cased 'LE GOFF' 'LA ROCHE' 'DES MOULINS')"
is 'numbers' 'LI, VI Dinh, XI' "$(cased LI 'VI DINH' XI)"
is 'right ones' "D'Artagnan, L'Hermite, N'Diaye, Dupont-Martin" "$(cased "D'ARTAGNAN" "L'HERMITE" "N'DIAYE" DUPONT-MARTIN)"
