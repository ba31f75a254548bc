// SPDX-License-Identifier: MIT
// An update on its way to the screen. What was read is loaded a second time here, from the
// staging folder, which nobody else can write: for the preview, and for the list of changes.
#include "platform/staff/stick_jobs.h"

#include <string.h>

#include "base/disk.h"
#include "platform/staff/system_info.h"
#include "platform/system/date.h"
#include "platform/system/log.h"
#include "store/counts.h"
#include "store/stick/receipt.h"

enum { DOUBT_MS = 3000 };

void stick_jobs_tell(struct staff_jobs *jobs, const struct staff_event *event) {
    jobs->options.caller.tell(jobs->options.caller.self, event);
}

void stick_jobs_notice(struct staff_jobs *jobs, enum notice notice, const char *detail) {
    stick_jobs_tell(jobs, &(struct staff_event){
                              .kind = STAFF_EVENT_NOTICE, .notice = notice, .detail = detail});
}

void stick_jobs_drop(struct staff_jobs *jobs) {
    if (jobs->is_updating) {
        update_close(&jobs->update);
    }
    if (jobs->is_copying) {
        outbox_close(&jobs->outbox);
    }
    jobs->is_updating = jobs->is_copying = false;
    jobs->doubted_until_ms = 0;
    arena_reset(&jobs->fresh_arena);
    jobs->changes = (struct changes){.arena = &jobs->fresh_arena};
}

void stick_jobs_read(struct staff_jobs *jobs, struct staff_session *session, uint64_t now_ms) {
    (void)session;
    (void)now_ms;
    stick_jobs_drop(jobs);
    const struct import_source source = {
        .stick_dir = jobs->stick.path,
        .store_dir = jobs->options.store_dir,
        .shown_dir = jobs->deck->content_dir[0] ? jobs->deck->content_dir : NULL,
        .assets_dir = jobs->options.assets_dir ? jobs->options.assets_dir : "",
        .ports = &jobs->ports,
    };
    jobs->ports = *jobs->options.ports;
    jobs->ports.skips_advice = false;
    update_open(&jobs->update, &source, jobs->options.pictures);
    jobs->is_updating = true;
    jobs->is_reported = false;
}

static void send(struct staff_jobs *jobs, const struct outbox_order *order, uint64_t now_ms) {
    outbox_send(&jobs->outbox, order, now_ms);
}

static struct str make_receipt(struct staff_jobs *jobs, enum staff_word result,
                               const char *detail) {
    char when[DATE_BYTES];
    const struct receipt_facts facts = {
        .words = jobs->options.words,
        .result = result,
        .detail = detail,
        .kiosk_name = jobs->deck->settings.practice_name,
        .when = date_and_time(when) ? when : NULL,
        .program = DIT_VERSION,
        .content =
            system_info_content_version(jobs->deck, jobs->options.store_dir, &jobs->receipt_arena),
        .findings = jobs->is_updating ? &jobs->update.findings : NULL,
    };
    return receipt_text(&facts, &jobs->receipt_arena);
}

static void send_receipt(struct staff_jobs *jobs, enum staff_word result, const char *detail,
                         uint64_t now_ms) {
    arena_reset(&jobs->receipt_arena);
    const struct outbox_order order = {
        .stick_dir = jobs->stick.path,
        .store_dir = jobs->options.store_dir,
        .receipt = make_receipt(jobs, result, detail),
    };
    if (jobs->stick.path) {
        send(jobs, &order, now_ms);
    }
}

// Nothing but the folder itself is missing: that is no mistake, but where everybody begins.
static bool is_empty_stick(const struct findings *findings) {
    return findings->error_count == 1 && findings->count == 1 && findings->list[0].line == 0 &&
           strcmp(findings->list[0].path, "kiosk") == 0 &&
           strstr(findings->list[0].what, "no folder named kiosk") != NULL;
}

static void end_refused(struct staff_jobs *jobs, uint64_t now_ms) {
    struct findings *findings = &jobs->update.findings;
    findings_sort(findings);
    if (is_empty_stick(findings)) {
        stick_jobs_notice(jobs, NOTICE_EMPTY, NULL);
        return;
    }
    stick_jobs_tell(jobs,
                    &(struct staff_event){.kind = STAFF_EVENT_FINDINGS, .findings = findings});
    send_receipt(jobs, STAFF_R_REFUSED, NULL, now_ms);
}

