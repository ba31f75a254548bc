// SPDX-License-Identifier: MIT
// Any bytes as kiosk.ini, as device.ini and as the interface's words. Whatever is wrong in them,
// every setting stays inside its limits, the number is one that patients may ring, the square code
// can be made, and no button is without a word.
#include "fuzz.h"

#include "content/limits.h"
#include "content/phone/phone.h"
#include "content/phone/phone_find.h"
#include "content/settings/device.h"
#include "content/settings/settings.h"
#include "content/words/words.h"
#include "layout/qr.h"

static const char path[] = "kiosk.ini";

static void check_words_of(const char *text, int most) {
    FUZZ_CHECK(text && fuzz_count_letters(str_from(text)) <= most && !strpbrk(text, "\n\r\t"));
    fuzz_check_text(str_from(text));
}

static bool ends_in_digits(const char *uri, const char *start) {
    size_t size = strlen(start);
    return strncmp(uri, start, size) == 0 && uri[size] &&
           strspn(uri + size, "0123456789") == strlen(uri + size);
}

// RFC 3966, a number of the United Kingdom, and what people read dials the same.
static void check_phone(const struct settings *settings, struct arena *arena) {
    const char *uri = phone_uri(str_from(settings->phone), arena);
    if (!settings->phone[0] && !uri[0]) {
        return;
    }
    FUZZ_CHECK(ends_in_digits(uri, "tel:+44"));
    size_t digits = strlen(uri) - strlen("tel:+44");
    FUZZ_CHECK(digits >= 9 && digits <= 10);
    FUZZ_CHECK(strchr("123578", uri[strlen("tel:+44")]));
    FUZZ_CHECK(strspn(settings->phone, "0123456789 +-()") == strlen(settings->phone));
    struct str found;
    FUZZ_CHECK(phone_find(str_from(settings->phone), 0, &found));
    FUZZ_CHECK(str_equals(found, settings->phone));
    struct dialled read = phone_dial(str_from(settings->phone));
    struct dialled rung = phone_dial(str_from(uri + strlen("tel:")));
    FUZZ_CHECK(strcmp(read.digits, rung.digits) == 0);
    FUZZ_CHECK(!phone_find_service(read.digits));
}

static void check_code(const struct settings *settings, struct arena *arena) {
    const char *payload = settings_qr_payload(settings, arena);
    struct qr qr;
    FUZZ_CHECK(settings->qr == QR_PHONE || settings->qr == QR_LINK || settings->qr == QR_CONTACT);
    FUZZ_CHECK(settings->qr != QR_LINK || settings->link[0]);
    FUZZ_CHECK(settings->qr != QR_CONTACT || settings->service_name[0]);
    FUZZ_CHECK(!settings->link[0] || strncmp(settings->link, "https://", 8) == 0);
    FUZZ_CHECK(strlen(settings->link) <= LIMIT_QR_BYTES);
    bool has_code = settings->phone[0] || settings->qr == QR_LINK;
    FUZZ_CHECK(has_code == (payload[0] != '\0'));
    FUZZ_CHECK(strlen(payload) <= LIMIT_QR_BYTES);
    for (int strength = QR_LARGE_MODULES; strength <= QR_MORE_MODULES; strength++) {
        FUZZ_CHECK(qr_build(&qr, payload, (enum qr_strength)strength, arena) == has_code);
        FUZZ_CHECK(!has_code || qr.modules <= 33);
    }
}

