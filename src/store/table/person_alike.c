/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_alike.c - finding those who may be one person with somebody */
#include "atelier/store/person_alike.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/name_kin.h"
#include "atelier/domain/name_spacing.h"
#include "database/connection.h"
#include "search/search_query.h"
#include "search/search_rank.h"
#include "search/search_short.h"
#include "search/search_words.h"
#include "table/person_found.h"
#include "table/rule_sql.h"

/* More people than this are not read: so many with a slip, and so many kin. */
enum { SOUGHT_MOST = 100 };

/* The index of words is asked for so many letters of each name.  It looks up three at a
 * time, and each time takes longer than to look at a few people in vain. */
enum { GIVEN_LETTERS = 3, FAMILY_LETTERS = 4 };

/* Sort keys have the family name and behind it the given one; whoever was merged is found
 * through the other. */
#define SQL_NAMESAKES                                                                    \
    "SELECT id FROM person WHERE sort_key = :name || char(1) || :given"                  \
    " AND " IS_PERSON_LIVE("person") " AND id <> :self ORDER BY id LIMIT :most"

#define SQL_FAMILY                                                                       \
    "SELECT id FROM person WHERE sort_key >= :name || char(1) || :given"                 \
    " AND sort_key < :name || char(1) || :given || char(1114111)"                        \
    " AND " IS_PERSON_LIVE("person") " AND id <> :self"                                  \
                                     " ORDER BY sort_key, id LIMIT :most"

#define SQL_ALIKE_EMAIL                                                                  \
    "SELECT id FROM person WHERE id IN (SELECT coalesce(merged_into, id) FROM person"    \
    " WHERE email = :name) AND id <> :self ORDER BY id LIMIT :most"

/* Those with some letters among their words, and all of these: see find_sought(). */
#define SQL_WORDS                                                                        \
    "SELECT p.id, s.words FROM search s CROSS JOIN person p ON p.id = s.row"             \
    " WHERE s.search MATCH :match AND s.rowid BETWEEN :first AND :last"                  \
    " AND " IS_PERSON_LIVE("p") " AND p.id <> :self ORDER BY s.rowid"

/* Whom one looks for, and what limits it. */
struct wanted {
    struct database *db;
    const struct person *person;
    const struct person_filter *filter; /* NULL: nobody is surely unknown */
    size_t most;
};

/* Adds those whom a statement finds, which has its own bound; releases it. */
static bool
add_alike(const struct wanted *wanted, sqlite3_stmt *statement, struct person_list *list,
          struct error *err)
{
    if (!statement)
        return false;
    connection_bind_number(statement, ":self", wanted->person->head.id);
    connection_bind_number(statement, ":most", (int64_t)wanted->most);
    return person_found_add(wanted->db, statement, wanted->most, list, err);
}

/* The fold of a name typed as mueller that is kept as müller. */
static char *
undo_second_fold(const char *fold)
{
    struct buffer plain = { 0 };

    for (const char *at = fold; *at != '\0'; at++) {
        buffer_add_char(&plain, *at);
        if ((strchr("aou", *at) && at[1] == 'e') || (at[0] == 'a' && at[1] == 'a'))
            at++;
    }
    return buffer_take(&plain);
}

/* A name in the ways that it may be spelt, one of which a sort key has. */
struct spelt {
    char *fold;
    char *plain;
    struct buffer second; /* empty where there is no other way */
    const char *ways[3];  /* those of them that differ */
    size_t count;
};

static void
spelt_init(struct spelt *spelt, const char *name)
{
    *spelt = (struct spelt){ .fold = fold_copy(name ? name : "") };
    spelt->plain = undo_second_fold(spelt->fold);
    spelt->ways[spelt->count++] = spelt->fold;
    if (strcmp(spelt->plain, spelt->fold) != 0)
        spelt->ways[spelt->count++] = spelt->plain;
    if (name && fold_add_second(&spelt->second, name))
        spelt->ways[spelt->count++] = buffer_text(&spelt->second);
}

static void
spelt_clear(struct spelt *spelt)
{
    free(spelt->fold);
    free(spelt->plain);
    buffer_clear(&spelt->second);
}

