// SPDX-License-Identifier: MIT
// What goes onto the stick is put together here and handed to the outbox; what came of it is news.
#include "platform/staff/copy_jobs.h"

#include "platform/staff/system_info.h"
#include "platform/system/clock.h"
#include "platform/system/log.h"
#include "store/counts.h"
#include "store/stick/receipt.h"

// With the receipt in it.
static struct outbox_order make_order(struct staff_jobs *jobs, enum staff_word result,
                                      const char *detail) {
    char when[CLOCK_DATE_BYTES];
    struct arena *arena = &jobs->receipt_arena;
    const struct staff_jobs_options *options = &jobs->options;
    arena_reset(arena);
    const char *kiosk =
        system_info_kiosk_name(jobs->folder, options->device_name, options->words, arena);
    const struct receipt_facts facts = {
        .words = options->words,
        .result = result,
        .detail = detail,
        .kiosk_name =
            arena_format(arena, "%s, %s", kiosk, jobs->shown->deck.settings.practice_name),
        .when = clock_date_and_time(when) ? when : NULL,
        .program = DIT_VERSION,
        .content = system_info_content_version(jobs, arena),
        .advice = system_info_old_words(jobs, arena),
        .changes = result == STAFF_R_APPLIED ? &jobs->changes : NULL,
        .findings = &jobs->update.findings, // none, where there is no update
    };
    return (struct outbox_order){.stick_dir = jobs->stick.path,
                                 .store_dir = options->source->store_dir,
                                 .kiosk = kiosk,
                                 .receipt = receipt_text(&facts, arena)};
}

void copy_jobs_send_receipt(struct staff_jobs *jobs, enum staff_word result, const char *detail) {
    if (jobs->stick.path) {
        const struct outbox_order order = make_order(jobs, result, detail);
        outbox_send(&jobs->outbox, &order, jobs->now_ms);
    }
}

void copy_jobs_copy(struct staff_jobs *jobs) {
    const char *shipped_dir = jobs->options.source->shipped_dir;
    job_state_drop(jobs);
    struct outbox_order order = make_order(jobs, STAFF_R_COPIED, NULL);
    order.content_dir = jobs->shown->deck.content_dir;
    order.keeps_old = jobs->job == JOB_COPY_OVER;
    if (shipped_dir) {
        order.guide_path = arena_format(&jobs->receipt_arena, "%s/README.md", shipped_dir);
    }
    struct str csv;
    if (counts_csv(&csv, jobs->folder, &jobs->receipt_arena)) {
        order.counts = counts_explained(csv, jobs->options.words, &jobs->receipt_arena);
    } else {
        log_line("The counts cannot be read, and are not copied.");
    }
    jobs->is_copying = true;
    outbox_send(&jobs->outbox, &order, jobs->now_ms);
}

static void end_copy(struct staff_jobs *jobs) {
    static const enum notice notices[] = {[DELIVER_DONE] = NOTICE_COPIED,
                                          [DELIVER_EXISTS] = NOTICE_COPY_OVER,
                                          [DELIVER_FAILED] = NOTICE_COPY_FAILED};
    const struct deliver_result *result = &jobs->outbox.result;
    if (outbox_is_busy(&jobs->outbox) ||
        (result->end == DELIVER_FAILED && job_state_is_in_doubt(jobs))) {
        return;
    }
    jobs->is_copying = false;
    jobs->doubted_until_ms = 0;
    job_state_notice(jobs, notices[result->end], result->text[0] ? result->text : NULL);
}

void copy_jobs_step(struct staff_jobs *jobs) {
    bool is_news = outbox_step(&jobs->outbox, jobs->now_ms);
    if (jobs->is_copying) {
        end_copy(jobs);
    } else if (is_news) {
        bool is_written = jobs->outbox.result.end == DELIVER_DONE;
        job_state_tell(
            jobs, &(struct staff_event){.kind = STAFF_EVENT_RECEIPT,
                                        .receipt = is_written ? RECEIPT_WRITTEN : RECEIPT_FAILED});
    }
}
