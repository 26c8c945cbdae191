/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_chain_test.c - whatever two people did, undid and redid: every refusal is true,
 * and undoing all of it leads back to where it began
 *
 * ATELIER_FIRE=full plays a hundred thousand steps, else it is two thousand.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/attend.h"
#include "atelier/app/convene.h"
#include "atelier/app/edit.h"
#include "atelier/app/join.h"
#include "atelier/app/plan.h"
#include "atelier/app/register.h"
#include "atelier/app/substitute.h"
#include "atelier/app/undo.h"
#include "atelier/app/upkeep.h"
#include "atelier/base/memory.h"
#include "atelier/domain/staff.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/journal_table.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/rows.h"
#include "support/suite.h"

enum { STEPS = 200, SEEDS = 10, SEEDS_FULL = 500, CHECK_EVERY = 25, SEEDED = 4 };

static struct atelier *people[2]; /* administrators, both */
static struct database *seen;     /* the same file, to look into */
static struct error err;
static uint64_t chance;
static int64_t beginning; /* the last act before the chain */
static int undone;
static int redone;
static int refused;
static bool tangled;
/* A seat, or a person's one place on a list, was refused to an undo in the last round. */
static bool is_taken;
static bool marks; /* people are marked too: what was marked cannot go any more */

/* A linear congruential generator (Knuth's MMIX): the same acts in every run, whatever
 * the compiler, as no two draws stand in one expression. */
static unsigned
below(unsigned limit)
{
    chance = chance * 6364136223846793005U + 1442695040888963407U;
    return (unsigned)(chance >> 33) % limit;
}

static int64_t
some_id(void)
{
    return 1 + below(SEEDED + 2);
}

#define SOME(list) ((list)[below(sizeof(list) / sizeof((list)[0]))])

/* --- the office */

static void
set_up(void)
{
    people[0] = office_found();
    people[1] = office_hire(people[0], "lea", ROLE_ADMINISTRATOR);
    for (int i = 0; i < SEEDED; i++)
        office_add_person(people[0], rows_number(100 + i), "Anna");
    for (int i = 0; i < 2; i++) {
        const int64_t group = office_add_group(people[0], rows_number(200 + i));
        office_add_meeting(people[0], group, "2027-03-16 09:30", 2);
        office_add_meeting(people[0], group, "2027-03-01 09:00", 3);
    }
    beginning = database_file_number("SELECT max(id) FROM journal");
    seen = database_open(database_file_path("atelier.db"), DATABASE_OPEN, false, &err);
    ck_assert_msg(seen != NULL, "%s", err.message);
    undone = redone = refused = 0;
    tangled = false;
}

static void
tear_down(void)
{
    database_close(seen);
    atelier_close(people[1]);
    office_end(people[0]);
}

/* All but what counts up (rev, the calendar's sequence) and who wrote a row last; with
 * the counters and what is found by words. */
static char *
picture(void)
{
    struct buffer all = { 0 };

    for (int kind = 0; kind < ENTITY_COUNT; kind++) {
        const struct entity *entity = entity_get((enum entity_kind)kind);
        struct buffer sql = { 0 };
        buffer_add(&sql, "SELECT id, created_at, created_by");
        for (size_t i = 0; i < entity->field_count; i++)
            if (!(entity->fields[i].flags & FIELD_COUNTED))
                buffer_addf(&sql, ", \"%s\"", entity->fields[i].name);
        if (entity->sort_key)
            buffer_add(&sql, ", sort_key");
        buffer_addf(&sql, " FROM \"%s\" ORDER BY id", entity->name);
        char *rows = database_file_dump(buffer_text(&sql));
        buffer_addf(&all, "%s\n%s", entity->name, rows);
        free(rows);
        buffer_clear(&sql);
    }
    static const char settings[] = "SELECT name, value FROM setting WHERE name NOT IN"
                                   " ('rev', 'changed_at', 'changed_by')"
                                   " AND coalesce(value, '') NOT IN ('', '0') ORDER BY 1";
    static const char *const others[] = {
        settings,
        "SELECT * FROM seat_rule ORDER BY 1, 2",
        "SELECT * FROM head_count ORDER BY meeting, state, role, category",
        "SELECT * FROM overbooked ORDER BY meeting",
        /* Namesakes may stand the other way round. */
        "SELECT rowid >> 60, row, words FROM search ORDER BY 1, 2",
    };
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        char *rows = database_file_dump(others[i]);
        buffer_addf(&all, "%s\n", rows);
        free(rows);
    }
    return buffer_take(&all);
}

