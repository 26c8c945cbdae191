/* SPDX-License-Identifier: GPL-3.0-or-later */
/* monkey_test.c - random keys, sizes, pastes and clicks, on a database that a colleague
 * changes meanwhile
 *
 * MONKEY_KEYS says how many, MONKEY_SEED repeats the dice of a run.  Built with
 * --enable-sanitizers it also finds bad memory and leaks.
 */
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "support/program.h"
#include "support/suite.h"

enum {
    KEYS_IN_SHORT = 3000,
    KEYS_OF_A_LIFE = 3000, /* then the program is left and started anew */
    /* Until all that was typed is read, in ms of the program's own processor time, and by
     * the clock: longer than it waits for a colleague who writes, on a busy machine. */
    PATIENCE_BUSY = 20000,
    PATIENCE_CLOCK = 180000,
    KEYS_A_SECOND = 20 /* at the very least, for the limit of the test */
};

struct monkey {
    struct term *term;
    uint64_t dice;
    int rows;
    int columns;
    unsigned lives;
    char last[512]; /* the last bytes, for the message of a failure */
};

static unsigned
number_of(const char *name, unsigned usual)
{
    const char *text = getenv(name);

    return text && *text ? (unsigned)strtoul(text, NULL, 10) : usual;
}

static unsigned
throw_dice(struct monkey *m, unsigned sides)
{
    m->dice = m->dice * 6364136223846793005U + 1442695040888963407U;
    return (unsigned)(m->dice >> 33) % sides;
}

/* --- what the sanitizers wrote */

static void
expect_no_report(void)
{
    DIR *folder = opendir(program_path(""));

    for (struct dirent *entry; folder && (entry = readdir(folder)) != NULL;) {
        char text[3000] = "";

        if (strncmp(entry->d_name, "report.", 7) != 0)
            continue;
        FILE *file = fopen(program_path(entry->d_name), "r");
        if (file) {
            (void)!fread(text, 1, sizeof(text) - 1, file);
            (void)fclose(file);
        }
        ck_abort_msg("a sanitizer reports:\n%s", text);
    }
    if (folder)
        (void)closedir(folder);
}

/* --- the program's life */

static void
begin_life(struct monkey *m)
{
    static char asan[600], ubsan[600], paper[32];
    const char *env[] = { asan, ubsan, paper, NULL };

    /* Under strace or gdb, which keep it from looking for leaks: detect_leaks=0. */
    const char *own = getenv("ASAN_OPTIONS");

    (void)snprintf(asan, sizeof(asan), "ASAN_OPTIONS=exitcode=99:log_path=%s:%s",
                   program_path("report"), own ? own : "");
    (void)snprintf(ubsan, sizeof(ubsan),
                   "UBSAN_OPTIONS=exitcode=98:print_stacktrace=1:log_path=%s",
                   program_path("report"));
    (void)snprintf(paper, sizeof(paper), "LANGUAGE=%s", m->lives % 2 ? "fr" : "en");
    m->term = program_start(env);
    m->rows = 24;
    m->columns = 80;
    m->lives++;
    if (!term_wait(m->term, "F10 menu", PATIENCE_CLOCK))
        ck_abort_msg("it did not start:\n%s", term_screen(m->term));
}

static bool
has_gone(const struct monkey *m)
{
    siginfo_t info = { 0 };

    return waitid(P_PID, (id_t)term_pid(m->term), &info, WEXITED | WNOHANG | WNOWAIT) ==
               0 &&
           info.si_pid != 0;
}

static void
bury(struct monkey *m)
{
    const int status = term_end(m->term);
    const char *left = term_unrestored(m->term);

    expect_no_report();
    ck_assert_msg(status == 0, "it ended with %d after %s\n%s", status, m->last,
                  term_screen(m->term));
    ck_assert_msg(left == NULL, "the terminal still has %s after %s\n%s", left, m->last,
                  term_screen(m->term));
    term_free(m->term);
    m->term = NULL;
}

/* Ctrl-Z has stopped it: the shell's fg. */
static void
go_on(const struct monkey *m)
{
    siginfo_t info = { 0 };

    if (waitid(P_PID, (id_t)term_pid(m->term), &info, WSTOPPED | WNOHANG) == 0 &&
        info.si_pid != 0)
        (void)kill(term_pid(m->term), SIGCONT);
}

