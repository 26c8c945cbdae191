/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet.c - the fields of a sheet that was printed */
#include "atelier/domain/sheet.h"

#include "atelier/base/language.h"
#include "noun/noun_table.h"

static const struct field fields[] = {
    {
        FIELD_OF(struct sheet, meeting),
        .label = N_("Meeting"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED | FIELD_CONCERNS,
        .refers_to = ENTITY_MEETING,
    },
    {
        FIELD_OF(struct sheet, version),
        .label = N_("Version"),
        .kind = FIELD_NUMBER,
        .flags = FIELD_REQUIRED,
    },
    {
        FIELD_OF(struct sheet, slot),
        .label = N_("Slot"),
        .kind = FIELD_NUMBER,
        .flags = FIELD_REQUIRED | FIELD_HIDDEN,
    },
    {
        FIELD_OF(struct sheet, hash),
        .label = N_("Hash"),
        .kind = FIELD_NUMBER,
        .flags = FIELD_REQUIRED | FIELD_HIDDEN,
    },
    {
        FIELD_OF(struct sheet, scan),
        .label = N_("Scan"),
        .help = N_("the file it was scanned to once it was signed"),
        .kind = FIELD_TEXT,
    },
};

static void
sheet_title(const void *record, struct buffer *buffer)
{
    const struct sheet *sheet = record;

    if (sheet->version != NUMBER_NONE)
        buffer_addf(buffer, "%lld", (long long)sheet->version);
}

const struct entity sheet_entity = {
    .kind = ENTITY_SHEET,
    .number = 27,
    .name = "sheet",
    .label = N_("Attendance sheet"),
    .plural = N_("Attendance sheets"),
    .another = N_("New attendance sheet"),
    ENTITY_OF(struct sheet, fields),
    .title = sheet_title,
    .listing = LISTING_COUNT, /* the history tells them */
    .only_by_id = true,
};
