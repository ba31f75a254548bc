// SPDX-License-Identifier: MIT
// New content is loaded into the spare slot before anybody decides about it: for the findings, the
// list of changes and the preview. So when the store has been changed, by a few renames, the slots
// change places, and nothing is left that could fail.
#include "platform/staff/stick_jobs.h"

#include <string.h>

#include "content/card/card_load.h"
#include "content/words/words.h"
#include "platform/staff/copy_jobs.h"
#include "platform/staff/system_info.h"
#include "platform/system/clock.h"

static void read_stick(struct staff_jobs *jobs) {
    const struct content_source *content = jobs->options.source;
    job_state_drop(jobs);
    struct import_source source = {
        .store_dir = content->store_dir,
        .shown = &jobs->shown->deck,
        .assets_dir = content->assets_dir,
        .ports = *content->ports,
        .slot = jobs->spare,
        .when = clock_date_and_time(jobs->when) ? jobs->when : NULL,
        .choice = {.taken = jobs->taken, .taken_count = jobs->taken_count},
    };
    source.ports.skips_advice = false;
    update_open(&jobs->update, &source, jobs->stick.path);
    jobs->is_updating = true;
    jobs->is_reported = false;
}

void stick_jobs_read(struct staff_jobs *jobs) {
    arena_reset(&jobs->choice_arena);
    jobs->taken = NULL;
    jobs->taken_count = 0;
    read_stick(jobs);
}

// One choice takes the place of what was chosen about the same thing before.
void stick_jobs_choose(struct staff_jobs *jobs) {
    const char *id = jobs->changes.list[jobs->session->scene.opened].id;
    int count = 0;
    for (int i = 0; i < jobs->taken_count; i++) {
        if (strcmp(jobs->taken[i], id) != 0) {
            jobs->taken[count++] = jobs->taken[i];
        }
    }
    jobs->taken_count = count;
    if (jobs->session->takes_stick) {
        *ARENA_ADD(&jobs->choice_arena, jobs->taken, jobs->taken_count) =
            arena_text(&jobs->choice_arena, str_from(id));
    }
    read_stick(jobs);
}

// Nothing but the folder itself is missing: that is no mistake, but where everybody begins.
static bool is_empty_stick(const struct findings *findings) {
    return findings->error_count == 1 && findings->count == 1 &&
           findings_have(findings, FINDING_NO_CONTENT);
}

static void end_refused(struct staff_jobs *jobs) {
    struct findings *findings = &jobs->update.findings;
    findings_sort(findings);
    if (is_empty_stick(findings)) {
        job_state_notice(jobs, NOTICE_EMPTY, NULL);
        return;
    }
    job_state_tell(jobs, &(struct staff_event){.kind = STAFF_EVENT_FINDINGS, .findings = findings});
    copy_jobs_send_receipt(jobs, STAFF_R_REFUSED, NULL);
}

static void end_failed(struct staff_jobs *jobs, const char *trouble) {
    job_state_notice(jobs, NOTICE_FAILED, trouble);
    copy_jobs_send_receipt(jobs, STAFF_R_REFUSED, trouble);
}

// What would be different with the spare slot on screen.
static void find_changes(struct staff_jobs *jobs) {
    jobs->changes = (struct changes){.arena = &jobs->spare->arena};
    changes_find(&jobs->changes, &jobs->shown->deck, &jobs->spare->deck);
}

static void tell_changes(struct staff_jobs *jobs, const struct findings *findings) {
    struct deck_slot *spare = jobs->spare;
    const char *dir = jobs->options.source->store_dir;
    bool is_back = jobs->is_looking_back;
    job_state_tell(jobs, &(struct staff_event){
                             .kind = STAFF_EVENT_CHANGES,
                             .findings = findings,
                             .changes = &jobs->changes,
                             .confirmed = ARENA_ARRAY(&spare->arena, bool, jobs->changes.count + 1),
                             .seen = ARENA_ARRAY(&spare->arena, bool, jobs->changes.count + 1),
                             .deck = &spare->deck,
                             .is_back = is_back,
                             .is_newer = is_back && jobs->generation > store_current(dir),
                         });
}

