/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export_list.c - any list as a file: page by page through the writer of its form */
#include "atelier/app/export_list.h"

#include <strings.h>

#include "atelier/app/browse.h"
#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/base/path.h"
#include "export/export_output.h"
#include "export/list_writer.h"
#include "session/session.h"

enum { PAGE_ROWS = 500 };

static const struct list_form_way *const ways[LIST_FORM_COUNT] = {
    [LIST_CSV] = &list_csv_way,
    [LIST_XLSX] = &list_xlsx_way,
    [LIST_JSON] = &list_json_way,
};

bool
list_form_of_word(const char *word, enum list_form *form)
{
    for (int i = 0; i < LIST_FORM_COUNT; i++)
        if (strcasecmp(word, ways[i]->word) == 0) {
            *form = (enum list_form)i;
            return true;
        }
    return false;
}

bool
list_form_of_path(const char *path, enum list_form *form)
{
    return list_form_of_word(path_ending(path), form);
}

static bool
write_row(struct list_writer *w, const struct list_form_way *way,
          const struct listing_row *row, struct error *err)
{
    struct listing_row filled;

    if (w->answers.questions.count == 0)
        return way->row(w, row, err);
    const bool ok = answer_columns_fill(&w->answers, w->at, row, &filled, err) &&
                    way->row(w, &filled, err);
    answer_columns_empty(&w->answers, &filled);
    return ok;
}

static bool
write_page(struct list_writer *w, const struct list_export *list,
           const struct list_form_way *way, const struct listing_page *page,
           struct error *err)
{
    for (size_t i = 0; i < page->count; i++) {
        if (!row_choice_takes(&list->only, page->rows[i].id))
            continue;
        if (!write_row(w, way, &page->rows[i], err))
            return false;
        w->rows++;
    }
    return list_writer_pour(w);
}

static bool
tell(const struct list_export *list, const struct list_writer *w, int64_t total,
     struct error *err)
{
    return !list->telling.progress ||
           !list->telling.progress(list->telling.context, w->rows, total) ||
           error_set(err, ERROR_CANCELLED, _("Stopped; nothing was written."));
}

/* How many rows there will be, for the bar. */
static int64_t
total_of(struct atelier *at, const struct list_export *list)
{
    int64_t total = 0;

    if (!list->telling.progress ||
        !listing_count(at, &list->query, list->most > 0 ? list->most : INT64_MAX - 1,
                       &total, NULL))
        return 0;
    return total;
}

static bool
write_rows(struct list_writer *w, const struct list_export *list,
           const struct list_form_way *way, struct error *err)
{
    const int64_t total = total_of(w->at, list);
    struct listing_page page = { 0 };
    struct listing_key key = { 0 };
    enum listing_direction direction = LISTING_FIRST;
    bool ok;

    do {
        size_t wanted = PAGE_ROWS;
        if (list->most > 0 && list->most - w->rows < PAGE_ROWS)
            wanted = (size_t)(list->most - w->rows);
        listing_page_clear(&page);
        ok = listing_fetch(w->at, &list->query, direction, &key, wanted, &page, err) &&
             write_page(w, list, way, &page, err) && tell(list, w, total, err);
        if (!ok || page.count == 0)
            break;
        direction = LISTING_AFTER;
        listing_key_clear(&key);
        listing_key_copy(&key, &page.rows[page.count - 1].key);
    } while (page.more_after && (list->most == 0 || w->rows < list->most) &&
             !(list->only.count > 0 && (size_t)w->rows == list->only.count));
    listing_page_clear(&page);
    listing_key_clear(&key);
    return ok;
}

bool
export_list(struct atelier *at, const struct list_export *list, list_sink *sink,
            void *context, int64_t *rows, struct error *err)
{
    const struct list_form_way *way = ways[list->form];
    struct list_writer w = { .at = at,
                             .listing = list->page ? list->listing
                                                   : listing_get(list->query.kind),
                             .has_elsewhere = display_has_elsewhere(at),
                             .sink = sink,
                             .context = context };
    const bool asked =
        list->page || answer_columns_load(&w.answers, at, &list->query, err);
    if (w.answers.questions.count > 0)
        w.listing = &w.answers.listing;
    /* Who reads a day alone takes no list with them; JSON is how a command answers. */
    const bool ok = asked &&
                    (list->form == LIST_JSON || atelier_role_may(at, MAY_READ, err)) &&
                    way->begin(&w, err) &&
                    (list->page ? write_page(&w, list, way, list->page, err)
                                : write_rows(&w, list, way, err)) &&
                    way->end(&w, err);

    *rows = w.rows;
    if (way->clear)
        way->clear(&w);
    answer_columns_clear(&w.answers);
    buffer_clear(&w.text);
    buffer_clear(&w.cell);
    return ok;
}

/* --- to a file */

bool
export_list_file(struct atelier *at, const struct list_export *list, const char *path,
                 bool replace, struct list_outcome *outcome, struct error *err)
{
    struct export_output output;

    if (!atelier_role_may(at, MAY_READ, err) ||
        !export_output_open(&output, at, path, OUTPUT_FOR_OWNER,
                            replace ? export_output_replace_any : NULL, err))
        return false;
    const bool ok =
        export_list(at, list, export_output_write, &output, &outcome->rows, err);
    return export_output_close(&output, ok, &outcome->replaced, err);
}
