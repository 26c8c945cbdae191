/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_table.c - people by e-mail, by likeness, and their current post */
#include "atelier/store/person_table.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/name_kin.h"
#include "atelier/store/row_table.h"
#include "database/connection.h"
#include "search/search_query.h"
#include "search/search_rank.h"
#include "search/search_short.h"
#include "search/search_words.h"
#include "table/rule_sql.h"

/* More people than this are not read: so many with a slip, and so many kin. */
enum { SOUGHT_MOST = 100 };

/* The index of words is asked for so many letters of each name.  It looks up three at a
 * time, and each time takes longer than to look at a few people in vain. */
enum { GIVEN_LETTERS = 3, FAMILY_LETTERS = 4 };

/* The e-mail is compared without case by its column. */
#define SQL_EMAIL                                                                        \
    "SELECT id FROM person WHERE id IN (SELECT coalesce(merged_into, id) FROM person"    \
    " WHERE email = :email) ORDER BY sort_key, id"

/* Sort keys begin with the family name; whoever was merged is found through the other. */
#define SQL_NAME                                                                         \
    "SELECT id FROM person WHERE sort_key >= :name || char(1)"                           \
    " AND sort_key < :name || char(2) AND " IS_PERSON_LIVE(                              \
        "person") " AND id <> :self"                                                     \
                  " ORDER BY sort_key, id LIMIT :most"

#define SQL_HAS_FAMILY                                                                   \
    "SELECT EXISTS (SELECT 1 FROM person WHERE sort_key >= :name || char(1)"             \
    " AND sort_key < :name || char(2) AND " IS_PERSON_LIVE("person") ")"

#define SQL_ALIKE_EMAIL                                                                  \
    "SELECT id FROM person WHERE id IN (SELECT coalesce(merged_into, id) FROM person"    \
    " WHERE email = :name) AND id <> :self ORDER BY id LIMIT :most"

/* Those with some letters among their words, and all of these: see find_sought(). */
#define SQL_WORDS                                                                        \
    "SELECT p.id, s.words FROM search s CROSS JOIN person p ON p.id = s.row"             \
    " WHERE s.search MATCH :match AND s.rowid BETWEEN :first AND :last"                  \
    " AND " IS_PERSON_LIVE("p") " AND p.id <> :self ORDER BY s.rowid"

#define SQL_AFFILIATION "SELECT " CURRENT_POST(":person", ":day")

static bool
has_person(const struct person_list *list, int64_t id)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].head.id == id)
            return true;
    return false;
}

static bool
add_person(struct database *db, int64_t id, struct person_list *list, struct error *err)
{
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof list->items[0]);
    struct person *person = &list->items[list->count++];
    record_init(&person_entity, person);
    return row_load(db, &person_entity, id, person, err);
}

/* Adds those whose ids the statement answers and who are not in the list; releases it. */
static bool
add_people(struct database *db, sqlite3_stmt *statement, size_t most,
           struct person_list *list, struct error *err)
{
    bool there = false;
    bool ok;

    while ((ok = connection_step(statement, &there, err)) && there &&
           list->count < most) {
        int64_t id = sqlite3_column_int64(statement, 0);
        if (!has_person(list, id) && !add_person(db, id, list, err)) {
            ok = false;
            break;
        }
    }
    connection_release(statement);
    return ok;
}

bool
person_table_find_email(struct database *db, const char *email, struct person_list *list,
                        struct error *err)
{
    person_list_clear(list);
    sqlite3_stmt *statement = connection_prepare(db, SQL_EMAIL, err);
    if (!statement)
        return false;
    connection_bind_text(statement, ":email", email);
    return add_people(db, statement, SIZE_MAX, list, err);
}

bool
person_table_has_family(struct database *db, const char *family, bool *has,
                        struct error *err)
{
    char *fold = fold_copy(family);
    sqlite3_stmt *statement = connection_prepare(db, SQL_HAS_FAMILY, err);
    int64_t found = 0;

    if (statement)
        connection_bind_text(statement, ":name", fold);
    const bool ok = statement && connection_read_number(statement, &found, err);
    *has = found != 0;
    free(fold);
    return ok;
}

/* Whom one looks for, and what limits it. */
struct wanted {
    struct database *db;
    const struct person *person;
    const struct person_filter *filter; /* NULL: nobody is surely unknown */
    size_t most;
};

