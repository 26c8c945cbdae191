/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_refused_event.c - the events that were left out, as a calendar to be mended or
 * sent back */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "calendar/import_calendar_state.h"
#include "export/export_output.h"

struct remark_list {
    struct source_remark *items;
    size_t count;
    size_t capacity;
    char **texts; /* of the same */
    size_t text_capacity;
    size_t events;
};

static bool
is_left_out(const struct imported *imported)
{
    return imported->row.verdict == IMPORT_DOUBTFUL ||
           imported->row.verdict == IMPORT_REFUSED;
}

static void
remark_list_clear(struct remark_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->texts[i]);
    free(list->texts);
    free(list->items);
    *list = (struct remark_list){ 0 };
}

/* Without "Line 7: ", for the event stands on another line of the file that is written.
 */
static char *
reason_of(const struct calendar_import_row *row)
{
    static const char digits[] = "0123456789";
    const char *text = row->reason ? row->reason : "";
    struct buffer prefix = { 0 };

    buffer_addf(&prefix, _("Line %lld: %s"), 0LL, "");
    const char *words = buffer_text(&prefix);
    const size_t before = strcspn(words, digits);
    const char *after = words + before + strspn(words + before, digits);
    char *reason = NULL;
    if (strncmp(text, words, before) == 0 && strspn(text + before, digits) > 0) {
        const char *rest = text + before + strspn(text + before, digits);
        if (strncmp(rest, after, strlen(after)) == 0)
            reason = memory_copy(rest + strlen(after));
    }
    if (!reason)
        reason = memory_copy(text);
    else if (*reason >= 'a' && *reason <= 'z')
        *reason = (char)(*reason - 'a' + 'A');
    buffer_clear(&prefix);
    return reason;
}

/* A reason is said once of all occurrences of a part. */
static bool
is_said(const struct remark_list *list, const struct source_remark *remark)
{
    for (size_t i = list->count; i > 0 && list->items[i - 1].event == remark->event; i--)
        if (list->items[i - 1].line == remark->line &&
            strcmp(list->items[i - 1].text, remark->text) == 0)
            return true;
    return false;
}

static void
add_event(struct remark_list *list, const struct calendar_import *import, size_t index)
{
    const struct imported_event *event = &import->events[index];
    bool any = false;

    for (size_t i = event->first; i < event->first + event->count; i++) {
        const struct calendar_import_row *row = &import->rows[i]->row;
        if (!is_left_out(import->rows[i]))
            continue;
        any = true;
        char *reason = reason_of(row);
        const struct source_remark remark = { .event = index,
                                              .line = row->line,
                                              .text = reason };
        if (is_said(list, &remark)) {
            free(reason);
            continue;
        }
        list->items =
            memory_grow(list->items, &list->capacity, list->count + 1, sizeof remark);
        list->texts = memory_grow(list->texts, &list->text_capacity, list->count + 1,
                                  sizeof list->texts[0]);
        list->texts[list->count] = reason;
        list->items[list->count++] = remark;
    }
    list->events += any;
}

static struct remark_list
list_of(const struct calendar_import *import)
{
    struct remark_list list = { 0 };

    for (size_t i = 0; i < import->event_count; i++)
        add_event(&list, import, i);
    return list;
}

size_t
calendar_import_left_out(const struct calendar_import *import)
{
    struct remark_list list = list_of(import);
    const size_t events = list.events;

    remark_list_clear(&list);
    return events;
}

static bool
write_list(const struct calendar_import *import, const struct remark_list *list,
           const char *path, struct error *err)
{
    struct export_output output;

    if (!export_output_open(&output, import->at, path, OUTPUT_FOR_OWNER, NULL, err))
        return false;
    const bool ok = calendar_source_copy(
        import->source, list->items, list->count,
        (struct ics_sink){ .write = export_output_write, .context = &output }, err);
    return export_output_close(&output, ok, NULL, err);
}

bool
calendar_import_save_refused(const struct calendar_import *import, const char *path,
                             size_t *events, struct error *err)
{
    struct remark_list list = list_of(import);
    const bool ok =
        list.count > 0 ? write_list(import, &list, path, err)
                       : error_set(err, ERROR_RULE,
                                   _("No event of the file is left out; there is nothing "
                                     "to save."));

    *events = list.events;
    remark_list_clear(&list);
    return ok;
}

bool
calendar_import_can_save_refused(const struct calendar_import *import, const char *path,
                                 struct error *err)
{
    struct export_output output;

    if (!export_output_open(&output, import->at, path, OUTPUT_FOR_OWNER, NULL, err))
        return false;
    output_file_discard(output.file);
    return true;
}
