/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clash.h - what does not go together: two meetings that want the same room or person, a
 * meeting and its room, a meeting and its day
 */
#ifndef ATELIER_DOMAIN_CLASH_H
#define ATELIER_DOMAIN_CLASH_H

#include <stddef.h>

#include "atelier/domain/day_list.h"
#include "atelier/domain/entity.h"
#include "atelier/domain/setting.h"

enum clash_kind {
#define CLASH(KIND, name, label) CLASH_##KIND,
#include "atelier/domain/clash.def"
#undef CLASH
    CLASH_COUNT
};

#define CLASH_BIT(KIND) (1U << CLASH_##KIND)
#define CLASH_ANY ((1U << CLASH_COUNT) - 1)

extern const struct choice clash_kinds[];

/* A meeting of it, or what is within that. */
struct clash_side {
    int64_t meeting;     /* 0: there is none, or it is not saved yet */
    struct row_ref part; /* a workshop or an item of the meeting; ROW_NONE: itself */
    char *title;         /* of the part */
    char *whole;         /* the title of the meeting of a part; else NULL */
    struct local_time start;
    struct local_time end;
    char *zone;
    instant start_at;
    instant end_at;
};

/* What is within a meeting, as it is typed. */
struct clash_part {
    struct row_ref row; /* its id is 0 when it is new */
    int64_t person;     /* who leads it or speaks there; 0: nobody */
    bool is_roomless;   /* a workshop without a room of its own, in that of the meeting */
};

struct clash {
    enum clash_kind kind;
    struct clash_side first;  /* by their start, or the one that was asked for */
    struct clash_side second; /* of a clash of two */
    char *about;              /* the people, the holiday */
    int64_t room;             /* the room */
    struct date day;          /* of a holiday, of a closed office */
    int64_t count;            /* people; seats that are planned or, if more, come */
    int64_t seats;            /* that the room has; people who are the least */
    bool is_planned;          /* fewer come than the meeting has seats */
    uint64_t mark;            /* of all that it is about: another one is another clash */
    bool is_accepted;
    char *reason; /* why, by whom and when it was */
    char *accepted_by;
    instant accepted_at;
};

struct clash_list {
    struct clash *items;
    size_t count;
    size_t capacity;
    bool is_cut; /* there are more, which were not looked for */
};

/* The new one is zeroed. */
struct clash *clash_list_add(struct clash_list *list);
void clash_list_remove(struct clash_list *list, size_t index);
void clash_list_clear(struct clash_list *list);

/* One more of whom it is about: of two people and more, the names of few. */
void clash_add_person(struct clash *clash, int64_t person, const char *name);

/* Sets the mark, once all is known: from the hours of two meetings, the count and what
 * else it is about. */
void clash_settle(struct clash *clash);

/* Its name, by which it is accepted: "room:3:7"; a workshop or an item stands behind its
 * meeting, "room:3w5:7i2". */
void clash_add_name(const struct clash *clash, struct buffer *buffer);
/* The kind and the meeting of such a name; false: it is none. */
bool clash_name_read(const char *name, enum clash_kind *kind, int64_t *meeting);
/* The other meeting of such a name; 0: it has none. */
int64_t clash_name_other(const char *name);

/* The days on which an office does not plan. */
struct clash_days {
    enum holidays holidays;
    struct day_list own;    /* holidays besides */
    struct day_list closed; /* periods */
};

/* From the settings; a text that cannot be read is no day. */
void clash_days_init(struct clash_days *days, const struct settings *settings);
void clash_days_clear(struct clash_days *days);

/* Whether the first meeting of a clash of this kind is on such a day: sets the day and
 * what it is about.  True for kinds that are about no day. */
bool clash_days_settle(const struct clash_days *days, struct clash *clash);

#endif
