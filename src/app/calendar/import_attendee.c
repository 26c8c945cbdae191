/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_attendee.c - whom an event names, onto the list of its meeting */
#include "calendar/import_attendee.h"

#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/store/person_table.h"
#include "atelier/store/registration_table.h"
#include "enrolment/enrolment.h"

struct placing {
    struct enrolment enrolment;
    struct imported *imported;
    struct calendar_import_outcome *outcome;
    struct error *err;
};

/* An e-mail may be shared by several people: then nobody knows who is meant. */
static bool
find_person(struct placing *placing, const char *mail, int64_t *id)
{
    struct person_list list = { 0 };
    const bool ok =
        person_table_find_email(placing->enrolment.at->db, mail, &list, placing->err);
    *id = ok && list.count == 1 ? list.items[0].head.id : 0;
    if (ok && list.count == 0)
        buffer_addf(&placing->imported->row.warnings,
                    _("Nobody here has the address %s.\n"), mail);
    else if (ok && list.count > 1)
        buffer_addf(&placing->imported->row.warnings,
                    _("Several people have the address %s: register who is meant.\n"),
                    mail);
    person_list_clear(&list);
    return ok;
}

/* Who finds no seat is counted, not refused: the others go on. */
static bool
enter(struct placing *placing, int64_t person)
{
    const struct register_request request = {
        .meeting = placing->enrolment.meeting.head.id,
        .person = person,
        .source = SOURCE_IMPORT,
    };
    struct register_outcome outcome;
    struct error refusal = { 0 };

    if (enrolment_enter(&placing->enrolment, &request, &outcome, &refusal)) {
        placing->outcome->registered += !outcome.already;
        return true;
    }
    if (!question_means_no_seat(&refusal) && refusal.kind != ERROR_RULE)
        return error_pass(placing->err, &refusal);
    struct buffer name = { 0 };
    placing->outcome->full++;
    display_title(placing->enrolment.at, ENTITY_PERSON, person, &name);
    buffer_addf(&placing->imported->row.warnings, _("%s: %s"), buffer_text(&name),
                refusal.message);
    buffer_add_char(&placing->imported->row.warnings, '\n');
    buffer_clear(&name);
    return true;
}

static bool
decline(struct placing *placing, struct registration *registration)
{
    struct register_outcome outcome;

    placing->outcome->declined++;
    return enrolment_act(&placing->enrolment, registration, REGISTRATION_DECLINE, NULL,
                         NULL, &outcome, placing->err);
}

static bool
find(struct placing *placing, int64_t person, struct registration *registration)
{
    return registration_table_find(placing->enrolment.at->db,
                                   placing->enrolment.meeting.head.id, person,
                                   registration, placing->err);
}

/* Who registers people here knows more than a calendar that is read now and then; but who
 * counts on somebody who declined there would like to know. */
static bool
answers_otherwise(enum registration_state state, enum source_answer answer)
{
    if (answer == SOURCE_DECLINED)
        return registration_is_live(state);
    return answer == SOURCE_ACCEPTED &&
           (state == REGISTRATION_DECLINED || state == REGISTRATION_EXCUSED ||
            state == REGISTRATION_WITHDRAWN);
}

static void
tell_other_answer(struct placing *placing, const struct registration *registration,
                  enum source_answer answer)
{
    struct buffer name = { 0 };

    display_title(placing->enrolment.at, ENTITY_PERSON, registration->person, &name);
    buffer_addf(&placing->imported->row.warnings,
                answer == SOURCE_DECLINED
                    ? _("%s has declined in the calendar; here the registration is %s.  "
                        "Change it, if the calendar is right.\n")
                    : _("%s has accepted in the calendar; here the registration is %s.  "
                        "Change it, if the calendar is right.\n"),
                buffer_text(&name), _(registration_states[registration->state].label));
    placing->outcome->other++;
    buffer_clear(&name);
}

static bool
place(struct placing *placing, int64_t person, enum source_answer answer)
{
    struct registration registration;
    bool invited = false;
    record_init(&registration_entity, &registration);
    bool ok = find(placing, person, &registration);
    const bool is_asked =
        registration.head.id == 0 || registration.state == REGISTRATION_INVITED;
    if (ok && is_asked && answer == SOURCE_ACCEPTED)
        ok = enter(placing, person);
    else if (ok && is_asked) {
        ok = enrolment_invite(&placing->enrolment, person, &invited, placing->err);
        if (ok && answer == SOURCE_DECLINED)
            ok = find(placing, person, &registration) && decline(placing, &registration);
        else
            placing->outcome->invited += invited;
    } else if (ok && answers_otherwise(registration.state, answer)) {
        tell_other_answer(placing, &registration, answer);
    }
    record_clear(&registration_entity, &registration);
    return ok;
}

/* Whoever it is, a person has to look. */
static void
tell_nameless(struct placing *placing, const struct imported_person *person)
{
    struct buffer *warnings = &placing->imported->row.warnings;

    if (!person->name)
        buffer_add(warnings, _("An attendee has neither a name nor an e-mail address in "
                               "the calendar: register who is meant.\n"));
    else if (person->is_group)
        buffer_addf(warnings,
                    _("“%.100s” stands for several people: register who is meant.\n"),
                    person->name);
    else
        buffer_addf(warnings,
                    _("“%.100s” has no e-mail address in the calendar: register who is "
                      "meant.\n"),
                    person->name);
}

static bool
place_one(struct placing *placing, const struct imported_person *person)
{
    int64_t id = 0;

    if (!person->mail)
        tell_nameless(placing, person);
    else if (!find_person(placing, person->mail, &id) ||
             (id && !place(placing, id, person->answer)))
        return false;
    placing->outcome->unknown += !id;
    return true;
}

bool
import_attendee_place(struct calendar_import *import, struct imported *imported,
                      int64_t meeting, struct calendar_import_outcome *outcome,
                      struct error *err)
{
    struct placing placing = { .imported = imported, .outcome = outcome, .err = err };
    if (imported->people_count == 0 || !meeting_is_open(&imported->row.meeting))
        return true;
    bool ok = enrolment_open(&placing.enrolment, import->at, meeting, err);
    for (size_t i = 0; ok && i < imported->people_count; i++)
        ok = place_one(&placing, &imported->people[i]);
    enrolment_close(&placing.enrolment);
    return ok;
}
