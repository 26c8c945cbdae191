/* SPDX-License-Identifier: GPL-3.0-or-later */
/* row_image_test.c - what the journal keeps of a row brings it back exactly, whatever it
 * held */
#include "atelier/domain/row_image.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/person.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/setting.h"
#include "support/suite.h"

enum { NOUNS = ENTITY_COUNT + 1 };

static const struct entity *
noun(int index)
{
    return index < ENTITY_COUNT ? entity_get((enum entity_kind)index) : &settings_entity;
}

/* --- rows of odd values */

static const char *const texts[] = {
    "say \"no\"", "C:\\new\\", "two\nlines\n\n",  "𝄞 😀 Łódź", " ",
    "\t\x01",     "null",      "{\"a\":\"b\"},[", "\\u0041",  "'; --",
};
static const int64_t numbers[] = { 0, -1, INT64_MAX, INT64_MIN + 1, 10 };
static const int64_t references[] = { 1, INT64_MAX, 42, 7 };
static const instant instants[] = { 0, -1, 1700000000, INT64_C(253402300799) };
static const struct date days[] = { { 1, 1, 1 }, { 9999, 12, 31 }, { 2028, 2, 29 } };

enum { ROUNDS = 10 }; /* every value of the longest list */

#define NTH(list, n) ((list)[(n) % (sizeof(list) / sizeof((list)[0]))])

static unsigned
choice_count(const struct field *field)
{
    unsigned count = 0;

    while (field->choices[count].name)
        count++;
    return count;
}

static void
set_odd(const struct field *field, void *record, size_t n)
{
    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_LINES:
    case FIELD_EMAIL:
    case FIELD_PHONE:
    case FIELD_ZONE:
        field_set_text(field, record, NTH(texts, n));
        break;
    case FIELD_NUMBER:
    case FIELD_DURATION:
        field_set_number(field, record, NTH(numbers, n));
        break;
    case FIELD_BOOLEAN:
        field_set_number(field, record, n % 2 == 0);
        break;
    case FIELD_DATE:
        *(struct date *)(void *)((char *)record + field->offset) = NTH(days, n);
        break;
    case FIELD_LOCAL_TIME:
        *(struct local_time *)(void *)((char *)record + field->offset) =
            (struct local_time){ NTH(days, n), (int)(n % 24), (int)(n * 7 % 60) };
        break;
    case FIELD_INSTANT:
        field_set_number(field, record, NTH(instants, n));
        break;
    case FIELD_CHOICE:
        field_set_number(field, record, (int64_t)(n % choice_count(field)));
        break;
    case FIELD_REFERENCE:
        field_set_number(field, record, NTH(references, n));
        break;
    }
}

/* Fields beside each other differ; some are left absent. */
static void *
new_odd(const struct entity *entity, size_t round)
{
    struct record *record = record_new(entity);

    record->id = 7;
    record->rev = 1 + (int64_t)round;
    record->created_at = NTH(instants, round);
    record->created_by = memory_copy(NTH(texts, round));
    for (size_t i = 0; i < entity->field_count; i++)
        if ((i + round) % 4 != 0)
            set_odd(&entity->fields[i], record, i + round);
    return record;
}

static bool
is_kept(const struct field *field)
{
    return !(field->flags & (FIELD_COMPUTED | FIELD_COUNTED));
}

/* --- reading JSON back: objects of texts and nulls are all there is */

static const char *
read_text(const char *at, struct buffer *text)
{
    ck_assert_msg(*at == '"', "no text: %s", at);
    for (at++; *at != '"'; at++) {
        ck_assert_msg((unsigned char)*at >= 0x20, "a bare control character: %s", at);
        if (*at != '\\') {
            buffer_add_char(text, *at);
        } else if (*++at == 'u') {
            char code[5] = { at[1], at[2], at[3], at[4], '\0' };
            buffer_add_char(text, (char)strtoul(code, NULL, 16));
            at += 4;
        } else {
            ck_assert_msg(strchr("\"\\n", *at) != NULL, "an unknown escape: %s", at);
            buffer_add_char(text, *at == 'n' ? '\n' : *at);
        }
    }
    return at + 1;
}

static size_t
restore(const struct entity *entity, void *record, const struct buffer *json)
{
    const char *at = buffer_text(json);
    size_t count = 0;

    ck_assert_int_eq(*at, '{');
    do {
        struct buffer name = { 0 };
        struct buffer text = { 0 };
        at = read_text(at + 1, &name);
        ck_assert_int_eq(*at++, ':');
        const bool null = strncmp(at, "null", 4) == 0;
        at = null ? at + 4 : read_text(at, &text);
        const char *value = null ? NULL : buffer_text(&text);
        ck_assert_msg(row_image_restore(entity, record, buffer_text(&name), value),
                      "%s.%s: %s", entity->name, buffer_text(&name), value);
        buffer_clear(&name);
        buffer_clear(&text);
        count++;
    } while (*at == ',');
    ck_assert_str_eq(at, "}");
    return count;
}

