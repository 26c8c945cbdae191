/* SPDX-License-Identifier: GPL-3.0-or-later */
/* written_list.h - lists that are written into files, and read back */
#ifndef ATELIER_TESTS_WRITTEN_LIST_H
#define ATELIER_TESTS_WRITTEN_LIST_H

#include <check.h>

#include "atelier/app/export_list.h"
#include "atelier/base/buffer.h"
#include "import/import_kinds.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/suite.h"

static struct atelier *at;

static inline void
begin(void)
{
    at = office_found();
}

static inline void
end(void)
{
    office_end(at);
}

static inline bool
gather(void *context, const char *bytes, size_t length)
{
    buffer_add_part(context, bytes, length);
    return true;
}

static inline struct buffer
written(struct listing_query query, enum list_form form)
{
    const struct list_export list = { .query = query, .form = form };
    struct buffer text = { 0 };
    struct error err = { 0 };
    int64_t rows = 0;

    ck_assert_msg(export_list(at, &list, gather, &text, &rows, &err), "%s", err.message);
    return text;
}

static inline const char *
save(struct listing_query query, const char *name, bool replace)
{
    const char *path = database_file_path(name);
    struct list_export list = { .query = query };
    struct list_outcome outcome;
    struct error err = { 0 };

    ck_assert(list_form_of_path(name, &list.form));
    ck_assert_msg(export_list_file(at, &list, path, replace, &outcome, &err), "%s",
                  err.message);
    return path;
}

static const struct listing_query people = { .kind = LISTING_PERSON };

/* Its rows as a reader of files finds them, the headings first. */
static inline void
read_back(const char *path, struct table_file *file)
{
    const struct table_choice choice = { 0 };
    struct error err = { 0 };

    ck_assert_msg(table_file_read(file, path, &choice, import_kinds, &err), "%s: %s",
                  path, err.message);
}

#endif