static void end_failed(struct staff_jobs *jobs, uint64_t now_ms) {
    const char *trouble = arena_text(&jobs->facts_arena, str_from(jobs->update.import.trouble));
    stick_jobs_notice(jobs, NOTICE_FAILED, trouble);
    send_receipt(jobs, STAFF_R_REFUSED, trouble, now_ms);
}

// The words were checked in a sandbox; here they only have to come to the same deck.
static bool load_fresh(struct staff_jobs *jobs, const char *content_dir) {
    static const struct ports no_ports = {.skips_advice = true};
    struct findings unsaid = {.arena = &jobs->fresh_arena};
    const struct deck_source source = {
        .content_dir = content_dir,
        .assets_dir = jobs->options.assets_dir ? jobs->options.assets_dir : "",
        .ports = &no_ports,
    };
    return deck_load(&jobs->fresh, &source, &unsaid) && unsaid.error_count == 0;
}

// NULL, or why it cannot be looked through.
static const char *find_changes(struct staff_jobs *jobs) {
    const struct import_redrawn *redrawn = &jobs->update.import.redrawn;
    if (!load_fresh(jobs, jobs->update.import.staging_path)) {
        return "The new cards cannot be loaded.";
    }
    changes_find(&jobs->changes, jobs->deck, &jobs->fresh);
    for (int i = 0; i < redrawn->count; i++) {
        const char *slash = strrchr(redrawn->paths[i], '/');
        changes_add_picture(&jobs->changes, slash ? slash + 1 : redrawn->paths[i]);
    }
    return jobs->changes.is_over_limit ? "There are far more changes than anybody could look "
                                         "through. Change fewer cards at "
                                         "a time."
                                       : NULL;
}

static void end_ready(struct staff_jobs *jobs, uint64_t now_ms) {
    const char *trouble = find_changes(jobs);
    if (trouble) {
        jobs->update.import.trouble = trouble;
        end_failed(jobs, now_ms);
        stick_jobs_drop(jobs);
        return;
    }
    findings_sort(&jobs->update.findings);
    stick_jobs_tell(jobs,
                    &(struct staff_event){
                        .kind = STAFF_EVENT_CHANGES,
                        .findings = &jobs->update.findings,
                        .changes = &jobs->changes,
                        .confirmed = ARENA_ARRAY(&jobs->fresh_arena, bool, jobs->changes.count + 1),
                        .deck = &jobs->fresh,
                    });
}

static void tell_progress(struct staff_jobs *jobs) {
    const struct import *import = &jobs->update.import;
    bool is_copied = import->file_count > 0 && import->done_count == import->file_count;
    stick_jobs_tell(jobs, &(struct staff_event){.kind = STAFF_EVENT_WORKING,
                                                .work = is_copied ? WORK_CHECKING : WORK_READING,
                                                .done_count = import->done_count,
                                                .total_count = import->file_count});
}

