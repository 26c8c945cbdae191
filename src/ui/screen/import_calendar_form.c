/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_calendar_form.c - what a calendar cannot say itself, as a form */
#include "screen/import_calendar_form.h"

#include <stddef.h>

#include "atelier/base/language.h"
#include "widget/form.h"

/* A noun of this file alone; the names are those of what is wrong with the choice. */
struct answers {
    struct record head;
    struct date from;
    struct date until;
    char *zone;
    char *utc_zone;
    char *hours;
    bool attendees;
};

static const struct field fields[QUESTION_FIELDS] = {
    [ASK_FROM] = { .name = "from",
                   .label = N_("From"),
                   .help = N_("the first day that is taken; empty: today"),
                   .kind = FIELD_DATE,
                   .offset = offsetof(struct answers, from) },
    [ASK_UNTIL] = { .name = "until",
                    .label = N_("Until"),
                    .help = N_("the last day that is taken; empty: a year later"),
                    .kind = FIELD_DATE,
                    .offset = offsetof(struct answers, until) },
    [ASK_ZONE] = { .name = "zone",
                   .label = N_("Times without a zone"),
                   .help = N_("of whole days too"),
                   .kind = FIELD_ZONE,
                   .offset = offsetof(struct answers, zone) },
    [ASK_UTC] = { .name = "utc-as",
                  .label = N_("Times in UTC"),
                  .help = N_("by whose clocks people come"),
                  .kind = FIELD_ZONE,
                  .offset = offsetof(struct answers, utc_zone) },
    [ASK_HOURS] = { .name = "hours",
                    .label = N_("Hours of whole days"),
                    .help = N_("of events that have none: 9:30-17:00"),
                    .kind = FIELD_TEXT,
                    .offset = offsetof(struct answers, hours) },
    [ASK_ATTENDEES] = { .name = "attendees",
                        .label = N_("With attendees"),
                        .help = N_("those whom an event names come onto its list"),
                        .kind = FIELD_BOOLEAN,
                        .offset = offsetof(struct answers, attendees) },
};

static const struct entity entity = { .kind = ENTITY_COUNT,
                                      .name = "calendar_choice",
                                      .size = sizeof(struct answers),
                                      .fields = fields,
                                      .field_count = QUESTION_FIELDS };

static void
say_present(const struct calendar_import_choice *choice, struct answers *answers)
{
    struct buffer hours = { 0 };

    answers->from = choice->from;
    answers->until = choice->until;
    answers->attendees = choice->attendees;
    field_set_text(&fields[ASK_ZONE], answers, choice->zone);
    field_set_text(&fields[ASK_UTC], answers, choice->utc_zone);
    if (choice->has_hours)
        calendar_import_add_hours(choice, &hours);
    field_set_text(&fields[ASK_HOURS], answers,
                   choice->has_hours ? buffer_text(&hours) : NULL);
    buffer_clear(&hours);
}

/* What is wrong is said beside its field. */
static bool
save(struct ui *ui, void *context, void *record, struct error *err)
{
    struct calendar_view *view = context;
    const struct answers *answers = record;
    struct calendar_import_choice choice = {
        .group = view->group,
        .from = answers->from,
        .until = answers->until,
        .zone = answers->zone,
        .utc_zone = answers->utc_zone,
        .attendees = answers->attendees,
        .private = calendar_import_choice(view->import)->private,
        .cut = calendar_import_choice(view->import)->cut,
        .create_rooms = calendar_import_choice(view->import)->create_rooms,
        .venue = calendar_import_choice(view->import)->venue,
        .mends = calendar_import_choice(view->import)->mends,
    };

    return (!answers->hours ||
            calendar_import_read_hours(answers->hours, &choice, err)) &&
           calendar_view_open(view, ui, &choice, err);
}

bool
import_calendar_form(struct ui *ui, struct calendar_view *view,
                     enum calendar_question first)
{
    struct answers answers;
    record_init(&entity, &answers);
    say_present(calendar_import_choice(view->import), &answers);
    const struct form_request request = {
        .title = _("What the calendar does not say"),
        .entity = &entity,
        .record = &answers,
        .first = fields[first].name,
        .save = save,
        .context = view,
    };
    const bool ok = form_run(ui, &request);
    record_clear(&entity, &answers);
    return ok;
}
