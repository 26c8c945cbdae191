/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zone_list.c - reads tzdata's tables of zones */
#include "atelier/calendar/zone_list.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/base/buffer.h"
#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/calendar/zone.h"

static FILE *
open_table(const char *name)
{
    struct buffer path = { 0 };
    FILE *file;

    buffer_addf(&path, "%s/%s", zone_directory(), name);
    file = fopen(buffer_text(&path), "re");
    buffer_clear(&path);
    return file;
}

static void
add_entry(struct zone_list *list, const char *name, const char *country,
          const char *comment)
{
    struct zone_entry *entry;

    list->entries = memory_grow(list->entries, &list->capacity, list->count + 1,
                                sizeof *list->entries);
    entry = &list->entries[list->count++];
    *entry = (struct zone_entry){ .name = memory_copy(name) };
    if (strlen(country) == 2)
        memcpy(entry->country, country, 2);
    if (comment != NULL && *comment != '\0')
        entry->comment = memory_copy(comment);
}

/* The next field of a line, cut off it; NULL after the last. */
static char *
take_field(char **line, const char *parting)
{
    char *field = strsep(line, parting);

    return field != NULL && *field != '\0' ? field : NULL;
}

/* zone.tab: country, coordinates, name, comment, parted by tabs. */
static void
add_countries_line(struct zone_list *list, char *line)
{
    const char *country = take_field(&line, "\t");
    const char *coordinates = take_field(&line, "\t");
    const char *name = take_field(&line, "\t");
    const char *comment = take_field(&line, "\t");

    if (country != NULL && coordinates != NULL && name != NULL && zone_is_known(name))
        add_entry(list, name, country, comment);
}

/* tzdata.zi: `Z NAME ...` begins a zone, `L TARGET NAME` gives it another name. */
static void
add_source_line(struct zone_list *list, char *line)
{
    const char *kind = take_field(&line, " ");
    const char *name = take_field(&line, " ");

    if (kind == NULL || name == NULL)
        return;
    if (strcmp(kind, "L") == 0)
        name = take_field(&line, " ");
    else if (strcmp(kind, "Z") != 0)
        return;
    if (name != NULL && strchr(name, '/') != NULL && zone_is_known(name))
        add_entry(list, name, "", NULL);
}

static bool
read_table(struct zone_list *list, const char *name,
           void (*add_line)(struct zone_list *list, char *line))
{
    FILE *file = open_table(name);
    char *line = NULL;
    size_t capacity = 0;

    if (file == NULL)
        return false;
    while (getline(&line, &capacity, file) > 0) {
        line[strcspn(line, "\n")] = '\0';
        if (*line != '#')
            add_line(list, line);
    }
    free(line);
    (void)fclose(file);
    return list->count > 0;
}

static int
compare_entries(const void *a, const void *b)
{
    return strcmp(((const struct zone_entry *)a)->name,
                  ((const struct zone_entry *)b)->name);
}

static bool
has_name(const struct zone_list *list, const char *name)
{
    for (size_t i = 0; i < list->count; i++) {
        if (strcmp(list->entries[i].name, name) == 0)
            return true;
    }
    return false;
}

bool
zone_list_load(struct zone_list *list, struct error *err)
{
    *list = (struct zone_list){ 0 };
    if (!read_table(list, "zone.tab", add_countries_line) &&
        !read_table(list, "tzdata.zi", add_source_line))
        return error_set(
            err, ERROR_SYSTEM,
            _("The system's time zones cannot be read in %s; install tzdata."),
            zone_directory());
    if (!has_name(list, "Etc/UTC") && zone_is_known("Etc/UTC"))
        add_entry(list, "Etc/UTC", "", NULL);
    qsort(list->entries, list->count, sizeof *list->entries, compare_entries);
    return true;
}

void
zone_list_clear(struct zone_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        free(list->entries[i].name);
        free(list->entries[i].comment);
    }
    free(list->entries);
    *list = (struct zone_list){ 0 };
}

/* Whether a word of the text begins with the first `length` bytes of `word`. */
static bool
has_word(const char *text, const char *word, size_t length)
{
    for (const char *at = text; at != NULL; at = strchr(at, ' ')) {
        at += strspn(at, " ");
        if (strncmp(at, word, length) == 0)
            return true;
    }
    return false;
}

bool
zone_entry_matches(const struct zone_entry *entry, const char *text)
{
    struct buffer known = { 0 };
    char *wanted = fold_copy(text);
    bool matches = true;

    fold_add(&known, entry->name);
    buffer_add_char(&known, ' ');
    fold_add(&known, entry->comment == NULL ? "" : entry->comment);
    for (const char *word = wanted; matches && *word != '\0';) {
        size_t length = strcspn(word, " ");

        matches = has_word(buffer_text(&known), word, length);
        word += length + strspn(word + length, " ");
    }
    if (!matches)
        matches = strcasecmp(wanted, entry->country) == 0;
    free(wanted);
    buffer_clear(&known);
    return matches;
}

bool
zone_version(char text[ZONE_VERSION_SIZE])
{
    static const char *const files[] = { "tzdata.zi", "+VERSION" };
    static const char heading[] = "# version ";

    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        FILE *file = open_table(files[i]);
        char line[80] = "";
        const char *version = line;
        size_t length;

        if (file == NULL)
            continue;
        if (fgets(line, sizeof line, file) == NULL)
            line[0] = '\0';
        (void)fclose(file);
        if (strncmp(line, heading, strlen(heading)) == 0)
            version += strlen(heading);
        length = strspn(version, "0123456789abcdefghijklmnopqrstuvwxyz-");
        if (length > 0 && length < ZONE_VERSION_SIZE) {
            memcpy(text, version, length);
            text[length] = '\0';
            return true;
        }
    }
    text[0] = '\0';
    return false;
}
