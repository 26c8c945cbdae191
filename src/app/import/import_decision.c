/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_decision.c - what a person decided of doubtful rows, from judgement to judgement
 */
#include "import/import_decision.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "import/import_candidate.h"
#include "import/import_decided.h"
#include "import/import_new.h"
#include "import/import_ruling.h"

/* The first decision on a row remembers what was judged of it. */
static struct import_decision *
remember(struct import *import, size_t index)
{
    const size_t row = import->first + index;
    struct import_decision *decision = import_decision_find(import, row);

    if (decision)
        return decision;
    import->decisions =
        memory_grow(import->decisions, &import->decision_capacity,
                    import->decision_count + 1, sizeof(*import->decisions));
    decision = &import->decisions[import->decision_count++];
    *decision =
        (struct import_decision){ .row = row, .judged = *import_ruling(import, index) };
    return decision;
}

/* What it brings that is new does not hang on who it is. */
static struct import_ruling
rule(const struct import_ruling *before, const struct import_row *row)
{
    struct import_ruling ruling = import_candidate_ruling(row);
    memcpy(ruling.created, before->created, sizeof(ruling.created));
    return ruling;
}

/* Somebody who is away comes back or not; what else the row brings of them is taken. */
static bool
decide_away(struct import *import, size_t index, bool put_back, struct error *err)
{
    struct import_row row = { 0 };
    bool ok = import_row_load(import, index, &row, err);
    if (ok && row.away)
        ok = import_candidate_settle(import, &row, row.person, err);
    if (ok && row.away) {
        struct import_decision *decision = remember(import, index);
        decision->put_back = put_back;
        decision->left = !put_back;
        struct import_ruling ruling = rule(import_ruling(import, index), &row);
        ruling.away = true;
        ruling.put_back = put_back;
        ruling.left = !put_back;
        ruling.verdict = ruling.changes ? IMPORT_CHANGED : IMPORT_SAME;
        import_new_put(import, index, &ruling);
    }
    import_row_clear(&row);
    return ok;
}

bool
import_put_back(struct import *import, size_t index, struct error *err)
{
    return decide_away(import, index, true, err);
}

bool
import_leave_away(struct import *import, size_t index, struct error *err)
{
    return decide_away(import, index, false, err);
}

bool
import_settle(struct import *import, size_t index, int64_t person, struct error *err)
{
    struct import_row row = { 0 };
    bool ok = import_row_load(import, index, &row, err);
    if (ok && person == 0)
        import_row_settle_new(&row);
    else if (ok)
        ok = import_candidate_settle(import, &row, person, err);
    if (ok) {
        struct import_decision *decision = remember(import, index);
        decision->settled = person;
        decision->put_back = decision->left = decision->out = false;
        const struct import_ruling ruling = rule(import_ruling(import, index), &row);
        import_new_put(import, index, &ruling);
    }
    import_row_clear(&row);
    return ok;
}

/* A row that was judged by an earlier one; what a person decided of it hides that. */
static bool
is_twin(const struct import *import, size_t index, size_t earlier)
{
    const struct import_decision *decision =
        import_decision_find(import, import->first + index);
    const struct import_ruling *judged =
        decision ? &decision->judged : import_ruling(import, index);

    return judged->earlier == earlier + 1;
}

/* What was decided of it stays. */
static bool
judge_anew(struct import *import, size_t index, struct error *err)
{
    struct import_ruling ruling;
    struct import_decision *decision =
        import_decision_find(import, import->first + index);

    if (!import_candidate_judge(import, index, &ruling, err))
        return false;
    if (decision)
        decision->judged = ruling;
    else
        import_new_put(import, index, &ruling);
    return true;
}

/* Reads the name of a row, or judges it where it was a twin. */
static bool
judge_twin(struct import *import, size_t index, size_t earlier, struct error *err)
{
    struct import_row row = { 0 };
    bool readable;

    if (is_twin(import, index, earlier))
        return judge_anew(import, index, err);
    bool ok = import_candidate_read(import, index, &row, &readable, err);
    if (ok && readable) {
        struct import_keys keys;
        import_keys_make(&keys, &row);
        import_candidate_name(import, index, &keys);
    }
    import_row_clear(&row);
    return ok;
}