// Her words may be in the folder beside it: the tick alone would send her away content.
static void end_unchanged(struct staff_jobs *jobs, uint64_t now_ms) {
    const struct findings *findings = &jobs->update.findings;
    const char *detail = NULL;
    for (int i = 0; i < findings->count && !detail; i++) {
        const struct finding *finding = &findings->list[i];
        bool is_beside = finding->path && !strpbrk(finding->path, "./"); // a folder on top
        detail = is_beside ? arena_format(&jobs->fresh_arena, "“%s”: %s %s", finding->path,
                                          finding->what, finding->todo)
                           : NULL;
    }
    stick_jobs_notice(jobs, NOTICE_SAME, detail);
    send_receipt(jobs, STAFF_R_SAME, NULL, now_ms);
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
static bool wait_in_doubt(struct staff_jobs *jobs, uint64_t now_ms) {
    if (jobs->stick.is_mount && jobs->doubted_until_ms == 0) {
        jobs->doubted_until_ms = now_ms + DOUBT_MS;
    }
    return now_ms < jobs->doubted_until_ms;
}

static bool is_doubtful(struct staff_jobs *jobs, uint64_t now_ms) {
    const struct update *update = &jobs->update;
    enum import_state state = update->import.state;
    bool is_fault =
        state == IMPORT_FAILED || (state == IMPORT_REFUSED && lacks_file(&update->findings));
    return is_fault && wait_in_doubt(jobs, now_ms);
}

void stick_jobs_step_update(struct staff_jobs *jobs, uint64_t now_ms) {
    if (!jobs->is_updating || jobs->is_reported) {
        return;
    }
    if (update_step(&jobs->update, now_ms)) {
        tell_progress(jobs);
        return;
    }
    if (is_doubtful(jobs, now_ms)) {
        return;
    }
    jobs->is_reported = true;
    jobs->doubted_until_ms = 0;
    switch (jobs->update.import.state) {
    case IMPORT_READY:
        end_ready(jobs, now_ms);
        break;
    case IMPORT_UNCHANGED:
        end_unchanged(jobs, now_ms);
        break;
    case IMPORT_REFUSED:
        end_refused(jobs, now_ms);
        break;
    default:
        end_failed(jobs, now_ms);
        break;
    }
}

// The store has it; now the glass. Where the screen cannot take it, the store gives it back.
static bool show_current(struct staff_jobs *jobs, enum notice notice, uint64_t now_ms) {
    content_trial_begin(jobs->trial, jobs->options.store_dir, now_ms);
    const struct deck *deck = jobs->options.caller.reload(jobs->options.caller.self);
    if (!deck) {
        return false;
    }
    jobs->deck = deck;
    stick_jobs_tell(
        jobs, &(struct staff_event){.kind = STAFF_EVENT_SHOWN, .deck = deck, .notice = notice});
    return true;
}

static void take_back(struct staff_jobs *jobs, uint64_t now_ms) {
    struct arena arena = {0};
    struct store store;
    if (store_open(&store, jobs->options.store_dir, &arena) == FILE_OK &&
        store_roll_back(&store) != FILE_OK) {
        log_line("Content that cannot be loaded cannot be taken back either.");
    }
    content_trial_log_store(&store);
    store_close(&store);
    arena_finish(&arena);
    content_trial_begin(jobs->trial, jobs->options.store_dir, now_ms);
}

void stick_jobs_put_on_screen(struct staff_jobs *jobs, struct staff_session *session,
                              uint64_t now_ms) {
    char when[DATE_BYTES];
    if (!jobs->is_updating || jobs->update.import.state != IMPORT_READY) {
        return;
    }
    update_commit(&jobs->update);
    if (jobs->update.import.state != IMPORT_DONE) {
        end_failed(jobs, now_ms);
        stick_jobs_drop(jobs);
        return;
    }
    update_release(&jobs->update);
    if (!show_current(jobs, NOTICE_DONE, now_ms)) {
        take_back(jobs, now_ms);
        jobs->update.import.trouble = "The new cards cannot be loaded.";
        end_failed(jobs, now_ms);
        stick_jobs_drop(jobs);
        return;
    }
    system_info_note_update(jobs->options.store_dir,
                            date_and_time(when) ? when
                                                : jobs->options.words->text[STAFF_R_NO_CLOCK]);
    if (session->has_stick) {
        stick_jobs_tell(jobs, &(struct staff_event){.kind = STAFF_EVENT_RECEIPT,
                                                    .receipt = RECEIPT_WAITED_FOR});
        send_receipt(jobs, STAFF_R_APPLIED, NULL, now_ms);
    }
    stick_jobs_drop(jobs);
}

bool stick_jobs_is_earlier_newer(const struct staff_jobs *jobs) {
    const char *dir = jobs->options.store_dir;
    return store_earlier(dir) > store_current(dir);
}

// Staff see what would be on screen before it is.
void stick_jobs_look_back(struct staff_jobs *jobs, struct staff_session *session, uint64_t now_ms) {
    const char *dir = jobs->options.store_dir;
    (void)session;
    (void)now_ms;
    stick_jobs_drop(jobs);
    int earlier = store_earlier(dir);
    const char *path = earlier > 0 ? store_generation_path(dir, earlier, &jobs->fresh_arena)
                                   : jobs->options.first_dir;
    if (earlier < 0 || !path || !load_fresh(jobs, path)) {
        stick_jobs_notice(jobs, NOTICE_FAILED, NULL);
        return;
    }
    changes_find(&jobs->changes, jobs->deck, &jobs->fresh);
    stick_jobs_tell(jobs,
                    &(struct staff_event){
                        .kind = STAFF_EVENT_CHANGES,
                        .changes = &jobs->changes,
                        .deck = &jobs->fresh,
                        .confirmed = ARENA_ARRAY(&jobs->fresh_arena, bool, jobs->changes.count + 1),
                        .is_back = true,
                        .is_newer = stick_jobs_is_earlier_newer(jobs),
                    });
}

void stick_jobs_roll_back(struct staff_jobs *jobs, struct staff_session *session, uint64_t now_ms) {
    struct arena arena = {0};
    struct store store;
    (void)session;
    stick_jobs_drop(jobs);
    enum file_fault fault = store_open(&store, jobs->options.store_dir, &arena);
    if (fault == FILE_OK) {
        fault = store_roll_back(&store);
        content_trial_log_store(&store);
    }
    store_close(&store);
    arena_finish(&arena);
    if (fault != FILE_OK || !show_current(jobs, NOTICE_EARLIER, now_ms)) {
        stick_jobs_notice(jobs, NOTICE_FAILED, NULL);
    }
}

static void copy(struct staff_jobs *jobs, bool keeps_old, uint64_t now_ms) {
    stick_jobs_drop(jobs);
    arena_reset(&jobs->receipt_arena);
    struct arena *arena = &jobs->receipt_arena;
    struct outbox_order order = {
        .stick_dir = jobs->stick.path,
        .store_dir = jobs->options.store_dir,
        .receipt = make_receipt(jobs, STAFF_R_COPIED, NULL),
        .content_dir = jobs->deck->content_dir,
        .keeps_old = keeps_old,
    };
    if (jobs->options.shipped_dir) {
        order.guide_path = arena_format(arena, "%s/README.md", jobs->options.shipped_dir);
    }
    if (!counts_csv(&order.counts, jobs->folder, arena)) {
        order.counts = (struct str){NULL, 0};
        log_line("The counts cannot be read, and are not copied.");
    }
    jobs->is_copying = true;
    send(jobs, &order, now_ms);
}

void stick_jobs_copy(struct staff_jobs *jobs, struct staff_session *session, uint64_t now_ms) {
    (void)session;
    copy(jobs, false, now_ms);
}

void stick_jobs_copy_over(struct staff_jobs *jobs, struct staff_session *session, uint64_t now_ms) {
    (void)session;
    copy(jobs, true, now_ms);
}

static void end_copy(struct staff_jobs *jobs, uint64_t now_ms) {
    static const enum notice notices[] = {[OUTBOX_DONE] = NOTICE_COPIED,
                                          [OUTBOX_EXISTS] = NOTICE_COPY_OVER,
                                          [OUTBOX_FAILED] = NOTICE_COPY_FAILED};
    if (jobs->outbox.state == OUTBOX_BUSY ||
        (jobs->outbox.state == OUTBOX_FAILED && wait_in_doubt(jobs, now_ms))) {
        return;
    }
    jobs->is_copying = false;
    jobs->doubted_until_ms = 0;
    stick_jobs_notice(jobs, notices[jobs->outbox.state], jobs->outbox.text);
}

void stick_jobs_step_outbox(struct staff_jobs *jobs, uint64_t now_ms) {
    bool is_news = outbox_step(&jobs->outbox, now_ms);
    if (jobs->is_copying) {
        end_copy(jobs, now_ms);
        return;
    }
    if (!is_news) {
        return;
    }
    bool is_written = jobs->outbox.state == OUTBOX_DONE;
    stick_jobs_tell(
        jobs, &(struct staff_event){.kind = STAFF_EVENT_RECEIPT,
                                    .receipt = is_written ? RECEIPT_WRITTEN : RECEIPT_FAILED});
}
