/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_calendar_draft.c - a calendar that was left, to go on with when it is opened
 * again */
#include "atelier/app/import_calendar_draft.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "calendar/import_calendar_state.h"
#include "import/draft_fact.h"
#include "import/kept_file.h"

/* Of a mended row: its line, its start there, five values. */
enum { MEND_PARTS = 7 };

void
calendar_draft_clear(struct calendar_draft *draft)
{
    free(draft->path);
    free(draft->zone);
    free(draft->utc_zone);
    calendar_mend_list_clear(&draft->mends);
    *draft = (struct calendar_draft){ 0 };
}

static char *
screen_of(int64_t group)
{
    struct buffer screen = { 0 };
    buffer_addf(&screen, "import.calendar.%" PRId64, group);
    return buffer_take(&screen);
}

static bool
find_kept(struct atelier *at, const char *path, int64_t group, struct draft *kept,
          struct error *err)
{
    char *screen = screen_of(group);
    const bool ok = kept_file_find(at, screen, path, kept, err);
    free(screen);
    return ok;
}

/* --- keeping */

static void
add_day(struct buffer *text, const char *name, struct date day)
{
    char written[DATE_TEXT_SIZE];

    date_format(day, written);
    draft_fact_add(text, name, written);
}

static void
add_flag(struct buffer *text, const char *name, bool flag)
{
    if (flag)
        draft_fact_add_number(text, name, 1);
}

static void
add_mend(const struct calendar_mend *mend, struct buffer *text)
{
    char original[LOCAL_TIME_TEXT_SIZE] = "";

    if (!local_time_is_none(mend->original))
        local_time_format(mend->original, original);
    buffer_addf(text, "mend\t%" PRId64, mend->line);
    draft_fact_add_part(text, original);
    for (size_t i = 0; calendar_mend_fields[i]; i++) {
        struct buffer value = { 0 };
        (void)field_format(entity_field(&meeting_entity, calendar_mend_fields[i]),
                           &mend->values, &value);
        draft_fact_add_part(text, buffer_text(&value));
        buffer_clear(&value);
    }
    buffer_add_char(text, '\n');
}

/* The usual window is that of the day on which the file is opened again. */
static void
add_choice(const struct calendar_import *import, struct buffer *text)
{
    const struct calendar_import_choice *choice = &import->choice;

    if (import->has_own_window) {
        add_day(text, "from", choice->from);
        add_day(text, "until", choice->until);
    }
    draft_fact_add(text, "zone", choice->zone);
    draft_fact_add(text, "utc", choice->utc_zone);
    if (choice->has_hours) {
        struct buffer hours = { 0 };
        calendar_import_add_hours(choice, &hours);
        draft_fact_add(text, "hours", buffer_text(&hours));
        buffer_clear(&hours);
    }
    add_flag(text, "attendees", choice->attendees);
    add_flag(text, "private", choice->private);
    add_flag(text, "cut", choice->cut);
    add_flag(text, "drop", choice->drop_wrong);
    add_flag(text, "rooms", choice->create_rooms);
    if (choice->create_rooms && choice->venue)
        draft_fact_add_number(text, "venue", (uint64_t)choice->venue);
    for (size_t i = 0; i < import->mends.count; i++)
        add_mend(&import->mends.items[i], text);
}

bool
calendar_draft_keep(const struct calendar_import *import, struct error *err)
{
    char *screen = screen_of(import->choice.group);
    struct buffer said = { 0 };
    struct buffer text = { 0 };
    add_choice(import, &said);
    draft_fact_add(&text, "path", import->path);
    draft_fact_add_number(&text, "hash", calendar_source_hash(import->source));
    buffer_add(&text, buffer_text(&said));
    const bool ok = said.length > 0 ? kept_file_keep(import->at, screen, import->path,
                                                     buffer_text(&text), err)
                                    : calendar_draft_drop(import, err);
    buffer_clear(&text);
    buffer_clear(&said);
    free(screen);
    return ok;
}

bool
calendar_draft_any(const struct calendar_import *import)
{
    struct buffer said = { 0 };
    add_choice(import, &said);
    const bool any = said.length > 0;
    buffer_clear(&said);
    return any;
}

bool
calendar_draft_drop(const struct calendar_import *import, struct error *err)
{
    struct draft kept = { 0 };
    const bool ok =
        find_kept(import->at, import->path, import->choice.group, &kept, err) &&
        drafts_drop(import->at, kept.id, err);
    draft_clear(&kept);
    return ok;
}

/* --- going on */

