/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_print.h - the attendance sheet, badges and place cards from the page of a
 * meeting, while the screen goes on */
#ifndef ATELIER_UI_MEETING_PRINT_H
#define ATELIER_UI_MEETING_PRINT_H

#include "atelier/base/civil.h"
#include "atelier/domain/row_choice.h"
#include "ui.h"

/* The argument of the action. */
enum meeting_document {
    MEETING_SHEET,
    MEETING_BADGES,
    MEETING_PLACE_CARDS,
    MEETING_CERTIFICATES,
    MEETING_PROGRAMME,
    MEETING_MONTH /* of the calendar: not of one meeting */
};

/* What is asked for. */
struct print_wish {
    enum meeting_document what;
    struct date month;         /* its first day */
    struct row_choice marked;  /* registrations */
    struct row_choice persons; /* theirs */
};

/* Asks where to, and prints it. */
void meeting_print_wish(struct ui *ui, const struct print_wish *wish);

/* Asks for a file, whose name says the form: on paper, or for a spreadsheet. */
void meeting_print(struct ui *ui, void *state, int64_t argument);

/* The month of that day, as a page. */
void meeting_print_month(struct ui *ui, struct date day);

#endif
