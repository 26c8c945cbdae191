/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet_standing.c - what was printed last of a meeting, and whether it is still true */
#include <inttypes.h>

#include "atelier/app/print_sheet.h"
#include "atelier/base/language.h"
#include "atelier/domain/when.h"
#include "atelier/store/registration_table.h"
#include "atelier/store/sheet_table.h"
#include "print/sheet_making.h"
#include "session/session.h"

static bool
count_one(void *context, int64_t id, struct error *err)
{
    (void)id;
    (void)err;
    ++*(int64_t *)context;
    return true;
}

static bool
count_changed(struct atelier *at, const struct sheet *sheet, int64_t *changed,
              struct error *err)
{
    int64_t act = 0;

    return sheet_table_act(at->db, sheet->head.id, &act, err) &&
           (act == 0 || registration_table_each_touched(at->db, sheet->meeting, act + 1,
                                                        count_one, changed, err));
}

/* A slot that is gone since makes a sheet of it untrue. */
static bool
compare(struct atelier *at, const struct sheet *sheet, struct sheet_standing *standing,
        struct error *err)
{
    const struct sheet_request request = { .meeting = sheet->meeting,
                                           .slot = sheet->slot };
    struct printed_sheet now = { 0 };
    struct error why = { 0 };
    int64_t hash = 0;
    const bool ok = sheet_making_read(at, &request, &now, &hash, &why);

    printed_sheet_clear(&now);
    if (!ok && why.kind != ERROR_NOT_FOUND)
        return error_pass(err, &why);
    error_clear(&why);
    standing->is_stale = !ok || hash != sheet->hash;
    return !standing->is_stale || count_changed(at, sheet, &standing->changed, err);
}

bool
sheet_standing_load(struct atelier *at, int64_t meeting, int64_t slot,
                    struct sheet_standing *standing, struct error *err)
{
    *standing = (struct sheet_standing){ 0 };
    if (!atelier_may(at, MAY_READ, (struct row_ref){ ENTITY_MEETING, meeting }, err))
        return false;
    struct sheet sheet;
    record_init(&sheet_entity, &sheet);
    bool ok = slot < 0 ? sheet_table_newest_of_all(at->db, meeting, &sheet, err)
                       : sheet_table_newest(at->db, meeting, slot, &sheet, err);
    if (ok && sheet.head.id) {
        standing->version = sheet.version;
        standing->printed_at = sheet.head.created_at;
        ok = compare(at, &sheet, standing, err);
    }
    record_clear(&sheet_entity, &sheet);
    return ok;
}

void
sheet_standing_add(struct atelier *at, const struct sheet_standing *standing,
                   struct buffer *buffer)
{
    struct local_time local = { 0 };
    struct buffer when = { 0 };

    if (standing->version == 0) {
        buffer_add(buffer, _("not printed yet"));
        return;
    }
    if (atelier_local_time(at, standing->printed_at, NULL, &local, NULL))
        when_format_local_time(local, &when);
    buffer_addf(buffer, _("version %" PRId64 " of %s"), standing->version,
                buffer_text(&when));
    buffer_clear(&when);
    if (standing->is_stale && standing->changed > 0)
        buffer_addf(buffer,
                    ngettext("; %" PRId64 " person changed since",
                             "; %" PRId64 " people changed since",
                             (unsigned long)standing->changed),
                    standing->changed);
    else if (standing->is_stale)
        buffer_add(buffer, _("; the meeting changed since"));
}
