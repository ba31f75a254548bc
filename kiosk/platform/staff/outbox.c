// SPDX-License-Identifier: MIT
// Order and answer are small files of the outbox. The order, `write`, has a number that nobody can
// have used before, and names what is to be copied; the helper takes it by giving it the name
// `writing`, so that a new order never meets an old one, and it is given up by taking either away.
// The answer, `written`, has one line: the number, and "done", "exists NAME" or "failed SENTENCE".
// A child of ours says the same line, without a number, to its output.
#include "platform/staff/outbox.h"

#include <stdio.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/random.h>
#include <unistd.h>

#include "base/ini.h"
#include "content/limits.h"
#include "platform/system/log.h"
#include "store/stick/receipt.h"

enum { PATIENCE_MS = 180 * 1000, CPU_S = 120 };
enum { LEAVE_MS = 500 }; // for a child to put away what it has begun

#define ORDER "write"
#define TAKEN "writing"
#define ANSWER "written"

static const char *const ends[] = {
    [DELIVER_DONE] = "done", [DELIVER_EXISTS] = "exists", [DELIVER_FAILED] = "failed"};
static const enum outbox_state states[] = {[DELIVER_DONE] = OUTBOX_DONE,
                                           [DELIVER_EXISTS] = OUTBOX_EXISTS,
                                           [DELIVER_FAILED] = OUTBOX_FAILED};

static const char *line_of(const struct deliver_result *result, struct arena *arena) {
    return arena_format(arena, "%s %s\n", ends[result->end], result->text);
}

static bool carry_out(void *self, int output) {
    struct outbox *outbox = self;
    struct deliver_result result = deliver(&outbox->delivery, &outbox->arena);
    const char *line = line_of(&result, &outbox->arena);
    return write(output, line, strlen(line)) == (ssize_t)strlen(line);
}

void outbox_init(struct outbox *outbox, const char *shared_dir) {
    *outbox =
        (struct outbox){.shared_dir = shared_dir, .outbox_folder = -1, .watch = -1, .text = ""};
    child_close(&outbox->child);
}

static bool put(int outbox_folder, const char *name, struct str bytes) {
    const struct disk_place place = {outbox_folder, name};
    return bytes.size > 0 ? disk_replace_file(place, bytes) == FILE_OK
                          : disk_remove(place) == FILE_OK;
}

// In this sequence, or a helper might take the order in between.
static bool withdraw(int outbox_folder) {
    bool is_back = put(outbox_folder, ORDER, (struct str){NULL, 0});
    return put(outbox_folder, TAKEN, (struct str){NULL, 0}) && is_back;
}

// An order that is given up must not be carried out later; where it cannot be taken back it is.
static void stop(struct outbox *outbox) {
    bool is_back = outbox->outbox_folder < 0 || withdraw(outbox->outbox_folder);
    if (outbox->child.pid > 0) { // whether it leaves in time shows with the next copy
        bool is_put_away = is_back && child_wait(&outbox->child, LEAVE_MS);
        (void)is_put_away;
    }
    child_close(&outbox->child);
    disk_close(outbox->outbox_folder);
    if (outbox->watch >= 0) {
        close(outbox->watch);
    }
    outbox->outbox_folder = outbox->watch = -1;
}

void outbox_close(struct outbox *outbox) {
    stop(outbox);
    arena_finish(&outbox->arena);
    outbox_init(outbox, outbox->shared_dir);
}

static void end(struct outbox *outbox, enum outbox_state state, const char *text) {
    stop(outbox);
    outbox->state = state;
    outbox->is_news = true;
    outbox->text = arena_text(&outbox->arena, str_from(text));
}

static bool draw_number(struct outbox *outbox) {
    uint64_t number;
    bool is_drawn = getrandom(&number, sizeof number, 0) == (ssize_t)sizeof number;
    if (is_drawn) {
        snprintf(outbox->number, sizeof outbox->number, "%016llx", (unsigned long long)number);
    }
    return is_drawn;
}

static const char *order_text(const struct outbox_order *order, const char *number,
                              struct arena *arena) {
    return arena_format(arena, "[order]\nnumber = %s\ncontent = %s\nguide = %s\nover = %s\n",
                        number, order->content_dir ? order->content_dir : "",
                        order->guide_path ? order->guide_path : "",
                        order->keeps_old ? "on" : "off");
}

