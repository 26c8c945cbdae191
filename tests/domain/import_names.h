/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_names.h - a name in a list, as it is read */
#ifndef TESTS_DOMAIN_IMPORT_NAMES_H
#define TESTS_DOMAIN_IMPORT_NAMES_H

#include <string.h>

#include "atelier/domain/import.h"
#include "atelier/domain/person_name.h"
#include "support/suite.h"

static inline const char *
shown(const char *text)
{
    return text ? text : "nothing";
}

static inline struct import_row
read(const char *heading, enum import_target target, const char *name, const char *email)
{
    enum import_target targets[] = { target, IMPORT_EMAIL };
    const char *const headings[] = { heading, "E-mail" };
    const char *const cells[] = { name, email };
    struct import_mapping mapping = { .targets = targets, .count = 2 };
    struct import_row row = { 0 };

    import_mapping_ask(&mapping, headings);
    ck_assert(import_row_read(&row, &mapping, cells, 2, 2));
    import_mapping_ask(&mapping, NULL);
    return row;
}

static inline void
expect(const char *heading, enum import_target target, const char *name,
       const char *email, const char *family, const char *given)
{
    struct import_row row = read(heading, target, name, email);
    if (strcmp(shown(row.values[IMPORT_FAMILY]), family) != 0 ||
        strcmp(shown(row.values[IMPORT_GIVEN]), given) != 0)
        ck_abort_msg("“%s” is family “%s”, given “%s”", name,
                     shown(row.values[IMPORT_FAMILY]), shown(row.values[IMPORT_GIVEN]));
    import_row_clear(&row);
}

static inline void
expect_name(const char *name, const char *email, const char *family, const char *given)
{
    expect("Name", IMPORT_NAME_GIVEN_FIRST, name, email, family, given);
}

static inline void
expect_cells(const char *family, const char *given, const char *read_family,
             const char *read_given, bool is_asked)
{
    enum import_target targets[] = { IMPORT_FAMILY, IMPORT_GIVEN };
    const char *const cells[] = { family, given };
    struct import_mapping mapping = { .targets = targets, .count = 2 };
    struct import_row row = { 0 };

    ck_assert(import_row_read(&row, &mapping, cells, 2, 2));
    ck_assert_str_eq(shown(row.values[IMPORT_FAMILY]), read_family);
    ck_assert_str_eq(shown(row.values[IMPORT_GIVEN]), read_given);
    ck_assert_msg(!row.asked == !is_asked, "%s: %s", family, shown(row.asked));
    import_row_clear(&row);
}

static inline void
expect_doubtful(const char *name, const char *email)
{
    struct import_row row = read("Name", IMPORT_NAME_GIVEN_FIRST, name, email);
    import_row_judge(&row, NULL, 0);
    ck_assert_msg(row.verdict == IMPORT_DOUBTFUL, "%s", name);
    import_row_clear(&row);
}

#endif
