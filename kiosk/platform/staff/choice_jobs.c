// SPDX-License-Identifier: MIT
// What may be chosen is put together here as labels; the state machine shows them on one page, and
// names the job for the one that was touched.
#include "platform/staff/choice_jobs.h"

#include <string.h>

#include "content/words/words.h"
#include "platform/staff/stick_jobs.h"
#include "platform/staff/system_info.h"

enum { NAME_LIMIT = 16 }; // that a screen may have

static void tell_choices(struct staff_jobs *jobs, enum staff_job job) {
    job_state_tell(jobs, &(struct staff_event){
                             .kind = STAFF_EVENT_CHOICES, .choices = jobs->choices, .job = job});
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
void choice_jobs_earlier(struct staff_jobs *jobs) {
    struct arena *arena = &jobs->facts_arena;
    int count = store_list(&jobs->earlier, jobs->options.source->store_dir, arena);
    const char **labels = ARENA_ARRAY(arena, const char *, count + 1);
    for (int i = 0; i < count; i++) {
        labels[i] = earlier_label(jobs, &jobs->earlier[i]);
    }
    jobs->choices = (struct staff_choices){STAFF_PAST_HEADING, labels, count, -1};
    if (count > 1) {
        tell_choices(jobs, JOB_LOOK_BACK);
    } else if (count == 1) {
        jobs->session->chosen = 0;
        stick_jobs_look_back(jobs);
    } else {
        job_state_notice(jobs, NOTICE_FAILED, NULL);
    }
}

void choice_jobs_names(struct staff_jobs *jobs) {
    const struct staff_jobs_options *options = &jobs->options;
    struct arena *arena = &jobs->facts_arena;
    struct staff_choices *choices = &jobs->choices;
    const char **names = ARENA_ARRAY(arena, const char *, NAME_LIMIT);
    const char *now =
        system_info_kiosk_name(jobs->folder, options->device_name, options->words, arena);
    char *rest = arena_text(arena, str_from(options->words->text[STAFF_NAMES]));
    *choices = (struct staff_choices){STAFF_NAMES_HEADING, names, 0, -1};
    for (char *name; choices->count < NAME_LIMIT && (name = strsep(&rest, "|"));) {
        choices->here = strcmp(name, now) == 0 ? choices->count : choices->here;
        names[choices->count++] = name;
    }
    tell_choices(jobs, JOB_NAME);
}

void choice_jobs_name(struct staff_jobs *jobs) {
    if (system_info_keep_name(jobs->folder, jobs->choices.labels[jobs->session->chosen])) {
        choice_jobs_names(jobs);
    } else {
        job_state_notice(jobs, NOTICE_FAILED, NULL);
    }
}