// The shared outbox where there is one; else a folder of the store.
static const char *open_outbox(struct outbox *outbox, const struct outbox_order *order) {
    const char *dir = outbox->shared_dir;
    if (!dir || access(dir, W_OK | X_OK) != 0) {
        dir = arena_format(&outbox->arena, "%s/outbox", order->store_dir);
        enum file_fault fault = disk_make_folder((struct disk_place){FILE_FROM_HERE, dir});
        if (fault != FILE_OK && fault != FILE_EXISTS) {
            return NULL;
        }
    }
    enum file_fault fault =
        disk_open_folder(&outbox->outbox_folder, (struct disk_place){FILE_FROM_HERE, dir});
    return fault == FILE_OK ? dir : NULL;
}

static void start_child(struct outbox *outbox, const struct outbox_order *order,
                        const char *outbox_dir) {
    outbox->delivery = (struct delivery){
        .stick_dir = order->stick_dir,
        .outbox_dir = outbox_dir,
        .content_dir = order->content_dir,
        .guide_path = order->guide_path,
        .keeps_old = order->keeps_old,
        .order = TAKEN,
    };
    const struct child_job job = {.run = carry_out,
                                  .self = outbox,
                                  .is_unbound = true,
                                  .sandbox = {.writable = -1},
                                  .cpu_s = CPU_S};
    const char *text = order_text(order, outbox->number, &outbox->arena);
    if (!put(outbox->outbox_folder, TAKEN, str_from(text)) || !child_open(&outbox->child, &job)) {
        end(outbox, OUTBOX_FAILED, "");
    }
}

static void call_helper(struct outbox *outbox, const struct outbox_order *order,
                        const char *outbox_dir) {
    outbox->watch = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    unsigned int what = IN_MOVED_TO | IN_CLOSE_WRITE; // whoever the helper is, a shell included
    bool is_watched = outbox->watch >= 0 && inotify_add_watch(outbox->watch, outbox_dir, what) >= 0;
    const char *text = order_text(order, outbox->number, &outbox->arena);
    if (!is_watched || !put(outbox->outbox_folder, ORDER, str_from(text))) {
        end(outbox, OUTBOX_FAILED, "");
    }
}

void outbox_send(struct outbox *outbox, const struct outbox_order *order, uint64_t now_ms) {
    outbox_close(outbox);
    outbox->state = OUTBOX_BUSY;
    outbox->until_ms = now_ms + PATIENCE_MS;
    const char *outbox_dir = open_outbox(outbox, order);
    if (!outbox_dir || !draw_number(outbox) || !withdraw(outbox->outbox_folder) ||
        !put(outbox->outbox_folder, ANSWER, (struct str){NULL, 0}) ||
        !put(outbox->outbox_folder, RECEIPT_FILE, order->receipt) ||
        !put(outbox->outbox_folder, DELIVER_COUNTS, order->counts)) {
        log_line("What goes onto the stick cannot be put together.");
        end(outbox, OUTBOX_FAILED, "");
        return;
    }
    bool is_helped = outbox_dir == outbox->shared_dir;
    if (is_helped && access(order->stick_dir, W_OK) != 0) {
        call_helper(outbox, order, outbox_dir);
    } else {
        start_child(outbox, order, outbox_dir);
    }
}

// "WORD TEXT" and a new line. Whoever says anything else says why it failed.
static void take_answer(struct outbox *outbox, const char *line) {
    enum outbox_state state = OUTBOX_FAILED;
    struct str text = str_from(line);
    for (int i = 0; i < COUNT_OF(ends); i++) {
        size_t size = strlen(ends[i]);
        if (strncmp(line, ends[i], size) == 0 && line[size] == ' ') {
            state = states[i];
            text = str_from(line + size);
        }
    }
    const char *copy = arena_text(&outbox->arena, str_trim(text));
    end(outbox, state, finding_harmless(&outbox->arena, copy));
}

static void hear_child(struct outbox *outbox) {
    ssize_t size;
    do {
        size_t room = sizeof outbox->answer - 1 - outbox->answer_size;
        size = child_read(&outbox->child, outbox->answer + outbox->answer_size, room);
        outbox->answer_size += size > 0 ? (size_t)size : 0;
    } while (size > 0 && outbox->answer_size < sizeof outbox->answer - 1);
    if (size < 0 || outbox->answer_size == sizeof outbox->answer - 1) {
        outbox->answer[outbox->answer_size] = '\0';
        outbox->answer_size = 0;
        take_answer(outbox, outbox->answer);
    }
}