/* Those who have one name and the other, or begin with it, by the statement; nobody is
 * asked for whom the list has no room, or who is surely unknown. */
static bool
add_named(const struct wanted *wanted, const char *sql, const char *family,
          const char *given, struct person_list *list, struct error *err)
{
    if (family[0] == '\0' || list->count >= wanted->most ||
        (wanted->filter && !person_filter_has_family(wanted->filter, family)))
        return true;
    sqlite3_stmt *statement = connection_prepare(wanted->db, sql, err);
    if (statement) {
        connection_bind_text(statement, ":name", family);
        connection_bind_text(statement, ":given", given);
    }
    return add_alike(wanted, statement, list, err);
}

static bool
add_namesakes(const struct wanted *wanted, const struct spelt *family,
              const struct spelt *given, struct person_list *list, struct error *err)
{
    bool ok = true;

    for (size_t f = 0; ok && f < family->count; f++)
        for (size_t g = 0; ok && g < given->count; g++)
            ok = add_named(wanted, SQL_NAMESAKES, family->ways[f], given->ways[g], list,
                           err);
    return ok;
}

/* What more than one way to find people goes by. */
struct by_names {
    struct spelt family;
    struct spelt given;
    char *initial; /* of the given name */
};

static void
by_names_init(struct by_names *names, const struct person *person)
{
    spelt_init(&names->family, person->family);
    spelt_init(&names->given, person->given);
    const char *given = names->given.fold;
    size_t length = given[0] != '\0';
    while (!text_begins_character(given[length]))
        length++;
    names->initial = memory_copy_part(given, length);
}

static void
by_names_clear(struct by_names *names)
{
    spelt_clear(&names->family);
    spelt_clear(&names->given);
    free(names->initial);
}

/* Who has a family name, and a given name that begins as the person's does, or none. */
static bool
add_of_family(const struct wanted *wanted, const struct by_names *names,
              const char *family, struct person_list *list, struct error *err)
{
    return (names->initial[0] == '\0' ||
            add_named(wanted, SQL_NAMESAKES, family, "", list, err)) &&
           add_named(wanted, SQL_FAMILY, family, names->initial, list, err);
}

static bool
add_same_email(const struct wanted *wanted, struct person_list *list, struct error *err)
{
    const char *email = wanted->person->email;

    if (!email || email[0] == '\0' ||
        (wanted->filter && !person_filter_has_email(wanted->filter, email)))
        return true;
    sqlite3_stmt *statement = connection_prepare(wanted->db, SQL_ALIKE_EMAIL, err);
    if (statement)
        connection_bind_text(statement, ":name", email);
    return add_alike(wanted, statement, list, err);
}

/* Those who have both names, the wrong way round too, or the address. */
static bool
add_by_keys(const struct wanted *wanted, const struct by_names *names,
            struct person_list *list, struct error *err)
{
    return add_namesakes(wanted, &names->family, &names->given, list, err) &&
           add_namesakes(wanted, &names->given, &names->family, list, err) &&
           add_same_email(wanted, list, err);
}

/* Those who have the family name, in one word or several: there may be more than are
 * read. */
static bool
add_by_family(const struct wanted *wanted, const struct by_names *names,
              struct person_list *list, struct error *err)
{
    struct name_spacing others;
    bool ok = true;

    name_spacing_init(&others, names->family.fold);
    for (size_t i = 0; ok && i < others.count; i++)
        ok = add_of_family(wanted, names, others.ways[i], list, err);
    name_spacing_clear(&others);
    for (size_t i = 0; ok && i < names->family.count; i++)
        ok = add_of_family(wanted, names, names->family.ways[i], list, err);
    return ok;
}

/* The bytes of the first half of a word; 0 when it is too short to be told from others
 * after a slip. */
static size_t
half_of(const char *word)
{
    const size_t count = text_count_characters(word, strlen(word));
    size_t half = 0;

    if (count < PERSON_SLIP_LETTERS)
        return 0;
    for (size_t letters = count / 2; letters > 0; letters--)
        do
            ++half;
        while (!text_begins_character(word[half]));
    return half;
}

