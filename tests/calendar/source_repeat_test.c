/* SPDX-License-Identifier: GPL-3.0-or-later */
/* source_repeat_test.c - when the events of a file take place */
#include "atelier/calendar/calendar_source.h"

#include <string.h>

#include "support/calendar_file.h"
#include "support/suite.h"

#define PARIS "DTSTART;TZID=Europe/Paris:"
#define UNTIL_NOON(day) "DTEND;TZID=Europe/Paris:" day "T120000\r\n"

static const struct {
    const char *lines;
    const char *from;
    const char *until;
    const char *told;
} cases[] = {
    { PARIS "20270316T093000\r\n" UNTIL_NOON("20270316"), "2027-01-01", "2027-12-31",
      "2027-03-16 09:30>2027-03-16 12:00\n" },
    { PARIS "20270316T093000\r\n" UNTIL_NOON("20270316"), "2027-03-17", "2027-12-31",
      "" },
    /* a moment; a day; a day without an end, or with its own as the end */
    { PARIS "20270316T093000\r\n", "2027-01-01", "2027-12-31",
      "2027-03-16 09:30>2027-03-16 09:30\n" },
    { "DTSTART;VALUE=DATE:20270316\r\nDTEND;VALUE=DATE:20270318\r\n", "2027-01-01",
      "2027-12-31", "2027-03-16>2027-03-18\n" },
    { "DTSTART:20270316\r\n", "2027-01-01", "2027-12-31", "2027-03-16>2027-03-17\n" },
    { "DTSTART;VALUE=DATE:20270316\r\nDTEND;VALUE=DATE:20270316\r\n", "2027-01-01",
      "2027-12-31", "2027-03-16>2027-03-17\n" },
    /* in UTC; floating; an end in another zone */
    { "DTSTART:20270316T083000Z\r\nDURATION:PT1H30M\r\n", "2027-01-01", "2027-12-31",
      "2027-03-16 08:30Z>2027-03-16 10:00Z\n" },
    { "DTSTART:20270316T083000\r\n", "2027-01-01", "2027-12-31",
      "2027-03-16 08:30?>2027-03-16 08:30?\n" },
    { PARIS "20270316T093000\r\nDTEND;TZID=Europe/London:20270316T093000\r\n",
      "2027-01-01", "2027-12-31", "2027-03-16 09:30>2027-03-16 10:30\n" },
    /* a day by the calendar, and 24 hours: clocks go forward on 28 March */
    { PARIS "20270327T120000\r\nDURATION:P1D\r\n", "2027-01-01", "2027-12-31",
      "2027-03-27 12:00>2027-03-28 12:00\n" },
    { PARIS "20270327T120000\r\nDURATION:PT24H\r\n", "2027-01-01", "2027-12-31",
      "2027-03-27 12:00>2027-03-28 13:00\n" },
    { PARIS "20270327T230000\r\nDTEND;TZID=Europe/Paris:20270328T060000\r\n"
            "RRULE:FREQ=DAILY;COUNT=2\r\n",
      "2027-01-01", "2027-12-31",
      "2027-03-27 23:00>2027-03-28 06:00\n2027-03-28 23:00>2027-03-29 06:00\n" },
    /* in the gap and in the fold */
    { PARIS "20270328T023000\r\n", "2027-01-01", "2027-12-31",
      "2027-03-28 03:30>2027-03-28 03:30 [2027-03-28 02:30] (gap)\n" },
    { PARIS "20271031T023000\r\nDURATION:PT1H\r\n", "2027-01-01", "2027-12-31",
      "2027-10-31 02:30>2027-10-31 02:30 (fold)\n" },
    { PARIS "20270327T023000\r\nDTEND;TZID=Europe/Paris:20270327T033000\r\n"
            "RRULE:FREQ=DAILY;COUNT=3\r\n",
      "2027-01-01", "2027-12-31",
      "2027-03-27 02:30>2027-03-27 03:30\n"
      "2027-03-28 03:30>2027-03-28 04:30 [2027-03-28 02:30] (gap)\n"
      "2027-03-29 02:30>2027-03-29 03:30\n" },
    /* what began before the time and lasts into it; what ends as it begins */
    { PARIS "20261230T093000\r\n" UNTIL_NOON("20270103"), "2027-01-01", "2027-12-31",
      "2026-12-30 09:30>2027-01-03 12:00\n" },
    { PARIS "20261230T093000\r\nDTEND;TZID=Europe/Paris:20270101T000000\r\n",
      "2027-01-01", "2027-12-31", "" },
    { "DTSTART;VALUE=DATE:20261230\r\nDURATION:P3D\r\n", "2027-01-01", "2027-12-31",
      "2026-12-30>2027-01-02\n" },
    { "DTSTART;VALUE=DATE:20261230\r\nDTEND;VALUE=DATE:20270101\r\n", "2027-01-01",
      "2027-12-31", "" },
    { PARIS "20261216T090000\r\nDURATION:P20DT1H\r\nRRULE:FREQ=WEEKLY;COUNT=2\r\n",
      "2027-01-06", "2027-12-31", "2026-12-23 09:00>2027-01-12 10:00\n" },
    /* an end in the second of two hours, named by the instant */
    { PARIS "20271031T025000\r\nDTEND:20271031T011000Z\r\n", "2027-01-01", "2027-12-31",
      "2027-10-31 02:50>2027-10-31 02:10 (fold)\n" },
    /* rules; COUNT goes by the start, not by the window */
    { PARIS "20270316T093000\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\n", "2027-03-20",
      "2027-12-31",
      "2027-03-23 09:30>2027-03-23 09:30\n2027-03-30 09:30>2027-03-30 09:30\n" },
    { PARIS "20000103T093000\r\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR\r\n",
      "2027-03-15", "2027-03-28",
      "2027-03-22 09:30>2027-03-22 09:30\n2027-03-26 09:30>2027-03-26 09:30\n" },
    { PARIS "20000101T093000\r\nRRULE:FREQ=DAILY;INTERVAL=7;BYMONTH=3\r\n", "2027-02-20",
      "2027-03-14",
      "2027-03-06 09:30>2027-03-06 09:30\n2027-03-13 09:30>2027-03-13 09:30\n" },
    { PARIS "20270131T093000\r\nRRULE:FREQ=MONTHLY;COUNT=2\r\n", "2027-01-01",
      "2027-12-31",
      "2027-01-31 09:30>2027-01-31 09:30\n2027-03-31 09:30>2027-03-31 09:30\n" },
    { PARIS "20270318T093000\r\nRRULE:FREQ=MONTHLY;BYDAY=3TH;COUNT=2\r\n", "2027-01-01",
      "2027-12-31",
      "2027-03-18 09:30>2027-03-18 09:30\n2027-04-15 09:30>2027-04-15 09:30\n" },
    /* a week begins on Monday unless the rule says otherwise; one day of a set */
    { PARIS "20270105T093000\r\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=3\r\n",
      "2027-01-01", "2027-12-31",
      "2027-01-05 09:30>2027-01-05 09:30\n2027-01-10 09:30>2027-01-10 09:30\n"
      "2027-01-19 09:30>2027-01-19 09:30\n" },
    { PARIS "20270105T093000\r\n"
            "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU;COUNT=3\r\n",
      "2027-01-01", "2027-12-31",
      "2027-01-05 09:30>2027-01-05 09:30\n2027-01-17 09:30>2027-01-17 09:30\n"
      "2027-01-19 09:30>2027-01-19 09:30\n" },
    { PARIS "20270129T093000\r\n"
            "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2\r\n",
      "2027-01-01", "2027-12-31",
      "2027-01-29 09:30>2027-01-29 09:30\n2027-02-26 09:30>2027-02-26 09:30\n" },
    /* a rule that gives nothing in this time is a good one */
    { PARIS "20240229T093000\r\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29\r\n",
      "2025-01-01", "2026-12-31", "" },
    { PARIS "19000301T093000\r\n"
            "RRULE:FREQ=DAILY;COUNT=5;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO\r\n",
      "2027-01-01", "2028-12-31", "" },
    /* far from its start: each third month and year, on days that few have */
    { PARIS "20040831T093000\r\nRRULE:FREQ=MONTHLY;INTERVAL=5\r\n", "2027-01-01",
      "2028-12-31",
      "2027-07-31 09:30>2027-07-31 09:30\n2027-12-31 09:30>2027-12-31 09:30\n"
      "2028-05-31 09:30>2028-05-31 09:30\n2028-10-31 09:30>2028-10-31 09:30\n" },
    { PARIS "20040229T093000\r\nRRULE:FREQ=YEARLY;INTERVAL=3\r\n", "2027-01-01",
      "2040-12-31",
      "2028-02-29 09:30>2028-02-29 09:30\n2040-02-29 09:30>2040-02-29 09:30\n" },
    { PARIS "19990601T093000\r\nRRULE:FREQ=YEARLY;INTERVAL=3;BYDAY=1MO;BYMONTH=6\r\n",
      "2027-01-01", "2032-12-31",
      "2029-06-04 09:30>2029-06-04 09:30\n2032-06-07 09:30>2032-06-07 09:30\n" },
    /* UNTIL in UTC, as a date, without a zone: the last is there */
    { PARIS "20270323T093000\r\nRRULE:FREQ=WEEKLY;UNTIL=20270330T073000Z\r\n",
      "2027-01-01", "2027-12-31",
      "2027-03-23 09:30>2027-03-23 09:30\n2027-03-30 09:30>2027-03-30 09:30\n" },
    { PARIS "20270323T093000\r\nRRULE:FREQ=WEEKLY;UNTIL=20270330\r\n", "2027-01-01",
      "2027-12-31",
      "2027-03-23 09:30>2027-03-23 09:30\n2027-03-30 09:30>2027-03-30 09:30\n" },
    { PARIS "20270323T093000\r\nRRULE:FREQ=WEEKLY;UNTIL=20270330T093000\r\n",
      "2027-01-01", "2027-12-31",
      "2027-03-23 09:30>2027-03-23 09:30\n2027-03-30 09:30>2027-03-30 09:30\n" },
    { "DTSTART;VALUE=DATE:20270323\r\nRRULE:FREQ=WEEKLY;UNTIL=20270330T215959Z\r\n",
      "2027-01-01", "2027-12-31", "2027-03-23>2027-03-24\n2027-03-30>2027-03-31\n" },
    /* a start outside its own rule is told apart */
    { PARIS "20270316T093000\r\nRRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=2\r\n", "2027-01-01",
      "2027-12-31",
      "2027-03-16 09:30>2027-03-16 09:30 (outside its rule)\n"
      "2027-03-19 09:30>2027-03-19 09:30\n2027-03-26 09:30>2027-03-26 09:30\n" },
    { PARIS "20270316T093000\r\nRRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=1\r\n"
            "RDATE;TZID=Europe/Paris:20270316T093000\r\n",
      "2027-01-01", "2027-12-31",
      "2027-03-16 09:30>2027-03-16 09:30\n2027-03-19 09:30>2027-03-19 09:30\n" },
    { PARIS "20270316T093000\r\nRRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=1\r\n"
            "EXDATE;TZID=Europe/Paris:20270316T093000\r\n",
      "2027-01-01", "2027-12-31", "2027-03-19 09:30>2027-03-19 09:30\n" },
    /* days taken out: by the start, by UTC, by the day, without a zone, in a list */
    { PARIS "20270301T093000\r\nRRULE:FREQ=DAILY;COUNT=7\r\n"
            "EXDATE;TZID=Europe/Paris:20270302T093000,20270303T093000\r\n"
            "EXDATE:20270304T083000Z\r\nEXDATE;VALUE=DATE:20270305\r\n"
            "EXDATE:20270306T093000\r\nEXDATE;TZID=Europe/Paris:20270307T100000\r\n",
      "2027-01-01", "2027-12-31",
      "2027-03-01 09:30>2027-03-01 09:30\n2027-03-07 09:30>2027-03-07 09:30\n" },
    /* a day without an hour takes all of that day out */
    { PARIS "20270301T090000\r\nRRULE:FREQ=DAILY;BYHOUR=9,14;COUNT=4\r\n"
            "EXDATE;VALUE=DATE:20270301\r\n",
      "2027-01-01", "2027-12-31",
      "2027-03-02 09:00>2027-03-02 09:00\n2027-03-02 14:00>2027-03-02 14:00\n" },
    /* days added, with their own ends; one that the rule has too comes once */
    { PARIS "20270301T093000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;COUNT=2\r\n"
            "RDATE;TZID=Europe/Paris:20270308T093000,20270310T140000\r\n"
            "RDATE;VALUE=PERIOD:20270311T130000Z/PT3H,20270312T130000Z/20270312T170000Z"
            "\r\n",
      "2027-01-01", "2027-12-31",
      "2027-03-01 09:30>2027-03-01 10:30\n2027-03-08 09:30>2027-03-08 10:30\n"
      "2027-03-10 14:00>2027-03-10 15:00\n2027-03-11 14:00>2027-03-11 17:00\n"
      "2027-03-12 14:00>2027-03-12 18:00\n" },
    { PARIS "20270301T093000\r\nRDATE;TZID=Europe/Paris:20270310T140000\r\n",
      "2027-01-01", "2027-12-31",
      "2027-03-01 09:30>2027-03-01 09:30\n2027-03-10 14:00>2027-03-10 14:00\n" },
};

