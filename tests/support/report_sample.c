/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_sample.c - a report with something of everything, of people made up */
#include "report_sample.h"

#include <stdio.h>

#include "atelier/base/memory.h"

static struct report_line *
add_line(struct report_line_list *list, enum report_entry_kind kind, const char *about,
         const char *text)
{
    struct report_line *line = report_document_add_line(list);

    line->kind = kind;
    line->about = memory_copy(about);
    line->text = memory_copy(text);
    return line;
}

static struct report_organisation *
add_organisation(struct report_organisation_list *list, const char *name,
                 const char *category, int64_t count)
{
    struct report_organisation *organisation = report_document_add_organisation(list);

    organisation->name = memory_copy(name);
    organisation->category = memory_copy(category);
    organisation->count = count;
    return organisation;
}

static void
fill_head(struct report_document *document)
{
    document->made_at = memory_copy("2017-03-17T16:40:00Z");
    document->office = memory_copy("Network of Towns");
    document->about_office = memory_copy("Forty towns that exchange what they learn.\n"
                                         "It was founded in 1998.");
    document->address = memory_copy("12 Harbour Street\n59000 Lille");
    document->funding = memory_copy("With the support of the Region");
    document->contact_name = memory_copy("Anna Müller");
    document->contact_email = memory_copy("anna.muller@example.org");
    document->contact_phone = memory_copy("+33 3 20 00 00 00");
    document->website = memory_copy("https://example.org/network");
    document->page_address = memory_copy("https://example.org/reports/4?a=1&b=2");
    document->group = memory_copy("Urban development");
    document->title = memory_copy("Mobility & towns: the fourth meeting");
    document->theme = memory_copy("How do people come to work?");
    document->description = memory_copy("Three projects were seen.");
    document->day = memory_copy("Thursday 16 March 2017");
    document->hours = memory_copy("09:30–16:30");
    document->place = memory_copy("Town Hall, Lille");
    document->start_iso = memory_copy("2017-03-16T09:30:00+01:00");
    document->end_iso = memory_copy("2017-03-16T16:30:00+01:00");
    document->mode = memory_copy("offline");
    document->number = memory_copy("Report no. 4");
    document->version = memory_copy("Version 2");
    document->standing = memory_copy("Final, 18 March 2017");
    document->approval = memory_copy("The report of 12 January 2017 is approved.");
}

static void
fill_people(struct report_document *document)
{
    struct report_fact *fact = report_document_add_fact(document);
    fact->label = memory_copy("Present");
    fact->value = memory_copy("40 people of 18 organisations");
    struct report_organisation *town =
        add_organisation(&document->present, "Ville de Lille", "Agglomerations", 2);
    struct report_person *person = report_document_add_person(town);
    person->name = memory_copy("Léo Colas");
    person->function = memory_copy("director of planning");
    report_document_add_person(town)->name = memory_copy("Rui Nováková");
    add_organisation(&document->present, "Managing authority North", "Authorities", 3);
    add_organisation(&document->represented, "Ville de Lyon", "Agglomerations", 1);
    add_organisation(&document->remote, "Ville de Brest", "Agglomerations", 1);
    add_organisation(&document->excused, "Ville de Nice", "Agglomerations", 1);
    struct report_part *part = report_document_add_part(document);
    part->title = memory_copy("Workshop: buses at night");
    part->hours = memory_copy("10:00–11:30");
    part->room = memory_copy("Salle du Conseil");
    part->leaders = memory_copy("Anna Müller");
    part->speakers = memory_copy("Léo Colas");
    struct report_project *project = report_document_add_project(document);
    project->title = memory_copy("Night lines");
    project->holder = memory_copy("Ville de Lille");
    project->territory = memory_copy("Hauts-de-France");
    project->summary = memory_copy("Four lines until **two in the morning**.");
}

