#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# clang-tidy looks for a va_list that is never ended in the first file it is given, and no further.
#
# Guess before the run: one process over twelve files says what twelve processes say, only sooner.
# Package: Debian's clang-tidy 14.0.6.
# Seen: the same mistake in two files is told of the first alone; each file by itself is told of. The check keeps the address
#   of the name it looks for from the first file; in a later one that address belongs to any other name, or to none. So it can
#   also call a function of one's own a second va_start, and be red on one run in many with nothing changed.
# For us: that check goes file by file (.ci/run), all others a dozen files at once, which halves their time.
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

deb clang-tidy-14; version clang-tidy-14 1:14.0.6
for name in one two; do
    cat >"$T/$name.c" <<C
#include <stdarg.h>
int $name(int n, ...);
int $name(int n, ...)
{
    va_list rest;
    va_start(rest, n);
    return va_arg(rest, int);
}
C
done
told() { # of which files a leak is told
    (cd "$T" && clang-tidy-14 --quiet '--checks=-*,clang-analyzer-valist.*' "$@" -- -std=c11 2>/dev/null) |
        sed -n 's,.*/\([a-z]*\.c\):.*warning: .*leaked.*,\1,p' | paste -sd' '
}
is 'the first by itself' 'one.c' "$(told one.c)"
is 'the second by itself' 'two.c' "$(told two.c)"
is 'both at once' 'one.c' "$(told one.c two.c)"
