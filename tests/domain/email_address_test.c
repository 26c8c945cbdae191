/* SPDX-License-Identifier: GPL-3.0-or-later */
/* email_address_test.c - addresses out of what other programs put around them */
#include "atelier/domain/email_address.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/domain/entity.h"
#include "atelier/domain/import.h"

#include "support/suite.h"

static const struct {
    const char *text;
    const char *address;
    const char *name;
    const char *others;
} read[] = {
    { "zoe@example.org", "zoe@example.org", NULL, NULL },
    { "mailto:zoe@example.org", "zoe@example.org", NULL, NULL },
    { "MAILTO:zoe@example.org?subject=Bonjour", "zoe@example.org", NULL, NULL },
    { "<luc@example.org>;", "luc@example.org", NULL, NULL },
    { "<mailto:luc@example.org>", "luc@example.org", NULL, NULL },
    { "luc@example.org <mailto:luc@example.org>", "luc@example.org", NULL, NULL },
    { "'tim@example.org'", "tim@example.org", NULL, NULL },
    { "‘tim@example.org’", "tim@example.org", NULL, NULL },
    { "« tim@example.org »", "tim@example.org", NULL, NULL },
    { "\"tim@example.org\"", "tim@example.org", NULL, NULL },
    { "(tim@example.org)", "tim@example.org", NULL, NULL },
    { "=tim@example.org", "tim@example.org", NULL, NULL },
    { "http://tim@example.org", "tim@example.org", NULL, NULL },
    { "[tim@example.org]", "tim@example.org", NULL, NULL },
    { "eve@example.org.", "eve@example.org", NULL, NULL },
    { "ana@example.org;", "ana@example.org", NULL, NULL },
    { "ana@example.org,", "ana@example.org", NULL, NULL },
    { "E-mail : ana@example.org", "ana@example.org", NULL, NULL },
    { "ana@example.org (perso)", "ana@example.org", NULL, NULL },
    { "o’neil@example.org", "o'neil@example.org", NULL, NULL },
    { "o'neil@example.org", "o'neil@example.org", NULL, NULL },
    { "a.b+c_d@sub.example-x.org", "a.b+c_d@sub.example-x.org", NULL, NULL },
    { "sam@éxample.org", "sam@éxample.org", NULL, NULL },
    { "Léo AUBRY <leo@example.org>", "leo@example.org", "Léo AUBRY", NULL },
    { "\"DURAND, Zoé\" <zoe@example.org>;", "zoe@example.org", "DURAND, Zoé", NULL },
    { "'Zoé Durand' <mailto:zoe@example.org>", "zoe@example.org", "Zoé Durand", NULL },
    { "max@example.org, max2@example.org", "max@example.org", NULL, "max2@example.org" },
    { "a@example.org ; b@example.org ou c@example.org", "a@example.org", NULL,
      "b@example.org, c@example.org" },
    { "a@example.org / b@example.org", "a@example.org", NULL, "b@example.org" },
    { "a@example.org b@example.org", "a@example.org", NULL, "b@example.org" },
    { "Léo <a@example.org>; Zoé <b@example.org>", "a@example.org", "Léo",
      "b@example.org" },
};

START_TEST(address__is_read__out_of_what_surrounds_it)
{
    struct email_address email = { 0 };
    struct error err = { 0 };
    ck_assert_msg(email_address_read(&email, read[_i].text, "email", &err), "%s",
                  err.message);
    ck_assert_str_eq(email.address, read[_i].address);
    ck_assert_pstr_eq(email.name, read[_i].name);
    ck_assert_pstr_eq(email.others, read[_i].others);
    email_address_clear(&email);
}
END_TEST

static const char *const refused[] = {
    "?@example.org",
    "?subject=zoe@example.org",
    "anna.example.org",
    "@example.org",
    "anna@",
    "a@b@example.org",
    "ana maria@example.org",
    "ana @example.org",
    "a@exam ple.org",
    "iris@example,org",
    "x@example..org",
    ".a@example.org",
    "a..b@example.org",
    "a.@example.org",
    "a@.example.org",
    "leo@example",
    "leo@example.c",
    "a@-example.org",
    "a@exa/mple.org",
    "a@example.org; b",
    "a@example.org, leo@example",
};

