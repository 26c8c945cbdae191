/* SPDX-License-Identifier: GPL-3.0-or-later */
/* assigner.c - assigns the wishes of a file: a process beside GLPK's glpsol
 *
 * Usage: assigner FILE.  Prints how many are seated, then how many got each rank.
 */
#include <stdio.h>
#include <stdlib.h>

#include "bench/wish_file.h"

int
main(int argc, char **argv)
{
    struct congress *congress = congress_new();
    struct assignment result;
    FILE *file = argc == 2 ? fopen(argv[1], "r") : NULL;

    if (!file || !wish_file_read(congress, file)) {
        (void)fputs("assigner: no file of wishes\n", stderr);
        return EXIT_FAILURE;
    }
    (void)fclose(file);
    assignment_make(&congress->input, &result);
    const struct assignment_slot *slot = &result.slots[0];
    printf("%zu", slot->seated);
    for (size_t i = 0; i < slot->rank_count; i++)
        printf(" %zu", slot->ranks[i]);
    printf("\n");
    assignment_clear(&result);
    free(congress);
    return EXIT_SUCCESS;
}
