/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_draft_text.h - what was done with a file, as a text that is read again later
 */
#ifndef ATELIER_APP_IMPORT_DRAFT_TEXT_H
#define ATELIER_APP_IMPORT_DRAFT_TEXT_H

#include "import/import_state.h"

/* What a text says, before it is known to fit the file. */
struct import_draft_state {
    char *path;
    uint64_t size;
    uint64_t hash;
    uint64_t headings;
    char *encoding; /* as it was chosen; or NULL */
    char *sheet;
    char *forgotten; /* headings; or NULL */
    bool leave_hidden;
    size_t head;
    bool headless;
    bool keep_capitals;
    enum import_creation creates;
    enum membership_role role;
    int64_t judged_at;
    enum import_target *targets;
    size_t target_count;
    size_t target_capacity;
    struct import_mend *mends;
    size_t mend_count;
    size_t mend_capacity;
    struct import_decision *decisions;
    size_t decision_count;
    size_t decision_capacity;
    struct import_written *written;
    size_t written_count;
    size_t written_capacity;
};
void import_draft_state_clear(struct import_draft_state *state);

/* The headings, or the cells of the first row, as one number. */
uint64_t import_draft_headings(const struct import *import);

void import_draft_text_add(const struct import *import, const char *path,
                           struct buffer *text);

/* False when this program did not write it so: nothing in it is to be used then. */
bool import_draft_text_read(const char *text, struct import_draft_state *state);

#endif
