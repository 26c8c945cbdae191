/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_moved.c - the later acts that are in the way of an undo */
#include "undo/undo_moved.h"

#include <stdlib.h>

#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/when.h"

enum { NAMED = 3 };

static struct undo_later *
find(struct undo_moved *moved, int64_t id)
{
    for (size_t i = 0; i < moved->count; i++)
        if (moved->items[i].entry.id == id)
            return &moved->items[i];
    return NULL;
}

static void
add_registration(struct undo_later *later, int64_t registration)
{
    for (size_t i = 0; i < later->count; i++)
        if (later->registrations[i] == registration)
            return;
    if (registration == 0)
        return;
    later->registrations = memory_grow(later->registrations, &later->capacity,
                                       later->count + 1, sizeof later->registrations[0]);
    later->registrations[later->count++] = registration;
}

void
undo_moved_note(struct undo_moved *moved, struct journal_entry *entry,
                const struct field *field, int64_t registration)
{
    struct undo_later *later = find(moved, entry->id);

    if (!later) {
        moved->items = memory_grow(moved->items, &moved->capacity, moved->count + 1,
                                   sizeof moved->items[0]);
        later = &moved->items[moved->count++];
        *later = (struct undo_later){ .entry = *entry, .field = field };
        *entry = (struct journal_entry){ 0 };
    }
    add_registration(later, registration);
    journal_entry_clear(entry);
}

/* What a rule did, or an undo, is not undone by itself. */
static bool
is_undone_itself(const struct journal_entry *entry)
{
    enum act act;

    return entry->undoes == 0 && !(act_find(entry->act, &act) && act_gives_seat(act));
}

int64_t
undo_moved_newest(const struct undo_moved *moved)
{
    int64_t newest = 0;
    int64_t other = 0;

    for (size_t i = 0; i < moved->count; i++) {
        const struct journal_entry *entry = &moved->items[i].entry;
        int64_t *most = is_undone_itself(entry) ? &newest : &other;
        *most = entry->id > *most ? entry->id : *most;
    }
    return newest ? newest : other;
}

static bool
are_undone_themselves(const struct undo_moved *moved)
{
    for (size_t i = 0; i < moved->count; i++)
        if (!is_undone_itself(&moved->items[i].entry))
            return false;
    return true;
}

/* Of one person the summary of the act says who it is. */
static void
add_people(struct atelier *at, const struct undo_later *later, struct buffer *text)
{
    for (size_t i = 0; later->count > 1 && i < later->count && i < NAMED; i++) {
        if (i == 0)
            buffer_addf(text, _(": %s"), "");
        else
            buffer_add(text, "; ");
        display_title(at, ENTITY_REGISTRATION, later->registrations[i], text);
    }
    if (later->count > NAMED)
        buffer_add(text, "; …");
}

/* "Mon 01/03/2027 10:00: took people out of a workshop, Roads (2): Diaz, Dia; Eco, Eva"
 */
static void
add_act(struct atelier *at, const struct undo_later *later, struct buffer *text)
{
    const struct journal_entry *entry = &later->entry;
    struct local_time local = local_time_from_instant(entry->at);
    struct buffer summary = { 0 };

    atelier_local_time(at, entry->at, NULL, &local, NULL);
    when_format_local_time(local, text);
    journal_add_summary(entry->summary, &summary);
    buffer_addf(text, _(": %s"), journal_act_label(entry->act));
    if (summary.length > 0)
        buffer_addf(text, ", %s", buffer_text(&summary));
    add_people(at, later, text);
    buffer_clear(&summary);
}

static void
fail_of_one(struct atelier *at, const struct undo_later *later, struct error *err)
{
    struct buffer act = { 0 };

    add_act(at, later, &act);
    if (later->field)
        error_set(err, ERROR_RULE,
                  /* TRANSLATORS: login, field, day, hour and act */
                  _("%s has changed “%s” since: %s."), later->entry.staff,
                  _(later->field->label), buffer_text(&act));
    else
        error_set(err, ERROR_RULE,
                  /* TRANSLATORS: login, day, hour and act */
                  _("%s has removed the row since: %s."), later->entry.staff,
                  buffer_text(&act));
    buffer_clear(&act);
}

static int
compare_newest_first(const void *one, const void *other)
{
    const int64_t a = ((const struct undo_later *)one)->entry.id;
    const int64_t b = ((const struct undo_later *)other)->entry.id;

    return (a < b) - (a > b);
}

static void
fail_of_several(struct atelier *at, const struct undo_moved *moved, struct error *err)
{
    struct buffer acts = { 0 };

    for (size_t i = 0; i < moved->count && i < NAMED; i++) {
        buffer_addf(&acts, "%s%s, ", i == 0 ? "" : "; ", moved->items[i].entry.staff);
        add_act(at, &moved->items[i], &acts);
    }
    if (moved->count > NAMED)
        buffer_add(&acts, "; …");
    error_set(err, ERROR_RULE,
              are_undone_themselves(moved)
                  /* TRANSLATORS: a number, 2 or more; the acts, the newest first */
                  ? _("%zu later acts have changed what would come back: %s.  Undo these "
                      "first, the newest first.")
                  : _("%zu later acts have changed what would come back: %s."),
              moved->count, buffer_text(&acts));
    buffer_clear(&acts);
}

bool
undo_moved_fail(struct atelier *at, struct undo_moved *moved, struct error *err)
{
    qsort(moved->items, moved->count, sizeof moved->items[0], compare_newest_first);
    if (moved->count == 1)
        fail_of_one(at, &moved->items[0], err);
    else
        fail_of_several(at, moved, err);
    return false;
}

void
undo_moved_clear(struct undo_moved *moved)
{
    for (size_t i = 0; i < moved->count; i++) {
        journal_entry_clear(&moved->items[i].entry);
        free(moved->items[i].registrations);
    }
    free(moved->items);
    *moved = (struct undo_moved){ 0 };
}
