/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample_programme.h - what two meetings of the sample network consist of */
#ifndef ATELIER_APP_SAMPLE_PROGRAMME_H
#define ATELIER_APP_SAMPLE_PROGRAMME_H

#include "atelier/app/atelier.h"
#include "atelier/domain/meeting.h"

/* What was made before, to be referred to. */
struct sample_places {
    int64_t meeting;
    const int64_t *rooms;  /* by the order of sample_rooms */
    const int64_t *people; /* those of sample_people first */
    int64_t holders[2];    /* organisations that carry a project */
};

struct sample_project {
    const char *title;
    const char *territory;
    const char *summary;
};

/* Projects that are shown at meetings, each of the holder at the same place. */
bool sample_projects_add(struct atelier *at, const struct sample_project *added,
                         const int64_t *holders, size_t count, int64_t *ids,
                         struct error *err);

/* Whether the meeting of that title has workshops. */
bool sample_programme_has(const char *title);

/* Slots, workshops with leaders and speakers, and what all share. */
bool sample_programme_fill(struct atelier *at, const char *title,
                           const struct sample_places *places, struct error *err);

/* What somebody wishes for: `lot` chooses.  Who is not on the list wishes for nothing. */
bool sample_programme_wish(struct atelier *at, int64_t meeting, int64_t person,
                           size_t lot, struct error *err);

/* Seats by the wishes, with the same number drawn each time. */
bool sample_programme_assign(struct atelier *at, int64_t meeting, struct error *err);

/* Somebody asks for the workshop that most wish for, and waits where it is full. */
bool sample_programme_join(struct atelier *at, const char *title, int64_t meeting,
                           int64_t person, struct error *err);

#endif