static const struct card *card_of(struct staff_jobs *jobs, const char *text) {
    struct arena *arena = &jobs->spare->arena;
    struct card *card = ARENA_NEW(arena, struct card);
    struct findings unsaid = {.arena = arena}; // it is there to be looked at
    const struct card_source source = {str_from(text), "", NULL, jobs->options.source->ports};
    bool is_good = text && card_load(card, &source, &unsaid);
    (void)is_good;
    return text ? card : NULL;
}

static void add_contested(struct staff_jobs *jobs, const struct merge_item *item) {
    struct change change = {.kind = CHANGE_CONTESTED,
                            .where = item->key ? item->key : item->path,
                            .id = item->id,
                            .is_taken =
                                merge_takes_stick(&jobs->update.import.merge.choice, item->id)};
    if (item->key) {
        change.old = item->screen;
        change.now = item->stick;
    } else {
        change.old_card = card_of(jobs, item->screen);
        change.now_card = card_of(jobs, item->stick);
    }
    changes_add(&jobs->changes, change);
}

static void end_ready(struct staff_jobs *jobs) {
    const struct import *import = &jobs->update.import;
    find_changes(jobs);
    for (int i = 0; i < import->redrawn_count; i++) {
        changes_add(&jobs->changes,
                    (struct change){.kind = CHANGE_PICTURE, .where = import->redrawn[i]});
    }
    for (int i = 0; i < import->merge.contested_count; i++) {
        add_contested(jobs, &import->merge.contested[i]);
    }
    for (int i = 0; i < import->findings->count; i++) {
        const struct finding *finding = &import->findings->list[i];
        if (finding->code == FINDING_KEPT) {
            changes_add(&jobs->changes,
                        (struct change){.kind = CHANGE_KEPT, .where = finding->path});
        }
    }
    if (jobs->changes.is_over_limit) {
        end_failed(jobs, "There are far more changes than anybody could look through. Change fewer "
                         "cards at a time.");
        job_state_drop(jobs);
        return;
    }
    findings_sort(&jobs->update.findings);
    tell_changes(jobs, &jobs->update.findings);
}

static void tell_progress(struct staff_jobs *jobs) {
    const struct import *import = &jobs->update.import;
    bool is_read = import->state > IMPORT_COPYING;
    job_state_tell(jobs, &(struct staff_event){.kind = STAFF_EVENT_WORKING,
                                               .work = is_read ? WORK_CHECKING : WORK_READING,
                                               .done_count = import->done_count,
                                               .total_count = import->file_count});
}

// Her words may lie beside what is read: the tick alone would send her away content.
static void end_unchanged(struct staff_jobs *jobs) {
    if (jobs->update.import.merge.contested_count > 0) { // which may yet be decided otherwise
        end_ready(jobs);
        return;
    }
    const struct findings *findings = &jobs->update.findings;
    const char *detail = NULL;
    for (int i = 0; i < findings->count && !detail; i++) {
        const struct finding *finding = &findings->list[i];
        detail = finding->code >= FINDING_COPY_BESIDE
                     ? arena_format(findings->arena, "“%s”: %s %s", finding->path, finding->what,
                                    finding->todo)
                     : NULL;
    }
    job_state_notice(jobs, NOTICE_SAME, detail);
    copy_jobs_send_receipt(jobs, STAFF_R_SAME, NULL);
}

// The stick may have been pulled.
static bool is_doubtful(struct staff_jobs *jobs) {
    const struct findings *findings = &jobs->update.findings;
    bool is_fault = jobs->update.import.state == IMPORT_FAILED ||
                    findings_have(findings, FINDING_UNREAD) ||
                    findings_have(findings, FINDING_NO_CONTENT);
    return is_fault && job_state_is_in_doubt(jobs);
}