/* Bytes that were typed and not read yet; 0 when the program has gone. */
static int
unread(const struct monkey *m)
{
    char path[64];
    int count = 0;

    (void)snprintf(path, sizeof(path), "/proc/%d/fd/0", (int)term_pid(m->term));
    int fd = open(path, O_RDONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return 0;
    if (ioctl(fd, FIONREAD, &count) != 0)
        count = 0;
    (void)close(fd);
    return count;
}

static long
milliseconds(clockid_t clock)
{
    struct timespec at = { 0 };

    (void)clock_gettime(clock, &at);
    return at.tv_sec * 1000 + at.tv_nsec / 1000000;
}

/* The program's own time; 0 when it has gone. */
static long
busy(const struct monkey *m)
{
    clockid_t clock;

    return clock_getcpuclockid(term_pid(m->term), &clock) == 0 ? milliseconds(clock) : 0;
}

struct patience {
    long busy_end, clock_end;
};

static struct patience
begin_patience(const struct monkey *m)
{
    return (struct patience){ .busy_end = busy(m) + PATIENCE_BUSY,
                              .clock_end =
                                  milliseconds(CLOCK_MONOTONIC) + PATIENCE_CLOCK };
}

static bool
is_at_an_end(const struct patience *patience, const struct monkey *m)
{
    return busy(m) > patience->busy_end ||
           milliseconds(CLOCK_MONOTONIC) > patience->clock_end;
}

static void
wait_until_read(struct monkey *m)
{
    const struct patience patience = begin_patience(m);

    while (!has_gone(m) && unread(m) > 0) {
        go_on(m);
        (void)term_wait(m->term, "\001", 2);
        if (is_at_an_end(&patience, m)) {
            expect_no_report();
            ck_abort_msg("it reads no keys any more after %s; the screen:\n%s", m->last,
                         term_screen(m->term));
        }
    }
}

/* --- what monkeys do */

/* A slash begins the name of a file anywhere in the system where one is asked for. */
static bool
asks_for_a_file(struct monkey *m)
{
    const char *screen = term_screen(m->term);

    return strstr(screen, "~") || strstr(screen, "ile") || strstr(screen, "ichier") ||
           strstr(screen, "older") || strstr(screen, "ossier");
}

static size_t
add_key(struct monkey *m, char *bytes, size_t size)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789 ?:+-.@ABCDMX";
    static const char *const keys[] = {
        "\r",       "\r",       "\r",       "\t",      "\t",     "\033[Z",
        "\033OA",   "\033OB",   "\033OB",   "\033OC",  "\033OD", "\033OH",
        "\033OF",   "\033[5~",  "\033[6~",  "\033[2~", "\177",   "\033[3~",
        "\033OP",   "\033[21~", "\033[15~", "\033",    "\033",   "\033",
        "\033[21~", "\033[24~", "é",        "東",      "😀",      "e\xcc\x81",
    };

    unsigned kind = throw_dice(m, 100);
    if (kind < 45) {
        bytes[0] = letters[throw_dice(m, sizeof(letters) - 1)];
        bytes[1] = '\0';
        return 1;
    }
    if (kind < 85)
        return (size_t)snprintf(
            bytes, size, "%s",
            keys[throw_dice(m, (unsigned)(sizeof(keys) / sizeof(keys[0])))]);
    if (kind < 92)
        return (size_t)snprintf(bytes, size, "%c", (char)(1 + throw_dice(m, 26)));
    if (kind < 95)
        return (size_t)snprintf(bytes, size, "\033%c", (char)('a' + throw_dice(m, 26)));
    return (size_t)snprintf(
        bytes, size, "\033[<%u;%u;%u%c", throw_dice(m, 3) ? 0 : 64 + throw_dice(m, 2),
        1 + throw_dice(m, (unsigned)m->columns), 1 + throw_dice(m, (unsigned)m->rows),
        throw_dice(m, 4) ? 'M' : 'm');
}

static size_t
add_paste(struct monkey *m, char *bytes, size_t size)
{
    static const char *const pieces[] = { "Müller;Anna;anna@example.org\n",
                                          "16/3 14h",
                                          "\t",
                                          "東京",
                                          "\033[31m",
                                          "a\xff\xfe",
                                          "\r\n",
                                          "2027-03-16 09:30",
                                          "e\xcc\x81\xcc\x81\xcc\x81",
                                          "\xe2\x80\xae" };
    size_t length = (size_t)snprintf(bytes, size, "\033[200~");
    unsigned count = throw_dice(m, 30);

    for (unsigned i = 0; i < count; i++)
        length +=
            (size_t)snprintf(bytes + length, size - length, "%s",
                             pieces[throw_dice(m, sizeof(pieces) / sizeof(pieces[0]))]);
    return length + (size_t)snprintf(bytes + length, size - length, "\033[201~");
}

static void
resize(struct monkey *m)
{
    bool usual = throw_dice(m, 2);

    m->rows = usual ? 24 : 1 + (int)throw_dice(m, 60);
    /* libvterm cannot put a wide character into one column. */
    m->columns = usual ? 80 : 2 + (int)throw_dice(m, 200);
    term_resize(m->term, m->rows, m->columns);
}

