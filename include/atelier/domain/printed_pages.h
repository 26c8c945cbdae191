/* SPDX-License-Identifier: GPL-3.0-or-later */
/* printed_pages.h - pages of headings, texts, facts and tables as they are printed
 *
 * Certificates, a programme, a month: what app knows, put into words, from the top of the
 * page to its end.  As printed_sheet.h: whoever prints them looks nothing up.
 */
#ifndef ATELIER_DOMAIN_PRINTED_PAGES_H
#define ATELIER_DOMAIN_PRINTED_PAGES_H

#include <stddef.h>
#include <stdint.h>

#include "atelier/base/error.h"
#include "atelier/domain/printed_office.h"

/* By these letters they come over. */
enum printed_block_kind {
    BLOCK_PAGE = 'b', /* a new page, with the office above it */
    BLOCK_TITLE = 't',
    BLOCK_LEAD = 'l',
    BLOCK_HEADING = 'h',
    BLOCK_TEXT = 'x',
    BLOCK_QUIET = 'q',
    BLOCK_FACT = 'f', /* more: its value */
    BLOCK_COLUMNS =
        'c',           /* "4 20 10": their widths to one another; more: "30", how high
                        * a row is at the least, in millimetres, of cells with a frame */
    BLOCK_HEADS = 'R', /* a row of cells that stands above each page of the table */
    BLOCK_ROW = 'r',
    BLOCK_CELL = 'e',    /* more: below it, smaller */
    BLOCK_SIGNER = 'g',  /* room to sign; more: whose */
    BLOCK_SECTION = 's', /* a heading above headings */
    BLOCK_LABEL = 'n',   /* what the next one is; stays with it */
    BLOCK_PROSE = 'p',   /* a text that goes on over pages */
    BLOCK_ITEM = 'm',    /* the same of a list; more: its mark, "1." */
    BLOCK_INDENT = 'i'   /* "2": how far in those stand that follow; more: "|", a bar
                          * stands left of them */
};

/* In a text each of these begins and ends letters of another kind; none is printed. */
enum printed_mark { PRINTED_BOLD = 1, PRINTED_ITALIC = 2, PRINTED_MONO = 3 };

struct printed_block {
    enum printed_block_kind kind;
    char *text;
    char *more;
};

struct printed_pages {
    char *language;
    char *title; /* of the document */
    char *made_at;
    char *foot;
    char *page; /* "Page", before 1/3; NULL: not numbered */
    int64_t landscape;
    struct printed_office office;
    struct {
        struct printed_block *items;
        size_t count;
        size_t capacity;
    } blocks;
};

enum {
    PRINTED_BLOCKS_MOST = 400000,
    PRINTED_COLUMNS_MOST = 8,
    PRINTED_INDENT_MOST = 12,
    PRINTED_PROSE_MOST = 80000 /* bytes of a text, with what marks it */
};

/* Copies both texts, which may be NULL; who was erased is called so in the language of
 * the pages. */
void printed_pages_add(struct printed_pages *pages, enum printed_block_kind kind,
                       const char *text, const char *more);
void printed_pages_clear(struct printed_pages *pages);

/* The widths of such a text; 0: it is none. */
size_t printed_columns_read(const char *text, int64_t widths[PRINTED_COLUMNS_MOST]);

/* Over the wire, as printed_wire.h has it. */
void printed_pages_add_wire(struct buffer *wire, const struct printed_pages *pages);
bool printed_pages_is_wire(const char *bytes, size_t length);
bool printed_pages_read_wire(const char *bytes, size_t length,
                             struct printed_pages *pages, struct error *err);

#endif
