// SPDX-License-Identifier: MIT
// One thing that a test does to a content folder before it is loaded: a file written, taken away,
// turned into a pipe, and so on. Tables of these say what is spoilt.
#ifndef DIT_CONTENT_CHANGE_H
#define DIT_CONTENT_CHANGE_H

#include "content_folder.h"

#include <setjmp.h>
#include <stdarg.h>

#include <sys/socket.h>
#include <sys/un.h>

#include <cmocka.h>

enum change_kind { NO_CHANGE, PUT, REMOVE, MOVE, LINK, PIPE, SOCKET, FOLDER, LOCK, GROW, REPEAT };

struct change {
    enum change_kind kind;
    const char *path;
    const char *text; // of PUT and REPEAT; the target of LINK and MOVE
    size_t size;      // bytes where the text has a NUL in it, of GROW, or times of REPEAT
};

static inline void put_socket(const char *path) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    snprintf(address.sun_path, sizeof address.sun_path, "%.100s", path);
    int end = socket(AF_UNIX, SOCK_STREAM, 0);
    assert_return_code(end, 0);
    assert_return_code(bind(end, (const struct sockaddr *)&address, sizeof address), 0);
    close(end);
}

static inline void put_repeated(const struct content_folder *folder, const struct change *change) {
    size_t size = strlen(change->text);
    char *all = malloc(size * change->size + 16);
    assert_non_null(all);
    memcpy(all, "# Title\n\n", 9);
    for (size_t i = 0; i < change->size; i++) {
        memcpy(all + 9 + i * size, change->text, size);
    }
    memcpy(all + 9 + size * change->size, "word", 4);
    content_put(folder, change->path, (struct str){all, 9 + size * change->size + 4});
    free(all);
}

static inline void move_file(const struct content_folder *folder, const struct change *change) {
    char from[400];
    snprintf(from, sizeof from, "%s", content_path(folder, change->path));
    assert_return_code(rename(from, content_path(folder, change->text)), 0);
}

static inline void change_apply(const struct content_folder *folder, const struct change *change) {
    const char *path = content_path(folder, change->path);
    switch (change->kind) {
    case NO_CHANGE:
        break;
    case PUT:
        content_put(folder, change->path,
                    (struct str){change->text, change->size ? change->size : strlen(change->text)});
        break;
    case REMOVE:
        assert_return_code(remove(path), 0);
        break;
    case MOVE:
        move_file(folder, change);
        break;
    case LINK:
        remove(path);
        assert_return_code(symlink(change->text, path), 0);
        break;
    case PIPE:
        remove(path);
        assert_return_code(mkfifo(path, 0644), 0);
        break;
    case SOCKET:
        remove(path);
        put_socket(path);
        break;
    case FOLDER:
        remove(path);
        assert_return_code(mkdir(path, 0755), 0);
        break;
    case LOCK:
        assert_return_code(chmod(path, 0), 0);
        break;
    case GROW:
        assert_return_code(truncate(path, (off_t)change->size), 0);
        break;
    case REPEAT:
        put_repeated(folder, change);
        break;
    }
}

#endif
