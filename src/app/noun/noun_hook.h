/* SPDX-License-Identifier: GPL-3.0-or-later */
/* noun_hook.h - what writing a row of a noun asks beyond what holds for every noun
 *
 * Most nouns need none of it.  Each that does has a file NOUN_hook.c and a line in
 * noun_hook.c; a rule that others ask too is in NOUN_rule.c.
 */
#ifndef ATELIER_APP_NOUN_HOOK_H
#define ATELIER_APP_NOUN_HOOK_H

#include "atelier/domain/entity.h"
#include "atelier/domain/question.h"
#include "session/session.h"

/* Each may be NULL. */
struct noun_hook {
    /* Who may see a row of it, where that are others than who may read everything. */
    bool (*may_see)(struct atelier *at, int64_t id, struct error *err);

    /* What whoever adds a row needs beyond the permission. */
    bool (*may_add)(struct atelier *at, struct error *err);

    /* Sets what a new row usually has. */
    void (*prepare)(struct atelier *at, void *record);

    /* Sets what follows from the other fields and counts up what counts, in a row that an
     * undo brings back; `before` is NULL for one that was gone. */
    void (*derive)(struct atelier *at, const void *before, void *after);

    /* Inside the transaction, before its check: asks which is meant where the row may
     * mean two things, and puts that into it; `before` is NULL for a new one. */
    bool (*settle)(struct atelier *at, const void *before, void *after,
                   struct questions *questions, struct error *err);

    /* N_(): rows of it are written by acts of their own, and why none is typed, changed
     * or removed as a row. */
    const char *refusal;

    /* Inside the transaction, before a row is written; `before` is NULL for a new one. */
    bool (*check)(struct atelier *at, const void *before, void *after, struct error *err);
    bool (*check_removal)(struct atelier *at, const void *record, struct error *err);

    /* Before the act of a new row begins: what must be there for it, as an act of its
     * own, which stays when the row goes. */
    bool (*ready)(struct atelier *at, const void *record, struct questions *questions,
                  struct error *err);

    /* Inside, after a row that was there was written: what goes with it. */
    bool (*follow)(struct atelier *at, const void *before, const void *after,
                   struct error *err);

    /* Asks what must be known before a new row is written; also inside. */
    bool (*ask)(struct atelier *at, const void *record, struct questions *questions,
                struct error *err);

    /* Instead of the plain way: an act with rules of its own. */
    bool (*add)(struct atelier *at, void *record, struct questions *questions,
                struct error *err);
    bool (*change)(struct atelier *at, void *record, struct questions *questions,
                   struct error *err);

    /* After the act was written: what follows from it as an act of its own. */
    void (*afterwards)(struct atelier *at, const void *record);

    /* Adds a sentence about a row that was taken all the same; false: nothing to say. */
    bool (*warn)(struct atelier *at, const void *record, struct buffer *text);

    /* Adds a sentence about what stays of a row that was removed; false: nothing does. */
    bool (*leave)(struct atelier *at, const void *record, struct buffer *text);

    /* Finds a row by what names it besides its title: a code, an e-mail.  *id is 0 when
     * there is none; ERROR_INPUT when there are several. */
    bool (*find)(struct atelier *at, const char *text, int64_t *id, struct error *err);
};

/* Never NULL: a noun without hooks has empty ones. */
const struct noun_hook *noun_hook_get(enum entity_kind kind);

#endif