static void
expect_equal(const struct entity *entity, const void *a, const void *b)
{
    for (size_t i = 0; i < entity->field_count; i++) {
        const struct field *field = &entity->fields[i];
        if (!(field->flags & FIELD_COMPUTED))
            ck_assert_msg(field_equal(field, a, b), "%s.%s", entity->name, field->name);
    }
}

START_TEST(what_a_change_replaced__brings_every_field_back__exactly)
{
    const struct entity *entity = noun(_i / ROUNDS);
    const size_t round = (size_t)_i % ROUNDS;
    void *before = new_odd(entity, round);
    void *after = new_odd(entity, round + 3);
    struct buffer json = { 0 };
    size_t differ = 0;

    for (size_t i = 0; i < entity->field_count; i++)
        differ += is_kept(&entity->fields[i]) &&
                  !field_equal(&entity->fields[i], before, after);
    ck_assert_uint_eq(row_image_add_changed(&json, entity, before, after), differ);
    ck_assert_uint_gt(differ, 0);
    ck_assert_uint_eq(restore(entity, after, &json), differ);
    for (size_t i = 0; i < entity->field_count; i++)
        if (is_kept(&entity->fields[i]))
            ck_assert_msg(field_equal(&entity->fields[i], before, after), "%s.%s",
                          entity->name, entity->fields[i].name);
    buffer_clear(&json);
    record_free(entity, before);
    record_free(entity, after);
}
END_TEST

START_TEST(a_whole_row__comes_back__with_its_creation_and_its_rev)
{
    const struct entity *entity = noun(_i / ROUNDS);
    struct record *before = new_odd(entity, (size_t)_i % ROUNDS);
    struct record *again = record_new(entity);
    struct buffer json = { 0 };

    row_image_add_whole(&json, entity, before);
    restore(entity, again, &json);
    expect_equal(entity, before, again);
    ck_assert_int_eq(again->rev, before->rev);
    ck_assert_int_eq(again->created_at, before->created_at);
    ck_assert_str_eq(again->created_by, before->created_by);
    ck_assert_uint_eq(row_image_hash(entity, again), row_image_hash(entity, before));
    buffer_clear(&json);
    record_free(entity, &before[0]);
    record_free(entity, &again[0]);
}
END_TEST

START_TEST(what_a_change_replaced__names_only_what_differs)
{
    struct person *before = record_new(&person_entity);
    struct person *after = record_new(&person_entity);
    struct buffer json = { 0 };

    memory_replace(&before->family, "Müller");
    memory_replace(&before->phone, "1");
    record_copy(&person_entity, after, before);
    ck_assert_uint_eq(row_image_add_changed(&json, &person_entity, before, after), 0);
    ck_assert_uint_eq(json.length, 0);

    after->head.rev = 9;
    memory_replace(&after->phone, "2");
    memory_replace(&after->email, "a@example.org");
    after->consent = true;
    ck_assert_uint_eq(row_image_add_changed(&json, &person_entity, before, after), 3);
    ck_assert_str_eq(buffer_text(&json),
                     "{\"email\":null,\"phone\":\"1\",\"consent\":\"0\"}");
    buffer_clear(&json);
    record_free(&person_entity, before);
    record_free(&person_entity, after);
}
END_TEST

/* The calendar's sequence counts up, a registration's sort key is computed. */
START_TEST(what_counts_up_or_is_computed__is_in_no_change)
{
    struct meeting *meeting = record_new(&meeting_entity);
    struct meeting *moved = record_new(&meeting_entity);
    struct registration *before = record_new(&registration_entity);
    struct registration *after = record_new(&registration_entity);
    struct buffer json = { 0 };

    moved->ics_sequence = 5;
    memory_replace(&after->sort_key, "muller");
    ck_assert_uint_eq(row_image_add_changed(&json, &meeting_entity, meeting, moved), 0);
    ck_assert_uint_eq(row_image_add_changed(&json, &registration_entity, before, after),
                      0);
    row_image_add_whole(&json, &meeting_entity, moved);
    ck_assert_ptr_nonnull(strstr(buffer_text(&json), "\"ics_sequence\":\"5\""));
    buffer_clear(&json);
    row_image_add_whole(&json, &registration_entity, after);
    ck_assert_ptr_null(strstr(buffer_text(&json), "muller"));
    buffer_clear(&json);
    record_free(&meeting_entity, meeting);
    record_free(&meeting_entity, moved);
    record_free(&registration_entity, before);
    record_free(&registration_entity, after);
}
END_TEST

START_TEST(what_is_no_value_of_the_row__is_not_restored)
{
    static const char *const wrong[][2] = {
        { "shoe", "42" },       { "consent", "perhaps" }, { "keep_until", "2027-02-30" },
        { "merged_into", "x" }, { "created_at", "soon" }, { "created_at", NULL },
        { "created_by", NULL }, { "rev", NULL },
    };
    struct person *person = record_new(&person_entity);

    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        ck_assert_msg(
            !row_image_restore(&person_entity, person, wrong[i][0], wrong[i][1]), "%s",
            wrong[i][0]);
    record_free(&person_entity, person);
}
END_TEST

