/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_change.c - what becomes of a value that is known when a row brings another */
#include "import/import_change.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/memory.h"
#include "atelier/domain/wish_cell.h"

/* What parts the things that a note or needs say. */
static const char *
between(enum import_target target)
{
    return target == IMPORT_NOTE ? "\n" : target == IMPORT_NEEDS ? ", " : NULL;
}

/* Whether one of the things that are known is this one, but for case and accents. */
static bool
says(const char *known, const char *marks, const char *thing, size_t length)
{
    char *wanted = memory_copy_part(thing, length);
    char *folded = fold_copy(wanted);
    bool found = false;

    for (const char *at = known; !found && *at;) {
        at += strspn(at, marks);
        const size_t part = strcspn(at, marks);
        char *one = memory_copy_part(at, part);
        char *other = fold_copy(one);
        found = strcmp(folded, other) == 0;
        free(other);
        free(one);
        at += part;
    }
    free(folded);
    free(wanted);
    return found;
}

/* What stands between things of which none holds it. */
static const char *
marks_of(enum import_target target)
{
    return target == IMPORT_NOTE ? "\n" : ",;\n";
}

/* Things are compared whole: "fauteuil" is not said by "Pas de fauteuil". */
bool
import_change_is_held(enum import_target target, const char *known, const char *value)
{
    const char *marks = marks_of(target);

    if (!known)
        return false;
    if (target == IMPORT_WISH)
        return wish_text_is_held(known, value);
    if (target == IMPORT_ANSWER)
        return strcmp(known, value) == 0;
    if (!between(target) || strcmp(known, value) == 0)
        return strcmp(known, value) == 0;
    for (const char *at = value; *at;) {
        at += strspn(at, marks);
        const size_t part = strcspn(at, marks);
        if (part > 0 && !says(known, marks, at, part))
            return false;
        at += part;
    }
    return true;
}

char *
import_change_after(enum import_target target, const char *known, const char *value)
{
    if (target == IMPORT_WISH)
        return wish_text_after(known, value);
    if (!known || !between(target))
        return memory_copy(value);
    const char *marks = marks_of(target);
    struct buffer joined = { 0 };
    buffer_add(&joined, known);
    for (const char *at = value; *at;) {
        at += strspn(at, marks);
        at += strspn(at, " ");
        const size_t part = strcspn(at, marks);
        if (part > 0 && !says(buffer_text(&joined), marks, at, part)) {
            buffer_add(&joined, between(target));
            buffer_add_part(&joined, at, part);
        }
        at += part;
    }
    return buffer_take(&joined);
}

const char *
import_change_known(enum import_target target, const struct import_candidate *known)
{
    switch (target) {
    case IMPORT_GIVEN:
        return known->person.given;
    case IMPORT_CIVILITY:
        return known->person.civility;
    case IMPORT_EMAIL:
        return known->person.email;
    case IMPORT_PHONE:
        return known->person.phone;
    case IMPORT_LANGUAGE:
        return known->person.language;
    case IMPORT_NEEDS:
        return known->person.needs;
    case IMPORT_NOTE:
        return known->person.note;
    case IMPORT_ORGANISATION:
        return known->organisation;
    case IMPORT_FUNCTION:
        return known->function;
    case IMPORT_WISH:
        return known->wishes;
    case IMPORT_ANSWER:
        return known->answers;
    default:
        return NULL;
    }
}
