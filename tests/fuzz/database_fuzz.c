/* SPDX-License-Identifier: GPL-3.0-or-later */
/* database_fuzz.c - libFuzzer: a database file that somebody has broken, or made to harm,
 * is read, checked, written and restored, or refused with a sentence
 *
 * The input is SQL that a stranger runs on the file of a small office, then, behind a
 * zero byte, bytes that are put into it: a page, a place in it (two bytes), a length
 * and so many bytes, again and again.
 */
#include "fuzz.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "atelier/app/attend.h"
#include "atelier/app/browse.h"
#include "atelier/app/display.h"
#include "atelier/app/drafts.h"
#include "atelier/app/edit.h"
#include "atelier/app/export_calendar.h"
#include "atelier/app/history.h"
#include "atelier/app/register.h"
#include "atelier/app/undo.h"
#include "atelier/app/upkeep.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/person.h"
#include "desk.h"

enum {
    PAGE = 4096,
    PATCH_HEAD = 4,
    PATCH_MOST = 16,
    LENGTH_MOST = 1000000,
    SQL_MOST = 20000,
    STEPS = 10000,
    STEPS_MOST = 100,
    ROWS = 6,
    ACTS = 20,
    SHOWN = 8
};

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    desk_found();
    return 0;
}

/* --- the stranger */

/* No other file is touched, and nothing that lasts longer than the connection. */
static int
authorize(void *context, int action, const char *a, const char *b, const char *c,
          const char *d)
{
    static const char *const pragmas[] = { "writable_schema", "user_version",
                                           "application_id",  "ignore_check_constraints",
                                           "journal_mode",    "foreign_keys" };

    (void)context, (void)b, (void)c, (void)d;
    if (action == SQLITE_ATTACH)
        return SQLITE_DENY;
    if (action != SQLITE_PRAGMA)
        return SQLITE_OK;
    for (size_t i = 0; i < sizeof(pragmas) / sizeof(pragmas[0]); i++)
        if (sqlite3_stricmp(a, pragmas[i]) == 0)
            return SQLITE_OK;
    return SQLITE_DENY;
}

static int
has_run_long(void *steps)
{
    return ++*(int *)steps > STEPS_MOST;
}

/* Each statement, whether or not those before it were refused. */
static void
run_sql(const char *sql)
{
    sqlite3 *sqlite = NULL;
    int steps = 0;

    fuzz_require(sqlite3_open(DESK_DATABASE, &sqlite) == SQLITE_OK, "the file is there");
    (void)sqlite3_limit(sqlite, SQLITE_LIMIT_LENGTH, LENGTH_MOST);
    (void)sqlite3_limit(sqlite, SQLITE_LIMIT_SQL_LENGTH, SQL_MOST);
    (void)sqlite3_set_authorizer(sqlite, authorize, NULL);
    sqlite3_progress_handler(sqlite, STEPS, has_run_long, &steps);
    while (*sql != '\0') {
        sqlite3_stmt *statement = NULL;
        const char *next = sql;

        if (sqlite3_prepare_v2(sqlite, sql, -1, &statement, &next) != SQLITE_OK ||
            next == sql)
            next = sql + strcspn(sql, ";") + (strchr(sql, ';') != NULL ? 1 : 0);
        while (statement != NULL && sqlite3_step(statement) == SQLITE_ROW)
            continue;
        (void)sqlite3_finalize(statement);
        sql = next;
    }
    (void)sqlite3_close(sqlite);
}

static void
put_bytes(const unsigned char *patches, size_t size)
{
    const int file = open(DESK_DATABASE, O_RDWR | O_CLOEXEC);
    const off_t end = lseek(file, 0, SEEK_END);

    fuzz_require(file >= 0 && end > 0, "the file can be written");
    while (size > PATCH_HEAD) {
        size_t length = 1U + patches[3] % PATCH_MOST;
        const off_t at =
            (off_t)patches[0] * PAGE + (patches[1] * 256 + patches[2]) % PAGE;

        if (length > size - PATCH_HEAD)
            length = size - PATCH_HEAD;
        fuzz_require(pwrite(file, patches + PATCH_HEAD, length, at % end) > 0,
                     "bytes are put into it");
        patches += PATCH_HEAD + length;
        size -= PATCH_HEAD + length;
    }
    (void)close(file);
}

