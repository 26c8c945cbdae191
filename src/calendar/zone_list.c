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
#include "source/source_zone.h"
#include "zone_meant.h"

static FILE *
open_table(const char *name)
{
    struct buffer path = { 0 };

    buffer_addf(&path, "%s/%s", zone_directory(), name);
    FILE *file = fopen(buffer_text(&path), "re");
    buffer_clear(&path);
    return file;
}

static void
add_entry(struct zone_list *list, const char *name, const char *country,
          const char *comment)
{
    list->entries = memory_grow(list->entries, &list->capacity, list->count + 1,
                                sizeof *list->entries);
    struct zone_entry *entry = &list->entries[list->count++];
    *entry = (struct zone_entry){ .name = memory_copy(name) };
    if (strlen(country) == 2)
        memcpy(entry->country, country, 2);
    if (comment && *comment != '\0')
        entry->comment = memory_copy(comment);
}

/* The next field of a line, cut off it; NULL after the last. */
static char *
take_field(char **line, const char *parting)
{
    char *field = strsep(line, parting);

    return field && *field != '\0' ? field : NULL;
}

/* The name in the language where the system's iso-codes have it. */
static const char *
translate_country(const char *name)
{
#ifdef ENABLE_NLS
    return dgettext("iso_3166-1", name);
#else
    return name;
#endif
}

/* iso3166.tab: code and name, parted by a tab. */
static void
add_country_name_line(struct zone_list *list, char *line)
{
    const char *code = take_field(&line, "\t");
    const char *name = take_field(&line, "\t");

    for (size_t i = 0; code && name && i < list->count; i++)
        if (strcmp(list->entries[i].country, code) == 0)
            memory_replace(&list->entries[i].country_name, translate_country(name));
}

/* zone.tab: country, coordinates, name, comment, parted by tabs. */
static void
add_countries_line(struct zone_list *list, char *line)
{
    const char *country = take_field(&line, "\t");
    const char *coordinates = take_field(&line, "\t");
    const char *name = take_field(&line, "\t");
    const char *comment = take_field(&line, "\t");

    if (country && coordinates && name && zone_is_known(name))
        add_entry(list, name, country, comment);
}

/* tzdata.zi: `Z NAME ...` begins a zone, `L TARGET NAME` gives it another name. */
static void
add_source_line(struct zone_list *list, char *line)
{
    const char *kind = take_field(&line, " ");
    const char *name = take_field(&line, " ");

    if (!kind || !name)
        return;
    if (strcmp(kind, "L") == 0)
        name = take_field(&line, " ");
    else if (strcmp(kind, "Z") != 0)
        return;
    if (name && strchr(name, '/') && zone_is_known(name))
        add_entry(list, name, "", NULL);
}

static bool
read_table(struct zone_list *list, const char *name,
           void (*add_line)(struct zone_list *list, char *line))
{
    FILE *file = open_table(name);

    if (!file)
        return false;
    char *line = NULL;
    size_t capacity = 0;
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
    (void)read_table(list, "iso3166.tab", add_country_name_line);
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
        free(list->entries[i].country_name);
    }
    free(list->entries);
    *list = (struct zone_list){ 0 };
}

/* Whether a word of the text begins with the first `length` bytes of `word`. */
static bool
has_word(const char *text, const char *word, size_t length)
{
    for (const char *at = text; at; at = strchr(at, ' ')) {
        at += strspn(at, " ");
        if (strncmp(at, word, length) == 0)
            return true;
    }
    return false;
}

/* Whether each word of the folded text begins a word of what is known. */
static bool
has_words(const char *known, const char *wanted)
{
    for (const char *word = wanted; *word != '\0';) {
        size_t length = strcspn(word, " ");

        if (!has_word(known, word, length))
            return false;
        word += length + strspn(word + length, " ");
    }
    return true;
}

static void
add_known(struct buffer *known, const char *text)
{
    if (!text)
        return;
    buffer_add_char(known, ' ');
    fold_add(known, text);
}

static const char *
city_of(const char *name)
{
    const char *slash = strrchr(name, '/');

    return slash ? slash + 1 : name;
}

/* How well an entry answers to a text; less is better. */
enum { RANK_CITY, RANK_COUNTRY, RANK_WORDS, RANK_NONE };

