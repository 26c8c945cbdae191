/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz.h - a fuzz target: one function that takes any bytes
 *
 * libFuzzer calls it with bytes of its own (./configure CC=clang
 * --enable-fuzzing); replay.c calls it with the files of tests/fuzz/corpus in
 * every "make check".  A broken promise ends the process.
 */
#ifndef ATELIER_TESTS_FUZZ_H
#define ATELIER_TESTS_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size);

/* Called once before, where a target has it. */
int __attribute__((weak)) LLVMFuzzerInitialize(int *argc, char ***argv);

static inline void
fuzz_require(bool holds, const char *promise)
{
    if (holds)
        return;
    (void)fprintf(stderr, "broken promise: %s\n", promise);
    abort();
}

#endif
