/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wish_file.c - the wishes of one slot as a file, for a process that assigns them
 *
 * Numbers: workshops, then of each its id, seats, category and most of it (0 0: no
 * limit); lists, then of each the person, category, time, and the wishes up to 0.
 */
#include "bench/wish_file.h"

#include <inttypes.h>

void
wish_file_write(const struct congress *congress, FILE *file)
{
    const struct assignment_input *input = &congress->input;

    (void)fprintf(file, "%zu\n", input->workshop_count);
    for (size_t i = 0; i < input->workshop_count; i++) {
        const bool is_limited = congress->limits[i].count > 0;
        const struct seat_limit *limit = &congress->limit_items[i][0];
        (void)fprintf(file, "%" PRId64 " %" PRId64 " %" PRId64 " %" PRId64 "\n",
                      congress->workshops[i].id, congress->workshops[i].seats,
                      is_limited ? limit->category : 0, is_limited ? limit->people : 0);
    }
    (void)fprintf(file, "%zu\n", input->wish_count);
    for (size_t i = 0; i < input->wish_count; i++) {
        const struct assignment_wish *list = &congress->wishes[i];
        (void)fprintf(file, "%" PRId64 " %" PRId64 " %" PRId64, list->person,
                      congress->people[i].category, list->wished);
        for (size_t j = 0; j < list->count; j++)
            (void)fprintf(file, " %" PRId64, list->workshops[j]);
        (void)fprintf(file, " 0\n");
    }
}

static bool
read_number(FILE *file, int64_t *number)
{
    return fscanf(file, "%" SCNd64, number) == 1;
}

static bool
read_workshop(struct congress *congress, FILE *file)
{
    int64_t id;
    int64_t seats;
    int64_t category;
    int64_t most;

    if (!read_number(file, &id) || !read_number(file, &seats) ||
        !read_number(file, &category) || !read_number(file, &most))
        return false;
    congress_add_workshop(congress, id, 1, seats);
    if (category != 0)
        congress_add_limit(congress, SEAT_LIMIT_MOST, SEAT_LIMIT_CATEGORY, category,
                           most);
    return true;
}

static bool
read_list(struct congress *congress, FILE *file)
{
    int64_t id;
    int64_t category;
    int64_t wished;
    int64_t choice = 0;

    if (!read_number(file, &id) || !read_number(file, &category) ||
        !read_number(file, &wished))
        return false;
    congress_add_person(congress, id, category, 0);
    congress_add_wishes(congress, id, 1, wished, 0);
    while (read_number(file, &choice) && choice != 0)
        congress_add_choice(congress, choice);
    return true;
}

bool
wish_file_read(struct congress *congress, FILE *file)
{
    int64_t count = 0;
    bool ok = read_number(file, &count);

    for (int64_t i = 0; ok && i < count; i++)
        ok = read_workshop(congress, file);
    ok = ok && read_number(file, &count);
    for (int64_t i = 0; ok && i < count; i++)
        ok = read_list(congress, file);
    return ok;
}