static bool
add_alike(const struct wanted *wanted, const char *sql, const char *name,
          struct person_list *list, struct error *err)
{
    if (name[0] == '\0' || list->count >= wanted->most)
        return true;
    sqlite3_stmt *statement = connection_prepare(wanted->db, sql, err);
    if (!statement)
        return false;
    connection_bind_text(statement, ":name", name);
    connection_bind_number(statement, ":self", wanted->person->head.id);
    connection_bind_number(statement, ":most", (int64_t)wanted->most);
    return add_people(wanted->db, statement, wanted->most, list, err);
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

static bool
add_fold(const struct wanted *wanted, const char *fold, struct person_list *list,
         struct error *err)
{
    return (wanted->filter && !person_filter_has_family(wanted->filter, fold)) ||
           add_alike(wanted, SQL_NAME, fold, list, err);
}

/* Those whose family name is that name, in any of its spellings. */
static bool
add_namesakes(const struct wanted *wanted, const char *name, struct person_list *list,
              struct error *err)
{
    if (!name)
        return true;
    char *fold = fold_copy(name);
    char *plain = undo_second_fold(fold);
    struct buffer second = { 0 };
    bool ok = add_fold(wanted, fold, list, err) &&
              (strcmp(plain, fold) == 0 || add_fold(wanted, plain, list, err)) &&
              (!fold_add_second(&second, name) ||
               add_fold(wanted, buffer_text(&second), list, err));
    buffer_clear(&second);
    free(plain);
    free(fold);
    return ok;
}

static bool
add_same_email(const struct wanted *wanted, struct person_list *list, struct error *err)
{
    const char *email = wanted->person->email;

    return !email ||
           (wanted->filter && !person_filter_has_email(wanted->filter, email)) ||
           add_alike(wanted, SQL_ALIKE_EMAIL, email, list, err);
}

/* The longest word of a folded name, and the bytes of its first half; false when it is
 * too short to be told from others after a slip. */
static bool
split_name(const char *fold, const char **word, size_t *length, size_t *half)
{
    *length = 0;
    size_t longest = 0;
    for (const char *at = fold + strspn(fold, " "); *at != '\0'; at += strspn(at, " ")) {
        size_t bytes = strcspn(at, " ");
        size_t letters = text_count_characters(at, bytes);
        if (letters > longest) {
            longest = letters;
            *word = at;
            *length = bytes;
        }
        at += bytes;
    }
    if (longest < PERSON_SLIP_LETTERS)
        return false;
    *half = 0;
    for (size_t letters = longest / 2; letters > 0; letters--)
        do
            ++*half;
        while (!text_begins_character((*word)[*half]));
    return true;
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

/* Who has the given name and half of the family name: one slip leaves the other half as
 * it is, so that the index of words finds them and nobody else is read. */
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
    const char *word;
    size_t length;
    size_t half;
    if (!strchr(fold, '"') && split_name(fold, &word, &length, &half)) {
        buffer_add(&slips->given, query.match);
        search_words_match_beginning(word, half, &slips->family);
        buffer_addf(&slips->family, " OR \"%.*s\"", (int)(length - half), word + half);
    }
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
            ok = add_person(wanted->db, sqlite3_column_int64(statement, 0), &of->found,
                            err);
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
            !has_person(list, found->items[i].head.id))
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
person_table_find_alike(struct database *db, const struct person *person,
                        const struct person_filter *filter, size_t most,
                        struct person_list *list, struct error *err)
{
    const struct wanted wanted = {
        .db = db, .person = person, .filter = filter, .most = most
    };

    person_list_clear(list);
    return add_same_email(&wanted, list, err) &&
           add_namesakes(&wanted, person->family, list, err) &&
           add_namesakes(&wanted, person->given, list, err) &&
           add_by_words(&wanted, list, err);
}

bool
person_table_affiliation(struct database *db, int64_t person, struct date day,
                         struct affiliation *affiliation, struct error *err)
{
    record_clear(&affiliation_entity, affiliation);
    sqlite3_stmt *statement = connection_prepare(db, SQL_AFFILIATION, err);
    if (!statement)
        return false;
    char text[DATE_TEXT_SIZE];
    date_format(day, text);
    connection_bind_number(statement, ":person", person);
    connection_bind_text(statement, ":day", text);
    int64_t id = 0;
    return connection_read_number(statement, &id, err) &&
           (id == 0 || row_load(db, &affiliation_entity, id, affiliation, err));
}
