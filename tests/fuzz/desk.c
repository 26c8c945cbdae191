/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk.c - a small office on a file that is thrown away, and commands given to it */
#include "desk.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <jansson.h>

#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/cli/cli.h"
#include "fuzz.h"

enum { WORDS_MOST = 64, FILES_OPEN = 16 };

static const char people[] = "people.csv";

/* 2027-03-01T09:00:00Z */
static const instant desk_now = 1803891600;

static struct {
    char folder[512];
    pid_t owner; /* who removes it */
    char *office;
    size_t size;
} desk;

static const char staffing[] = "init\n\n"
                               "settings\nset\n--zone\nEurope/Paris\n--domain\n"
                               "example.org\n\n"
                               "staff\nadd\n--login\ndesk\n--role\ndesk\n\n"
                               "category\nadd\n--name\nCity\n\n"
                               "venue\nadd\n--name\nTown hall\n\n"
                               "room\nadd\n--venue\n1\n--name\nBlue\n--seats\n20\n\n"
                               "group\nadd\nNUM\n--name\nDigital\n--seats\n3\n\n";

static const char registering[] =
    "person\nadd\n--family\nMüller\n--given\nAnna\n--email\nanna@example.org\n"
    "--organisation\nVille\n--category\nCity\n\n"
    "person\nadd\n--family\nO’Brien\n--given\nBo\n\n"
    "person\nadd\n--family\nŁódź\n--given\nCy\n\n"
    "person\nadd\n--family\nDupont\n--given\nDi\n\n"
    "group\njoin\nNUM\n1\n--role\nchair\n\n"
    "meeting\nadd\n--group\nNUM\n--title\nJobs\n--start\n2027-03-16 09:30\n--end\n"
    "12:30\n--room\n1\n\n"
    "meeting\nadd\n--group\nNUM\n--title\nTowns\n--start\n2027-03-01 09:30\n--end\n"
    "12:30\n\n"
    "meeting\nconfirm\n1\n\n"
    "meeting\nconvene\n1\n\n"
    "registration\nadd\n1\n1\n2\n3\n\n"
    "registration\nwithdraw\n1\n2\n\n"
    "meeting\nconfirm\n2\n\n"
    "registration\nadd\n2\n1\n2\n\n"
    "attendance\nmark\n2\n1\n\n"
    "undo\n\n";

static const char spreadsheet[] = "Nom;Prénom;Courriel;Organisme\r\n"
                                  "Müller;Anna;anna@example.org;Ville\r\n"
                                  "Novák;Jan;jan@example.org;Praha\r\n";

/* --- files */

static void
write_file(const char *name, const void *bytes, size_t size)
{
    const int file = open(name, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);

    fuzz_require(file >= 0 && write(file, bytes, size) == (ssize_t)size &&
                     close(file) == 0,
                 "a file is written");
}

static void
read_office(void)
{
    struct stat status;
    const int file = open(DESK_DATABASE, O_RDONLY | O_CLOEXEC);

    fuzz_require(file >= 0 && fstat(file, &status) == 0, "the office is there");
    desk.size = (size_t)status.st_size;
    desk.office = memory_new(desk.size, 1);
    fuzz_require(read(file, desk.office, desk.size) == (ssize_t)desk.size,
                 "the office is read");
    (void)close(file);
}

/* All but the folder itself. */
static int
remove_entry(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status;
    if (place->level > 0)
        (void)(kind == FTW_DP ? rmdir(path) : unlink(path));
    return 0;
}

static void
empty_folder(void)
{
    (void)nftw(desk.folder, remove_entry, FILES_OPEN, FTW_DEPTH | FTW_PHYS);
}

static void
remove_folder(void)
{
    if (getpid() != desk.owner)
        return;
    empty_folder();
    (void)rmdir(desk.folder);
    free(desk.office);
    desk.office = NULL;
}

/* --- commands */

