/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statistics_source.c - the people behind a figure, each at each meeting once */
#include "source/listing_source.h"
#include "table/statistics_sql.h"

#define KEPT WAS_MARKED("m")
#define GIVEN_ID "CAST(:counted_key AS INTEGER)"

/* What a row is about, and how its people are found without looking at everybody. */
struct counted_key {
    const char *key;
    const char *narrow;         /* NULL: by nothing */
    const char *narrow_to_none; /* the same where the key is none */
    bool is_few; /* of few people: the meetings need not be looked through first */
};

#define OF_ELSEWHERE "r.organisation IS NULL AND r.organisation_name"
#define SAME_TERRITORY                                                                   \
    "SELECT id FROM organisation o WHERE nullif(trim(o.territory), '') IS :counted_key"
#define OF_TERRITORY "registration t WHERE t.organisation IN (" SAME_TERRITORY ")"
/* Where they are few, the meetings that they were asked to; many are met with soon, and
 * the plus keeps the meetings in their order. */
#define IN_TERRITORY                                                                     \
    "+r.organisation IN (" SAME_TERRITORY ") AND "                                       \
    "CASE WHEN (SELECT count(*) FROM (SELECT 1 FROM " OF_TERRITORY " LIMIT 20000))"      \
    " = 20000 THEN true ELSE +m.id IN (SELECT t.meeting FROM " OF_TERRITORY ") END"

static const struct counted_key keys[STATISTICS_BY_COUNT] = {
    [STATISTICS_BY_CATEGORY] = { .key = KEY_CATEGORY },
    [STATISTICS_BY_ORGANISATION] = { .key = KEY_ORGANISATION,
                                     .narrow = "r.organisation = " GIVEN_ID,
                                     .narrow_to_none = OF_ELSEWHERE " IS NULL",
                                     .is_few = true },
    [STATISTICS_BY_TERRITORY] = { .key = KEY_TERRITORY, .narrow = IN_TERRITORY },
    [STATISTICS_BY_PERSON] = { .key = KEY_PERSON,
                               .narrow = "r.person = " GIVEN_ID,
                               .is_few = true },
    [STATISTICS_BY_MEETING] = { .key = KEY_MEETING, .narrow = "m.id = " GIVEN_ID },
    [STATISTICS_BY_GROUP] = { .key = KEY_GROUP, .narrow = "m.\"group\" = " GIVEN_ID },
};

/* --- meetings at which there may be such people, by the counters */

static const char *
of_category(const struct statistics_part *part)
{
    return !part->whole && part->by == STATISTICS_BY_CATEGORY
               ? " AND h.category = coalesce(" GIVEN_ID ", 0)"
               : "";
}

static void
add_on_list(struct buffer *sql, const struct statistics_part *part, const char *state)
{
    buffer_addf(sql,
                "EXISTS (SELECT 1 FROM head_count h WHERE h.meeting = m.id"
                " AND h.workshop = 0%s%s)",
                state, of_category(part));
}

static void
add_marked(struct buffer *sql, const struct statistics_part *part, const char *mark)
{
    buffer_addf(sql, "EXISTS (SELECT 1 FROM presence_count h WHERE h.meeting = m.id%s%s)",
                mark, of_category(part));
}

static void
add_counters(struct buffer *sql, const struct statistics_part *part)
{
    buffer_add(sql, " AND (");
    switch (part->figure) {
    case FIGURE_INVITED:
        add_on_list(sql, part, "");
        break;
    case FIGURE_ACCEPTED:
        add_on_list(sql, part, " AND h.state = :accepted");
        break;
    case FIGURE_PRESENT:
        add_marked(sql, part, " AND h.kind = :mark_present");
        break;
    case FIGURE_IN_ROOM:
        add_marked(sql, part, " AND h.kind = :mark_present AND h.remote = 0");
        break;
    case FIGURE_REMOTE:
        add_marked(sql, part, " AND h.kind = :mark_present AND h.remote = 1");
        break;
    case FIGURE_EXCUSED:
        add_on_list(sql, part, " AND h.state = :state_excused");
        buffer_add(sql, " OR ");
        add_marked(sql, part, " AND h.kind = :mark_excused");
        break;
    case FIGURE_ABSENT:
        add_on_list(sql, part, " AND h.state = :accepted");
        buffer_add(sql, " OR ");
        add_marked(sql, part, " AND h.kind = :mark_absent");
        break;
    case FIGURE_COUNT:
        break;
    }
    buffer_add(sql, ")");
}