static void hear_helper(struct outbox *outbox) {
    char thrown_away[4096];
    struct str line;
    const struct file_source source = {outbox->outbox_folder, ANSWER, sizeof outbox->answer - 1};
    while (read(outbox->watch, thrown_away, sizeof thrown_away) > 0) {
    }
    bool is_there = file_load(&line, &source, &outbox->arena) == FILE_OK;
    size_t size = strlen(outbox->number);
    // One that is empty is still being written, and one with another number answers another order.
    if (is_there && strncmp(line.at, outbox->number, size) == 0 && line.at[size] == ' ') {
        take_answer(outbox, line.at + size + 1);
    }
}

static void hear(struct outbox *outbox, uint64_t now_ms) {
    if (outbox->child.pid > 0) {
        hear_child(outbox);
    } else {
        hear_helper(outbox);
    }
    if (outbox->state == OUTBOX_BUSY && now_ms >= outbox->until_ms) {
        end(outbox, OUTBOX_FAILED, "");
    }
}

bool outbox_step(struct outbox *outbox, uint64_t now_ms) {
    if (outbox->state == OUTBOX_BUSY) {
        hear(outbox, now_ms);
    }
    bool is_news = outbox->is_news;
    outbox->is_news = false;
    return is_news;
}

int outbox_waker(const struct outbox *outbox) {
    if (outbox->state != OUTBOX_BUSY) {
        return -1;
    }
    return outbox->child.pid > 0 ? outbox->child.output : outbox->watch;
}

uint64_t outbox_deadline_ms(const struct outbox *outbox) {
    return outbox->state == OUTBOX_BUSY ? outbox->until_ms : UINT64_MAX;
}

struct order_walk {
    struct delivery delivery;
    const char *number; // NULL: none was read
    struct arena *arena;
};

static void take_pair(void *self, const struct ini_pair *pair) {
    struct order_walk *walk = self;
    const char *value = pair->value[0] ? arena_text(walk->arena, str_from(pair->value)) : NULL;
    if (strcmp(pair->key, "number") == 0) {
        walk->number = value;
    } else if (strcmp(pair->key, "content") == 0) {
        walk->delivery.content_dir = value;
    } else if (strcmp(pair->key, "guide") == 0) {
        walk->delivery.guide_path = value;
    } else if (strcmp(pair->key, "over") == 0) {
        walk->delivery.keeps_old = value && strcmp(value, "on") == 0;
    }
}

// One that was taken before, by whoever runs the helper, is good too. False where there is no
// order, or none that can be understood.
static bool take_order(struct order_walk *walk, int outbox_folder, struct arena *arena) {
    struct str text;
    struct findings findings = {.arena = arena};
    const struct file_source source = {outbox_folder, TAKEN, LIMIT_TEXT_BYTES};
    const struct ini_taker taker = {walk, take_pair, NULL};
    enum file_fault fault = disk_rename(outbox_folder, ORDER, TAKEN);
    if ((fault != FILE_OK && fault != FILE_MISSING) ||
        file_load(&text, &source, arena) != FILE_OK) {
        return false;
    }
    ini_load(text, TAKEN, &taker, &findings);
    return findings.count == 0 && walk->number;
}

static int answer(int outbox_folder, const struct order_walk *walk, struct arena *arena) {
    static const int codes[] = {[DELIVER_DONE] = 0, [DELIVER_EXISTS] = 1, [DELIVER_FAILED] = 3};
    struct deliver_result result = deliver(&walk->delivery, arena);
    const char *line = arena_format(arena, "%s %s", walk->number, line_of(&result, arena));
    bool is_said = put(outbox_folder, ANSWER, str_from(line));
    bool is_cleared = put(outbox_folder, TAKEN, (struct str){NULL, 0});
    if (result.end == DELIVER_FAILED) {
        log_line("%s", result.text);
    }
    return is_said && is_cleared ? codes[result.end] : 3;
}

int outbox_deliver(const char *outbox_dir, const char *stick_dir) {
    struct arena arena = {0};
    int outbox_folder = -1;
    int code = 3;
    struct order_walk walk = {
        .delivery = {.stick_dir = stick_dir, .outbox_dir = outbox_dir, .order = TAKEN},
        .arena = &arena};
    if (disk_open_folder(&outbox_folder, (struct disk_place){FILE_FROM_HERE, outbox_dir}) ==
            FILE_OK &&
        take_order(&walk, outbox_folder, &arena)) {
        code = answer(outbox_folder, &walk, &arena);
    } else {
        log_line("There is no order in %s.", outbox_dir);
    }
    disk_close(outbox_folder);
    arena_finish(&arena);
    return code;
}
