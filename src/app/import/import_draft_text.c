/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_draft_text.c - what was done with a file, as a text that is read again later
 */
#include "import/import_draft_text.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/hash.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "import/draft_fact.h"
#include "import/import_mend.h"

/* A mended row has a part for each cell, behind these. */
enum { MEND_PARTS = 2, PARTS_MOST = TABLE_COLUMNS_MOST + MEND_PARTS };

void
import_draft_state_clear(struct import_draft_state *state)
{
    for (size_t i = 0; i < state->mend_count; i++)
        import_mend_free(&state->mends[i]);
    free(state->mends);
    free(state->decisions);
    free(state->written);
    free(state->targets);
    free(state->path);
    free(state->encoding);
    free(state->sheet);
    free(state->forgotten);
    *state = (struct import_draft_state){ 0 };
}

uint64_t
import_draft_headings(const struct import *import)
{
    uint64_t hash = HASH_EMPTY;
    for (size_t c = 0; c < import->headers.count; c++)
        hash = hash_add(hash, import->headers.cells[c],
                        strlen(import->headers.cells[c]) + 1);
    return hash;
}

/* --- writing */

static void
add_mend(struct buffer *text, const struct import_mend *mend)
{
    buffer_addf(text, "%s\t%zu", mend->unsaved ? "typed" : "mend", mend->row);
    draft_fact_add_part(text, mend->left_out ? mend->left_out : "");
    for (size_t c = 0; c < mend->count; c++)
        draft_fact_add_part(text, mend->cells[c]);
    buffer_add_char(text, '\n');
}

/* A row is left out, or it is doubtful and something else is decided of it. */
static void
add_decision(struct buffer *text, const struct import_decision *decision)
{
    const struct import_ruling *judged = &decision->judged;
    if (decision->out)
        draft_fact_add_number(text, "out", decision->row);
    else if (judged->verdict == IMPORT_DOUBTFUL)
        buffer_addf(text,
                    "decision\t%zu\t%" PRId64 "\t%" PRIu32 "\t%d\t%" PRId64 "\t%d\t%d\n",
                    decision->row, judged->person, judged->earlier, judged->away,
                    decision->settled, decision->put_back, decision->left);
}

void
import_draft_text_add(const struct import *import, const char *path, struct buffer *text)
{
    draft_fact_add(text, "path", path);
    draft_fact_add_number(text, "size", (uint64_t)import->file->read.st_size);
    draft_fact_add_number(text, "hash", import->file->hash);
    draft_fact_add_number(text, "headings", import_draft_headings(import));
    draft_fact_add(text, "encoding", import->encoding);
    draft_fact_add(text, "sheet", import->file->sheet);
    draft_fact_add(text, "forgotten", import->forgotten);
    draft_fact_add_number(text, "hidden", import->file->choice.leave_hidden);
    draft_fact_add_number(text, "head", import->head);
    draft_fact_add_number(text, "headless", import->headless);
    draft_fact_add_number(text, "capitals", import->mapping.keep_capitals);
    draft_fact_add(text, "creates", import_creations[import->creates].name);
    draft_fact_add(text, "role", membership_roles[import->goal.role].name);
    draft_fact_add_number(text, "judged", (uint64_t)import->judged_at);
    for (size_t c = 0; c < import->mapping.count; c++)
        draft_fact_add(text, "column", import_targets[import->mapping.targets[c]].name);
    for (size_t i = 0; i < import->mend_count; i++)
        add_mend(text, &import->mends[i]);
    for (size_t i = 0; i < import->decision_count; i++)
        add_decision(text, &import->decisions[i]);
    for (size_t i = 0; i < import->written_count; i++)
        buffer_addf(text, "written\t%zu\t%" PRId64 "\n", import->written[i].row,
                    import->written[i].person);
}

/* --- reading */

static bool
read_id(const char *part, int64_t *id)
{
    uint64_t number;
    const bool ok = draft_fact_number(part, INT64_MAX, &number);
    *id = ok ? (int64_t)number : 0;
    return ok;
}

static bool
read_row(const char *part, size_t *row)
{
    uint64_t number;
    const bool ok = draft_fact_number(part, UINT32_MAX, &number);
    *row = ok ? (size_t)number : 0;
    return ok;
}

static bool
read_text(const char *part, char **text)
{
    memory_replace(text, part);
    return true;
}

static bool
read_role(const char *part, enum membership_role *role)
{
    const int found = choice_find(membership_roles, part);
    *role = found < 0 ? MEMBERSHIP_MEMBER : (enum membership_role)found;
    return found >= 0;
}

static bool
read_creates(const char *part, enum import_creation *creates)
{
    const int found = choice_find(import_creations, part);
    *creates = found < 0 ? IMPORT_CREATES_ORGANISATIONS : (enum import_creation)found;
    return found >= 0;
}

/* As it was written when categories alone were chosen. */
static bool
read_categories(const char *part, enum import_creation *creates)
{
    bool categories;
    const bool ok = draft_fact_flag(part, &categories);
    *creates = categories ? IMPORT_CREATES_CATEGORIES : IMPORT_CREATES_ORGANISATIONS;
    return ok;
}

static bool
read_column(const char *part, struct import_draft_state *state)
{
    const int target = choice_find(import_targets, part);
    if (target < 0 || state->target_count == TABLE_COLUMNS_MOST)
        return false;
    state->targets = memory_grow(state->targets, &state->target_capacity,
                                 state->target_count + 1, sizeof(*state->targets));
    state->targets[state->target_count++] = (enum import_target)target;
    return true;
}

