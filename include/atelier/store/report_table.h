/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_table.h - the reports of meetings, their entries, and what was made final */
#ifndef ATELIER_STORE_REPORT_TABLE_H
#define ATELIER_STORE_REPORT_TABLE_H

#include "atelier/domain/report.h"
#include "atelier/domain/report_entry.h"
#include "atelier/store/database.h"

/* head.id 0: the meeting has none yet. */
bool report_table_find(struct database *db, int64_t meeting, struct report *report,
                       struct error *err);

/* The entries of a meeting, in their order. */
bool report_table_entries(struct database *db, int64_t meeting,
                          struct report_entry_list *list, struct error *err);

/* Recommendations and decisions of earlier meetings of the group that are open, or were
 * settled at this meeting or a later one; the oldest first. */
bool report_table_carried(struct database *db, int64_t meeting,
                          struct report_entry_list *list, struct error *err);

/* An entry that is open: of it its id, meeting, kind, text, owner and day. */
struct open_entry {
    struct report_entry entry;
    struct local_time start; /* of its meeting */
    char *title;
    char *group; /* the code */
};

/* Starts as zeros. */
struct open_entry_list {
    struct open_entry *items;
    size_t count;
    size_t capacity;
};

void open_entry_list_clear(struct open_entry_list *list);

/* Recommendations and decisions of all meetings that are open, so many at most: by the
 * day when they are due, those without one last. */
bool report_table_open(struct database *db, size_t most, struct open_entry_list *list,
                       struct error *err);

/* How many entries the meeting has, and how many remarks are still to be decided on. */
bool report_table_count(struct database *db, int64_t meeting, int64_t *entries,
                        int64_t *open_remarks, struct error *err);

/* Each 0: there is none. */

/* The greatest number that a report of the group has. */
bool report_table_last_number(struct database *db, int64_t group, int64_t *number,
                              struct error *err);
/* The latest meeting of the group whose report is final. */
bool report_table_latest_final(struct database *db, int64_t group, int64_t *meeting,
                               struct error *err);
/* The meeting before that one, of its group, whose report is final, if it is approved at
 * no meeting or at that one. */
bool report_table_to_approve(struct database *db, int64_t meeting, int64_t *before,
                             struct error *err);
/* The meeting after that one, of its group, which was not called off. */
bool report_table_meeting_after(struct database *db, int64_t meeting, int64_t *after,
                                struct error *err);
/* The meeting of the same group, not before that one, at which something is told that is
 * settled now: the next to end, else the last; not one that was called off. */
bool report_table_meeting_of(struct database *db, int64_t meeting, instant now,
                             int64_t *told_at, struct error *err);

/* Whether an entry of the meeting was written by an act after that one, undone or not. */
bool report_table_was_written(struct database *db, int64_t meeting, int64_t act,
                              bool *written, struct error *err);

/* --- what was made final */

struct report_edition {
    int64_t report;
    int64_t version;
    instant final_at;
    char *final_by;
    char *language;
    char *document;
    char *pdf; /* NULL: none was kept */
    size_t pdf_size;
    char *sha256; /* of it; NULL */
};

void report_edition_clear(struct report_edition *edition);

/* Writes it, in the place of one of that version. */
bool report_table_keep_edition(struct database *db, const struct report_edition *edition,
                               struct error *err);

/* version 0: the newest.  ERROR_NOT_FOUND: no such one is kept. */
bool report_table_edition(struct database *db, int64_t report, int64_t version,
                          struct report_edition *edition, struct error *err);

#endif
