#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# zbarimg reads the accents of a QR code that qrencode made as Chinese or Japanese, or not, by the letters around them.
#
# Guess before the run: "Zoé à Orléans" comes back as it went in; some other short name may be taken for Japanese.
# Package: Debian's qrencode 4.1.1 and zbar-tools 0.23.92.
# Seen: a code does not say its character set and zbar guesses one: an e acute turns into a Chinese character, a capital L with stroke
#   into two Japanese ones, "à Orléans" into Latin-1, while "Ça va" is right. With a byte order mark before the text all are right
#   and the mark does not come back; -Sbinary gives the bytes. An echo without -n puts a line end into the code.
# For us: a code on a badge or sheet holds ASCII alone (a number, or a link with %C3%A9). Where a name must be in it, the byte order
#   mark goes first; a test of a code with "Martin" in it proves nothing.
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

deb qrencode zbar-tools; version qrencode 4.1.1-; version zbar-tools 0.23.92-
png=$(find "$T" -path '*coders/png.so' -printf '%h'); [ -z "$png" ] || export MAGICK_CODER_MODULE_PATH="$png"
read_back() { # by zbar, what stdin is as a code
    qrencode -s 6 -o "$T/a.png" && zbarimg -q --nodbus --raw "$@" "$T/a.png" 2>/dev/null
}
is 'Martin' Martin "$(printf Martin | read_back)"
is 'Zoé' Zo矇 "$(printf Zoé | read_back)"
is 'Hélène' H矇l癡ne "$(printf Hélène | read_back)"
is 'Łukasz' 'ﾅ「kasz' "$(printf Łukasz | read_back)"
is 'Zoé à Orléans' "$(printf 'Zoé à Orléans' | iconv -f latin1 -t utf8)" "$(printf 'Zoé à Orléans' | read_back)"
is 'Ça va' 'Ça va' "$(printf 'Ça va' | read_back)"
is 'with a byte order mark' 'Zoé Łukasz Hélène' \
    "$(for n in Zoé Łukasz Hélène; do printf '\357\273\277%s' $n | read_back; done | paste -sd' ')"
is 'with -Sbinary' Zoé "$(printf Zoé | read_back -Sbinary)"
is 'a link' 'https://example.org/?n=Zo%C3%A9' "$(printf 'https://example.org/?n=Zo%%C3%%A9' | read_back)"
is 'bytes of printf, of echo' '7 8' "$(printf Martin | read_back | wc -c) $(echo Martin | read_back | wc -c)"
