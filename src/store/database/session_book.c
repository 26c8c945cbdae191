/* SPDX-License-Identifier: GPL-3.0-or-later */
/* session_book.c - who has the screens open, and who else has the file */
#include "atelier/store/session_book.h"

#include <fcntl.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "atelier/base/memory.h"
#include "database/connection.h"
#include "database/queue.h"
#include "maintenance/file_users.h"

/* Bytes of FILE.queue whose locks mean something; those before are queue.c's and
 * opening_lock.c's.  Bytes are locked, pages written: the two have nothing in common. */
enum { BOOK_BYTE = 3, FIRST_BYTE = 64 };
enum { PAGE_SIZE = 512, ASKED_PLACE = OPEN_SESSION_LINE_MOST, PAGES_MOST = 1000 };
enum { OTHERS_MOST = 200 };
enum { HOLD_TRIES = 100, HOLD_MILLISECONDS = 10 };

static int
lock(int queue, int command, off_t byte, short type, short *found)
{
    struct flock area = {
        .l_type = type, .l_whence = SEEK_SET, .l_start = byte, .l_len = 1
    };
    const int result = fcntl(queue, command, &area);

    if (found)
        *found = area.l_type;
    return result;
}

static off_t
byte_of(int place)
{
    return FIRST_BYTE + place;
}

static off_t
page_of(int place)
{
    return (off_t)(place - 1) * PAGE_SIZE;
}

void
open_session_list_clear(struct open_session_list *list)
{
    free(list->items);
    *list = (struct open_session_list){ 0 };
}

static struct open_session *
add(struct open_session_list *list)
{
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof(*list->items));
    return &list->items[list->count++];
}

void
session_book_hold(struct database *db)
{
    const struct timespec pause = { .tv_nsec = HOLD_MILLISECONDS * 1000000L };

    for (int i = 0; db->queue >= 0 && i < HOLD_TRIES; i++) {
        if (lock(db->queue, F_OFD_SETLK, BOOK_BYTE, F_WRLCK, NULL) == 0)
            return;
        nanosleep(&pause, NULL);
    }
}

void
session_book_release(struct database *db)
{
    if (db->queue >= 0)
        (void)lock(db->queue, F_OFD_SETLK, BOOK_BYTE, F_UNLCK, NULL);
}

static int
count_pages(int book)
{
    struct stat status;
    if (fstat(book, &status) != 0)
        return 0;
    const off_t pages = (status.st_size + PAGE_SIZE - 1) / PAGE_SIZE;
    return pages > PAGES_MOST ? PAGES_MOST : (int)pages;
}

static bool
write_page(struct database *db, int place, const char page[PAGE_SIZE], size_t size)
{
    return pwrite(db->queue, page, size, page_of(place)) == (ssize_t)size;
}

static bool
read_page(int book, int place, struct open_session *session)
{
    char line[OPEN_SESSION_LINE_MOST];
    const ssize_t got = pread(book, line, sizeof(line), page_of(place));
    const bool ok = got > 0 && open_session_read(session, line, (size_t)got);

    session->place = place;
    return ok;
}

/* What those who left have written stays until their place is taken, so that none of
 * their numbers is given again. */
static int
next_number(int book)
{
    const int pages = count_pages(book);
    int last = 0;

    for (int i = 1; i <= pages; i++) {
        struct open_session session;
        if (read_page(book, i, &session) && session.number > last)
            last = session.number;
    }
    return last % OPEN_SESSION_NUMBER_MOST + 1;
}

void
session_book_enter(struct database *db, struct open_session *own)
{
    char page[PAGE_SIZE] = "";

    own->place = 0;
    own->number = db->queue >= 0 && !db->read_only ? next_number(db->queue) : 0;
    for (int i = 1; db->queue >= 0 && !db->read_only && i <= PAGES_MOST; i++) {
        if (lock(db->queue, F_OFD_SETLK, byte_of(i), F_WRLCK, NULL) != 0)
            continue;
        open_session_write(own, page);
        if (write_page(db, i, page, sizeof(page))) {
            own->place = db->session = i;
            return;
        }
        (void)lock(db->queue, F_OFD_SETLK, byte_of(i), F_UNLCK, NULL);
        break;
    }
    own->number = 0;
}

