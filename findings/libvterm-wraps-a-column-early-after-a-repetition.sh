#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# libvterm puts the sign that follows a repetition into the next line, where the repetition ended a column before the margin.
#
# Guess before the run: REP (CSI Pn b) is the sign written so many times more, so both leave the same screen.
# Package: Debian's libvterm0 0.1.4, the terminal within Emacs' vterm and Neovim.
# Seen: in ten columns "a", eight repetitions and "b" leave "aaaaaaaaa" and a "b" in the second line; "aaaaaaaaab" when the nine are written
#   out, and "aaaaaaaabc" when the repetition ends two columns before the margin and "bc" follows.
# For us: ncurses repeats wherever terminfo has rep, as xterm-256color does, so a cell at the right edge may keep what was there before. The
#   program loses some hundred bytes a screen without it, and keeps it; the terminal of our tests is given repetitions written out.
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

deb libvterm-dev gcc libc6-dev; version libvterm-dev 0.1.4-
cd "$T"
cat >v.c <<'C'
#include <stdio.h>
#include <string.h>
#include <vterm.h>
static void line(VTermScreen *screen, int row)
{
    for (int column = 0; column < 10; column++) {
        VTermScreenCell cell;
        vterm_screen_get_cell(screen, (VTermPos){ .row = row, .col = column }, &cell);
        putchar(cell.chars[0] ? (int)cell.chars[0] : '.');
    }
    putchar(row == 0 ? ' ' : '\n');
}
int main(int count, char **words)
{
    VTerm *terminal = vterm_new(2, 10);
    VTermScreen *screen = vterm_obtain_screen(terminal);
    vterm_screen_reset(screen, 1);
    for (int i = 1; i < count; i++) {
        if (words[i][0] == '-') vterm_input_write(terminal, "\033[", 2);
        vterm_input_write(terminal, words[i] + (words[i][0] == '-'), strlen(words[i]) - (words[i][0] == '-'));
    }
    line(screen, 0);
    line(screen, 1);
    return 0;
}
C
gcc -I"$T/usr/include" -L"$T/usr/lib/$(gcc -dumpmachine)" -o v v.c -lvterm
is 'nine written out, then b' 'aaaaaaaaab ..........' "$(./v aaaaaaaaa b)"
is 'one and eight repetitions, then b' 'aaaaaaaaa. b.........' "$(./v a -8b b)"
is 'one and seven repetitions, then bc' 'aaaaaaaabc ..........' "$(./v a -7b bc)"
