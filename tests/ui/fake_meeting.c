/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fake_meeting.c - the app layer as the gallery needs it: there are no meetings */
#include "atelier/app/edit.h"
#include "atelier/app/join.h"
#include "atelier/app/meeting_quorums.h"
#include "atelier/app/part_advice.h"
#include "atelier/app/plan.h"
#include "atelier/app/plan_past.h"
#include "atelier/app/print_cards.h"
#include "atelier/app/print_sheet.h"
#include "atelier/app/printer.h"
#include "atelier/app/register.h"
#include "atelier/app/slots.h"
#include "atelier/app/torn_line.h"

static bool
no_meetings(struct error *err)
{
    return error_set(err, ERROR_RULE, "There are no meetings here.");
}

bool
plan_add(struct atelier *at, struct meeting *meeting, struct questions *questions,
         unsigned *warnings, struct error *err)
{
    (void)at;
    (void)meeting;
    (void)questions;
    (void)warnings;
    return no_meetings(err);
}

bool
plan_change(struct atelier *at, struct meeting *meeting, struct questions *questions,
            unsigned *warnings, struct error *err)
{
    return plan_add(at, meeting, questions, warnings, err);
}

bool
plan_prepare(struct atelier *at, int64_t group, struct meeting *meeting,
             struct error *err)
{
    (void)at;
    (void)group;
    (void)meeting;
    return no_meetings(err);
}

bool
plan_warnings(struct atelier *at, const struct meeting *meeting, unsigned *warnings,
              struct buffer *text, struct error *err)
{
    (void)at;
    (void)meeting;
    (void)warnings;
    (void)text;
    return no_meetings(err);
}

bool
torn_line_is_in(const char *text)
{
    (void)text;
    return false;
}

bool
torn_line_say(struct atelier *at, const struct export_counts *counts, struct buffer *text)
{
    (void)at;
    (void)counts;
    (void)text;
    return false;
}

void
plan_advise(struct atelier *at, const struct meeting *meeting, const char *field,
            struct buffer *text)
{
    (void)at;
    (void)meeting;
    (void)field;
    (void)text;
}

void
plan_add_fit(struct atelier *at, const struct meeting *meeting, const char *field,
             struct buffer *text)
{
    (void)at;
    (void)meeting;
    (void)field;
    (void)text;
}

void
workshop_advise(struct atelier *at, const struct workshop *workshop, const char *field,
                enum advice advice, struct buffer *text)
{
    (void)advice;
    (void)at;
    (void)workshop;
    (void)field;
    (void)text;
}

void
item_advise(struct atelier *at, const struct item *item, const char *field,
            enum advice advice, struct buffer *text)
{
    (void)advice;
    (void)at;
    (void)item;
    (void)field;
    (void)text;
}

void
speaker_advise(struct atelier *at, const struct speaker *speaker, const char *field,
               enum advice advice, struct buffer *text)
{
    (void)advice;
    (void)at;
    (void)speaker;
    (void)field;
    (void)text;
}

bool
plan_past_load(struct atelier *at, const struct meeting *meeting, struct plan_past *past,
               struct error *err)
{
    (void)at;
    (void)meeting;
    (void)past;
    return no_meetings(err);
}

void
plan_past_add(const struct plan_past *past, struct buffer *text)
{
    (void)past;
    (void)text;
}

bool
plan_past_take(struct atelier *at, struct meeting *meeting, struct meeting *last,
               struct error *err)
{
    (void)at;
    (void)meeting;
    (void)last;
    return no_meetings(err);
}

bool
plan_past_can_take(struct atelier *at, const struct meeting *meeting)
{
    (void)at;
    (void)meeting;
    return false;
}

bool
meeting_quorums_tally(struct atelier *at, const struct meeting *meeting,
                      struct quorum_tally_list *list, struct error *err)
{
    (void)at;
    (void)meeting;
    (void)list;
    return no_meetings(err);
}

void
meeting_quorums_describe(struct atelier *at, const struct quorum_tally *tally,
                         struct buffer *text)
{
    (void)at;
    (void)tally;
    (void)text;
}

bool
meeting_quorums_warn(struct atelier *at, const struct meeting *meeting,
                     const struct quorum_tally_list *list, struct buffer *text)
{
    (void)at;
    (void)meeting;
    (void)list;
    (void)text;
    return false;
}

bool
membership_find(struct atelier *at, int64_t group, int64_t person, struct date day,
                int64_t *membership, struct error *err)
{
    (void)at;
    (void)group;
    (void)person;
    (void)day;
    (void)membership;
    return error_set(err, ERROR_NOT_FOUND, "Nobody is a member here.");
}

struct membership;
bool
membership_join(struct atelier *at, struct membership *membership, struct error *err)
{
    (void)at;
    (void)membership;
    return no_meetings(err);
}

