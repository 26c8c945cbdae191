#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# check.sh FOLDER - says which messages lack a translation, or would not be found when the
# program runs; FOLDER takes what it writes; run in the folder of the sources
set -eu
folder=$1
status=0

# What PRId64 stands for differs between systems: msgfmt keeps such a message aside, and
# the program finds it, only if it is known for a format.
refuse_unmarked()
{
    awk -v file="$1" '
        BEGIN { RS = ""; FS = "\n" }
        /%[-+ #0-9.*]*<PRI/ && !/(^|\n)#,[^\n]* c-format/ && !/(^|\n)#~/ {
            for (i = 1; i <= NF && $i !~ /^msgid/; i++)
                ;
            for (; i <= NF && $i !~ /<PRI/; i++)
                ;
            print file ": not marked c-format: " $i
            found = 1
        }
        END { exit found }' "$1" >&2
}

# What a French reader stumbles over and a machine can find: a straight apostrophe, a sign
# that a line may begin with (": ; ! ?" and the guillemets want a no-break space), an undo
# that is called like a cancelled meeting.
refuse_french()
{
    msgcat --no-wrap "$1" | LC_ALL=C awk -v file="$1" '
        /^#/ { next }
        /^msgid/ { is_translation = 0 }
        /^msgstr/ { is_translation = 1 }
        !is_translation { next }
        /[a-z]\047[a-z\303]/ { tell("a straight apostrophe") }
        /[^ ] [:;!?]([ "\\]|$)/ || / »/ || /« / { tell("a space that breaks a line") }
        /program\.undo}[^.;]* (l\342\200\231)?annule/ { tell("an undo that is called annuler") }
        /p\. ex\./ { tell("p. ex. where all else says ex. :") }
        function tell(what) { print file ": " what ": " $0; found = 1 }
        END { exit found }' >&2
}

# The history says in one way what was done: "réunion reportée", "ajout d'un membre", and
# not "a reporté", beside which the column of who did it stands.
refuse_verbs()
{
    grep -o 'N_("[^"]*")' include/atelier/domain/acts.def | sed 's/N_("\(.*\)")/\1/' >"$2"
    msgcat --no-wrap "$1" | LC_ALL=C awk -v file="$1" '
        FNR == NR { is_act[$0] = 1; next }
        /^msgid / { act = substr($0, 8, length($0) - 8) }
        /^msgstr "(a|ont|est|n\342\200\231[a-z]+) / && act in is_act {
            print file ": an act of the history that begins with a verb: " $0
            found = 1
        }
        END { exit found }' "$2" - >&2
}

share/po/extract.sh "$folder/check.pot"
if ! refuse_unmarked "$folder/check.pot"; then
    echo 'Write /* xgettext:c-format */ before these in the source.' >&2
    status=1
fi
for translation in share/po/*.po; do
    msgfmt --check -o /dev/null "$translation" || status=1
    msgcmp "$translation" "$folder/check.pot" || status=1
    refuse_unmarked "$translation" || status=1
done
refuse_french share/po/fr.po || status=1
refuse_verbs share/po/fr.po "$folder/acts.txt" || status=1
[ $status -eq 0 ] || echo 'Run "make update-po", then translate what is empty or fuzzy.' >&2
exit $status
