/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statistics_bind.c - the numbers and days that the statements of the figures ask with */
#include "atelier/domain/presence.h"
#include "table/statistics_sql.h"

void
statistics_bind_outcomes(sqlite3_stmt *statement)
{
    connection_bind_number(statement, ":accepted", REGISTRATION_ACCEPTED);
    connection_bind_number(statement, ":state_excused", REGISTRATION_EXCUSED);
    connection_bind_number(statement, ":there", presence_kinds_there());
    connection_bind_number(statement, ":mark_present", PRESENCE_PRESENT);
    connection_bind_number(statement, ":mark_excused", PRESENCE_EXCUSED);
    connection_bind_number(statement, ":mark_absent", PRESENCE_ABSENT);
    connection_bind_number(statement, ":mark_annulled", PRESENCE_ANNULLED);
    connection_bind_number(statement, ":was_in_room", OUTCOME_IN_ROOM);
    connection_bind_number(statement, ":was_remote", OUTCOME_REMOTE);
    connection_bind_number(statement, ":was_excused", OUTCOME_EXCUSED);
    connection_bind_number(statement, ":was_absent", OUTCOME_ABSENT);
}

void
statistics_bind_scope(sqlite3_stmt *statement, const struct statistics_scope *scope,
                      instant now)
{
    char first[DATE_TEXT_SIZE];
    char last[DATE_TEXT_SIZE];

    date_format(scope->first, first);
    date_format(scope->last, last);
    connection_bind_number(statement, ":now", now);
    connection_bind_number(statement, ":of_meeting", scope->meeting);
    connection_bind_number(statement, ":of_group", scope->group);
    connection_bind_text(statement, ":from_day",
                         date_is_none(scope->first) ? NULL : first);
    connection_bind_text(statement, ":to_day", date_is_none(scope->last) ? NULL : last);
    statistics_bind_outcomes(statement);
}

static int64_t
pairs_of(enum figure figure)
{
    int64_t pairs = 0;

    for (int state = 0; state < REGISTRATION_STATE_COUNT; state++)
        for (int outcome = 0; outcome < OUTCOME_COUNT; outcome++)
            if (figure_counts(figure, (enum registration_state)state,
                              (enum outcome)outcome))
                pairs |= (int64_t)1 << (state * OUTCOME_COUNT + outcome);
    return pairs;
}

/* The states of which the figure counts everybody, whatever became of them; or some. */
static int64_t
states_of(enum figure figure, bool all)
{
    int64_t states = 0;

    for (int state = 0; state < REGISTRATION_STATE_COUNT; state++) {
        int counted = 0;
        for (int outcome = 0; outcome < OUTCOME_COUNT; outcome++)
            counted += figure_counts(figure, (enum registration_state)state,
                                     (enum outcome)outcome);
        if (counted == OUTCOME_COUNT || (!all && counted > 0))
            states |= (int64_t)1 << state;
    }
    return states;
}

void
statistics_bind_part(sqlite3_stmt *statement, const struct statistics_part *part,
                     instant now)
{
    statistics_bind_scope(statement, &part->scope, now);
    connection_bind_number(statement, ":counted_states", states_of(part->figure, true));
    connection_bind_number(statement, ":counted_partly", states_of(part->figure, false));
    connection_bind_number(statement, ":counted_pairs", pairs_of(part->figure));
    connection_bind_number(statement, ":outcomes", OUTCOME_COUNT);
    connection_bind_text(statement, ":counted_key", part->key);
    connection_bind_text(statement, ":counted_period", part->period);
}

int64_t
statistics_period_length(const struct statistics_wish *wish)
{
    if (wish->by == STATISTICS_BY_MEETING)
        return 10;
    return wish->each == STATISTICS_EACH_YEAR    ? 4
           : wish->each == STATISTICS_EACH_MONTH ? 7
                                                 : 0;
}