bool
register_given_take(struct atelier *at, struct register_given *given)
{
    (void)at;
    (void)given;
    return false;
}

bool
register_given_say(struct atelier *at, const struct register_given *given,
                   struct buffer *text)
{
    (void)at;
    (void)given;
    (void)text;
    return false;
}

bool
register_change(struct atelier *at, struct registration *registration,
                struct questions *questions, struct error *err)
{
    (void)questions;
    return edit_change_asked(at, &registration_entity, registration, NULL, err);
}

bool
register_find(struct atelier *at, int64_t meeting, int64_t person, int64_t *registration,
              struct error *err)
{
    (void)at;
    (void)meeting;
    (void)person;
    (void)registration;
    return error_set(err, ERROR_NOT_FOUND, "There are no lists here.");
}

bool
register_why(struct atelier *at, int64_t id, struct register_reasons *reasons,
             struct error *err)
{
    (void)at;
    (void)id;
    (void)reasons;
    return error_set(err, ERROR_RULE, "There are no lists here.");
}

void
register_reasons_clear(struct register_reasons *reasons)
{
    (void)reasons;
}

bool
register_add(struct atelier *at, const struct register_request *request,
             struct register_outcome *outcome, struct error *err)
{
    (void)at;
    (void)request;
    (void)outcome;
    return no_meetings(err);
}

/* --- the attendance sheet: none is printed here */

bool
sheet_read(struct atelier *at, const struct sheet_request *request,
           struct printed_sheet *sheet, struct error *err)
{
    (void)at;
    (void)request;
    (void)sheet;
    return error_set(err, ERROR_NOT_FOUND, "There are no sheets here.");
}

bool
sheet_standing_load(struct atelier *at, int64_t meeting, int64_t slot,
                    struct sheet_standing *standing, struct error *err)
{
    (void)at;
    (void)meeting;
    (void)slot;
    (void)err;
    *standing = (struct sheet_standing){ 0 };
    return true;
}

void
sheet_standing_add(struct atelier *at, const struct sheet_standing *standing,
                   struct buffer *buffer)
{
    (void)at;
    (void)standing;
    (void)buffer;
}

struct sheet_job *
sheet_job_start(struct atelier *at, const struct sheet_request *request,
                const struct print_destination *destination, struct error *err)
{
    (void)at;
    (void)request;
    (void)destination;
    (void)err;
    return NULL;
}

struct child *
sheet_job_child(struct sheet_job *job)
{
    (void)job;
    return NULL;
}

void
print_missed_add(const struct child *child, struct buffer *missed)
{
    (void)child;
    (void)missed;
}

void
sheet_job_discard(struct sheet_job *job)
{
    (void)job;
}

bool
sheet_job_end(struct sheet_job *job, const struct child *child,
              struct sheet_outcome *outcome, struct error *err)
{
    (void)job;
    (void)child;
    (void)outcome;
    (void)err;
    return false;
}

void
sheet_outcome_clear(struct sheet_outcome *outcome)
{
    (void)outcome;
}

bool
printer_is_there(const struct atelier *at)
{
    (void)at;
    return false;
}

struct child *
printer_start(const struct atelier *at, const char *name, const struct buffer *document,
              struct error *err)
{
    (void)at;
    (void)name;
    (void)document;
    (void)err;
    return NULL;
}

struct paper_job *
cards_job_start(struct atelier *at, const struct cards_request *request,
                const struct print_destination *destination, struct error *err)
{
    (void)at;
    (void)request;
    (void)destination;
    (void)err;
    return NULL;
}

struct child *
paper_job_child(struct paper_job *job)
{
    (void)job;
    return NULL;
}

void
paper_job_discard(struct paper_job *job)
{
    (void)job;
}

bool
paper_job_end(struct paper_job *job, const struct child *child,
              struct paper_outcome *outcome, struct error *err)
{
    (void)job;
    (void)child;
    (void)outcome;
    (void)err;
    return false;
}

void
paper_outcome_clear(struct paper_outcome *outcome)
{
    (void)outcome;
}

void
registration_advise(struct atelier *at, int64_t meeting, int64_t person,
                    struct buffer *text)
{
    (void)at;
    (void)meeting;
    (void)person;
    (void)text;
}

bool
slots_of(struct atelier *at, int64_t meeting, struct slot_list *list, struct error *err)
{
    (void)at;
    (void)meeting;
    (void)list;
    return no_meetings(err);
}

bool
slots_make(struct atelier *at, int64_t meeting, struct questions *questions, size_t *made,
           struct error *err)
{
    (void)at;
    (void)meeting;
    (void)questions;
    (void)made;
    return no_meetings(err);
}
