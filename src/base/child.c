/* SPDX-License-Identifier: GPL-3.0-or-later */
/* child.c - a program of ours that works beside us: it prints or sends, the screen goes
 * on */
#include "atelier/base/child.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"

enum {
    SENTENCE_MOST = 500, /* bytes of what it says when it fails */
    LINE_MOST = 256,     /* bytes of a line of progress, or of a note */
    NOTES_MOST = 16384,  /* bytes of all notes */
    GRACE = 1000,        /* milliseconds between asking it to end and killing it */
    ASKED_EVERY = 100,   /* milliseconds between two questions of child_run() */
    END_ASKED_EVERY = 5, /* the same once nothing tells of its end */
    NOT_STARTED = 127,   /* the status of a child whose program is missing */
    DESCRIPTOR_DOCUMENT = 3,
    DESCRIPTOR_FIRST_SPARE = 4
};

struct child {
    pid_t pid;
    char *input;
    size_t input_length, written;
    int to, from, complaint; /* -1 once closed */
    int end;                 /* readable when it ended, or -1 */
    char line[LINE_MOST];    /* of progress, or a note, begun */
    size_t line_length;
    int64_t done, total;
    struct buffer sentence;
    struct buffer notes;
    const char *if_silent;
    struct buffer *answer;
    bool ended, stopped;
    int status; /* as waitpid() gave it */
    int64_t kill_at;
};

static int64_t
milliseconds(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void
shut(int *fd)
{
    if (*fd >= 0)
        (void)close(*fd);
    *fd = -1;
}

/* --- starting it */

struct pipes {
    int input[2], output[2], complaint[2];
};

static void
close_pipes(struct pipes *pipes)
{
    int *all[] = { pipes->input, pipes->output, pipes->complaint };

    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        shut(&all[i][0]);
        shut(&all[i][1]);
    }
}

/* None is 0 to 3, so that none is in the way of another when the child arranges them. */
static bool
make_pipe(int ends[2])
{
    if (pipe2(ends, O_CLOEXEC) != 0)
        return false;
    for (int i = 0; i < 2; i++) {
        if (ends[i] >= DESCRIPTOR_FIRST_SPARE)
            continue;
        int higher = fcntl(ends[i], F_DUPFD_CLOEXEC, DESCRIPTOR_FIRST_SPARE);
        if (higher < 0)
            return false;
        (void)close(ends[i]);
        ends[i] = higher;
    }
    return true;
}

static bool
make_pipes(struct pipes *pipes)
{
    *pipes = (struct pipes){ { -1, -1 }, { -1, -1 }, { -1, -1 } };
    return make_pipe(pipes->input) && make_pipe(pipes->output) &&
           make_pipe(pipes->complaint);
}

/* In the child, between fork and exec: only what is safe there. */
static _Noreturn void
become(const struct child_request *request, const struct pipes *pipes, pid_t parent)
{
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) /* it ended before it could be asked for */
        _exit(NOT_STARTED);
    /* Our handlers are not for the child, nor what came before it was another program. */
    for (int number = 1; number < NSIG; number++)
        if (number != SIGTSTP || signal(number, SIG_IGN) != SIG_IGN)
            (void)signal(number, SIG_DFL); /* what stops nothing here stops no child */
    (void)signal(SIGINT, SIG_IGN); /* Ctrl-C is for us; we pass on what it means */
    sigset_t none;
    (void)sigemptyset(&none);
    (void)sigprocmask(SIG_SETMASK, &none, NULL);
    if (dup2(pipes->input[0], STDIN_FILENO) < 0 ||
        dup2(pipes->output[1], STDOUT_FILENO) < 0 ||
        dup2(pipes->complaint[1], STDERR_FILENO) < 0)
        _exit(NOT_STARTED);
    if (request->document == DESCRIPTOR_DOCUMENT)
        (void)fcntl(DESCRIPTOR_DOCUMENT, F_SETFD, 0);
    else if (request->document >= 0)
        (void)dup2(request->document, DESCRIPTOR_DOCUMENT);
    else
        (void)close(DESCRIPTOR_DOCUMENT);
    (void)close_range(DESCRIPTOR_FIRST_SPARE, ~0U, 0);
    execv(request->arguments[0], (char *const *)(void *)(uintptr_t)request->arguments);
    _exit(NOT_STARTED);
}

