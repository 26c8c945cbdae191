/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_check_rule.c - do the rows by which seats are counted say what the settings
 * say?
 */
#include "atelier/base/language.h"
#include "atelier/domain/setting.h"
#include "atelier/store/seats_table.h"
#include "atelier/store/setting_table.h"
#include "maintenance/maintenance_check.h"

static bool
is_same(const struct seat_rule *one, const struct seat_rule *other)
{
    for (size_t state = 0; state < REGISTRATION_STATE_COUNT; state++)
        for (size_t role = 0; role < REGISTRATION_ROLE_COUNT; role++)
            if (one->takes[state][role] != other->takes[state][role])
                return false;
    return true;
}

bool
maintenance_check_rule(struct database *db, struct check_report *report,
                       struct error *err)
{
    struct settings settings;
    struct seat_rule counted;

    record_init(&settings_entity, &settings);
    const bool ok =
        setting_table_load(db, &settings, err) && seats_table_rule(db, &counted, err);
    if (ok) {
        const struct seat_rule set = settings_seat_rule(&settings);
        if (!is_same(&set, &counted))
            check_report_add(
                report, /* TRANSLATORS: the name of a setting */
                _("Seats are not counted as the settings say.  Change the "
                  "setting “%s”, then change it back."),
                _(entity_field(&settings_entity, "staff_takes_seat")->label));
    }
    record_clear(&settings_entity, &settings);
    return ok;
}
