// SPDX-License-Identifier: MIT
// The practice's own settings: the table of them, and the readers for the few that are more than a
// word or a number. What one option needs from another is checked when all have been read.
#include "content/settings/settings.h"

#include "base/utf8.h"
#include "content/limits.h"
#include "content/phone/phone.h"
#include "content/settings/options.h"
#include "content/settings/phone_line.h"

#include <string.h>
#include <strings.h>

// What may name a file.
#define NAME_SIGNS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-"

static const struct option_choice themes[] = {
    {"light", THEME_LIGHT}, {"contrast", THEME_CONTRAST}, {NULL, 0}};
static const struct option_choice text_sizes[] = {
    {"normal", TEXT_NORMAL}, {"larger", TEXT_LARGER}, {"largest", TEXT_LARGEST}, {NULL, 0}};
static const struct option_choice qr_choices[] = {
    {"phone", QR_PHONE}, {"link", QR_LINK}, {"contact", QR_CONTACT}, {NULL, 0}};

// The next word of *text in small letters, or NULL. Words are parted by spaces or commas.
static const char *next_word(const char **text, struct arena *arena) {
    const char *at = *text + strspn(*text, " \t,");
    size_t size = strcspn(at, " \t,");
    *text = at + size;
    return size > 0 ? arena_lower(arena, (struct str){at, size}) : NULL;
}

struct keyed_text *settings_find_text(const struct keyed_texts *texts, const char *key) {
    for (int i = 0; i < texts->count; i++) {
        if (strcmp(texts->list[i].key, key) == 0) {
            return &texts->list[i];
        }
    }
    return NULL;
}

static void add_text(const struct option_line *line, const char *key) {
    struct keyed_texts *texts = option_place(line);
    *ARENA_ADD(line->findings->arena, texts->list, texts->count) =
        (struct keyed_text){key, line->value, line->place.line, false, false};
}

// "what-is-dit = tangled-thread".
static void read_drawing(const struct option_line *line) {
    const char *owner = arena_lower(line->findings->arena, str_from(line->key));
    const char *name = line->value;
    if (!name[0] || name[strspn(name, NAME_SIGNS)]) {
        option_add_error(line, "does not name one drawing.",
                         "Write one of the drawings that are named above these lines.");
    } else if (settings_find_text(option_place(line), owner)) {
        option_add_error(line, "is a second drawing for the same card.",
                         "Keep one of the two lines.");
    } else {
        add_text(line, owner);
    }
}

// What an earlier version had in the place of drawings.
static void read_icon(const struct option_line *line) {
    finding_warning(line->findings, line->place, "Cards have no icons any more, but drawings.",
                    "Take this line out, and name a drawing below [drawings].");
}

// "poster.ar = …", behind whose first dot a language stands.
static void read_sentence(const struct option_line *line) {
    struct arena *arena = line->findings->arena;
    const char *tag = arena_lower(arena, str_from(strchr(line->key, '.') + 1));
    if (!settings_is_language(tag)) {
        option_add_error(line, "does not name a language.",
                         "Write its short name behind the dot, such as poster.ar.");
    } else if (utf8_letter_count(str_from(line->value)) > line->option->most) {
        option_add_error(line, "is too long.",
                         arena_format(arena, "Use %d letters at most.", line->option->most));
    } else if (settings_find_text(option_place(line), tag)) {
        option_add_error(line, "stands here again.", "Keep one of the two lines.");
    } else {
        add_text(line, tag);
    }
}

// BCP 47 as far as folder names need it: two or three letters, then parts of two to eight.
bool settings_is_language(const char *word) {
    size_t first = strcspn(word, "-");
    size_t size = strlen(word);
    return (first == 2 || first == 3) && size <= 20 && word[size - 1] != '-' &&
           word[strspn(word, NAME_SIGNS)] == '\0';
}

bool settings_shows(const struct settings *settings, const char *language) {
    for (int i = 0; i < settings->language_count; i++) {
        if (strcasecmp(settings->language_tags[i], language) == 0) {
            return true;
        }
    }
    return false;
}

