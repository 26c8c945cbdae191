/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_ours.c - an event that this program wrote, here or in another office, without
 * what it adds to the meeting */
#include "calendar/import_ours.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/person.h"
#include "atelier/domain/room.h"
#include "atelier/domain/venue.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/row_table.h"
#include "calendar/calendar_words.h"

/* --- what the office has */

static void
take_code(void *context, int64_t id, const char *code)
{
    struct import_ours *ours = context;

    (void)id;
    buffer_addf(&ours->codes, "%s\n", code);
}

static bool
load_chair(struct calendar_import *import, int64_t id, struct error *err)
{
    struct person person;
    record_init(&person_entity, &person);
    const bool ok = row_load(import->at->db, &person_entity, id, &person, err);
    struct buffer name = { 0 };
    if (ok && person.family)
        buffer_addf(&name, "%s%s%s", person.given ? person.given : "",
                    person.given ? " " : "", person.family);
    import->ours.chair = name.length > 0 ? buffer_take(&name) : NULL;
    record_clear(&person_entity, &person);
    return ok;
}

bool
import_ours_load(struct calendar_import *import, const struct working_group *group,
                 struct error *err)
{
    import->ours.code = memory_copy(group->code);
    buffer_add(&import->ours.codes, "\n");
    return row_each(import->at->db, &working_group_entity, "code", take_code,
                    &import->ours, err) &&
           (!group->chair || load_chair(import, group->chair, err));
}

void
import_ours_clear(struct import_ours *ours)
{
    free(ours->code);
    free(ours->chair);
    buffer_clear(&ours->codes);
}

/* --- the title */

/* Behind "[Postponed] ", when that is the word; else NULL. */
static const char *
behind_word(const char *text, const char *word)
{
    const size_t length = strlen(word);

    return text[0] == '[' && strncmp(text + 1, word, length) == 0 &&
                   strncmp(text + 1 + length, "] ", 2) == 0
               ? text + length + 3
               : NULL;
}

/* How long the code in front of ": Title" is; 0: there is none. */
static size_t
code_length(const char *text)
{
    const size_t length = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

    return strncmp(text + length, ": ", 2) == 0 && !text_is_blank(text + length + 2)
               ? length
               : 0;
}

static bool
is_code(const char *code, const char *text, size_t length)
{
    return strlen(code) == length && strncmp(code, text, length) == 0;
}

/* Of a group that is here too, but is not this one. */
static bool
is_other_group(const struct import_ours *ours, const char *code, size_t length)
{
    struct buffer line = { 0 };

    buffer_addf(&line, "\n%.*s\n", (int)length, code);
    const bool is_known = strstr(buffer_text(&ours->codes), buffer_text(&line));
    buffer_clear(&line);
    return is_known;
}

static const char *
behind_code(const struct calendar_import *import, struct imported *imported,
            const char *text)
{
    const struct import_ours *ours = &import->ours;
    const size_t length = code_length(text);

    if (length == 0)
        return NULL;
    if (!is_code(ours->code, text, length)) {
        if (!calendar_source_is_ours(import->source))
            return NULL;
        imported->is_of_other = is_other_group(ours, text, length);
        buffer_addf(&imported->row.notes, _("It is a meeting of %.*s there.\n"),
                    (int)length, text);
    }
    return text + length + 2;
}

const char *
import_ours_title(const struct calendar_import *import, struct imported *imported,
                  const char *summary)
{
    const char *behind = NULL;
    bool is_cancelled = false;

    if (!summary)
        return NULL;
    for (size_t i = 0; !behind && i < CALENDAR_LANGUAGE_COUNT; i++) {
        behind = behind_word(summary, calendar_words[i].cancelled);
        is_cancelled = behind;
        behind = behind ? behind : behind_word(summary, calendar_words[i].postponed);
    }
    const char *title = behind_code(import, imported, behind ? behind : summary);
    if (!title)
        return summary;
    if (behind && is_cancelled) {
        imported->is_cancelled = true;
    } else if (behind) {
        imported->is_postponed = true;
        imported->is_free = false;
        imported->wanted.state = MEETING_DRAFT;
    }
    return title;
}

/* --- the description */

/* Takes off the last line or lines, when they are these. */
static void
drop_end(char *text, const char *word, const char *rest)
{
    const size_t length = strlen(text);
    const size_t ending = strlen(word) + strlen(rest);

    if (ending > length)
        return;
    char *end = text + length - ending;
    if (strncmp(end, word, strlen(word)) != 0 || strcmp(end + strlen(word), rest) != 0)
        return;
    if (end == text)
        *text = '\0';
    else if (end[-1] == '\n')
        end[-1] = '\0';
}

/* What stands in front of the first line break, to be freed, and is taken off; NULL: it
 * does not begin with that, when that is given. */
