/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_standing.c - choose somebody for a meeting, and see who is on its list already
 */
#include "meeting/meeting_standing.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/app/browse.h"
#include "atelier/app/edit.h"
#include "atelier/app/register.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/whole_name.h"
#include "noun/noun.h"
#include "sentence.h"
#include "widget/finder.h"
#include "widget/picker.h"

static int64_t
add_newcomer(struct ui *ui, void *context, enum entity_kind kind, const char *typed)
{
    (void)context;
    return noun_add_short(ui, kind, ui_row(ui), typed);
}

/* Who is on the list already, and how; of who is off it again, how they left. */
static void
add_standing(struct ui *ui, struct row_ref meeting, struct row_ref person,
             struct buffer *standing)
{
    struct registration registration;
    struct error ignored = { 0 };
    int64_t id = 0;

    record_init(&registration_entity, &registration);
    if (register_find(ui_atelier(ui), meeting.id, person.id, &id, &ignored) &&
        edit_load(ui_atelier(ui), &registration_entity, id, &registration, &ignored))
        buffer_addf(standing,
                    registration_is_live(registration.state) ? _("on the list: %s")
                                                             : _("off the list: %s"),
                    _(registration_states[registration.state].label));
    record_clear(&registration_entity, &registration);
    error_clear(&ignored);
}

struct picker_nouns
meeting_standing_nouns(int64_t meeting)
{
    struct picker_nouns nouns = noun_picker;

    nouns.create = add_newcomer;
    nouns.add_standing = add_standing;
    nouns.place = (struct row_ref){ ENTITY_MEETING, meeting };
    return nouns;
}

int64_t
meeting_standing_pick(struct ui *ui, int64_t meeting, const char *title,
                      const char *typed)
{
    const struct picker_nouns nouns = meeting_standing_nouns(meeting);

    return picker_run(ui, title, ENTITY_PERSON, typed, &nouns);
}

/* --- somebody of the list alone */

static const char *
cell(const struct listing_row *row, const char *name)
{
    const struct listing *listing = listing_get(LISTING_REGISTRATION);

    for (size_t i = 0; i < listing->column_count; i++)
        if (strcmp(listing->columns[i].name, name) == 0)
            return row->cells[i];
    return NULL;
}

static void
add_listed(struct finding_list *list, const struct listing_row *row)
{
    const char *person = cell(row, "person");
    const char *family = cell(row, "family");
    const char *given = cell(row, "given");
    const char *organisation = cell(row, "organisation_name");
    const char *state = cell(row, "state");
    const int known = state ? choice_find(registration_states, state) : -1;
    struct buffer title = { 0 };
    struct buffer detail = { 0 };

    whole_name_add_listed(family, given, &title);
    if (known >= 0)
        buffer_add(&detail, _(registration_states[known].label));
    if (organisation)
        buffer_addf(&detail, "%s%s", detail.length > 0 ? " · " : "", organisation);
    finding_list_add(list, buffer_text(&title), buffer_text(&detail),
                     person ? strtoll(person, NULL, 10) : 0, 0);
    buffer_clear(&title);
    buffer_clear(&detail);
}

static bool
fill_listed(struct ui *ui, void *context, const char *text, struct finding_list *list,
            struct error *err)
{
    enum { SHOWN = 50 };
    const int64_t *meeting = context;
    struct listing_query query = { .kind = LISTING_REGISTRATION,
                                   .scope = *meeting,
                                   .search = text_is_blank(text) ? NULL : text };
    struct listing_page page = { 0 };
    const bool ok =
        listing_fetch(ui_atelier(ui), &query, LISTING_FIRST, NULL, SHOWN, &page, err);

    for (size_t i = 0; ok && i < page.count; i++)
        add_listed(list, &page.rows[i]);
    listing_page_clear(&page);
    return ok;
}

int64_t
meeting_listed_pick(struct ui *ui, int64_t meeting, const char *title)
{
    struct buffer none = { 0 };
    struct finding chosen = { 0 };
    int64_t person = 0;

    sentence_add(ui,
                 _("Nobody of that name is on the list of the meeting: "
                   "%K{meeting.register} on that list registers them."),
                 &none);
    const struct finder_request request = {
        .title = title,
        .empty = _("Nobody is on the list of the meeting yet."),
        .none = buffer_text(&none),
        .fill = fill_listed,
        .context = &meeting,
    };
    if (finder_run(ui, &request, &chosen, NULL))
        person = chosen.id;
    finding_clear(&chosen);
    buffer_clear(&none);
    return person;
}

bool
meeting_has_person(struct ui *ui, int64_t meeting, int64_t person)
{
    struct registration registration;
    struct error ignored = { 0 };
    int64_t id = 0;

    record_init(&registration_entity, &registration);
    const bool has =
        register_find(ui_atelier(ui), meeting, person, &id, &ignored) &&
        edit_load(ui_atelier(ui), &registration_entity, id, &registration, &ignored) &&
        registration_is_live(registration.state);
    record_clear(&registration_entity, &registration);
    error_clear(&ignored);
    return has;
}

const char *
meeting_leaving(struct ui *ui, int64_t meeting, int64_t person)
{
    return meeting_has_person(ui, meeting, person)
               ? NULL
               : _("Leave it: known, but not on the list");
}
