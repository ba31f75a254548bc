// SPDX-License-Identifier: MIT
// Names of files as staff, Windows and Macs write them, brought into the one form that the rest of
// the kiosk knows.
#include "content/name.h"

#include "base/edit_distance.h"
#include "content/limits.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define DIGITS "0123456789"

enum { NUMBER_DIGITS = 6 };

bool name_is_junk(const char *name) {
    static const char *const whole[] = {
        "thumbs.db",    "desktop.ini", "ehthumbs.db",  "system volume information",
        "$recycle.bin", "autorun.inf", "icon\r",       "__macosx",
        "lost+found",   "folder.jpg",  "albumart.jpg",
    };
    if (name[0] == '.' || strncmp(name, "~$", 2) == 0 || strncasecmp(name, "~wrl", 4) == 0) {
        return true; // .DS_Store, ._copies of Macs, .Trashes; Word's lock files
    }
    for (int i = 0; i < COUNT_OF(whole); i++) {
        if (strcasecmp(name, whole[i]) == 0) {
            return true;
        }
    }
    size_t size = strlen(name);
    return size > 1 && name[size - 1] == '~'; // the copies that editors keep
}

static bool ends_in(struct str name, const char *ending) {
    size_t size = strlen(ending);
    return name.size > size && strncasecmp(name.at + name.size - size, ending, size) == 0;
}

// Without the .txt that Windows adds to what it does not know, and hides.
static struct str without_txt(struct str name) {
    struct str shorter = {name.at, name.size - (ends_in(name, ".txt") ? 4 : 0)};
    return ends_in(shorter, ".md") || ends_in(shorter, ".ini") ? shorter : name;
}

bool name_is(const char *file_name, const char *wanted) {
    return str_equals_ignoring_case(without_txt(str_from(file_name)), wanted);
}

static const struct {
    const char *ending;
    enum name_kind kind;
} endings[] = {
    {".docx", NAME_DOCUMENT}, {".doc", NAME_DOCUMENT},  {".rtf", NAME_DOCUMENT},
    {".odt", NAME_DOCUMENT},  {".pdf", NAME_DOCUMENT},  {".txt", NAME_TEXT},
    {".html", NAME_DOCUMENT}, {".htm", NAME_DOCUMENT},  {".pages", NAME_DOCUMENT},
    {".rtfd", NAME_DOCUMENT}, {".pptx", NAME_DOCUMENT}, {".markdown", NAME_TEXT},
    {".png", NAME_PICTURE},   {".jpg", NAME_PICTURE},   {".jpeg", NAME_PICTURE},
    {".svg", NAME_PICTURE},   {".gif", NAME_PICTURE},   {".bmp", NAME_PICTURE},
    {".webp", NAME_PICTURE},  {".heic", NAME_PICTURE},  {".tif", NAME_PICTURE},
};

static enum name_kind kind_by_ending(struct str name) {
    for (int i = 0; i < COUNT_OF(endings); i++) {
        if (ends_in(name, endings[i].ending)) {
            return endings[i].kind;
        }
    }
    return NAME_OTHER;
}

bool name_is_picture(struct str name) {
    return kind_by_ending(name) == NAME_PICTURE && !memchr(name.at, ':', name.size);
}

bool name_is_junk_in_images(const char *name) {
    bool can_be_used = name[0] != '.' && name_is_picture(str_from(name));
    return !can_be_used && name_is_junk(name);
}

// Letters, digits and hyphens; spaces and low lines become hyphens. NULL for anything else.
static const char *read_id(struct str text, struct arena *arena) {
    text = str_trim(text);
    if (text.size == 0 || text.size > LIMIT_CARD_ID_BYTES) {
        return NULL;
    }
    char *id = arena_lower(arena, text);
    for (char *c = id; (c = strpbrk(c, " _")) != NULL;) {
        *c = '-';
    }
    return id[strspn(id, "abcdefghijklmnopqrstuvwxyz" DIGITS "-")] ? NULL : id;
}

// "10-what-is-dit", "10 What is DIT", "10_what"
static struct name read_card_name(struct str base, struct arena *arena) {
    const char *text = arena_text(arena, base);
    size_t digits = strspn(text, DIGITS);
    size_t start = digits + strspn(text + digits, "-_ .");
    if (digits == 0 || start == digits || start == base.size) {
        return (struct name){.kind = NAME_NO_NUMBER};
    }
    const char *id = read_id(str_from(text + start), arena);
    if (!id || digits > NUMBER_DIGITS) {
        return (struct name){.kind = NAME_STRANGE};
    }
    return (struct name){NAME_CARD, strtol(text, NULL, 10), id};
}

struct name name_read(const char *file_name, struct arena *arena) {
    struct str plain = without_txt(str_from(file_name));
    if (!ends_in(plain, ".md")) {
        return (struct name){name_is_junk(file_name) ? NAME_JUNK : kind_by_ending(plain), 0, NULL};
    }
    if (str_equals_ignoring_case(plain, "refer.md")) {
        return (struct name){NAME_REFER, -1, "refer"};
    }
    if (str_equals_ignoring_case(plain, "urgent-help.md")) {
        return (struct name){NAME_URGENT, -1, "urgent-help"};
    }
    struct name name = read_card_name((struct str){plain.at, plain.size - 3}, arena);
    if (name.kind == NAME_NO_NUMBER && name_is_junk(file_name)) {
        name.kind = NAME_JUNK; // ._10-what.md; no junk begins with a number and ends in .md
    }
    return name;
}

static struct str without_ending(struct str name) {
    const char *dot = name.size > 0 ? memrchr(name.at, '.', name.size) : NULL;
    return dot ? (struct str){name.at, (size_t)(dot - name.at)} : name;
}

const char *name_find_meant(const char *file_name, struct arena *arena) {
    static const char *const names[] = {"refer", "urgent-help"};
    struct str base = str_trim(without_ending(without_txt(str_from(file_name))));
    const char *near = edit_distance_nearest(arena_text(arena, base), names, COUNT_OF(names));
    return near ? arena_format(arena, "%s.md", near) : NULL;
}

const char *name_with_md(const char *file_name, struct arena *arena) {
    struct str base = str_trim(without_ending(str_from(file_name)));
    return arena_format(arena, "%s.md", arena_text(arena, base));
}

bool name_is_plain(struct str name) {
    for (size_t i = 0; i < name.size; i++) {
        if ((unsigned char)name.at[i] <= ' ' || strchr("/\\:?#&", name.at[i])) {
            return false;
        }
    }
    return name.size > 0 && name.size < 200 && name.at[0] != '.';
}