/* --- what the office does with it */

static bool
expect(bool done, const struct error *err)
{
    fuzz_require(done || (err->kind != ERROR_NONE && err->message[0] != '\0'),
                 "a sentence says why");
    fuzz_require(done || text_is_valid(err->message, strlen(err->message)),
                 "a sentence is text");
    return done;
}

static void
show_page(struct atelier *at, const struct listing_query *query,
          enum listing_direction direction, const struct listing_key *key,
          struct listing_page *page)
{
    const struct listing *listing = listing_get(query->kind);
    struct buffer text = { 0 };
    struct error err = { 0 };

    if (!expect(listing_fetch(at, query, direction, key, SHOWN, page, &err), &err))
        return;
    for (size_t r = 0; r < page->count; r++)
        for (size_t c = 0; c < listing->column_count; c++)
            display_cell(at, &listing->columns[c], page->rows[r].cells[c], &text);
    buffer_clear(&text);
}

static void
list(struct atelier *at, const struct listing_query *query)
{
    struct listing_page first = { 0 };
    struct listing_page other = { 0 };
    struct listing_key key = { 0 };
    struct error err = { 0 };
    int64_t count = 0;

    show_page(at, query, LISTING_FIRST, NULL, &first);
    if (first.count > 0) {
        show_page(at, query, LISTING_AFTER, &first.rows[0].key, &other);
        listing_page_clear(&other);
        (void)expect(listing_locate(at, query, first.rows[0].id, &key, &err), &err);
        listing_key_clear(&key);
    }
    listing_page_clear(&first);
    show_page(at, query, LISTING_LAST, NULL, &first);
    listing_page_clear(&first);
    (void)expect(listing_count(at, query, ROWS, &count, &err), &err);
}

static void
list_all(struct atelier *at)
{
    for (int kind = 0; kind < LISTING_COUNT; kind++) {
        const struct listing *listing = listing_get((enum listing_kind)kind);
        struct listing_query query = { .kind = (enum listing_kind)kind,
                                       .scope = 1,
                                       .entity = ENTITY_REGISTRATION,
                                       .history = true,
                                       .from = atelier_now(at),
                                       .now = atelier_now(at),
                                       .today = atelier_today(at) };

        list(at, &query);
        query.scope = 2;
        query.search = listing->can_search ? "an" : NULL;
        query.history = false;
        list(at, &query);
    }
}

static void
show_rows(struct atelier *at, const struct entity *entity)
{
    struct buffer text = { 0 };

    for (int64_t id = 1; id <= ROWS; id++) {
        void *record = record_new(entity);
        struct error err = { 0 };

        if (expect(edit_load(at, entity, id, record, &err), &err)) {
            display_row(at, entity, record, &text);
            for (size_t f = 0; f < entity->field_count; f++)
                display_field(at, &entity->fields[f], record, &text);
        }
        display_title(at, entity->kind, id, &text);
        record_free(entity, record);
    }
    buffer_clear(&text);
}

static void
search(struct atelier *at)
{
    static const char *const words[] = { "a", "mu", "jobs", "num" };

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        struct search_hit_list hits = { 0 };
        struct error err = { 0 };

        (void)expect(browse_search(at, words[i], SHOWN, &hits, &err), &err);
        search_hit_list_clear(&hits);
    }
}

static void
tell_history(struct atelier *at)
{
    for (int64_t id = 1; id <= ACTS; id++) {
        struct journal_entry entry = { 0 };
        struct journal_change_list changes = { 0 };
        struct error err = { 0 };

        (void)expect(history_load(at, id, &entry, &err), &err);
        (void)expect(history_changes(at, id, ENTITY_PERSON, 0, &changes, &err), &err);
        journal_entry_clear(&entry);
        journal_change_list_clear(&changes);
    }
}

