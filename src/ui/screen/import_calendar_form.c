/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_calendar_form.c - what a calendar cannot say itself, as a form */
#include "screen/import_calendar_form.h"

#include <stddef.h>

#include "atelier/base/language.h"
#include "widget/form.h"

enum question {
    ASK_FROM,
    ASK_UNTIL,
    ASK_ZONE,
    ASK_UTC,
    ASK_HOURS,
    ASK_ATTENDEES,
    ASK_PRIVATE,
    ASK_CUT,
    ASK_WRONG,
    QUESTION_FIELDS
};

/* A noun of this file alone; the names are those of what is wrong with the choice. */
struct answers {
    struct record head;
    struct date from;
    struct date until;
    char *zone;
    char *utc_zone;
    char *hours;
    bool attendees;
    bool private;
    bool cut;
    bool drop_wrong;
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
    [ASK_PRIVATE] = { .name = "private",
                      .label = N_("Private events"),
                      .help = N_("also of other groups, or taking no time; once written, "
                                 "the group's calendars show them"),
                      .kind = FIELD_BOOLEAN,
                      .offset = offsetof(struct answers, private) },
    [ASK_CUT] = { .name = "cut",
                  .label = N_("Cut long texts"),
                  .help = N_("else a text that is too long refuses its event"),
                  .kind = FIELD_BOOLEAN,
                  .offset = offsetof(struct answers, cut) },
    [ASK_WRONG] = { .name = "drop",
                    .label = N_("Without what is wrong"),
                    .help = N_("else a line that cannot be read refuses its event"),
                    .kind = FIELD_BOOLEAN,
                    .offset = offsetof(struct answers, drop_wrong) },
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
    answers->private = choice->private;
    answers->cut = choice->cut;
    answers->drop_wrong = choice->drop_wrong;
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
    struct calendar_import_choice choice = calendar_view_choice(view);

    choice.from = answers->from;
    choice.until = answers->until;
    choice.zone = answers->zone;
    choice.utc_zone = answers->utc_zone;
    choice.has_hours = false;
    choice.attendees = answers->attendees;
    choice.private = answers->private;
    choice.cut = answers->cut;
    choice.drop_wrong = answers->drop_wrong;
    return (!answers->hours ||
            calendar_import_read_hours(answers->hours, &choice, err)) &&
           calendar_view_open(view, ui, &choice, err);
}

/* What the first row that needs an answer asks. */
static enum question
first_asked(const struct calendar_import *import)
{
    static const enum question asks[CALENDAR_IMPORT_QUESTIONS] = {
        [CALENDAR_IMPORT_ASKS_UTC] = ASK_UTC,
        [CALENDAR_IMPORT_ASKS_ZONE] = ASK_ZONE,
        [CALENDAR_IMPORT_ASKS_HOURS] = ASK_HOURS,
        [CALENDAR_IMPORT_ASKS_PRIVATE] = ASK_PRIVATE,
        [CALENDAR_IMPORT_ASKS_CUT] = ASK_CUT,
        [CALENDAR_IMPORT_ASKS_WRONG] = ASK_WRONG,
    };
    enum question first = ASK_FROM;

    for (size_t i = 0; first == ASK_FROM && i < calendar_import_row_count(import); i++)
        first = asks[calendar_import_row(import, i)->asks];
    return first;
}

bool
import_calendar_form(struct ui *ui, struct calendar_view *view)
{
    struct answers answers;
    record_init(&entity, &answers);
    say_present(calendar_import_choice(view->import), &answers);
    const struct form_request request = {
        .title = _("What the calendar does not say"),
        .entity = &entity,
        .record = &answers,
        .first = fields[first_asked(view->import)].name,
        .save = save,
        .context = view,
    };
    const bool ok = form_run(ui, &request);
    record_clear(&entity, &answers);
    return ok;
}
