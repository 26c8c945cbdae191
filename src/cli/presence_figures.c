/* SPDX-License-Identifier: GPL-3.0-or-later */
/* presence_figures.c - how many people came to a meeting and to each of its slots */
#include "presence_figures.h"

#include <inttypes.h>

#include "atelier/app/attend.h"
#include "atelier/base/language.h"
#include "print.h"

static void
put_figures(struct invocation *inv, const char *where, const struct presence_count *count)
{
    struct buffer line = { 0 };
    buffer_addf(&line,
                ngettext("%s: %" PRId64 " present", "%s: %" PRId64 " present",
                         (unsigned long)count->present),
                where, count->present);
    if (count->remote > 0)
        buffer_addf(&line,
                    ngettext(", %" PRId64 " remote", ", %" PRId64 " remote",
                             (unsigned long)count->remote),
                    count->remote);
    if (count->signatures > 0)
        buffer_addf(&line,
                    ngettext(", %" PRId64 " signed", ", %" PRId64 " signed",
                             (unsigned long)count->signatures),
                    count->signatures);
    if (count->excused > 0)
        buffer_addf(&line,
                    ngettext(", %" PRId64 " excused", ", %" PRId64 " excused",
                             (unsigned long)count->excused),
                    count->excused);
    if (count->absent > 0)
        buffer_addf(&line,
                    ngettext(", %" PRId64 " absent", ", %" PRId64 " absent",
                             (unsigned long)count->absent),
                    count->absent);
    print_line(inv, "%s", buffer_text(&line));
    buffer_clear(&line);
}

static void
add_figures(json_t *object, const struct presence_count *count)
{
    json_object_set_new(object, "present", json_integer(count->present));
    json_object_set_new(object, "remote", json_integer(count->remote));
    json_object_set_new(object, "signed", json_integer(count->signatures));
    json_object_set_new(object, "excused", json_integer(count->excused));
    json_object_set_new(object, "absent", json_integer(count->absent));
}

static bool
put_slot(struct invocation *inv, const struct slot *slot, bool alone, json_t *array,
         struct error *err)
{
    struct presence_count count;
    if (!attend_count(inv->at, slot->meeting, slot->head.id, &count, err))
        return false;
    struct buffer where = { 0 };
    buffer_addf(&where, "%7" PRId64 "  ", slot->head.id);
    slot_entity.title(slot, &where);
    if (!alone)
        put_figures(inv, buffer_text(&where), &count);
    buffer_clear(&where);

    json_t *object = json_pack("{s:I,s:s}", "id", (json_int_t)slot->head.id, "label",
                               slot->label ? slot->label : "");
    add_figures(object, &count);
    json_array_append_new(array, object);
    return true;
}

bool
presence_figures_print(struct invocation *inv, int64_t meeting, json_t *object,
                       struct error *err)
{
    struct slot_list list = { 0 };
    json_t *array = json_array();

    struct presence_count count;
    bool ok = attend_slots(inv->at, meeting, &list, err) &&
              attend_count(inv->at, meeting, 0, &count, err);
    if (ok && list.count > 0)
        put_figures(inv, _("Presence"), &count);
    for (size_t i = 0; ok && i < list.count; i++)
        ok = put_slot(inv, &list.items[i], list.count == 1, array, err);
    if (ok && object) {
        add_figures(object, &count);
        json_object_set(object, "slots", array);
    }
    json_decref(array);
    slot_list_clear(&list);
    return ok;
}