START_TEST(event__takes_place__as_its_file_says)
{
    struct buffer text = { 0 };
    struct buffer told = { 0 };
    calendar_file_wrap(&text, "", cases[_i].lines);
    calendar_file_tell(&told, text.text, cases[_i].from, cases[_i].until);
    ck_assert_str_eq(buffer_text(&told), cases[_i].told);
    buffer_clear(&told);
    buffer_clear(&text);
}
END_TEST

#define MASTER                                                                           \
    "BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:each week\r\n" PARIS                               \
    "20270301T093000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;COUNT=4\r\nEND:VEVENT\r\n"
#define TWICE                                                                            \
    "BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:twice\r\n" PARIS                                   \
    "20270301T093000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;BYHOUR=14,17;BYMINUTE=0;"      \
    "COUNT=4\r\nEND:VEVENT\r\n"
#define CHANGE(id, rest)                                                                 \
    "BEGIN:VEVENT\r\nUID:a\r\nRECURRENCE-ID" id "\r\n" rest "END:VEVENT\r\n"
#define MOVED(id, to) CHANGE(id, PARIS to "\r\nDURATION:PT2H\r\nSUMMARY:moved\r\n")
#define OTHER                                                                            \
    "BEGIN:VEVENT\r\nUID:b\r\nSUMMARY:other\r\nDTSTART;VALUE=DATE:20270301\r\n"          \
    "END:VEVENT\r\n"