static void
remember(struct monkey *m, const char *bytes, size_t length)
{
    size_t at = strlen(m->last);

    if (at + length * 4 + 1 > sizeof(m->last))
        at = 0;
    m->last[at] = '\0';
    for (size_t i = 0; i < length && at + 5 < sizeof(m->last); i++)
        at += (size_t)snprintf(m->last + at, sizeof(m->last) - at,
                               bytes[i] >= ' ' && bytes[i] < 127 ? "%c" : "\\x%02x",
                               (unsigned char)bytes[i]);
}

/* One thing after another, as fast as they are read; how many keys. */
static unsigned
play_burst(struct monkey *m)
{
    char bytes[2048];
    size_t length = 0;
    unsigned keys = 1 + throw_dice(m, throw_dice(m, 4) ? 3 : 30);

    switch (throw_dice(m, 40)) {
    case 0:
        resize(m);
        return 1;
    case 1:
        length = add_paste(m, bytes, sizeof(bytes));
        break;
    case 2:
        if (!asks_for_a_file(m))
            length = (size_t)snprintf(bytes, sizeof(bytes), "/");
        break;
    default:
        for (unsigned i = 0; i < keys; i++)
            length += add_key(m, bytes + length, sizeof(bytes) - length);
        break;
    }
    remember(m, bytes, length);
    term_send(m->term, bytes, length);
    wait_until_read(m);
    return keys;
}

/* As many Esc as it takes to be asked nothing, and Ctrl-Q. */
static void
leave(struct monkey *m)
{
    const struct patience patience = begin_patience(m);

    term_resize(m->term, 24, 80);
    while (!has_gone(m) && !is_at_an_end(&patience, m)) {
        for (int i = 0; i < 3 && !has_gone(m); i++) {
            term_send(m->term, "\033", 1);
            wait_until_read(m);
            (void)term_wait(m->term, "\001", 40);
        }
        if (!has_gone(m))
            term_send(m->term, "\021", 1);
        (void)term_wait(m->term, "\001", 100);
    }
    bury(m);
}

/* --- the colleague */

static pid_t
let_colleague_work(void)
{
    pid_t colleague = fork();

    if (colleague != 0)
        return colleague;
    (void)setpgid(0, 0);
    const char *const script =
        "i=0; while kill -0 \"$1\" 2>/dev/null; do i=$((i+1)); at=$((i % 12 + 1));"
        "a() { \"$ATELIER_BIN\" \"$@\" >/dev/null 2>&1; };"
        "a person add --family Colleague$i --given Of;"
        "a registration add $at Colleague$i;"
        "a meeting set $at --seats $((i % 9 + 3));"
        "a registration withdraw $at $((i % 40 + 1));"
        "a meeting postpone $at; a meeting confirm $at;"
        "a person remove $((i * 7 % 200 + 1));"
        "a group set $((i % 6 + 1)) --name \"Group $i\";"
        "a undo; sleep 0.2; done";
    (void)setenv("ATELIER_DATABASE", program_path("atelier.db"), 1);
    (void)setenv("ATELIER_NOW", "2027-03-01T09:00:00Z", 1);
    char test[16];
    (void)snprintf(test, sizeof(test), "%d", (int)getppid());
    (void)execl("/bin/sh", "sh", "-c", script, "colleague", test, (char *)NULL);
    _exit(127);
}

START_TEST(monkeys__break_nothing)
{
    unsigned seed = number_of("MONKEY_SEED", 1 + (unsigned)time(NULL) % 1000000);
    unsigned wanted = number_of("MONKEY_KEYS", KEYS_IN_SHORT);
    struct monkey m = { .dice = seed };
    unsigned keys = 0;

    printf("# MONKEY_SEED=%u MONKEY_KEYS=%u\n", seed, wanted);
    (void)fflush(stdout);
    program_open_folder();
    /* Files that monkeys write without a folder's name stay in the test's own. */
    ck_assert_int_eq(chdir(program_path("")), 0);
    pid_t colleague = let_colleague_work();

    while (keys < wanted) {
        unsigned life = 0;
        begin_life(&m);
        while (life < KEYS_OF_A_LIFE && keys + life < wanted && !has_gone(&m))
            life += play_burst(&m);
        keys += life;
        if (has_gone(&m))
            bury(&m);
        else
            leave(&m);
    }
    (void)kill(-colleague, SIGTERM);
    (void)waitpid(colleague, NULL, 0);

    char *report = program_output("check|--thorough");
    free(report);
    printf("# %u keys in %u lives\n", keys, m.lives);
    (void)fflush(stdout);
    expect_no_report();
    ck_assert_int_eq(chdir("/"), 0);
    program_remove_folder();
}
END_TEST

static void
add_tests(TCase *tests)
{
    program_prepare();
    tcase_set_timeout(tests,
                      60 + number_of("MONKEY_KEYS", KEYS_IN_SHORT) / KEYS_A_SECOND);
    tcase_add_test(tests, monkeys__break_nothing);
}

SUITE_MAIN("monkey")
