/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erase.h - somebody who wants to be forgotten is erased
 *
 * Their row stays without a name, so that all counts stay; so do their registrations, on
 * the lists of closed meetings too, but those that a funder may still ask to
 * see (the setting roll_years), which are named.  The journal's old values, drafts and
 * what the file held of them anywhere go.  It cannot be undone.
 */
#ifndef ATELIER_APP_ERASE_H
#define ATELIER_APP_ERASE_H

#include "atelier/app/atelier.h"
#include "atelier/base/buffer.h"
#include "atelier/domain/entity.h"
#include "atelier/store/erase_table.h"

struct erase_request {
    int64_t person;
    const char *reason; /* the history keeps it */
    bool alone; /* the family name where it stands alone, though others or places have it
                 */
};

/* What was done, or would be. */
struct erase_outcome {
    size_t rows[ENTITY_COUNT]; /* of theirs that were changed, by noun */
    struct erase_count count;
    struct buffer texts;  /* a line each: rows of others in whose texts a name stood */
    struct buffer rolls;  /* a line each: meetings whose lists keep the name */
    struct buffer shared; /* why their name is left where it stands in other texts */
    struct buffer files;  /* a line each: backups beside the database */
    bool log_holds; /* colleagues read just now: the log is overwritten when they leave */
};
void erase_outcome_clear(struct erase_outcome *outcome);
/* Adds what it touches, and what is out of its reach: a line each. */
void erase_outcome_say(const struct erase_outcome *outcome, struct buffer *text);

/* ERROR_RULE while they are on the list of a meeting to come. */
bool erase_person(struct atelier *at, const struct erase_request *request,
                  struct erase_outcome *outcome, struct error *err);

/* The same, and takes it back: what it will touch. */
bool erase_try(struct atelier *at, const struct erase_request *request,
               struct erase_outcome *outcome, struct error *err);

/* Only what is in the way, and the rolls, as erase_try() finds them: no text of others is
 * read, so it takes the same short time in any file. */
bool erase_look(struct atelier *at, int64_t person, struct erase_outcome *outcome,
                struct error *err);

#endif
