/* SPDX-License-Identifier: GPL-3.0-or-later */
/* given_answers.h - what people answer to the questions of meetings, by --answer
 *
 * What an act asks before it is done is another thing: answers.h.
 */
#ifndef ATELIER_CLI_GIVEN_ANSWERS_H
#define ATELIER_CLI_GIVEN_ANSWERS_H

#include "atelier/app/register_meetings.h"
#include "invocation.h"

/* given_answers_clear() frees it. */
struct given_answers {
    struct meetings_answer *items;
    size_t count;
};

/* Each --answer that was given, in the order in which it was; ERROR_INPUT for one that is
 * no question and answer. */
bool given_answers_read(const struct invocation *inv, struct given_answers *given,
                        struct error *err);
void given_answers_clear(struct given_answers *given);

#endif
