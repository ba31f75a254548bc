// SPDX-License-Identifier: MIT
// An update on its way across the desk. What was read is loaded a second time here, from the
// staging folder, which nobody else can write: for the preview, and for the list of changes.
#include "platform/staff/clerk_stick.h"

#include <string.h>

#include "base/disk.h"
#include "platform/staff/facts.h"
#include "platform/system/date.h"
#include "store/counts.h"
#include "store/receipt.h"

enum { DOUBT_MS = 3000 };

void clerk_tell(struct clerk *clerk, const struct desk_news *news) {
    clerk->options.caller.tell(clerk->options.caller.self, news);
}

void clerk_notice(struct clerk *clerk, enum notice notice, const char *detail) {
    clerk_tell(clerk, &(struct desk_news){.kind = DESK_NOTICE, .notice = notice, .detail = detail});
}

void clerk_drop(struct clerk *clerk) {
    if (clerk->is_updating) {
        update_close(&clerk->update);
    }
    if (clerk->is_copying) {
        post_close(&clerk->post);
    }
    clerk->is_updating = clerk->is_copying = false;
    clerk->doubted_until_ms = 0;
    arena_reset(&clerk->fresh_arena);
    clerk->changes = (struct changes){.arena = &clerk->fresh_arena};
}

void clerk_read(struct clerk *clerk, struct desk *desk, uint64_t now_ms) {
    (void)desk;
    (void)now_ms;
    clerk_drop(clerk);
    const struct import_source source = {
        .stick_dir = clerk->stick.path,
        .store_dir = clerk->options.store_dir,
        .shown_dir = clerk->deck->content_dir[0] ? clerk->deck->content_dir : NULL,
        .assets_dir = clerk->options.assets_dir ? clerk->options.assets_dir : "",
        .ports = &clerk->ports,
    };
    clerk->ports = *clerk->options.ports;
    clerk->ports.skips_advice = false;
    update_open(&clerk->update, &source, clerk->options.pictures, clerk->log);
    clerk->is_updating = true;
    clerk->is_reported = false;
}

static void send(struct clerk *clerk, const struct post_order *order, uint64_t now_ms) {
    post_send(&clerk->post, order, now_ms);
}

static struct str make_receipt(struct clerk *clerk, enum staff_word result, const char *detail) {
    char when[DATE_BYTES];
    const struct receipt_facts facts = {
        .words = clerk->options.words,
        .result = result,
        .detail = detail,
        .kiosk_name = clerk->deck->settings.practice_name,
        .when = date_and_time(when) ? when : NULL,
        .program = DIT_VERSION,
        .content =
            facts_content_version(clerk->deck, clerk->options.store_dir, &clerk->receipt_arena),
        .findings = clerk->is_updating ? &clerk->update.findings : NULL,
    };
    return receipt_text(&facts, &clerk->receipt_arena);
}

static void send_receipt(struct clerk *clerk, enum staff_word result, const char *detail,
                         uint64_t now_ms) {
    arena_reset(&clerk->receipt_arena);
    const struct post_order order = {
        .stick_dir = clerk->stick.path,
        .store_dir = clerk->options.store_dir,
        .receipt = make_receipt(clerk, result, detail),
    };
    if (clerk->stick.path) {
        send(clerk, &order, now_ms);
    }
}

// Nothing but the folder itself is missing: that is no mistake, but where everybody begins.
static bool is_empty_stick(const struct findings *findings) {
    return findings->error_count == 1 && findings->count == 1 && findings->list[0].line == 0 &&
           strcmp(findings->list[0].path, "kiosk") == 0 &&
           strstr(findings->list[0].what, "no folder named kiosk") != NULL;
}

static void end_refused(struct clerk *clerk, uint64_t now_ms) {
    struct findings *findings = &clerk->update.findings;
    findings_sort(findings);
    if (is_empty_stick(findings)) {
        clerk_notice(clerk, NOTICE_EMPTY, NULL);
        return;
    }
    clerk_tell(clerk, &(struct desk_news){.kind = DESK_FINDINGS, .findings = findings});
    send_receipt(clerk, STAFF_R_REFUSED, NULL, now_ms);
}

