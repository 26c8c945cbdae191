/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal.h - who did what, when: the acts that every write leaves behind (rule 9) */
#ifndef ATELIER_DOMAIN_JOURNAL_H
#define ATELIER_DOMAIN_JOURNAL_H

#include "atelier/domain/act.h"
#include "atelier/domain/quorum.h"
#include "atelier/domain/seat_limit.h"

/* One operation: what a person did with one command or key. */
struct journal_entry {
    int64_t id;
    instant at;
    char *staff; /* login */
    char *act;  /* its name: act_find() for the program, journal_act_label() for people */
    int entity; /* enum entity_kind of the row it was about, -1 for none */
    int64_t row;
    char *summary; /* the row's title as it was then, and figures: no sentence, no grammar
                    */
    char *reason;  /* given by the person: an overbooking, a cancellation */
    int64_t undoes;    /* the entry that this one undid, or 0 */
    int64_t redoes;    /* the undo that this one took back, or 0 */
    int64_t undone_by; /* or redone by: what took this one back, or 0 */
    bool by_gateway;   /* who did it came by the gateway: IDENTITY_GATEWAY */
};

void journal_entry_clear(struct journal_entry *entry);

/* The entry that this one took back: an act that it undid, or an undo that it redid; 0
 * for an act that stands for itself. */
int64_t journal_entry_taken(const struct journal_entry *entry);

/* The act in words, translated: "registered a person", "moved a meeting"; an
 * act that this program does not know is answered as it is. */
const char *journal_act_label(const char *act);

/* Adds the second part of what an act was about, behind who it is: the meeting, the
 * group. "Müller, Anna · Jobs in cities" is in no language, as all that is stored. */
void journal_add_where(const char *title, struct buffer *summary);

/* Parts that again: *who bytes, and where, borrowed.  False when it is one part. */
bool journal_part_summary(const char *summary, size_t *who, const char **where);

/* Adds what an act was about, in words; nothing of NULL.  The figures of an import are
 * stored as signs, "list.csv (+40, ~2, → 40)", so that each reads them in his language:
 * "list.csv: 40 added, 2 changed, 40 registered".  Behind ∈ stand the members. */
void journal_add_summary(const char *summary, struct buffer *buffer);

/* Adds the act and what it was about, "marked a presence (Novak, Jan · Skills)"; of what
 * was erased since the act alone. */
void journal_add_act(const struct journal_entry *entry, struct buffer *buffer);

/* Adds the signs that journal_add_summary() reads, behind whose quota or quorum it is:
 * "Town (≤ 3)". */
void journal_sign_limit(const struct seat_limit *limit, struct buffer *summary);
void journal_sign_quorum(const struct quorum *quorum, struct buffer *summary);

/* As they are stored. */
enum journal_change_kind { JOURNAL_ADDED, JOURNAL_CHANGED, JOURNAL_REMOVED };

/* One field of one row, before and after, as canonical texts (NULL: absent). */
struct journal_change {
    enum entity_kind entity;
    int64_t row;
    char *title; /* of the row, as it is now or was last */
    enum journal_change_kind kind;
    const struct field *field; /* static */
    char *before;
    char *after;
};

struct journal_change_list {
    struct journal_change *items;
    size_t count;
    size_t capacity;
    size_t withheld; /* changes that are not here, as the role may not read them */
};

void journal_change_list_clear(struct journal_change_list *list);

/* The sentence that says that something is not told; NULL when all is. */
const char *journal_change_list_untold(const struct journal_change_list *list);

/* Whether people are told of it: of a field that no form shows only where no other
 * changed. */
bool journal_change_is_shown(const struct journal_change_list *list,
                             const struct journal_change *change);

#endif
