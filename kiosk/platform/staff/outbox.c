// SPDX-License-Identifier: MIT
// Order and answer are small files of the outbox. The order, `write`, has a number that nobody can
// have used before, and names what is to be copied; the helper takes it by giving it the name
// `writing`, so that a new order never meets an old one, and it is given up by taking either away.
// The answer, `written`, has one line: the number, and "done", "exists NAME" or "failed SENTENCE".
// Whoever carries the order out runs the same command: the helper in its own time, or a child that
// is started for it.
#include "platform/staff/outbox.h"

#include "platform/input/event_wait.h"
#include "platform/system/clock.h"
#include "platform/system/installed.h"
#include "platform/system/log.h"

#include <stdio.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/random.h>
#include <unistd.h>

#include "base/exit_code.h"
#include "base/ini.h"
#include "content/limits.h"
#include "store/counts.h"
#include "store/stick/page.h"
#include "store/stick/receipt.h"

enum { PATIENCE_MS = 180 * 1000 };
enum { LEAVE_MS = 500 };     // for a child to put away what it has begun
enum { ANSWER_BYTES = 255 }; // of its line

#define ORDER "write"
#define TAKEN "writing"
#define ANSWER "written"

static const struct {
    const char *word;
    int code;
} ends[] = {
    [DELIVER_DONE] = {"done", EXIT_DONE},
    [DELIVER_EXISTS] = {"exists", EXIT_CONTENT},
    [DELIVER_FAILED] = {"failed", EXIT_SYSTEM},
};

void outbox_init(struct outbox *outbox, const char *shared_dir) {
    *outbox = (struct outbox){.shared_dir = shared_dir, .folder = -1, .watch = -1};
    child_close(&outbox->child);
}

static bool put(int folder, const char *name, struct str bytes) {
    const struct disk_place place = {folder, name};
    return bytes.size > 0 ? disk_replace_file(place, bytes) == FILE_OK
                          : disk_remove(place) == FILE_OK;
}

// In this sequence, or a helper might take the order in between.
static bool withdraw(int folder) {
    bool is_back = put(folder, ORDER, (struct str){NULL, 0});
    return put(folder, TAKEN, (struct str){NULL, 0}) && is_back;
}

// An order that is given up must not be carried out later; where it cannot be taken back it is.
static void stop(struct outbox *outbox) {
    bool is_back = outbox->folder < 0 || withdraw(outbox->folder);
    if (outbox->child.pid > 0) { // whether it leaves in time shows with the next copy
        bool is_put_away = is_back && child_wait(&outbox->child, LEAVE_MS);
        (void)is_put_away;
    }
    child_close(&outbox->child);
    disk_close(outbox->folder);
    disk_close(outbox->watch);
    outbox->folder = outbox->watch = -1;
}

void outbox_close(struct outbox *outbox) {
    stop(outbox);
    arena_finish(&outbox->arena);
    outbox_init(outbox, outbox->shared_dir);
}

static void end(struct outbox *outbox, struct deliver_result result) {
    stop(outbox);
    outbox->is_news = true;
    outbox->result = result;
}

// The shared outbox for the helper, which would be woken by any order in it; else one in the store.
// Whoever answers is heard, a shell included.
static bool open_outbox(struct outbox *outbox, const char *dir) {
    const struct disk_place place = {FILE_FROM_HERE, dir};
    enum file_fault fault = disk_make_folder(place);
    outbox->watch = event_wait_watch(dir, IN_MOVED_TO | IN_CLOSE_WRITE);
    return (fault == FILE_OK || fault == FILE_EXISTS) && outbox->watch >= 0 &&
           disk_open_folder(&outbox->folder, place) == FILE_OK;
}

// The order last: it may be taken from then on.
static bool put_order(struct outbox *outbox, const struct outbox_order *order) {
    int folder = outbox->folder;
    uint64_t number = 0;
    bool is_drawn = getrandom(&number, sizeof number, 0) == (ssize_t)sizeof number;
    snprintf(outbox->number, sizeof outbox->number, "%016llx", (unsigned long long)number);
    const char *text = arena_format(
        &outbox->arena, "[order]\nnumber = %s\ncontent = %s\nguide = %s\nkiosk = %s\nover = %s\n",
        outbox->number, order->content_dir ? order->content_dir : "",
        order->guide_path ? order->guide_path : "", order->kiosk ? order->kiosk : "",
        order->keeps_old ? "on" : "off");
    return is_drawn && withdraw(folder) && put(folder, RECEIPT_FILE, order->receipt) &&
           put(folder, COUNTS_FILE, order->counts) && put(folder, ORDER, str_from(text));
}

static bool start_child(struct outbox *outbox, const char *outbox_dir, const char *stick_dir) {
    const char *const words[] = {"deliver", outbox_dir, "--stick", stick_dir, NULL};
    return child_open(&outbox->child, words, str_from(""));
}

void outbox_send(struct outbox *outbox, const struct outbox_order *order, uint64_t now_ms) {
    outbox_close(outbox);
    bool is_helped = outbox->shared_dir && access(outbox->shared_dir, W_OK | X_OK) == 0 &&
                     access(order->stick_dir, W_OK) != 0;
    const char *dir = is_helped ? outbox->shared_dir
                                : arena_format(&outbox->arena, "%s/outbox", order->store_dir);
    outbox->until_ms = now_ms + PATIENCE_MS;
    if (!open_outbox(outbox, dir) || !put_order(outbox, order) ||
        (!is_helped && !start_child(outbox, dir, order->stick_dir))) {
        log_line("What goes onto the stick cannot be put together.");
        end(outbox, (struct deliver_result){DELIVER_FAILED, ""});
    }
}

