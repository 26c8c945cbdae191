/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file_complete.c - looks into the folder that what was typed names */
#include "widget/file_complete.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "atelier/base/fold.h"
#include "atelier/base/input_file.h"
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
find_names(DIR *dir, const char *start, struct names *names)
{
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

/* What all of them begin with, and their names where that is no more than was typed. */
static size_t
add_found(const struct names *found, const char *start, struct buffer *whole,
          struct buffer *names)
{
    const size_t count = found->count;
    const size_t common = count == 0 ? 0 : common_length(found);

    if (count == 0 || common < strlen(start))
        buffer_add(whole, start);
    else
        buffer_add_part(whole, found->items[0], common);
    for (size_t i = 0; count > 1 && common <= strlen(start) && i < count; i++)
        buffer_addf(names, "%s%s", i == 0 ? "" : "  ", found->items[i]);
    return count;
}

/* Only what can be opened there: plain files. */
static void
drop_others(const struct own_folder *within, struct names *names)
{
    size_t kept = 0;

    for (size_t i = 0; i < names->count; i++) {
        struct stat is;
        if (input_file_look(within, names->items[i], &is) &&
            own_folder_check_file(names->items[i], &is, NULL))
            names->items[kept++] = names->items[i];
        else
            free(names->items[i]);
    }
    names->count = kept;
}

static size_t
complete_within(const struct own_folder *within, const char *typed, struct buffer *whole,
                struct buffer *names)
{
    struct names found = { 0 };

    if (!*typed || own_folder_check_name(typed, NULL)) {
        find_names(own_folder_names(within), typed, &found);
        drop_others(within, &found);
    }
    const size_t count = add_found(&found, typed, whole, names);
    names_clear(&found);
    return count;
}

size_t
file_complete(const struct own_folder *within, const char *typed, struct buffer *whole,
              struct buffer *names)
{
    if (within)
        return complete_within(within, typed, whole, names);
    if (strcmp(typed, "~") == 0) {
        buffer_add(whole, "~/"); /* the home folder itself */
        return 1;
    }
    const char *slash = strrchr(typed, '/');
    const char *start = !slash ? typed : slash + 1;
    char *lead = memory_copy_part(typed, (size_t)(start - typed));
    char *folder = file_path_expand(lead[0] == '\0' ? "." : lead);
    struct names found = { 0 };

    buffer_add(whole, lead);
    find_names(opendir(folder), start, &found);
    const size_t count = add_found(&found, start, whole, names);
    if (found.items && count == 1 && is_folder(folder, found.items[0]))
        buffer_add_char(whole, '/');
    names_clear(&found);
    free(folder);
    free(lead);
    return count;
}
