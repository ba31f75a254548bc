// SPDX-License-Identifier: MIT
// Each fact is found or is not, and what is not known is not said. The kernel's own files are read
// as text, a line each.
#include "platform/staff/system_info.h"

#include <stdlib.h>
#include <string.h>

#include "base/disk.h"
#include "base/folder.h"
#include "content/settings/date.h"
#include "content/settings/hours.h"
#include "content/words/words.h"
#include "platform/system/builtin.h"
#include "platform/system/clock.h"
#include "platform/system/sandbox.h"
#include "platform/system/sysfs.h"
#include "store/kept.h"
#include "store/store.h"

enum {
    NOTE_LIMIT = 8,
    NOTES_LISTED = 1000, // of the appliance, of which as many are said
    WARM_C = 65,
    HOT_C = 80, // from here a Raspberry Pi slows down
    HWMON_LIMIT = 8,
};

static const char name_name[] = "name";
enum { NAME_DIGITS = 4 }; // of a kiosk that nobody has named

struct finder {
    const struct staff_jobs *jobs;
    struct arena *arena;
    struct staff_fact *list;
    int count;
};

static const char *word(const struct finder *finder, enum staff_word word) {
    return finder->jobs->options.words->text[word];
}

static const char *counted(const struct finder *finder, enum staff_word words, int count) {
    return word_fill(word(finder, words), "{count}", arena_format(finder->arena, "%d", count),
                     finder->arena);
}

// The first line of a small file; NULL where there is none.
static const char *read_line(struct arena *arena, const char *path) {
    char line[SYSFS_LINE_BYTES];
    return sysfs_read(line, SYSFS_FROM_HERE, path) ? finding_harmless(arena, line) : NULL;
}

static void add(struct finder *finder, enum staff_word what, const char *text) {
    if (text) {
        *ARENA_ADD(finder->arena, finder->list, finder->count) = (struct staff_fact){what, text};
    }
}

static const char *or_not_said(const struct finder *finder, const char *text) {
    return text && text[0] ? text : word(finder, STAFF_NOT_SAID);
}

static const char *find_updated(const struct finder *finder) {
    int number = store_current(finder->jobs->options.source->store_dir);
    const char *when = store_when(finder->jobs->folder, number, finder->arena);
    return number == 0 ? word(finder, STAFF_NEVER)
           : when[0]   ? finding_harmless(finder->arena, when)
                       : word(finder, STAFF_R_NO_CLOCK);
}

bool system_info_keep_name(int folder, const char *name) {
    return kept_store((struct disk_place){folder, name_name}, name) == FILE_OK;
}

// Of a start's random name the first digits are enough for one kiosk to differ from the next.
const char *system_info_kiosk_name(int folder, const char *device_name,
                                   const struct staff_words *words, struct arena *arena) {
    char line[SYSFS_LINE_BYTES], boot[CLOCK_BOOT_ID_BYTES + 1];
    if (device_name && device_name[0]) {
        return device_name;
    }
    if (sysfs_read(line, folder, name_name)) {
        return finding_harmless(arena, line);
    }
    clock_boot_id(boot);
    const char *id = arena_format(arena, "%.*s", NAME_DIGITS, boot);
    const char *name = word_fill(words->text[STAFF_NAME_UNSET], "{id}", id, arena);
    bool is_kept = system_info_keep_name(folder, name);
    (void)is_kept; // or it has another one after a start, on a card that cannot be written
    return name;
}

const char *system_info_content_version(const struct staff_jobs *jobs, struct arena *arena) {
    int number = store_current(jobs->options.source->store_dir);
    return number > 0 ? arena_format(arena, "%d", number)
                      : jobs->options.words->text[STAFF_PAST_FIRST];
}

static const char *find_heat(const struct finder *finder) {
    const char *line = read_line(finder->arena, "/sys/class/thermal/thermal_zone0/temp");
    if (!line) {
        return NULL;
    }
    int degrees = (int)(strtol(line, NULL, 10) / 1000);
    enum staff_word words = degrees >= HOT_C    ? STAFF_HEAT_HOT
                            : degrees >= WARM_C ? STAFF_HEAT_WARM
                                                : STAFF_HEAT_GOOD;
    return counted(finder, words, degrees);
}

// The Raspberry Pi's own sensor: its alarm says that the voltage has been too low since the start.
static const char *find_power(const struct finder *finder) {
    for (int i = 0; i < HWMON_LIMIT; i++) {
        const char *dir = arena_format(finder->arena, "/sys/class/hwmon/hwmon%d", i);
        const char *name = read_line(finder->arena, arena_format(finder->arena, "%s/name", dir));
        const char *alarm =
            read_line(finder->arena, arena_format(finder->arena, "%s/in0_lcrit_alarm", dir));
        if (name && alarm && strcmp(name, "rpi_volt") == 0) {
            return word(finder, alarm[0] == '0' ? STAFF_POWER_GOOD : STAFF_POWER_LOW);
        }
    }
    return NULL;
}

