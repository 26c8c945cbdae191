/* SPDX-License-Identifier: GPL-3.0-or-later */
/* waiting_table.h - who waits for a seat of a meeting, in what order */
#ifndef ATELIER_STORE_WAITING_TABLE_H
#define ATELIER_STORE_WAITING_TABLE_H

#include "atelier/domain/registration.h"
#include "atelier/store/database.h"

/* What of a waiting registration decides whether a seat can be given. */
struct waiting {
    int64_t registration;
    int64_t rank;
    int64_t category;     /* 0: none */
    int64_t organisation; /* 0: none */
    enum registration_role role;
};

struct waiting_list {
    struct waiting *items; /* who waits longest first */
    size_t count;
    size_t capacity;
};

/* Those with a rank whose state is that one: waiting, offered, or pending since it was
 * their turn. */
bool waiting_table_list(struct database *db, int64_t meeting,
                        enum registration_state state, struct waiting_list *list,
                        struct error *err);

/* All who are pending: those who had their turn first; the others have rank 0. */
bool waiting_table_list_pending(struct database *db, int64_t meeting,
                                struct waiting_list *list, struct error *err);

void waiting_list_clear(struct waiting_list *list);

/* One more than the highest rank that anybody has had on the list of the meeting. */
bool waiting_table_next_rank(struct database *db, int64_t meeting, int64_t *rank,
                             struct error *err);

/* Whether somebody else has that rank there who waits, or would wait again at it: is
 * offered or promised a seat. */
bool waiting_table_has_rank(struct database *db, const struct registration *registration,
                            bool *has, struct error *err);

/* Undecided meetings where somebody waits; with a day, those alone that are to come and
 * where a hold ended before it or registration has opened by then.  Calls visit() for
 * each until it answers false. */
bool waiting_table_each_meeting(struct database *db, struct date released, instant now,
                                bool (*visit)(void *context, int64_t meeting,
                                              struct error *err),
                                void *context, struct error *err);

#endif
