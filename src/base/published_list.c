/* SPDX-License-Identifier: GPL-3.0-or-later */
/* published_list.c - what a folder says of the pages that were published in it */
#include "published_list.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"

static const char first_line[] = "atelier site 1";

enum { NAME, SIZE, FILE_NUMBER, SECOND, NANOSECOND, SUM, KEY, CELLS };

bool
published_is_name(const char *name)
{
    static const char *const endings[] = { ".html", ".ics", ".xml" };
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
    const size_t stem = strspn(name, letters);

    if (stem == 0 || name[0] == '-' || strlen(name) > PUBLISHED_NAME)
        return false;
    for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++)
        if (strcmp(name + stem, endings[i]) == 0)
            return true;
    return false;
}

static bool
is_key(const char *key)
{
    for (const char *c = key; *c; c++)
        if (*c <= ' ' || *c > '~')
            return false;
    return *key && strlen(key) <= PUBLISHED_KEY;
}

static bool
is_sum(const char *sum)
{
    return strlen(sum) == SHA256_TEXT_SIZE - 1 &&
           strspn(sum, "0123456789abcdef") == SHA256_TEXT_SIZE - 1;
}

struct published_mark
published_mark_of(const struct stat *is)
{
    return (struct published_mark){ .size = is->st_size,
                                    .file = (int64_t)is->st_ino,
                                    .second = is->st_ctim.tv_sec,
                                    .nanosecond = is->st_ctim.tv_nsec };
}

struct published_page *
published_list_add(struct published_list *list, const char *name, const char *key)
{
    list->items = memory_grow(list->items, &list->capacity, list->count + 1,
                              sizeof(list->items[0]));
    struct published_page *page = &list->items[list->count++];

    *page = (struct published_page){ 0 };
    strncpy(page->name, name, PUBLISHED_NAME);
    strncpy(page->key, key, PUBLISHED_KEY);
    return page;
}

static int
compare(const void *one, const void *other)
{
    return strcmp(((const struct published_page *)one)->name,
                  ((const struct published_page *)other)->name);
}

struct published_page *
published_list_find(const struct published_list *list, const char *name)
{
    size_t from = 0;
    size_t to = list->count;

    while (from < to) {
        const size_t at = from + (to - from) / 2;
        const int order = strcmp(name, list->items[at].name);
        if (order == 0)
            return &list->items[at];
        if (order < 0)
            to = at;
        else
            from = at + 1;
    }
    return NULL;
}

static bool
is_in_order(const struct published_list *list)
{
    for (size_t i = 1; i < list->count; i++)
        if (compare(&list->items[i - 1], &list->items[i]) > 0)
            return false;
    return true;
}

void
published_list_sort(struct published_list *list)
{
    if (!is_in_order(list))
        qsort(list->items, list->count, sizeof(list->items[0]), compare);
}

void
published_list_clear(struct published_list *list)
{
    free(list->items);
    *list = (struct published_list){ 0 };
}

static bool
read_number(const char *text, int64_t *number)
{
    char *end;

    errno = 0;
    *number = strtoll(text, &end, 10);
    return errno == 0 && *text >= '0' && *text <= '9' && *end == '\0';
}

static bool
read_page(struct published_list *list, char *line)
{
    char *cells[CELLS];
    struct published_mark mark;

    for (int i = 0; i < CELLS; i++)
        if (!(cells[i] = strsep(&line, "\t")))
            return false;
    if (line || !published_is_name(cells[NAME]) || !is_sum(cells[SUM]) ||
        !is_key(cells[KEY]) || !read_number(cells[SIZE], &mark.size) ||
        !read_number(cells[FILE_NUMBER], &mark.file) ||
        !read_number(cells[SECOND], &mark.second) ||
        !read_number(cells[NANOSECOND], &mark.nanosecond) ||
        (list->count > 0 && strcmp(list->items[list->count - 1].name, cells[NAME]) >= 0))
        return false;
    struct published_page *page = published_list_add(list, cells[NAME], cells[KEY]);
    memcpy(page->sum, cells[SUM], SHA256_TEXT_SIZE);
    page->mark = mark;
    return true;
}

/* "atelier site 1", and behind it the key of them all where that is known. */
static bool
read_first(struct published_list *list, char *line)
{
    const char *first = strsep(&line, "\t");

    if (strcmp(first, first_line) != 0 || (line && !is_key(line)))
        return false;
    if (line)
        strncpy(list->key, line, PUBLISHED_KEY);
    return true;
}

bool
published_list_read(struct published_list *list, char *text)
{
    char *first = strsep(&text, "\n");
    bool ok = text && read_first(list, first);

    while (ok && *text) {
        char *line = strsep(&text, "\n");
        ok = text && read_page(list, line);
    }
    if (!ok)
        published_list_clear(list);
    return ok;
}

void
published_list_add_text(const struct published_list *list, struct buffer *text)
{
    buffer_addf(text, "%s%s%s\n", first_line, *list->key ? "\t" : "", list->key);
    for (size_t i = 0; i < list->count; i++) {
        const struct published_page *page = &list->items[i];
        buffer_addf(text,
                    "%s\t%" PRId64 "\t%" PRId64 "\t%" PRId64 "\t%" PRId64 "\t%s\t%s\n",
                    page->name, page->mark.size, page->mark.file, page->mark.second,
                    page->mark.nanosecond, page->sum, page->key);
    }
}