/* Who has the same names needs no slip to be found by. */
static bool
has_same_names(const struct person_list *list, const struct person *person)
{
    for (size_t i = 0; i < list->count; i++)
        if (person_likeness(person, &list->items[i]) >= LIKENESS_PROBABLE)
            return true;
    return false;
}

/* Whom the index of words is asked for: the words of either name, any of which will do;
 * none where nobody is looked for. */
struct sought {
    struct buffer family;
    struct buffer given;
    struct person_list found;
};

static void
sought_clear(struct sought *sought)
{
    buffer_clear(&sought->family);
    buffer_clear(&sought->given);
    person_list_clear(&sought->found);
}

static bool
has_room(const struct sought *sought)
{
    return sought->family.length > 0 && sought->found.count < SOUGHT_MOST;
}

static bool
may_have_slipped(const struct wanted *wanted)
{
    const struct person *person = wanted->person;

    return person->family && person->given &&
           (!wanted->filter ||
            person_filter_has_slip(wanted->filter, person->family, person->given));
}

/* Who has the given name and half of the family name, which all are found by in one word
 * too: one slip leaves the other half as it is, so that the index of words finds them and
 * nobody else is read. */
static void
seek_slips(const struct wanted *wanted, struct sought *slips)
{
    const struct person *person = wanted->person;
    const struct search_ways by_name = { 0 };
    struct search_query query;
    if (!may_have_slipped(wanted) ||
        !search_query_init(&query, ENTITY_PERSON, person->given, &by_name))
        return;
    char *fold = fold_copy(person->family);
    struct buffer joined = { 0 };
    const char *word =
        name_spacing_add_joined(fold, &joined) ? buffer_text(&joined) : fold;
    const size_t half = half_of(word);
    if (half > 0 && !strchr(word, '"')) {
        buffer_add(&slips->given, query.match);
        search_words_match_beginning(word, half, &slips->family);
        buffer_addf(&slips->family, " OR \"%s\"", word + half);
    }
    buffer_clear(&joined);
    free(fold);
    search_query_clear(&query);
}

/* A quote would end the quoted string that a form is looked for by. */
static bool
can_be_matched(const struct name_kin *kin)
{
    for (size_t i = 0; i < kin->count; i++)
        if (strchr(kin->forms[i], '"'))
            return false;
    return kin->count > 0;
}

/* Saint-Maur, St Maur and Ste-Croix have forms with “saint”; the words that are searched
 * are as they were typed. */
static void
match_form(const char *form, struct buffer *match)
{
    static const char *const saints[] = { "saint", "st", "sainte", "ste" };
    const size_t length = strlen(saints[0]);

    search_words_match_beginning(form, strlen(form), match);
    if (strncmp(form, saints[0], length) != 0 || !form[length])
        return;
    for (size_t i = 1; i < sizeof(saints) / sizeof(saints[0]); i++) {
        struct buffer other = { 0 };
        buffer_addf(&other, "%s%s", saints[i], form + length);
        buffer_add(match, " OR ");
        search_words_match_beginning(buffer_text(&other), other.length, match);
        buffer_clear(&other);
    }
}

static void
match_any(const struct name_kin *kin, struct buffer *match)
{
    for (size_t i = 0; i < kin->count; i++) {
        buffer_add(match, i ? " OR " : "");
        match_form(kin->forms[i], match);
    }
}

/* Who has a form of both names among their words, written otherwise or in part. */
static void
seek_kin(const struct wanted *wanted, struct sought *kin)
{
    struct name_kin families;
    struct name_kin givens;

    name_kin_init(&families, wanted->person->family);
    name_kin_init(&givens, wanted->person->given);
    if (can_be_matched(&families) && can_be_matched(&givens) &&
        (!wanted->filter || person_filter_has_kin(wanted->filter, &families, &givens))) {
        match_any(&families, &kin->family);
        match_any(&givens, &kin->given);
    }
    name_kin_clear(&families);
    name_kin_clear(&givens);
}

/* Adds what finds all that either expression does, with so many letters. */
static void
match_either(const struct buffer *one, const struct buffer *other, size_t letters,
             struct buffer *match)
{
    const char *between = one->length > 0 && other->length > 0 ? " OR " : "";
    struct buffer either = { 0 };

