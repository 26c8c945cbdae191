/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listing_statement.c - the statements that read a listing, made of its source */
#include "listing/listing_statement.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/meeting_question.h"
#include "atelier/domain/membership.h"
#include "atelier/domain/presence.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/setting.h"
#include "atelier/domain/workshop.h"
#include "atelier/domain/workshop_choice.h"
#include "listing/listing_order.h"
#include "listing/listing_search.h"
#include "table/statistics_sql.h"

static const struct listing_source *const sources[LISTING_COUNT] = {
#define LISTING(KIND, name) [LISTING_##KIND] = &listing_source_##name,
#include "atelier/domain/listings.def"
#undef LISTING
};

/* Whether acts of some time only are asked for. */
static bool
is_timed(const struct listing_statement *listing)
{
    return listing->source->at && listing->query->until != 0;
}

/* The words that were typed, as the index and as the cells have them. */
static bool
read_words(struct listing_statement *listing, struct database *db, struct error *err)
{
    const struct listing_query *query = listing->query;
    const struct listing_source *source = listing->source;
    struct search_category_list categories = { 0 };
    const bool by_post = source->by_post && query->search;
    bool ok = !by_post || search_category_list_load(&categories, db, err);
    const struct search_ways as = { query->by_phone, by_post ? &categories : NULL };

    if (source->shown || source->search == LISTING_SEARCH_NONE)
        listing_shown_init(&listing->shown, query->search, &as);
    if (source->search != LISTING_SEARCH_NONE &&
        search_query_init(&listing->words, source->searched, query->search, &as))
        listing->search = source->search;
    search_category_list_clear(&categories);
    return ok;
}

static bool
find_time(struct listing_shown_time *found, const struct listing_time *time,
          const struct listing_source *source, struct database *db, struct error *err)
{
    *found = (struct listing_shown_time){ time->since, time->until, 0, INT64_MAX };
    return !source->span ||
           source->span(db, time->since, time->until, &found->low, &found->high, err);
}

/* Which of the words are times, too. */
static bool
read_times(struct listing_statement *listing, struct database *db, struct error *err)
{
    const struct listing_query *query = listing->query;
    struct listing_shown *shown = &listing->shown;
    bool ok = true;

    for (size_t i = 0; i < LISTING_TIMES && query->times[i].word[0] != '\0'; i++)
        for (size_t word = 0; ok && word < shown->count; word++)
            if (strcmp(shown->words[word], query->times[i].word) == 0)
                ok = find_time(&shown->times[word], &query->times[i], listing->source, db,
                               err);
    return ok;
}

bool
listing_statement_init(struct listing_statement *listing, struct database *db,
                       const struct listing_query *query, struct error *err)
{
    const struct listing_source *source = sources[query->kind];

    *listing = (struct listing_statement){ .query = query, .source = source };
    bool ok = read_words(listing, db, err) && read_times(listing, db, err);
    listing->beyond =
        source->add_beyond && listing->shown.count > 0 && !is_timed(listing);
    if (ok && is_timed(listing) && source->span)
        ok = source->span(db, query->since, query->until, &listing->first, &listing->last,
                          err);
    listing_order_choose(listing);
    return ok;
}

void
listing_statement_clear(struct listing_statement *listing)
{
    search_query_clear(&listing->words);
    listing_shown_clear(&listing->shown);
    *listing = (struct listing_statement){ 0 };
}

/* ", text, number": NULL for what the order does not need. */
static void
add_key(struct buffer *sql, const struct listing_order *order)
{
    static const char *const parameters[] = { ":text", ":number" };

    for (size_t i = 0; i < 2; i++) {
        const char *part = "NULL";
        for (size_t p = 0; p < LISTING_PARTS && order->parts[p].sql; p++)
            if (strcmp(order->parts[p].parameter, parameters[i]) == 0)
                part = order->parts[p].sql;
        buffer_addf(sql, ", %s", part);
    }
}

static const struct entity *
entity_of(int kind)
{
    return kind >= 0 && kind < ENTITY_COUNT ? entity_get((enum entity_kind)kind)
                                            : &settings_entity;
}

