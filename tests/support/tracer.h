/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tracer.h - counts what a program does from one wait to the next, under ptrace(2)
 *
 * Counted, not sampled, so that the figures are the same whatever else the machine does.
 */
#ifndef ATELIER_TESTS_TRACER_H
#define ATELIER_TESTS_TRACER_H

#include <stdbool.h>
#include <sys/types.h>

/* Stops a program that waits; false when this is not allowed here. */
bool tracer_catch(pid_t pid);
/* Lets it read what has come, and go on until it waits with ppoll(2): its system calls
 * from the read(2) to the wait, both counted; -1 when the kernel does not tell. */
long tracer_calls(pid_t pid);
/* The same in instructions; -1 on machines that this was not written for. */
long tracer_instructions(pid_t pid);
/* Lets it go on to that call, the first is 1, of those that make, name, give away or
 * write through a file, and kills it before the call is done.  False when it ended
 * before. */
bool tracer_kill_at(pid_t pid, unsigned call);
void tracer_release(pid_t pid);

#endif
