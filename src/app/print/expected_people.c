/* SPDX-License-Identifier: GPL-3.0-or-later */
/* expected_people.c - those who are expected at a meeting, as they are printed */
#include "print/expected_people.h"

#include <string.h>

#include "atelier/app/browse.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/presence.h"
#include "session/session.h"

enum { PAGE_ROWS = 500 };

/* Where the cells stand that are read. */
struct cells {
    size_t family, given, organisation, function, category, role, state, remote;
};

static size_t
column_of(const struct listing *listing, const char *name)
{
    size_t at = 0;
    while (strcmp(listing->columns[at].name, name) != 0)
        at++;
    return at;
}

static struct cells
find_cells(void)
{
    const struct listing *listing = listing_get(LISTING_REGISTRATION);

    return (struct cells){
        .family = column_of(listing, "family"),
        .given = column_of(listing, "given"),
        .organisation = column_of(listing, "organisation_name"),
        .function = column_of(listing, "function"),
        .category = column_of(listing, "category_name"),
        .role = column_of(listing, "role"),
        .state = column_of(listing, "state"),
        .remote = column_of(listing, "presence_remote"),
    };
}

/* --- texts of one */

static void
add_part(struct buffer *text, const char *part)
{
    if (part && *part)
        buffer_addf(text, "%s%s", text->length > 0 ? ", " : "", part);
}

char *
expected_person_category(const struct expected_person *person)
{
    struct buffer text = { 0 };

    add_part(&text, person->category);
    if (person->role != REGISTRATION_PARTICIPANT) {
        buffer_add(&text, text.length > 0 ? " · " : "");
        buffer_add(&text, _(registration_roles[person->role].label));
    }
    return text.length > 0 ? buffer_take(&text) : NULL;
}

/* --- all of them */

struct reading {
    struct cells at;
    struct seat_rule rule;
    expected_person_take *take;
    void *context;
};

/* False: no more of them. */
static bool
take_row(const struct reading *reading, const struct listing_row *row)
{
    const struct cells *at = &reading->at;
    char *const *cells = row->cells;
    const int role = choice_find(registration_roles, cells[at->role]);
    const int state = choice_find(registration_states, cells[at->state]);
    const struct registration as = { .role = (enum registration_role)role,
                                     .state = (enum registration_state)state };
    if (role < 0 || state < 0 || !presence_is_expected(&as, &reading->rule))
        return true;
    struct buffer name = { 0 };
    add_part(&name, cells[at->family]);
    add_part(&name, cells[at->given]);
    const struct expected_person person = {
        .registration = row->id,
        .name = buffer_text(&name),
        .family = cells[at->family],
        .given = cells[at->given],
        .organisation = cells[at->organisation],
        .function = cells[at->function],
        .category = cells[at->category],
        .role = as.role,
        .remote = cells[at->remote] && strcmp(cells[at->remote], "1") == 0,
    };
    const bool more = reading->take(reading->context, &person);
    buffer_clear(&name);
    return more;
}

bool
expected_people_each(struct atelier *at, int64_t meeting, expected_person_take *take,
                     void *context, struct error *err)
{
    const struct listing_query query = { .kind = LISTING_REGISTRATION, .scope = meeting };
    const struct reading reading = { .at = find_cells(),
                                     .rule = settings_seat_rule(&at->settings),
                                     .take = take,
                                     .context = context };
    struct listing_page page = { 0 };
    struct listing_key key = { 0 };
    enum listing_direction direction = LISTING_FIRST;
    bool ok;
    bool more;

    do {
        listing_page_clear(&page);
        ok = listing_fetch(at, &query, direction, &key, PAGE_ROWS, &page, err);
        more = ok && page.more_after && page.count > 0;
        for (size_t i = 0; ok && i < page.count; i++)
            if (!take_row(&reading, &page.rows[i]))
                more = false;
        if (more) {
            direction = LISTING_AFTER;
            listing_key_clear(&key);
            listing_key_copy(&key, &page.rows[page.count - 1].key);
        }
    } while (more);
    listing_page_clear(&page);
    listing_key_clear(&key);
    return ok;
}