/* No signal reaches the child before it has let go of our handlers. */
static pid_t
fork_quietly(void)
{
    sigset_t all;
    (void)sigfillset(&all);
    sigset_t before;
    (void)sigprocmask(SIG_SETMASK, &all, &before);
    pid_t pid = fork();
    if (pid != 0)
        (void)sigprocmask(SIG_SETMASK, &before, NULL);
    return pid;
}

static bool
fail_to_start(const struct child_request *request, struct error *err)
{
    return error_set(err, ERROR_SYSTEM, _("%s cannot be started: %s."),
                     request->arguments[0], error_system_text(errno));
}

struct child *
child_start(const struct child_request *request, struct error *err)
{
    pid_t parent = getpid();

    /* What is missing is said with its reason, which a status of the child cannot tell.
     */
    if (access(request->arguments[0], X_OK) != 0) {
        fail_to_start(request, err);
        return NULL;
    }
    struct pipes pipes;
    pid_t pid = make_pipes(&pipes) ? fork_quietly() : -1;
    if (pid == 0)
        become(request, &pipes, parent);
    if (pid < 0) {
        fail_to_start(request, err);
        close_pipes(&pipes);
        return NULL;
    }
    struct child *child = memory_new(1, sizeof(*child));
    *child = (struct child){
        .pid = pid,
        .input = memory_copy_part(request->input ? request->input : "",
                                  request->input ? request->input_length : 0),
        .input_length = request->input ? request->input_length : 0,
        .if_silent = request->if_silent,
        .answer = request->answer,
        .to = pipes.input[1],
        .from = pipes.output[0],
        .complaint = pipes.complaint[0],
        .end = pidfd_open(pid, 0),
    };
    pipes.input[1] = pipes.output[0] = pipes.complaint[0] = -1;
    close_pipes(&pipes);
    (void)fcntl(child->to, F_SETFL, O_NONBLOCK);
    (void)fcntl(child->from, F_SETFL, O_NONBLOCK);
    (void)fcntl(child->complaint, F_SETFL, O_NONBLOCK);
    return child;
}

/* --- what is said each way */

static void
feed(struct child *child)
{
    while (child->to >= 0 && child->written < child->input_length) {
        ssize_t wrote = write(child->to, child->input + child->written,
                              child->input_length - child->written);
        if (wrote > 0)
            child->written += (size_t)wrote;
        else if (wrote < 0 && errno == EINTR)
            continue;
        else if (wrote < 0 && errno == EAGAIN)
            return;
        else /* it does not want to know more: its status says why */
            break;
    }
    shut(&child->to);
}

static void
take_note(struct child *child)
{
    if (child->notes.length + child->line_length + 1 > NOTES_MOST)
        return;
    buffer_add(&child->notes, child->line);
    buffer_add_char(&child->notes, '\n');
}

/* "DONE TOTAL", whole numbers, or a note, which begins with "! "; anything else is passed
 * over. */
static void
take_line(struct child *child)
{
    child->line[child->line_length] = '\0';
    if (child->line[0] == '!' && child->line[1] == ' ')
        take_note(child);
    errno = 0;
    char *rest;
    long long done = strtoll(child->line, &rest, 10);
    if (rest != child->line && *rest == ' ') {
        char *end;
        long long total = strtoll(rest, &end, 10);
        if (errno == 0 && end != rest && *end == '\0' && done >= 0 && total >= done) {
            child->done = done;
            child->total = total;
        }
    }
    child->line_length = 0;
}

static void
take_answer(struct child *child, const char *bytes, size_t length)
{
    const size_t got = child->answer->length;
    const size_t room = got < CHILD_ANSWER_MOST ? CHILD_ANSWER_MOST - got : 0;

    buffer_add_part(child->answer, bytes, length < room ? length : room);
}

static void
take_output(struct child *child, const char *bytes, size_t length)
{
    if (child->answer) {
        take_answer(child, bytes, length);
        return;
    }
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] == '\n')
            take_line(child);
        else if (child->line_length + 1 < sizeof(child->line))
            child->line[child->line_length++] = bytes[i];
    }
}

