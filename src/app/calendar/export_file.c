/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export_file.c - a calendar as a file that is whole or not there */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "atelier/app/edit.h"
#include "atelier/app/export_calendar.h"
#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/path.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/person.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/calendar_table.h"
#include "export/export_output.h"
#include "session/session.h"

enum { NAME_LETTERS = 60 };

/* Only letters, digits and dashes: no name can be a path, an option or hidden. */
static void
add_safe(struct buffer *name, const char *text)
{
    char *fold = fold_copy(text ? text : "");
    size_t start = name->length;
    for (const char *c = fold; *c && name->length - start < NAME_LETTERS; c++) {
        if ((*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9'))
            buffer_add_char(name, *c);
        else if (name->length > start && name->text[name->length - 1] != '-')
            buffer_add_char(name, '-');
    }
    while (name->length > start && name->text[name->length - 1] == '-')
        name->text[--name->length] = '\0';
    free(fold);
}

static bool
name_meeting(struct atelier *at, int64_t id, struct buffer *name, struct error *err)
{
    struct meeting meeting;
    record_init(&meeting_entity, &meeting);
    struct working_group group;
    record_init(&working_group_entity, &group);
    bool ok = edit_load(at, &meeting_entity, id, &meeting, err) &&
              edit_load(at, &working_group_entity, meeting.group, &group, err);
    if (ok) {
        char day[DATE_TEXT_SIZE];
        date_format(meeting.start.date, day);
        add_safe(name, group.code);
        buffer_addf(name, "-%s", day);
    }
    record_clear(&meeting_entity, &meeting);
    record_clear(&working_group_entity, &group);
    return ok;
}

static bool
name_row(struct atelier *at, const struct entity *entity, int64_t id, struct buffer *name,
         struct error *err)
{
    void *record = record_new(entity);
    struct buffer title = { 0 };
    bool ok = edit_load(at, entity, id, record, err);
    if (ok)
        entity->title(record, &title);
    add_safe(name, buffer_text(&title));
    buffer_clear(&title);
    record_free(entity, record);
    return ok;
}

static bool
make_name(struct atelier *at, struct row_ref scope, struct buffer *name,
          struct error *err)
{
    bool ok = true;
    size_t start = name->length;
    if (scope.id && scope.entity == ENTITY_MEETING)
        ok = name_meeting(at, scope.id, name, err);
    else if (scope.id)
        ok = name_row(at, entity_get(scope.entity), scope.id, name, err);
    if (name->length == start)
        buffer_add(name, "calendar");
    buffer_add(name, ".ics");
    return ok;
}

static bool
is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

bool
export_calendar_is_name(const struct atelier *at, const char *path)
{
    struct stat status;

    return !path || !*path || path_ends_in(path, "ics") ||
           (!atelier_folder(at) && stat(path, &status) == 0 && !S_ISREG(status.st_mode));
}

static bool
choose_path(struct atelier *at, struct row_ref scope, const char *path,
            struct buffer *chosen, struct error *err)
{
    if (path && *path && (atelier_folder(at) || !is_folder(path))) {
        buffer_add(chosen, path);
        return true;
    }
    if (path && *path) {
        buffer_add(chosen, path);
        if (chosen->text[chosen->length - 1] != '/')
            buffer_add_char(chosen, '/');
    }
    return make_name(at, scope, chosen, err);
}

static bool
is_calendar(const char *path, const char *begin, size_t length, struct error *err)
{
    static const char calendar[] = "BEGIN:VCALENDAR";

    return (length >= strlen(calendar) &&
            memcmp(begin, calendar, strlen(calendar)) == 0) ||
           error_set(err, ERROR_INPUT,
                     _("“%s” is there and is not a calendar: name another file."), path);
}

static bool
write_to(struct atelier *at, struct row_ref scope, const char *path,
         struct export_outcome *outcome, struct error *err)
{
    struct export_output output;

    if (!export_output_open(&output, at, path, OUTPUT_FOR_ALL, is_calendar, err))
        return false;
    const bool ok = export_calendar_count(at, scope, export_output_write, &output,
                                          &outcome->counts, err);
    return export_output_close(&output, ok, &outcome->replaced, err);
}

bool
export_calendar_file(struct atelier *at, struct row_ref scope, const char *path,
                     struct export_outcome *outcome, struct error *err)
{
    *outcome = (struct export_outcome){ 0 };
    struct buffer chosen = { 0 };
    bool ok = choose_path(at, scope, path, &chosen, err) &&
              write_to(at, scope, buffer_text(&chosen), outcome, err);
    struct error ignored = { 0 };
    if (ok)
        (void)calendar_table_count_drafts(at->db, scope, &outcome->drafts, &ignored);
    if (ok)
        outcome->path = buffer_take(&chosen);
    buffer_clear(&chosen);
    return ok;
}

void
export_outcome_clear(struct export_outcome *outcome)
{
    free(outcome->path);
    *outcome = (struct export_outcome){ 0 };
}
