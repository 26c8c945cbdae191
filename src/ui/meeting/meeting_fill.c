/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_fill.c - how full a meeting is, seen from a list of meetings */
#include "meeting/meeting_fill.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/domain/meeting.h"

enum fill { FILL_FREE, FILL_FULL, FILL_OVERBOOKED };

/* Whether it is still to take place: what has passed or was called off alarms nobody. */
static bool
is_to_come(const struct list *list, const struct listing_row *row)
{
    const char *name = list_cell_of(list, row, "state");
    int state = name ? choice_find(meeting_states, name) : -1;
    return state >= 0 && meeting_state_is_to_come((enum meeting_state)state);
}

static enum fill
find_fill(const struct list *list, const struct listing_row *row)
{
    const char *seats = list_cell_of(list, row, "seats");
    const char *taken = list_cell_of(list, row, "taken");
    if (!seats || !taken || !is_to_come(list, row))
        return FILL_FREE;
    long long most = strtoll(seats, NULL, 10);
    long long come = strtoll(taken, NULL, 10);
    return come > most ? FILL_OVERBOOKED : come == most ? FILL_FULL : FILL_FREE;
}

static char
sign(const struct list *list, const struct listing_row *row)
{
    return find_fill(list, row) == FILL_OVERBOOKED ? MEETING_OVERBOOKED_SIGN : 0;
}

static enum style
look(const struct list *list, const struct listing_row *row, size_t column)
{
    static const enum style styles[] = { [FILL_FREE] = STYLE_PLAIN,
                                         [FILL_FULL] = STYLE_STRONG,
                                         [FILL_OVERBOOKED] = STYLE_WARNING };
    const char *name = list->listing->columns[column].name;
    if (strcmp(name, "taken") != 0 && strcmp(name, "seats") != 0)
        return STYLE_PLAIN;
    return styles[find_fill(list, row)];
}

void
meeting_fill_show(struct list *list)
{
    list->sign = sign;
    list->look = look;
}
