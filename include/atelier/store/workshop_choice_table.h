/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_choice_table.h - who chose a workshop, and what one person chose */
#ifndef ATELIER_STORE_WORKSHOP_CHOICE_TABLE_H
#define ATELIER_STORE_WORKSHOP_CHOICE_TABLE_H

#include "atelier/domain/registration.h"
#include "atelier/domain/workshop.h"
#include "atelier/domain/workshop_choice.h"
#include "atelier/store/database.h"

/* A choice of somebody with a live registration, and what decides about their seat. */
struct chooser {
    int64_t choice;
    int64_t workshop;
    int64_t registration;
    int64_t person;
    int64_t category;     /* 0: none */
    int64_t organisation; /* 0: none */
    enum registration_role role;
    enum registration_state standing; /* of the registration */
    enum workshop_choice_state state;
    int64_t wish;
    instant wished_at;
    int64_t rank;
    bool
        sits_elsewhere; /* in another workshop at that time, or in this one given again */
};

struct chooser_list {
    struct chooser *items;
    size_t count;
    size_t capacity;
};

void chooser_list_clear(struct chooser_list *list);

/* Those of a workshop, who waits longest first; those of all workshops of a meeting, by
 * workshop.  The list is zeroed, or one from before; the caller clears it. */
bool workshop_choice_table_of_workshop(struct database *db, int64_t workshop,
                                       struct chooser_list *list, struct error *err);
bool workshop_choice_table_of_meeting(struct database *db, int64_t meeting,
                                      struct chooser_list *list, struct error *err);

/* All choices of a registration, given up ones too, in the order in which they were made.
 */
bool workshop_choice_table_of_registration(struct database *db, int64_t registration,
                                           struct workshop_choice_list *list,
                                           struct error *err);

/* The choice of a registration; its id is 0 when there is none.  It was initialised. */
bool workshop_choice_table_find(struct database *db, int64_t workshop,
                                int64_t registration, struct workshop_choice *choice,
                                struct error *err);

/* One more than the highest rank that anybody has had there. */
bool workshop_choice_table_next_rank(struct database *db, int64_t workshop, int64_t *rank,
                                     struct error *err);

/* Whether somebody else waits at its rank. */
bool workshop_choice_table_has_rank(struct database *db,
                                    const struct workshop_choice *choice, bool *has,
                                    struct error *err);

/* How many sit there by acts after that one, which it did not touch itself. */
bool workshop_choice_table_count_since(struct database *db, int64_t workshop, int64_t act,
                                       int64_t *count, struct error *err);

enum { DOUBLE_SEATS_MOST = 5 };

/* People who sit in two workshops at once, or in one that is given twice. */
struct double_seats {
    size_t people;                            /* how many they are */
    int64_t registrations[DOUBLE_SEATS_MOST]; /* of the first ones */
    int64_t other;                            /* the other workshop of the first */
};

/* Those who sit in a workshop, at the hours that the struct says, and elsewhere besides.
 */
bool workshop_choice_table_find_double(struct database *db,
                                       const struct workshop *workshop,
                                       struct double_seats *found, struct error *err);

/* Calls visit() for each workshop of a meeting where somebody waits, until it answers
 * false. */
bool workshop_choice_table_each_awaited(struct database *db, int64_t meeting,
                                        bool (*visit)(void *context, int64_t workshop,
                                                      struct error *err),
                                        void *context, struct error *err);

/* Calls visit() for each person on the list of a meeting, in the order of names, until it
 * answers false. */
bool workshop_choice_table_each_by_name(struct database *db, int64_t meeting,
                                        bool (*visit)(void *context, int64_t person,
                                                      struct error *err),
                                        void *context, struct error *err);

#endif
