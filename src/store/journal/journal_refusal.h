/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_refusal.h - why an act cannot be undone, said with names */
#ifndef ATELIER_STORE_JOURNAL_REFUSAL_H
#define ATELIER_STORE_JOURNAL_REFUSAL_H

#include <stddef.h>

#include "database/connection.h"

/* The act, and its changes as they are stored. */
struct journal_act {
    struct database *db;
    int64_t id;
    void *bytes;
    size_t size;
};

/* Sets the error for what stopped the undo, a SQLITE_CHANGESET_ conflict, and
 * returns false. */
bool journal_refuse(const struct journal_act *act, int conflict, struct error *err);

/* Refuses when a row of the act was moved by a later one that stands. */
bool journal_refuse_moved(const struct journal_act *act, struct error *err);

#endif