static void
add_from(struct buffer *sql, const struct listing_statement *listing)
{
    buffer_add(sql, " FROM ");
    if (listing->search == LISTING_SEARCH_RANKED)
        buffer_add(sql, "search CROSS JOIN ");
    if (listing->source->add_from)
        listing->source->add_from(sql, entity_of(listing->query->entity));
    else if (listing->source->from_for)
        buffer_add(sql, listing->source->from_for(listing->query));
    else
        buffer_add(sql, listing->source->from);
}

static void
add_time(struct buffer *sql, const struct listing_statement *listing)
{
    const struct listing_source *source = listing->source;

    if (!is_timed(listing))
        return;
    buffer_addf(sql, " AND %s >= :since AND %s < :until", source->at, source->at);
    if (source->span)
        buffer_addf(sql, " AND %s BETWEEN :low AND :high", source->id);
}

static void
add_where(struct buffer *sql, const struct listing_statement *listing)
{
    const struct listing_source *source = listing->source;

    buffer_add(sql, " WHERE true");
    if (source->shown && listing->shown.count > 0)
        listing_search_add_shown(listing, sql);
    else
        listing_search_add(listing, sql);
    add_time(sql, listing);
    if (source->where)
        buffer_addf(sql, " AND %s", source->where);
    if (source->add_where)
        source->add_where(sql, listing->query);
    if (source->unanswered && listing->query->states == LISTING_UNANSWERED)
        buffer_addf(sql, " AND (%s) IS NOT NULL", source->unanswered);
    else if (source->state && listing->query->states)
        buffer_addf(sql, " AND (:states >> (%s)) & 1 = 1", source->state);
    else if (source->live && !listing->query->history)
        buffer_addf(sql, " AND %s", source->live);
}

/* The parts of the order as one row value; of what is bound, or of the row. */
static void
add_row_value(struct buffer *sql, const struct listing_order *order, bool bound)
{
    buffer_add_char(sql, '(');
    for (size_t p = 0; p < LISTING_PARTS && order->parts[p].sql; p++)
        buffer_addf(sql, "%s%s", p > 0 ? ", " : "",
                    bound ? order->parts[p].parameter : order->parts[p].sql);
    buffer_add_char(sql, ')');
}

/* A ranked search is kept to its range by :first and :last. */
static void
add_range(struct buffer *sql, const struct listing_statement *listing,
          const struct listing_range *range)
{
    if (range->side == LISTING_ALL || listing->ranked)
        return;
    bool larger = (range->side == LISTING_BEHIND) != listing->order.descending;
    buffer_add(sql, " AND ");
    add_row_value(sql, &listing->order, false);
    buffer_addf(sql, " %s%s ", larger ? ">" : "<", range->inclusive ? "=" : "");
    add_row_value(sql, &listing->order, true);
    if (listing->order.led)
        buffer_addf(sql, " AND %s %s= %s", listing->order.parts[0].sql,
                    larger ? ">" : "<", listing->order.parts[0].parameter);
}

static void
add_order(struct buffer *sql, const struct listing_order *order, bool backwards)
{
    bool descending = order->descending != backwards;

    buffer_add(sql, " ORDER BY ");
    for (size_t p = 0; p < LISTING_PARTS && order->parts[p].sql; p++)
        buffer_addf(sql, "%s%s%s", p > 0 ? ", " : "", order->parts[p].sql,
                    descending ? " DESC" : "");
}

/* The present, as the query has it. */
static void
bind_present(sqlite3_stmt *statement, const struct listing_query *query)
{
    assert(!date_is_none(query->today));
    char text[DATE_TEXT_SIZE];
    date_format(query->today, text);
    connection_bind_number(statement, ":now", query->now);
    connection_bind_text(statement, ":today", text);
}

