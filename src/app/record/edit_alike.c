/* SPDX-License-Identifier: GPL-3.0-or-later */
/* edit_alike.c - who, or what, is probably there already: asked before it is added */
#include "record/edit_alike.h"

#include <inttypes.h>
#include <stdlib.h>

#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/person.h"
#include "atelier/store/organisation_table.h"
#include "atelier/store/person_alike.h"
#include "atelier/store/person_table.h"
#include "atelier/store/row_table.h"

enum { MOST_ALIKE = 20, SHOWN = 6 };

/* The likeliest first; equally likely ones in the order of their ids. */
struct alike {
    const struct person *person;
    enum likeness likeness;
};

static int
compare_alike(const void *left, const void *right)
{
    const struct alike *a = left;
    const struct alike *b = right;
    if (a->likeness != b->likeness)
        return a->likeness > b->likeness ? -1 : 1;
    return a->person->head.id < b->person->head.id ? -1 : 1;
}

/* The answer serves when it was given for this one, or before anything was shown. */
static bool
is_answered_for(const struct questions *questions, int64_t id)
{
    const struct question_entry *answer = question_answer(questions, QUESTION_DUPLICATE);
    return answer && (answer->choice_count == 0 ||
                      question_is_offered(questions, QUESTION_DUPLICATE, id));
}

/* What tells people of one name apart: the e-mail, to whoever may read no lists the
 * organisation. */
static void
add_known_by(struct atelier *at, const struct person *person, struct buffer *text)
{
    struct affiliation post;

    if (atelier_role_may(at, MAY_READ, NULL)) {
        buffer_add(text, person->email ? person->email : "");
        return;
    }
    record_init(&affiliation_entity, &post);
    if (person_table_affiliation(at->db, person->head.id, atelier_today(at), &post,
                                 NULL) &&
        post.organisation != 0)
        display_title(at, ENTITY_ORGANISATION, post.organisation, text);
    record_clear(&affiliation_entity, &post);
}

static void
put_for_people(struct atelier *at, const struct alike *alike, size_t count,
               struct questions *questions, struct error *err)
{
    const struct person *known = alike[0].person;
    const char *given = known->given ? known->given : "";
    struct buffer told = { 0 };

    add_known_by(at, known, &told);
    const char *by = told.length > 0                        ? buffer_text(&told)
                     : atelier_role_may(at, MAY_READ, NULL) ? _("no e-mail")
                                                            : _("no organisation");

    if (count == 1)
        question_put(questions, QUESTION_DUPLICATE, err,
                     _("%s %s (id %" PRId64 ", %s) is known already."), given,
                     known->family, known->head.id, by);
    else
        question_put(questions, QUESTION_DUPLICATE, err,
                     ngettext("%s %s (id %" PRId64 ", %s) and %zu more like this are "
                              "known already.",
                              "%s %s (id %" PRId64 ", %s) and %zu more like this are "
                              "known already.",
                              count - 1),
                     given, known->family, known->head.id, by, count - 1);
    buffer_clear(&told);
}

static bool
ask_for_people(struct atelier *at, const struct alike *alike, size_t count,
               struct questions *questions, struct error *err)
{
    put_for_people(at, alike, count, questions, err);
    for (size_t i = 0; i < count; i++) {
        struct buffer text = { 0 };
        struct buffer told = { 0 };
        person_entity.title(alike[i].person, &text);
        add_known_by(at, alike[i].person, &told);
        if (told.length > 0)
            buffer_addf(&text, "  %s", buffer_text(&told));
        buffer_clear(&told);
        question_offer(questions, QUESTION_DUPLICATE, buffer_text(&text),
                       alike[i].person->head.id);
        buffer_clear(&text);
    }
    return false;
}

/* Whether somebody holds a post in the organisation of that name today. */
static bool
is_colleague(struct atelier *at, int64_t person, const char *organisation)
{
    struct affiliation post;
    struct organisation known;
    struct error ignored = { 0 };

    record_init(&affiliation_entity, &post);
    record_init(&organisation_entity, &known);
    bool colleague =
        organisation &&
        organisation_table_find_name(at->db, organisation, &known, &ignored) &&
        person_table_affiliation(at->db, person, atelier_today(at), &post, &ignored) &&
        post.organisation == known.head.id;
    record_clear(&affiliation_entity, &post);
    record_clear(&organisation_entity, &known);
    return colleague;
}

bool
edit_alike_ask_person(struct atelier *at, const void *record, struct questions *questions,
                      struct error *err)
{
    return edit_alike_ask_newcomer(at, record, NULL, questions, err);
}

bool
edit_alike_ask_newcomer(struct atelier *at, const struct person *person,
                        const char *organisation, struct questions *questions,
                        struct error *err)
{
    struct person_list found = { 0 };
    size_t count = 0;

    bool ok = person_alike_find(at->db, person, NULL, MOST_ALIKE, &found, err);
    struct alike alike[MOST_ALIKE];
    for (size_t i = 0; ok && i < found.count && count < MOST_ALIKE; i++) {
        enum likeness likeness = person_likeness(person, &found.items[i]);
        if (likeness == LIKENESS_COLLEAGUE &&
            !is_colleague(at, found.items[i].head.id, organisation))
            continue;
        if (likeness != LIKENESS_NONE && found.items[i].head.id != person->head.id)
            alike[count++] =
                (struct alike){ .person = &found.items[i], .likeness = likeness };
    }
    if (count > 0)
        qsort(alike, count, sizeof(alike[0]), compare_alike);
    count = count > SHOWN ? SHOWN : count;
    bool answered = true;
    for (size_t i = 0; i < count; i++)
        answered = answered && is_answered_for(questions, alike[i].person->head.id);
    if (ok && !answered)
        ok = ask_for_people(at, alike, count, questions, err);
    person_list_clear(&found);
    return ok;
}

bool
edit_alike_ask_organisation(struct atelier *at, const void *record,
                            struct questions *questions, struct error *err)
{
    const struct organisation *organisation = record;
    struct organisation known;
    record_init(&organisation_entity, &known);
    int64_t id = 0;
    bool ok = organisation_table_namesake(at->db, organisation, &id, err) &&
              (!id || row_load(at->db, &organisation_entity, id, &known, err));
    struct buffer text = { 0 };
    if (ok && id && !is_answered_for(questions, id)) {
        ok = question_put(
            questions, QUESTION_DUPLICATE, err,
            _("There is already an organisation of this name (id %" PRId64 ")."), id);
        if (err)
            err->field = "name";
        buffer_add(&text, known.name);
        if (known.territory)
            buffer_addf(&text, "  %s", known.territory);
        question_offer(questions, QUESTION_DUPLICATE, buffer_text(&text), id);
    }
    buffer_clear(&text);
    record_clear(&organisation_entity, &known);
    return ok;
}
