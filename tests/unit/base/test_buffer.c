// SPDX-License-Identifier: MIT
// Bytes put behind each other: nothing is lost when the room grows, and there is always a NUL
// behind the last of them.
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"

#include "unit_test.h"

static struct arena arena;

static int forget(void **state) {
    (void)state;
    arena_finish(&arena);
    return 0;
}

#define TEST(name) UNIT_TEST_WITH(name, NULL, forget, void *nothing)

TEST(an_empty_one_is_an_empty_text) {
    struct buffer buffer = {.arena = &arena};
    assert_int_equal(buffer_str(&buffer).size, 0);
    assert_string_equal(buffer_str(&buffer).at, "");
    buffer_put(&buffer, (struct str){"", 0});
    buffer_put(&buffer, (struct str){NULL, 0});
    buffer_text(&buffer, "");
    buffer_format(&buffer, "%s", "");
    assert_int_equal(buffer_str(&buffer).size, 0);
    assert_string_equal(buffer_str(&buffer).at, "");
}

TEST(what_is_put_stands_in_its_order) {
    struct buffer buffer = {.arena = &arena};
    buffer_text(&buffer, "one ");
    buffer_put(&buffer, (struct str){"two and more", 3});
    buffer_format(&buffer, " %d%c%s", 3, ' ', "four");
    assert_string_equal(buffer_str(&buffer).at, "one two 3 four");
    assert_int_equal(buffer_str(&buffer).size, strlen("one two 3 four"));
}

// Every size around those at which it grows, put in pieces of every length, with NULs among them.
TEST(nothing_is_lost_when_it_grows) {
    for (size_t piece = 1; piece < 700; piece += 13) {
        struct buffer buffer = {.arena = &arena};
        char bytes[700];
        size_t total = 0;
        while (total < 5000) {
            for (size_t i = 0; i < piece; i++) {
                bytes[i] = (char)((total + i) * 7);
            }
            buffer_put(&buffer, (struct str){bytes, piece});
            total += piece;
            struct str now = buffer_str(&buffer);
            assert_int_equal(now.size, total);
            assert_int_equal(now.at[total], '\0');
            assert_true(buffer.room > total);
        }
        for (size_t i = 0; i < total; i++) {
            assert_int_equal((unsigned char)buffer.at[i], (unsigned char)(i * 7));
        }
        arena_reset(&arena);
    }
}

TEST(a_long_line_is_put_whole) {
    struct buffer buffer = {.arena = &arena};
    char *words = arena_alloc(&arena, 100001);
    memset(words, 'w', 100000);
    for (int i = 0; i < 3; i++) {
        buffer_format(&buffer, "%d: %s\n", i, words);
    }
    assert_int_equal(buffer_str(&buffer).size, 3 * (3 + 100000 + 1));
    assert_memory_equal(buffer_str(&buffer).at + 100004, "1: www", 6);
    assert_int_equal(strlen(buffer_str(&buffer).at), buffer_str(&buffer).size);
}

TEST(it_can_be_put_into_itself) {
    struct buffer buffer = {.arena = &arena};
    buffer_text(&buffer, "ab");
    for (int i = 0; i < 10; i++) {
        buffer_put(&buffer, buffer_str(&buffer));
    }
    assert_int_equal(buffer_str(&buffer).size, 2048);
    for (size_t i = 0; i < 2048; i++) {
        assert_int_equal(buffer.at[i], i % 2 == 0 ? 'a' : 'b');
    }
}

TEST(many_small_pieces_cost_about_what_they_weigh) {
    struct buffer buffer = {.arena = &arena};
    for (int i = 0; i < 1000000; i++) {
        buffer_put(&buffer, (struct str){"x", 1});
    }
    assert_int_equal(buffer_str(&buffer).size, 1000000);
    assert_true(arena.held_bytes < 5 * 1000000);
}
