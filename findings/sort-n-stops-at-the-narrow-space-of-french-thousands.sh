#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# In French "sort -n" puts 1 200 before 900, as printf writes it in the same language; in English and German it does not.
#
# Guess before the run: sort reads the thousands as the locale that it runs in writes them.
# Package: Debian's coreutils 9.1, with the locales of libc 2.36.
# Seen: the separator is U+202F in fr_FR (and sv_SE), three bytes, and sort knows separators of one byte alone: 1 200 counts as 1. -h and -g
#   are no better. "1,200" in en_US and "1.200" in de_DE are right, so it shows in French only. The word that such a separator
#   is not supported comes with --debug and not without it.
# For us: no number that goes into a table for other programs (CSV, lists for a script) has a separator, in no language, and a
#   recipe with sort -n runs on those, with LC_ALL=C. A sum at the top of a printed list is sorted by us before it is written.
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

deb coreutils locales; version coreutils 9.1-; version locales 2.36-
LOCPATH=$T/locales; export LOCPATH; mkdir "$LOCPATH"
I18NPATH=$T/usr/share/i18n; [ -d "$I18NPATH" ] || I18NPATH=/usr/share/i18n; export I18NPATH
for one in fr_FR sv_SE en_US de_DE; do
    timeout 120 localedef -i "$one" -f UTF-8 "$LOCPATH/$one.UTF-8" >"$T/log" 2>&1 || { cat "$T/log"; exit 3; }
done
written() { LC_ALL=$1.UTF-8 /usr/bin/printf "%'d\n" 1200 900; }
sorted() { written "$1" | LC_ALL=$1.UTF-8 sort "$2" | sed 's/\xe2\x80\xaf/_/' | paste -sd' '; }
is 'fr_FR -n' '1_200 900' "$(sorted fr_FR -n)"
is 'fr_FR -h' '1_200 900' "$(sorted fr_FR -h)"
is 'fr_FR -g' '1_200 900' "$(sorted fr_FR -g)"
is 'sv_SE -n' '1_200 900' "$(sorted sv_SE -n)"
is 'en_US -n' '900 1,200' "$(sorted en_US -n)"
is 'de_DE -n' '900 1.200' "$(sorted de_DE -n)"
is 'words with --debug' 1 "$(written fr_FR | LC_ALL=fr_FR.UTF-8 LANGUAGE=C sort -n --debug 2>&1 | grep -c 'multi-byte number group separator')"
is 'words without' 0 "$(written fr_FR | LC_ALL=fr_FR.UTF-8 LANGUAGE=C sort -n 2>&1 >/dev/null | grep -c . || :)"
