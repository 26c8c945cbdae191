#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A vCard that passes through vobject loses its photo and the end of a link, at the first comma.
#
# Guess before the run: a card read and written again is the same, but for the order of its lines.
# Package: Debian's python3-vobject 0.9.6.1, which khard builds on.
# Seen: of most values of a card only what stands before the first bare comma is kept. PHOTO:data:image/png;base64,iVBO...
#   comes out as "data:image/png\;base64", URL:https://example.org/a,b as "https://example.org/a"; of two nicknames the second is
#   gone. The title "Conseil\, bureau", CATEGORIES, and a photo of version 3 (ENCODING=b) are whole. No word of it.
# For us: a link for a card has no bare comma in it (%2C); the URL of a calendar's event is whole. A card that comes from khard may have a link
#   that ends too early and lack a nickname: an import keeps what is known and longer. "base64" at the end of a PHOTO is no photo.
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

deb python3-vobject; version python3-vobject 0.9.6.1-
cat >"$T/a.py" <<'PYTHON'
import sys, vobject
card = '\r\n'.join(['BEGIN:VCARD', 'VERSION:' + sys.argv[1], 'FN:Zoe', 'N:Dupont;Zoe;;;', sys.argv[2], 'END:VCARD', ''])
known = 'BEGIN', 'VERSION', 'FN', 'N', 'END'
for line in vobject.readOne(card).serialize().replace('\r\n ', '').splitlines():
    if line.split(':')[0] not in known:
        print(line)
PYTHON
passed() { timeout 60 /usr/bin/python3 "$T/a.py" "$1" "$2"; } # version, line
is 'PHOTO, version 4' 'PHOTO:data:image/png\;base64' "$(passed 4.0 'PHOTO:data:image/png;base64,iVBORw0KGgo=')"
is 'PHOTO, version 3' 'PHOTO;ENCODING=b;TYPE=PNG:iVBORw0KGgo=' "$(passed 3.0 'PHOTO;ENCODING=b;TYPE=PNG:iVBORw0KGgo=')"
is URL 'URL:https://example.org/a' "$(passed 3.0 'URL:https://example.org/a,b')"
is 'URL with %2C' 'URL:https://example.org/a%2Cb' "$(passed 3.0 'URL:https://example.org/a%2Cb')"
is NICKNAME 'NICKNAME:Zo' "$(passed 3.0 'NICKNAME:Zo,Zizou')"
is TITLE 'TITLE:Conseil\, bureau' "$(passed 3.0 'TITLE:Conseil\, bureau')"
is CATEGORIES 'CATEGORIES:a,b' "$(passed 3.0 'CATEGORIES:a,b')"
