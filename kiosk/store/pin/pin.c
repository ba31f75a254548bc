// SPDX-License-Identifier: MIT
// See pin.h. All of the secret's work is libcrypt's; what is ours is to refuse PINs that anybody
// would try first, and to leave nothing behind in memory.
#include "store/pin/pin.h"

#include <crypt.h>
#include <string.h>

#include "store/kept.h"

static const char file_name[] = "pin";
static const char yescrypt[] = "$y$";

static bool is_well_formed(const char *pin) {
    size_t digits = strspn(pin, "0123456789");
    return pin[digits] == '\0' && digits >= LIMIT_PIN_DIGITS_LEAST &&
           digits <= LIMIT_PIN_DIGITS_MOST;
}

static int number_at(const char *pin, size_t at, size_t digits) {
    return digits == 1 ? pin[at] - '0' : (pin[at] - '0') * 10 + pin[at + 1] - '0';
}

// Whether numbers of so many digits lie one step apart, where 0 comes after 9, or 00 after 99:
// 777777, 456789, 210987; 020304, 051015, 112233, 908070.
static bool counts(const char *pin, size_t digits) {
    size_t size = strlen(pin);
    int modulus = digits == 1 ? 10 : 100, step = -1;
    for (size_t i = digits; i + digits <= size; i += digits) {
        int above = number_at(pin, i, digits) - number_at(pin, i - digits, digits) + modulus;
        if (step >= 0 && above % modulus != step) {
            return false;
        }
        step = above % modulus;
    }
    return size % digits == 0;
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

const char *pin_find_refusal(const char *pin) {
    if (!is_well_formed(pin)) {
        return "A PIN is 6 to 12 digits and nothing else. Choose another PIN.";
    }
    return repeats_group(pin) || counts(pin, 1) || counts(pin, 2)
               ? "Digits that repeat or count are easily guessed. Choose another PIN."
               : NULL;
}

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
    struct hash hash;
    if (pin_find_refusal(pin) ||
        !crypt_gensalt_rn(yescrypt, 0, NULL, 0, setting, (int)sizeof setting) ||
        !make_hash(&hash, pin, setting)) {
        return false;
    }
    bool is_kept = kept_store((struct disk_place){folder, file_name}, hash.text) == FILE_OK;
    explicit_bzero(&hash, sizeof hash);
    return is_kept;
}

static enum file_fault load_hash(struct hash *hash, int folder) {
    *hash = (struct hash){{0}};
    enum file_fault fault =
        kept_load(hash->text, sizeof hash->text, (struct disk_place){folder, file_name});
    return fault == FILE_OK && !is_hash(hash->text) ? FILE_FAILED : fault;
}

bool pin_is_set(int folder) {
    struct hash hash;
    return load_hash(&hash, folder) != FILE_MISSING;
}

enum pin_answer pin_verify(int folder, const char *pin) {
    struct hash kept, tried;
    enum file_fault fault = load_hash(&kept, folder);
    enum pin_answer answer = PIN_BROKEN;
    if (fault == FILE_MISSING) {
        answer = PIN_UNSET;
    } else if (fault == FILE_OK && !is_well_formed(pin)) {
        answer = PIN_WRONG;
    } else if (fault == FILE_OK && make_hash(&tried, pin, kept.text) &&
               strlen(tried.text) == strlen(kept.text)) {
        answer = strcmp(tried.text, kept.text) == 0 ? PIN_RIGHT : PIN_WRONG;
    }
    explicit_bzero(&kept, sizeof kept);
    explicit_bzero(&tried, sizeof tried);
    return answer;
}
