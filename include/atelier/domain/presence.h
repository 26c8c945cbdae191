/* SPDX-License-Identifier: GPL-3.0-or-later */
/* presence.h - who was seen in a slot: marks, never changed, only added */
#ifndef ATELIER_DOMAIN_PRESENCE_H
#define ATELIER_DOMAIN_PRESENCE_H

#include "atelier/domain/entity.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/seats.h"

/* By these numbers the file knows them: they never change. */
enum presence_kind {
    PRESENCE_PRESENT = 0,
    PRESENCE_LEFT = 1,
    PRESENCE_SIGNED = 2,
    PRESENCE_EXCUSED = 3,
    PRESENCE_ABSENT = 4,
    PRESENCE_ANNULLED = 5,
    PRESENCE_KIND_COUNT
};

struct presence {
    struct record head;
    int64_t registration;
    int64_t slot;
    enum presence_kind kind;
    bool remote; /* linked to the room, not in it */
    instant at;
    char *by;    /* a login */
    char *means; /* "door", "sheet" */
    char *reason;
};

struct presence_list {
    struct presence *items;
    size_t count;
    size_t capacity;
};

void presence_list_clear(struct presence_list *list);

/* Whether both lists say the same: the same marks, in the same order, whatever their ids.
 */
bool presence_list_equal(const struct presence_list *a, const struct presence_list *b);

extern const struct choice presence_kinds[];
extern const struct entity presence_entity;

/* The reason of a mark that an undo annuls, as it is stored. */
extern const char *const presence_was_undone;

/* Whether people of that registration are expected: who is accepted, in whatever role,
 * and who holds a seat. */
bool presence_is_expected(const struct registration *registration,
                          const struct seat_rule *rule);

/* Whether the mark says that the person was there; presence_table_count() counts by the
 * same kinds. */
bool presence_was_there(enum presence_kind kind);
/* The kinds that say so, a bit each, as statements take them. */
unsigned presence_kinds_there(void);

/* What to call it in a few letters: "present", "remote", "left"; translated. */
const char *presence_word(enum presence_kind kind, bool remote);

/* The same in a column that says who is there: "here", and "remote". */
const char *presence_column_word(enum presence_kind kind, bool remote);

/* What the list of somebody's meetings says of each: a kind of mark, or that they are on
 * its list and it is not over, or that it does not take place, or not then. */
enum { PRESENCE_TO_COME = PRESENCE_KIND_COUNT, PRESENCE_CALLED_OFF, PRESENCE_PUT_OFF };
extern const struct choice presence_at_meetings[];

/* What a new mark does to the last one of the same person in the same slot. */
enum presence_verdict {
    PRESENCE_REFUSED,  /* err says why */
    PRESENCE_WRITTEN,  /* it is added */
    PRESENCE_UNCHANGED /* says what is known already: nothing is written (rule 6) */
};

/*
 * Whether a mark may follow the last one; `last` is NULL or has the id 0 when there is
 * none.  Who was seen there cannot be absent or excused, and who was not cannot leave:
 * the mark that is wrong is annulled first.  An annulled mark counts as none; the first
 * one stays beneath it.  Who has signed was present.  Whoever is there may go from the
 * room to a screen of their own, or come from it: `remote` says where the mark has them.
 */
enum presence_verdict presence_follow(const struct presence *last,
                                      enum presence_kind kind, bool remote,
                                      struct error *err);

/* How many people, each counted once (rule 6). */
struct presence_count {
    int64_t present; /* were there, for however long */
    int64_t remote;  /* of these, were in the room in no slot */
    int64_t inside;  /* of these, have not left; 0 for a meeting of several slots */
    int64_t signatures;
    int64_t excused; /* and not there at all */
    int64_t absent;
};

#endif
