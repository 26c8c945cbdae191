/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_words.c - the words around the entries of a report, in its language */
#include "report/report_words.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"

char *
report_words_begin(const struct report_document *document)
{
    const char *spoken = language_code();

    if (!document->language || !language_is_spoken(document->language) ||
        strcmp(document->language, spoken) == 0)
        return NULL;
    char *before = memory_copy(spoken);
    language_change(document->language);
    return before;
}

void
report_words_end(char *spoken)
{
    if (spoken)
        language_change(spoken);
    free(spoken);
}

const char *
report_words_kind(int64_t kind)
{
    static const char *const words[ENTRY_KIND_COUNT] = {
        [ENTRY_QUESTION] = N_("Question"), [ENTRY_ATTENTION] = N_("Point of attention"),
        [ENTRY_QUOTE] = N_("Quote"),       [ENTRY_RECOMMENDATION] = N_("Recommendation"),
        [ENTRY_DECISION] = N_("Decision"), [ENTRY_REMARK] = N_("Remark"),
    };

    return kind >= 0 && kind < ENTRY_KIND_COUNT && words[kind] ? _(words[kind]) : NULL;
}

static void
add_part(struct buffer *text, const char *between, const char *part)
{
    if (!part || !*part)
        return;
    if (text->length > 0)
        buffer_add(text, between);
    buffer_add(text, part);
}

static void
separate(struct buffer *text)
{
    if (text->length > 0)
        buffer_add(text, " · ");
}

void
report_words_add_note(const struct report_line *line, struct buffer *text)
{
    struct buffer note = { 0 };

    if (line->owner)
        buffer_addf(&note, _("Owner: %s"), line->owner);
    if (line->due) {
        separate(&note);
        buffer_addf(&note, _("Due: %s"), line->due);
    }
    if (line->from) {
        separate(&note);
        buffer_addf(&note, _("From: %s"), line->from);
    }
    add_part(&note, " · ", line->standing);
    buffer_add(text, buffer_text(&note));
    buffer_clear(&note);
}

void
report_words_add_people(const struct report_part *part, struct buffer *text)
{
    if (part->leaders)
        buffer_addf(text, _("led by %s"), part->leaders);
    if (part->speakers)
        buffer_addf(text, "%s%s %s", part->leaders ? "; " : "", _("with"),
                    part->speakers);
}

void
report_words_add_holder(const struct report_project *project, struct buffer *text)
{
    struct buffer holder = { 0 };

    add_part(&holder, " · ", project->holder);
    add_part(&holder, " · ", project->territory);
    buffer_add(text, buffer_text(&holder));
    buffer_clear(&holder);
}

void
report_words_add_person(const struct report_person *person, struct buffer *text)
{
    buffer_add(text, person->name);
    if (person->name && person->function)
        buffer_addf(text, ", %s", person->function);
}

void
report_words_add_count(int64_t people, struct buffer *text)
{
    buffer_addf(
        text, ngettext("%" PRId64 " person", "%" PRId64 " people", (unsigned long)people),
        people);
}

void
report_words_add_standing(const struct report_document *document, struct buffer *text)
{
    struct buffer standing = { 0 };

    add_part(&standing, " · ", document->number);
    add_part(&standing, " · ", document->version);
    add_part(&standing, " · ", document->standing);
    buffer_add(text, buffer_text(&standing));
    buffer_clear(&standing);
}

void
report_words_add_when(const struct report_document *document, struct buffer *text)
{
    struct buffer when = { 0 };

    add_part(&when, ", ", document->day);
    add_part(&when, ", ", document->hours);
    buffer_add(text, buffer_text(&when));
    buffer_clear(&when);
}