    buffer_addf(&either, "%s%s%s", buffer_text(one), between, buffer_text(other));
    search_short_add(buffer_text(&either), letters, match);
    buffer_clear(&either);
}

/* Of both kinds at once: half of a family name is in most of the ways to write it, so
 * that the index is asked for little more than for the slips. */
static sqlite3_stmt *
prepare_words(const struct wanted *wanted, const struct sought *slips,
              const struct sought *kin, struct error *err)
{
    struct search_rank_span span;
    struct buffer match = { 0 };
    sqlite3_stmt *statement = connection_prepare(wanted->db, SQL_WORDS, err);

    if (!statement)
        return NULL;
    match_either(&slips->given, &kin->given, GIVEN_LETTERS, &match);
    buffer_add(&match, " AND ");
    match_either(&slips->family, &kin->family, FAMILY_LETTERS, &match);
    search_rank_of_entity(ENTITY_PERSON, &span);
    connection_bind_text(statement, ":match", buffer_text(&match));
    connection_bind_number(statement, ":first", span.first);
    connection_bind_number(statement, ":last", span.last);
    connection_bind_number(statement, ":self", wanted->person->head.id);
    buffer_clear(&match);
    return statement;
}

static bool
is_sought(const struct sought *sought, const char *words)
{
    return has_room(sought) && search_short_holds(buffer_text(&sought->given), words) &&
           search_short_holds(buffer_text(&sought->family), words);
}

/* Reads the first of either kind; who is of both is one of the slips. */
static bool
find_sought(const struct wanted *wanted, struct sought *slips, struct sought *kin,
            struct error *err)
{
    if (!has_room(slips) && !has_room(kin))
        return true;
    sqlite3_stmt *statement = prepare_words(wanted, slips, kin, err);
    bool there = false;
    bool ok = statement;
    while (ok && (has_room(slips) || has_room(kin)) &&
           (ok = connection_step(statement, &there, err)) && there) {
        const char *words = connection_column_text(statement, 1);
        struct sought *of = is_sought(slips, words) ? slips
                            : is_sought(kin, words) ? kin
                                                    : NULL;
        if (of)
            ok = person_found_load(wanted->db, sqlite3_column_int64(statement, 0),
                                   &of->found, err);
    }
    connection_release(statement);
    return ok;
}

/* Those found who are like the person. */
static void
add_found(const struct wanted *wanted, const struct sought *sought,
          struct person_list *list)
{
    const struct person_list *found = &sought->found;

    for (size_t i = 0; i < found->count && list->count < wanted->most; i++)
        if (person_likeness(wanted->person, &found->items[i]) != LIKENESS_NONE &&
            !person_found_has(list, found->items[i].head.id))
            person_list_add(list, &found->items[i]);
}

/* Those whose family name is a slip away, and those whose names are written otherwise. */
static bool
add_by_words(const struct wanted *wanted, struct person_list *list, struct error *err)
{
    struct sought slips = { 0 };
    struct sought kin = { 0 };
    bool ok = true;

    if (list->count < wanted->most && !has_same_names(list, wanted->person)) {
        seek_slips(wanted, &slips);
        seek_kin(wanted, &kin);
        ok = find_sought(wanted, &slips, &kin, err);
        add_found(wanted, &slips, list);
        if (!has_same_names(list, wanted->person))
            add_found(wanted, &kin, list);
    }
    sought_clear(&slips);
    sought_clear(&kin);
    return ok;
}

bool
person_alike_find(struct database *db, const struct person *person,
                  const struct person_filter *filter, size_t most,
                  struct person_list *list, struct error *err)
{
    const struct wanted wanted = {
        .db = db, .person = person, .filter = filter, .most = most
    };
    struct by_names names;

    person_list_clear(list);
    by_names_init(&names, person);
    const bool ok = add_by_keys(&wanted, &names, list, err) &&
                    add_by_words(&wanted, list, err) &&
                    add_by_family(&wanted, &names, list, err);
    by_names_clear(&names);
    return ok;
}
