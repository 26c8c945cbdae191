/* SPDX-License-Identifier: GPL-3.0-or-later */
/* markdown.h - a text as CommonMark reads it, in parts that any page can be made of
 *
 * What stands inside of what is said by parts that begin and end.  HTML that is written
 * in it is text as any other; an address that is not of the web or of mail is no link.
 */
#ifndef ATELIER_APP_MARKDOWN_H
#define ATELIER_APP_MARKDOWN_H

#include <stdbool.h>
#include <stddef.h>

#include "atelier/base/buffer.h"

enum markdown_kind {
    MARKDOWN_PARAGRAPH,
    MARKDOWN_HEADING, /* number: 1 to 6 */
    MARKDOWN_CODE,    /* one run, of several lines */
    MARKDOWN_LINE,    /* across the page */
    MARKDOWN_LIST,    /* number: of its first item; -1: they have none */
    MARKDOWN_LIST_END,
    MARKDOWN_ITEM, /* number: its own; -1 */
    MARKDOWN_ITEM_END,
    MARKDOWN_QUOTE,
    MARKDOWN_QUOTE_END
};

enum markdown_style {
    MARKDOWN_BOLD = 1,
    MARKDOWN_ITALIC = 2,
    MARKDOWN_MONO = 4 /* code */
};

struct markdown_run {
    char *text; /* "\n": a new line */
    unsigned style;
    char *address; /* of a link: http, https or mailto; or NULL */
};

struct markdown_part {
    enum markdown_kind kind;
    int number;
    size_t first, runs; /* its runs */
};

struct markdown {
    struct {
        struct markdown_part *items;
        size_t count;
        size_t capacity;
    } parts;
    struct {
        struct markdown_run *items;
        size_t count;
        size_t capacity;
    } runs;
};

enum {
    MARKDOWN_MOST = 20000,  /* bytes: more is one paragraph of plain text */
    MARKDOWN_DEPTH_MOST = 8 /* lists and quotes inside of one another */
};

/* Reads it into an empty one, set as that language prints. */
void markdown_read(const char *text, const char *language, struct markdown *markdown);
void markdown_clear(struct markdown *markdown);

/* Whether the first of these runs ends a link whose words do not say where it leads: a
 * page that cannot be clicked on tells it. */
bool markdown_hides_address(const struct markdown_run *runs, size_t count);

/* The text alone, its parts parted by spaces. */
void markdown_add_plain(const struct markdown *markdown, struct buffer *to);

#endif