static const char *find_clock(const struct finder *finder) {
    char text[CLOCK_DATE_BYTES];
    return clock_date_and_time(text) ? arena_text(finder->arena, str_from(text))
                                     : word(finder, STAFF_NO_CLOCK);
}

static const char *find_hours(const struct finder *finder) {
    const struct hours *hours = finder->jobs->options.hours;
    char text[CLOCK_DATE_BYTES];
    enum staff_word words = !hours || !hours_are_limited(hours) ? STAFF_HOURS_UNSET
                            : clock_date_and_time(text)         ? STAFF_HOURS_IN_FORCE
                                                                : STAFF_HOURS_NO_CLOCK;
    return word(finder, words);
}

// Notes first: they are what somebody should do something about.
static void add_notes(struct finder *finder) {
    struct folder folder;
    const struct folder_source source = {FILE_FROM_HERE, SYSTEM_INFO_NOTES, NOTES_LISTED};
    const struct findings *notes = finder->jobs->options.notes;
    for (int i = 0; i < notes->count && i < NOTE_LIMIT; i++) {
        add(finder, STAFF_FACT_NOTE, finding_text(&notes->list[i], finder->arena));
    }
    if (folder_open(&folder, &source, finder->arena) != FILE_OK) {
        return;
    }
    int said_before = finder->count;
    for (int i = 0; i < folder.count && finder->count - said_before < NOTE_LIMIT; i++) {
        const char *path =
            arena_format(finder->arena, "%s/%s", SYSTEM_INFO_NOTES, folder.entries[i].name);
        add(finder, STAFF_FACT_NOTE, read_line(finder->arena, path));
    }
    folder_close(&folder);
}

static const char *find_todo_name(const struct finder *finder) {
    const char *name = finder->jobs->shown->deck.settings.practice_name;
    struct findings findings = {.arena = finder->arena};
    struct deck_builtin files;
    struct settings shipped;
    builtin_deck(&files);
    settings_load(&shipped, files.kiosk_ini, "kiosk.ini", &findings);
    return strcmp(name, shipped.practice_name) == 0
               ? word_fill(word(finder, STAFF_TODO_NAME), "{name}", name, finder->arena)
               : NULL;
}

const char *system_info_old_words(const struct staff_jobs *jobs, struct arena *arena) {
    char today[CLOCK_DATE_BYTES];
    const char *checked = jobs->shown->deck.settings.last_checked;
    const char *words = jobs->options.words->text[STAFF_TODO_OLD];
    clock_date_and_time(today);
    today[strcspn(today, " ")] = '\0';
    return date_is_over_a_year_ago(checked, today) ? word_fill(words, "{date}", checked, arena)
                                                   : NULL;
}

// What whoever sets the screen up may not have come to, as long as the content shows it.
static void add_todos(struct finder *finder) {
    const struct settings *settings = &finder->jobs->shown->deck.settings;
    add(finder, STAFF_FACT_TODO, find_todo_name(finder));
    add(finder, STAFF_FACT_TODO,
        settings->content_owner[0] ? NULL : word(finder, STAFF_TODO_OWNER));
    add(finder, STAFF_FACT_TODO,
        settings->last_checked[0] ? system_info_old_words(finder->jobs, finder->arena)
                                  : word(finder, STAFF_TODO_CHECKED));
}

struct staff_facts system_info_find(const struct staff_jobs *jobs, struct arena *arena) {
    const struct staff_jobs_options *options = &jobs->options;
    const struct settings *settings = &jobs->shown->deck.settings;
    struct finder finder = {.jobs = jobs, .arena = arena};
    add_notes(&finder);
    add_todos(&finder);
    add(&finder, STAFF_FACT_NAME,
        system_info_kiosk_name(jobs->folder, options->device_name, options->words, arena));
    add(&finder, STAFF_FACT_PRACTICE, or_not_said(&finder, settings->practice_name));
    add(&finder, STAFF_FACT_PHONE, or_not_said(&finder, settings->phone));
    add(&finder, STAFF_FACT_OWNER, or_not_said(&finder, settings->content_owner));
    add(&finder, STAFF_FACT_CHECKED, or_not_said(&finder, settings->last_checked));
    add(&finder, STAFF_FACT_UPDATED, find_updated(&finder));
    add(&finder, STAFF_FACT_CONTENT, system_info_content_version(jobs, arena));
    add(&finder, STAFF_FACT_VERSION, "dit-kiosk " DIT_VERSION);
    add(&finder, STAFF_FACT_HEAT, find_heat(&finder));
    add(&finder, STAFF_FACT_POWER, find_power(&finder));
    add(&finder, STAFF_FACT_CLOCK, find_clock(&finder));
    add(&finder, STAFF_FACT_HOURS, find_hours(&finder));
    add(&finder, STAFF_FACT_STICKS,
        sandbox_has_landlock() ? NULL : word(&finder, STAFF_STICKS_HALF));
    return (struct staff_facts){finder.list, finder.count};
}
