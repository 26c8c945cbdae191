/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entity_test.c - what must hold for the table and the rows of every noun */
#include "atelier/domain/entity.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/person.h"
#include "atelier/domain/setting.h"

#include "support/suite.h"

/* A text that a field of the kind takes. */
static const char *
example(const struct field *field)
{
    if (strcmp(field->name, "colour") == 0)
        return "teal";
    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_LINES:
        return "example";
    case FIELD_PHONE:
        return "+33 1 00 00 00 00";
    case FIELD_EMAIL:
        return "someone@example.org";
    case FIELD_ZONE:
        return "Europe/Paris";
    case FIELD_NUMBER:
    case FIELD_DURATION:
    case FIELD_REFERENCE:
        return "7";
    case FIELD_BOOLEAN:
        return "1";
    case FIELD_DATE:
        return "2027-03-16";
    case FIELD_LOCAL_TIME:
        return "2027-03-16 09:30";
    case FIELD_INSTANT:
        return "2027-03-16T08:30:00Z";
    case FIELD_CHOICE:
        return field->choices[1].name;
    }
    return NULL;
}

static void *
filled(const struct entity *entity)
{
    struct record *record = record_new(entity);

    record->id = 5;
    record->rev = 2;
    record->created_by = memory_copy("ana");
    record->changed_by = memory_copy("bob");
    for (size_t i = 0; i < entity->field_count; i++)
        ck_assert(
            field_parse(&entity->fields[i], record, example(&entity->fields[i]), NULL));
    return record;
}

START_TEST(every_entity__is_found__by_kind_and_name)
{
    for (int kind = 0; kind < ENTITY_COUNT; kind++) {
        const struct entity *entity = entity_get((enum entity_kind)kind);

        ck_assert_int_eq(entity->kind, kind);
        ck_assert_ptr_eq(entity_find(entity->name), entity);
        ck_assert_ptr_nonnull(entity->label);
        ck_assert_ptr_nonnull(entity->plural);
        ck_assert(entity->title != NULL);
    }
    ck_assert_ptr_eq(entity_get(ENTITY_COUNT), &settings_entity);
    ck_assert_ptr_null(entity_find("unicorn"));
}

START_TEST(field_names__are_unique__and_of_plain_letters)
{
    for (int kind = 0; kind <= ENTITY_COUNT; kind++) {
        const struct entity *entity = entity_get((enum entity_kind)kind);

        for (size_t i = 0; i < entity->field_count; i++) {
            const struct field *field = &entity->fields[i];

            ck_assert_ptr_eq(entity_field(entity, field->name), field);
            ck_assert_uint_eq(strspn(field->name, "abcdefghijklmnopqrstuvwxyz_"),
                              strlen(field->name));
            ck_assert_ptr_nonnull(field->label);
            ck_assert(isupper((unsigned char)field->label[0]));
        }
    }
}

START_TEST(members__do_not_overlap__and_lie_in_the_struct)
{
    static const size_t sizes[] = {
        [FIELD_TEXT] = sizeof(char *),
        [FIELD_LINES] = sizeof(char *),
        [FIELD_EMAIL] = sizeof(char *),
        [FIELD_PHONE] = sizeof(char *),
        [FIELD_ZONE] = sizeof(char *),
        [FIELD_NUMBER] = sizeof(int64_t),
        [FIELD_BOOLEAN] = sizeof(bool),
        [FIELD_DATE] = sizeof(struct date),
        [FIELD_CHOICE] = sizeof(int),
        [FIELD_LOCAL_TIME] = sizeof(struct local_time),
        [FIELD_INSTANT] = sizeof(instant),
        [FIELD_REFERENCE] = sizeof(int64_t),
        [FIELD_DURATION] = sizeof(int64_t),
    };

    for (int kind = 0; kind <= ENTITY_COUNT; kind++) {
        const struct entity *entity = entity_get((enum entity_kind)kind);
        size_t end = sizeof(struct record);

        for (size_t i = 0; i < entity->field_count; i++) {
            const struct field *field = &entity->fields[i];

            /* In the struct's order: the order of the columns in the database. */
            ck_assert_msg(field->offset >= end, "%s.%s", entity->name, field->name);
            end = field->offset + sizes[field->kind];
        }
        ck_assert_uint_le(end, entity->size);
        ck_assert_uint_lt(entity->size - end, sizeof(void *));
    }
}

START_TEST(choices_and_references__are_complete__in_every_table)
{
    for (int kind = 0; kind <= ENTITY_COUNT; kind++) {
        const struct entity *entity = entity_get((enum entity_kind)kind);

        for (size_t i = 0; i < entity->field_count; i++) {
            const struct field *field = &entity->fields[i];

            if (field->kind != FIELD_TEXT) /* whose words may be the program's */
                ck_assert_int_eq(field->kind == FIELD_CHOICE, field->choices != NULL);
            if (field->kind == FIELD_REFERENCE)
                ck_assert_int_lt(field->refers_to, ENTITY_COUNT);
            for (int c = 0; field->choices != NULL && field->choices[c].name != NULL;
                 c++) {
                ck_assert_int_eq(choice_find(field->choices, field->choices[c].name), c);
                ck_assert_ptr_nonnull(field->choices[c].label);
            }
        }
    }
}

START_TEST(new_record__is_absent__in_every_field_that_can_be)
{
    for (int kind = 0; kind <= ENTITY_COUNT; kind++) {
        const struct entity *entity = entity_get((enum entity_kind)kind);
        void *record = record_new(entity);

        for (size_t i = 0; i < entity->field_count; i++) {
            enum field_kind is = entity->fields[i].kind;

            if (is != FIELD_BOOLEAN && is != FIELD_CHOICE)
                ck_assert(field_is_absent(&entity->fields[i], record));
        }
        record_free(entity, record);
    }
}

