/* SPDX-License-Identifier: GPL-3.0-or-later */
/* preference.c - what a login likes, kept beside the office's data */
#include "atelier/app/preference.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/store/preference_table.h"
#include "session/session.h"

static const char theme_name[] = "theme";
static const char language_name[] = "language";

enum theme
preference_theme(struct atelier *at)
{
    char *value = NULL;
    struct error ignored = { 0 };
    int theme = -1;

    if (preference_table_find(at->db, at->login, theme_name, &value, &ignored) && value)
        theme = choice_find(themes, value);
    free(value);
    return theme < 0 ? THEME_AUTOMATIC : (enum theme)theme;
}

/* Any role may; a file that cannot be written now refuses. */
static bool
may_write(const struct atelier *at, struct error *err)
{
    if (database_is_read_only(at->db))
        return database_refuse_write(at->db, err);
    return !at->is_clock_set || !database_is_shared(at->db) ||
           session_refuse_clock(database_path(at->db), err);
}

static bool
save(struct atelier *at, const char *name, const char *value, struct error *err)
{
    if (!may_write(at, err) || !transaction_begin(at->db, err))
        return false;
    const bool ok = preference_table_save(at->db, at->login, name, value, err) &&
                    transaction_commit(at->db, err);
    if (!ok)
        transaction_roll_back(at->db);
    return ok;
}

bool
preference_set_theme(struct atelier *at, enum theme theme, struct error *err)
{
    return save(at, theme_name, themes[theme].name, err);
}

void
preference_follow_language(struct atelier *at)
{
    char *value = NULL;
    struct error ignored = { 0 };

    if (language_is_asked())
        return;
    if (preference_table_find(at->db, at->login, language_name, &value, &ignored) &&
        value && language_is_spoken(value))
        language_change(value);
    free(value);
}

bool
preference_set_language(struct atelier *at, const char *language, struct error *err)
{
    return save(at, language_name, language, err);
}
