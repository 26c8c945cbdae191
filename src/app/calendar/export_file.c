/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export_file.c - a calendar as a file that is whole or not there */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atelier/app/edit.h"
#include "atelier/app/export_calendar.h"
#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/person.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/database.h"
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
    struct working_group group;
    record_init(&meeting_entity, &meeting);
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

static bool
choose_path(struct atelier *at, struct row_ref scope, const char *path,
            struct buffer *chosen, struct error *err)
{
    if (path && *path && !is_folder(path)) {
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
write_file(void *context, const char *bytes, size_t length)
{
    return fwrite(bytes, 1, length, context) == length;
}

static bool
fail(const char *path, struct error *err)
{
    return error_set(err, ERROR_SYSTEM, _("%s cannot be written: %s."), path,
                     error_system_text(errno));
}

/* Closes it, whole on the disk where it is on one. */
static bool
write_and_close(struct atelier *at, struct row_ref scope, const char *path, FILE *file,
                bool on_disk, int64_t *events, struct error *err)
{
    bool ok = export_calendar(at, scope, write_file, file, events, err);
    if (ok && (fflush(file) != 0 || (on_disk && fsync(fileno(file)) != 0)))
        ok = fail(path, err);
    if (fclose(file) != 0 && ok)
        ok = fail(path, err);
    return ok;
}

/* Beside its place and then moved there: who reads it never sees half of it.  What was
 * there keeps its mode. */
static bool
write_beside(struct atelier *at, struct row_ref scope, const char *path,
             const struct stat *there, int64_t *events, struct error *err)
{
    struct buffer beside = { 0 };
    buffer_addf(&beside, "%s.%ld.part", path, (long)getpid());
    const char *part = buffer_text(&beside);
    int fd = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0644);
    FILE *file = fd >= 0 ? fdopen(fd, "w") : NULL;
    if (file && there)
        (void)fchmod(fd, there->st_mode & 0777);
    bool ok = file ? write_and_close(at, scope, path, file, true, events, err)
                   : fail(path, err);
    if (ok && rename(part, path) != 0)
        ok = fail(path, err);
    if (file && !ok)
        unlink(part);
    buffer_clear(&beside);
    return ok;
}

/* A pipe or a device takes the calendar; it is not replaced by it. */
static bool
write_into(struct atelier *at, struct row_ref scope, const char *path, int64_t *events,
           struct error *err)
{
    FILE *file = fopen(path, "we");
    return file ? write_and_close(at, scope, path, file, false, events, err)
                : fail(path, err);
}

/* An empty one was made to be filled, by mktemp(1) for instance. */
static bool
is_calendar_or_empty(const char *path)
{
    static const char begin[] = "BEGIN:VCALENDAR";
    char start[sizeof(begin) - 1];
    FILE *file = fopen(path, "re");
    size_t length = file ? fread(start, 1, sizeof(start), file) : 0;
    bool empty = file && length == 0 && feof(file);
    if (file)
        (void)fclose(file);
    return empty || (length == sizeof(start) && memcmp(start, begin, length) == 0);
}

/* A link stays one: it is the file behind it that is written. */
static bool
write_to(struct atelier *at, struct row_ref scope, const char *path,
         struct export_outcome *outcome, struct error *err)
{
    int64_t *events = &outcome->events;
    struct stat there;
    if (database_owns_name(path))
        return error_set(err, ERROR_INPUT,
                         _("%s belongs to the database; name another file."), path);
    if (stat(path, &there) != 0)
        return write_beside(at, scope, path, NULL, events, err);
    if (!S_ISREG(there.st_mode))
        return write_into(at, scope, path, events, err);
    if (session_has_file(at, &there))
        return error_set(err, ERROR_INPUT,
                         _("%s belongs to the database; name another file."), path);
    if (!is_calendar_or_empty(path))
        return error_set(err, ERROR_INPUT,
                         _("%s is there and no calendar: name another file."), path);
    char *real = realpath(path, NULL);
    bool ok = real ? write_beside(at, scope, real, &there, events, err) : fail(path, err);
    free(real);
    outcome->replaced = ok && there.st_size > 0;
    return ok;
}

bool
export_calendar_file(struct atelier *at, struct row_ref scope, const char *path,
                     struct export_outcome *outcome, struct error *err)
{
    struct buffer chosen = { 0 };
    *outcome = (struct export_outcome){ 0 };
    bool ok = choose_path(at, scope, path, &chosen, err) &&
              write_to(at, scope, buffer_text(&chosen), outcome, err);
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
