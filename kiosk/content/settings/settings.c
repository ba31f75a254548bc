// SPDX-License-Identifier: MIT
// The practice's own settings: the table of them, and the readers for the few that are more than a
// word or a number. What one option needs from another is checked when all have been read.
#include "content/settings/settings.h"

#include "content/limits.h"
#include "content/settings/options.h"
#include "content/settings/phone_line.h"
#include "content/settings/qr_payload.h"

#include <string.h>

static const struct option_choice themes[] = {
    {"light", THEME_LIGHT}, {"contrast", THEME_CONTRAST}, {NULL, 0}};
static const struct option_choice text_sizes[] = {
    {"normal", TEXT_NORMAL}, {"larger", TEXT_LARGER}, {"largest", TEXT_LARGEST}, {NULL, 0}};
static const struct option_choice qr_choices[] = {
    {"phone", QR_PHONE}, {"link", QR_LINK}, {"contact", QR_CONTACT}, {NULL, 0}};

static void read_phone(void *target, const struct option_line *line);
static void read_link(void *target, const struct option_line *line);
static void read_icon(void *target, const struct option_line *line);
static void read_languages(void *target, const struct option_line *line);

enum { AT_NAME, AT_PHONE = 5, AT_SERVICE, AT_QR, AT_LINK };

#define FIELD(name) .offset = offsetof(struct settings, name)

static const struct option options[] = {
    [AT_NAME] = {"practice", "name", OPTION_TEXT, "", .most = 60, FIELD(practice_name),
                 .is_required = true, .plain = "Name of the practice",
                 .about = "Write the name of the practice, at the top of every screen."},
    {"practice", "strapline", OPTION_TEXT, "", .most = 60, FIELD(strapline),
     .plain = "Words beside the name", .about = "A few quiet words beside the name."},
    {"practice", "content_owner", OPTION_TEXT, "", .most = 80, FIELD(content_owner),
     .plain = "Who answers for the words",
     .about = "Who answers for the words on the cards; staff see it."},
    {"practice", "last_checked", OPTION_DATE, "", FIELD(last_checked),
     .plain = "Day when the words were checked",
     .about = "The day when somebody last checked the words."},
    {"practice", "counts", OPTION_SWITCH, "on", FIELD(has_counts),
     .plain = "Counting of opened cards",
     .about = "Whether the kiosk counts how often each card is opened in a day. It keeps no times "
              "and nothing about people."},

    [AT_PHONE] = {"referral", "phone", OPTION_OWN, NULL, .read = read_phone, .is_required = true,
                  .form = "a telephone number",
                  .about = "Write the telephone number for self-referral, with its spaces."},
    [AT_SERVICE] = {"referral", "service", OPTION_TEXT, "", .most = 60, FIELD(service_name),
                    .plain = "Name that phones save",
                    .about = "The name that a phone saves with the number, for qr = contact."},
    [AT_QR] = {"referral", "qr", OPTION_CHOICE, "phone", .choices = qr_choices, FIELD(qr),
               .about = "What the square code does: ring the number, open the link, or save a "
                        "contact."},
    [AT_LINK] = {"referral", "link", OPTION_OWN, "", .read = read_link,
                 .form = "https://…, up to 62 letters", .about = "The web address for qr = link."},

    {"display", "theme", OPTION_CHOICE, "light", .choices = themes, FIELD(theme),
     .plain = "Colours", .about = "The colours to start with."},
    {"display", "text", OPTION_CHOICE, "normal", .choices = text_sizes, FIELD(text_size),
     .plain = "Size of letters", .about = "The size of letters to start with."},
    {"display", "motion", OPTION_SWITCH, "on", FIELD(has_motion), .plain = "Cards glide and fade",
     .about = "Whether cards glide and fade, or change at once."},
    {"display", "idle_seconds", OPTION_NUMBER, "90", 60, 600, FIELD(idle_s),
     .plain = "Seconds until the screen asks",
     .about = "Without a touch for so long, the screen asks: are you still reading?"},
    {"display", "countdown_seconds", OPTION_NUMBER, "25", 20, 120, FIELD(countdown_s),
     .plain = "Seconds that the question waits", .about = "How long that question waits."},
    {"display", "words_a_minute", OPTION_NUMBER, "130", 80, 200, FIELD(words_a_minute),
     .plain = "Words a minute",
     .about = "How fast the cards turn by themselves; a smaller number is slower."},
    {"display", "icon", OPTION_OWN, NULL, .read = read_icon, .may_repeat = true,
     .form = "CARD DRAWING",
     .about = "The drawing of one card on the topics screen; one line for each card."},

    {"languages", "show", OPTION_OWN, "en", .read = read_languages, .form = "such as en ar ta",
     .about = "The languages to show; the first is the one that the screen starts in."},
};