void
desk_run(int count, char **words, struct desk_answer *answer)
{
    struct cli_options options = { 0 };
    FILE *output = stdout;
    FILE *messages = stderr;
    size_t messages_length;

    options.atelier.identity = DESK_IDENTITY;
    options.atelier.now = desk_now;
    stdout = open_memstream(&answer->output, &answer->length);
    stderr = open_memstream(&answer->messages, &messages_length);
    fuzz_require(stdout != NULL && stderr != NULL, "there is memory");
    if (cli_run(count, words, &options, &answer->status) != CLI_DONE)
        answer->status = -1;
    (void)fclose(stdout);
    (void)fclose(stderr);
    stdout = output;
    stderr = messages;
    answer->json = options.json;
}

static bool
is_shown_safely(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (((unsigned char)text[i] < ' ' && strchr("\n\r\t", text[i]) == NULL) ||
            text[i] == '\0' || text[i] == 0x7f)
            return false;
    return text_is_valid(text, length);
}

static void
require_json(const struct desk_answer *answer)
{
    json_error_t why;

    /* Help and calendars are texts. */
    if (!answer->json || answer->length == 0 || strchr("{[", answer->output[0]) == NULL)
        return;
    json_t *value =
        json_loadb(answer->output, answer->length, JSON_REJECT_DUPLICATES, &why);
    fuzz_require(value != NULL, why.text);
    json_decref(value);
}

void
desk_judge(const struct desk_answer *answer)
{
    fuzz_require(answer->status >= -1 && answer->status <= 5,
                 "a status that is explained");
    fuzz_require(answer->status <= 0 || *answer->messages != '\0', "a sentence says why");
    fuzz_require(is_shown_safely(answer->messages, strlen(answer->messages)),
                 "a message is text");
    fuzz_require(is_shown_safely(answer->output, answer->length), "a result is text");
    require_json(answer);
}

void
desk_answer_clear(struct desk_answer *answer)
{
    free(answer->output);
    free(answer->messages);
    *answer = (struct desk_answer){ 0 };
}

void
desk_each(char *script, void (*visit)(void *context, int count, char **words),
          void *context)
{
    char program[] = "atelier";
    char *words[WORDS_MOST + 2] = { program };
    int count = 1;

    for (char *word; (word = strsep(&script, "\n")) != NULL;) {
        if (*word != '\0' && count <= WORDS_MOST)
            words[count++] = word;
        if (count > 1 && (*word == '\0' || script == NULL)) {
            words[count] = NULL;
            visit(context, count, words);
            count = 1;
        }
    }
}

static void
must_succeed(void *context, int count, char **words)
{
    struct desk_answer answer = { 0 };

    (void)context;
    desk_run(count, words, &answer);
    fuzz_require(answer.status == 0, answer.messages);
    desk_answer_clear(&answer);
}

static void
play(const char *script)
{
    char *own = memory_copy(script);

    desk_each(own, must_succeed, NULL);
    free(own);
}

/* --- the office */

void
desk_found(void)
{
    const char *temporary = getenv("TMPDIR");

    /* In memory, if there is such a place: nothing here has to outlast a power cut. */
    if (temporary == NULL)
        temporary = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
    (void)snprintf(desk.folder, sizeof(desk.folder), "%s/atelier-desk-XXXXXX", temporary);
    fuzz_require(mkdtemp(desk.folder) != NULL && chdir(desk.folder) == 0,
                 "there is a folder");
    desk.owner = getpid();
    (void)atexit(remove_folder);
    (void)setenv("ATELIER_DATABASE", DESK_DATABASE, 1);
    (void)setenv("ATELIER_PATIENCE", "1", 1);
    (void)setenv("HOME", desk.folder, 1);
    play(staffing);
    play(registering);
    read_office();
    desk_reset();
}

void
desk_reset(void)
{
    empty_folder();
    write_file(DESK_DATABASE, desk.office, desk.size);
    write_file(people, spreadsheet, sizeof(spreadsheet) - 1);
}

struct atelier *
desk_enter(struct error *err)
{
    const struct atelier_options options = { .database = DESK_DATABASE,
                                             .identity = DESK_IDENTITY,
                                             .now = desk_now };

    return atelier_open(&options, err);
}
