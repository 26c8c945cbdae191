/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_change.c - what becomes of a value that is known when a row brings another */
#include "import/import_change.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/memory.h"

/* What parts the things that a note or needs say. */
static const char *
between(enum import_target target)
{
    return target == IMPORT_NOTE ? "\n" : target == IMPORT_NEEDS ? ", " : NULL;
}

static char *
bounded(const char *text)
{
    struct buffer bounded = { 0 };

    buffer_add_char(&bounded, ' ');
    fold_add(&bounded, text);
    buffer_add_char(&bounded, ' ');
    return buffer_take(&bounded);
}

bool
import_change_is_held(enum import_target target, const char *known, const char *value)
{
    if (!known)
        return false;
    if (!between(target) || strcmp(known, value) == 0)
        return strcmp(known, value) == 0;
    char *all = bounded(known);
    char *some = bounded(value);
    bool held = strstr(all, some) != NULL;
    free(all);
    free(some);
    return held;
}

char *
import_change_after(enum import_target target, const char *known, const char *value)
{
    if (!known || !between(target))
        return memory_copy(value);
    struct buffer joined = { 0 };
    buffer_add(&joined, known);
    buffer_add(&joined, between(target));
    buffer_add(&joined, value);
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
    default:
        return NULL;
    }
}
