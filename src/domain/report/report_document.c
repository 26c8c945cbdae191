/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_document.c - the report of a meeting as it is published, in its last words */
#include "atelier/domain/report_document.h"

#include <stdlib.h>

#include "atelier/base/memory.h"
#include "report/report_texts.h"

/* The address of a new item of any of the lists. */
#define ADD(list)                                                                        \
    ((list)->items = memory_grow((list)->items, &(list)->capacity, (list)->count + 1,    \
                                 sizeof(*(list)->items)),                                \
     &(list)->items[(list)->count++])

struct report_fact *
report_document_add_fact(struct report_document *document)
{
    return ADD(&document->facts);
}

struct report_organisation *
report_document_add_organisation(struct report_organisation_list *list)
{
    return ADD(list);
}

struct report_person *
report_document_add_person(struct report_organisation *organisation)
{
    return ADD(&organisation->people);
}

struct report_part *
report_document_add_part(struct report_document *document)
{
    return ADD(&document->parts);
}

struct report_project *
report_document_add_project(struct report_document *document)
{
    return ADD(&document->projects);
}

struct report_line *
report_document_add_line(struct report_line_list *list)
{
    return ADD(list);
}

/* --- every text */

struct visiting {
    void (*visit)(void *context, char **text);
    void *context;
};

static void
visit_texts(const struct visiting *visiting, char **const *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        visiting->visit(visiting->context, texts[i]);
}

static void
visit_organisations(const struct visiting *visiting,
                    struct report_organisation_list *list)
{
    report_texts texts;

    for (size_t i = 0; i < list->count; i++) {
        struct report_organisation *own = &list->items[i];
        for (size_t j = 0; j < own->people.count; j++)
            visit_texts(visiting, texts,
                        report_texts_of_person(&own->people.items[j], texts));
        visit_texts(visiting, texts, report_texts_of_organisation(own, texts));
    }
}

static void
visit_lines(const struct visiting *visiting, struct report_line_list *list)
{
    report_texts texts;

    for (size_t i = 0; i < list->count; i++)
        visit_texts(visiting, texts, report_texts_of_line(&list->items[i], texts));
}

void
report_document_each_text(struct report_document *document,
                          void (*visit)(void *context, char **text), void *context)
{
    const struct visiting visiting = { visit, context };
    report_texts texts;

    for (size_t i = 0; i < document->facts.count; i++)
        visit_texts(&visiting, texts,
                    report_texts_of_fact(&document->facts.items[i], texts));
    for (size_t i = 0; i < document->parts.count; i++)
        visit_texts(&visiting, texts,
                    report_texts_of_part(&document->parts.items[i], texts));
    for (size_t i = 0; i < document->projects.count; i++)
        visit_texts(&visiting, texts,
                    report_texts_of_project(&document->projects.items[i], texts));
    visit_organisations(&visiting, &document->present);
    visit_organisations(&visiting, &document->represented);
    visit_organisations(&visiting, &document->remote);
    visit_organisations(&visiting, &document->excused);
    visit_lines(&visiting, &document->lines);
    visit_lines(&visiting, &document->carried);
    visit_texts(&visiting, texts, report_texts_of_document(document, texts));
}

/* --- the end of it */

static void
free_text(void *context, char **text)
{
    (void)context;
    free(*text);
}

static void
free_organisations(struct report_organisation_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->items[i].people.items);
    free(list->items);
}

void
report_document_clear(struct report_document *document)
{
    report_document_each_text(document, free_text, NULL);
    free(document->facts.items);
    free(document->parts.items);
    free(document->projects.items);
    free_organisations(&document->present);
    free_organisations(&document->represented);
    free_organisations(&document->remote);
    free_organisations(&document->excused);
    free(document->lines.items);
    free(document->carried.items);
    buffer_clear(&document->logo);
    *document = (struct report_document){ 0 };
}
