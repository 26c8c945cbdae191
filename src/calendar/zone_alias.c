/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zone_alias.c - the one name under which a zone is kept */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/buffer.h"
#include "atelier/base/memory.h"
#include "atelier/calendar/zone.h"

/* What stands at a place in the lines of one of tzdata's tables. */
struct table_search {
    const char *table;
    const char *parting;
    const char *kind; /* the first field, or NULL: any */
    int key;          /* which field is asked for, from 0 */
    int value;        /* which one is the answer */
};

static const struct table_search places = { "zone.tab", "\t", NULL, 2, 2 };
static const struct table_search links = { "tzdata.zi", " ", "L", 2, 1 };

enum { FIELD_COUNT = 3 };

/* A copy of the answer of a line; NULL when the line is not the one. */
static char *
read_line(const struct table_search *search, const char *name, char *line)
{
    const char *fields[FIELD_COUNT] = { NULL };

    line[strcspn(line, "\n")] = '\0';
    for (size_t i = 0; i < FIELD_COUNT && line; i++)
        fields[i] = strsep(&line, search->parting);
    if (!fields[search->key] || strcmp(fields[search->key], name) != 0 ||
        (search->kind && strcmp(fields[0], search->kind) != 0))
        return NULL;
    return memory_copy(fields[search->value]);
}

static char *
find(const struct table_search *search, const char *name)
{
    struct buffer path = { 0 };
    buffer_addf(&path, "%s/%s", zone_directory(), search->table);
    FILE *file = fopen(buffer_text(&path), "re");
    buffer_clear(&path);
    if (!file)
        return NULL;
    char *found = NULL;
    char *line = NULL;
    size_t capacity = 0;
    while (!found && getline(&line, &capacity, file) > 0)
        found = read_line(search, name, line);
    free(line);
    (void)fclose(file);
    return found;
}

/* Hours that no place keeps for sure, whatever tzdata links them to. */
static bool
is_of_no_place(const char *name)
{
    static const char *const names[] = { "CET",     "CST6CDT", "EET",     "EST",
                                         "EST5EDT", "Factory", "HST",     "MET",
                                         "MST",     "MST7MDT", "PST8PDT", "WET" };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

char *
zone_canonical(const char *name)
{
    if (is_of_no_place(name))
        return NULL;
    char *found = find(&places, name);
    if (!found)
        found = find(&links, name);
    if (found && zone_is_known(found))
        return found;
    free(found);
    if (strchr(name, '/'))
        return memory_copy(name);
    /* UTC and its other names, where the system has no table of links. */
    struct buffer etc = { 0 };
    buffer_addf(&etc, "Etc/%s", name);
    const bool is_known = zone_is_known(buffer_text(&etc));
    found = is_known ? buffer_take(&etc) : NULL;
    buffer_clear(&etc);
    return found;
}