/* The first line that differs, in both. */
static void
expect_same(const char *before, const char *after)
{
    size_t line = 0;

    for (size_t i = 0; before[i] == after[i] && before[i] != '\0'; i++)
        line = before[i] == '\n' ? i + 1 : line;
    ck_assert_msg(strcmp(before, after) == 0, "it was “%.*s” and is “%.*s”",
                  (int)strcspn(before + line, "\n"), before + line,
                  (int)strcspn(after + line, "\n"), after + line);
}

/* --- what people do; the rules may refuse it */

static void
set_some(const struct field *field, void *record)
{
    static const char *const texts[] = { "Mül", "Łódź", "d’Œu", "say \"no\"", "C:\\n" };
    static const char *const zones[] = { "Europe/Paris", "Europe/London" };
    static const char *const starts[] = { "2027-03-16 09:30", "2027-03-17 08:00",
                                          "2027-03-01 09:00" };
    static const char *const ends[] = { "2027-03-17 10:00", "2027-03-18 12:00" };
    static const char *const emails[] = { "a@example.org", "b@example.org" };
    static const char *const numbers[] = { "0", "1", "2", "30", "" };
    static const char *const from[] = { "2026-01-01", "" };
    static const char *const to[] = { "2028-12-31", "" };
    static const char *const logins[] = { "otto", "ida", "max" };
    unsigned choices = 0;

    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_LINES:
        field_parse(field, record,
                    strcmp(field->name, "login") == 0 ? SOME(logins) : SOME(texts), NULL);
        break;
    case FIELD_EMAIL:
        field_parse(field, record, SOME(emails), NULL);
        break;
    case FIELD_PHONE:
        field_parse(field, record, rows_number(below(3)), NULL);
        break;
    case FIELD_ZONE:
        field_parse(field, record, SOME(zones), NULL);
        break;
    case FIELD_NUMBER:
    case FIELD_DURATION:
        field_parse(field, record, SOME(numbers), NULL);
        break;
    case FIELD_BOOLEAN:
        field_set_number(field, record, below(2));
        break;
    case FIELD_DATE:
        field_parse(field, record,
                    strcmp(field->name, "from") == 0 ? SOME(from) : SOME(to), NULL);
        break;
    case FIELD_LOCAL_TIME:
        field_parse(field, record,
                    strcmp(field->name, "start") == 0 ? SOME(starts) : SOME(ends), NULL);
        break;
    case FIELD_INSTANT:
        field_parse(field, record, "2027-03-16T09:31:00Z", NULL);
        break;
    case FIELD_CHOICE:
        while (field->choices[choices].name)
            choices++;
        field_set_number(field, record, below(choices));
        break;
    case FIELD_REFERENCE:
        field_set_number(field, record, some_id());
        break;
    }
}

/* Neither of the two takes a role or a seat at the table from the other. */
static bool
may_be_written(const struct entity *entity, int64_t id)
{
    return entity != &staff_entity || id > 2;
}

static bool
add_row(struct atelier *at, const struct entity *entity)
{
    void *record = record_new(entity);
    bool ok = edit_prepare(at, entity, record, &err);

    for (size_t i = 0; ok && i < entity->field_count; i++) {
        const struct field *field = &entity->fields[i];
        if (!(field->flags & FIELD_DERIVED) &&
            ((field->flags & FIELD_REQUIRED) || below(3) == 0))
            set_some(field, record);
    }
    ok = ok && edit_add(at, entity, record, office_answer(QUESTION_DUPLICATE, ""), &err);
    record_free(entity, record);
    return ok;
}

