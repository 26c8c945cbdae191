/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erase_table.h - what is stored of somebody who is erased: found everywhere, and gone
 *
 * Rows are changed by who erases, as any row is; here is what no row is: every name that
 * was ever stored, the old values of the journal, drafts, free pages, the log.
 */
#ifndef ATELIER_STORE_ERASE_TABLE_H
#define ATELIER_STORE_ERASE_TABLE_H

#include "atelier/domain/entity.h"
#include "atelier/domain/erased_names.h"
#include "atelier/store/database.h"

/* How much was found beside the rows. */
struct erase_count {
    int64_t entries;  /* of the journal, whose old values and summaries are blanked */
    int64_t texts;    /* of other entries of the journal, in which a name is replaced */
    int64_t drafts;   /* half-typed forms that are dropped */
    int64_t editions; /* final reports in whose words a name is replaced, and whose PDF is
                       * dropped */
    int64_t others;   /* remembered headings and preferences that are dropped */
};

/* Inside the transaction: from here on, the rows of that person and of everybody who was
 * merged into them, and those that belong to them, are known to the rest. */
bool erase_table_begin(struct database *db, int64_t person, struct error *err);

/* The rows of that noun which are, or belong to, the person: people, registrations,
 * presences, posts, memberships, speakers. */
bool erase_table_each_row(struct database *db, enum entity_kind entity,
                          bool (*visit)(void *context, int64_t row, struct error *err),
                          void *context, struct error *err);

/* Every name, e-mail and telephone that was ever stored of them: in rows, in copies on
 * lists, in the journal.  Texts are borrowed; any may be NULL. */
bool erase_table_each_name(struct database *db,
                           void (*visit)(void *context, const char *family,
                                         const char *given, const char *email,
                                         const char *phone),
                           void *context, struct error *err);

/* Whether somebody else has that family name, or with `given` both names. */
bool erase_table_is_shared(struct database *db, const char *family, const char *given,
                           bool *shared, struct error *err);

/* The rows of a noun in whose texts one of the names may be. */
bool erase_table_each_text(struct database *db, const struct entity *entity,
                           const struct erased_names *names,
                           bool (*visit)(void *context, int64_t row, struct error *err),
                           void *context, struct error *err);

/* The list of that meeting keeps the name for now: so does what was kept of its report
 * when it became final. */
bool erase_table_keep_roll(struct database *db, int64_t meeting, struct error *err);

/* Whether the texts of this field are looked at: not names of other people, not their
 * e-mails. */
bool erase_table_looks_at(const struct entity *entity, const struct field *field);

/* The journal, drafts, and what is remembered of files and people; the last before the
 * entry is written. */
bool erase_table_rest(struct database *db, const struct erased_names *names,
                      const char *word, struct erase_count *count, struct error *err);

/* After the act was written, outside of a transaction: what the search index and the log
 * still hold is overwritten.  *left: somebody reads the log just now, so it holds the old
 * pages until they leave. */
bool erase_table_finish(struct database *db, bool *left, struct error *err);

#endif