// The store has it; now the glass. `notice` is for STAFF_EVENT_SHOWN.
static void swap(struct staff_jobs *jobs, enum staff_event_kind kind, enum notice notice) {
    struct deck_slot *fresh = jobs->spare;
    jobs->spare = jobs->shown;
    jobs->shown = fresh;
    job_state_tell(jobs,
                   &(struct staff_event){.kind = kind, .notice = notice, .deck = &fresh->deck});
}

static void show(struct staff_jobs *jobs, enum notice notice) {
    job_state_begin_trial(jobs->trial, jobs->options.source->store_dir, jobs->now_ms);
    swap(jobs, STAFF_EVENT_SHOWN, notice);
}

static void end_commit(struct staff_jobs *jobs) {
    if (jobs->update.import.state != IMPORT_DONE) {
        end_failed(jobs, jobs->update.import.trouble);
        return;
    }
    show(jobs, NOTICE_DONE);
    if (jobs->session->has_stick) {
        job_state_tell(jobs, &(struct staff_event){.kind = STAFF_EVENT_RECEIPT,
                                                   .receipt = RECEIPT_WAITED_FOR});
        copy_jobs_send_receipt(jobs, STAFF_R_APPLIED, NULL);
    }
    job_state_drop(jobs);
}

void stick_jobs_step(struct staff_jobs *jobs) {
    if (!jobs->is_updating || jobs->is_reported) {
        return;
    }
    bool is_committing = jobs->update.import.state == IMPORT_COMMITTING;
    if (update_step(&jobs->update, jobs->now_ms)) {
        tell_progress(jobs);
        return;
    }
    if (!is_committing && is_doubtful(jobs)) {
        return;
    }
    jobs->is_reported = true; // and stays, for as long as its words are on screen
    jobs->doubted_until_ms = 0;
    if (is_committing) {
        end_commit(jobs);
    } else if (jobs->update.import.state == IMPORT_READY) {
        end_ready(jobs);
    } else if (jobs->update.import.state == IMPORT_UNCHANGED) {
        end_unchanged(jobs);
    } else if (jobs->update.import.state == IMPORT_REFUSED) {
        end_refused(jobs);
    } else {
        end_failed(jobs, jobs->update.import.trouble);
    }
}

void stick_jobs_put_on_screen(struct staff_jobs *jobs) {
    if (jobs->is_updating && jobs->update.import.state == IMPORT_READY) {
        import_commit(&jobs->update.import);
        jobs->is_reported = false;
    } else if (jobs->is_updating && jobs->update.import.state == IMPORT_UNCHANGED) {
        job_state_notice(jobs, NOTICE_SAME, NULL);
    }
}

// A generation, which was checked when it came, its pictures too; or what was there before any.
static void begin_loading(struct staff_jobs *jobs, int generation) {
    const struct content_source *content = jobs->options.source;
    struct arena *arena = &jobs->spare->arena;
    const char *dir = content->content_dir ? content->content_dir : content->shipped_dir;
    job_state_drop(jobs);
    arena_reset(arena);
    jobs->unsaid = (struct findings){.arena = arena};
    const struct deck_source source = {
        .content_dir = generation > 0 ? store_generation_path(content->store_dir, generation, arena)
                       : dir          ? dir
                                      : "",
        .assets_dir = content->assets_dir ? content->assets_dir : "",
        .ports = {.letters = content->ports->letters, .skips_advice = true},
    };
    jobs->loader = deck_load_open(&source, &jobs->unsaid);
}

// Staff see what would be on screen before it is.
void stick_jobs_look_back(struct staff_jobs *jobs) {
    jobs->generation = jobs->earlier[jobs->session->chosen].number;
    if (jobs->is_stale) { // other cards are a moment away
        job_state_notice(jobs, NOTICE_FAILED, NULL);
    } else {
        begin_loading(jobs, jobs->generation);
    }
}