static bool
change_row(struct atelier *at, const struct entity *entity, int64_t id)
{
    void *record = record_new(entity);
    bool ok = may_be_written(entity, id) && edit_load(at, entity, id, record, &err);

    for (unsigned i = 1 + below(2); ok && i > 0; i--) {
        const struct field *field = &entity->fields[below((unsigned)entity->field_count)];
        if (!(field->flags & FIELD_DERIVED))
            set_some(field, record);
    }
    ok = ok && edit_change(at, entity, record, &err);
    record_free(entity, record);
    return ok;
}

static bool
remove_row(struct atelier *at, const struct entity *entity, int64_t id)
{
    struct record *record = record_new(entity);
    const bool ok = may_be_written(entity, id) &&
                    edit_load(at, entity, id, record, &err) &&
                    edit_remove(at, entity, id, record->rev, &err);

    record_free(entity, &record[0]);
    return ok;
}

static bool
edit(struct atelier *at)
{
    const struct entity *entity = entity_get((enum entity_kind)below(ENTITY_COUNT));
    const unsigned what = below(5);

    return what < 2   ? add_row(at, entity)
           : what < 4 ? change_row(at, entity, some_id())
                      : remove_row(at, entity, some_id());
}

static struct questions *
some_answer(void)
{
    return below(3) == 0 ? office_answer(QUESTION_SEAT, "the mayor") : NULL;
}

static bool
enrol(struct atelier *at)
{
    struct register_request request = { .meeting = 1 + below(SEEDED) };
    struct register_outcome outcome;

    request.person = some_id();
    request.questions = some_answer();

    return register_add(at, &request, &outcome, &err);
}

static enum registration_act
some_registration_act(void)
{
    return (enum registration_act)below(REGISTRATION_REVIVE + 1);
}

static bool
act_on_registration(struct atelier *at)
{
    struct register_outcome outcome;
    const int64_t registration = some_id();
    const enum registration_act act = some_registration_act();
    const char *reason = below(2) ? "ill" : NULL;
    struct questions *answer = some_answer();

    return register_act(at, registration, act, reason, answer, &outcome, &err);
}

static bool
act_on_many(struct atelier *at)
{
    int64_t ids[3];
    for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++)
        ids[i] = some_id();
    struct register_skipped skipped = { 0 };
    size_t done = 0;
    const bool ok = register_act_many(at, ids, 3, some_registration_act(), NULL, NULL,
                                      &done, &skipped, NULL, &err);

    register_skipped_clear(&skipped);
    return ok;
}

static bool
substitute(struct atelier *at)
{
    struct substitute_request request = { .registration = some_id() };
    struct register_outcome outcome;

    request.person = some_id();
    request.act = below(2) ? REGISTRATION_SUBSTITUTE : REGISTRATION_EXCUSE;
    request.invites = below(3) == 0;
    request.questions = some_answer();

    return register_substitute(at, &request, &outcome, &err);
}

static bool
act_on_meeting(struct atelier *at)
{
    const int64_t meeting = 1 + below(SEEDED);

    return plan_act(at, meeting, (enum meeting_act)below(MEETING_CLOSE + 1), "flood",
                    &err);
}

static bool
convene(struct atelier *at)
{
    struct convene_outcome outcome;

    return convene_members(at, 1 + below(SEEDED), false, &outcome, &err);
}

static bool
attend(struct atelier *at)
{
    if (!marks)
        return false;
    struct attend_request request = { .meeting = 1 + below(SEEDED),
                                      .reason = "by mistake" };
    request.person = some_id();
    request.kind = (enum presence_kind)below(PRESENCE_ANNULLED + 1);
    struct attend_outcome outcome;

    attend_outcome_init(&outcome);
    const bool ok = attend_mark(at, &request, &outcome, &err);
    attend_outcome_clear(&outcome);
    return ok;
}

static bool
change_settings(struct atelier *at)
{
    struct settings *settings = record_new(&settings_entity);

    atelier_changed(at);
    record_copy(&settings_entity, settings, atelier_settings(at));
    set_some(&settings_entity.fields[below((unsigned)settings_entity.field_count)],
             settings);
    const bool ok = upkeep_change_settings(at, settings, &err);
    record_free(&settings_entity, settings);
    return ok;
}

