#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# LibreOffice shows <meta property> and a Content-Security-Policy of a page as comments beside its text, and takes no language of <html>.
#
# Guess before the run: what stands in the head of a page is not seen in a document made of it, and its language is that of <html lang>.
# Package: Debian's libreoffice-writer-nogui 7.4.7.
# Seen: each <meta property="og:..."> and <meta http-equiv="Content-Security-Policy"> is a comment in the margin, "HTML: <meta name= ...>"; with
#   a name as well there is none. The language is taken of <body lang> alone. A class of a <div> does nothing to the paragraphs in it, its
#   style does, in px and not in em. By --convert-to odt, without an --infilter, the first heading has no level, the others have.
# For us: Open Graph has name and property, a page that stands alone has no policy, <body> says the language again, indents are px in a
#   style attribute. Whoever converts names the filter: --infilter='HTML (StarWriter)'.
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

deb libreoffice-writer-nogui; version libreoffice-writer-nogui 4:7.4.7-
find "$T" -lname '/*' | while read -r link; do # what points out of the folder points into it
    to=$(readlink "$link"); [ ! -e "$T$to" ] || ln -sfn "$T$to" "$link"
done
page() { # NAME HTML-ATTRIBUTES BODY-ATTRIBUTES HEAD
    cat >"$T/$1.html" <<HTML
<!DOCTYPE html>
<html$2><head><meta charset="utf-8"><title>Titre</title>$4
<style>.right{margin-left:24px}</style></head>
<body$3><h1>Un titre</h1><h2>Une partie</h2><p>Bonjour</p>
<div class="right"><p>un</p></div><div style="margin-left:24px"><p>deux</p></div><div style="margin-left:2em"><p>trois</p></div></body></html>
HTML
}
odt() { # NAME [OPTION...]
    n=$1; shift
    soffice "-env:UserInstallation=file://$T/profile" --headless "$@" --convert-to odt --outdir "$T" "$T/$n.html" >"$T/log" 2>&1 || :
    [ -e "$T/$n.odt" ] || { cat "$T/log"; exit 3; }
}
count() { # NAME PATTERN
    python3 -c 'import re, sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
print(len(re.findall(sys.argv[2], (z.read("content.xml") + z.read("styles.xml")).decode())))' "$T/$1.odt" "$2"
}
policy='<meta http-equiv="Content-Security-Policy" content="default-src '"'none'"'">'
page bare ' lang="fr"' '' "<meta property=\"og:title\" content=\"T\"><meta property=\"og:type\" content=\"article\">$policy"
page named '' ' lang="fr"' '<meta name="og:title" property="og:title" content="T"><meta name="og:type" property="og:type" content="article">'
odt bare; odt named '--infilter=HTML (StarWriter)'
is 'comments without names, with them' '3 0' "$(count bare '<office:annotation ') $(count named '<office:annotation ')"
is 'texts in French: of html, of body' '0 2' "$(count bare 'fo:language="fr"') $(count named 'fo:language="fr"')"
is 'headings with a level: straight, by the named filter' '1 2' "$(count bare '<text:h ') $(count named '<text:h ')"
is 'of three indents' '1' "$(count named 'fo:margin-left="0.25in"')"