// When it came, or which it is where no clock was set then.
static const char *earlier_label(struct staff_jobs *jobs, const struct store_entry *entry) {
    const char *const *words = jobs->options.words->text;
    struct arena *arena = &jobs->facts_arena;
    return entry->when[0]      ? entry->when
           : entry->number > 0 ? word_fill(words[STAFF_PAST_NUMBER], "{count}",
                                           arena_format(arena, "%d", entry->number), arena)
                               : words[STAFF_PAST_FIRST];
}

// Where there is no choice nobody is asked.
void stick_jobs_earlier(struct staff_jobs *jobs) {
    struct arena *arena = &jobs->facts_arena;
    int count = store_list(&jobs->earlier, jobs->options.source->store_dir, arena);
    const char **labels = ARENA_ARRAY(arena, const char *, count + 1);
    for (int i = 0; i < count; i++) {
        labels[i] = earlier_label(jobs, &jobs->earlier[i]);
    }
    jobs->choices = (struct staff_choices){STAFF_PAST_HEADING, labels, count, -1};
    if (count > 1) {
        job_state_tell_choices(jobs, JOB_LOOK_BACK);
    } else if (count == 1) {
        jobs->session->chosen = 0;
        stick_jobs_look_back(jobs);
    } else {
        job_state_notice(jobs, NOTICE_FAILED, NULL);
    }
}

static void end_look_back(struct staff_jobs *jobs, bool is_shown) {
    if (!is_shown || jobs->unsaid.error_count > 0) {
        job_state_notice(jobs, NOTICE_FAILED, NULL);
        return;
    }
    jobs->is_looking_back = true;
    find_changes(jobs);
    tell_changes(jobs, NULL);
}

void stick_jobs_roll_back(struct staff_jobs *jobs) {
    bool is_ready = jobs->is_looking_back;
    job_state_drop(jobs);
    const char *dir = jobs->options.source->store_dir;
    if (is_ready && store_roll_back(dir, jobs->generation) == FILE_OK) {
        show(jobs, NOTICE_EARLIER);
    } else {
        job_state_notice(jobs, NOTICE_FAILED, NULL);
    }
}

// Whether the store names other content than this.
static bool is_other(const struct staff_jobs *jobs, const struct deck *deck) {
    struct arena arena = {0};
    const char *dir = jobs->options.source->store_dir;
    const char *path = store_current_path(dir, &arena);
    bool is_other =
        path ? strcmp(path, deck->content_dir) != 0 : store_has_path(dir, deck->content_dir);
    arena_finish(&arena);
    return is_other;
}

static void end_reload(struct staff_jobs *jobs, bool is_shown) {
    jobs->is_stale = false;
    job_state_begin_trial(jobs->trial, jobs->options.source->store_dir, jobs->now_ms);
    if (is_shown && !is_other(jobs, &jobs->spare->deck)) {
        swap(jobs, STAFF_EVENT_RELOADED, NOTICE_COUNT);
    }
}

static void step_loading(struct staff_jobs *jobs) {
    if (jobs->loader && !deck_load_step(jobs->loader)) {
        bool is_shown = deck_load_close(jobs->loader, &jobs->spare->deck);
        jobs->loader = NULL;
        (jobs->is_stale ? end_reload : end_look_back)(jobs, is_shown);
    }
}

// Nobody can change the store while it is locked for an update. What staff looked through is no
// longer what they would go back to, so that is over. A job that came in between begins again.
void stick_jobs_step_store(struct staff_jobs *jobs) {
    bool has_news = event_wait_drain(jobs->store_watch);
    if (jobs->is_updating || (!has_news && (!jobs->is_stale || jobs->loader))) {
        step_loading(jobs);
        return;
    }
    jobs->is_stale = is_other(jobs, &jobs->shown->deck);
    if (jobs->is_stale && jobs->is_looking_back) { // at what lies in the spare slot
        job_state_tell(
            jobs, &(struct staff_event){.kind = STAFF_EVENT_RELOADED, .deck = &jobs->shown->deck});
    }
    if (jobs->is_stale) {
        begin_loading(jobs, store_current(jobs->options.source->store_dir));
    }
}