static void read_languages(const struct option_line *line) {
    struct arena *arena = line->findings->arena;
    const char **tags = ARENA_ARRAY(arena, const char *, LIMIT_LANGUAGES);
    struct settings read = {.language_tags = tags};
    const char *rest = line->value, *what = NULL, *todo = NULL;
    for (const char *tag; !what && (tag = next_word(&rest, arena)) != NULL;) {
        const char *shown = finding_quote(tag, arena);
        if (!settings_is_language(tag)) {
            what = arena_format(arena, "has “%s”, which is not a language.", shown);
            todo = "Write the short names of languages, such as en, ar or ta.";
        } else if (settings_shows(&read, tag)) {
            what = arena_format(arena, "has “%s” twice.", shown);
            todo = "Keep one of them.";
        } else if (read.language_count == LIMIT_LANGUAGES) {
            what = "has too many languages.";
            todo = "Name 16 languages at most.";
        } else {
            tags[read.language_count++] = tag;
        }
    }
    if (!what && read.language_count == 0) {
        what = "names no language.";
        todo = "Write at least one, such as en.";
    }
    if (what) {
        option_add_error(line, what, todo);
        return;
    }
    struct settings *settings = line->target;
    settings->language_tags = tags;
    settings->language_count = read.language_count;
    settings->languages_line = line->place.line;
}

// RFC 3986, appendix A; letters of other scripts are no part of it.
#define ADDRESS_SIGNS NAME_SIGNS "._~:/?#[]@!$&'()*+,;=%"

static void read_link(const struct option_line *line) {
    static const char scheme[] = "https://",
                      copy[] = "Copy the whole address from the web browser.";
    const char *link = line->value;
    if (*link && strncmp(link, scheme, strlen(scheme)) != 0) {
        option_add_error(line, "does not start with https://.", copy);
    } else if (link[strspn(link, ADDRESS_SIGNS)]) {
        option_add_error(line, "has a space or a sign in it that a web address cannot have.", copy);
    } else if (*link && !strchr(link + strlen(scheme), '.')) {
        option_add_error(line, "is not a whole web address.", copy);
    } else if (strlen(link) > LIMIT_QR_BYTES) {
        option_add_error(line, "is too long for a code that phones can read.",
                         "Use an address of at most 62 letters.");
    } else {
        option_set_text(line);
    }
}

enum { POSTER_LETTERS = 90 };
enum { AT_QR = 10, AT_LINK };

#define FIELD(name) .offset = offsetof(struct settings, name)