static bool
forget(void *context, const char *bytes, size_t length)
{
    (void)context, (void)bytes, (void)length;
    return true;
}

static void
look_around(struct atelier *at)
{
    const struct row_ref scope = { 0 };
    struct today_list today = { 0 };
    struct slot_list slots = { 0 };
    struct draft draft = { 0 };
    struct presence_count present;
    struct seats seats;
    int64_t events = 0;
    struct error err = { 0 };

    (void)expect(browse_today(at, SHOWN, &today, &err), &err);
    (void)expect(browse_seats(at, 1, &seats, &err), &err);
    (void)expect(attend_slots(at, 2, &slots, &err), &err);
    (void)expect(attend_count(at, 2, 0, &present, &err), &err);
    (void)expect(drafts_find(at, NULL, 0, &draft, &err), &err);
    (void)expect(export_calendar(at, scope, forget, NULL, &events, &err), &err);
    today_list_clear(&today);
    slot_list_clear(&slots);
    draft_clear(&draft);
}

static void
check(struct atelier *at, bool thorough)
{
    struct check_report report = { 0 };
    struct error err = { 0 };

    (void)expect(upkeep_check(at, thorough, &report, &err), &err);
    check_report_clear(&report);
}

static void
work(struct atelier *at)
{
    const struct register_request request = { .meeting = 1, .person = 4 };
    const struct attend_request mark = { .meeting = 2, .person = 2 };
    struct register_outcome registered;
    struct attend_outcome marked;
    struct journal_entry entry = { 0 };
    struct person *person = record_new(&person_entity);
    struct error err = { 0 };

    (void)expect(register_add(at, &request, &registered, &err), &err);
    attend_outcome_init(&marked);
    (void)expect(attend_mark(at, &mark, &marked, &err), &err);
    attend_outcome_clear(&marked);
    if (expect(edit_load(at, &person_entity, 1, person, &err), &err)) {
        memory_replace(&person->note, "was here");
        (void)expect(edit_change(at, &person_entity, person, &err), &err);
    }
    for (int i = 0; i < 3; i++) {
        (void)expect(undo_last(at, NULL, &entry, &err), &err);
        journal_entry_clear(&entry);
    }
    (void)expect(upkeep_back_up(at, "copy.db", NULL, NULL, &err), &err);
    record_free(&person_entity, person);
}

static void
visit(void)
{
    struct error err = { 0 };
    struct atelier *at = desk_enter(&err);

    if (!expect(at != NULL, &err))
        return;
    check(at, true);
    list_all(at);
    for (int kind = 0; kind < ENTITY_COUNT; kind++)
        show_rows(at, entity_get((enum entity_kind)kind));
    search(at);
    tell_history(at);
    look_around(at);
    work(at);
    check(at, false);
    atelier_close(at);
}

static void
run_command(void *context, int count, char **words)
{
    struct desk_answer answer = { 0 };

    (void)context;
    desk_run(count, words, &answer);
    desk_judge(&answer);
    desk_answer_clear(&answer);
}

/* As texts: what an import makes of the people who are there, and rows as JSON. */
static void
run_commands(void)
{
    char script[] = "person\nimport\npeople.csv\n--dry-run\n\n"
                    "registration\nlist\n1\n--json\n\n";

    desk_each(script, run_command, NULL);
}

static void
restore_elsewhere(void)
{
    const struct atelier_options other = { .database = "other.db",
                                           .identity = DESK_IDENTITY };
    struct error err = { 0 };
    struct restore_report report;

    (void)expect(upkeep_restore(&other, DESK_DATABASE, &report, &err), &err);
    restore_report_clear(&report);
}

int
LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    char *sql = memory_copy_part((const char *)bytes, size);
    const size_t length = strlen(sql);

    desk_reset();
    run_sql(sql);
    if (length < size)
        put_bytes(bytes + length + 1, size - length - 1);
    visit();
    run_commands();
    restore_elsewhere();
    free(sql);
    return 0;
}
