/* SPDX-License-Identifier: GPL-3.0-or-later */
/* memo.c - a few answers that cost much, kept while nothing in the file changes */
#include "database/memo.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"

void
memo_clear(struct memo *memo)
{
    for (size_t i = 0; i < MEMO_MOST; i++) {
        free(memo->kept[i].question);
        free(memo->kept[i].answer);
    }
    *memo = (struct memo){ 0 };
}

void
memo_check(struct memo *memo, int64_t version, int64_t changes)
{
    if (memo->version == version && memo->changes == changes)
        return;
    memo_clear(memo);
    memo->version = version;
    memo->changes = changes;
}

const char *
memo_find(const struct memo *memo, const char *question)
{
    for (size_t i = 0; i < MEMO_MOST; i++)
        if (memo->kept[i].question && strcmp(memo->kept[i].question, question) == 0)
            return memo->kept[i].answer;
    return NULL;
}

const char *
memo_keep(struct memo *memo, const char *question, char *answer)
{
    const size_t at = memo->next;

    memo->next = (at + 1) % MEMO_MOST;
    free(memo->kept[at].question);
    free(memo->kept[at].answer);
    memo->kept[at].question = memory_copy(question);
    memo->kept[at].answer = answer;
    return answer;
}
