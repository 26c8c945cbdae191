/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda.c - the entries of a calendar: which are on a day, which hold some words */
#include "atelier/domain/agenda.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"

struct agenda_entry *
agenda_add(struct agenda *agenda)
{
    agenda->items = memory_grow(agenda->items, &agenda->capacity, agenda->count + 1,
                                sizeof agenda->items[0]);
    agenda->items[agenda->count] = (struct agenda_entry){ 0 };
    return &agenda->items[agenda->count++];
}

static void
clear_entry(struct agenda_entry *entry)
{
    free(entry->group);
    free(entry->title);
    free(entry->whole);
    free(entry->place);
    free(entry->parts);
    free(entry->of_person);
}

void
agenda_clear(struct agenda *agenda)
{
    for (size_t i = 0; i < agenda->count; i++)
        clear_entry(&agenda->items[i]);
    free(agenda->items);
    *agenda = (struct agenda){ 0 };
}

static int
compare(const void *a, const void *b)
{
    const struct agenda_entry *x = a;
    const struct agenda_entry *y = b;
    int order = local_time_compare(x->start, y->start);

    if (order == 0)
        order = (x->workshop != 0) - (y->workshop != 0);
    if (order == 0)
        order = local_time_compare(x->end, y->end);
    if (order == 0)
        order = (x->row.id > y->row.id) - (x->row.id < y->row.id);
    return order != 0 ? order : (x->workshop > y->workshop) - (x->workshop < y->workshop);
}

void
agenda_sort(struct agenda *agenda)
{
    if (agenda->count > 0)
        qsort(agenda->items, agenda->count, sizeof agenda->items[0], compare);
}

bool
agenda_entry_is_on(const struct agenda_entry *entry, struct date day)
{
    const struct local_time begin = { .date = day };
    const int order = date_compare(entry->start.date, day);

    return order == 0 || (order < 0 && local_time_compare(entry->end, begin) > 0);
}

size_t
agenda_next_on(const struct agenda *agenda, struct date day, size_t from)
{
    while (from < agenda->count && !agenda_entry_is_on(&agenda->items[from], day))
        from++;
    return from;
}

size_t
agenda_count_on(const struct agenda *agenda, struct date day)
{
    size_t count = 0;

    for (size_t i = agenda_next_on(agenda, day, 0); i < agenda->count;
         i = agenda_next_on(agenda, day, i + 1))
        count++;
    return count;
}

/* Whether no entry of its meeting stands before it. */
static bool
is_first_of_meeting(const struct agenda *agenda, size_t entry)
{
    size_t before = 0;

    while (agenda->items[before].row.id != agenda->items[entry].row.id)
        before++;
    return before == entry;
}

size_t
agenda_count_meetings(const struct agenda *agenda)
{
    size_t count = 0;

    for (size_t i = 0; i < agenda->count; i++)
        count += is_first_of_meeting(agenda, i);
    return count;
}

size_t
agenda_count_of_people(const struct agenda *agenda)
{
    size_t count = 0;

    for (size_t i = 0; i < agenda->count; i++)
        count += agenda->items[i].of_person && is_first_of_meeting(agenda, i);
    return count;
}

/* Whether no day on which the workshop is comes after the last on which the meeting is.
 */
static bool
ends_with(const struct agenda_entry *meeting, const struct agenda_entry *workshop)
{
    struct date after = meeting->end.date;

    while (agenda_entry_is_on(meeting, after))
        after = date_add_days(after, 1);
    return !agenda_entry_is_on(workshop, after);
}

size_t
agenda_parent(const struct agenda *agenda, size_t entry)
{
    const struct agenda_entry *own = &agenda->items[entry];
    size_t i = 0;

    if (own->workshop == 0)
        return agenda->count;
    while (i < agenda->count &&
           (agenda->items[i].workshop != 0 || agenda->items[i].row.id != own->row.id ||
            local_time_compare(agenda->items[i].start, own->start) > 0 ||
            local_time_compare(agenda->items[i].end, own->start) <= 0 ||
            !ends_with(&agenda->items[i], own)))
        i++;
    return i;
}

static bool
holds_word(const char *text, const char *word, size_t length)
{
    for (const char *at = text; at; at = strchr(at, ' ')) {
        at += *at == ' ';
        if (strncmp(at, word, length) == 0)
            return true;
    }
    return false;
}

/* `words` are folded. */
static bool
holds(const struct agenda_entry *entry, const char *words)
{
    struct buffer text = { 0 };
    bool all = true;

    buffer_addf(&text, "%s %s %s %s %s %s", entry->group ? entry->group : "",
                entry->title ? entry->title : "", entry->whole ? entry->whole : "",
                entry->place ? entry->place : "", entry->parts ? entry->parts : "",
                _(meeting_states[entry->state].label));
    char *folded = fold_copy(buffer_text(&text));
    for (const char *word = words; all && *word;) {
        size_t length = strcspn(word, " ");
        all = holds_word(folded, word, length);
        word += length + strspn(word + length, " ");
    }
    free(folded);
    buffer_clear(&text);
    return all;
}

/* Its days are told apart by where they start.  NULL: it is not there. */
static const struct agenda_entry *
find(const struct agenda *agenda, const struct agenda_entry *entry)
{
    for (size_t i = 0; agenda && i < agenda->count; i++) {
        const struct agenda_entry *own = &agenda->items[i];
        if (own->row.id == entry->row.id && own->workshop == entry->workshop &&
            local_time_compare(own->start, entry->start) == 0)
            return own;
    }
    return NULL;
}

void
agenda_add_all(struct agenda *agenda, struct agenda *other)
{
    for (size_t i = 0; i < other->count; i++) {
        if (find(agenda, &other->items[i])) {
            clear_entry(&other->items[i]);
            continue;
        }
        const struct agenda_entry entry = other->items[i];
        *agenda_add(agenda) = entry;
    }
    other->count = 0;
}

void
agenda_keep(struct agenda *agenda, const char *words, const struct agenda *others)
{
    char *folded = fold_copy(words ? words : "");
    size_t kept = 0;

    for (size_t i = 0; i < agenda->count; i++) {
        struct agenda_entry *entry = &agenda->items[i];
        const bool is_own = holds(entry, folded);
        const struct agenda_entry *other = is_own ? NULL : find(others, entry);

        if (!is_own && !other) {
            clear_entry(entry);
            continue;
        }
        memory_replace(&entry->of_person, other ? other->of_person : NULL);
        agenda->items[kept++] = *entry;
    }
    agenda->count = kept;
    free(folded);
}

void
agenda_entry_add_hours(const struct agenda_entry *entry, struct date day,
                       struct buffer *buffer)
{
    const bool begins = date_compare(entry->start.date, day) == 0;
    const struct local_time next = { .date = date_add_days(day, 1) };
    const bool ends = date_compare(entry->end.date, day) == 0 ||
                      local_time_compare(entry->end, next) == 0;

    if (begins)
        buffer_addf(buffer, "%02d:%02d", entry->start.hour, entry->start.minute);
    if (begins || ends)
        buffer_add(buffer, "–");
    if (ends)
        buffer_addf(buffer, "%02d:%02d",
                    date_compare(entry->end.date, day) == 0 ? entry->end.hour : 24,
                    entry->end.minute);
}