static void
bind_states(sqlite3_stmt *statement)
{
    connection_bind_number(statement, ":invited", REGISTRATION_INVITED);
    connection_bind_number(statement, ":waiting", REGISTRATION_WAITING);
    connection_bind_number(statement, ":pending", REGISTRATION_PENDING);
    connection_bind_number(statement, ":accepted", REGISTRATION_ACCEPTED);
    connection_bind_number(statement, ":there", presence_kinds_there());
    connection_bind_number(statement, ":present", PRESENCE_PRESENT);
    connection_bind_number(statement, ":to_come", PRESENCE_TO_COME);
    connection_bind_number(statement, ":cancelled", MEETING_CANCELLED);
    connection_bind_number(statement, ":called_off", PRESENCE_CALLED_OFF);
    connection_bind_number(statement, ":postponed", MEETING_POSTPONED);
    connection_bind_number(statement, ":put_off", PRESENCE_PUT_OFF);
    connection_bind_number(statement, ":chair", MEMBERSHIP_CHAIR);
    connection_bind_number(statement, ":seated", CHOICE_SEATED);
    connection_bind_number(statement, ":queueing", CHOICE_WAITING);
    connection_bind_number(statement, ":given_up", CHOICE_WITHDRAWN);
    connection_bind_number(statement, ":off", WORKSHOP_CANCELLED);
}

/* The table `named` of each word, and `found`: the rows that are asked, and of those
 * beyond them the ones that a word has to do with. */
static const char *
add_found(struct buffer *sql, const struct listing_statement *listing)
{
    const struct listing_source *source = listing->source;
    const char *between = "WITH ";

    for (size_t word = 0; source->add_tables && word < listing->shown.count; word++) {
        buffer_add(sql, between);
        source->add_tables(sql, word);
        between = ", ";
    }
    if (!listing->beyond)
        return between;
    buffer_addf(sql, "%sfound (id) AS NOT MATERIALIZED (SELECT %s", between, source->id);
    add_from(sql, listing);
    add_where(sql, listing);
    buffer_addf(sql, " AND %s UNION ALL SELECT %s", source->asked, source->id);
    add_from(sql, listing);
    add_where(sql, listing);
    buffer_addf(sql, " AND NOT %s AND %s IN (", source->asked, source->id);
    for (size_t word = 0; word < listing->shown.count; word++) {
        buffer_add(sql, word > 0 ? " UNION ALL " : "");
        source->add_beyond(sql, word);
    }
    buffer_add(sql, "))");
    return ", ";
}

/* The beginning of a statement about the rows of the tables `found` and `listed`, where
 * they are. */
static void
add_view(struct buffer *sql, const struct listing_statement *listing)
{
    const struct listing *columns = listing_get(listing->query->kind);
    const char *between = add_found(sql, listing);

    if (!listing->viewed) {
        if (listing->beyond || between[0] == ',')
            buffer_add_char(sql, ' ');
        return;
    }
    buffer_addf(sql, "%slisted (id, by_text, by_number, ", between);
    listing_view_add_cells(columns, sql);
    buffer_addf(sql, ") AS NOT MATERIALIZED (SELECT %s", listing->source->id);
    add_key(sql, listing_order_usual(listing));
    buffer_addf(sql, ", %s", listing->source->cells);
    add_from(sql, listing);
    buffer_add(sql, listing->source->joins);
    if (listing->beyond)
        buffer_addf(sql, " WHERE %s IN (SELECT id FROM found)", listing->source->id);
    else
        add_where(sql, listing);
    buffer_add(sql, ") ");
}

const struct listing_cell *
listing_statement_brief(const struct listing_statement *listing)
{
    return listing->query->brief && !listing->viewed ? listing->source->brief_cells
                                                     : NULL;
}

static void
add_cells(struct buffer *sql, const struct listing_statement *listing)
{
    const struct listing_cell *brief = listing_statement_brief(listing);

    if (listing->viewed)
        listing_view_add_cells(listing_get(listing->query->kind), sql);
    else if (!brief)
        buffer_add(sql, listing->source->cells);
    for (size_t i = 0; brief && brief[i].column; i++)
        buffer_addf(sql, "%s%s", i > 0 ? ", " : "", brief[i].sql);
}