static void end_failed(struct clerk *clerk, uint64_t now_ms) {
    const char *trouble = arena_text(&clerk->facts_arena, str_from(clerk->update.import.trouble));
    clerk_notice(clerk, NOTICE_FAILED, trouble);
    send_receipt(clerk, STAFF_R_REFUSED, trouble, now_ms);
}

// The words were checked in a sandbox; here they only have to come to the same deck.
static bool load_fresh(struct clerk *clerk, const char *content_dir) {
    static const struct ports no_ports = {.skips_advice = true};
    struct findings unsaid = {.arena = &clerk->fresh_arena};
    const struct deck_source source = {
        .content_dir = content_dir,
        .assets_dir = clerk->options.assets_dir ? clerk->options.assets_dir : "",
        .ports = &no_ports,
    };
    return deck_load(&clerk->fresh, &source, &unsaid) && unsaid.error_count == 0;
}

// NULL, or why it cannot be looked through.
static const char *find_changes(struct clerk *clerk) {
    const struct import_redrawn *redrawn = &clerk->update.import.redrawn;
    if (!load_fresh(clerk, clerk->update.import.staging_path)) {
        return "The new cards cannot be loaded.";
    }
    changes_find(&clerk->changes, clerk->deck, &clerk->fresh);
    for (int i = 0; i < redrawn->count; i++) {
        const char *slash = strrchr(redrawn->paths[i], '/');
        changes_add_picture(&clerk->changes, slash ? slash + 1 : redrawn->paths[i]);
    }
    return clerk->changes.is_over_limit ? "There are far more changes than anybody could look "
                                          "through. Change fewer cards at "
                                          "a time."
                                        : NULL;
}

static void end_ready(struct clerk *clerk, uint64_t now_ms) {
    const char *trouble = find_changes(clerk);
    if (trouble) {
        clerk->update.import.trouble = trouble;
        end_failed(clerk, now_ms);
        clerk_drop(clerk);
        return;
    }
    findings_sort(&clerk->update.findings);
    clerk_tell(clerk,
               &(struct desk_news){
                   .kind = DESK_CHANGES,
                   .findings = &clerk->update.findings,
                   .changes = &clerk->changes,
                   .confirmed = ARENA_ARRAY(&clerk->fresh_arena, bool, clerk->changes.count + 1),
                   .deck = &clerk->fresh,
               });
}

static void tell_progress(struct clerk *clerk) {
    const struct import *import = &clerk->update.import;
    bool is_copied = import->file_count > 0 && import->done_count == import->file_count;
    clerk_tell(clerk, &(struct desk_news){.kind = DESK_WORKING,
                                          .work = is_copied ? WORK_CHECKING : WORK_READING,
                                          .done_count = import->done_count,
                                          .total_count = import->file_count});
}

// Her words may be in the folder beside it: the tick alone would send her away content.
static void end_unchanged(struct clerk *clerk, uint64_t now_ms) {
    const struct findings *findings = &clerk->update.findings;
    const char *detail = NULL;
    for (int i = 0; i < findings->count && !detail; i++) {
        const struct finding *finding = &findings->list[i];
        bool is_beside = finding->path && !strpbrk(finding->path, "./"); // a folder on top
        detail = is_beside ? arena_format(&clerk->fresh_arena, "“%s”: %s %s", finding->path,
                                          finding->what, finding->todo)
                           : NULL;
    }
    clerk_notice(clerk, NOTICE_SAME, detail);
    send_receipt(clerk, STAFF_R_SAME, NULL, now_ms);
}

// A file or folder that is missing or cannot be read, as a whole.
static bool lacks_file(const struct findings *findings) {
    for (int i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->list[i];
        if (finding->level == FINDING_ERROR && finding->line == 0) {
            return true;
        }
    }
    return false;
}