static bool
read_mend(char *const *parts, size_t count, bool unsaved,
          struct import_draft_state *state)
{
    struct import_mend mend = { .unsaved = unsaved };
    if (count < MEND_PARTS || !read_row(parts[0], &mend.row))
        return false;
    mend.left_out = *parts[1] ? memory_copy(parts[1]) : NULL;
    mend.count = count - MEND_PARTS;
    mend.cells = memory_new(mend.count + 1, sizeof(*mend.cells));
    for (size_t c = 0; c < mend.count; c++)
        mend.cells[c] = memory_copy(parts[MEND_PARTS + c]);
    state->mends = memory_grow(state->mends, &state->mend_capacity, state->mend_count + 1,
                               sizeof(*state->mends));
    state->mends[state->mend_count++] = mend;
    return true;
}

static void
put_decision(struct import_draft_state *state, struct import_decision decision)
{
    state->decisions = memory_grow(state->decisions, &state->decision_capacity,
                                   state->decision_count + 1, sizeof(*state->decisions));
    state->decisions[state->decision_count++] = decision;
}

static bool
read_decision(char *const *parts, size_t count, struct import_draft_state *state)
{
    struct import_decision decision = { .judged.verdict = IMPORT_DOUBTFUL };
    bool away;
    uint64_t earlier;
    if (count != 7 || !read_row(parts[0], &decision.row) ||
        !read_id(parts[1], &decision.judged.person) ||
        !draft_fact_number(parts[2], UINT32_MAX, &earlier) ||
        !draft_fact_flag(parts[3], &away) || !read_id(parts[4], &decision.settled) ||
        !draft_fact_flag(parts[5], &decision.put_back) ||
        !draft_fact_flag(parts[6], &decision.left) ||
        (decision.put_back && decision.left))
        return false;
    decision.judged.earlier = (uint32_t)earlier & (UINT32_MAX >> 1);
    decision.judged.away = away;
    put_decision(state, decision);
    return true;
}

static bool
read_out(const char *part, struct import_draft_state *state)
{
    struct import_decision decision = { .out = true };

    if (!read_row(part, &decision.row))
        return false;
    put_decision(state, decision);
    return true;
}

static bool
read_written(char *const *parts, size_t count, struct import_draft_state *state)
{
    struct import_written written;

    if (count != 2 || !read_row(parts[0], &written.row) ||
        !read_id(parts[1], &written.person))
        return false;
    state->written = memory_grow(state->written, &state->written_capacity,
                                 state->written_count + 1, sizeof(*state->written));
    state->written[state->written_count++] = written;
    return true;
}

/* A fact of one part. */
static bool
read_one(const char *name, const char *part, struct import_draft_state *state)
{
    const struct {
        const char *name;
        bool *flag;
        uint64_t *number;
        char **text;
    } facts[] = {
        { .name = "path", .text = &state->path },
        { .name = "size", .number = &state->size },
        { .name = "hash", .number = &state->hash },
        { .name = "headings", .number = &state->headings },
        { .name = "encoding", .text = &state->encoding },
        { .name = "sheet", .text = &state->sheet },
        { .name = "forgotten", .text = &state->forgotten },
        { .name = "hidden", .flag = &state->leave_hidden },
        { .name = "headless", .flag = &state->headless },
        { .name = "capitals", .flag = &state->keep_capitals },
    };
    for (size_t i = 0; i < sizeof(facts) / sizeof(facts[0]); i++)
        if (strcmp(name, facts[i].name) == 0)
            return facts[i].flag ? draft_fact_flag(part, facts[i].flag)
                   : facts[i].number
                       ? draft_fact_number(part, UINT64_MAX, facts[i].number)
                       : read_text(part, facts[i].text);
    return strcmp(name, "head") == 0         ? read_row(part, &state->head)
           : strcmp(name, "judged") == 0     ? read_id(part, &state->judged_at)
           : strcmp(name, "creates") == 0    ? read_creates(part, &state->creates)
           : strcmp(name, "categories") == 0 ? read_categories(part, &state->creates)
           : strcmp(name, "role") == 0       ? read_role(part, &state->role)
           : strcmp(name, "column") == 0     ? read_column(part, state)
           : strcmp(name, "out") == 0        ? read_out(part, state)
                                             : false;
}

static bool
read_line(char *line, struct import_draft_state *state)
{
    char *parts[PARTS_MOST];
    size_t count;
    if (!draft_fact_cut_up(line, parts, PARTS_MOST, &count))
        return false;
    const bool unsaved = strcmp(line, "typed") == 0;
    if (unsaved || strcmp(line, "mend") == 0)
        return read_mend(parts, count, unsaved, state);
    if (strcmp(line, "decision") == 0)
        return read_decision(parts, count, state);
    if (strcmp(line, "written") == 0)
        return read_written(parts, count, state);
    return count == 1 && read_one(line, parts[0], state);
}

bool
import_draft_text_read(const char *text, struct import_draft_state *state)
{
    bool ok = text_is_valid(text, strlen(text));
    while (ok && *text) {
        const size_t length = strcspn(text, "\n");
        char *line = memory_copy_part(text, length);
        ok = text[length] == '\n' && read_line(line, state);
        free(line);
        text += length + (text[length] == '\n');
    }
    return ok && state->path && state->target_count > 0;
}
