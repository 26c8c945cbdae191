#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# ncurses gives the terminal its own palette back when a program with colours comes back from the shell, not when it ends.
#
# Guess before the run: a program that only calls start_color() and use_default_colors(), and never init_color(), leaves the palette of
#   the terminal alone, however often it leaves the screen and comes back.
# Package: Debian's libncurses-dev and libncursesw6 6.4, TERM=xterm-256color.
# Seen: nothing about the palette at the start and at the end, but OSC 104 (the capability oc) in the first refresh() after endwin(), with
#   start_color() alone, and not without it. A palette that the person has set by OSC 4 is gone then.
# For us: leaving the screen for the shell or an editor costs such a palette. What needs endwin() and refresh() at the start does so before
#   start_color(); a screen that can be left in another way (a child with its own terminal) is left in that.
set -eu
T=$(mktemp -d); trap 'rm -rf "$T"' EXIT
deb() { # the packages, and what they need, unpacked in the temporary folder
    (cd "$T"; for p in $(apt-get -s --no-install-recommends --reinstall install "$@" | sed -n 's/^Inst \([^ ]*\).*/\1/p')
        do apt-get -q download "$p" && dpkg -x "$p"_*.deb . || exit 1; done) >"$T/log" 2>&1 || { cat "$T/log"; exit 3; }
    PATH=$T/usr/bin:$PATH; LD_LIBRARY_PATH=$(find "$T/usr/lib" "$T/lib" -name '*.so*' -printf '%h:' 2>/dev/null || :)
    export PATH LD_LIBRARY_PATH
}
version() { # of package $1 must begin with $2
    v=$(dpkg-deb -f "$T/$1"_*.deb Version 2>/dev/null || dpkg-query -W -f '${Version}' "$1")
    case $v in $2*) ;; *) echo "$1 is $v, not $2: not judged"; exit 3 ;; esac
}
is() { # what, expected, seen
    printf '%s: %s\n' "$1" "$3"
    [ "$2" = "$3" ] || { printf 'CHANGED, it was: %s\n' "$2"; exit 1; }
}

deb libncurses-dev libncursesw6 gcc libc6-dev; version libncurses-dev 6.4-; version libncursesw6 6.4-
cd "$T"
cat >f.c <<'C'
#include <curses.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
static int other;
static int palettes(void) /* how often OSC 104 was written since */
{
    static char text[65536];
    int count = 0;
    for (ssize_t got; (got = recv(other, text, sizeof(text) - 1, MSG_DONTWAIT)) > 0;) {
        text[got] = 0;
        for (char *at = text; (at = strstr(at, "\033]104")); at++)
            count++;
    }
    return count;
}
static void run(int colours)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_DGRAM, 0, ends) != 0)
        return;
    other = ends[1];
    newterm("xterm-256color", fdopen(ends[0], "w"), fdopen(ends[0], "r"));
    if (colours) {
        start_color();
        use_default_colors();
    }
    addstr("hello");
    refresh();
    int start = palettes();
    endwin();
    int left = palettes();
    refresh();
    int back = palettes();
    endwin();
    printf("%d %d %d %d\n", start, left, back, palettes());
}
int main(int count, char **arguments)
{
    (void)arguments;
    run(count > 1);
    return 0;
}
C
gcc -I"$T/usr/include" -L"$T/usr/lib/$(gcc -dumpmachine)" -o f f.c -lncursesw -ltinfo
export LINES=24 COLUMNS=80
is 'palettes given back at the start, at leaving, coming back, ending: with colours' '0 0 1 0' "$(./f colours)"
is 'the same without' '0 0 0 0' "$(./f)"
