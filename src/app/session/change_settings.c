/* SPDX-License-Identifier: GPL-3.0-or-later */
/* change_settings.c - the settings of the office, saved by the administrator */
#include "atelier/app/change_settings.h"

#include "atelier/base/language.h"
#include "atelier/store/seats_table.h"
#include "atelier/store/setting_table.h"
#include "enrolment/settle.h"
#include "print/office_making.h"
#include "record/zone_rule.h"
#include "session/operation.h"

bool
settings_warn_of_seats(struct atelier *at, const struct settings *before,
                       const struct settings *after, struct buffer *text)
{
    const struct seat_rule old = settings_seat_rule(before);
    const struct seat_rule new = settings_seat_rule(after);
    const struct seat_rule added = seat_rule_added(&old, &new);
    int64_t count = 0;

    if (!seats_table_overbooked_with(at->db, &added, atelier_now(at), &count, NULL) ||
        count == 0)
        return false;
    buffer_addf(text,
                ngettext("More people take a seat now: %lld meeting to come is "
                         "overbooked.  Nobody is taken off the list.",
                         "More people take a seat now: %lld meetings to come are "
                         "overbooked.  Nobody is taken off the lists.",
                         (unsigned long)count),
                (long long)count);
    return true;
}

/* A picture that cannot be printed is refused when it is named.  A confined session names
 * no file but its own, and this one is for all. */
static bool
check_logo(const struct atelier *at, const struct settings *before,
           const struct settings *settings, struct error *err)
{
    struct printed_office office = { 0 };

    if (!settings->logo ||
        field_equal(entity_field(&settings_entity, "logo"), before, settings))
        return true;
    if (at->is_confined)
        return error_set_field(
            err, ERROR_INPUT, "logo",
            _("The logo is named by who has the files of the computer: "
              "here only files of your own can be."));
    const bool ok = office_making_read_logo(settings, &office, err);
    printed_office_clear(&office);
    return ok;
}

bool
settings_change(struct atelier *at, struct settings *settings, struct error *err)
{
    settings_adopt_domain(settings);
    if (!record_check(&settings_entity, settings, err) ||
        !operation_begin(at, ACT_SETTINGS_CHANGE_NEEDS, ROW_NONE, err))
        return false;

    const struct seat_rule rule = settings_seat_rule(settings);
    struct settings before;
    record_init(&settings_entity, &before);
    bool ok = setting_table_load(at->db, &before, err) &&
              check_logo(at, &before, settings, err);
    if (ok && (before.head.rev != settings->head.rev ||
               !record_equal(&settings_entity, &before, settings)))
        ok = zone_rule_settle(at, &settings_entity, &before, settings, err) &&
             setting_table_save(at->db, settings, at->login, atelier_now(at), err) &&
             seats_table_set_rule(at->db, &rule, err);
    record_clear(&settings_entity, &before);
    struct operation_note note = { .act = ACT_SETTINGS_CHANGE, .entity = ENTITY_COUNT };
    ok = operation_end(at, ok, &note, err);
    if (ok) {
        record_copy(&settings_entity, &at->settings, settings);
        enrolment_settle_all(at, (struct date){ 0 });
    }
    return ok;
}
