/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quorum_figures.c - how many people of each quorum come to a meeting, and are there */
#include "quorum_figures.h"

#include <inttypes.h>
#include <stdio.h>

#include "atelier/app/display.h"
#include "atelier/app/meeting_quorums.h"
#include "atelier/base/language.h"
#include "print.h"

static void
put_quorum(struct invocation *inv, const struct quorum_tally *tally)
{
    struct buffer text = { 0 };
    meeting_quorums_describe(inv->at, tally, &text);
    print_line(inv, "%7" PRId64 "  %s", tally->quorum, buffer_text(&text));
    buffer_clear(&text);
}

/* The columns that the list of quorums has, and the figures. */
static json_t *
quorum_json(struct invocation *inv, const struct quorum_tally *tally)
{
    struct buffer name = { 0 };
    if (tally->category)
        display_title(inv->at, ENTITY_CATEGORY, tally->category, &name);
    json_t *object = json_pack("{s:I,s:s}", "id", (json_int_t)tally->quorum, "scope",
                               tally->category ? "category" : "everybody");
    json_object_set_new(object, "category",
                        tally->category ? json_integer(tally->category) : json_null());
    json_object_set_new(object, "name",
                        tally->category ? json_string(buffer_text(&name)) : json_null());
    json_object_set_new(object, "people", json_integer(tally->wanted));
    json_object_set_new(object, "coming", json_integer(tally->coming));
    json_object_set_new(object, "present", json_integer(tally->present));
    json_object_set_new(object, "reached", json_boolean(tally->reached));
    buffer_clear(&name);
    return object;
}

static void
put_warnings(struct invocation *inv, const struct meeting *meeting,
             const struct quorum_tally_list *list)
{
    struct buffer text = { 0 };
    if (meeting_quorums_warn(inv->at, meeting, list, &text))
        (void)fprintf(stderr, "%s", buffer_text(&text));
    buffer_clear(&text);
}

bool
quorum_figures_print(struct invocation *inv, const struct meeting *meeting,
                     json_t *object, struct error *err)
{
    struct quorum_tally_list list = { 0 };
    if (!meeting_quorums_tally(inv->at, meeting, &list, err))
        return false;
    if (list.count > 0)
        print_line(inv, "%s", _("Quorums"));
    json_t *array = json_array();
    for (size_t i = 0; i < list.count; i++) {
        put_quorum(inv, &list.items[i]);
        json_array_append_new(array, quorum_json(inv, &list.items[i]));
    }
    if (object)
        json_object_set(object, "quorums", array);
    json_decref(array);
    put_warnings(inv, meeting, &list);
    quorum_tally_list_clear(&list);
    return true;
}