/* --- the hash */

START_TEST(the_hash__of_an_empty_row__is_that_of_nothing)
{
    void *record = record_new(noun(_i));
    void *other = record_new(noun((_i + 1) % NOUNS));

    ck_assert_uint_eq(row_image_hash(noun(_i), record),
                      row_image_hash(noun((_i + 1) % NOUNS), other));
    record_free(noun(_i), record);
    record_free(noun((_i + 1) % NOUNS), other);
}
END_TEST

START_TEST(the_hash__is_moved_by_every_field__but_what_counts_up_or_is_computed)
{
    const struct entity *entity = noun(_i / ROUNDS);
    const size_t round = (size_t)_i % ROUNDS;
    void *record = new_odd(entity, round);

    for (size_t i = 0; i < entity->field_count; i++) {
        const struct field *field = &entity->fields[i];
        void *other = record_new(entity);
        record_copy(entity, other, record);
        set_odd(field, other, i + round + 1);
        const bool moved =
            row_image_hash(entity, other) != row_image_hash(entity, record);
        ck_assert_msg(moved == (is_kept(field) && !field_equal(field, other, record)),
                      "%s.%s", entity->name, field->name);
        record_free(entity, other);
    }
    record_free(entity, record);
}
END_TEST

START_TEST(the_hash__is_not_moved_by_the_head)
{
    const struct entity *entity = noun(_i);
    struct record *record = new_odd(entity, 1);
    const uint64_t hash = row_image_hash(entity, record);

    record->id++;
    record->rev++;
    record->created_at++;
    record->changed_at++;
    memory_replace(&record->created_by, "somebody");
    memory_replace(&record->changed_by, "else");
    ck_assert_uint_eq(row_image_hash(entity, record), hash);
    record_free(entity, &record[0]);
}
END_TEST

START_TEST(the_hash__tells__where_a_value_ends)
{
    struct person *one = record_new(&person_entity);
    struct person *other = record_new(&person_entity);

    memory_replace(&one->family, "A");
    memory_replace(&one->given, "B");
    memory_replace(&other->family, "AgivenB");
    ck_assert_uint_ne(row_image_hash(&person_entity, one),
                      row_image_hash(&person_entity, other));
    record_free(&person_entity, one);
    record_free(&person_entity, other);
}
END_TEST

/* Of a noun as a later program knows it: one field more, before the others, which this
 * row leaves empty. */
START_TEST(the_hash__is_the_same__when_a_field_is_added_later)
{
    const struct entity *entity = noun(_i);
    void *record = new_odd(entity, 2);
    struct field *fields = memory_new(entity->field_count, sizeof fields[0]);
    const size_t last = entity->field_count - 1;

    memcpy(&fields[1], entity->fields, last * sizeof fields[0]);
    fields[0] = entity->fields[last];
    struct entity later = *entity;
    later.fields = fields;
    ck_assert_uint_eq(row_image_hash(&later, record), row_image_hash(entity, record));

    /* As if the last field were not there yet. */
    void *empty = record_new(entity);
    void *filled = record_new(entity);
    record_copy(entity, filled, record);
    const struct field *added = &entity->fields[last];
    if (added->kind == FIELD_BOOLEAN || added->kind == FIELD_CHOICE)
        field_set_number(added, filled, 0);
    else
        ck_assert(field_restore(added, filled, NULL));
    struct entity earlier = *entity;
    earlier.field_count = last;
    ck_assert_uint_eq(row_image_hash(&earlier, filled), row_image_hash(entity, filled));
    free(fields);
    record_free(entity, empty);
    record_free(entity, filled);
    record_free(entity, record);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_loop_test(tests, what_a_change_replaced__brings_every_field_back__exactly,
                        0, NOUNS * ROUNDS);
    tcase_add_loop_test(tests, a_whole_row__comes_back__with_its_creation_and_its_rev, 0,
                        NOUNS * ROUNDS);
    tcase_add_test(tests, what_a_change_replaced__names_only_what_differs);
    tcase_add_test(tests, what_counts_up_or_is_computed__is_in_no_change);
    tcase_add_test(tests, what_is_no_value_of_the_row__is_not_restored);
    tcase_add_loop_test(tests, the_hash__of_an_empty_row__is_that_of_nothing, 0, NOUNS);
    tcase_add_loop_test(
        tests, the_hash__is_moved_by_every_field__but_what_counts_up_or_is_computed, 0,
        NOUNS * ROUNDS);
    tcase_add_loop_test(tests, the_hash__is_not_moved_by_the_head, 0, NOUNS);
    tcase_add_test(tests, the_hash__tells__where_a_value_ends);
    tcase_add_loop_test(tests, the_hash__is_the_same__when_a_field_is_added_later, 0,
                        NOUNS);
}

SUITE_MAIN("row_image")