static bool
read_fact(const char *name, const char *part, struct calendar_draft *draft)
{
    struct calendar_import_choice *choice = &draft->choice;
    const struct {
        const char *name;
        char **text;
        bool *flag;
        struct date *day;
    } facts[] = {
        { .name = "path", .text = &draft->path },
        { .name = "zone", .text = &draft->zone },
        { .name = "utc", .text = &draft->utc_zone },
        { .name = "from", .day = &choice->from },
        { .name = "until", .day = &choice->until },
        { .name = "attendees", .flag = &choice->attendees },
        { .name = "private", .flag = &choice->private },
        { .name = "cut", .flag = &choice->cut },
        { .name = "drop", .flag = &choice->drop_wrong },
        { .name = "rooms", .flag = &choice->create_rooms },
    };
    uint64_t number = 0;

    for (size_t i = 0; i < sizeof(facts) / sizeof(facts[0]); i++) {
        if (strcmp(name, facts[i].name) != 0)
            continue;
        if (facts[i].text)
            memory_replace(facts[i].text, part);
        return facts[i].text   ? true
               : facts[i].flag ? draft_fact_flag(part, facts[i].flag)
                               : date_parse(part, facts[i].day);
    }
    if (strcmp(name, "hours") == 0)
        return calendar_import_read_hours(part, choice, NULL);
    if (strcmp(name, "hash") == 0)
        return draft_fact_number(part, UINT64_MAX, &draft->hash);
    const bool ok =
        strcmp(name, "venue") == 0 && draft_fact_number(part, INT64_MAX, &number);
    choice->venue = ok ? (int64_t)number : choice->venue;
    return ok;
}

static bool
read_mend(char *const *parts, size_t count, struct calendar_draft *draft)
{
    struct local_time original = { 0 };
    uint64_t line;
    struct meeting values;
    record_init(&meeting_entity, &values);
    bool ok = count == MEND_PARTS && draft_fact_number(parts[0], INT64_MAX, &line) &&
              (!*parts[1] || local_time_parse(parts[1], &original));
    for (size_t i = 0; ok && calendar_mend_fields[i]; i++)
        ok = field_restore(entity_field(&meeting_entity, calendar_mend_fields[i]),
                           &values, *parts[2 + i] ? parts[2 + i] : NULL);
    if (ok)
        calendar_mend_list_put(&draft->mends, (int64_t)line, original, &values);
    record_clear(&meeting_entity, &values);
    return ok;
}

static bool
read_line(char *line, struct calendar_draft *draft)
{
    char *parts[MEND_PARTS];
    size_t count;

    if (!draft_fact_cut_up(line, parts, MEND_PARTS, &count))
        return false;
    return strcmp(line, "mend") == 0 ? read_mend(parts, count, draft)
                                     : count == 1 && read_fact(line, parts[0], draft);
}

static bool
read_text(const char *text, struct calendar_draft *draft)
{
    bool ok = text_is_valid(text, strlen(text));

    while (ok && *text) {
        const size_t length = strcspn(text, "\n");
        char *line = memory_copy_part(text, length);
        ok = text[length] == '\n' && read_line(line, draft);
        free(line);
        text += length + (text[length] == '\n');
    }
    draft->choice.zone = draft->zone;
    draft->choice.utc_zone = draft->utc_zone;
    draft->choice.mends = &draft->mends;
    return ok && draft->path;
}

bool
calendar_draft_find(struct atelier *at, const char *path, int64_t group,
                    struct calendar_draft *draft, struct error *err)
{
    char *whole = kept_file_path(at, path);
    struct draft kept = { 0 };
    const bool ok = find_kept(at, whole, group, &kept, err);
    if (ok && kept.id != 0) {
        draft->id = kept.id;
        draft->at = kept.at;
        draft->choice.group = group;
        if (!read_text(kept.fields, draft) || strcmp(draft->path, whole) != 0)
            calendar_draft_clear(draft);
    }
    draft_clear(&kept);
    free(whole);
    return ok;
}

char *
calendar_draft_last(struct atelier *at, int64_t group, instant *left_at)
{
    struct calendar_draft draft = { 0 };
    struct draft kept = { 0 };
    struct error ignored = { 0 };
    char *screen = screen_of(group);
    char *path = NULL;

    if (kept_file_find_last(at, screen, &kept, &ignored) && kept.id != 0 &&
        read_text(kept.fields, &draft)) {
        path = draft.path;
        draft.path = NULL;
    }
    *left_at = kept.at;
    calendar_draft_clear(&draft);
    draft_clear(&kept);
    free(screen);
    return path;
}

bool
calendar_draft_fits(const struct calendar_draft *draft,
                    const struct calendar_import *import)
{
    return draft->hash == calendar_source_hash(import->source);
}