/* The rows to choose among, from FROM on. */
static void
add_rows(struct buffer *sql, const struct listing_statement *listing, bool joined)
{
    if (listing->beyond && !listing->viewed) {
        buffer_add(sql, " FROM found WHERE true");
        return;
    }
    if (!listing->viewed) {
        add_from(sql, listing);
        if (joined)
            buffer_add(sql, listing_statement_brief(listing)
                                ? listing->source->brief_joins
                                : listing->source->joins);
        add_where(sql, listing);
        return;
    }
    buffer_add(sql, " FROM listed WHERE true");
    if (!listing->source->shown)
        listing_view_add_words(listing_get(listing->query->kind), &listing->shown, sql);
}

static const char *
id_of(const struct listing_statement *listing)
{
    return listing->viewed || listing->beyond ? "id" : listing->source->id;
}

/* What an index of each word knows, which is asked but once for all statements. */
static bool
bind_named(const struct listing_statement *listing, struct database *db,
           sqlite3_stmt *statement, struct error *err)
{
    for (size_t word = 0; listing->source->named && word < listing->shown.count; word++) {
        const struct listing_shown *shown = &listing->shown;
        const char *ids = NULL;
        char name[32];

        if (listing_shown_is_indexed(shown, word) &&
            !listing->source->named(db, shown->words[word], shown->matches[word], &ids,
                                    err))
            return false;
        (void)snprintf(name, sizeof(name), ":named%zu", word);
        connection_bind_text(statement, name, ids);
    }
    return true;
}

static void
bind_answers(sqlite3_stmt *statement)
{
    connection_bind_number(statement, ":yes_no", ANSWER_YES_NO);
    connection_bind_number(statement, ":number_kind", ANSWER_NUMBER);
    connection_bind_text(statement, ":yes", _("yes"));
    connection_bind_text(statement, ":no", _("no"));
}

/* Prepares and empties the buffer, and binds what the query says. */
static sqlite3_stmt *
prepare(struct listing_statement *listing, struct database *db, struct buffer *sql,
        struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, buffer_text(sql), err);

    buffer_clear(sql);
    if (!statement)
        return NULL;
    connection_bind_number(statement, ":scope", listing->query->scope);
    connection_bind_number(statement, ":person", listing->query->person);
    connection_bind_number(statement, ":slot", listing->query->slot);
    connection_bind_number(statement, ":states", listing->query->states);
    connection_bind_number(statement, ":from", listing->query->from);
    bind_present(statement, listing->query);
    bind_states(statement);
    bind_answers(statement);
    if (listing->query->counted)
        statistics_bind_part(statement, listing->query->counted, listing->query->now);
    connection_bind_number(statement, ":since", listing->query->since);
    connection_bind_number(statement, ":until", listing->query->until);
    connection_bind_number(statement, ":low", listing->first);
    connection_bind_number(statement, ":high", listing->last);
    connection_bind_text(statement, ":people", listing->query->people);
    connection_bind_text(statement, ":match", listing->words.match);
    connection_bind_number(statement, ":first", listing->words.span.first);
    connection_bind_number(statement, ":last", listing->words.span.last);
    listing_shown_bind(&listing->shown, statement);
    if (!bind_named(listing, db, statement, err)) {
        connection_release(statement);
        return NULL;
    }
    return statement;
}

static void
bind_range(sqlite3_stmt *statement, const struct listing_statement *listing,
           const struct listing_range *range)
{
    int64_t beyond = range->inclusive ? 0 : 1;

    if (range->side == LISTING_ALL)
        return;
    connection_bind_text(statement, ":text", range->key->text);
    connection_bind_number(statement, ":number", range->key->number);
    connection_bind_number(statement, ":id", range->key->id);
    if (!listing->ranked)
        return;
    if (range->side == LISTING_BEHIND)
        connection_bind_number(statement, ":first", range->key->number + beyond);
    else
        connection_bind_number(statement, ":last", range->key->number - beyond);
}

/* What of the table is shown is made of those rows alone that the order brings: a cell
 * may cost more than the one that it goes by. */
