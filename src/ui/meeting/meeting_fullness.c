/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_fullness.c - how full a meeting is, seen from a list of meetings */
#include "meeting/meeting_fullness.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/domain/meeting.h"

enum fullness { FULLNESS_FREE, FULLNESS_FULL, FULLNESS_OVERBOOKED };

/* Whether it is still to take place: what has passed or was called off alarms nobody. */
static bool
is_to_come(const struct list *list, const struct listing_row *row)
{
    const char *name = list_cell_of(list, row, "state");
    int state = name ? choice_find(meeting_states, name) : -1;
    return state >= 0 && meeting_state_is_to_come((enum meeting_state)state);
}

static enum fullness
find_fullness(const struct list *list, const struct listing_row *row)
{
    const char *seats = list_cell_of(list, row, "seats");
    const char *taken = list_cell_of(list, row, "taken");
    if (!seats || !taken || !is_to_come(list, row))
        return FULLNESS_FREE;
    long long most = strtoll(seats, NULL, 10);
    long long come = strtoll(taken, NULL, 10);
    return come > most    ? FULLNESS_OVERBOOKED
           : come == most ? FULLNESS_FULL
                          : FULLNESS_FREE;
}

static char
sign(const struct list *list, const struct listing_row *row)
{
    return find_fullness(list, row) == FULLNESS_OVERBOOKED ? MEETING_OVERBOOKED_SIGN : 0;
}

enum style
meeting_fullness_look(const struct list *list, const struct listing_row *row,
                      size_t column)
{
    static const enum style styles[] = { [FULLNESS_FREE] = STYLE_PLAIN,
                                         [FULLNESS_FULL] = STYLE_STRONG,
                                         [FULLNESS_OVERBOOKED] = STYLE_WARNING };
    const char *name = list->listing->columns[column].name;
    if (strcmp(name, "taken") != 0 && strcmp(name, "seats") != 0)
        return STYLE_PLAIN;
    return styles[find_fullness(list, row)];
}

void
meeting_fullness_show(struct list *list)
{
    list->sign = sign;
    list->look = meeting_fullness_look;
}
