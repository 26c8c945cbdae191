/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entity.h - the nouns, and what can be done with a row of any of them
 *
 * Each noun is a struct whose first member is struct record, and an entity
 * that describes it.  A zeroed struct is not yet an empty row: use
 * record_init(), which makes numbers absent.
 */
#ifndef ATELIER_DOMAIN_ENTITY_H
#define ATELIER_DOMAIN_ENTITY_H

#include "atelier/domain/field.h"
#include "atelier/domain/listing.h"

enum entity_kind {
#define NOUN(KIND, name) ENTITY_##KIND,
#include "atelier/domain/nouns.def"
#undef NOUN
    ENTITY_COUNT
};

/* A row of any noun; id 0: none. */
struct row_ref {
    enum entity_kind entity;
    int64_t id;
};

#define ROW_NONE ((struct row_ref){ .id = 0 })

/* What every row carries. */
struct record {
    int64_t id;  /* 0: not saved yet */
    int64_t rev; /* +1 at each write */
    instant created_at;
    char *created_by; /* a login */
    instant changed_at;
    char *changed_by;
};

struct entity {
    enum entity_kind kind;
    int number;          /* by which the journal knows the noun; it never changes */
    const char *name;    /* table, JSON "entity" and noun of the command line: "person" */
    const char *label;   /* N_("Person") */
    const char *plural;  /* N_("People") */
    const char *another; /* N_("New person"), above the form for one */
    size_t size;         /* of the noun's struct */
    const struct field *fields;
    size_t field_count;
    /* Rules that one row alone can answer; NULL when there are none.  A form asks while
     * fields are still absent, required ones too. */
    bool (*check)(const void *record, struct error *err);
    /* Adds the words by which a person knows the row: "Müller, Anna". */
    void (*title)(const void *record, struct buffer *buffer);
    /* The key by which rows are sorted, which is not a field of theirs; the caller frees.
     * NULL: they are sorted otherwise. */
    char *(*sort_key)(const void *record);
    /* Columns that are no field either; they end with a NULL name, or NULL: none. */
    const struct mark *marks;

    enum listing_kind listing; /* of its rows */
    /* The field by which one is looked for among all; NULL when none is found by name, or
     * when the search index holds them. */
    const char *named_by;
    bool groupless;  /* belongs to no group: a role that counts for single groups counts
                        here, too (rule 13) */
    bool only_by_id; /* its title says too little for a script to name it */
    const char *unknown_id; /* N_("No room has the id %s.  Where to look.") */
    const char *unknown_name; /* N_("No room is called “%s”.  Where to look."); or NULL */
    const char *needed; /* N_(): why it stays while other rows refer to it; or NULL */
    const struct unique *uniques; /* ends with NULL columns; or NULL */
};

/* What holds of a row or not, and follows from its fields: kept beside them as 1 or
 * nothing, so that an index or a statement can ask without knowing the rule. */
struct mark {
    const char *column;
    bool (*holds)(const void *record);
};

/* What can be there once only. */
struct unique {
    const char *columns; /* as SQLite names them: "room.venue, room.name" */
    const char *field;   /* to go back to */
    const char *message; /* N_() */
};

const struct entity *entity_get(enum entity_kind kind);
const struct entity *entity_find(const char *name); /* NULL */
const struct entity *entity_by_number(int number);  /* NULL; the settings, too */

const struct field *entity_field(const struct entity *entity,
                                 const char *name); /* NULL */

/* The struct must have the entity's size.  record_clear() frees what the row
 * owns and leaves it initialised. */
void record_init(const struct entity *entity, void *record);
void record_clear(const struct entity *entity, void *record);
void *record_new(const struct entity *entity);
void record_free(const struct entity *entity, void *record);
void record_copy(const struct entity *entity, void *to,
                 const void *from); /* clears `to` first */

/* Whether all fields are equal; the head is not compared. */
bool record_equal(const struct entity *entity, const void *a, const void *b);

/* The meeting, else the group, that the row is or belongs to: what a permission is asked
 * for.  People and places belong to none. */
struct row_ref record_subject(const struct entity *entity, const void *record);

/* Required fields present, then the entity's own check. */
bool record_check(const struct entity *entity, const void *record, struct error *err);

#endif
