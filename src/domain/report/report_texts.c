/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_texts.c - the texts of a report and of what its lists hold, one after the other
 */
#include "report/report_texts.h"

#include <string.h>

#define FILL(texts, ...)                                                                 \
    char **const own[] = { __VA_ARGS__ };                                                \
    memcpy((texts), own, sizeof(own));                                                   \
    return sizeof(own) / sizeof(own[0])

size_t
report_texts_of_document(struct report_document *document, report_texts texts)
{
    FILL(texts, &document->language, &document->made_at, &document->office,
         &document->about_office, &document->address, &document->funding,
         &document->contact_name, &document->contact_email, &document->contact_phone,
         &document->website, &document->page_address, &document->group, &document->title,
         &document->theme, &document->description, &document->day, &document->hours,
         &document->place, &document->start_iso, &document->end_iso, &document->mode,
         &document->number, &document->version, &document->standing, &document->approval,
         &document->present_title);
}

size_t
report_texts_of_fact(struct report_fact *fact, report_texts texts)
{
    FILL(texts, &fact->label, &fact->value);
}

size_t
report_texts_of_organisation(struct report_organisation *organisation, report_texts texts)
{
    FILL(texts, &organisation->name, &organisation->category);
}

size_t
report_texts_of_person(struct report_person *person, report_texts texts)
{
    FILL(texts, &person->name, &person->function);
}

size_t
report_texts_of_part(struct report_part *part, report_texts texts)
{
    FILL(texts, &part->title, &part->hours, &part->room, &part->leaders, &part->speakers);
}

size_t
report_texts_of_project(struct report_project *project, report_texts texts)
{
    FILL(texts, &project->title, &project->holder, &project->territory,
         &project->summary);
}

size_t
report_texts_of_line(struct report_line *line, report_texts texts)
{
    FILL(texts, &line->text, &line->about, &line->owner, &line->due, &line->said_by,
         &line->from, &line->standing);
}
