/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_writer.h - the rows of a list on their way out, in one of the forms */
#ifndef ATELIER_APP_LIST_WRITER_H
#define ATELIER_APP_LIST_WRITER_H

#include "atelier/app/export_list.h"
#include "atelier/base/buffer.h"
#include "export/answer_columns.h"

struct list_writer {
    struct atelier *at;
    const struct listing *listing;
    struct answer_columns answers;
    bool has_elsewhere; /* a column for zones */
    list_sink *sink;
    void *context;
    struct buffer text; /* what the sink is given next */
    struct buffer cell; /* of the row under way */
    int64_t rows;       /* written */
    void *own;          /* of the form */
};

/* How a form writes; each may fail. */
struct list_form_way {
    const char *word; /* and the ending of a file's name */
    bool (*begin)(struct list_writer *w, struct error *err);
    bool (*row)(struct list_writer *w, const struct listing_row *row, struct error *err);
    bool (*end)(struct list_writer *w, struct error *err);
    void (*clear)(struct list_writer *w); /* NULL: nothing is its own */
};

extern const struct list_form_way list_csv_way;
extern const struct list_form_way list_xlsx_way;
extern const struct list_form_way list_json_way;

/* Gives the sink what was gathered.  False without an error of its own when it fails. */
bool list_writer_pour(struct list_writer *w);

#endif
