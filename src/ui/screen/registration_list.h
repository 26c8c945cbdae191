/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registration_list.h - what the screen of a meeting's list holds */
#ifndef ATELIER_UI_REGISTRATION_LIST_H
#define ATELIER_UI_REGISTRATION_LIST_H

#include "meeting/meeting_head.h"
#include "widget/list.h"

struct registration_list {
    struct list list; /* first: the list_screen functions work on it */
    int64_t meeting;
    struct meeting_head head;
    bool asks;         /* the meeting asks something, and who answered what may be read */
    bool finding;      /* what is typed finds who is to be marked as present */
    bool agreed_early; /* to mark before the day of the meeting */
};

#endif
