/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file_complete.c - looks into the folder that what was typed names */
#include "widget/file_complete.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "atelier/base/fold.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "widget/file_path.h"

struct names {
    char **items;
    size_t count, capacity;
};

static void
names_clear(struct names *names)
{
    for (size_t i = 0; i < names->count; i++)
        free(names->items[i]);
    free(names->items);
}

static int
by_name(const void *a, const void *b)
{
    const char *const *left = a, *const *right = b;

    return strcmp(*left, *right);
}

/* What cannot be shown as it is cannot be typed either; what is hidden is asked for. */
static bool
is_offered(const char *name, const char *start)
{
    if (name[0] == '.' && start[0] != '.')
        return false;
    if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0 ||
        !text_is_valid(name, strlen(name)))
        return false;
    struct buffer shown = { 0 };
    text_add_printable(&shown, name);
    bool same = strcmp(buffer_text(&shown), name) == 0;
    buffer_clear(&shown);
    return same;
}

static bool
begins_with(const char *name, const char *folded)
{
    char *own = fold_copy(name);
    bool yes = strncmp(own, folded, strlen(folded)) == 0;

    free(own);
    return yes;
}

static void
find_names(const char *folder, const char *start, struct names *names)
{
    DIR *dir = opendir(folder);
    char *folded = fold_copy(start);
    const struct dirent *entry;

    while (dir && (entry = readdir(dir))) {
        if (!is_offered(entry->d_name, start) || !begins_with(entry->d_name, folded))
            continue;
        names->items = memory_grow(names->items, &names->capacity, names->count + 1,
                                   sizeof(*names->items));
        names->items[names->count++] = memory_copy(entry->d_name);
    }
    if (dir)
        (void)closedir(dir);
    free(folded);
    if (names->count > 1)
        qsort(names->items, names->count, sizeof(*names->items), by_name);
}

/* Bytes that all names begin with, no character cut. */
static size_t
common_length(const struct names *names)
{
    const char *first = names->items[0];
    size_t length = strlen(first);

    for (size_t i = 1; i < names->count; i++) {
        size_t same = 0;

        while (same < length && first[same] == names->items[i][same])
            same++;
        length = same;
    }
    while (length > 0 && !text_begins_character(first[length]))
        length--;
    return length;
}

static bool
is_folder(const char *folder, const char *name)
{
    struct buffer path = { 0 };

    buffer_addf(&path, "%s/%s", folder, name);
    struct stat about;
    bool yes = stat(buffer_text(&path), &about) == 0 && S_ISDIR(about.st_mode);
    buffer_clear(&path);
    return yes;
}

size_t
file_complete(const char *typed, struct buffer *whole, struct buffer *names)
{
    const char *slash = strrchr(typed, '/');
    const char *start = !slash ? typed : slash + 1;
    char *lead = memory_copy_part(typed, (size_t)(start - typed));
    char *folder = file_path_expand(lead[0] == '\0' ? "." : lead);

    buffer_add(whole, lead);
    struct names found = { 0 };
    size_t count;
    if (strcmp(typed, "~") == 0) {
        buffer_add(whole, "~/"); /* the home folder itself */
        count = 1;
    } else {
        find_names(folder, start, &found);
        count = found.count;
        size_t common = count == 0 ? 0 : common_length(&found);
        if (count == 0 || common < strlen(start))
            buffer_add(whole, start);
        else
            buffer_add_part(whole, found.items[0], common);
        if (count == 1 && is_folder(folder, found.items[0]))
            buffer_add_char(whole, '/');
        for (size_t i = 0; count > 1 && common <= strlen(start) && i < count; i++)
            buffer_addf(names, "%s%s", i == 0 ? "" : "  ", found.items[i]);
    }
    names_clear(&found);
    free(folder);
    free(lead);
    return count;
}
