/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_fuzz.c - libFuzzer: whatever is typed is searched for without an error, and a
 * name finds the person who has it
 */
#include "fuzz.h"

#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/person.h"
#include "atelier/store/journal_table.h"
#include "atelier/store/row_table.h"
#include "atelier/store/search_table.h"

enum { MOST = 20, USES = 1000 };

static const enum entity_kind searched[] = { ENTITY_PERSON, ENTITY_ORGANISATION,
                                             ENTITY_WORKING_GROUP, ENTITY_MEETING,
                                             ENTITY_ROOM };

static struct database *
database(void)
{
    static struct database *db;
    static int uses;
    struct error err = { 0 };

    /* The journal grows. */
    if (uses++ % USES == 0) {
        database_close(db);
        db = database_open(":memory:", DATABASE_CREATE, false, &err);
    }
    fuzz_require(db != NULL, err.message);
    return db;
}

static const struct date today = { 2026, 11, 28 };

static void
find(struct database *db, const char *text)
{
    struct search_hit_list hits = { 0 };
    struct error err = { 0 };

    fuzz_require(search_table_find(db, text, true, today, MOST, &hits, &err),
                 err.message);
    search_hit_list_clear(&hits);
    for (size_t i = 0; i < sizeof(searched) / sizeof(searched[0]); i++) {
        fuzz_require(
            search_table_find_in(db, searched[i], text, true, today, MOST, &hits, &err),
            err.message);
        search_hit_list_clear(&hits);
    }
}

static bool
finds(struct database *db, const char *text, int64_t person)
{
    struct search_hit_list hits = { 0 };
    struct error err = { 0 };
    bool found = false;

    fuzz_require(
        search_table_find_in(db, ENTITY_PERSON, text, true, today, MOST, &hits, &err),
        err.message);
    for (size_t i = 0; i < hits.count; i++)
        found = found || hits.items[i].row == person;
    search_hit_list_clear(&hits);
    return found;
}

/* Every write is an act of the journal. */
static bool
commit(struct database *db, struct error *err)
{
    struct journal_entry entry = { .staff = memory_copy("fuzz"),
                                   .act = memory_copy("person.change"),
                                   .entity = -1 };
    const bool ok = journal_table_write(db, &entry, err) && transaction_commit(db, err);

    journal_entry_clear(&entry);
    return ok;
}

/* The index follows when the act is committed. */
static void
add(struct database *db, struct person *person)
{
    struct error err = { 0 };

    fuzz_require(transaction_begin(db, &err) &&
                     row_insert(db, &person_entity, person, "fuzz", 0, &err) &&
                     commit(db, &err),
                 err.message);
}

static void
take_away(struct database *db, const struct person *person)
{
    struct error err = { 0 };

    fuzz_require(
        transaction_begin(db, &err) &&
            row_delete(db, &person_entity, person->head.id, person->head.rev, &err) &&
            commit(db, &err),
        err.message);
}

static void
be_found(struct database *db, const char *name)
{
    struct person *person = record_new(&person_entity);
    struct buffer second = { 0 };
    char *fold = fold_copy(name);

    memory_replace(&person->family, name);
    add(db, person);
    int64_t id = person->head.id;
    if (*fold) {
        fuzz_require(finds(db, name, id), "a name finds its person");
        fuzz_require(finds(db, fold, id), "without accents too");
        if (fold_add_second(&second, name))
            fuzz_require(finds(db, buffer_text(&second), id), "and spelt the other way");
    }
    take_away(db, person);
    fuzz_require(!finds(db, name, id), "nobody who has gone is found");
    buffer_clear(&second);
    free(fold);
    record_free(&person_entity, person);
}

int
LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    char *typed = memory_copy_part((const char *)bytes, size);
    char *name = text_tidy_bytes((const char *)bytes, size);

    struct database *db = database();

    find(db, typed);
    if (*name)
        be_found(db, name);
    free(typed);
    free(name);
    return 0;
}
