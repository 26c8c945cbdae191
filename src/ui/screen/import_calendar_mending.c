/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_calendar_mending.c - a refused or doubtful event of a calendar, mended on the
 * spot */
#include "screen/import_calendar_mending.h"

#include <string.h>

#include "atelier/app/import_calendar_mend.h"
#include "atelier/base/language.h"
#include "widget/form.h"

enum { FIELDS_MOST = 8 };

struct mending {
    struct calendar_view *view;
    size_t index;
};

/* The fields of a meeting, as it has them, but these alone. */
static struct entity
make_entity(struct field fields[])
{
    struct entity entity = meeting_entity;

    entity.kind = ENTITY_COUNT;
    entity.name = "calendar_row";
    entity.fields = fields;
    entity.field_count = 0;
    for (size_t i = 0; calendar_mend_fields[i]; i++)
        fields[entity.field_count++] =
            *entity_field(&meeting_entity, calendar_mend_fields[i]);
    return entity;
}

/* The rows are read with it, so that whatever it changes of others is seen too. */
static bool
save(struct ui *ui, void *context, void *record, struct error *err)
{
    struct mending *mending = context;
    struct calendar_view *view = mending->view;
    struct calendar_import_choice choice = calendar_view_choice(view);
    struct calendar_mend_list mends = { 0 };

    calendar_mend_list_add(&mends, choice.mends);
    choice.mends = &mends;
    const bool ok =
        calendar_import_mend(view->import, mending->index, record, &mends, err) &&
        calendar_view_open(view, ui, &choice, err);
    calendar_mend_list_clear(&mends);
    return ok;
}

/* Where the caret begins: at what is missing. */
static const char *
first_field(const struct calendar_import_row *row)
{
    return row->asks == CALENDAR_IMPORT_ASKS_ZONE || row->asks == CALENDAR_IMPORT_ASKS_UTC
               ? "zone"
           : row->meeting.title ? "start"
                                : "title";
}

/* Some reasons name the line themselves, and not the first one of the event. */
static void
add_title(const struct calendar_import_row *row, struct buffer *title)
{
    struct buffer line = { 0 };

    buffer_addf(&line, _("Line %lld"), 0LL);
    const size_t words = strcspn(buffer_text(&line), "0");
    if (!row->reason)
        buffer_addf(title, _("Line %lld"), (long long)row->line);
    else if (strncmp(row->reason, buffer_text(&line), words) == 0)
        buffer_add(title, row->reason);
    else
        buffer_addf(title, _("Line %lld: %s"), (long long)row->line, row->reason);
    buffer_clear(&line);
}

bool
import_calendar_mend(struct ui *ui, struct calendar_view *view, size_t index)
{
    struct field fields[FIELDS_MOST];
    const struct entity entity = make_entity(fields);
    const struct calendar_import_row *row = calendar_import_row(view->import, index);
    struct mending mending = { .view = view, .index = index };
    struct meeting values;
    struct buffer title = { 0 };

    record_init(&meeting_entity, &values);
    calendar_import_mendable(view->import, index, &values);
    values.head.id = row->line; /* of something that is there: its texts are amended */
    add_title(row, &title);
    const struct form_request request = {
        .title = buffer_text(&title),
        .entity = &entity,
        .record = &values,
        .first = first_field(row),
        .save = save,
        .context = &mending,
    };
    const bool ok = form_run(ui, &request);
    if (ok)
        list_select(&view->list, (int64_t)index + 1);
    buffer_clear(&title);
    record_clear(&meeting_entity, &values);
    return ok;
}