/* Most of what is tried at random is refused: what is not is wanted. */
static void
do_something(struct atelier *at)
{
    static bool (*const deeds[])(struct atelier * at) = {
        edit,
        edit,
        edit,
        edit,
        edit,
        enrol,
        enrol,
        act_on_registration,
        act_on_registration,
        act_on_many,
        substitute,
        substitute,
        act_on_meeting,
        convene,
        attend,
        attend,
        change_settings,
    };
    enum { TRIES = 6 };

    for (int i = 0; i < TRIES; i++) {
        err = (struct error){ 0 };
        if (SOME(deeds)(at))
            return;
        ck_assert_msg(err.kind != ERROR_DATABASE && err.kind != ERROR_SYSTEM, "%s",
                      err.message);
    }
}

/* --- what an undo says */

/* The row of the act that the sentence is about, and whether it is true. */
struct claim {
    int64_t act;
    char who[64];
    char what[128]; /* the label of a field, or of a noun */
    bool is_true;
};

static bool
did_move(const struct claim *claim, const struct journal_row *row,
         const struct field *field)
{
    char sql[700];

    (void)snprintf(sql, sizeof sql,
                   "SELECT count(*) FROM journal_change c JOIN journal j"
                   " ON j.id = c.journal WHERE c.entity = %d AND c.row = %lld"
                   " AND c.journal > %lld AND j.staff = '%s'"
                   " AND j.undone_by IS NULL AND ('%s' = '' OR c.kind <> 1 OR EXISTS"
                   " (SELECT 1 FROM json_each(c.before) WHERE key = '%s'))",
                   row->entity->number, (long long)row->row, (long long)claim->act,
                   claim->who, field ? field->name : "", field ? field->name : "");
    return database_file_number(sql) > 0;
}

static bool
weigh_row(void *context, const struct journal_row *row, struct error *error)
{
    struct claim *claim = context;
    void *left = record_new(row->entity);
    void *present = record_new(row->entity);
    bool was = false;
    bool is = false;

    ck_assert(
        journal_table_past(seen, row->entity, row->row, claim->act, left, &was, error));
    ck_assert(journal_table_now(seen, row->entity, row->row, present, &is, error));
    if (was && !is && claim->what[0] == '\0')
        claim->is_true = claim->is_true || did_move(claim, row, NULL);
    for (size_t i = 0; was && is && i < row->entity->field_count; i++) {
        const struct field *field = &row->entity->fields[i];
        if (strcmp(field->label, claim->what) == 0 && !field_equal(field, left, present))
            claim->is_true = claim->is_true || did_move(claim, row, field);
    }
    record_free(row->entity, left);
    record_free(row->entity, present);
    return true;
}

static void
expect_seats_true(const char *message)
{
    long long taken = 0;
    long long seats = 0;
    char sql[200];
    const char *figures = strrchr(message, '(');

    ck_assert_msg(figures && sscanf(figures, "(%lld of %lld", &taken, &seats) == 2, "%s",
                  message);
    (void)snprintf(sql, sizeof sql,
                   "SELECT count(*) FROM meeting m JOIN seat_view c ON c.meeting ="
                   " m.id WHERE m.seats = %lld AND c.taken = %lld",
                   seats, taken);
    ck_assert_msg(database_file_number(sql) > 0, "%s", message);
}

/* Somewhere so many seats at least are held for others. */
static void
expect_hold_true(const char *message)
{
    char sql[120];

    (void)snprintf(sql, sizeof sql,
                   "SELECT count(*) FROM seat_limit_view WHERE kind = 'hold'"
                   " AND people >= %lld",
                   strtoll(message, NULL, 10));
    ck_assert_msg(database_file_number(sql) > 0, "%s", message);
}

