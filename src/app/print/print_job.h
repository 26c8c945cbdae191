/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print_job.h - a document that a child makes: to a file, or into a sink */
#ifndef ATELIER_APP_PRINT_JOB_H
#define ATELIER_APP_PRINT_JOB_H

#include "atelier/app/atelier.h"
#include "atelier/app/print_destination.h"
#include "export/export_output.h"

struct spool;

struct print_job {
    print_sink *sink;
    void *context;
    bool to_file;
    struct export_output output; /* to a file, or: */
    struct spool *spool;
    struct child *child; /* until it is asked for */
};

/* The wire is what is printed; false: nothing was begun, and no file is left. */
bool print_job_start(struct print_job *job, struct atelier *at, const struct buffer *wire,
                     const struct print_destination *destination, struct error *err);

/* The caller's from now on. */
struct child *print_job_child(struct print_job *job);

/* Once the child has ended: puts the document in its place if it is to be there, else
 * leaves none.  Then, or instead, see below. */
bool print_job_end(struct print_job *job, bool is_whole, bool *replaced,
                   struct error *err);
void print_job_discard(struct print_job *job);

/* Frees what it holds, after one of these or when it was not begun. */
void print_job_clear(struct print_job *job);

#endif
