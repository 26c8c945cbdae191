#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# ncurses writes a frame in as many pieces as it moves the cursor, until the program has left the screen and come back once.
#
# Guess before the run: doupdate() fills a buffer and writes it once; only a buffer that is full is written earlier.
# Package: Debian's libncurses-dev and libncursesw6 6.4.
# Seen: of a screen opened by newterm(), or initscr(), a frame that changes two rows takes three writes and one that changes twenty takes
#   twenty-one. After endwin() and refresh() the same frames take one write each: that is when the screen stops counting as just begun.
# For us: over ssh each write is a packet of its own, and a key's answer comes in pieces that can be seen one by one. A program that
#   calls endwin() directly after newterm(), when nothing has been shown yet, sends each frame whole from the first one on.
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
/* Each write to a datagram socket can be counted on its other end. */
#include <curses.h>
#include <stdio.h>
#include <sys/socket.h>
static int other;
static int pieces(void)
{
    char piece[65536];
    int count = 0;
    while (recv(other, piece, sizeof(piece), MSG_DONTWAIT) > 0)
        count++;
    return count;
}
static int frame(int rows, char letter)
{
    for (int row = 0; row < rows; row++)
        mvprintw(row + 1, 0, "%c %d", letter, row);
    move(0, 0);
    wnoutrefresh(stdscr);
    doupdate();
    return pieces();
}
int main(void)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_DGRAM, 0, ends) != 0)
        return 1;
    other = ends[1];
    if (!newterm("xterm", fdopen(ends[0], "w"), fdopen(ends[0], "r")))
        return 1;
    typeahead(-1);
    frame(1, 'a');
    int two = frame(2, 'b'), twenty = frame(20, 'c');
    endwin();
    refresh();
    pieces();
    int again_two = frame(2, 'd'), again_twenty = frame(20, 'e');
    endwin();
    printf("%d %d %d %d\n", two, twenty, again_two, again_twenty);
    return 0;
}
C
gcc -I"$T/usr/include" -L"$T/usr/lib/$(gcc -dumpmachine)" -o f f.c -lncursesw -ltinfo
LINES=24 COLUMNS=80 ./f >seen
is 'writes of a frame of two rows, of twenty; after endwin() and refresh()' '3 21 1 1' "$(cat seen)"
