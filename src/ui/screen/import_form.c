/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_form.c - the cells of a refused row as a form, to be mended on the spot */
#include "screen/import_form.h"

#include <stdio.h>
#include <stdlib.h>

#include "atelier/app/import_draft.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "widget/choose.h"
#include "widget/form.h"

/* A noun of this file alone: a text for each column that is not passed over. */
enum { NAME_SIZE = 24 };
struct mending {
    struct import_view *view;
    struct import *import;
    size_t index;
    struct entity entity;
    struct field *fields;
    size_t *columns; /* of these fields */
    char (*names)[NAME_SIZE];
    const char **cells; /* of the row, borrowed from the copies below */
    char **copies;
    size_t count; /* of the cells */
};

static void
add_field(struct mending *mending, size_t column, enum import_target target,
          const char *heading)
{
    const size_t at = mending->entity.field_count++;

    mending->columns[at] = column;
    (void)snprintf(mending->names[at], NAME_SIZE, "c%zu", column + 1);
    mending->fields[at] = (struct field){
        .name = mending->names[at],
        .label = text_is_blank(heading) ? _(import_targets[target].label) : heading,
        .help = import_targets[target].label,
        .kind = target == IMPORT_NOTE ? FIELD_LINES : FIELD_TEXT,
        .offset = sizeof(struct record) + at * sizeof(char *),
    };
}

/* Asks whether to begin with what was typed earlier and not saved, if anything was; -1
 * when the person leaves. */
static int
ask_typed(struct ui *ui, const struct mending *mending)
{
    const char *const answers[] = { _("Go on with it"),
                                    _("Throw it away and start afresh") };
    size_t count;

    if (!import_typed_cells(mending->import, mending->index, &count))
        return 0;
    return choose(ui, _("Mend a row"), _("Something typed here was not saved."), answers,
                  2, 0);
}

/* The cells are copied: reading another row would take them away. */
static bool
begin(struct mending *mending, struct error *err)
{
    size_t count;
    const char *const *cells =
        import_typed_cells(mending->import, mending->index, &count);
    if (!cells && !import_row_cells(mending->import, mending->index, &cells, &count, err))
        return false;
    size_t headers;
    const char *const *headings = import_headers(mending->import, &headers);
    const struct import_mapping *mapping = import_mapping(mending->import);
    const size_t most = mapping->count + 1;

    mending->count = mapping->count;
    mending->cells = memory_new(most, sizeof(*mending->cells));
    mending->copies = memory_new(most, sizeof(*mending->copies));
    mending->fields = memory_new(most, sizeof(*mending->fields));
    mending->columns = memory_new(most, sizeof(*mending->columns));
    mending->names = memory_new(most, sizeof(*mending->names));
    mending->entity = (struct entity){ .kind = ENTITY_COUNT,
                                       .name = "import_row",
                                       .fields = mending->fields };
    for (size_t c = 0; c < mapping->count; c++) {
        mending->copies[c] = memory_copy(c < count ? cells[c] : "");
        mending->cells[c] = mending->copies[c];
        if (mapping->targets[c] != IMPORT_NOTHING)
            add_field(mending, c, mapping->targets[c], c < headers ? headings[c] : "");
    }
    mending->entity.size =
        sizeof(struct record) + (mending->entity.field_count + 1) * sizeof(char *);
    return true;
}

static void
end(struct mending *mending)
{
    for (size_t c = 0; c < mending->count; c++)
        free(mending->copies[c]);
    free(mending->copies);
    free(mending->cells);
    free(mending->fields);
    free(mending->columns);
    free(mending->names);
}

static const char *
field_of(const struct mending *mending, size_t column)
{
    for (size_t i = 0; i < mending->entity.field_count; i++)
        if (mending->columns[i] == column)
            return mending->names[i];
    return NULL;
}

/* Beside the row, until it is saved: Esc, or a line that drops, loses nothing. */
static bool
keep(struct ui *ui, void *context, const char *fields, struct error *err)
{
    (void)ui;
    struct mending *mending = context;
    const char **cells = memory_new(mending->count + 1, sizeof(*cells));
    struct buffer *typed = memory_new(mending->count + 1, sizeof(*typed));

    for (size_t c = 0; c < mending->count; c++)
        cells[c] = mending->copies[c];
    for (size_t i = 0; i < mending->entity.field_count; i++)
        if (form_draft_add_value(fields, mending->names[i], &typed[i]))
            cells[mending->columns[i]] = buffer_text(&typed[i]);
    import_type_row(mending->import, mending->index, cells, mending->count);
    const bool ok = import_draft_keep(mending->import, err);
    mending->view->unkept = !ok;
    for (size_t i = 0; i < mending->entity.field_count; i++)
        buffer_clear(&typed[i]);
    free(typed);
    free(cells);
    return ok;
}

static bool
save(struct ui *ui, void *context, void *record, struct error *err)
{
    (void)ui;
    struct mending *mending = context;
    size_t column;

    for (size_t i = 0; i < mending->entity.field_count; i++) {
        const char *text = field_text(&mending->fields[i], record);
        mending->cells[mending->columns[i]] = text ? text : "";
    }
    if (import_mend_row(mending->import, mending->index, mending->cells, mending->count,
                        &column, err))
        return true;
    err->field = field_of(mending, column);
    return false;
}

/* Where the caret begins: at what is wrong, or else at what was mended. */
static const char *
first_field(const struct mending *mending, const struct import_row *row)
{
    struct error ignored = { 0 };
    size_t column = row->column;

    if (row->verdict != IMPORT_REFUSED &&
        !import_mended_column(mending->import, mending->index, &column, &ignored))
        return NULL;
    return field_of(mending, column);
}

static bool
run(struct ui *ui, struct mending *mending, const struct import_row *row)
{
    struct record *record = record_new(&mending->entity);
    record->id = row->line; /* of something that is there: its texts are amended */
    struct buffer title = { 0 };

    for (size_t i = 0; i < mending->entity.field_count; i++)
        if (!text_is_blank(mending->cells[mending->columns[i]]))
            field_set_text(&mending->fields[i], record,
                           mending->cells[mending->columns[i]]);
    const char *first = first_field(mending, row);
    const bool is_wrong = first && row->verdict == IMPORT_REFUSED;
    if (row->reason && !is_wrong)
        buffer_addf(&title, _("Line %lld: %s"), (long long)row->line, row->reason);
    else
        buffer_addf(&title, _("Line %lld"), (long long)row->line);
    const struct form_request request = {
        .title = buffer_text(&title),
        .entity = &mending->entity,
        .record = record,
        .own_labels = true,
        .first = first,
        .wrong = is_wrong ? row->reason : NULL, /* beside it there is room for all */
        .save = save,
        .keep = keep,
        .context = mending,
    };
    const bool ok = form_run(ui, &request);
    buffer_clear(&title);
    record_free(&mending->entity, record);
    return ok;
}

bool
import_form_mend(struct ui *ui, struct import_view *view, size_t index)
{
    struct mending mending = { .view = view, .import = view->import, .index = index };
    struct import_row row = { 0 };
    struct error err = { 0 };
    const int answer = ask_typed(ui, &mending);

    if (answer < 0)
        return false;
    if (answer == 1) {
        import_untype_row(view->import, index);
        import_view_keep(view);
    }
    bool ok = import_row_load(view->import, index, &row, &err) && begin(&mending, &err);
    if (!ok)
        ui_fail(ui, &err);
    ok = ok && run(ui, &mending, &row);
    end(&mending);
    import_row_clear(&row);
    return ok;
}
