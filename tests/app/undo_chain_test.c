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

#include "atelier/app/undo.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/setting.h"
#include "atelier/store/journal_table.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/random_work.h"
#include "support/suite.h"
#include "undo_chain_parts.h"

enum { STEPS = 200, SEEDS = 10, SEEDS_FULL = 500, CHECK_EVERY = 25, REDOES = 5 };

static struct atelier *people[2]; /* administrators, both */
static struct database *seen;     /* the same file, to look into */
static struct error err;
static int64_t beginning; /* the last act before the chain */
static int undone;
static int redone;
static int refused;
static bool tangled;
/* A seat, or a person's one place on a list, was refused to an undo in the last round. */
static bool is_taken;

/* --- the office */

static void
set_up(void)
{
    people[0] = office_found();
    people[1] = office_hire(people[0], "lea", ROLE_ADMINISTRATOR);
    random_work_prepare(people[0]);
    database_file_stay_open();
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
        "SELECT * FROM presence_count ORDER BY 1, 2, 3, 4, 5",
        "SELECT * FROM presence_slot_count WHERE present + signatures + excused + absent "
        "> 0"
        " ORDER BY slot",
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

/* --- what an undo says */

/* The row of the act that the sentence is about, and whether it is true. */
struct claim {
    int64_t act;
    char who[64];
    char what[128]; /* the label of a field, or of a noun; "*": any field */
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
                   " AND (j.undone_by IS NULL OR j.undoes IS NOT NULL)"
                   " AND ('%s' = '' OR c.kind <> 1 OR EXISTS"
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
    if (was && !is && (claim->what[0] == '\0' || strcmp(claim->what, "*") == 0))
        claim->is_true = claim->is_true || did_move(claim, row, NULL);
    for (size_t i = 0; was && is && i < row->entity->field_count; i++) {
        const struct field *field = &row->entity->fields[i];
        if ((strcmp(claim->what, "*") == 0 || strcmp(field->label, claim->what) == 0) &&
            !field_equal(field, left, present))
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

/* More people than the seats that the act found, or by the rule that it found, have one:
 * somewhere so many do, if the offers that an undo would take count. */
static void
expect_left_over(int64_t act, const char *message)
{
    long long taken = 0;
    long long seats = 0;
    char sql[500];
    const char *figures = strchr(message, '(');

    ck_assert_msg(figures && sscanf(figures, "(%lld of %lld", &taken, &seats) == 2, "%s",
                  message);
    ck_assert_msg(taken > seats && strstr(message, "Came in since: "), "%s", message);
    (void)snprintf(
        sql, sizeof sql,
        "SELECT count(*) FROM meeting m JOIN seat_view s ON s.meeting = m.id"
        " WHERE (s.taken >= %lld AND EXISTS (SELECT 1 FROM journal_change c"
        " WHERE c.journal = %lld AND c.entity = %d AND c.row = m.id"
        " AND CAST(c.before ->> 'seats' AS INTEGER) = %lld)) OR (m.seats = %lld"
        " AND EXISTS (SELECT 1 FROM journal_change c WHERE c.journal = %lld"
        " AND c.entity = %d))",
        taken, (long long)act, meeting_entity.number, seats, seats, (long long)act,
        settings_entity.number);
    ck_assert_msg(database_file_number(sql) > 0, "act %lld: %s", (long long)act, message);
}

/* Of those who came to a seat by that act: in the state, or out of it. */
static int64_t
count_settled(int64_t act, const char *which)
{
    char sql[800];

    (void)snprintf(sql, sizeof sql,
                   "SELECT count(*) FROM journal_change c JOIN registration_view r"
                   " ON r.id = c.row WHERE c.entity = %d AND c.journal = %lld AND %s",
                   registration_entity.number, (long long)act, which);
    return database_file_number(sql);
}

/* Whoever is named came to a seat by that act, and would find one at a meeting that keeps
 * a list, once those of the act had left theirs; or takes none, as speakers may. */
static void
expect_seat_again(int64_t act, const char *message)
{
    const char *name = strstr(message, " go to ");
    char which[500];

    ck_assert_ptr_nonnull(name);
    name += strlen(" go to ");
    (void)snprintf(which, sizeof which,
                   "instr('%.60s', r.family) = 1 AND r.meeting IN (SELECT m.id"
                   " FROM meeting_view m JOIN seat_view s ON s.meeting = m.id"
                   " WHERE m.waiting_list <> 'none' AND (m.seats IS NULL"
                   " OR s.taken < m.seats + %lld OR NOT EXISTS (SELECT 1 FROM seat_rule u"
                   " JOIN registration g ON g.role = u.role WHERE g.id = r.id"
                   " AND u.state = %d)))",
                   name, (long long)count_settled(act, "r.state <> 'waiting'"),
                   (int)REGISTRATION_ACCEPTED);
    ck_assert_msg(count_settled(act, which) > 0, "act %lld: %s", (long long)act, message);
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
    const char *why =
        strncmp(message, "It cannot be ", 13) == 0 ? strchr(message, ':') : NULL;
    bool known = false;

    refused++;
    ck_assert_msg(err.kind == ERROR_RULE || err.kind == ERROR_QUESTION, "%d: %s",
                  (int)err.kind, message);
    if (why && sscanf(why, ": %63s has changed “%127[^”]", claim.who, claim.what) == 2) {
        ck_assert(journal_table_each_row(seen, act, weigh_row, &claim, &err));
        ck_assert_msg(claim.is_true, "act %lld: %s", (long long)act, message);
        return;
    }
    if (why && sscanf(why, ": %*d later acts have changed what would come back: %63[^,]",
                      claim.who) == 1) {
        claim.what[0] = '*';
        ck_assert(journal_table_each_row(seen, act, weigh_row, &claim, &err));
        ck_assert_msg(claim.is_true, "act %lld: %s", (long long)act, message);
        return;
    }
    if (why && sscanf(why, ": %63s has removed the row", claim.who) == 1 &&
        strstr(message, "has removed the row")) {
        ck_assert(journal_table_each_row(seen, act, weigh_row, &claim, &err));
        ck_assert_msg(claim.is_true, "act %lld: %s", (long long)act, message);
        return;
    }
    if (strstr(message, "would be left")) {
        expect_left_over(act, message);
        is_taken = true;
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
        expect_seat_again(act, message);
        is_taken = true; /* as long as there is a seat */
        return;
    }
    if (strstr(message, "other hours by now")) {
        tangled = expect_other_hours(act, message) || tangled;
        return;
    }
    if (strstr(message, "would lie outside") || strstr(message, "would overlap")) {
        tangled = expect_in_the_way(act, message) || tangled;
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

/* Asked or not, as a person may mean it. */
static struct questions *
some_answers(bool answers)
{
    if (!answers)
        return NULL;
    struct questions *sheet = office_answer(QUESTION_SEAT, "they stay");
    question_reply(sheet, QUESTION_QUOTA, QUESTION_YES, "they stay");
    return sheet;
}

static bool
undo(struct atelier *at, int64_t act, bool answers)
{
    struct journal_entry entry = { 0 };
    const int64_t acts = count_acts();

    const bool moved = has_moved(act);
    err = (struct error){ 0 };
    const bool ok = undo_act(at, act, some_answers(answers), &entry, &err);
    const bool settled = ok && strcmp(entry.act, "registration.promote") == 0;
    journal_entry_clear(&entry);
    ck_assert_int_eq(count_acts(), acts + (ok ? 1 : 0));
    if (!ok)
        expect_true(act);
    undone += ok;
    if (settled) /* nobody has the seat again */
        ck_assert_int_eq(count_settled(act, "r.state <> 'waiting'"), 0);
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
step(void (*work)(struct atelier *at))
{
    struct atelier *at = people[random_below(2)];
    const unsigned what = random_below(12);

    err = (struct error){ 0 };
    if (what >= 4) {
        work(at);
    } else if (what >= 3) {
        redo(at);
    } else {
        const int64_t newest = next_of(at, INT64_MAX);
        const int64_t act =
            what == 0 || newest <= beginning
                ? newest
                : next_of(at,
                          beginning + 1 + random_below((unsigned)(newest - beginning)));
        if (act > beginning && undo(at, act, random_below(2) == 0) &&
            random_below(2) == 0)
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
undo_by_who_did_it(int64_t act, bool answers)
{
    char sql[80];

    (void)snprintf(sql, sizeof sql, "SELECT staff = 'lea' FROM journal WHERE id = %lld",
                   (long long)act);
    return undo(people[database_file_number(sql)], act, answers);
}

/* One of those that stand, the newest first; false when none can be.  What is asked is
 * answered where all else is refused. */
static bool
undo_one(void)
{
    for (int answers = 0; answers < 2; answers++) {
        is_taken = false;
        for (int64_t act = standing(INT64_MAX); act != 0; act = standing(act - 1))
            if (undo_by_who_did_it(act, answers == 1))
                return true;
    }
    return false;
}

/* Random ones between. */
static bool
undo_all(void)
{
    int64_t newest;

    while ((newest = standing(INT64_MAX)) != 0) {
        const int64_t some =
            standing(beginning + 1 + random_below((unsigned)(newest - beginning)));
        if ((some == 0 || random_below(2) == 0 || !undo_by_who_did_it(some, false)) &&
            !undo_one())
            return false;
    }
    return true;
}

/* A chain in which little was put back goes on for a while. */
static bool
goes_on(int i)
{
    return i < STEPS || (redone <= REDOES && i < 2 * STEPS);
}

/* Whether all could be undone. */
static bool
play(void (*work)(struct atelier *at))
{
    char *before = picture();
    for (int i = 0; goes_on(i); i++) {
        step(work);
        if (i % CHECK_EVERY == 0)
            office_expect_whole(people[0]);
    }
    char *between = picture();
    ck_assert_str_ne(before, between);
    const bool all = undo_all();
    char *after = picture();
    if (all)
        expect_same(before, after);
    office_expect_whole(people[0]);
    ck_assert_int_gt(undone, 20);
    ck_assert_int_gt(redone, REDOES);
    free(before);
    free(between);
    free(after);
    return all;
}

START_TEST(undo_of_everything__leads_back_to_the_start)
{
    random_work_begin((uint64_t)_i + 1, _i % 2 == 0);
    const bool all = play(random_work_do);
    /* Who was put back by an undo out of order may hold what the newest act needs, and
     * cannot go before it is undone. */
    ck_assert_msg(all || tangled || is_taken, "%s", err.message);
}
END_TEST

/* Lists that propose and that give, and more seats or fewer. */
START_TEST(undo_of_all_that_is_about_seats__leads_back_to_the_start)
{
    random_work_begin((uint64_t)_i + 1, false);
    const bool all = play(random_work_do_seats);
    ck_assert_msg(all || tangled || is_taken, "%s", err.message);
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
    tcase_add_loop_test(tests, undo_of_all_that_is_about_seats__leads_back_to_the_start,
                        0, full ? SEEDS_FULL : SEEDS);
}

SUITE_MAIN("undo_chain")