static void
take_sentence(struct child *child, const char *bytes, size_t length)
{
    size_t room = SENTENCE_MOST - child->sentence.length;

    buffer_add_part(&child->sentence, bytes, length < room ? length : room);
}

static void
drain(struct child *child, int *fd,
      void (*take)(struct child *child, const char *bytes, size_t length))
{
    char bytes[4096];

    while (*fd >= 0) {
        ssize_t got = read(*fd, bytes, sizeof(bytes));
        if (got > 0)
            take(child, bytes, (size_t)got);
        else if (got < 0 && errno == EINTR)
            continue;
        else if (got < 0 && errno == EAGAIN)
            return;
        else
            shut(fd);
    }
}

size_t
child_poll(const struct child *child, struct pollfd polled[CHILD_DESCRIPTORS])
{
    size_t count = 0;

    if (child->to >= 0)
        polled[count++] = (struct pollfd){ .fd = child->to, .events = POLLOUT };
    if (child->from >= 0)
        polled[count++] = (struct pollfd){ .fd = child->from, .events = POLLIN };
    if (child->complaint >= 0)
        polled[count++] = (struct pollfd){ .fd = child->complaint, .events = POLLIN };
    if (child->end >= 0)
        polled[count++] = (struct pollfd){ .fd = child->end, .events = POLLIN };
    return count;
}

bool
child_step(struct child *child)
{
    if (child->ended)
        return false;
    feed(child);
    drain(child, &child->from, take_output);
    drain(child, &child->complaint, take_sentence);
    if (child->stopped && milliseconds() >= child->kill_at)
        (void)kill(child->pid, SIGKILL);
    if (waitpid(child->pid, &child->status, WNOHANG) != child->pid)
        return true;
    child->ended = true;
    /* What it said last stands in the pipes still. */
    drain(child, &child->from, take_output);
    drain(child, &child->complaint, take_sentence);
    shut(&child->to);
    shut(&child->end);
    return false;
}

/* --- how it went */

void
child_progress(const struct child *child, int64_t *done, int64_t *total)
{
    *done = child->done;
    *total = child->total;
}

const char *
child_notes(const struct child *child)
{
    return buffer_text(&child->notes);
}

bool
child_succeeded(const struct child *child, struct error *err)
{
    if (child->stopped)
        return error_set(err, ERROR_CANCELLED,
                         _("It was stopped; nothing is left of it."));
    if (child->ended && WIFEXITED(child->status) && WEXITSTATUS(child->status) == 0)
        return true;

    char *sentence =
        text_tidy_bytes(buffer_text(&child->sentence), child->sentence.length);
    if (*sentence)
        error_set(err, ERROR_SYSTEM, "%s", sentence);
    else
        error_set(err, ERROR_SYSTEM, "%s",
                  child->if_silent ? child->if_silent
                                   : _("The work ended too early.  Try again."));
    free(sentence);
    return false;
}

void
child_stop(struct child *child)
{
    if (child->ended || child->stopped)
        return;
    child->stopped = true;
    child->kill_at = milliseconds() + GRACE;
    (void)kill(child->pid, SIGTERM);
}

void
child_free(struct child *child)
{
    if (!child)
        return;
    if (!child->ended) {
        (void)kill(child->pid, SIGKILL);
        while (waitpid(child->pid, &child->status, 0) < 0 && errno == EINTR)
            ;
    }
    shut(&child->to);
    shut(&child->from);
    shut(&child->complaint);
    shut(&child->end);
    buffer_clear(&child->sentence);
    buffer_clear(&child->notes);
    free(child->input);
    free(child);
}

bool
child_wait(struct child *child, work_progress *progress, void *context, struct error *err)
{
    while (child_step(child)) {
        struct pollfd polled[CHILD_DESCRIPTORS];
        size_t count = child_poll(child, polled);
        int64_t done;
        int64_t total;
        child_progress(child, &done, &total);
        if (progress && progress(context, done, total))
            child_stop(child);
        (void)poll(polled, count, count > 0 ? ASKED_EVERY : END_ASKED_EVERY);
    }
    return child_succeeded(child, err);
}

bool
child_run(const struct child_request *request, work_progress *progress, void *context,
          struct error *err)
{
    struct child *child = child_start(request, err);
    const bool ok = child && child_wait(child, progress, context, err);

    child_free(child);
    return ok;
}