static const struct {
    const char *lines;
    const char *from;
    const char *told;
} changes[] = {
    /* one is moved; its change stands apart from it, and before it */
    { MOVED(";TZID=Europe/Paris:20270308T093000", "20270310T140000") OTHER MASTER,
      "2027-03-01",
      "2027-03-01>2027-03-02 other\n"
      "2027-03-01 09:30>2027-03-01 10:30 each week\n"
      "2027-03-10 14:00>2027-03-10 16:00 [2027-03-08 09:30] moved\n"
      "2027-03-15 09:30>2027-03-15 10:30 each week\n"
      "2027-03-22 09:30>2027-03-22 10:30 each week\n" },
    /* named in UTC, by the day; moved into the window from before it */
    { MASTER MOVED(":20270308T083000Z", "20270324T140000"), "2027-03-20",
      "2027-03-22 09:30>2027-03-22 10:30 each week\n"
      "2027-03-24 14:00>2027-03-24 16:00 [2027-03-08 09:30] moved\n" },
    { MASTER MOVED(";VALUE=DATE:20270308", "20270324T140000"), "2027-03-20",
      "2027-03-22 09:30>2027-03-22 10:30 each week\n"
      "2027-03-24 14:00>2027-03-24 16:00 [2027-03-08 09:30] moved\n" },
    /* this and those behind it: as much later, as long, under that name */
    { MASTER MOVED(";RANGE=THISANDFUTURE;TZID=Europe/Paris:20270315T093000",
                   "20270316T140000"),
      "2027-03-01",
      "2027-03-01 09:30>2027-03-01 10:30 each week\n"
      "2027-03-08 09:30>2027-03-08 10:30 each week\n"
      "2027-03-16 14:00>2027-03-16 16:00 [2027-03-15 09:30] moved\n"
      "2027-03-23 14:00>2027-03-23 16:00 [2027-03-22 09:30] moved\n" },
    { MASTER MOVED(";RANGE=THISANDFUTURE;TZID=Europe/Paris:20270315T093000",
                   "20270316T140000"),
      "2027-03-23", "2027-03-23 14:00>2027-03-23 16:00 [2027-03-22 09:30] moved\n" },
    /* the same change twice: the newer counts */
    { MASTER CHANGE(":20270308T083000Z", PARIS "20270309T080000\r\nSEQUENCE:2\r\n")
          CHANGE(":20270308T083000Z", PARIS "20270310T080000\r\nSEQUENCE:1\r\n"),
      "2027-03-07",
      "2027-03-09 08:00>2027-03-09 08:00 [2027-03-08 09:30]\n"
      "2027-03-15 09:30>2027-03-15 10:30 each week\n"
      "2027-03-22 09:30>2027-03-22 10:30 each week\n" },
    /* named by the zone and by UTC, it is the same */
    { MASTER CHANGE(";TZID=Europe/Paris:20270308T093000",
                    PARIS "20270309T080000\r\nSEQUENCE:1\r\n")
          CHANGE(":20270308T083000Z", PARIS "20270310T080000\r\nSEQUENCE:2\r\n"),
      "2027-03-07",
      "2027-03-10 08:00>2027-03-10 08:00 [2027-03-08 09:30]\n"
      "2027-03-15 09:30>2027-03-15 10:30 each week\n"
      "2027-03-22 09:30>2027-03-22 10:30 each week\n" },
    /* of two on one day, a day names the first, and one that is named by its hour stays
     */
    { TWICE MOVED(";VALUE=DATE:20270302", "20270303T180000"), "2027-03-01",
      "2027-03-01 09:30>2027-03-01 10:30 (outside its rule) twice\n"
      "2027-03-01 14:00>2027-03-01 15:00 twice\n"
      "2027-03-01 17:00>2027-03-01 18:00 twice\n"
      "2027-03-02 17:00>2027-03-02 18:00 twice\n"
      "2027-03-03 18:00>2027-03-03 20:00 [2027-03-02 14:00] moved\n" },
    { TWICE MOVED(";TZID=Europe/Paris:20270302T140000", "20270303T180000")
          MOVED(";VALUE=DATE:20270302", "20270304T180000"),
      "2027-03-01",
      "2027-03-01 09:30>2027-03-01 10:30 (outside its rule) twice\n"
      "2027-03-01 14:00>2027-03-01 15:00 twice\n"
      "2027-03-01 17:00>2027-03-01 18:00 twice\n"
      "2027-03-03 18:00>2027-03-03 20:00 [2027-03-02 14:00] moved\n"
      "2027-03-04 18:00>2027-03-04 20:00 [2027-03-02 17:00] moved\n" },
    /* only the change, as a mail brings it */
    { MOVED(";TZID=Europe/Paris:20270308T093000", "20270310T140000"), "2027-03-01",
      "2027-03-10 14:00>2027-03-10 16:00 [2027-03-08 09:30] moved\n" },
};