static const struct option options[] = {
    {"practice", "name", OPTION_TEXT, NULL, .most = 60, FIELD(practice_name), .is_required = true,
     .plain = "Name of the practice",
     .about = "Write the name of the practice, at the top of every screen."},
    {"practice", "strapline", OPTION_TEXT, "", .most = 60, FIELD(strapline),
     .plain = "Words beside the name", .about = "A few quiet words beside the name."},
    {"practice", "strapline.", OPTION_OWN, NULL, .read = read_sentence, .most = 60,
     FIELD(straplines), .has_tail = true, .may_repeat = true, .form = "a few words",
     .plain = "Words beside the name in other languages",
     .about = "The same in another language, such as strapline.ar."},
    {"practice", "poster", OPTION_TEXT, "", .most = POSTER_LETTERS, FIELD(poster),
     .plain = "Sentence of the poster",
     .about = "What this is about, in one sentence that is read across the room."},
    {"practice", "poster.", OPTION_OWN, NULL, .read = read_sentence, .most = POSTER_LETTERS,
     FIELD(posters), .has_tail = true, .may_repeat = true, .form = "a sentence",
     .plain = "Sentence of the poster in other languages",
     .about = "The same in another language, such as poster.ar."},
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

    {"referral", "phone", OPTION_OWN, NULL, .read = phone_line_read, FIELD(phone),
     .is_required = true, .form = "a telephone number",
     .about = "Write the telephone number for self-referral, with its spaces."},
    {"referral", "service", OPTION_TEXT, "", .most = 60, FIELD(service_name),
     .plain = "Name that phones save",
     .about = "The name that a phone saves with the number, for qr = contact."},
    [AT_QR] = {"referral", "qr", OPTION_CHOICE, "phone", .choices = qr_choices, FIELD(qr),
               .about = "What the square code does: ring the number, open the link, or save a "
                        "contact."},
    [AT_LINK] = {"referral", "link", OPTION_OWN, "", .read = read_link, FIELD(link),
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
    {"display", "icon", OPTION_OWN, NULL, .read = read_icon, .may_repeat = true, .form = "nothing",
     .about = "Cards have drawings now, see below [drawings]."},

    {"drawings", "", OPTION_OWN, NULL, .read = read_drawing, FIELD(drawings), .has_tail = true,
     .may_repeat = true, .form = "a drawing", .plain = "Drawings of the cards",
     .about =
         "The drawing of one card: the card, then the drawing; poster and refer have one too."},

    {"languages", "show", OPTION_OWN, "en", .read = read_languages, .form = "such as en ar ta",
     .about = "The languages to show; the first is the one that the screen starts in."},
};

static const struct option_table table = {options, COUNT_OF(options)};

void settings_init(struct settings *settings, struct arena *arena) {
    *settings = (struct settings){.practice_name = "", .phone = ""};
    options_init(settings, &table, arena);
}

// MECARD keeps ; : , and \ for itself.
static const char *escaped(const char *name, struct arena *arena) {
    char *out = arena_alloc(arena, strlen(name) * 2 + 1);
    char *at = out;
    for (; *name; name++) {
        if (strchr(";:,\\", *name)) {
            *at++ = '\\';
        }
        *at++ = *name;
    }
    return out;
}

const char *settings_qr_payload(const struct settings *settings, struct arena *arena) {
    const char *uri = phone_uri(str_from(settings->phone), arena);
    if (settings->qr == QR_LINK) {
        return settings->link;
    }
    if (settings->qr == QR_CONTACT && uri[0]) { // nobody saves a contact without a number
        return arena_format(arena, "MECARD:N:%s;TEL:%s;;", escaped(settings->service_name, arena),
                            uri + strlen("tel:"));
    }
    return uri;
}

// A code that cannot be made falls back to the number, which is on every screen anyway. `findings`
// is NULL where another fault was said, of which this one may only follow.
static void check_qr(struct settings *settings, struct arena *arena, struct finding_place place,
                     struct findings *findings) {
    bool is_link = settings->qr == QR_LINK, is_contact = settings->qr == QR_CONTACT;
    bool has_link = settings->link[0], has_service = settings->service_name[0];
    bool fits = strlen(settings_qr_payload(settings, arena)) <= LIMIT_QR_BYTES;
    const struct {
        bool is_so;
        const char *what, *todo;
    } faults[] = {
        {!is_link && has_link, "There is a link, but the square code does not use it.",
         "Write qr = link, or leave the link empty."},
        {is_link && !has_link, "“qr = link” needs a web address.",
         "Write the address behind link = in the next lines, or write qr = phone."},
        {is_contact && !has_service, "“qr = contact” needs the name of the service.",
         "Write the name behind service = , or write qr = phone."},
        {is_contact && !fits,
         "The name of the service is too long for a code that phones can read.",
         "Make the name behind service = shorter: 30 letters are sure to fit."},
    };
    for (int i = 0; i < COUNT_OF(faults); i++) {
        if (faults[i].is_so) {
            settings->qr = QR_PHONE;
            if (findings) {
                finding_error(findings, place, faults[i].what, faults[i].todo);
            }
            return;
        }
    }
}

void settings_load(struct settings *settings, struct str ini, const char *path,
                   struct findings *findings) {
    struct option_file file = {.ini = ini, .path = path};
    int errors_before = findings->error_count;
    settings_init(settings, findings->arena);
    options_load(settings, &table, &file, findings);
    struct finding_place place = {path, file.line_of[AT_QR]};
    place.line = place.line > 0 ? place.line : file.line_of[AT_LINK];
    check_qr(settings, findings->arena, place,
             findings->error_count == errors_before ? findings : NULL);
}

const char *settings_reference(struct arena *arena) {
    return options_reference(&table, arena);
}

static const struct keyed_texts *texts_of(const struct settings *settings,
                                          const struct option *option) {
    return (const void *)((const char *)settings + option->offset);
}

static bool same_texts(const struct keyed_texts *a, const struct keyed_texts *b) {
    bool is_same = a->count == b->count;
    for (int i = 0; is_same && i < a->count; i++) {
        is_same = strcmp(a->list[i].key, b->list[i].key) == 0 &&
                  strcmp(a->list[i].text, b->list[i].text) == 0;
    }
    return is_same;
}

void settings_compare(const struct settings *old, const struct settings *now,
                      const struct settings_taker *taker, struct arena *arena) {
    for (int i = 0; i < COUNT_OF(options); i++) {
        const struct option *option = &options[i];
        if (!option->plain) {
            continue; // it is told in another way, or not kept
        }
        const char *before = option_text(old, option, arena);
        const char *after = option_text(now, option, arena);
        bool is_same = option->may_repeat ? same_texts(texts_of(old, option), texts_of(now, option))
                                          : strcmp(before, after) == 0;
        if (!is_same) {
            taker->take(taker->self, option->plain, before, after);
        }
    }
}

void settings_take_practice(struct settings *to, const struct settings *from) {
    to->practice_name = from->practice_name;
    to->strapline = from->strapline;
    to->straplines = from->straplines;
    to->phone = from->phone;
    to->service_name = from->service_name;
    to->qr = from->qr;
    to->link = from->link;
    to->has_counts = from->has_counts;
}
