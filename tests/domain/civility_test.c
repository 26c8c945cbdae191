/* SPDX-License-Identifier: GPL-3.0-or-later */
/* civility_test.c - which spellings of a civility are the same */
#include "atelier/domain/person_name.h"

#include "support/suite.h"

START_TEST(civility__in_another_spelling__is_the_same)
{
    ck_assert(civility_is_same("Mme", "Madame"));
    ck_assert(civility_is_same("M.", "monsieur"));
    ck_assert(civility_is_same("Mr", "M"));
    ck_assert(civility_is_same("Dr", "Docteur"));
    ck_assert(civility_is_same("Prof.", "Pr"));
    ck_assert(civility_is_same("Mme Dr", "Madame Docteur"));
    ck_assert(civility_is_same("Citoyenne", "citoyenne"));
    ck_assert(!civility_is_same("Mme", "Mlle"));
    ck_assert(!civility_is_same("Mme", "Mme Dr"));
    ck_assert(!civility_is_same("Mrs", "Ms"));
    ck_assert(!civility_is_same("Mme", NULL));
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, civility__in_another_spelling__is_the_same);
}

SUITE_MAIN("civility")