static void
add_page(struct buffer *sql, const struct listing_statement *listing,
         const struct listing_range *range)
{
    if (!listing->viewed && listing->beyond) {
        add_from(sql, listing);
        buffer_addf(sql, " WHERE %s IN (SELECT id", listing->source->id);
        add_rows(sql, listing, false);
        add_range(sql, listing, range);
        add_order(sql, &listing->order, range->backwards);
        buffer_add(sql, " LIMIT :most)");
        buffer_addf(sql, " ORDER BY %s%s", listing->source->id,
                    listing->order.descending != range->backwards ? " DESC" : "");
        return;
    }
    if (!listing->viewed) {
        add_rows(sql, listing, true);
        add_range(sql, listing, range);
        add_order(sql, &listing->order, range->backwards);
        buffer_add(sql, " LIMIT :most");
        return;
    }
    buffer_add(sql, " FROM listed WHERE id IN (SELECT id");
    add_rows(sql, listing, false);
    add_range(sql, listing, range);
    add_order(sql, &listing->order, range->backwards);
    buffer_add(sql, " LIMIT :most)");
    add_order(sql, &listing->order, range->backwards);
}

sqlite3_stmt *
listing_statement_rows(struct listing_statement *listing, struct database *db,
                       const struct listing_range *range, struct error *err)
{
    struct buffer sql = { 0 };

    if (!listing_search_choose(listing, db, err))
        return NULL;
    add_view(&sql, listing);
    buffer_addf(&sql, "SELECT %s",
                listing->viewed ? id_of(listing) : listing->source->id);
    add_key(&sql, &listing->order);
    buffer_add(&sql, ", ");
    add_cells(&sql, listing);
    add_page(&sql, listing, range);
    sqlite3_stmt *statement = prepare(listing, db, &sql, err);
    if (statement) {
        bind_range(statement, listing, range);
        connection_bind_number(statement, ":most", (int64_t)range->most);
    }
    return statement;
}

sqlite3_stmt *
listing_statement_any(struct listing_statement *listing, struct database *db,
                      const struct listing_range *range, struct error *err)
{
    struct buffer sql = { 0 };

    if (!listing_search_choose(listing, db, err))
        return NULL;
    add_view(&sql, listing);
    buffer_add(&sql, "SELECT 1");
    add_rows(&sql, listing, false);
    add_range(&sql, listing, range);
    buffer_add(&sql, " LIMIT 1");
    sqlite3_stmt *statement = prepare(listing, db, &sql, err);
    if (statement)
        bind_range(statement, listing, range);
    return statement;
}

sqlite3_stmt *
listing_statement_row(struct listing_statement *listing, struct database *db, int64_t id,
                      struct error *err)
{
    struct buffer sql = { 0 };

    if (listing->search == LISTING_SEARCH_FEW) /* hits are not gathered for one row */
        listing->search = LISTING_SEARCH_EACH;
    add_view(&sql, listing);
    buffer_addf(&sql, "SELECT %s", id_of(listing));
    add_key(&sql, &listing->order);
    add_rows(&sql, listing, false);
    buffer_addf(&sql, " AND %s = :id", id_of(listing));
    if (!listing->viewed && listing->search == LISTING_SEARCH_RANKED)
        /* else all hits would be read */
        listing_search_add_place(listing, ":id", &sql);
    sqlite3_stmt *statement = prepare(listing, db, &sql, err);
    if (statement)
        connection_bind_number(statement, ":id", id);
    return statement;
}

/* Whether nothing but the source says which rows there are. */
static bool
is_whole(const struct listing_statement *listing)
{
    return listing->search == LISTING_SEARCH_NONE && listing->shown.count == 0 &&
           listing->query->states == 0 && !listing->viewed && !listing->beyond;
}

sqlite3_stmt *
listing_statement_count(struct listing_statement *listing, struct database *db,
                        int64_t most, struct error *err)
{
    struct buffer sql = { 0 };

    if (!listing_search_choose(listing, db, err))
        return NULL;
    if (listing->source->count && is_whole(listing)) {
        buffer_addf(&sql, "SELECT min(:most, %s)", listing->source->count);
    } else {
        add_view(&sql, listing);
        buffer_add(&sql, "SELECT count(*) FROM (SELECT 1");
        add_rows(&sql, listing, false);
        buffer_add(&sql, " LIMIT :most)");
    }
    sqlite3_stmt *statement = prepare(listing, db, &sql, err);
    if (statement)
        connection_bind_number(statement, ":most", most);
    return statement;
}