/* --- people */

static bool
is_elsewhere(const struct statistics_part *part)
{
    return !part->key || part->key[0] == '=';
}

/* Without a figure to be behind of, everybody who is counted. */
static const struct statistics_part *
part_of(const struct listing_query *query)
{
    static const struct statistics_part whole = { .whole = true };

    return query->counted ? query->counted : &whole;
}

/* Those of an organisation lie together, though not by name; the few of a person are
 * found first; else they come by meeting and name. */
static const char *
counted_from(const struct listing_query *query)
{
    const struct statistics_part *part = part_of(query);

    if (!part->whole && part->by == STATISTICS_BY_PERSON)
        return "registration r CROSS JOIN meeting m ON m.id = r.meeting";
    if (part->whole || part->by != STATISTICS_BY_ORGANISATION)
        return "meeting m CROSS JOIN registration r ON r.meeting = m.id";
    return is_elsewhere(part) ? "meeting m CROSS JOIN registration r"
                                " INDEXED BY registration_elsewhere ON r.meeting = m.id"
                              : "meeting m CROSS JOIN registration r INDEXED BY"
                                " registration_organisation ON r.meeting = m.id";
}

static void
add_key_condition(struct buffer *sql, const struct statistics_part *part)
{
    const struct counted_key *key = &keys[part->by];
    const char *narrow = !part->key ? key->narrow_to_none : key->narrow;

    if (part->key && part->by == STATISTICS_BY_ORGANISATION && is_elsewhere(part))
        narrow = OF_ELSEWHERE " = substr(:counted_key, 2)";
    if (narrow)
        buffer_addf(sql, " AND %s", narrow);
    buffer_addf(sql, " AND CAST(%s AS TEXT) IS :counted_key", key->key);
}

static void
add_counted(struct buffer *sql, const struct listing_query *query)
{
    const struct statistics_part *part = part_of(query);

    if (part->scope.meeting != 0)
        buffer_add(sql, " AND m.id = :of_meeting");
    else if (part->scope.group != 0)
        buffer_add(sql, " AND m.\"group\" = :of_group");
    if (part->whole || !keys[part->by].is_few)
        add_counters(sql, part);
    if (!part->whole)
        add_key_condition(sql, part);
    buffer_add(sql, " AND " IS_COUNTED_ONCE " AND " IN_FIGURE(KEPT));
}

/* From the first meeting on, those of one by name: so the rows come as the indexes have
 * them, and a page ends the search. */
static const struct listing_order counted_orders[] = {
    { .parts = { { "m.start_at", ":number" },
                 { "m.id", "(SELECT meeting FROM registration WHERE id = :id)" },
                 { "r.sort_key", ":text" },
                 { "r.id", ":id" } },
      .led = true },
};

static const struct listing_cell counted_shown[] = {
    { "group_code", "(SELECT code FROM working_group WHERE id = m.\"group\")" },
    { "title", "m.title" },
    { "organisation_name", "r.organisation_name" },
    { "category_name", "(SELECT name FROM category WHERE id = r.category)" },
    { "state", "r.state" },
    { "outcome", OUTCOME(KEPT) },
    { NULL, NULL }
};

/* What a figure asks for first is what costs least to know. */
const struct listing_source listing_source_counted = {
    .id = "r.id",
    .cells = "m.id, m.start, m.zone, m.\"group\", g.code, m.title, r.person, r.family,"
             " r.given, r.organisation, r.organisation_name, r.category, c.name, r.state,"
             " " OUTCOME(KEPT),
    .from_for = counted_from,
    .joins = " LEFT JOIN working_group g ON g.id = m.\"group\""
             " LEFT JOIN category c ON c.id = r.category",
    .where = IS_COUNTED_MEETING
    " AND (:counted_period IS NULL"
    " OR substr(m.start, 1, length(:counted_period)) = :counted_period)",
    .add_where = add_counted,
    .orders = counted_orders,
    .search = LISTING_SEARCH_EACH,
    .searched = ENTITY_PERSON,
    .searched_id = "r.person",
    .shown = counted_shown,
};
