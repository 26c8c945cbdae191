#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A translation that has lost its c-format flag passes msgfmt -c and msgcmp, and a sentence with PRId64 stays English.
#
# Guess before the run: the flag is for the checks alone; without it the translation is shown all the same, or msgcmp complains.
# Package: Debian's gettext 0.21, with libc 2.36.
# Seen: the flag decides how msgfmt stores "%<PRId64> rows". With it the name is made into "%ld" when the catalogue is loaded, and
#   "3 lignes" is printed; without it the text is stored as it stands, no program ever asks for it, and "3 rows" is printed.
#   msgfmt -c and msgcmp against the template, which has the flag, end with 0 both times. msgmerge puts the flag back.
# For us: share/po/check.sh looks for the flag of each entry with PRId64 itself, as neither tool does.
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

deb gettext gcc libc6-dev; version gettext 0.21-
cd "$T"
cat >p.c <<'C'
#include <inttypes.h>
#include <libintl.h>
#include <locale.h>
#include <stdio.h>
int main(void)
{
    setlocale(LC_ALL, "");
    bindtextdomain("p", ".");
    textdomain("p");
    printf(gettext("%" PRId64 " rows\n"), (int64_t)3);
    return 0;
}
C
gcc -o p p.c
xgettext -o p.pot p.c
is 'the template has the flag' '#, c-format' "$(grep '^#,.*c-format' p.pot | sed -n '$p')"
mkdir -p fr/LC_MESSAGES
translate() { # with this line before the entry: what the checks say, and what is printed
    printf '%s\n' 'msgid ""' 'msgstr "Content-Type: text/plain; charset=UTF-8\nLanguage: fr\n"' '' "$1" \
        'msgid "%<PRId64> rows\n"' 'msgstr "%<PRId64> lignes\n"' >fr.po
    msgfmt -c -o fr/LC_MESSAGES/p.mo fr.po 2>/dev/null && c=0 || c=$?
    msgcmp fr.po p.pot 2>/dev/null && m=0 || m=$?
    echo "msgfmt $c, msgcmp $m, $(LC_ALL=C.UTF-8 LANGUAGE=fr ./p)"
}
is 'with its flag' 'msgfmt 0, msgcmp 0, 3 lignes' "$(translate '#, c-format')"
is 'without it' 'msgfmt 0, msgcmp 0, 3 rows' "$(translate '# lost')"
is 'msgmerge' '#, c-format' "$(msgmerge -q -o - fr.po p.pot 2>/dev/null | grep '^#, c-format')"
