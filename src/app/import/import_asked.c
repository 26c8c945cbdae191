/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_asked.c - what the meeting asks into which a list comes, and what answers it */
#include "import/import_asked.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/memory.h"
#include "atelier/store/question_table.h"

/* Letters and digits alone: “Repas ?” is “Repas”. */
static char *
key_of(const char *text)
{
    char *folded = fold_copy(text);
    struct buffer key = { 0 };

    for (const char *at = folded; *at; at++) {
        const bool is_mark = strchr(" ?!.,:;*'\"()/-", *at) != NULL;
        if (!is_mark)
            buffer_add_char(&key, *at);
    }
    free(folded);
    return buffer_take(&key);
}

void
import_asked_clear(struct import *import)
{
    struct import_menu *menu = &import->menu;

    for (size_t i = 0; menu->keys && i < menu->questions.count; i++)
        free(menu->keys[i]);
    free(menu->keys);
    menu->keys = NULL;
    meeting_question_list_clear(&menu->questions);
}

bool
import_asked_load(struct import *import, struct error *err)
{
    struct import_menu *menu = &import->menu;
    const int64_t meeting = import->goal.meeting;

    import_asked_clear(import);
    if (!meeting || !session_reads_private_of(
                        import->at, (struct row_ref){ ENTITY_MEETING, meeting }))
        return true;
    if (!question_table_list(import->at->db, meeting, &menu->questions, err))
        return false;
    menu->keys = memory_new(menu->questions.count + 1, sizeof(*menu->keys));
    for (size_t i = 0; i < menu->questions.count; i++)
        menu->keys[i] = key_of(menu->questions.items[i].text);
    return true;
}

const struct meeting_question *
import_asked_by(const struct import *import, size_t column)
{
    const struct import_menu *menu = &import->menu;
    const struct meeting_question *found = NULL;

    if (menu->questions.count == 0 || import->headless || column >= import->headers.count)
        return NULL;
    char *key = key_of(import->headers.cells[column]);
    for (size_t i = 0; !found && *key && i < menu->questions.count; i++)
        if (strcmp(menu->keys[i], key) == 0)
            found = &menu->questions.items[i];
    free(key);
    return found;
}

bool
import_can_answer(const struct import *import, size_t column)
{
    return import_asked_by(import, column) != NULL;
}

/* --- which columns they are */

static bool
is_told_apart_by(enum import_target target)
{
    return target == IMPORT_FAMILY || target == IMPORT_GIVEN || target == IMPORT_EMAIL ||
           target == IMPORT_NAME_GIVEN_FIRST || target == IMPORT_NAME_FAMILY_FIRST;
}

/* A list that was exported has the answers behind what else is called so. */
static bool
stands_again(const struct import *import, size_t column)
{
    const struct meeting_question *question = import_asked_by(import, column);
    bool again = false;

    for (size_t c = column + 1; !again && c < import->headers.count; c++)
        again = import_asked_by(import, c) == question;
    return again;
}

/* “Organisation”, by which somebody is known here and on other lists: the first column of
 * that name is theirs, and another one answers. */
static bool
is_their_own(const struct import *import, size_t column)
{
    const enum import_target target = import->mapping.targets[column];

    if (target == IMPORT_NOTHING ||
        target != import_target_named(import->headers.cells[column]))
        return false;
    for (size_t c = 0; c < column; c++)
        if (import->mapping.targets[c] == target)
            return false;
    return true;
}

size_t
import_asked_guess(struct import *import)
{
    size_t known = 0;

    for (size_t c = 0; c < import->mapping.count; c++) {
        enum import_target *target = &import->mapping.targets[c];
        if (!import_asked_by(import, c) || is_told_apart_by(*target) ||
            stands_again(import, c) || is_their_own(import, c))
            continue;
        known += *target == IMPORT_NOTHING;
        *target = IMPORT_ANSWER;
    }
    return known;
}