// A stick that is pulled fails first, and is gone from the mounts a moment later. Until then nobody
// is told of folders that are missing, of hundreds of files that cannot be read, or that it may be
// broken.
static bool wait_in_doubt(struct clerk *clerk, uint64_t now_ms) {
    if (clerk->stick.is_mount && clerk->doubted_until_ms == 0) {
        clerk->doubted_until_ms = now_ms + DOUBT_MS;
    }
    return now_ms < clerk->doubted_until_ms;
}

static bool is_doubtful(struct clerk *clerk, uint64_t now_ms) {
    const struct update *update = &clerk->update;
    enum import_state state = update->import.state;
    bool is_fault =
        state == IMPORT_FAILED || (state == IMPORT_REFUSED && lacks_file(&update->findings));
    return is_fault && wait_in_doubt(clerk, now_ms);
}

void clerk_step_update(struct clerk *clerk, uint64_t now_ms) {
    if (!clerk->is_updating || clerk->is_reported) {
        return;
    }
    if (update_step(&clerk->update, now_ms)) {
        tell_progress(clerk);
        return;
    }
    if (is_doubtful(clerk, now_ms)) {
        return;
    }
    clerk->is_reported = true;
    clerk->doubted_until_ms = 0;
    switch (clerk->update.import.state) {
    case IMPORT_READY:
        end_ready(clerk, now_ms);
        break;
    case IMPORT_UNCHANGED:
        end_unchanged(clerk, now_ms);
        break;
    case IMPORT_REFUSED:
        end_refused(clerk, now_ms);
        break;
    default:
        end_failed(clerk, now_ms);
        break;
    }
}

// The store has it; now the glass. Where the screen cannot take it, the store gives it back.
static bool show_current(struct clerk *clerk, enum notice notice, uint64_t now_ms) {
    showing_begin(clerk->showing, clerk->options.store_dir, now_ms, clerk->log);
    const struct deck *deck = clerk->options.caller.reload(clerk->options.caller.self);
    if (!deck) {
        return false;
    }
    clerk->deck = deck;
    clerk_tell(clerk, &(struct desk_news){.kind = DESK_SHOWN, .deck = deck, .notice = notice});
    return true;
}

static void take_back(struct clerk *clerk, uint64_t now_ms) {
    struct arena arena = {0};
    struct store store;
    if (store_open(&store, clerk->options.store_dir, &arena) == DISK_OK &&
        store_roll_back(&store) != DISK_OK) {
        log_line(clerk->log, "Content that cannot be loaded cannot be taken back either.");
    }
    showing_log_store(&store, clerk->log);
    store_close(&store);
    arena_finish(&arena);
    showing_begin(clerk->showing, clerk->options.store_dir, now_ms, clerk->log);
}

void clerk_put_on_screen(struct clerk *clerk, struct desk *desk, uint64_t now_ms) {
    char when[DATE_BYTES];
    if (!clerk->is_updating || clerk->update.import.state != IMPORT_READY) {
        return;
    }
    update_commit(&clerk->update);
    if (clerk->update.import.state != IMPORT_DONE) {
        end_failed(clerk, now_ms);
        clerk_drop(clerk);
        return;
    }
    update_release(&clerk->update);
    if (!show_current(clerk, NOTICE_DONE, now_ms)) {
        take_back(clerk, now_ms);
        clerk->update.import.trouble = "The new cards cannot be loaded.";
        end_failed(clerk, now_ms);
        clerk_drop(clerk);
        return;
    }
    facts_note_update(clerk->options.store_dir,
                      date_and_time(when) ? when : clerk->options.words->text[STAFF_R_NO_CLOCK]);
    if (desk->has_stick) {
        clerk_tell(clerk, &(struct desk_news){.kind = DESK_RECEIPT, .receipt = RECEIPT_WAITED_FOR});
        send_receipt(clerk, STAFF_R_APPLIED, NULL, now_ms);
    }
    clerk_drop(clerk);
}

bool clerk_is_earlier_newer(const struct clerk *clerk) {
    const char *dir = clerk->options.store_dir;
    return store_earlier(dir) > store_current(dir);
}

