// SPDX-License-Identifier: MIT
// See pin.h. All of the secret's work is libcrypt's; what is ours is to refuse PINs that anybody
// would try first, to compare without a hint, and to leave nothing behind in memory.
#include "store/pin/pin.h"

#include <crypt.h>
#include <stdio.h>
#include <string.h>

#include "base/disk.h"

static const char file_name[] = "pin";
static const char yescrypt[] = "$y$";

static bool is_well_formed(const char *pin) {
    size_t digits = strspn(pin, "0123456789");
    return pin[digits] == '\0' && digits >= LIMIT_PIN_DIGITS_LEAST &&
           digits <= LIMIT_PIN_DIGITS_MOST;
}

// Whether each digit lies `step` above the one before, where 0 comes after 9.
static bool has_step(const char *pin, int step) {
    for (int i = 1; pin[i]; i++) {
        if ((pin[i] - pin[i - 1] + 10) % 10 != step) {
            return false;
        }
    }
    return true;
}

// 121212, 123123, 1212121: two times the group at least.
static bool repeats_group(const char *pin) {
    size_t size = strlen(pin);
    for (size_t group = 2; group <= size / 2; group++) {
        if (memcmp(pin, pin + group, size - group) == 0) {
            return true;
        }
    }
    return false;
}

static int pair_at(const char *pin, size_t at) {
    return (pin[at] - '0') * 10 + pin[at + 1] - '0';
}

// Whether each pair of digits lies `step` above the one before, where 00 comes after 99.
static bool has_pair_step(const char *pin, int step) {
    size_t size = strlen(pin);
    for (size_t i = 2; i + 1 < size; i += 2) {
        if ((pair_at(pin, i) - pair_at(pin, i - 2) + 100) % 100 != step) {
            return false;
        }
    }
    return size % 2 == 0;
}

// 112233, 998800
static bool doubles_count(const char *pin, int step) {
    size_t size = strlen(pin);
    for (size_t i = 0; i + 1 < size; i += 2) {
        bool is_next = i == 0 || (pin[i] - pin[i - 2] + 10) % 10 == step;
        if (pin[i] != pin[i + 1] || !is_next) {
            return false;
        }
    }
    return size % 2 == 0;
}

// 020304, 102030, 051015, and the same backwards
static bool has_counting_pairs(const char *pin) {
    static const int steps[] = {1, 2, 5, 10, 11, 20, 22};
    for (int i = 0; i < COUNT_OF(steps); i++) {
        if (has_pair_step(pin, steps[i]) || has_pair_step(pin, 100 - steps[i])) {
            return true;
        }
    }
    return doubles_count(pin, 1) || doubles_count(pin, 9);
}

const char *pin_find_refusal(const char *pin) {
    static const struct {
        int step;
        const char *refusal;
    } rows[] = {
        {0, "One digit over and over is easily guessed. Choose another PIN."},
        {1, "Digits that only count up are easily guessed. Choose another PIN."},
        {9, "Digits that only count down are easily guessed. Choose another PIN."},
    };
    if (!is_well_formed(pin)) {
        return "A PIN is 6 to 12 digits and nothing else. Choose another PIN.";
    }
    for (int i = 0; i < COUNT_OF(rows); i++) {
        if (has_step(pin, rows[i].step)) {
            return rows[i].refusal;
        }
    }
    if (repeats_group(pin)) {
        return "A few digits over and over are easily guessed. Choose another PIN.";
    }
    return has_counting_pairs(pin)
               ? "Pairs of digits that count are easily guessed. Choose another PIN."
               : NULL;
}

// Zeros behind the hash, so that the whole room can be compared.
struct hash {
    char text[CRYPT_OUTPUT_SIZE];
};

// crypt() gives "*0" or nothing where it fails; neither may ever count as a hash.
static bool is_hash(const char *text) {
    return text && strncmp(text, yescrypt, strlen(yescrypt)) == 0;
}

static bool make_hash(struct hash *hash, const char *pin, const char *setting) {
    struct crypt_data work = {0};
    const char *text = crypt_rn(pin, setting, &work, (int)sizeof work);
    bool is_made = is_hash(text) && strlen(text) < sizeof hash->text;
    if (is_made) {
        *hash = (struct hash){{0}};
        memcpy(hash->text, text, strlen(text));
    }
    explicit_bzero(&work, sizeof work);
    return is_made;
}

bool pin_store(int folder, const char *pin) {
    char setting[CRYPT_GENSALT_OUTPUT_SIZE];
    char line[CRYPT_OUTPUT_SIZE + 1];
    struct hash hash;
    if (pin_find_refusal(pin) ||
        !crypt_gensalt_rn(yescrypt, 0, NULL, 0, setting, (int)sizeof setting) ||
        !make_hash(&hash, pin, setting)) {
        return false;
    }
    snprintf(line, sizeof line, "%s\n", hash.text);
    const struct disk_place place = {folder, file_name};
    bool is_kept = disk_replace_file(place, str_from(line)) == FILE_OK;
    explicit_bzero(&hash, sizeof hash);
    explicit_bzero(line, sizeof line);
    return is_kept;
}

static enum file_fault load_line(struct str *line, int folder, struct arena *arena) {
    const struct file_source source = {folder, file_name, CRYPT_OUTPUT_SIZE};
    return file_load(line, &source, arena);
}

bool pin_is_set(int folder) {
    struct arena arena = {0};
    struct str line;
    enum file_fault fault = load_line(&line, folder, &arena);
    arena_finish(&arena);
    return fault != FILE_MISSING;
}

// The kept hash: one line and nothing else.
static enum pin_answer load_hash(struct hash *hash, int folder) {
    struct arena arena = {0};
    struct str line;
    enum pin_answer answer = PIN_BROKEN;
    enum file_fault fault = load_line(&line, folder, &arena);
    if (fault == FILE_MISSING) {
        answer = PIN_UNSET;
    } else if (fault == FILE_OK && line.size > 1 && line.size <= sizeof hash->text &&
               line.at[line.size - 1] == '\n' && is_hash(line.at)) {
        *hash = (struct hash){{0}};
        memcpy(hash->text, line.at, line.size - 1);
        answer = PIN_RIGHT;
    }
    arena_finish(&arena);
    return answer;
}

// Every byte is looked at, whatever the ones before it said.
static bool is_same(const struct hash *a, const struct hash *b) {
    unsigned int difference = 0;
    for (size_t i = 0; i < sizeof a->text; i++) {
        difference |= (unsigned int)(a->text[i] ^ b->text[i]);
    }
    return difference == 0;
}

enum pin_answer pin_verify(int folder, const char *pin) {
    struct hash kept, tried;
    enum pin_answer answer = load_hash(&kept, folder);
    if (answer != PIN_RIGHT) {
        return answer;
    }
    if (!is_well_formed(pin)) {
        answer = PIN_WRONG;
    } else if (!make_hash(&tried, pin, kept.text) || strlen(tried.text) != strlen(kept.text)) {
        answer = PIN_BROKEN;
    } else {
        answer = is_same(&kept, &tried) ? PIN_RIGHT : PIN_WRONG;
    }
    explicit_bzero(&kept, sizeof kept);
    explicit_bzero(&tried, sizeof tried);
    return answer;
}
