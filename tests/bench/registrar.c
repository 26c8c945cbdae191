/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registrar.c - a registration through the program */
#include "bench/registrar.h"

#include <stdio.h>
#include <stdlib.h>

#include "atelier/app/register.h"
#include "bench/bench.h"
#include "bench/lot.h"

struct registrar {
    struct atelier *at;
    struct lot lot;
    int64_t meeting; /* 0: any */
};

void *
registrar_open(void *path, size_t index)
{
    struct registrar *registrar = calloc(1, sizeof(*registrar));

    if (registrar == NULL)
        bench_give_up("no memory is left");
    registrar->at = bench_open(path);
    lot_init(&registrar->lot, path, index);
    return registrar;
}

void
registrar_choose(void *registrar, int64_t meeting)
{
    ((struct registrar *)registrar)->meeting = meeting;
}

struct atelier *
registrar_session(void *registrar)
{
    return ((struct registrar *)registrar)->at;
}

bool
registrar_seat(void *worker, char why[static 200])
{
    struct registrar *registrar = worker;
    struct register_outcome outcome = { .already = true };
    struct error err = { 0 };

    while (outcome.already) {
        struct register_request request = { .source = SOURCE_DESK };
        lot_draw(&registrar->lot, &request.meeting, &request.person);
        if (registrar->meeting != 0)
            request.meeting = registrar->meeting;
        if (!register_add(registrar->at, &request, &outcome, &err)) {
            (void)snprintf(why, 200, "%.190s", err.message);
            return false;
        }
    }
    return true;
}

void
registrar_close(void *worker)
{
    struct registrar *registrar = worker;

    atelier_close(registrar->at);
    lot_clear(&registrar->lot);
    free(registrar);
}

const struct crew_work registrar_of_app = { .open = registrar_open,
                                            .deed = registrar_seat };
