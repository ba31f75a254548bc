// SPDX-License-Identifier: MIT
// The practice's own settings, kiosk.ini, as one table of options: key, type, default, limits and a
// sentence for staff. The table reads the file, makes the findings and prints the reference.
#pragma once

#include "base/finding.h"

enum theme_choice { THEME_LIGHT, THEME_CONTRAST, THEME_COUNT };
enum text_size { TEXT_NORMAL, TEXT_LARGER, TEXT_LARGEST, TEXT_SIZE_COUNT };
enum qr_choice { QR_PHONE, QR_LINK, QR_CONTACT };

// A setting with a line for each of several: a sentence in many languages, the drawings of cards.
struct keyed_text {
    const char *key;                // a language; the id of a card, "poster" or "refer"
    const char *text;               // the sentence; a file in assets/drawings, without ".svg"
    int line;                       // in kiosk.ini
    bool has_drawing, is_asked_for; // found out when a deck is loaded; see drawings.h
};
struct keyed_texts {
    struct keyed_text *list;
    int count;
};

struct settings {
    const char *practice_name;
    const char *strapline; // the quiet words beside the name; may be empty
    struct keyed_texts straplines;
    const char *poster; // the sentence of the poster, in the first language; may be empty
    struct keyed_texts posters;
    const char *content_owner; // who answers for the words; may be empty
    const char *last_checked;  // ISO date YYYY-MM-DD; may be empty
    bool has_counts;           // how often each card is opened is counted

    const char *phone;        // as patients read it: "0203 228 1350"; empty: it has a fault
    const char *service_name; // for a contact card
    enum qr_choice qr;
    const char *link; // https://..., only with QR_LINK

    enum theme_choice theme;
    enum text_size text_size;
    bool has_motion;
    int idle_s;         // without a touch, before "Are you still reading?"; at least 60
    int countdown_s;    // that question waits this long; at least 20
    int words_a_minute; // reading pace of the loop
    struct keyed_texts drawings;

    const char *const *language_tags; // those to show, in order; the first is the default
    int language_count;
    int languages_line; // in kiosk.ini; 0 where it does not say
};

// Every option at its default.
void settings_init(struct settings *settings, struct arena *arena);

// Reads the text of a kiosk.ini (already UTF-8 with LF). What is wrong becomes a finding on `path`
// and keeps its default. Texts live in findings->arena.
void settings_load(struct settings *settings, struct str ini, const char *path,
                   struct findings *findings);

// Name, number, QR code and counting of one practice over the cards of another: because a card was
// broken, help is never rung up at somebody else's number, and nobody is counted who should not be.
void settings_take_practice(struct settings *to, const struct settings *from);

// Is given every setting that differs, but for the number, the code and the languages, which are
// more than a setting; the values as kiosk.ini would have them, NULL where they are many. `plain`
// is its name for people.
struct settings_taker {
    void *self;
    void (*take)(void *self, const char *plain, const char *old, const char *now);
};
void settings_compare(const struct settings *old, const struct settings *now,
                      const struct settings_taker *taker, struct arena *arena);

// The line of that key, or NULL.
struct keyed_text *settings_find_text(const struct keyed_texts *texts, const char *key);

bool settings_shows(const struct settings *settings, const char *language); // ignoring case

// Whether it is the short name of a language, such as en or pt-br, that a folder may have.
bool settings_is_language(const char *word);

// What the QR code says: a tel: URI (RFC 3966), the link, or a MECARD contact; "" without a number.
const char *settings_qr_payload(const struct settings *settings, struct arena *arena);

// The reference that `check --explain` prints: every key with its meaning, default and limits.
const char *settings_reference(struct arena *arena);