static const struct option_table table = {options, COUNT_OF(options)};

static void read_phone(void *target, const struct option_line *line) {
    struct settings *settings = target;
    struct phone phone;
    if (phone_line_read(&phone, line)) {
        settings->phone = phone.shown;
        settings->phone_uri = phone.uri;
    }
}

static void read_link(void *target, const struct option_line *line) {
    struct settings *settings = target;
    const struct qr_payload_fault *fault = qr_payload_find_link_fault(line->value);
    if (fault) {
        option_add_error(line, fault->what, fault->todo);
    } else {
        settings->link = arena_text(line->findings->arena, str_from(line->value));
    }
}

// Takes the next word off *text; false when there is none. Words are parted by spaces or commas.
static bool next_word(const char **text, struct str *word) {
    const char *at = *text + strspn(*text, " \t,");
    size_t size = strcspn(at, " \t,");
    *word = (struct str){at, size};
    *text = at + size;
    return size > 0;
}

// What may name a file: small letters, digits, hyphens.
static bool is_name(struct str word) {
    for (size_t i = 0; i < word.size; i++) {
        char c = word.at[i];
        bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!is_letter && !(c >= '0' && c <= '9') && c != '-' && c != '_') {
            return false;
        }
    }
    return word.size > 0;
}

static void add_icon(struct settings *settings, struct icon_choice choice, struct arena *arena) {
    struct icon_choice *icons; // ours to fill; everybody else only reads them
    memcpy(&icons, &settings->icons, sizeof(void *));
    icons = arena_grow(arena, icons, settings->icon_count, sizeof *icons);
    icons[settings->icon_count++] = choice;
    settings->icons = icons;
}

static const struct icon_choice *find_icon(const struct settings *settings, struct str card) {
    for (int i = 0; i < settings->icon_count; i++) {
        if (str_equals_ignoring_case(card, settings->icons[i].card_id)) {
            return &settings->icons[i];
        }
    }
    return NULL;
}

static const char *lower_copy(struct str text, struct arena *arena) {
    char *copy = arena_text(arena, text);
    for (char *c = copy; *c; c++) {
        *c = *c >= 'A' && *c <= 'Z' ? (char)(*c - 'A' + 'a') : *c;
    }
    return copy;
}

static void read_icon(void *target, const struct option_line *line) {
    struct settings *settings = target;
    struct arena *arena = line->findings->arena;
    const char *rest = line->value;
    struct str card, icon, extra;
    bool is_complete = next_word(&rest, &card) && next_word(&rest, &icon);
    if (!is_complete || next_word(&rest, &extra) || !is_name(icon)) {
        option_add_error(line, "does not name one card and one drawing.",
                         "Write the card, a space and the drawing, such as what-is-dit talk.");
    } else if (find_icon(settings, card)) {
        option_add_error(line, "is a second drawing for the same card.",
                         "Keep one of the two lines.");
    } else if (settings->icon_count >= LIMIT_ICONS) {
        option_add_error(line, "is one drawing too many.", "Take some of these lines out.");
    } else {
        add_icon(settings,
                 (struct icon_choice){lower_copy(card, arena), lower_copy(icon, arena), line->line},
                 arena);
    }
}

// BCP 47 as far as folder names need it: two or three letters, then parts of two to eight.
bool settings_is_language(struct str word) {
    size_t first = 0;
    while (first < word.size && word.at[first] != '-') {
        first++;
    }
    bool ends_well = word.size > 0 && word.at[word.size - 1] != '-';
    return is_name(word) && !memchr(word.at, '_', word.size) && ends_well &&
           (first == 2 || first == 3) && word.size <= 20;
}

static bool has_tag(const char *const *tags, int count, const char *tag) {
    for (int i = 0; i < count; i++) {
        if (strcmp(tags[i], tag) == 0) {
            return true;
        }
    }
    return false;
}

static void read_languages(void *target, const struct option_line *line) {
    struct settings *settings = target;
    struct arena *arena = line->findings->arena;
    const char *tags[LIMIT_LANGUAGES];
    const char *rest = line->value;
    struct str word;
    int count = 0;
    while (next_word(&rest, &word)) {
        const char *tag = lower_copy(word, arena);
        if (!settings_is_language(word)) {
            option_add_error(line, arena_format(arena, "has “%s”, which is not a language.", tag),
                             "Write the short names of languages, such as en, ar or ta.");
            return;
        }
        if (has_tag(tags, count, tag)) {
            option_add_error(line, arena_format(arena, "has “%s” twice.", tag),
                             "Keep one of them.");
            return;
        }
        if (count == LIMIT_LANGUAGES) {
            option_add_error(line, "has too many languages.", "Name 16 languages at most.");
            return;
        }
        tags[count++] = tag;
    }
    if (count == 0) {
        option_add_error(line, "names no language.", "Write at least one, such as en.");
        return;
    }
    const char **kept = ARENA_ARRAY(arena, const char *, count);
    memcpy(kept, tags, sizeof *tags * (size_t)count);
    settings->language_tags = kept;
    settings->language_count = count;
    settings->languages_line = line->line;
}

