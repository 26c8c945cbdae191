#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A catalogue sent as a CSV (po2csv, csv2po) comes back with fuzzy texts approved and plurals torn in two.
#
# Guess before the run: a plural stays one entry (what happens to fuzzy ones was not guessed).
# Package: Debian's translate-toolkit 3.8.4 and gettext 0.21.
# Seen: the fuzzy "10 places" is the finished translation of "20 seats"; "%d seat" and "%d seats" are two entries without
#   a plural; the obsolete "old" is alive again; c-format is gone, so that msgfmt --check has nothing to check. No word of it.
# For us: translators who want a table get one, but what comes back should be merged by msgid into the .po kept here (csv2po has
#   --template, which was not tried), and msgfmt -c plus a count of plurals before and after decide.
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

deb translate-toolkit gettext; version translate-toolkit 3.8.4-; version gettext 0.21-
cat >"$T/a.po" <<'PO'
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=n>1;\n"

#, fuzzy
msgid "20 seats"
msgstr "10 places"

#, c-format
msgid "%d seat"
msgid_plural "%d seats"
msgstr[0] "%d place"
msgstr[1] "%d places"

#~ msgid "old"
#~ msgstr "vieux"
PO
(cd "$T"; po2csv a.po a.csv; csv2po a.csv b.po) >"$T/log" 2>&1
count() { msgattrib "$@" 2>/dev/null | grep -c '^msgid "[^"]' || :; }
is 'fuzzy before, after' '1 0' "$(count --only-fuzzy "$T/a.po") $(count --only-fuzzy "$T/b.po")"
is 'finished before, after' '1 4' "$(count --translated --no-fuzzy --no-obsolete "$T/a.po") $(count --translated --no-fuzzy --no-obsolete "$T/b.po")"
is 'plurals before, after' '1 0' "$(grep -c msgid_plural "$T/a.po") $(grep -c msgid_plural "$T/b.po" || :)"
is '20 seats, after' 'msgstr "10 places"' "$(grep -A1 '"20 seats"' "$T/b.po" | tail -1)"
is 'c-format, after' 0 "$(grep -c c-format "$T/b.po" || :)"
