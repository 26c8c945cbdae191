/* SPDX-License-Identifier: GPL-3.0-or-later */
/* published_list.h - what a folder says of the pages that were published in it */
#ifndef ATELIER_BASE_PUBLISHED_LIST_H
#define ATELIER_BASE_PUBLISHED_LIST_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>

#include "atelier/base/buffer.h"
#include "atelier/base/published_folder.h"
#include "atelier/base/sha256.h"

/* How a file stands: whoever writes to it changes this. */
struct published_mark {
    int64_t size;
    int64_t file; /* 0: it was not looked at */
    int64_t second;
    int64_t nanosecond;
};

struct published_page {
    char name[PUBLISHED_NAME + 1];
    char key[PUBLISHED_KEY + 1];
    char sum[SHA256_TEXT_SIZE];
    struct published_mark mark;
    bool is_new;    /* it waits beside its place */
    bool was_there; /* something of ours stands there */
    bool is_taken;  /* of the older list: it is still a page */
};

struct published_list {
    struct published_page *items;
    size_t count;
    size_t capacity;
    char key[PUBLISHED_KEY + 1]; /* all of them are as of this one; empty: not known */
};

/* Small letters, digits and dashes, then .html, .ics or .xml. */
bool published_is_name(const char *name);

struct published_mark published_mark_of(const struct stat *is);

/* Borrowed until the next one. */
struct published_page *published_list_add(struct published_list *list, const char *name,
                                          const char *key);

/* In a list that is in order; NULL. */
struct published_page *published_list_find(const struct published_list *list,
                                           const char *name);
void published_list_sort(struct published_list *list);
void published_list_clear(struct published_list *list);

/* Nothing of a text that is no such list is believed: false, and it is empty. */
bool published_list_read(struct published_list *list, char *text);
void published_list_add_text(const struct published_list *list, struct buffer *text);

#endif
