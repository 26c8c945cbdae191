/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slot_cut.c - a meeting cut into half-days around the lunch break of the office */
#include "atelier/domain/slot_cut.h"

#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/meeting_day.h"
#include "atelier/domain/when.h"

enum { MINUTES_AN_HOUR = 60, MINUTES_A_DAY = 24 * MINUTES_AN_HOUR };

static const char *
skip_spaces(const char *text)
{
    return text + strspn(text, " ");
}

/* One or two digits; *most is the greatest number they may be. */
static bool
read_number(const char **text, int most, int *number)
{
    const size_t digits = strspn(*text, "0123456789");

    *number = 0;
    for (size_t i = 0; i < digits && i < 3; i++)
        *number = *number * 10 + ((*text)[i] - '0');
    *text += digits;
    return digits >= 1 && digits <= 2 && *number <= most;
}

/* "12:30", "12h30", "12h", "12" */
static bool
read_clock(const char **text, int *minute)
{
    int hours;
    int minutes = 0;

    *text = skip_spaces(*text);
    if (!read_number(text, 23, &hours))
        return false;
    const bool has_colon = **text == ':';
    if (has_colon || **text == 'h' || **text == 'H') {
        (*text)++;
        const bool has_minutes = **text >= '0' && **text <= '9';
        if ((has_colon && !has_minutes) ||
            (has_minutes && !read_number(text, MINUTES_AN_HOUR - 1, &minutes)))
            return false;
    }
    *minute = hours * MINUTES_AN_HOUR + minutes;
    *text = skip_spaces(*text);
    return true;
}

static bool
read_dash(const char **text)
{
    static const char *const dashes[] = { "-", "–", "—", ".." };

    for (size_t i = 0; i < sizeof dashes / sizeof dashes[0]; i++) {
        const size_t length = strlen(dashes[i]);
        if (strncmp(*text, dashes[i], length) == 0) {
            *text += length;
            return true;
        }
    }
    return false;
}

bool
lunch_read(const char *text, struct lunch *lunch, struct error *err)
{
    *lunch = (struct lunch){ 0 };
    if (!text || text_is_blank(text))
        return true;
    struct lunch read;
    const char *rest = text;
    if (!read_clock(&rest, &read.start) || !read_dash(&rest) ||
        !read_clock(&rest, &read.end) || *rest != '\0')
        return error_set(err, ERROR_INPUT,
                         _("“%s” is not a lunch break; write its hours: 12:30–14:00."),
                         text);
    if (read.start >= read.end)
        return error_set(err, ERROR_INPUT,
                         _("The lunch break must end after it begins: %s."), text);
    *lunch = read;
    return true;
}

static void
add(struct slot_list *list, const struct meeting *meeting, struct local_time start,
    struct local_time end)
{
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof list->items[0]);
    struct slot *slot = &list->items[list->count++];

    record_init(&slot_entity, slot);
    slot->meeting = meeting->head.id;
    slot->start = start;
    slot->end = end;
}

/* A part that is called by its word; of several days also by its date. */
static void
add_part(struct slot_list *list, const struct meeting *meeting, const char *word,
         bool is_one_of_several, struct local_time start, struct local_time end)
{
    struct buffer label = { 0 };

    add(list, meeting, start, end);
    buffer_add(&label, word);
    if (is_one_of_several) {
        buffer_add_char(&label, ' ');
        when_format_brief_day(start.date, &label);
    }
    list->items[list->count - 1].label = buffer_take(&label);
}

/* Where the lunch break of a day lies within its hours, or which side of it they are. */
enum side { BEFORE_LUNCH, AROUND_LUNCH, AFTER_LUNCH };

static enum side
side_of(const struct meeting_day *day, struct lunch lunch)
{
    const struct local_time midnight = { .date = day->start.date };

    if (local_time_minutes(midnight, day->end) <= lunch.end)
        return BEFORE_LUNCH;
    return local_time_minutes(midnight, day->start) < lunch.start ? AROUND_LUNCH
                                                                  : AFTER_LUNCH;
}

static bool
has_lunch(struct lunch lunch)
{
    return lunch.start < lunch.end;
}

static void
cut_day(const struct meeting *meeting, const struct meeting_day *day, bool is_of_several,
        struct lunch lunch, const struct slot_words *words, struct slot_list *list)
{
    const struct local_time midnight = { .date = day->start.date };

    if (!has_lunch(lunch)) {
        add_part(list, meeting, words->day, is_of_several, day->start, day->end);
        return;
    }
    switch (side_of(day, lunch)) {
    case BEFORE_LUNCH:
        add_part(list, meeting, words->morning, is_of_several, day->start, day->end);
        break;
    case AROUND_LUNCH:
        add_part(list, meeting, words->morning, is_of_several, day->start,
                 local_time_add_minutes(midnight, lunch.start));
        add_part(list, meeting, words->afternoon, is_of_several,
                 local_time_add_minutes(midnight, lunch.end), day->end);
        break;
    case AFTER_LUNCH:
        add_part(list, meeting, words->afternoon, is_of_several, day->start, day->end);
        break;
    }
}

/* So many days that nobody means them one by one, or one that is not over within a day.
 */
static bool
is_whole(const struct meeting_day_list *days)
{
    return days->count == 1 &&
           local_time_minutes(days->items[0].start, days->items[0].end) >= MINUTES_A_DAY;
}

void
slot_list_cut(const struct meeting *meeting, struct lunch lunch,
              const struct slot_words *words, struct slot_list *list)
{
    const struct slot_list none = { 0 };
    struct meeting_day_list days = { 0 };

    slot_list_clear(list);
    meeting_day_list_split(meeting, &none, &days);
    const bool is_cut =
        days.count > 1 || (has_lunch(lunch) && !is_whole(&days) &&
                           side_of(&days.items[0], lunch) == AROUND_LUNCH);
    for (size_t i = 0; is_cut && i < days.count; i++)
        cut_day(meeting, &days.items[i], days.count > 1, lunch, words, list);
    if (list->count == 0)
        add(list, meeting, meeting->start, meeting->end);
    meeting_day_list_clear(&days);
}