void
session_book_note(struct database *db, const struct open_session *own)
{
    char page[PAGE_SIZE] = "";

    if (own->number == 0)
        return;
    open_session_write(own, page);
    (void)write_page(db, own->place, page, OPEN_SESSION_LINE_MOST);
}

/* Who may only read the file keeps no descriptor of the queue. */
static int
open_book(const struct database *db)
{
    if (db->queue >= 0)
        return dup(db->queue);
    return db->queue_path ? queue_open(db->path, db->queue_path, O_RDONLY) : -1;
}

/* One's own lock is no other's: F_OFD_GETLK does not tell of it. */
static bool
is_held(int book, int place)
{
    short found = F_UNLCK;

    return lock(book, F_OFD_GETLK, byte_of(place), F_WRLCK, &found) == 0 &&
           found != F_UNLCK;
}

/* What has the file open and no page: commands, and who may not write. */
static void
add_others(const struct database *db, struct open_session_list *list)
{
    long pids[OTHERS_MOST];
    const size_t recorded = list->count;
    const size_t count = file_users_list(db->path, pids, OTHERS_MOST);

    for (size_t i = 0; i < count; i++) {
        char path[40];
        struct stat process;
        bool has_page = false;
        for (size_t k = 0; !has_page && k < recorded; k++)
            has_page = strtol(list->items[k].process, NULL, 10) == pids[i];
        (void)snprintf(path, sizeof(path), "/proc/%ld", pids[i]);
        if (has_page || stat(path, &process) != 0)
            continue;
        struct open_session *other = add(list);
        *other = (struct open_session){ .begun = INSTANT_NONE, .active = INSTANT_NONE };
        const struct passwd *user = getpwuid(process.st_uid);
        if (user)
            (void)snprintf(other->login, sizeof(other->login), "%s", user->pw_name);
        else
            (void)snprintf(other->login, sizeof(other->login), "%u",
                           (unsigned)process.st_uid);
        (void)snprintf(other->process, sizeof(other->process), "%ld", pids[i]);
    }
}

static int
by_number(const void *one, const void *other)
{
    const int a = ((const struct open_session *)one)->number;
    const int b = ((const struct open_session *)other)->number;

    return (a > b) - (a < b);
}

void
session_book_list(struct database *db, bool others, struct open_session_list *list)
{
    const int book = open_book(db);
    const int pages = book < 0 ? 0 : count_pages(book);

    list->count = 0;
    for (int i = 1; i <= pages; i++) {
        struct open_session session;
        if ((is_held(book, i) || i == db->session) && read_page(book, i, &session))
            *add(list) = session;
    }
    if (list->count > 0)
        qsort(list->items, list->count, sizeof(*list->items), by_number);
    if (book >= 0)
        (void)close(book);
    if (others)
        add_others(db, list);
}

bool
session_book_is_open(struct database *db, const struct open_session *session)
{
    const int book = open_book(db);
    struct open_session there;
    const bool is_open =
        book >= 0 && (is_held(book, session->place) || session->place == db->session) &&
        read_page(book, session->place, &there) && there.number == session->number;

    if (book >= 0)
        (void)close(book);
    return is_open;
}

bool
session_book_ask(struct database *db, const struct open_session *session,
                 const char *login)
{
    char asked[PAGE_SIZE - ASKED_PLACE] = "";

    (void)snprintf(asked, sizeof(asked), "%d\t%s\n", session->number, login);
    return db->queue >= 0 &&
           pwrite(db->queue, asked, sizeof(asked),
                  page_of(session->place) + ASKED_PLACE) == sizeof(asked);
}

bool
session_book_is_asked(struct database *db, const struct open_session *own,
                      char login[OPEN_SESSION_LOGIN_MOST])
{
    char asked[PAGE_SIZE - ASKED_PLACE];
    char *name;

    if (own->number == 0 || pread(db->queue, asked, sizeof(asked),
                                  page_of(own->place) + ASKED_PLACE) != sizeof(asked))
        return false;
    char *end = memchr(asked, '\n', sizeof(asked));
    if (!end)
        return false;
    *end = '\0';
    /* Whoever had the place before may have been meant. */
    if (strtol(asked, &name, 10) != own->number || *name != '\t')
        return false;
    (void)snprintf(login, OPEN_SESSION_LOGIN_MOST, "%s", name + 1);
    return login[0] != '\0'; /* somebody asks, or nobody does */
}
