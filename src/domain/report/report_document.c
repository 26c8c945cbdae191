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

/* --- the end of it */

static void
free_texts(char **const *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        free(*texts[i]);
}

static void
free_organisations(struct report_organisation_list *list)
{
    report_texts texts;

    for (size_t i = 0; i < list->count; i++) {
        struct report_organisation *own = &list->items[i];
        for (size_t j = 0; j < own->people.count; j++)
            free_texts(texts, report_texts_of_person(&own->people.items[j], texts));
        free(own->people.items);
        free_texts(texts, report_texts_of_organisation(own, texts));
    }
    free(list->items);
}

static void
free_lines(struct report_line_list *list)
{
    report_texts texts;

    for (size_t i = 0; i < list->count; i++)
        free_texts(texts, report_texts_of_line(&list->items[i], texts));
    free(list->items);
}

void
report_document_clear(struct report_document *document)
{
    report_texts texts;

    for (size_t i = 0; i < document->facts.count; i++)
        free_texts(texts, report_texts_of_fact(&document->facts.items[i], texts));
    for (size_t i = 0; i < document->parts.count; i++)
        free_texts(texts, report_texts_of_part(&document->parts.items[i], texts));
    for (size_t i = 0; i < document->projects.count; i++)
        free_texts(texts, report_texts_of_project(&document->projects.items[i], texts));
    free(document->facts.items);
    free(document->parts.items);
    free(document->projects.items);
    free_organisations(&document->present);
    free_organisations(&document->represented);
    free_organisations(&document->remote);
    free_organisations(&document->excused);
    free_lines(&document->lines);
    free_lines(&document->carried);
    free_texts(texts, report_texts_of_document(document, texts));
    buffer_clear(&document->logo);
    *document = (struct report_document){ 0 };
}
