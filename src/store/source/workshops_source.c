/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshops_source.c - the programme of a meeting: workshops with their seats, who chose
 * them, who speaks, what all share, and the projects that are presented
 */
#include "source/listing_source.h"
#include "source/search_source.h"
#include "table/workshop_sql.h"

#define ORGANISATION_OF(person)                                                          \
    "(SELECT o.name FROM affiliation a JOIN organisation o ON o.id = a.organisation"     \
    " WHERE a.id = " CURRENT_POST(person, ":today") ")"

/* By the hour, then as they were noted. */
static const struct listing_order workshop_orders[] = {
    { .parts = { { "w.start_at", ":number" }, { "w.id", ":id" } } },
};

static const struct listing_cell workshop_shown[] = {
    { "title", "w.title" },
    { "slot_label", "(SELECT label FROM slot WHERE id = w.slot)" },
    { "room_name", "(SELECT name FROM room WHERE id = w.room)" },
    { "leader_name",
      "(SELECT " LISTED_NAME("p") " FROM person p WHERE p.id = w.leader)" },
    { "state", "w.state" },
    { NULL, NULL }
};

const struct listing_source listing_source_workshop = {
    .id = "w.id",
    .cells = "w.meeting, w.slot, s.label, coalesce(w.start, s.start),"
             " coalesce(w.\"end\", s.\"end\"), w.title, w.room, r.name,"
             " " WORKSHOP_TAKEN("w") ", w.seats, " WORKSHOP_WAITING(
                 "w") ", w.least,"
                      " " WORKSHOP_FIRST_WISHES("w") ", w.leader, " LISTED_NAME(
                          "p") ", w.state,"
                               " w.again, w.description",
    .from = "workshop w",
    .joins = " LEFT JOIN slot s ON s.id = w.slot LEFT JOIN room r ON r.id = w.room"
             " LEFT JOIN person p ON p.id = w.leader",
    .where = "w.meeting = :scope",
    .orders = workshop_orders,
    .shown = workshop_shown,
};

/* Who sits, then who waits, in turn, then who wishes. */
#define STANDING                                                                         \
    "CASE c.state WHEN :seated THEN 0 WHEN :queueing THEN coalesce(c.rank, 0)"           \
    " ELSE 9007199254740992 + c.state * 1000 + coalesce(c.wish, 999) END"

static const struct listing_order workshop_choice_orders[] = {
    { .parts = { { STANDING, ":number" },
                 { "r.sort_key", ":text" },
                 { "c.id", ":id" } } },
};

static const struct listing_cell workshop_choice_shown[] = {
    { "family", "r.family" },
    { "given", "r.given" },
    { "organisation_name", "r.organisation_name" },
    { "category_name", "(SELECT name FROM category WHERE id = r.category)" },
    { "state", "c.state" },
    { NULL, NULL }
};

const struct listing_source listing_source_workshop_choice = {
    .id = "c.id",
    .cells = "c.workshop, c.registration, r.person, r.family, r.given,"
             " r.organisation_name, g.name, c.state, c.rank, c.wish, c.wished_at",
    .from = "workshop_choice c JOIN registration r ON r.id = c.registration",
    .joins = " LEFT JOIN category g ON g.id = r.category",
    .where = "c.workshop = :scope",
    .state = "CASE WHEN " IS_REGISTRATION_LIVE("r") " THEN c.state ELSE :given_up END",
    .live = "c.state <> :given_up AND " IS_REGISTRATION_LIVE("r"),
    .orders = workshop_choice_orders,
    .shown = workshop_choice_shown,
};

static const struct listing_order speaker_orders[] = {
    { .parts = { { "p.sort_key", ":text" }, { "s.id", ":id" } } },
};

const struct listing_source listing_source_speaker = {
    .id = "s.id",
    .cells = "s.workshop, s.person, " LISTED_NAME("p") ", " ORGANISATION_OF(
        "p.id") ", s.subject",
    .from = "speaker s JOIN person p ON p.id = s.person",
    .where = "s.workshop = :scope",
    .orders = speaker_orders,
};

static const struct listing_order item_orders[] = {
    { .parts = { { "i.start", ":text" }, { "i.id", ":id" } } },
};

static const struct listing_cell item_shown[] = {
    { "title", "i.title" },
    { "kind", "i.kind" },
    { "room_name", "(SELECT name FROM room WHERE id = i.room)" },
    { "speaker_name",
      "(SELECT " LISTED_NAME("p") " FROM person p WHERE p.id = i.speaker)" },
    { NULL, NULL }
};

const struct listing_source listing_source_item = {
    .id = "i.id",
    .cells = "i.meeting, i.start, i.\"end\", i.kind, i.title, i.room, r.name, i.speaker,"
             " " LISTED_NAME("p") ", i.project, h.name, j.territory",
    .from = "item i",
    .joins = " LEFT JOIN room r ON r.id = i.room LEFT JOIN person p ON p.id = i.speaker"
             " LEFT JOIN project j ON j.id = i.project"
             " LEFT JOIN organisation h ON h.id = j.holder",
    .where = "i.meeting = :scope",
    .orders = item_orders,
    .shown = item_shown,
};

static const struct listing_order project_orders[] = {
    { .parts = { { LISTING_RANK("project", "j.id"), ":number" }, { "j.id", ":id" } } },
};

static const struct listing_cell project_shown[] = {
    { "holder_name", "(SELECT name FROM organisation WHERE id = j.holder)" },
    { "territory", "j.territory" },
    { NULL, NULL }
};

const struct listing_source listing_source_project = {
    .id = "j.id",
    .cells = "j.title, j.holder, h.name, j.territory, j.summary",
    .from = "project j",
    .joins = " LEFT JOIN organisation h ON h.id = j.holder",
    .orders = project_orders,
    .search = LISTING_SEARCH_FEW,
    .searched = ENTITY_PROJECT,
    .searched_id = "j.id",
    .shown = project_shown,
};

/* --- what they are found by */

const struct search_source search_source_project = {
    .order = SEARCH_BY_NAME,
    .words = "SELECT j.title, h.name, j.territory FROM project j"
             " LEFT JOIN organisation h ON h.id = j.holder WHERE j.id = :id",
    .causes = { { .noun = ENTITY_PROJECT, .fields = { "title", "holder", "territory" } },
                { .noun = ENTITY_ORGANISATION,
                  .fields = { "name" },
                  .rows = "SELECT id FROM project WHERE holder = :id" } },
    SEARCH_OF_FEW("j.id, h.name", " CROSS JOIN project j ON j.id = s.row"
                                  " LEFT JOIN organisation h ON h.id = j.holder"),
};
