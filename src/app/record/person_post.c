/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_post.c - posts that begin and end today */
#include "record/person_post.h"

#include "atelier/base/text.h"
#include "atelier/store/row_table.h"

bool
person_post_end(struct atelier *at, struct affiliation *post, struct error *err)
{
    struct date today = atelier_today(at);
    post->main = false;
    if (date_is_none(post->from) || date_compare(post->from, today) < 0)
        post->to = date_add_days(today, -1);
    else
        post->to = today;
    return row_update(at->db, &affiliation_entity, post, at->login, atelier_now(at), err);
}

bool
person_post_begin(struct atelier *at, int64_t person, int64_t organisation,
                  const char *function, struct error *err)
{
    struct affiliation post;
    record_init(&affiliation_entity, &post);
    post.person = person;
    post.organisation = organisation;
    post.function = function ? text_tidy(function) : NULL;
    post.from = atelier_today(at);
    post.main = true;
    bool ok =
        record_check(&affiliation_entity, &post, err) &&
        row_insert(at->db, &affiliation_entity, &post, at->login, atelier_now(at), err);
    record_clear(&affiliation_entity, &post);
    return ok;
}
