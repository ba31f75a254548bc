// SPDX-License-Identifier: MIT
// See page.h. A block of data in HTML ends at the next "<", so words have none; the page puts them
// back.
#include "store/stick/page.h"

#include "base/buffer.h"
#include "base/encoding.h"
#include "content/limits.h"
#include "content/name.h"
#include "store/stick/tree.h"

#include <string.h>

static void put_words(struct buffer *to, struct str words) {
    while (words.size > 0) {
        const char *mark = memchr(words.at, '<', words.size);
        size_t size = mark ? (size_t)(mark - words.at) : words.size;
        buffer_put(to, (struct str){words.at, size});
        buffer_text(to, mark ? "&lt;" : "");
        words = str_skip(words, size + 1);
    }
}

static void put_text(struct buffer *to, const struct tree *tree, const struct tree_file *file) {
    struct str bytes = {0}, text;
    struct arena *arena = tree->findings->arena;
    bool is_read = !file->is_picture && tree_load(&bytes, tree, file, arena) == FILE_OK;
    const struct encoding_source source = {bytes, file->path, arena};
    if (is_read && encoding_load(&text, &source, tree->findings)) {
        buffer_text(to, "<script type=\"text/plain\" class=\"copied\">");
        size_t folder = strlen(file->path) - strlen(file->name);
        put_words(to, (struct str){file->path, folder});
        put_words(to, str_from(name_to_write(file->name, arena)));
        buffer_text(to, "\n");
        put_words(to, text);
        buffer_text(to, "</script>\n");
    }
}

enum file_fault page_write(struct disk_place place, const char *page_path, const char *content_dir,
                           struct arena *arena) {
    struct buffer to = {.arena = arena};
    struct findings unsaid = {.arena = arena};
    struct str page;
    struct tree tree;
    const struct file_source source = {FILE_FROM_HERE, page_path ? page_path : "",
                                       LIMIT_PICTURE_BYTES};
    if (!page_path || file_load(&page, &source, arena) != FILE_OK) {
        return FILE_OK;
    }
    buffer_put(&to, page);
    tree_list(&tree, (struct disk_place){FILE_FROM_HERE, content_dir}, &unsaid);
    for (int i = 0; i < tree.file_count; i++) {
        put_text(&to, &tree, &tree.files[i]);
    }
    tree_close(&tree);
    return disk_replace_file(place, buffer_str(&to));
}
