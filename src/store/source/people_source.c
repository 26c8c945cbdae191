/* SPDX-License-Identifier: GPL-3.0-or-later */
/* people_source.c - people, the organisations they come from, and their posts */
#include "source/listing_source.h"
#include "source/search_source.h"
#include "table/rule_sql.h"

static const struct listing_order category_orders[] = {
    { .parts = { { "coalesce(c.\"order\", 9223372036854775807)", ":number" },
                 { "c.name COLLATE NOCASE", ":text" },
                 { "c.id", ":id" } } },
};

const struct listing_source listing_source_category = {
    .id = "c.id",
    .cells = "c.name, c.\"order\","
             " (SELECT count(*) FROM organisation o WHERE o.category = c.id)",
    .from = "category c",
    .orders = category_orders,
};

static const struct listing_order organisation_orders[] = {
    { .parts = { { "o.sort_key", ":text" }, { "o.id", ":id" } } },
};

#define PEOPLE                                                                           \
    "(SELECT count(DISTINCT a.person) FROM affiliation a WHERE a.organisation = o.id"    \
    " AND " HOLDS_ON("a", ":today") ")"

static const struct listing_cell organisation_shown[] = {
    { "category_name", "(SELECT name FROM category WHERE id = o.category)" },
    { "parent_name", "(SELECT name FROM organisation WHERE id = o.parent)" },
    { "people", PEOPLE },
    { NULL, NULL }
};

const struct listing_source listing_source_organisation = {
    .id = "o.id",
    .cells = "o.name, o.short_name, o.category, c.name, o.territory, " PEOPLE
             ", o.parent, parent.name",
    .from = "organisation o",
    .joins = " LEFT JOIN category c ON c.id = o.category"
             " LEFT JOIN organisation parent ON parent.id = o.parent",
    .orders = organisation_orders,
    .search = LISTING_SEARCH_FEW,
    .searched = ENTITY_ORGANISATION,
    .searched_id = "o.id",
    .shown = organisation_shown,
};

static const struct listing_order person_orders[] = {
    { .parts = { { "p.sort_key", ":text" }, { "p.id", ":id" } } },
};

const struct listing_source listing_source_person = {
    .id = "p.id",
    .cells =
        "p.family, p.given, o.id, o.name, a.function, p.email, p.phone, c.id, c.name,"
        " p.civility, p.language, p.merged_into",
    .from = "person p",
    .joins = " LEFT JOIN affiliation a ON a.id = " CURRENT_POST(
        "p.id", ":today") " LEFT JOIN organisation o ON o.id = a.organisation"
                          " LEFT JOIN category c ON c.id = o.category",
    .live = IS_PERSON_LIVE("p"),
    .orders = person_orders,
    .search = LISTING_SEARCH_RANKED,
    .searched = ENTITY_PERSON,
    .searched_id = "p.id",
    .by_post = true,
};

/* Present posts before those that ended, the main one first, the newest first.
 */
static const struct listing_order affiliation_orders[] = {
    { .parts = { { HAS_NOT_ENDED("a", ":today") " || a.main || coalesce(a.\"from\", '')",
                   ":text" },
                 { "a.id", ":id" } },
      .descending = true },
};

const struct listing_source listing_source_affiliation = {
    .id = "a.id",
    .cells = "a.person, a.organisation, o.name, a.function, a.main, "
             "a.\"from\", a.\"to\"",
    .from = "affiliation a",
    .joins = " LEFT JOIN organisation o ON o.id = a.organisation",
    .where = "a.person = :scope",
    .live = HAS_NOT_ENDED("a", ":today"),
    .orders = affiliation_orders,
};

static const struct listing_order organisation_person_orders[] = {
    { .parts = { { "p.sort_key", ":text" }, { "a.id", ":id" } } },
};

static const struct listing_cell organisation_person_shown[] = { { "function",
                                                                   "a.function" },
                                                                 { "from", "a.\"from\"" },
                                                                 { "to", "a.\"to\"" },
                                                                 { NULL, NULL } };

const struct listing_source listing_source_organisation_person = {
    .id = "a.id",
    .cells = "a.person, p.family, p.given, a.function, p.email, p.phone, a.main,"
             " a.\"from\", a.\"to\"",
    .from = "affiliation a CROSS JOIN person p ON p.id = a.person",
    .where = "a.organisation = :scope",
    .live = HAS_NOT_ENDED("a", ":today") " AND " IS_PERSON_LIVE("p"),
    .orders = organisation_person_orders,
    .search = LISTING_SEARCH_EACH,
    .searched = ENTITY_PERSON,
    .searched_id = "a.person",
    .shown = organisation_person_shown,
};

/* --- what they are found by */

const struct search_source search_source_organisation = {
    .order = SEARCH_BY_NAME,
    .words = "SELECT name, short_name, territory FROM organisation WHERE id = :id",
    .causes = { { .noun = ENTITY_ORGANISATION,
                  .fields = { "name", "short_name", "territory" } } },
    .hits = "SELECT o.id, coalesce(o.territory, c.name)" SEARCH_FOUND(
        " CROSS JOIN organisation o ON o.id = s.row"
        " LEFT JOIN category c ON c.id = o.category",
        ""),
};

const struct search_source search_source_person = {
    .order = SEARCH_BY_PERSON,
    .words = "SELECT family, given, email, phone FROM person WHERE id = :id",
    .causes = { { .noun = ENTITY_PERSON,
                  .fields = { "family", "given", "email", "phone" } },
                { .noun = ENTITY_AFFILIATION,
                  .fields = { "person", "organisation", "function", "to" },
                  .reference = "person" },
                { .noun = ENTITY_ORGANISATION,
                  .fields = { "name", "short_name", "category" },
                  .rows = "SELECT person FROM affiliation WHERE organisation = :id" } },
    .more = "SELECT o.name, o.short_name FROM affiliation a"
            " JOIN organisation o ON o.id = a.organisation WHERE a.person = :id"
            " AND (:past OR " HAS_NOT_ENDED("a", ":today") ")",
    .posts = "SELECT a.function, o.category FROM affiliation a"
             " LEFT JOIN organisation o ON o.id = a.organisation WHERE a.person = :id"
             " AND (:past OR " HAS_NOT_ENDED("a", ":today") ")",
    .hits = "SELECT p.id, (SELECT o.name FROM affiliation a"
            " JOIN organisation o ON o.id = a.organisation"
            " WHERE a.id = " CURRENT_POST("p.id", ":today") ")" SEARCH_FOUND(
                " CROSS JOIN person p ON p.id = s.row", " AND " IS_PERSON_LIVE("p")),
};