START_TEST(change__moves_an_occurrence__which_keeps_its_place_in_the_rule)
{
    struct buffer text = { 0 };
    struct buffer told = { 0 };
    calendar_file_wrap(&text, "", changes[_i].lines);
    calendar_file_tell(&told, text.text, changes[_i].from, "2027-12-31");
    ck_assert_str_eq(buffer_text(&told), changes[_i].told);
    buffer_clear(&told);
    buffer_clear(&text);
}
END_TEST

/* libical keeps the first 500 of a list and says nothing. */
START_TEST(list__is_read_whole__however_long)
{
    struct buffer lines = { 0 };
    struct buffer text = { 0 };
    struct buffer told = { 0 };
    buffer_add(&lines, PARIS "20270101T093000\r\nRRULE:FREQ=DAILY;COUNT=701\r\nEXDATE;"
                             "TZID=Europe/Paris:");
    for (int day = 0; day < 700; day++) {
        struct date date = date_add_days((struct date){ 2027, 1, 1 }, day);
        buffer_addf(&lines, "%s%04d%02d%02dT093000", day ? "," : "", date.year,
                    date.month, date.day);
    }
    buffer_add(&lines, "\r\n");
    calendar_file_wrap(&text, "", lines.text);
    calendar_file_tell(&told, text.text, "2027-01-01", "2029-12-31");
    ck_assert_str_eq(buffer_text(&told), "2028-12-01 09:30>2028-12-01 09:30\n");
    buffer_clear(&told);
    buffer_clear(&text);
    buffer_clear(&lines);
}
END_TEST