// Staff see what would be on screen before it is.
void clerk_look_back(struct clerk *clerk, struct desk *desk, uint64_t now_ms) {
    const char *dir = clerk->options.store_dir;
    (void)desk;
    (void)now_ms;
    clerk_drop(clerk);
    int earlier = store_earlier(dir);
    const char *path = earlier > 0 ? store_generation_path(dir, earlier, &clerk->fresh_arena)
                                   : clerk->options.first_dir;
    if (earlier < 0 || !path || !load_fresh(clerk, path)) {
        clerk_notice(clerk, NOTICE_FAILED, NULL);
        return;
    }
    changes_find(&clerk->changes, clerk->deck, &clerk->fresh);
    clerk_tell(clerk,
               &(struct desk_news){
                   .kind = DESK_CHANGES,
                   .changes = &clerk->changes,
                   .deck = &clerk->fresh,
                   .confirmed = ARENA_ARRAY(&clerk->fresh_arena, bool, clerk->changes.count + 1),
                   .is_back = true,
                   .is_newer = clerk_is_earlier_newer(clerk),
               });
}

void clerk_roll_back(struct clerk *clerk, struct desk *desk, uint64_t now_ms) {
    struct arena arena = {0};
    struct store store;
    (void)desk;
    clerk_drop(clerk);
    enum disk_fault fault = store_open(&store, clerk->options.store_dir, &arena);
    if (fault == DISK_OK) {
        fault = store_roll_back(&store);
        showing_log_store(&store, clerk->log);
    }
    store_close(&store);
    arena_finish(&arena);
    if (fault != DISK_OK || !show_current(clerk, NOTICE_EARLIER, now_ms)) {
        clerk_notice(clerk, NOTICE_FAILED, NULL);
    }
}

static void copy(struct clerk *clerk, bool keeps_old, uint64_t now_ms) {
    clerk_drop(clerk);
    arena_reset(&clerk->receipt_arena);
    struct arena *arena = &clerk->receipt_arena;
    struct post_order order = {
        .stick_dir = clerk->stick.path,
        .store_dir = clerk->options.store_dir,
        .receipt = make_receipt(clerk, STAFF_R_COPIED, NULL),
        .content_dir = clerk->deck->content_dir,
        .keeps_old = keeps_old,
    };
    if (clerk->options.shipped_dir) {
        order.guide_path = arena_format(arena, "%s/README.md", clerk->options.shipped_dir);
    }
    if (!counts_csv(&order.counts, clerk->folder, arena)) {
        order.counts = (struct str){NULL, 0};
        log_line(clerk->log, "The counts cannot be read, and are not copied.");
    }
    clerk->is_copying = true;
    send(clerk, &order, now_ms);
}

void clerk_copy(struct clerk *clerk, struct desk *desk, uint64_t now_ms) {
    (void)desk;
    copy(clerk, false, now_ms);
}

void clerk_copy_over(struct clerk *clerk, struct desk *desk, uint64_t now_ms) {
    (void)desk;
    copy(clerk, true, now_ms);
}

static void end_copy(struct clerk *clerk, uint64_t now_ms) {
    static const enum notice notices[] = {[POST_DONE] = NOTICE_COPIED,
                                          [POST_EXISTS] = NOTICE_COPY_OVER,
                                          [POST_FAILED] = NOTICE_COPY_FAILED};
    if (clerk->post.state == POST_BUSY ||
        (clerk->post.state == POST_FAILED && wait_in_doubt(clerk, now_ms))) {
        return;
    }
    clerk->is_copying = false;
    clerk->doubted_until_ms = 0;
    clerk_notice(clerk, notices[clerk->post.state], clerk->post.text);
}

void clerk_step_post(struct clerk *clerk, uint64_t now_ms) {
    bool is_news = post_step(&clerk->post, now_ms);
    if (clerk->is_copying) {
        end_copy(clerk, now_ms);
        return;
    }
    if (!is_news) {
        return;
    }
    bool is_written = clerk->post.state == POST_DONE;
    clerk_tell(clerk,
               &(struct desk_news){.kind = DESK_RECEIPT,
                                   .receipt = is_written ? RECEIPT_WRITTEN : RECEIPT_FAILED});
}
