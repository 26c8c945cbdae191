/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fake_undo.c - the one act of the gallery that can be undone: a room that was removed */
#include <stdlib.h>
#include <string.h>

#include "atelier/app/history.h"
#include "atelier/app/undo.h"
#include "atelier/base/memory.h"
#include "fake_app.h"

bool
undo_may(struct atelier *at)
{
    (void)at;
    return true;
}

bool
undo_next(struct atelier *at, int64_t before, struct journal_entry *entry,
          struct error *err)
{
    if (at->removed == 0 || before != 0)
        return error_set(err, ERROR_NOT_FOUND, "There is nothing to undo.");
    entry->id = 1;
    entry->at = INT64_MAX;
    entry->act = memory_copy("room.remove");
    return true;
}

bool
undo_find_first(struct atelier *at, int64_t id, struct journal_entry *entry,
                unsigned *asks)
{
    (void)at;
    (void)id;
    (void)entry;
    (void)asks;
    return false;
}

bool
undo_find_before(struct atelier *at, int64_t before, struct journal_entry *entry,
                 unsigned *asks)
{
    *asks = 0;
    return undo_next(at, before, entry, NULL);
}

bool
undo_is_long_ago(const struct atelier *at, const struct journal_entry *entry)
{
    (void)at;
    (void)entry;
    return false;
}

bool
undo_act(struct atelier *at, int64_t id, struct questions *questions,
         struct journal_entry *entry, struct error *err)
{
    (void)id;
    (void)questions;
    if (at->removed == 0)
        return error_set(err, ERROR_NOT_FOUND, "There is nothing to undo.");
    at->removed = 0;
    entry->act = memory_copy("room.remove");
    entry->summary = memory_copy("the room");
    return true;
}

/* It takes no time. */
void
undo_tell(struct atelier *at, work_progress *progress, void *context)
{
    (void)at;
    (void)progress;
    (void)context;
}

bool
redo_last(struct atelier *at, struct questions *questions, struct journal_entry *entry,
          struct error *err)
{
    (void)questions;
    (void)at;
    (void)entry;
    return error_set(err, ERROR_NOT_FOUND, "There is nothing to redo.");
}

bool
undo_offers_find(struct atelier *at, const struct journal_entry *entry,
                 struct undo_offers *offers)
{
    (void)at;
    (void)entry;
    *offers = (struct undo_offers){ 0 };
    return false;
}

void
undo_offers_say(struct atelier *at, const struct undo_offers *offers, struct buffer *text)
{
    (void)at;
    (void)offers;
    (void)text;
}

void
undo_offers_clear(struct undo_offers *offers)
{
    (void)offers;
}

bool
undo_is_own(struct atelier *at, int64_t id)
{
    (void)at;
    (void)id;
    return true;
}

bool
undo_warn(struct atelier *at, const struct journal_entry *entry, struct buffer *text)
{
    (void)at;
    (void)entry;
    (void)text;
    return false;
}

bool
history_load(struct atelier *at, int64_t id, struct journal_entry *entry,
             struct error *err)
{
    (void)at;
    (void)id;
    (void)entry;
    return error_set(err, ERROR_NOT_FOUND, "There is no history here.");
}
