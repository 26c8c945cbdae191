/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_dialog.h - what can be done with the people of a workshop, for the tables of
 * the screens that show them
 *
 * The first member of the screen's state is its list; the scope of the list is the
 * workshop.
 */
#ifndef ATELIER_UI_WORKSHOP_DIALOG_H
#define ATELIER_UI_WORKSHOP_DIALOG_H

#include "screen.h"

void workshop_dialog_register(struct ui *ui, void *state, int64_t argument);
void workshop_dialog_seat(struct ui *ui, void *state, int64_t argument);
void workshop_dialog_take_out(struct ui *ui, void *state, int64_t argument);
void workshop_dialog_move(struct ui *ui, void *state, int64_t argument);
void workshop_dialog_why(struct ui *ui, void *state, int64_t argument);
void workshop_dialog_cancel(struct ui *ui, void *state, int64_t argument);

/* On a screen of one meeting. */
void workshop_dialog_assign(struct ui *ui, void *state, int64_t argument);

/* On the list of a meeting: of the person under the bar. */
void workshop_dialog_wishes(struct ui *ui, void *state, int64_t argument);

#define WORKSHOP_PEOPLE                                                                  \
    { .name = "workshop.register",                                                       \
      .keys = "n Ins",                                                                   \
      .menu = N_("List"),                                                                \
      .label = N_("Give somebody a seat"),                                               \
      .hint = N_("register"),                                                            \
      .help = N_("Somebody who is on the list of the meeting.  Where no seat is free "   \
                 "they wait, if the meeting keeps a list."),                             \
      .permission = ACT_WORKSHOP_REGISTER_NEEDS,                                         \
      .run = workshop_dialog_register },                                                 \
        { .name = "workshop.accept",                                                     \
          .keys = "a",                                                                   \
          .menu = N_("List"),                                                            \
          .label = N_("Seat those who wish or wait"),                                    \
          .hint = N_("seat"),                                                            \
          .help = N_("For the marked people, or the one under the bar; %K{Space} "       \
                     "marks."),                                                          \
          .needs = NEEDS_ROW,                                                            \
          .permission = ACT_WORKSHOP_REGISTER_NEEDS,                                     \
          .guarded = true,                                                               \
          .run = workshop_dialog_seat },                                                 \
        { .name = "workshop.withdraw",                                                   \
          .keys = "d Del",                                                               \
          .menu = N_("List"),                                                            \
          .label = N_("Take them out, or off the waiting list"),                         \
          .hint = N_("take out"),                                                        \
          .help = N_("They stay on the list of the meeting.  The seat goes on to who "   \
                     "waits, where the meeting gives seats of itself."),                 \
          .needs = NEEDS_ROW,                                                            \
          .permission = ACT_WORKSHOP_WITHDRAW_NEEDS,                                     \
          .guarded = true,                                                               \
          .run = workshop_dialog_take_out },                                             \
        { .name = "workshop.move",                                                       \
          .keys = "m",                                                                   \
          .menu = N_("List"),                                                            \
          .label = N_("Move them to another workshop"),                                  \
          .hint = N_("move"),                                                            \
          .needs = NEEDS_ROW,                                                            \
          .permission = ACT_WORKSHOP_MOVE_NEEDS,                                         \
          .run = workshop_dialog_move },                                                 \
        { .name = "workshop.why",                                                        \
          .keys = "w",                                                                   \
          .menu = N_("List"),                                                            \
          .label = N_("Why do they sit where they sit?"),                                \
          .hint = N_("why"),                                                             \
          .needs = NEEDS_ROW,                                                            \
          .run = workshop_dialog_why },                                                  \
    {                                                                                    \
        .name = "workshop.state", .keys = "c", .menu = N_("Workshop"),                   \
        .label = N_("Cancel it, or plan it again"),                                      \
        .help = N_("Asks why, and says who has no place in it any more."),               \
        .permission = ACT_WORKSHOP_CANCEL_NEEDS, .run = workshop_dialog_cancel           \
    }

#define WORKSHOP_ASSIGN                                                                  \
    {                                                                                    \
        .name = "workshop.assign", .keys = "b", .menu = N_("Programme"),                 \
        .label = N_("Give seats by the wishes"), .hint = N_("by wishes"),                \
        .help = N_("Shows who would sit where and why, and gives the seats after a "     \
                   "yes."),                                                              \
        .needs = NEEDS_OPEN_MEETING, .permission = ACT_WORKSHOP_ASSIGN_NEEDS,            \
        .run = workshop_dialog_assign                                                    \
    }

#define WORKSHOP_WISHES                                                                  \
    {                                                                                    \
        .name = "registration.wishes", .keys = "B", .menu = N_("List"),                  \
        .label = N_("Wishes for workshops"),                                             \
        .help = N_("Numbers the workshops of each slot, the best first, for the marked " \
                   "people or the one under the bar."),                                  \
        .needs = NEEDS_ROW | NEEDS_OPEN_MEETING, .permission = ACT_WORKSHOP_WISH_NEEDS,  \
        .run = workshop_dialog_wishes                                                    \
    }

#endif
