#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# check.sh FOLDER - says which messages lack a translation; FOLDER takes what it writes;
# run in the folder of the sources
set -eu
folder=$1
status=0

share/po/extract.sh "$folder/check.pot"
for translation in share/po/*.po; do
    msgfmt --check -o /dev/null "$translation" || status=1
    msgcmp "$translation" "$folder/check.pot" || status=1
done
[ $status -eq 0 ] || echo 'Run "make update-po", then translate what is empty or fuzzy.' >&2
exit $status