/* A field that is said to have moved has, and who is named did it. */
static void
expect_true(int64_t act)
{
    static const char *const others[] = { "needs it",         "which is gone",
                                          "already",          "does not change",
                                          "has marked",       "slot in which",
                                          "marks of presence" };
    struct claim claim = { .act = act };
    const char *message = err.message;
    bool known = false;

    refused++;
    ck_assert_msg(err.kind == ERROR_RULE || err.kind == ERROR_QUESTION, "%d: %s",
                  (int)err.kind, message);
    if (sscanf(message, "It cannot be undone: %63s has changed “%127[^”]", claim.who,
               claim.what) == 2) {
        ck_assert(journal_table_each_row(seen, act, weigh_row, &claim, &err));
        ck_assert_msg(claim.is_true, "act %lld: %s", (long long)act, message);
        return;
    }
    if (sscanf(message, "It cannot be undone: %63s has removed the row", claim.who) ==
            1 &&
        strstr(message, "has removed the row")) {
        ck_assert(journal_table_each_row(seen, act, weigh_row, &claim, &err));
        ck_assert_msg(claim.is_true, "act %lld: %s", (long long)act, message);
        return;
    }
    if (strstr(message, "given away")) {
        expect_seats_true(message);
        is_taken = true;
        return;
    }
    if (strstr(message, "still held for")) {
        expect_hold_true(message);
        is_taken = true;
        return;
    }
    if (strstr(message, "by the rule")) {
        char sql[100];
        (void)snprintf(sql, sizeof sql,
                       "SELECT act = 'registration.promote' FROM journal WHERE id = %lld",
                       (long long)act);
        ck_assert_msg(database_file_number(sql) == 1, "act %lld: %s", (long long)act,
                      message);
        tangled = true; /* it stays, and with it the offer */
        return;
    }
    /* An older act that added it was undone while nothing referred to it. */
    tangled = tangled || strstr(message, "which is gone");
    /* Marks stay, and with them whom and what they are about. */
    tangled = tangled || strstr(message, "marks of presence") ||
              strstr(message, "slot in which");
    is_taken = is_taken || strstr(message, "on the list already");
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        known = known || strstr(message, others[i]) != NULL;
    ck_assert_msg(known, "act %lld: %s", (long long)act, message);
}

/* The newest of theirs that stands, of those up to that one; 0 when there is none. */
static int64_t
next_of(struct atelier *at, int64_t most)
{
    char sql[300];

    (void)snprintf(sql, sizeof sql,
                   "SELECT coalesce(max(id), 0) FROM journal WHERE staff = '%s'"
                   " AND undoes IS NULL AND undone_by IS NULL AND id <= %lld",
                   atelier_login(at), (long long)most);
    return database_file_number(sql);
}

/* Their newest undo that stands, with only undoes and redoes of theirs after it. */
static int64_t
redoable_of(struct atelier *at)
{
    char sql[440];

    (void)snprintf(sql, sizeof sql,
                   "SELECT coalesce(max(id), 0) FROM journal WHERE staff = '%s'"
                   " AND undoes IS NOT NULL AND undone_by IS NULL"
                   " AND id > (SELECT coalesce(max(id), 0) FROM journal"
                   " WHERE staff = '%s' AND undoes IS NULL AND redoes IS NULL"
                   " AND act <> 'registration.promote')",
                   atelier_login(at), atelier_login(at));
    return database_file_number(sql);
}

/* Whether a field of the act has moved since, and back: once the act is undone, those who
 * moved it may find nothing any more that they left. */
static bool
has_moved(int64_t act)
{
    char sql[700];

    (void)snprintf(sql, sizeof sql,
                   "SELECT count(*) FROM journal_change a JOIN journal_change c"
                   " ON c.entity = a.entity AND c.row = a.row AND c.journal > a.journal"
                   " JOIN journal j ON j.id = c.journal WHERE a.journal = %lld"
                   " AND j.undone_by IS NULL AND j.undoes IS NULL AND (a.kind <> 1 OR"
                   " c.kind <> 1 OR EXISTS (SELECT 1 FROM json_each(a.before) x"
                   " JOIN json_each(c.before) y USING (key)))",
                   (long long)act);
    return database_file_number(sql) > 0;
}

/* A seat that an undo frees goes on to who waits, in an act of its own. */
static int64_t
count_acts(void)
{
    return database_file_number("SELECT count(*) FROM journal"
                                " WHERE act <> 'registration.promote'");
}