// "WORD TEXT" and a new line. Whoever says anything else says why it failed.
static struct deliver_result read_answer(struct outbox *outbox, const char *line) {
    enum deliver_end found = DELIVER_FAILED;
    struct str text = str_from(line);
    for (int i = 0; i < COUNT_OF(ends); i++) {
        size_t size = strlen(ends[i].word);
        if (strncmp(line, ends[i].word, size) == 0 && line[size] == ' ') {
            found = (enum deliver_end)i;
            text = str_from(line + size);
        }
    }
    const char *copy = arena_text(&outbox->arena, str_trim(text));
    return (struct deliver_result){found, finding_harmless(&outbox->arena, copy)};
}

// One that is empty is still being written, and one with another number answers another order.
static bool find_answer(struct outbox *outbox) {
    struct str line;
    const struct file_source source = {outbox->folder, ANSWER, ANSWER_BYTES};
    size_t size = strlen(outbox->number);
    bool is_there = file_load(&line, &source, &outbox->arena) == FILE_OK &&
                    strncmp(line.at, outbox->number, size) == 0 && line.at[size] == ' ';
    if (is_there) {
        end(outbox, read_answer(outbox, line.at + size + 1));
    }
    return is_there;
}

// A child has answered when it is over, or never will.
static void hear(struct outbox *outbox, uint64_t now_ms) {
    char thrown_away[100];
    bool is_over = now_ms >= outbox->until_ms;
    if (outbox->child.pid > 0) {
        is_over |= child_read(&outbox->child, thrown_away, sizeof thrown_away) < 0;
    }
    event_wait_drain(outbox->watch);
    if (!find_answer(outbox) && is_over) {
        end(outbox, (struct deliver_result){DELIVER_FAILED, ""});
    }
}

bool outbox_is_busy(const struct outbox *outbox) {
    return outbox->folder >= 0;
}

bool outbox_step(struct outbox *outbox, uint64_t now_ms) {
    if (outbox_is_busy(outbox)) {
        hear(outbox, now_ms);
    }
    bool is_news = outbox->is_news;
    outbox->is_news = false;
    return is_news;
}

int outbox_waker(const struct outbox *outbox) {
    return outbox->child.pid > 0 ? outbox->child.output : outbox->watch;
}

uint64_t outbox_deadline_ms(const struct outbox *outbox) {
    return outbox_is_busy(outbox) ? outbox->until_ms : UINT64_MAX;
}

enum { ORDER_NUMBER, ORDER_CONTENT, ORDER_GUIDE, ORDER_KIOSK, ORDER_OVER, ORDER_KEY_COUNT };
static const char *const order_keys[ORDER_KEY_COUNT] = {"number", "content", "guide", "kiosk",
                                                        "over"};

// One that was taken before, by whoever runs the helper, is good too. False where there is no
// order, or none that can be understood. A value that is empty or missing is NULL.
static bool take_order(const char *values[ORDER_KEY_COUNT], int folder, struct arena *arena) {
    struct str text;
    struct findings findings = {.arena = arena};
    const struct file_source source = {folder, TAKEN, LIMIT_TEXT_BYTES};
    enum file_fault fault = disk_rename(folder, ORDER, TAKEN);
    if ((fault != FILE_OK && fault != FILE_MISSING) ||
        file_load(&text, &source, arena) != FILE_OK) {
        return false;
    }
    struct ini ini = {.text = text, .place.path = TAKEN, .findings = &findings};
    for (struct ini_pair pair; ini_next(&ini, &pair);) {
        for (int i = 0; i < ORDER_KEY_COUNT; i++) {
            if (strcmp(pair.key, order_keys[i]) == 0) {
                values[i] = pair.value[0] ? pair.value : NULL;
            }
        }
    }
    return findings.count == 0 && values[ORDER_NUMBER];
}

int outbox_deliver(const char *outbox_dir, const char *stick_dir) {
    struct arena arena = {0};
    int folder;
    const char *values[ORDER_KEY_COUNT] = {NULL};
    struct deliver_result result = {DELIVER_FAILED,
                                    arena_format(&arena, "There is no order in %s.", outbox_dir)};
    const struct disk_place place = {FILE_FROM_HERE, outbox_dir};
    if (disk_open_folder(&folder, place) == FILE_OK && take_order(values, folder, &arena)) {
        char when[CLOCK_DATE_BYTES];
        const char *page_dir = installed_find_folder("desk", &arena);
        const struct delivery delivery = {
            .page_path = page_dir ? arena_format(&arena, "%s/" PAGE_NAME, page_dir) : NULL,
            .stick_dir = stick_dir,
            .content_dir = values[ORDER_CONTENT],
            .guide_path = values[ORDER_GUIDE],
            .when = clock_date_and_time(when) ? when : NULL,
            .copy = values[ORDER_NUMBER],
            .kiosk = values[ORDER_KIOSK],
            .keeps_old = values[ORDER_OVER] && strcmp(values[ORDER_OVER], "on") == 0,
            .order = {folder, TAKEN},
        };
        result = deliver(&delivery, &arena);
        const char *line = arena_format(&arena, "%s %s %s\n", values[ORDER_NUMBER],
                                        ends[result.end].word, result.text);
        bool is_said = put(folder, ANSWER, str_from(line));
        bool is_cleared = put(folder, TAKEN, (struct str){NULL, 0});
        result.end = is_said && is_cleared ? result.end : DELIVER_FAILED;
    }
    if (result.end == DELIVER_FAILED) {
        log_line("%s", result.text);
    }
    disk_close(folder);
    arena_finish(&arena);
    return ends[result.end].code;
}
