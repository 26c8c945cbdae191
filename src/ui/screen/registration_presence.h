/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registration_presence.h - who is there, on the list of a meeting: mark, annul */
#ifndef ATELIER_UI_REGISTRATION_PRESENCE_H
#define ATELIER_UI_REGISTRATION_PRESENCE_H

#include "screen/registration_find.h"
#include "screen/registration_list.h"

/* When the screen opens. */
void registration_presence_init(struct registration_list *screen);

/* After its head was read, before its list is: the slot whose marks are shown. */
void registration_presence_follow(struct registration_list *screen);

/* What must be known before a mark, each asked once; false: none is to be made. */
bool registration_presence_prepare(struct ui *ui, struct registration_list *screen);

/* Marks whose registration that is as present, and says so. */
void registration_presence_mark_row(struct ui *ui, struct registration_list *screen,
                                    int64_t id);

/* Its actions, to be run and asked by their table below. */
bool registration_presence_hinted(const void *state);
void registration_presence_mark(struct ui *ui, void *state, int64_t argument);
void registration_presence_leave(struct ui *ui, void *state, int64_t argument);
void registration_presence_place(struct ui *ui, void *state, int64_t argument);
void registration_presence_annul(struct ui *ui, void *state, int64_t argument);
void registration_presence_slot(struct ui *ui, void *state, int64_t argument);

#define REGISTRATION_PRESENCE                                                            \
    { .name = "presence.mark",                                                           \
      .keys = "+",                                                                       \
      .menu = N_("Presence"),                                                            \
      .label = N_("They are here"),                                                      \
      .sought = N_("mark, tick, present, came, late, sign in, check in, attendance"),    \
      .permission = ACT_PRESENCE_ADD_NEEDS,                                              \
      .hint = N_("here"),                                                                \
      .hinted = registration_presence_hinted,                                            \
      .help = N_("Marks the person under the bar, or the marked people, as present in "  \
                 "the slot that the head names, and goes on to the next."),              \
      .needs = NEEDS_ROW | NEEDS_OPEN_MEETING,                                           \
      .run = registration_presence_mark },                                               \
        { .name = "presence.find",                                                       \
          .keys = "=",                                                                   \
          .menu = N_("Presence"),                                                        \
          .label = N_("Who is here?  By typing"),                                        \
          .permission = ACT_PRESENCE_ADD_NEEDS,                                          \
          .hint = N_("find"),                                                            \
          .hinted = registration_presence_hinted,                                        \
          .help =                                                                        \
              N_("For a queue at the door: three letters of each name and %K{Enter} "    \
                 "mark one person after the other; %K{Esc} ends it."),                   \
          .needs = NEEDS_ROW | NEEDS_OPEN_MEETING,                                       \
          .run = registration_find_run },                                                \
        { .name = "presence.door",                                                       \
          .keys = "D",                                                                   \
          .menu = N_("Presence"),                                                        \
          .label = N_("The door: by typing or by badge"),                                \
          .permission = ACT_PRESENCE_ADD_NEEDS,                                          \
          .hint = N_("door"),                                                            \
          .hinted = registration_presence_hinted,                                        \
          .help = N_("One field in which names are typed and badges scanned, one "       \
                     "person after the other, and how many are here in large figures."), \
          .needs = NEEDS_OPEN_MEETING,                                                   \
          .argument = SCREEN_DOOR,                                                       \
          .run = ui_open_same },                                                         \
        { .name = "presence.annul",                                                      \
          .keys = "-",                                                                   \
          .menu = N_("Presence"),                                                        \
          .label = N_("The mark was wrong: annul it"),                                   \
          .sought = N_("mistake, absent, not there"),                                    \
          .permission = ACT_PRESENCE_ADD_NEEDS,                                          \
          .also = N_("wrong mark"),                                                      \
          .hinted = registration_presence_hinted,                                        \
          .help = N_("For a reason; the history keeps both."),                           \
          .needs = NEEDS_ROW | NEEDS_OPEN_MEETING,                                       \
          .run = registration_presence_annul },                                          \
        { .name = "presence.leave",                                                      \
          .keys = "l",                                                                   \
          .menu = N_("Presence"),                                                        \
          .label = N_("They left, or are back"),                                         \
          .permission = ACT_PRESENCE_ADD_NEEDS,                                          \
          .needs = NEEDS_ROW | NEEDS_OPEN_MEETING,                                       \
          .guarded = true,                                                               \
          .run = registration_presence_leave },                                          \
        { .name = "presence.place",                                                      \
          .keys = "o",                                                                   \
          .menu = N_("Presence"),                                                        \
          .label = N_("Here remotely, or in the room"),                                  \
          .permission = ACT_PRESENCE_ADD_NEEDS,                                          \
          .also = N_("remote"),                                                          \
          .hinted = registration_presence_hinted,                                        \
          .help = N_("Marks them as present over the link; again: in the room."),        \
          .needs = NEEDS_ROW | NEEDS_OPEN_MEETING,                                       \
          .guarded = true,                                                               \
          .run = registration_presence_place },                                          \
    {                                                                                    \
        .name = "presence.slot", .keys = "S", .menu = N_("Presence"),                    \
        .label = N_("Another slot"),                                                     \
        .help = N_("Whose marks are shown and made, where a meeting is divided."),       \
        .run = registration_presence_slot                                                \
    }

/* Where one sees who is there, whoever is put on the list is there. */
#define REGISTRATION_WALK_IN                                                             \
    {                                                                                    \
        .name = "presence.walk_in", .keys = "n Ins", .menu = N_("Presence"),             \
        .label = N_("Somebody else is here: register and mark them"),                    \
        .permission = ACT_REGISTRATION_WALK_IN_NEEDS, .hint = N_("walk-in"),             \
        .help =                                                                          \
            N_("Type three letters of a name, or a new one: they come onto the list "    \
               "and are marked as present in one act, which one undo takes back."),      \
        .needs = NEEDS_OPEN_MEETING, .run = registration_find_walk_in                    \
    }

#endif
