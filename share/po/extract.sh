#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# extract.sh TEMPLATE - writes every message of the sources into TEMPLATE; run in the folder
# of the sources
set -eu
template=$1

export LC_ALL=C
# A file whose words go through _() has a say without being named anywhere.
find src include \( -name '*.c' -o -name '*.h' -o -name '*.def' \) \
    ! -path include/atelier/base/language.h -exec \
    grep -lE '(^|[^[:alnum:]_])(_|N_|NC_|ngettext)\(' {} + | sort |
    xgettext --language=C --from-code=UTF-8 --keyword --keyword=_ --keyword=N_ --keyword=NC_:1c,2 \
    --keyword=ngettext:1,2 --flag=_:1:pass-c-format --flag=N_:1:pass-c-format \
    --flag=ngettext:1:pass-c-format --flag=ngettext:2:pass-c-format \
    --flag=buffer_addf:2:c-format --flag=error_set:3:c-format --flag=ui_say:2:c-format \
    --add-comments=TRANSLATORS --add-location=file --package-name=atelier \
    --files-from=- --output=- | sed '/^"POT-Creation-Date:/d' > "$template"