static bool
begins(const char *text, const char *wanted)
{
    char *fold = fold_copy(!text ? "" : text);
    bool yes = strncmp(fold, wanted, strlen(wanted)) == 0;

    free(fold);
    return yes;
}

static unsigned
rank_of(const struct zone_entry *entry, const char *wanted)
{
    struct buffer known = { 0 };

    add_known(&known, entry->name);
    add_known(&known, entry->comment);
    add_known(&known, entry->country_name);
    unsigned rank = RANK_NONE;
    if (begins(city_of(entry->name), wanted))
        rank = RANK_CITY;
    else if (strcasecmp(wanted, entry->country) == 0 ||
             begins(entry->country_name, wanted))
        rank = RANK_COUNTRY;
    else if (has_words(buffer_text(&known), wanted))
        rank = RANK_WORDS;
    buffer_clear(&known);
    return rank;
}

bool
zone_entry_matches(const struct zone_entry *entry, const char *text)
{
    char *wanted = fold_copy(text);
    bool matches = rank_of(entry, wanted) != RANK_NONE;

    free(wanted);
    return matches;
}

/* Names are no longer than that; what is longer is near to nothing. */
enum { SPELT_MOST = 64, SPELT_LEAST = 4 };

/* How many bytes must be put in, left out or changed (Levenshtein). */
static unsigned
spelling_distance(const char *a, const char *b)
{
    size_t length = strlen(b);

    unsigned row[SPELT_MOST + 1];
    for (size_t j = 0; j <= length; j++)
        row[j] = (unsigned)j;
    for (size_t i = 0; a[i] != '\0'; i++) {
        unsigned corner = row[0];

        row[0] = (unsigned)i + 1;
        for (size_t j = 0; j < length; j++) {
            unsigned least = corner + (a[i] != b[j]);

            corner = row[j + 1];
            if (row[j] + 1 < least)
                least = row[j] + 1;
            if (corner + 1 < least)
                least = corner + 1;
            row[j + 1] = least;
        }
    }
    return row[length];
}

/* RANK_NONE when more than a third of the city is spelt otherwise. */
static unsigned
nearness_of(const struct zone_entry *entry, const char *wanted)
{
    char *city = fold_copy(city_of(entry->name));
    size_t length = strlen(wanted);
    unsigned rank = RANK_NONE;

    if (length >= SPELT_LEAST && length <= SPELT_MOST && strlen(city) <= SPELT_MOST) {
        unsigned distance = spelling_distance(wanted, city);

        if (distance <= length / 3 && distance < RANK_NONE)
            rank = distance;
    }
    free(city);
    return rank;
}

static size_t
find_by(const struct zone_list *list, const char *wanted,
        unsigned (*rank)(const struct zone_entry *entry, const char *wanted),
        const struct zone_entry **found, size_t most)
{
    unsigned *ranks = memory_new(list->count + 1, sizeof *ranks);

    for (size_t i = 0; i < list->count; i++)
        ranks[i] = rank(&list->entries[i], wanted);
    size_t count = 0;
    for (unsigned wished = 0; wished < RANK_NONE; wished++)
        for (size_t i = 0; i < list->count && count < most; i++)
            if (ranks[i] == wished)
                found[count++] = &list->entries[i];
    free(ranks);
    return count;
}

/* What is meant by a name of Windows: “W. Europe Standard Time”, in summer “W. Europe
 * Daylight Time”. */
static const struct zone_entry *
find_windows(const struct zone_list *list, const char *text)
{
    static const char *const summers[] = { " Daylight Time", " Summer Time" };
    const size_t length = strlen(text);
    struct buffer name = { 0 };

    buffer_add(&name, text);
    for (size_t i = 0; i < sizeof(summers) / sizeof(summers[0]); i++) {
        const size_t end = strlen(summers[i]);
        if (length > end && strcasecmp(text + length - end, summers[i]) == 0) {
            buffer_clear(&name);
            buffer_addf(&name, "%.*s Standard Time", (int)(length - end), text);
        }
    }
    const char *iana = windows_zone_find(buffer_text(&name));
    buffer_clear(&name);
    char *canonical = iana ? zone_canonical(iana) : NULL;
    const struct zone_entry *found = NULL;
    for (size_t i = 0; canonical && !found && i < list->count; i++)
        if (strcmp(list->entries[i].name, canonical) == 0)
            found = &list->entries[i];
    free(canonical);
    return found;
}