void settings_init(struct settings *settings, struct arena *arena) {
    *settings = (struct settings){.phone = "", .phone_uri = ""};
    options_init(settings, &table, arena);
}

const char *settings_qr_payload(const struct settings *settings, struct arena *arena) {
    switch (settings->qr) {
    case QR_LINK:
        return settings->link;
    case QR_CONTACT:
        if (settings->phone_uri[0] == '\0') {
            break; // nobody saves a contact without a number
        }
        return qr_payload_contact(settings->service_name, settings->phone_uri + strlen("tel:"),
                                  arena);
    case QR_PHONE:
        break;
    }
    return settings->phone_uri;
}

static void add_qr_error(const struct option_file *file, struct findings *findings,
                         struct finding finding) {
    finding.level = FINDING_ERROR;
    finding.path = file->path;
    finding.line = file->line_of[AT_QR] > 0 ? file->line_of[AT_QR] : file->line_of[AT_LINK];
    finding_add(findings, finding);
}

// A code that cannot be made falls back to the number, which is on every screen anyway. Silent
// where other findings came first, of which these may only follow.
static void check_qr(struct settings *settings, const struct option_file *file,
                     struct findings *findings, bool is_silent) {
    bool has_phone = settings->phone_uri[0] != '\0';
    struct finding fault = {.what = NULL};
    if (settings->qr != QR_LINK && settings->link[0]) {
        fault.what = "There is a link, but the square code does not use it.";
        fault.todo = "Write qr = link, or leave the link empty.";
    } else if (settings->qr == QR_LINK && !settings->link[0]) {
        fault.what = "“qr = link” needs a web address.";
        fault.todo = "Write the address behind link = in the next lines, or write qr = phone.";
    } else if (settings->qr == QR_CONTACT && !settings->service_name[0]) {
        fault.what = "“qr = contact” needs the name of the service.";
        fault.todo = "Write the name behind service = , or write qr = phone.";
    } else if (settings->qr == QR_CONTACT && has_phone &&
               strlen(settings_qr_payload(settings, findings->arena)) > LIMIT_QR_BYTES) {
        fault.what = "The name of the service is too long for a code that phones can read.";
        fault.todo = "Make the name behind service = shorter: 30 letters are sure to fit.";
    }
    if (fault.what && !is_silent) {
        add_qr_error(file, findings, fault);
    }
    if (fault.what) {
        settings->qr = QR_PHONE;
    }
}

void settings_load(struct settings *settings, struct str ini, const char *path,
                   struct findings *findings) {
    struct option_file file = {.ini = ini, .path = path};
    int errors_before = findings->error_count;
    settings_init(settings, findings->arena);
    options_load(settings, &table, &file, findings);
    check_qr(settings, &file, findings, findings->error_count > errors_before);
}

const char *settings_reference(struct arena *arena) {
    return options_reference(&table, arena);
}

static bool same_icons(const struct settings *a, const struct settings *b) {
    if (a->icon_count != b->icon_count) {
        return false;
    }
    for (int i = 0; i < a->icon_count; i++) {
        if (strcmp(a->icons[i].card_id, b->icons[i].card_id) != 0 ||
            strcmp(a->icons[i].icon, b->icons[i].icon) != 0) {
            return false;
        }
    }
    return true;
}

void settings_compare(const struct settings *old, const struct settings *now,
                      const struct settings_taker *taker, struct arena *arena) {
    for (int i = 0; i < table.count; i++) {
        const char *before = options_value(old, &options[i], arena);
        const char *after = options_value(now, &options[i], arena);
        if (i != AT_QR && before && after && strcmp(before, after) != 0) {
            taker->take(taker->self, options[i].plain, before, after);
        }
    }
    if (!same_icons(old, now)) {
        taker->take(taker->self, "Drawings of the cards", NULL, NULL);
    }
}

void settings_take_practice(struct settings *to, const struct settings *from) {
    to->practice_name = from->practice_name;
    to->strapline = from->strapline;
    to->phone = from->phone;
    to->phone_uri = from->phone_uri;
    to->service_name = from->service_name;
    to->qr = from->qr;
    to->link = from->link;
    to->has_counts = from->has_counts;
}
