/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print_cards.c - badges and place cards of those who are expected at a meeting */
#include "atelier/app/print_cards.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/badge_code.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/when.h"
#include "atelier/domain/whole_name.h"
#include "atelier/store/row_table.h"
#include "print/expected_people.h"
#include "print/paper_making.h"
#include "session/session.h"

/* --- what is printed */

struct making {
    struct printed_cards *cards;
    enum card_kind kind;
    struct row_choice only;
};

static char *
badge_code(int64_t registration)
{
    struct buffer code = { 0 };

    badge_code_add(registration, &code);
    return buffer_take(&code);
}

/* On a badge and on the table a name is read as it is said. */
static char *
said_name(const struct expected_person *person)
{
    struct buffer name = { 0 };

    whole_name_add_said(person->family, person->given, &name);
    return buffer_take(&name);
}

static bool
add_card(void *context, const struct expected_person *person)
{
    const struct making *making = context;

    if (person->remote || !row_choice_takes(&making->only, person->registration))
        return true;
    struct printed_card *card = printed_cards_add(making->cards);
    card->name = said_name(person);
    card->organisation = memory_copy(person->organisation);
    card->function = memory_copy(person->function);
    if (making->kind == CARD_BADGE) {
        card->category = expected_person_category(person);
        card->code = badge_code(person->registration);
    }
    return making->cards->people.count < PRINTED_CARDS_MOST;
}

static void
add_words(const struct atelier *at, const struct meeting *meeting,
          struct printed_cards *cards)
{
    struct buffer when = { 0 };
    char moment[INSTANT_TEXT_SIZE];

    when_format_date(meeting->start.date, WHEN_LONG, &when);
    instant_format(atelier_now(at), moment);
    cards->language = memory_copy(language_code());
    cards->title = memory_copy(meeting->title);
    cards->made_at = memory_copy(moment);
    cards->heading = memory_copy(meeting->title);
    cards->when = buffer_take(&when);
    printed_cards_say_erased(cards);
}

static bool
set_layout(const struct atelier *at, const struct cards_request *request,
           struct printed_cards *cards, struct error *err)
{
    const bool is_badge = request->kind == CARD_BADGE;
    const char *usual = is_badge ? at->settings.badge_size : at->settings.card_size;
    struct error why = { 0 };

    cards->folds = is_badge ? 0 : 1;
    return card_layout_read(request->kind, request->size ? request->size : usual,
                            &cards->layout, &why) ||
           error_set_field(err, ERROR_INPUT, "size", "%s", why.message);
}

bool
cards_read(struct atelier *at, const struct cards_request *request,
           struct printed_cards *cards, struct error *err)
{
    struct meeting *meeting = record_new(&meeting_entity);
    struct making making = { cards, request->kind, request->only };
    const struct row_ref place = { ENTITY_MEETING, request->meeting };
    const bool ok =
        set_layout(at, request, cards, err) &&
        atelier_may(at, ACT_SHEET_ADD_NEEDS, place, err) &&
        row_load(at->db, &meeting_entity, request->meeting, meeting, err) &&
        (meeting->mode == MODE_REMOTE ||
         expected_people_each(at, request->meeting, add_card, &making, err)) &&
        (cards->people.count > 0 ||
         error_set(err, ERROR_INPUT, "%s",
                   request->only.count > 0
                       ? _("None of them is expected in the room: there is no card to "
                           "print.")
                       : _("Nobody is expected in the room: there is no card to "
                           "print.")));

    if (ok)
        add_words(at, meeting, cards);
    record_free(&meeting_entity, meeting);
    return ok;
}

/* --- printing it */

struct paper_job *
cards_job_start(struct atelier *at, const struct cards_request *request,
                const struct print_destination *destination, struct error *err)
{
    struct paper_job *job = NULL;
    struct printed_cards cards = { 0 };
    struct buffer wire = { 0 };

    if (cards_read(at, request, &cards, err)) {
        printed_cards_add_wire(&wire, &cards);
        job = paper_job_start(at, &wire, (int64_t)cards.people.count, destination, err);
    }
    buffer_clear(&wire);
    printed_cards_clear(&cards);
    return job;
}