START_TEST(copy__owns_its_texts__and_equals_the_original)
{
    for (int kind = 0; kind <= ENTITY_COUNT; kind++) {
        const struct entity *entity = entity_get((enum entity_kind)kind);
        struct record *original = filled(entity);
        struct record *copy = filled(entity);

        record_copy(entity, copy, original);
        ck_assert(record_equal(entity, copy, original));
        ck_assert_int_eq(copy->rev, 2);
        ck_assert_str_eq(copy->created_by, "ana");
        ck_assert_ptr_ne(copy->created_by, original->created_by);
        record_free(entity, original);
        for (size_t i = 0; i < entity->field_count; i++)
            ck_assert(!field_is_absent(&entity->fields[i], copy));
        record_free(entity, copy);
    }
}

START_TEST(copy_onto_itself__changes__nothing)
{
    struct person *person = filled(&person_entity);

    record_copy(&person_entity, person, person);
    ck_assert_str_eq(person->family, "example");
    record_free(&person_entity, person);
}

START_TEST(equal__sees_a_change__in_any_field)
{
    for (int kind = 0; kind <= ENTITY_COUNT; kind++) {
        const struct entity *entity = entity_get((enum entity_kind)kind);
        void *one = filled(entity);

        for (size_t i = 0; i < entity->field_count; i++) {
            void *other = filled(entity);

            ck_assert(field_parse(&entity->fields[i], other, NULL, NULL));
            ck_assert_msg(!record_equal(entity, one, other), "%s.%s", entity->name,
                          entity->fields[i].name);
            record_free(entity, other);
        }
        record_free(entity, one);
    }
}

START_TEST(equal__passes_over__the_head)
{
    struct person *one = filled(&person_entity);
    struct person *other = filled(&person_entity);

    other->head.id = 99;
    other->head.rev = 99;
    ck_assert(record_equal(&person_entity, one, other));
    record_free(&person_entity, one);
    record_free(&person_entity, other);
}

START_TEST(clear__leaves__a_row_that_can_be_used_again)
{
    struct meeting *meeting = filled(&meeting_entity);

    record_clear(&meeting_entity, meeting);
    ck_assert_ptr_null(meeting->title);
    ck_assert_int_eq(meeting->head.id, 0);
    ck_assert(meeting->seats == NUMBER_NONE);
    ck_assert(meeting->start_at == INSTANT_NONE);
    record_free(&meeting_entity, meeting);
    record_free(&meeting_entity, NULL);
}

START_TEST(check__asks_for__each_required_field)
{
    for (int kind = 0; kind <= ENTITY_COUNT; kind++) {
        const struct entity *entity = entity_get((enum entity_kind)kind);

        for (size_t i = 0; i < entity->field_count; i++) {
            const struct field *field = &entity->fields[i];
            struct error err = { 0 };
            void *record = filled(entity);

            if ((field->flags & FIELD_REQUIRED) != 0) {
                ck_assert(field_parse(field, record, NULL, NULL));
                ck_assert(!record_check(entity, record, &err));
                ck_assert_int_eq(err.kind, ERROR_INPUT);
                ck_assert_str_eq(err.field, field->name);
            }
            record_free(entity, record);
        }
    }
}

START_TEST(check__refuses__a_date_that_does_not_exist)
{
    struct error err;
    struct person *person = filled(&person_entity);

    memory_replace(&person->language, "fr");
    ck_assert(record_check(&person_entity, person, &err));
    person->keep_until = (struct date){ 2027, 2, 29 };
    ck_assert(!record_check(&person_entity, person, &err));
    ck_assert_str_eq(err.field, "keep_until");
    record_free(&person_entity, person);
}

START_TEST(derived_fields__are_never__on_the_short_form)
{
    for (int kind = 0; kind <= ENTITY_COUNT; kind++) {
        const struct entity *entity = entity_get((enum entity_kind)kind);

        for (size_t i = 0; i < entity->field_count; i++)
            ck_assert((entity->fields[i].flags & FIELD_MAIN) == 0 ||
                      (entity->fields[i].flags & (FIELD_DERIVED | FIELD_HIDDEN)) == 0);
    }
}

START_TEST(title__of_an_empty_row__is_no_crash)
{
    for (int kind = 0; kind <= ENTITY_COUNT; kind++) {
        const struct entity *entity = entity_get((enum entity_kind)kind);
        struct buffer buffer = { 0 };
        void *record = record_new(entity);

        entity->title(record, &buffer);
        ck_assert(strlen(buffer_text(&buffer)) < 20);
        buffer_clear(&buffer);
        record_free(entity, record);
    }
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, every_entity__is_found__by_kind_and_name);
    tcase_add_test(tests, field_names__are_unique__and_of_plain_letters);
    tcase_add_test(tests, members__do_not_overlap__and_lie_in_the_struct);
    tcase_add_test(tests, choices_and_references__are_complete__in_every_table);
    tcase_add_test(tests, new_record__is_absent__in_every_field_that_can_be);
    tcase_add_test(tests, copy__owns_its_texts__and_equals_the_original);
    tcase_add_test(tests, copy_onto_itself__changes__nothing);
    tcase_add_test(tests, equal__sees_a_change__in_any_field);
    tcase_add_test(tests, equal__passes_over__the_head);
    tcase_add_test(tests, clear__leaves__a_row_that_can_be_used_again);
    tcase_add_test(tests, check__asks_for__each_required_field);
    tcase_add_test(tests, check__refuses__a_date_that_does_not_exist);
    tcase_add_test(tests, derived_fields__are_never__on_the_short_form);
    tcase_add_test(tests, title__of_an_empty_row__is_no_crash);
}

SUITE_MAIN("entity")