static bool
undo(struct atelier *at, int64_t act)
{
    struct journal_entry entry = { 0 };
    const int64_t acts = count_acts();

    const bool moved = has_moved(act);
    err = (struct error){ 0 };
    const bool ok = undo_act(at, act, NULL, &entry, &err);
    journal_entry_clear(&entry);
    ck_assert_int_eq(count_acts(), acts + (ok ? 1 : 0));
    if (!ok)
        expect_true(act);
    undone += ok;
    tangled = tangled || (ok && moved);
    return ok;
}

static void
redo(struct atelier *at)
{
    struct journal_entry entry = { 0 };
    const int64_t act = redoable_of(at);
    const bool moved = has_moved(act);

    err = (struct error){ 0 };
    const bool ok = redo_last(at, NULL, &entry, &err);
    journal_entry_clear(&entry);
    if (act == 0)
        ck_assert_msg(!ok && err.kind == ERROR_NOT_FOUND, "%s", err.message);
    else if (!ok)
        expect_true(act);
    redone += ok;
    tangled = tangled || (ok && moved);
}

static void
step(void)
{
    struct atelier *at = people[below(2)];
    const unsigned what = below(12);

    err = (struct error){ 0 };
    if (what >= 4) {
        do_something(at);
    } else if (what >= 3) {
        redo(at);
    } else {
        const int64_t newest = next_of(at, INT64_MAX);
        const int64_t act =
            what == 0 || newest <= beginning
                ? newest
                : next_of(at, beginning + 1 + below((unsigned)(newest - beginning)));
        if (act > beginning && undo(at, act) && below(2) == 0)
            redo(at);
    }
}

/* The newest act of the chain that stands, up to that one; 0 when there is none. */
static int64_t
standing(int64_t most)
{
    char sql[300];

    (void)snprintf(sql, sizeof sql,
                   "SELECT coalesce(max(id), 0) FROM journal WHERE undoes IS NULL"
                   " AND undone_by IS NULL AND id > %lld AND id <= %lld",
                   (long long)beginning, (long long)most);
    return database_file_number(sql);
}

static bool
undo_by_who_did_it(int64_t act)
{
    char sql[80];

    (void)snprintf(sql, sizeof sql, "SELECT staff = 'lea' FROM journal WHERE id = %lld",
                   (long long)act);
    return undo(people[database_file_number(sql)], act);
}

/* One of those that stand, the newest first; false when none can be. */
static bool
undo_one(void)
{
    is_taken = false;
    for (int64_t act = standing(INT64_MAX); act != 0; act = standing(act - 1))
        if (undo_by_who_did_it(act))
            return true;
    return false;
}

/* Random ones between. */
static bool
undo_all(void)
{
    int64_t newest;

    while ((newest = standing(INT64_MAX)) != 0) {
        const int64_t some =
            standing(beginning + 1 + below((unsigned)(newest - beginning)));
        if ((some == 0 || below(2) == 0 || !undo_by_who_did_it(some)) && !undo_one())
            return false;
    }
    return true;
}

START_TEST(undo_of_everything__leads_back_to_the_start)
{
    chance = (uint64_t)_i + 1;
    marks = _i % 2 == 0;
    char *before = picture();
    for (int i = 0; i < STEPS; i++) {
        step();
        if (i % CHECK_EVERY == 0)
            office_expect_whole(people[0]);
    }
    char *between = picture();
    ck_assert_str_ne(before, between);
    const bool all = undo_all();
    char *after = picture();
    if (all)
        expect_same(before, after);
    /* Who was put back by an undo out of order may hold what the newest act needs, and
     * cannot go before it is undone. */
    ck_assert_msg(all || tangled || is_taken, "%s", err.message);
    office_expect_whole(people[0]);
    ck_assert_int_gt(undone, 20);
    ck_assert_int_gt(redone, 5);
    free(before);
    free(between);
    free(after);
}
END_TEST

static void
add_tests(TCase *tests)
{
    const char *wanted = getenv("ATELIER_FIRE");
    const bool full = wanted && strcmp(wanted, "full") == 0;

    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, undo_of_everything__leads_back_to_the_start, 0,
                        full ? SEEDS_FULL : SEEDS);
}

SUITE_MAIN("undo_chain")
