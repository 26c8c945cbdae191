/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seat_board.c - who sits in which workshop while seats are given, what still fits, and
 * in which order people stand in line */
#include "assignment/seat_board.h"

#include <stdlib.h>

#include "atelier/base/memory.h"

/* --- sorted */

static int
compare_numbers(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int
compare_people(const void *a, const void *b)
{
    const struct board_person *left = a;
    const struct board_person *right = b;

    return compare_numbers(left->given->id, right->given->id);
}

static int
compare_workshops(const void *a, const void *b)
{
    const struct board_workshop *left = a;
    const struct board_workshop *right = b;

    return compare_numbers(left->given->id, right->given->id);
}

static size_t
find_person(const struct board *board, int64_t id)
{
    const struct assignment_person wanted = { .id = id };
    const struct board_person key = { .given = &wanted };
    const struct board_person *found =
        board->person_count == 0 ? NULL
                                 : bsearch(&key, board->people, board->person_count,
                                           sizeof key, compare_people);

    return found ? (size_t)(found - board->people) : BOARD_NONE;
}

static size_t
find_workshop(const struct board *board, int64_t id)
{
    const struct assignment_workshop wanted = { .id = id };
    const struct board_workshop key = { .given = &wanted };
    const struct board_workshop *found =
        board->workshop_count == 0
            ? NULL
            : bsearch(&key, board->workshops, board->workshop_count, sizeof key,
                      compare_workshops);

    return found ? (size_t)(found - board->workshops) : BOARD_NONE;
}

static void
add_people(struct board *board, const struct assignment_input *input)
{
    board->people = memory_new(input->person_count + 1, sizeof board->people[0]);
    for (size_t i = 0; i < input->person_count; i++)
        board->people[i] = (struct board_person){
            .given = &input->people[i],
            .first_seat = BOARD_NONE,
        };
    board->person_count = input->person_count;
    qsort(board->people, board->person_count, sizeof board->people[0], compare_people);
}

/* --- workshops */

/* Two holds for the same people are each filled by the same ones, which no network says.
 */
static bool
is_held_twice(const struct seat_limit_list *limits, size_t index, struct date today)
{
    const struct seat_limit *limit = &limits->items[index];

    if (limit->kind != SEAT_LIMIT_HOLD)
        return false;
    for (size_t i = 0; i < index; i++) {
        const struct seat_limit *other = &limits->items[i];
        if (other->kind == SEAT_LIMIT_HOLD && seating_holds_on(other, today) &&
            other->scope == limit->scope && other->category == limit->category &&
            other->organisation == limit->organisation)
            return true;
    }
    return false;
}

static bool
is_mixed(const struct seat_limit_list *limits, struct date today)
{
    bool categories = false;
    bool organisations = false;

    for (size_t i = 0; limits && i < limits->count; i++) {
        if (!seating_holds_on(&limits->items[i], today))
            continue;
        const bool is_category = limits->items[i].scope == SEAT_LIMIT_CATEGORY;
        categories = categories || is_category;
        organisations = organisations || !is_category;
        if (is_held_twice(limits, i, today))
            return true;
    }
    return categories && organisations;
}

static void
add_workshops(struct board *board, const struct assignment_input *input)
{
    board->workshops = memory_new(input->workshop_count + 1, sizeof board->workshops[0]);
    for (size_t i = 0; i < input->workshop_count; i++) {
        const struct assignment_workshop *given = &input->workshops[i];
        board->workshops[i] = (struct board_workshop){
            .given = given,
            .seating = { .seats = given->seats,
                         .limits = given->limits,
                         .today = input->today },
            .last = INSTANT_NONE,
            .spreads = given->time_count != 1 || given->times[0].slot == 0,
            .is_mixed = is_mixed(given->limits, input->today),
        };
    }
    board->workshop_count = input->workshop_count;
    qsort(board->workshops, board->workshop_count, sizeof board->workshops[0],
          compare_workshops);
    for (size_t i = 0; i < board->workshop_count; i++) {
        board->workshops[i].seating.categories = &board->workshops[i].categories;
        board->workshops[i].seating.organisations = &board->workshops[i].organisations;
    }
}

static void
count(struct board_workshop *workshop, const struct assignment_person *person,
      int64_t seats)
{
    workshop->seating.taken += seats;
    if (person && person->category)
        seating_count_list_add(&workshop->categories, person->category, seats);
    if (person && person->organisation)
        seating_count_list_add(&workshop->organisations, person->organisation, seats);
}

/* --- lists */

struct sorted_list {
    struct board_list list;
    instant slot_start;
    uint64_t draw;
};

static int
compare_lists(const void *a, const void *b)
{
    const struct sorted_list *left = a;
    const struct sorted_list *right = b;
    int order = compare_numbers(left->slot_start, right->slot_start);

    if (!order)
        order = compare_numbers(left->list.given->slot, right->list.given->slot);
    if (!order)
        order = compare_numbers(left->list.given->wished, right->list.given->wished);
    if (!order)
        order = (left->draw > right->draw) - (left->draw < right->draw);
    return order;
}

static int
compare_slots(const void *a, const void *b)
{
    const struct sorted_list *left = a;
    const struct sorted_list *right = b;

    return compare_numbers(left->list.given->slot, right->list.given->slot);
}

/* When the earliest of the wished workshops begins, of those that are in the slot. */
static instant
earliest(const struct board *board, const struct board_list *list)
{
    instant first = INT64_MAX;

    for (size_t i = 0; i < list->given->count; i++) {
        if (list->workshops[i] == BOARD_NONE)
            continue;
        const struct assignment_workshop *given =
            board->workshops[list->workshops[i]].given;
        for (size_t t = 0; t < given->time_count; t++)
            if ((given->times[t].slot == list->given->slot ||
                 given->times[t].slot == 0) &&
                given->times[t].hours.start < first)
                first = given->times[t].hours.start;
    }
    return first;
}

static void
name_workshops(struct board *board, struct board_list *list)
{
    list->workshops = memory_new(list->given->count + 1, sizeof list->workshops[0]);
    for (size_t i = 0; i < list->given->count; i++) {
        const size_t found = find_workshop(board, list->given->workshops[i]);
        list->workshops[i] = found;
        if (found != BOARD_NONE && board->workshops[found].spreads)
            board->people[list->person].spreads = true;
    }
}

static void
order_slots(struct sorted_list *sorted, size_t count)
{
    qsort(sorted, count, sizeof sorted[0], compare_slots);
    for (size_t i = 0, end; i < count; i = end) {
        instant first = INT64_MAX;
        for (end = i; end < count && compare_slots(&sorted[i], &sorted[end]) == 0; end++)
            if (sorted[end].slot_start < first)
                first = sorted[end].slot_start;
        for (size_t j = i; j < end; j++)
            sorted[j].slot_start = first;
    }
    qsort(sorted, count, sizeof sorted[0], compare_lists);
}

static void
add_lists(struct board *board, const struct assignment_input *input)
{
    struct sorted_list *sorted = memory_new(input->wish_count + 1, sizeof sorted[0]);

    for (size_t i = 0; i < input->wish_count; i++) {
        const size_t person = find_person(board, input->wishes[i].person);
        if (person == BOARD_NONE)
            continue;
        struct sorted_list *one = &sorted[board->list_count++];
        one->list.given = &input->wishes[i];
        one->list.person = person;
        one->draw =
            assignment_draw(input->seed, input->wishes[i].slot, input->wishes[i].person);
        name_workshops(board, &one->list);
        one->slot_start = earliest(board, &one->list);
    }
    order_slots(sorted, board->list_count);
    board->lists = memory_new(board->list_count + 1, sizeof board->lists[0]);
    for (size_t i = 0; i < board->list_count; i++) {
        struct board_list *list = &board->lists[i];
        const bool same = i > 0 && list[-1].given->slot == sorted[i].list.given->slot;
        *list = sorted[i].list;
        list->line = same ? list[-1].line + 1 : 0;
        list->slot = i == 0 ? 0 : list[-1].slot + (same ? 0 : 1);
    }
    free(sorted);
}

static void
add_seat(struct board *board, size_t person, size_t seat, size_t workshop)
{
    board->seats[seat] = (struct board_seat){
        .workshop = workshop,
        .next = board->people[person].first_seat,
    };
    board->people[person].first_seat = seat;
}

static void
add_seats(struct board *board, const struct assignment_input *input)
{
    board->seats =
        memory_new(board->list_count + input->seat_count + 1, sizeof board->seats[0]);
    for (size_t i = 0; i < board->list_count; i++)
        add_seat(board, board->lists[i].person, i, BOARD_NONE);
    for (size_t i = 0; i < input->seat_count; i++) {
        const size_t person = find_person(board, input->seats[i].person);
        const size_t workshop = find_workshop(board, input->seats[i].workshop);
        if (workshop == BOARD_NONE)
            continue;
        count(&board->workshops[workshop],
              person == BOARD_NONE ? NULL : board->people[person].given, 1);
        if (person != BOARD_NONE)
            add_seat(board, person, board->list_count + i, workshop);
    }
}

void
seat_board_init(struct board *board, const struct assignment_input *input)
{
    *board = (struct board){ 0 };
    add_people(board, input);
    add_workshops(board, input);
    add_lists(board, input);
    add_seats(board, input);
}

void
seat_board_clear(struct board *board)
{
    for (size_t i = 0; i < board->list_count; i++)
        free(board->lists[i].workshops);
    for (size_t i = 0; i < board->workshop_count; i++) {
        seating_count_list_clear(&board->workshops[i].categories);
        seating_count_list_clear(&board->workshops[i].organisations);
    }
    free(board->people);
    free(board->workshops);
    free(board->lists);
    free(board->seats);
    seating_verdict_clear(&board->verdict);
    *board = (struct board){ 0 };
}

/* --- what fits */

static bool
has_slot(const struct assignment_workshop *workshop, int64_t slot)
{
    for (size_t i = 0; i < workshop->time_count; i++)
        if (slot != 0 && workshop->times[i].slot == slot)
            return true;
    return false;
}

static bool
is_at_one_time(const struct assignment_workshop *a, const struct assignment_workshop *b)
{
    for (size_t i = 0; i < a->time_count; i++) {
        const struct span hours = a->times[i].hours;
        if (has_slot(b, a->times[i].slot))
            return true;
        for (size_t j = 0; j < b->time_count; j++)
            if (hours.start < b->times[j].hours.end &&
                b->times[j].hours.start < hours.end)
                return true;
    }
    return false;
}

size_t
seat_board_given(const struct board *board, size_t list)
{
    return board->seats[list].workshop;
}

static bool
is_wished(const struct board_list *list, size_t workshop)
{
    for (size_t i = 0; i < list->given->count; i++)
        if (list->workshops[i] == workshop)
            return true;
    return false;
}

size_t
seat_board_settled(const struct board *board, size_t list)
{
    const struct board_list *asked = &board->lists[list];

    for (size_t seat = board->people[asked->person].first_seat; seat != BOARD_NONE;
         seat = board->seats[seat].next) {
        const size_t workshop = board->seats[seat].workshop;
        if (workshop != BOARD_NONE &&
            (has_slot(board->workshops[workshop].given, asked->given->slot) ||
             is_wished(asked, workshop)))
            return workshop;
    }
    return BOARD_NONE;
}

bool
seat_board_is_new(const struct board *board, size_t person, size_t workshop)
{
    for (size_t seat = board->people[person].first_seat; seat != BOARD_NONE;
         seat = board->seats[seat].next)
        if (seat < board->list_count && board->seats[seat].workshop == workshop)
            return true;
    return false;
}

size_t
seat_board_in_the_way(const struct board *board, size_t list, size_t workshop,
                      bool *is_repeat)
{
    const struct assignment_workshop *wanted = board->workshops[workshop].given;
    size_t overlapping = BOARD_NONE;

    for (size_t seat = board->people[board->lists[list].person].first_seat;
         seat != BOARD_NONE; seat = board->seats[seat].next) {
        const size_t had = board->seats[seat].workshop;
        if (had == BOARD_NONE || seat == list)
            continue;
        const struct assignment_workshop *given = board->workshops[had].given;
        if (had == workshop || (wanted->title && wanted->title == given->title)) {
            *is_repeat = true;
            return had;
        }
        if (is_at_one_time(wanted, given))
            overlapping = had;
    }
    *is_repeat = false;
    return overlapping;
}

bool
seat_board_judge(struct board *board, size_t list, size_t workshop)
{
    const struct assignment_person *person =
        board->people[board->lists[list].person].given;
    const struct seating_candidate candidate = { .category = person->category,
                                                 .organisation = person->organisation,
                                                 .wanted = 1 };

    return seating_judge(&board->workshops[workshop].seating, &candidate,
                         &board->verdict);
}

bool
seat_board_fits(struct board *board, size_t list, size_t workshop)
{
    bool is_repeat;

    return seat_board_in_the_way(board, list, workshop, &is_repeat) == BOARD_NONE &&
           seat_board_judge(board, list, workshop);
}

void
seat_board_give(struct board *board, size_t list, size_t rank)
{
    struct board_list *to = &board->lists[list];
    const struct assignment_person *person = board->people[to->person].given;
    struct board_seat *seat = &board->seats[list];

    if (seat->workshop != BOARD_NONE)
        count(&board->workshops[seat->workshop], person, -1);
    seat->workshop = rank == 0 ? BOARD_NONE : to->workshops[rank - 1];
    if (seat->workshop != BOARD_NONE)
        count(&board->workshops[seat->workshop], person, 1);
    to->rank = rank;
}