START_TEST(address__that_no_server_takes__is_refused_and_named)
{
    struct email_address email = { 0 };
    struct error err = { 0 };
    ck_assert_msg(!email_address_read(&email, refused[_i], "email", &err), "%s passes",
                  refused[_i]);
    ck_assert_ptr_nonnull(strstr(err.message, refused[_i]));
    ck_assert_str_eq(err.field, "email");
    ck_assert_ptr_null(email.address);
}
END_TEST

START_TEST(field__is_kept__without_what_surrounds_the_address)
{
    struct person person;
    record_init(&person_entity, &person);
    const struct field *field = entity_field(&person_entity, "email");
    ck_assert(field_parse(field, &person, "Zoé DURAND <zoe@example.org>", NULL));
    ck_assert_str_eq(person.email, "zoe@example.org");
    struct error err = { 0 };
    ck_assert(!field_parse(field, &person, "a@example.org, b@example.org", &err));
    ck_assert_ptr_nonnull(strstr(err.message, "keep one"));
    record_clear(&person_entity, &person);
}
END_TEST

static void
read_row(struct import_row *row, const char *family, const char *email)
{
    enum import_target targets[] = { IMPORT_FAMILY, IMPORT_GIVEN, IMPORT_EMAIL };
    const struct import_mapping mapping = { .targets = targets, .count = 3 };
    ck_assert(
        import_row_read(row, &mapping, (const char *const[]){ family, "", email }, 3, 2));
}

START_TEST(row__takes_the_first_address__and_tells_the_others)
{
    struct import_row row = { 0 };
    read_row(&row, "Rose", "max@example.org, max2@example.org");
    ck_assert_str_eq(row.values[IMPORT_EMAIL], "max@example.org");
    ck_assert_ptr_nonnull(strstr(row.told, "max2@example.org"));
    import_row_clear(&row);
}
END_TEST

START_TEST(row__takes_the_name_of_an_address__where_it_has_none)
{
    struct import_row row = { 0 };
    read_row(&row, "", "\"DURAND, Zoé\" <zoe@example.org>");
    ck_assert_str_eq(row.values[IMPORT_FAMILY], "Durand");
    ck_assert_str_eq(row.values[IMPORT_GIVEN], "Zoé");
    import_row_clear(&row);

    read_row(&row, "Petit", "Zoé DURAND <zoe@example.org>");
    ck_assert_str_eq(row.values[IMPORT_FAMILY], "Petit");
    ck_assert_ptr_null(row.values[IMPORT_GIVEN]);
    import_row_clear(&row);
}
END_TEST

START_TEST(row__takes_the_address__that_stands_beside_the_name)
{
    enum import_target targets[] = { IMPORT_NAME_GIVEN_FIRST };
    const struct import_mapping mapping = { .targets = targets, .count = 1 };
    struct import_row row = { 0 };
    ck_assert(import_row_read(
        &row, &mapping, (const char *const[]){ "Léo AUBRY <leo@example.org>" }, 1, 2));
    ck_assert_str_eq(row.values[IMPORT_FAMILY], "Aubry");
    ck_assert_str_eq(row.values[IMPORT_EMAIL], "leo@example.org");
    ck_assert_ptr_null(row.values[IMPORT_NOTE]);
    import_row_clear(&row);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_loop_test(tests, address__is_read__out_of_what_surrounds_it, 0,
                        (int)(sizeof(read) / sizeof(read[0])));
    tcase_add_loop_test(tests, address__that_no_server_takes__is_refused_and_named, 0,
                        (int)(sizeof(refused) / sizeof(refused[0])));
    tcase_add_test(tests, field__is_kept__without_what_surrounds_the_address);
    tcase_add_test(tests, row__takes_the_first_address__and_tells_the_others);
    tcase_add_test(tests, row__takes_the_name_of_an_address__where_it_has_none);
    tcase_add_test(tests, row__takes_the_address__that_stands_beside_the_name);
}

SUITE_MAIN("email_address")