static void
fill_lines(struct report_document *document)
{
    struct report_line_list *lines = &document->lines;
    static const char workshop[] = "Workshop: buses at night";

    add_line(lines, ENTRY_FINDING, NULL,
             "Two people of three come by car, see the "
             "[count](https://example.org/count).");
    add_line(lines, ENTRY_QUESTION, NULL, "Who pays for the last bus?")->indent = 1;
    add_line(lines, ENTRY_FINDING, workshop,
             "Three things were *tried*:\n\n1. more drivers\n2. smaller buses\n   - of "
             "eight seats\n   - of `12` seats\n3. taxis");
    add_line(lines, ENTRY_ATTENTION, workshop, "The lines end at the border.");
    add_line(lines, ENTRY_QUOTE, workshop,
             "We were told \"nobody rides at night\", and then the buses were full.")
        ->said_by = memory_copy("a project holder");
    add_line(lines, ENTRY_CONCLUSION, NULL, "To be continued in June.");
    struct report_line *line =
        add_line(lines, ENTRY_RECOMMENDATION, workshop, "Count by night as well.");
    line->owner = memory_copy("Ville de Lille");
    line->due = memory_copy("30 June 2017");
    add_line(lines, ENTRY_DECISION, "Night lines", "The trial goes on for a year.");
    add_line(lines, ENTRY_REMARK, NULL, "The figures are of 2016.");
    line =
        add_line(&document->carried, ENTRY_RECOMMENDATION, NULL, "Write down the stops.");
    line->from = memory_copy("Mobility, 12 January 2017");
    line->standing = memory_copy("done");
}

void
report_sample_fill(struct report_document *document, const char *language)
{
    document->language = memory_copy(language);
    fill_head(document);
    fill_people(document);
    fill_lines(document);
}

void
report_sample_add_lines(struct report_document *document, int count)
{
    char text[200];

    for (int i = 0; i < count; i++) {
        (void)snprintf(text, sizeof(text),
                       "Finding%04d: **towns** that count their \"night riders\" have "
                       "more buses; those that don't are asked to begin... by June.",
                       i);
        add_line(&document->lines, (enum report_entry_kind)(i % ENTRY_CONCLUSION), NULL,
                 text);
    }
}

/* --- every text */

static void
each_of_organisations(struct report_organisation_list *list,
                      void (*change)(void *context, char **text), void *context)
{
    for (size_t i = 0; i < list->count; i++) {
        change(context, &list->items[i].name);
        change(context, &list->items[i].category);
        for (size_t j = 0; j < list->items[i].people.count; j++) {
            change(context, &list->items[i].people.items[j].name);
            change(context, &list->items[i].people.items[j].function);
        }
    }
}

static void
each_of_lines(struct report_line_list *list, void (*change)(void *context, char **text),
              void *context)
{
    for (size_t i = 0; i < list->count; i++) {
        struct report_line *line = &list->items[i];
        char **const texts[] = { &line->text,    &line->about, &line->owner,   &line->due,
                                 &line->said_by, &line->from,  &line->standing };
        for (size_t j = 0; j < sizeof(texts) / sizeof(texts[0]); j++)
            change(context, texts[j]);
    }
}

void
report_sample_each_text(struct report_document *document,
                        void (*change)(void *context, char **text), void *context)
{
    char **const own[] = {
        &document->office,        &document->about_office,  &document->address,
        &document->funding,       &document->contact_name,  &document->contact_email,
        &document->contact_phone, &document->website,       &document->page_address,
        &document->group,         &document->title,         &document->theme,
        &document->description,   &document->day,           &document->hours,
        &document->place,         &document->start_iso,     &document->end_iso,
        &document->mode,          &document->number,        &document->version,
        &document->standing,      &document->approval,      &document->language,
        &document->made_at,       &document->present_title,
    };

    for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++)
        change(context, own[i]);
    for (size_t i = 0; i < document->facts.count; i++) {
        change(context, &document->facts.items[i].label);
        change(context, &document->facts.items[i].value);
    }
    for (size_t i = 0; i < document->parts.count; i++) {
        struct report_part *part = &document->parts.items[i];
        change(context, &part->title);
        change(context, &part->hours);
        change(context, &part->room);
        change(context, &part->leaders);
        change(context, &part->speakers);
    }
    for (size_t i = 0; i < document->projects.count; i++) {
        struct report_project *project = &document->projects.items[i];
        change(context, &project->title);
        change(context, &project->holder);
        change(context, &project->territory);
        change(context, &project->summary);
    }
    each_of_organisations(&document->present, change, context);
    each_of_organisations(&document->represented, change, context);
    each_of_organisations(&document->remote, change, context);
    each_of_organisations(&document->excused, change, context);
    each_of_lines(&document->lines, change, context);
    each_of_lines(&document->carried, change, context);
}