/* What a row says that is left out is said by nobody: its twins are judged again. */
static bool
judge_twins(struct import *import, size_t earlier, struct error *err)
{
    size_t end = 0;
    bool ok = true;

    for (size_t i = earlier + 1; i < import->count; i++)
        if (is_twin(import, i, earlier))
            end = i + 1;
    import_index_init(&import->index, import->count);
    for (size_t i = 0; ok && i < end; i++)
        ok = judge_twin(import, i, earlier, err);
    import_index_clear(&import->index);
    return ok;
}

bool
import_leave_out_row(struct import *import, size_t index, struct error *err)
{
    struct import_decision *decision = remember(import, index);
    struct import_ruling ruling = *import_ruling(import, index);

    decision->out = true;
    decision->settled = 0;
    decision->put_back = decision->left = false;
    ruling.verdict = IMPORT_DOUBTFUL;
    ruling.put_back = ruling.left = false;
    ruling.out = true;
    import_new_put(import, index, &ruling);
    return judge_twins(import, index, err);
}

bool
import_row_is_left_out(const struct import *import, size_t index)
{
    return import_ruling(import, index)->out;
}

bool
import_row_is_decided(const struct import *import, size_t index)
{
    return import_decision_find(import, import->first + index) != NULL;
}

void
import_undecide(struct import *import, size_t index)
{
    size_t kept = 0;

    for (size_t i = 0; i < import->decision_count; i++)
        if (import->decisions[i].row != import->first + index)
            import->decisions[kept++] = import->decisions[i];
    import->decision_count = kept;
}

static bool
is_judged_again(const struct import_ruling *before, const struct import_ruling *now)
{
    return before->verdict == now->verdict && before->person == now->person &&
           before->earlier == now->earlier && before->away == now->away;
}

/* Whether nobody wrote to the person since the entry that was seen last: nothing is
 * overwritten unseen (rule 10). */
static bool
nobody_wrote_to(const struct import *import, int64_t person, int64_t seen)
{
    struct error ignored = { 0 };
    int64_t newest;
    return !person ||
           (import_newest_entry(import, person, &newest, &ignored) && newest <= seen);
}

/* A person who is gone since is nobody: the row is doubtful again. */
static bool
repeat(struct import *import, const struct import_decision *decision, int64_t seen,
       struct error *err)
{
    const size_t index = decision->row - import->first;
    struct error why = { 0 };

    if (decision->row < import->first || index >= import->count)
        return true;
    if (decision->out)
        return import_ruling(import, index)->verdict == IMPORT_REFUSED ||
               import_leave_out_row(import, index, err);
    if (!is_judged_again(&decision->judged, import_ruling(import, index)) ||
        !nobody_wrote_to(import, decision->judged.person, seen) ||
        !nobody_wrote_to(import, decision->settled, seen))
        return true;
    const bool is_of_away = decision->put_back || decision->left;
    bool ok = (is_of_away && !decision->settled) ||
              import_settle(import, index, decision->settled, &why);
    ok = ok && (!is_of_away || decide_away(import, index, decision->put_back, &why));
    ok = ok || why.kind == ERROR_NOT_FOUND;
    if (!ok && err)
        *err = why;
    return ok;
}

bool
import_decisions_repeat(struct import *import, int64_t seen, struct error *err)
{
    struct import_decision *earlier = import->decisions;
    const size_t count = import->decision_count;
    bool ok = true;

    import->decisions = NULL;
    import->decision_count = import->decision_capacity = 0;
    for (size_t i = 0; ok && i < count; i++)
        ok = repeat(import, &earlier[i], seen, err);
    free(earlier);
    return ok;
}

void
import_decisions_forget_new(struct import *import)
{
    size_t kept = 0;

    for (size_t i = 0; i < import->decision_count; i++)
        if (import->decisions[i].put_back || import->decisions[i].left ||
            import->decisions[i].out || import->decisions[i].settled)
            import->decisions[kept++] = import->decisions[i];
    import->decision_count = kept;
}
