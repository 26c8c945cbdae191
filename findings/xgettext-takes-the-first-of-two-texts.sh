#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# xgettext takes the first text of _(n ? "free" : "full") and leaves the second without a word.
#
# Guess before the run: both are extracted, as both may be shown.
# Package: Debian's gettext 0.21.
# Seen: of a choice inside the call only the first text is in the .pot; of "a" MACRO "b", with a macro of our own, only "a". Both
#   with status 0 and nothing on standard error: the program compiles, and one of the words stays English for ever.
# For us: the choice stands outside, n ? _("free") : _("full"), and a format holds no macro but those of inttypes.h. A grep
#   finds both; xgettext does not.
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

deb gettext; version gettext 0.21-
cat >"$T/a.c" <<'C'
#define UNIT "places"
const char *a(int n) { return _(n ? "free" : "full"); }
const char *b(void) { return _("all " UNIT " taken"); }
const char *c(int n) { return n ? _("open") : _("closed"); }
C
xgettext -k_ -o "$T/a.pot" "$T/a.c" 2>"$T/err"
is 'extracted' 'msgid "free" msgid "all " msgid "open" msgid "closed"' "$(grep '^msgid "[^"]' "$T/a.pot" | paste -sd' ')"
is 'said' '' "$(cat "$T/err")"
