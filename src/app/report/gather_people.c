/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gather_people.c - who came to a meeting, as its report tells it */
#include <inttypes.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/whole_name.h"
#include "atelier/store/presence_table.h"
#include "atelier/store/report_people_table.h"
#include "report/gathering.h"
#include "report/report_words.h"
#include "session/session.h"

static const char *const no_organisation = N_("without an organisation");

struct counting {
    struct gathering *g;
    bool marked;
    bool names;
};

/* --- in lists */

static bool
is_same(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

/* They come sorted: one that was begun is the last. */
static struct report_organisation *
organisation_of(struct report_organisation_list *list,
                const struct report_attendee *attendee)
{
    const char *name =
        attendee->organisation ? attendee->organisation : _(no_organisation);
    struct report_organisation *last =
        list->count > 0 ? &list->items[list->count - 1] : NULL;

    if (last && is_same(last->name, name) && is_same(last->category, attendee->category))
        return last;
    last = report_document_add_organisation(list);
    last->name = memory_copy(name);
    last->category = memory_copy(attendee->category);
    return last;
}

static void
add_attendee(const struct counting *counting, struct report_organisation_list *list,
             const struct report_attendee *attendee)
{
    struct report_organisation *organisation = organisation_of(list, attendee);
    struct buffer name = { 0 };

    organisation->count++;
    if (!counting->names || !attendee->consents)
        return;
    struct report_person *person = report_document_add_person(organisation);
    whole_name_add_said(attendee->family, attendee->given, &name);
    person->name = buffer_take(&name);
    person->function = memory_copy(attendee->function);
}

static void
take_attendee(void *context, const struct report_attendee *attendee)
{
    const struct counting *counting = context;
    struct report_document *document = counting->g->document;

    if (attendee->outcome == OUTCOME_IN_ROOM ||
        (!counting->marked && attendee->state == REGISTRATION_ACCEPTED))
        add_attendee(counting, &document->present, attendee);
    else if (attendee->outcome == OUTCOME_REMOTE)
        add_attendee(counting, &document->remote, attendee);
    else if (attendee->represented)
        add_attendee(counting, &document->represented, attendee);
    else if (attendee->outcome == OUTCOME_EXCUSED)
        add_attendee(counting, &document->excused, attendee);
}

/* --- figures */

static int64_t
count_people(const struct report_organisation_list *list)
{
    int64_t count = 0;

    for (size_t i = 0; i < list->count; i++)
        count += list->items[i].count;
    return count;
}

static bool
is_known(const struct report_organisation_list *list, size_t before, const char *name)
{
    for (size_t i = 0; i < before; i++)
        if (is_same(list->items[i].name, name))
            return true;
    return false;
}

static bool
is_one(const char *name)
{
    return strcmp(name, _(no_organisation)) != 0;
}

/* One that came in two ways, or of two categories, is one. */
static int64_t
count_organisations(const struct report_document *document)
{
    const struct report_organisation_list *present = &document->present;
    const struct report_organisation_list *remote = &document->remote;
    int64_t count = 0;

    for (size_t i = 0; i < present->count; i++)
        count += is_one(present->items[i].name) &&
                 !is_known(present, i, present->items[i].name);
    for (size_t i = 0; i < remote->count; i++)
        count += is_one(remote->items[i].name) &&
                 !is_known(remote, i, remote->items[i].name) &&
                 !is_known(present, present->count, remote->items[i].name);
    return count;
}

static void
add_fact(struct report_document *document, const char *label, struct buffer *value)
{
    struct report_fact *fact = report_document_add_fact(document);

    fact->label = memory_copy(label);
    fact->value = buffer_take(value);
}

static void
add_count(struct report_document *document, const char *label, int64_t people)
{
    struct buffer value = { 0 };

    if (people == 0)
        return;
    report_words_add_count(people, &value);
    add_fact(document, label, &value);
}

/* Of those present, the organisations that follow each other in one category. */
static void
add_categories(struct report_document *document)
{
    const struct report_organisation_list *present = &document->present;

    for (size_t i = 0; i < present->count;) {
        const char *category = present->items[i].category;
        int64_t people = 0;
        for (; i < present->count && is_same(present->items[i].category, category); i++)
            people += present->items[i].count;
        for (size_t j = 0; j < document->remote.count; j++)
            if (is_same(document->remote.items[j].category, category))
                people += document->remote.items[j].count;
        if (category)
            add_count(document, category, people);
    }
}

static void
add_figures(const struct counting *counting, int64_t present)
{
    struct report_document *document = counting->g->document;
    const int64_t organisations = count_organisations(document);
    struct buffer value = { 0 };

    report_words_add_count(present, &value);
    if (organisations > 0)
        buffer_addf(&value,
                    ngettext(", of %" PRId64 " organisation",
                             ", of %" PRId64 " organisations",
                             (unsigned long)organisations),
                    organisations);
    add_fact(document, counting->marked ? _("Present") : _("On the list"), &value);
    if (!counting->marked) {
        document->present_title = memory_copy(_("On the list"));
        buffer_add(&value, _("not noted at the door"));
        add_fact(document, _("Presence"), &value);
    }
    add_count(document, _("Of these remote"), count_people(&document->remote));
    add_categories(document);
    add_count(document, _("Represented"), count_people(&document->represented));
    add_count(document, language_in_context("report", NC_("report", "Excused")),
              count_people(&document->excused));
}

bool
gathering_people(struct gathering *g, struct error *err)
{
    struct counting counting = { .g = g, .names = atelier_settings(g->at)->report_names };
    struct presence_count count;

    if (!report_people_each(g->at->db, g->meeting.head.id, atelier_now(g->at),
                            &counting.marked, take_attendee, &counting, err) ||
        !presence_table_count(g->at->db, g->meeting.head.id, 0, &count, err))
        return false;
    if (counting.marked)
        add_figures(&counting, count.present);
    else if (g->document->present.count > 0)
        add_figures(&counting, count_people(&g->document->present));
    return true;
}
