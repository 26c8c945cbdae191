/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report.c - the fields of the report of a meeting as a whole */
#include "atelier/domain/report.h"

#include "atelier/base/language.h"
#include "noun/noun_table.h"

const struct choice report_states[] = {
    [REPORT_DRAFT] = { "draft", N_("draft") },
    [REPORT_CIRCULATED] = { "circulated", N_("circulated") },
    [REPORT_FINAL] = { "final", N_("final") },
    { NULL, NULL },
};

static const struct field fields[] = {
    {
        FIELD_OF(struct report, meeting),
        .label = N_("Meeting"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED | FIELD_CONCERNS,
        .refers_to = ENTITY_MEETING,
    },
    {
        FIELD_OF(struct report, state),
        .label = N_("State"),
        .kind = FIELD_CHOICE,
        .flags = FIELD_DERIVED | FIELD_TOGETHER,
        .choices = report_states,
    },
    {
        FIELD_OF(struct report, version),
        .label = N_("Version"),
        .kind = FIELD_NUMBER,
        .flags = FIELD_DERIVED | FIELD_TOGETHER,
    },
    {
        FIELD_OF(struct report, number),
        .label = N_("Number"),
        .kind = FIELD_NUMBER,
        .flags = FIELD_DERIVED | FIELD_TOGETHER,
    },
    {
        FIELD_OF(struct report, final_at),
        .label = N_("Final since"),
        .kind = FIELD_INSTANT,
        .flags = FIELD_DERIVED | FIELD_TOGETHER,
    },
    {
        FIELD_OF(struct report, approved_at),
        .label = N_("Approved at"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_DERIVED | FIELD_TOGETHER | FIELD_CONCERNS,
        .refers_to = ENTITY_MEETING,
    },
    {
        FIELD_OF(struct report, note),
        .label = N_("Note"),
        .kind = FIELD_LINES,
        .flags = FIELD_MAIN,
    },
};

/* The meeting, which is another row, says more. */
static void
report_title(const void *record, struct buffer *buffer)
{
    const struct report *report = record;

    if (report->version != NUMBER_NONE && report->version > 1)
        /* TRANSLATORS: a version */
        buffer_addf(buffer, _("Report, version %lld"), (long long)report->version);
    else
        buffer_add(buffer, _("Report"));
}

static const struct unique uniques[] = {
    { "report.meeting", "meeting", N_("This meeting has a report already.") },
    { 0 },
};

const struct entity report_entity = {
    .kind = ENTITY_REPORT,
    .number = 30,
    .name = "report",
    .label = N_("Report"),
    .plural = N_("Reports"),
    .another = N_("New report"),
    ENTITY_OF(struct report, fields),
    .title = report_title,
    .listing = LISTING_COUNT, /* its meeting shows it */
    .only_by_id = true,
    .uniques = uniques,
};
