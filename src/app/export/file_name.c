/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file_name.c - what to call a file that leaves the program */
#include "atelier/app/file_name.h"

#include <stdlib.h>

#include "atelier/base/fold.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/row_table.h"
#include "session/session.h"

enum { PART_MOST = 40 };

/* Letters without their accents; what is between them is one -, as between two parts.  A
 * text of another script leaves nothing. */
static void
add_part(struct buffer *name, const char *text)
{
    char *folded = fold_copy(text ? text : "");
    bool parts = name->length > 0;
    size_t added = 0;

    for (const char *c = folded; *c && added < PART_MOST; c++) {
        if ((*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9')) {
            if (parts)
                buffer_add_char(name, '-');
            buffer_add_char(name, *c);
            parts = false;
            added++;
        } else {
            parts = name->length > 0;
        }
    }
    free(folded);
}

static bool
find_meeting(struct atelier *at, int64_t id, struct meeting *meeting,
             struct working_group *group)
{
    return row_load(at->db, &meeting_entity, id, meeting, NULL) &&
           row_load(at->db, &working_group_entity, meeting->group, group, NULL);
}

void
file_name_add(struct atelier *at, int64_t meeting, const char *what, const char *ending,
              struct buffer *name)
{
    struct buffer own = { 0 };
    struct meeting *about = record_new(&meeting_entity);
    struct working_group *group = record_new(&working_group_entity);
    char day[DATE_TEXT_SIZE];

    if (meeting && find_meeting(at, meeting, about, group)) {
        add_part(&own, group->code);
        date_format(about->start.date, day);
        add_part(&own, day);
        add_part(&own, what);
    } else {
        add_part(&own, what);
        date_format(atelier_today(at), day);
        add_part(&own, day);
    }
    buffer_addf(name, "%s.%s", buffer_text(&own), ending);
    record_free(&meeting_entity, about);
    record_free(&working_group_entity, group);
    buffer_clear(&own);
}
