/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_search.c - what was said in reports, by words: where, and the sentence */
#include "command/report_search.h"

#include <inttypes.h>

#include "atelier/app/browse.h"
#include "atelier/base/excerpt.h"
#include "atelier/base/language.h"
#include "atelier/domain/erased_mark.h"
#include "print.h"

enum { SENTENCE_COLUMNS = 70, HITS = 20 };

static json_t *
hit_json(const struct search_hit *hit, const struct excerpt *excerpt)
{
    json_t *object =
        json_pack("{s:I,s:s,s:I,s:s,s:s?,s:s,s:s}", "id", (json_int_t)hit->row, "kind",
                  report_entry_kinds[hit->kind].name, "meeting", (json_int_t)hit->meeting,
                  "meeting_title", hit->title, "group", hit->detail, "sentence",
                  buffer_text(&excerpt->text), "text", hit->said);

    json_object_set_new(object, "start", print_json_value(FIELD_LOCAL_TIME, hit->start));
    return object;
}

static void
print_hit(struct invocation *inv, const struct search_hit *hit,
          const struct excerpt *excerpt)
{
    struct buffer where = { 0 };
    struct buffer said = { 0 };

    search_hit_add_detail(hit, &where);
    struct buffer line = { 0 };
    buffer_addf(&line, "%7" PRId64 "  ", hit->row);
    buffer_addf(&line, _("%s: %s"), buffer_text(&where),
                _(report_entry_kinds[hit->kind].label));
    print_line(inv, "%s", buffer_text(&line));
    buffer_clear(&line);
    erased_mark_show(buffer_text(&excerpt->text), &said);
    print_line(inv, "         %s", buffer_text(&said));
    buffer_clear(&said);
    buffer_clear(&where);
}

/* What was not shown. */
static void
print_rest(struct invocation *inv, const struct search_hit_list *hits)
{
    if (hits->count == 0)
        print_line(inv, "%s", _("Nothing in the reports fits these words."));
    else if (hits->found > hits->count)
        print_line(inv, _("%zu of %zu"), hits->count, hits->found);
}

static bool
read_limit(struct invocation *inv, int64_t *most, struct error *err)
{
    *most = HITS;
    return invocation_option_number(inv, "limit", most, err) &&
           (*most > 0 || error_set_field(err, ERROR_INPUT, "limit",
                                         _("--limit wants a number from 1 on.")));
}

bool
report_search(struct invocation *inv, struct error *err)
{
    const char *typed = inv->operands[0];
    struct search_hit_list hits = { 0 };
    int64_t group = 0;
    int64_t most;
    const bool ok =
        invocation_option_row(inv, "group", ENTITY_WORKING_GROUP, &group, err) &&
        read_limit(inv, &most, err) &&
        browse_said(inv->at, typed, group, (size_t)most, &hits, err);
    json_t *array = json_array();

    for (size_t i = 0; ok && i < hits.count; i++) {
        struct excerpt excerpt = { .count = 0 };
        excerpt_make(hits.items[i].said, typed, SENTENCE_COLUMNS, &excerpt);
        print_hit(inv, &hits.items[i], &excerpt);
        json_array_append_new(array, hit_json(&hits.items[i], &excerpt));
        excerpt_clear(&excerpt);
    }
    if (ok) {
        print_rest(inv, &hits);
        print_json(inv, json_incref(array));
    }
    json_decref(array);
    search_hit_list_clear(&hits);
    return ok;
}