static void check_languages(const struct settings *settings) {
    FUZZ_CHECK(settings->language_count >= 1 && settings->language_count <= LIMIT_LANGUAGES);
    for (int i = 0; i < settings->language_count; i++) {
        const char *tag = settings->language_tags[i];
        FUZZ_CHECK(strlen(tag) >= 2 && strlen(tag) <= 20);
        FUZZ_CHECK(strspn(tag, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(tag));
        for (int k = 0; k < i; k++) {
            FUZZ_CHECK(strcmp(tag, settings->language_tags[k]) != 0);
        }
    }
}

static void check_drawings(const struct settings *settings) {
    for (int i = 0; i < settings->drawings.count; i++) {
        const char *name = settings->drawings.list[i].text;
        fuzz_check_line(settings->drawings.list[i].key);
        FUZZ_CHECK(name[0]);
        FUZZ_CHECK(!strpbrk(name, "/._ "));
    }
}

static void check_settings(const struct settings *settings) {
    check_words_of(settings->practice_name, 60);
    check_words_of(settings->strapline, 60);
    check_words_of(settings->content_owner, 80);
    check_words_of(settings->service_name, 60);
    FUZZ_CHECK(strlen(settings->last_checked) == 0 || strlen(settings->last_checked) == 10);
    FUZZ_CHECK(settings->theme == THEME_LIGHT || settings->theme == THEME_CONTRAST);
    FUZZ_CHECK(settings->text_size >= TEXT_NORMAL && settings->text_size < TEXT_SIZE_COUNT);
    FUZZ_CHECK(settings->idle_s >= 60 && settings->idle_s <= 600);
    FUZZ_CHECK(settings->countdown_s >= 20 && settings->countdown_s <= 120);
    FUZZ_CHECK(settings->words_a_minute >= 80 && settings->words_a_minute <= 200);
    check_languages(settings);
    check_drawings(settings);
}

static void fuzz_settings(struct str text, struct findings *findings) {
    struct settings settings;
    settings_load(&settings, text, path, findings);
    check_settings(&settings);
    check_phone(&settings, findings->arena);
    check_code(&settings, findings->arena);
    bool is_faultless = findings->error_count == 0;
    FUZZ_CHECK(!is_faultless || (settings.practice_name[0] && settings.phone[0]));
}

static void fuzz_device(struct str text, struct findings *findings) {
    struct device device;
    device_load(&device, text, "device.ini", findings);
    FUZZ_CHECK(device.rotate == -1 || (device.rotate % 90 == 0 && device.rotate >= 0));
    FUZZ_CHECK(device.touch_rotate == -1 || device.touch_rotate % 90 == 0);
    FUZZ_CHECK(device.touch_rotate >= -1 && device.touch_rotate < 360);
    double inches = device.screen_inches;
    FUZZ_CHECK((inches >= 3 && inches <= 120) || (inches >= 0 && inches <= 0));
}

// As a translation of an English text with parts to fill in: a sentence that lacks one is not used.
static void fuzz_words(struct str text, struct findings *findings) {
    static const char english[] = "direction = ltr\npage_of = {page} of {pages}\n";
    struct findings none = {.arena = findings->arena};
    struct words source = {.tag = "en"}, words = {.tag = "ta"};
    words_load(&source, str_from(english), "assets/words/en.ini", NULL, &none);
    words_load(&words, text, "assets/words/ta.ini", &source, findings);
    FUZZ_CHECK(strcmp(words.tag, "ta") == 0);
    for (int i = 0; i < WORD_COUNT; i++) {
        FUZZ_CHECK(words.text[i] && words.text[i][0] && !strpbrk(words.text[i], "\n\r"));
        fuzz_check_text(str_from(words.text[i]));
    }
    FUZZ_CHECK(strstr(words.text[WORD_PAGE_OF], "{page}"));
    FUZZ_CHECK(strstr(words.text[WORD_PAGE_OF], "{pages}"));
}

void fuzz_one(struct str bytes, struct arena *arena) {
    static void (*const readers[])(struct str, struct findings *) = {fuzz_settings, fuzz_device,
                                                                     fuzz_words};
    const struct encoding_source source = {bytes, path, arena};
    struct findings refused = {.arena = arena};
    struct str text;
    if (!encoding_load(&text, &source, &refused)) {
        return;
    }
    for (int i = 0; i < COUNT_OF(readers); i++) {
        struct findings findings = {.arena = arena};
        readers[i](text, &findings);
        fuzz_check_findings(&findings, fuzz_count_lines(text));
    }
}