static const struct zone_entry *
find_named(const struct zone_list *list, const char *name)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->entries[i].name, name) == 0)
            return &list->entries[i];
    return NULL;
}

static size_t
find_meant(const struct zone_list *list, const char *text,
           const struct zone_entry **found, size_t most)
{
    const char *names[ZONE_MEANT_MOST];
    const size_t known = zone_meant(text, names);
    size_t count = 0;

    for (size_t i = 0; i < known && count < most; i++) {
        const struct zone_entry *entry = find_named(list, names[i]);
        if (entry)
            found[count++] = entry;
    }
    return count;
}

/* “Eastern Time (US & Canada)” is what Windows calls Eastern Standard Time. */
static const struct zone_entry *
find_region(const struct zone_list *list, const char *region)
{
    static const char ending[] = " Time";
    size_t length = strcspn(region, "(");

    while (length > 0 && region[length - 1] == ' ')
        length--;
    if (length <= strlen(ending) ||
        strncasecmp(region + length - strlen(ending), ending, strlen(ending)) != 0)
        return NULL;
    struct buffer name = { 0 };
    buffer_addf(&name, "%.*s Standard Time", (int)(length - strlen(ending)), region);
    const struct zone_entry *entry = find_windows(list, buffer_text(&name));
    buffer_clear(&name);
    return entry;
}

/* The cities that Windows shows people, in their order. */
static size_t
find_shown(const struct zone_list *list, const char *text,
           const struct zone_entry **found, size_t most)
{
    const char *at = zone_meant_cities(text);
    const struct zone_entry *region = at && most > 0 ? find_region(list, at) : NULL;
    size_t count = 0;

    if (region)
        found[count++] = region;
    while (!region && at && *at && count < most) {
        const size_t length = strcspn(at, ",");
        struct buffer city = { 0 };
        buffer_add_part(&city, at, length);
        char *wanted = fold_copy(buffer_text(&city));
        for (size_t i = 0; *wanted && i < list->count; i++) {
            char *own = fold_copy(city_of(list->entries[i].name));
            const bool is_it = strcmp(own, wanted) == 0;
            free(own);
            if (is_it) {
                found[count++] = &list->entries[i];
                break;
            }
        }
        free(wanted);
        buffer_clear(&city);
        at += length + strspn(at + length, ", ");
    }
    return count;
}

size_t
zone_list_find(const struct zone_list *list, const char *text,
               const struct zone_entry **found, size_t most)
{
    char *wanted = fold_copy(text);
    size_t count = find_by(list, wanted, rank_of, found, most);

    if (count == 0)
        count = find_meant(list, text, found, most);
    if (count == 0)
        count = find_shown(list, text, found, most);
    if (count == 0) {
        free(wanted);
        wanted = fold_copy(city_of(text));
        count = find_by(list, wanted, nearness_of, found, most);
    }
    free(wanted);
    const struct zone_entry *windows = count == 0 ? find_windows(list, text) : NULL;
    if (windows && most > 0)
        found[count++] = windows;
    return count;
}

/* Nothing typed fits everything, and means nothing. */
static bool
has_letters(const char *text)
{
    char *fold = fold_copy(text);
    bool yes = *fold != '\0';

    free(fold);
    return yes;
}

bool
zone_list_refuse(const char *text, struct error *err)
{
    enum { NAMED = 3 };
    struct zone_list list;
    size_t count = 0;

    const bool loaded = zone_list_load(&list, NULL);
    const struct zone_entry *found[NAMED];
    if (loaded)
        count = find_meant(&list, text, found, NAMED);
    if (loaded && count == 0 && has_letters(text))
        count = zone_list_find(&list, text, found, NAMED);
    struct buffer names = { 0 };
    for (size_t i = 0; i < count; i++)
        buffer_addf(&names, "%s%s", i > 0 ? ", " : "", found[i]->name);
    if (count == 1)
        error_set_field(err, ERROR_INPUT, "zone",
                        _("There is no time zone “%s”; do you mean %s?"), text,
                        buffer_text(&names));
    else
        error_set_field(err, ERROR_INPUT, "zone",
                        _("There is no time zone “%s”; choose one such as %s."), text,
                        count > 0 ? buffer_text(&names) : "Europe/Paris");
    zone_list_clear(&list);
    buffer_clear(&names);
    return false;
}