#define RULE(rule) PARIS "20270301T093000\r\nRRULE:" rule "\r\n"
#define LINE_OF_RULE "Line 3: the rule “"

static const struct {
    const char *lines;
    const char *told; /* how the sentence begins */
} refusals[] = {
    { RULE("FREQ=SECONDLY;COUNT=3"), LINE_OF_RULE "FREQ=SECONDLY;COUNT=3” repeats" },
    { RULE("FREQ=MINUTELY"), LINE_OF_RULE "FREQ=MINUTELY” repeats" },
    { RULE("FREQ=HOURLY"), LINE_OF_RULE "FREQ=HOURLY” repeats" },
    { RULE("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"),
      LINE_OF_RULE "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30” by which this event is repeated "
                   "gives no day." },
    { RULE("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
      LINE_OF_RULE "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30” by which this event is repeated "
                   "gives no day." },
    { RULE("FREQ=MONTHLY;BYMONTHDAY=1;BYSETPOS=5"),
      LINE_OF_RULE "FREQ=MONTHLY;BYMONTHDAY=1;BYSETPOS=5” by which this event is "
                   "repeated gives no day." },
    { RULE("FREQ=DAILY;COUNT=4294967297"),
      LINE_OF_RULE "FREQ=DAILY;COUNT=4294967297” has a number" },
    { RULE("FREQ=DAILY;INTERVAL=70000"),
      LINE_OF_RULE "FREQ=DAILY;INTERVAL=70000” has a number" },
    { RULE("FREQ=DAILY;INTERVAL=0"), LINE_OF_RULE "FREQ=DAILY;INTERVAL=0” by which" },
    { RULE("FREQ=DAILY;UNTIL=20270230"),
      LINE_OF_RULE "FREQ=DAILY;UNTIL=20270230” by which this event is repeated cannot" },
    { RULE("RSCALE=CHINESE;FREQ=YEARLY"), LINE_OF_RULE "RSCALE=CHINESE" },
    { RULE("nonsense"), LINE_OF_RULE "nonsense" },
    { RULE("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30,-31"), LINE_OF_RULE "FREQ=YEARLY" },
    { PARIS "20270331T093000\r\nRRULE:FREQ=YEARLY;BYMONTH=4\r\n", LINE_OF_RULE
      "FREQ=YEARLY;BYMONTH=4” by which this event is repeated gives no day" },
    { RULE("FREQ=YEARLY;BYHOUR=9,10,11,12,13;BYMINUTE=0,10,20,30,40;COUNT=3"),
      LINE_OF_RULE "FREQ=YEARLY;BYHOUR=9,10,11,12,13;BYMINUTE=0,10,20,30,40;COUNT=3” "
                   "repeats the event more than 24 times a day" },
    { RULE("FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,"
           "23"),
      "Line 3: this event takes place more than 5000 times" },
    { PARIS "20270230T093000\r\n", "Line 5: “20270230T093000” is not a time" },
    { PARIS "20270228T250000\r\n", "Line 5: “20270228T250000” is not a time" },
    { "DTSTART:2027-03-01T09:30:00+01:00\r\n",
      "Line 5: “2027-03-01T09:30:00+01:00” is not a time" },
    { "DTSTART;TZID=(UTC+01:00) Paris:20270301T093000\r\n",
      "Line 5: the name of a time zone that holds a colon is to stand in quotes" },
    { PARIS "00010101T093000\r\n", "Line 5: the year 1 is not one of a meeting" },
    { "SUMMARY:x\r\n", "Line 3: this event has no start" },
    { PARIS "20270301T093000\r\nDTEND;TZID=Europe/Paris:20270301T083000\r\n",
      "Line 3: this event ends before it starts" },
    { PARIS "20270301T093000\r\nDTEND:20270301T080000Z\r\n",
      "Line 3: this event ends before it starts" },
    { PARIS "20270301T093000\r\nDTEND;TZID=Europe/London:20270301T082000\r\n",
      "Line 3: this event ends before it starts" },
    { PARIS "20270301T093000\r\nDTEND:20270301T080000\r\n",
      "Line 3: this event ends before it starts" },
    { PARIS "20270301T093000\r\nDTEND;VALUE=DATE:20270301\r\n",
      "Line 3: this event starts at a time and ends on a day" },
    { PARIS "20270301T093000\r\nDURATION:-PT1H\r\n", "Line 6: “-PT1H” is not a time" },
    { PARIS "20270301T093000\r\nEXRULE:FREQ=DAILY\r\n", "Line 6: rules that take" },
    { PARIS "20270301T093000\r\nDTEND 20270301T103000\r\n",
      "Line 6: “DTEND 20270301T103000” is not a property" },
    { PARIS "20270301T093000\r\nSTATUS;ENCODING=QUOTED-PRINTABLE:=ZZ\r\n",
      "Line 6: “STATUS” is in QUOTED-PRINTABLE" },
    { PARIS "20270301T093000\r\nDURATION:2 hours\r\n",
      "Line 6: “2 hours” is not a time" },
};

START_TEST(event__is_refused_by_its_line__and_the_next_is_read)
{
    struct buffer lines = { 0 };
    struct buffer text = { 0 };
    struct buffer told = { 0 };
    buffer_addf(&lines, "BEGIN:VEVENT\r\nUID:bad\r\n%sEND:VEVENT\r\n",
                refusals[_i].lines);
    buffer_add(&lines, OTHER);
    calendar_file_wrap(&text, "", lines.text);
    calendar_file_tell(&told, text.text, "2027-01-01", "2028-12-31");
    const char *refusal = buffer_text(&told);
    ck_assert_msg(strncmp(refusal, refusals[_i].told, strlen(refusals[_i].told)) == 0,
                  "%s", refusal);
    ck_assert_str_eq(strchr(refusal, '\n') + 1, "2027-03-01>2027-03-02 other\n");
    buffer_clear(&told);
    buffer_clear(&text);
    buffer_clear(&lines);
}
END_TEST

/* Each may have cost a second, so that a file of them is not read to its end. */
START_TEST(file__of_rules_that_give_no_day__is_given_up)
{
    static const char barren[] = RULE("FREQ=YEARLY;BYMONTHDAY=1;BYMONTH=1;BYSETPOS=5");
    struct buffer lines = { 0 };
    struct buffer text = { 0 };
    struct buffer told = { 0 };
    for (int i = 0; i < 2; i++)
        buffer_addf(&lines, "BEGIN:VEVENT\r\nUID:%d\r\n%sEND:VEVENT\r\n", i, barren);
    calendar_file_wrap(&text, "", lines.text);
    calendar_file_tell(&told, text.text, "2027-01-01", "2028-12-31");
    ck_assert_ptr_nonnull(strstr(buffer_text(&told), "\nToo many events of this file"));
    buffer_clear(&told);
    buffer_clear(&text);
    buffer_clear(&lines);
}
END_TEST

static const struct {
    int events;
    const char *rule;
    const char *start;
    int year;
    const char *told; /* how it is refused in both passes, or nothing */
} files[] = {
    /* an office of people who meet each day */
    { 420, "FREQ=DAILY", "20240229T093000", 2027, "" },
    { 9, "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;COUNT=9", "20240229T093000", 2026, "" },
    { 1, "FREQ=YEARLY;BYMONTHDAY=1;BYMONTH=1;BYSETPOS=5", "20240229T093000", 2027,
      "Line 3: the rule" },
    /* after whose first day libical looks to the end of its years */
    { 640, "FREQ=YEARLY;INTERVAL=1000", "20270301T093000", 2027,
      "The events of this file are repeated too often altogether" },
    { 12, "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;COUNT=9", "19000228T093000", 2199,
      "The events of this file are repeated too often altogether; ask for a shorter "
      "time" },
};

/* The last refusal of a pass. */
static void
pass_through(struct calendar_source *source, int year, struct error *err)
{
    const struct day_window window = { { year, 1, 1 }, { year + 1, 12, 31 } };
    struct source_series series = { 0 };
    struct occurrence_list list = { 0 };
    bool ok = true;
    *err = (struct error){ 0 };
    for (size_t i = 0; ok && i < calendar_source_count(source); i++)
        ok = (calendar_source_read(source, i, &series, err) &&
              calendar_source_expand(source, &series, window, &list, err)) ||
             err->kind == ERROR_INPUT;
    occurrence_list_clear(&list);
    source_series_clear(&series);
}

/* Somebody looks at it first, and then takes it. */
START_TEST(file__may_cost_as_much__in_each_pass)
{
    struct buffer lines = { 0 };
    struct buffer text = { 0 };
    struct error err = { 0 };
    const char *told = files[_i].told;
    for (int i = 0; i < files[_i].events; i++)
        buffer_addf(&lines,
                    "BEGIN:VEVENT\r\nUID:%d\r\n" PARIS "%s\r\nRRULE:%s\r\nEND:VEVENT\r\n",
                    i, files[_i].start, files[_i].rule);
    calendar_file_wrap(&text, "", lines.text);
    struct calendar_source *source =
        calendar_file_open(text.text, text.length, false, &err);
    for (int pass = 0; pass < 2; pass++) {
        pass_through(source, files[_i].year, &err);
        ck_assert_msg(strncmp(err.message, told, strlen(told)) == 0 &&
                          (!err.message[0] || told[0]),
                      "%s", err.message);
    }
    calendar_source_close(source);
    buffer_clear(&text);
    buffer_clear(&lines);
}
END_TEST

START_TEST(event__with_a_crowd__is_refused)
{
    struct buffer lines = { 0 };
    struct buffer text = { 0 };
    struct error err = { 0 };
    struct source_series series = { 0 };
    buffer_add(&lines, PARIS "20270301T093000\r\n");
    for (int i = 0; i < 2001; i++)
        buffer_addf(&lines, "ATTENDEE:mailto:p%d@example.org\r\n", i);
    calendar_file_wrap(&text, "", lines.text);
    struct calendar_source *source =
        calendar_file_open(text.text, text.length, true, &err);
    ck_assert(!calendar_source_read(source, 0, &series, &err));
    ck_assert_ptr_nonnull(strstr(err.message, "more than 2000 people"));
    source_series_clear(&series);
    calendar_source_close(source);
    buffer_clear(&text);
    buffer_clear(&lines);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_loop_test(tests, event__takes_place__as_its_file_says, 0,
                        (int)(sizeof cases / sizeof *cases));
    tcase_add_loop_test(tests,
                        change__moves_an_occurrence__which_keeps_its_place_in_the_rule, 0,
                        (int)(sizeof changes / sizeof *changes));
    tcase_add_test(tests, file__of_rules_that_give_no_day__is_given_up);
    tcase_add_loop_test(tests, file__may_cost_as_much__in_each_pass, 0,
                        (int)(sizeof files / sizeof *files));
    tcase_add_test(tests, event__with_a_crowd__is_refused);
    tcase_add_test(tests, list__is_read_whole__however_long);
    tcase_add_loop_test(tests, event__is_refused_by_its_line__and_the_next_is_read, 0,
                        (int)(sizeof refusals / sizeof *refusals));
}

SUITE_MAIN("source_repeat")
