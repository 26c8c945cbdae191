/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_post.c - posts that begin and end, and what a new one means for the old */
#include "record/person_post.h"

#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "atelier/store/row_table.h"

void
person_post_add_words(struct atelier *at, int64_t organisation, const char *function,
                      struct buffer *text)
{
    if (organisation == 0) {
        buffer_add(text, _("no post"));
        return;
    }
    if (function)
        buffer_addf(text, "%s, ", function);
    display_title(at, ENTITY_ORGANISATION, organisation, text);
}

static const char *
moved(struct atelier *at, const struct post_asked *after)
{
    if (after->organisation == 0)
        return _("Left: the old post ends yesterday");
    return date_compare(after->from, atelier_today(at)) == 0
               ? _("Moved: the old post ends yesterday")
               : _("Moved: the old post ends the day before");
}

static const char *
corrected(const struct post_asked *after)
{
    if (after->organisation == 0)
        return _("Only a correction: that post was never held");
    return after->is_row ? _("Only a correction: the old post was never held")
                         : _("Only a correction of what was typed");
}

bool
person_post_ask(struct atelier *at, const struct affiliation *old,
                const struct post_asked *after, struct questions *questions,
                struct error *err)
{
    struct buffer before = { 0 };
    struct buffer now = { 0 };

    person_post_add_words(at, old->organisation, old->function, &before);
    person_post_add_words(at, after->organisation, after->function, &now);
    (void)question_put(questions, QUESTION_POST, err,
                       _("Until now: %s.  From now on: %s."), buffer_text(&before),
                       buffer_text(&now));
    question_offer(questions, QUESTION_POST, moved(at, after), POST_MOVED);
    if (after->organisation != 0)
        question_offer(questions, QUESTION_POST,
                       _("Has two posts; lists show the new one"), POST_SECOND);
    question_offer(questions, QUESTION_POST, corrected(after), POST_CORRECTED);
    buffer_clear(&before);
    buffer_clear(&now);
    return false;
}

bool
person_post_end(struct atelier *at, struct affiliation *post, struct date next,
                struct error *err)
{
    post->main = false;
    if (date_is_none(post->from) || date_compare(post->from, next) < 0)
        post->to = date_add_days(next, -1);
    else
        post->to = post->from;
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
