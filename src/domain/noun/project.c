/* SPDX-License-Identifier: GPL-3.0-or-later */
/* project.c - the fields of a project */
#include "atelier/domain/project.h"

#include "atelier/base/language.h"
#include "listing_column.h"
#include "noun/noun_table.h"

static const struct field fields[] = {
    {
        FIELD_OF(struct project, title),
        .label = N_("Title"),
        .kind = FIELD_TEXT,
        .flags = FIELD_REQUIRED | FIELD_MAIN,
    },
    {
        FIELD_OF(struct project, holder),
        .label = N_("Holder"),
        .help = N_("the organisation that carries it"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_MAIN | FIELD_CONCERNS,
        .refers_to = ENTITY_ORGANISATION,
    },
    {
        FIELD_OF(struct project, territory),
        .label = N_("Territory"),
        .help = N_("where it takes place"),
        .kind = FIELD_TEXT,
        .flags = FIELD_MAIN,
    },
    {
        FIELD_OF(struct project, summary),
        .label = N_("Summary"),
        .kind = FIELD_LINES,
        .flags = FIELD_INDENTED,
    },
};

static void
project_title(const void *record, struct buffer *buffer)
{
    const struct project *project = record;

    buffer_add(buffer, project->title);
}

static const struct unique uniques[] = {
    { "project.title", "title", N_("There is already a project of this title.") },
    { 0 },
};

const struct entity project_entity = {
    .kind = ENTITY_PROJECT,
    .number = 21,
    .name = "project",
    .label = N_("Project"),
    .plural = N_("Projects"),
    .another = N_("New project"),
    ENTITY_OF(struct project, fields),
    .groupless = true,
    .title = project_title,
    .listing = LISTING_PROJECT,
    .unknown_id = N_("No project has the id %s.  “atelier project list” shows them."),
    .unknown_name = N_("No project is called “%s”.  “atelier project list” shows them."),
    .needed = N_("This project was presented at meetings, so it stays."),
    .uniques = uniques,
};

/* --- its lists */

static const struct column project_columns[] = {
    COLUMN("title", N_("Project"), FIELD_TEXT, 30, 0, 1),
    HIDDEN("holder", FIELD_REFERENCE),
    COLUMN("holder_name", N_("Holder"), FIELD_TEXT, 24, 40, 1),
    COLUMN("territory", N_("Territory"), FIELD_TEXT, 18, 30, 1),
    BESIDE("summary", N_("Summary"), FIELD_LINES),
};

const struct listing project_listing = {
    .kind = LISTING_PROJECT,
    LISTING_OF(project_columns),
    .can_search = true,
};