static char *
take_start(char *text, const char *start)
{
    const size_t length = strcspn(text, "\n");
    char *line = memory_copy_part(text, length);

    if (start && strcmp(line, start) != 0) {
        free(line);
        return NULL;
    }
    memmove(text, text + length, strlen(text + length) + 1);
    if (*text == '\n')
        memmove(text, text + 1, strlen(text));
    return line;
}

/* Files of earlier versions of this program say only that it is postponed, which it never
 * is without a reason. */
static void
take_reason(struct imported *imported, const struct source_event *event, char *text)
{
    char *tidy = event->reason ? text_tidy(event->reason) : NULL;
    const bool is_off = imported->is_cancelled || imported->wanted.state == MEETING_DRAFT;
    char *reason = tidy || imported->is_postponed ? take_start(text, tidy) : NULL;

    free(tidy);
    if (!text_is_blank(reason))
        buffer_addf(&imported->row.notes, _("The reason given there: %s\n"), reason);
    if (!text_is_blank(reason) && is_off)
        memory_replace(&imported->wanted.reason, reason);
    free(reason);
}

static void
drop_said(char *text, const char *access, const char *chair)
{
    for (size_t i = 0; access && i < CALENDAR_LANGUAGE_COUNT; i++)
        drop_end(text, calendar_words[i].access, access);
    for (size_t i = 0; chair && i < CALENDAR_LANGUAGE_COUNT; i++)
        drop_end(text, calendar_words[i].chair, chair);
}

/* How to get to that room, to be freed. */
static bool
load_access(struct calendar_import *import, int64_t id, char **access, struct error *err)
{
    struct room room;
    struct venue venue;
    record_init(&room_entity, &room);
    record_init(&venue_entity, &venue);
    const bool ok =
        row_load(import->at->db, &room_entity, id, &room, err) &&
        (!room.venue || row_load(import->at->db, &venue_entity, room.venue, &venue, err));
    *access = venue.access ? memory_copy(venue.access) : NULL;
    record_clear(&venue_entity, &venue);
    record_clear(&room_entity, &room);
    return ok;
}

bool
import_ours_description(struct calendar_import *import, struct imported *imported,
                        const struct source_event *event, char **description,
                        struct error *err)
{
    const int64_t room = imported->wanted.room;
    char *access = NULL;

    *description =
        text_is_blank(event->description) ? NULL : text_tidy_lines(event->description);
    if (!*description || !calendar_source_is_ours(import->source))
        return true;
    take_reason(imported, event, *description);
    if (event->conference)
        drop_end(*description, "", event->conference);
    const bool ok = !room || load_access(import, room, &access, err);
    drop_said(*description, access, import->ours.chair);
    free(access);
    return ok;
}

/* --- the parts of a meeting */

/* What holds an event together with the others. */
static const char *
whole_of(const struct imported_event *event)
{
    if (event->related)
        return event->related;
    return event->own_uid ? event->own_uid : event->uid;
}

static int
compare_parts(const void *a, const void *b)
{
    const struct imported_event *left = *(struct imported_event *const *)a;
    const struct imported_event *right = *(struct imported_event *const *)b;
    const int order = strcmp(whole_of(left), whole_of(right));

    return order != 0 ? order : (left > right) - (left < right);
}

static void
tell_part(struct calendar_import *import, const struct imported_event *event,
          size_t count, int64_t first)
{
    for (size_t i = event->first; i < event->first + event->count; i++)
        if (import->rows[i]->row.deed == CALENDAR_IMPORT_ADD)
            imported_remark(import->rows[i],
                            _("It is one of the %zu parts of a meeting there, the first "
                              "of them on line %lld: each comes as a meeting of its "
                              "own."),
                            count, (long long)first);
}

/* One event that stands twice has no parts. */
static bool
has_parts(struct imported_event *const *events, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (events[i]->related)
            return count > 1;
    return false;
}

void
import_ours_tell_parts(struct calendar_import *import)
{
    struct imported_event **sorted =
        memory_new(import->event_count + 1, sizeof(struct imported_event *));
    size_t count = 0;
    size_t end;

    for (size_t i = 0; i < import->event_count; i++)
        if (import->events[i].uid)
            sorted[count++] = &import->events[i];
    if (count > 1)
        qsort(sorted, count, sizeof(struct imported_event *), compare_parts);
    for (size_t first = 0; first < count; first = end) {
        for (end = first + 1;
             end < count && strcmp(whole_of(sorted[first]), whole_of(sorted[end])) == 0;
             end++)
            ;
        if (!has_parts(sorted + first, end - first))
            continue;
        for (size_t i = first; i < end; i++)
            tell_part(import, sorted[i], end - first, sorted[first]->line);
    }
    free(sorted);
}
