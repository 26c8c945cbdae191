/* SPDX-License-Identifier: GPL-3.0-or-later */
/* speaker.c - the fields of a speaker */
#include "atelier/domain/speaker.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "listing_column.h"
#include "noun/noun_table.h"

static const struct field fields[] = {
    {
        FIELD_OF(struct speaker, workshop),
        .label = N_("Workshop"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED | FIELD_CONCERNS,
        .refers_to = ENTITY_WORKSHOP,
    },
    {
        FIELD_OF(struct speaker, person),
        .label = N_("Person"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED | FIELD_MAIN | FIELD_CONCERNS,
        .refers_to = ENTITY_PERSON,
    },
    {
        FIELD_OF(struct speaker, subject),
        .label = N_("Subject"),
        .help = N_("what they speak about"),
        .kind = FIELD_TEXT,
        .flags = FIELD_MAIN,
    },
};

/* Who it is stands in another row. */
static void
speaker_title(const void *record, struct buffer *buffer)
{
    const struct speaker *speaker = record;

    buffer_add(buffer, speaker->subject ? speaker->subject : _(speaker_entity.label));
}

static const struct unique uniques[] = {
    { "speaker.workshop, speaker.person", "person",
      N_("This person speaks in the workshop already.") },
    { 0 },
};

const struct entity speaker_entity = {
    .kind = ENTITY_SPEAKER,
    .number = 19,
    .name = "speaker",
    .label = N_("Speaker"),
    .plural = N_("Speakers"),
    .another = N_("New speaker"),
    ENTITY_OF(struct speaker, fields),
    .title = speaker_title,
    .listing = LISTING_SPEAKER,
    .only_by_id = true,
    .unknown_name =
        N_("A speaker is named by the id of the row, not “%s”.  “atelier speaker list "
           "WORKSHOP” shows them."),
    .unknown_id = N_("No speaker has the id %s.  “atelier speaker list WORKSHOP” shows "
                     "them."),
    .uniques = uniques,
};

void
speaker_list_clear(struct speaker_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        record_clear(&speaker_entity, &list->items[i]);
    free(list->items);
    *list = (struct speaker_list){ 0 };
}

/* --- its lists */

static const struct column speaker_columns[] = {
    HIDDEN("workshop", FIELD_REFERENCE),
    HIDDEN("person", FIELD_REFERENCE),
    COLUMN("person_name", N_("Speaker"), FIELD_TEXT, 26, 40, 1),
    COLUMN("organisation_name", N_("Organisation"), FIELD_TEXT, 20, 34, 1),
    COLUMN("subject", N_("Subject"), FIELD_TEXT, 26, 0, 1),
};

const struct listing speaker_listing = {
    .kind = LISTING_SPEAKER,
    LISTING_OF(speaker_columns),
    .can_search = true,
};
