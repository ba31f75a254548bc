// SPDX-License-Identifier: MIT
// Every folder that is listed stays open until its files are read, so a stick that changes
// meanwhile leads nowhere else. A stick with an error is not read any further: its findings are all
// that is said.
#include "store/stick/reader.h"

#include "content/limits.h"
#include "store/stick/pack.h"
#include "store/stick/stick.h"

#include <stdio.h>
#include <string.h>

static bool say(struct reader *reader, const struct pack_message *message) {
    return reader->say(reader->self, (struct str){(const char *)message, sizeof *message});
}

static bool say_named(struct reader *reader, struct pack_message message, const char *name) {
    snprintf(message.path, sizeof message.path, "%s", name);
    return say(reader, &message);
}

static bool say_list(struct reader *reader) {
    const struct tree *tree = &reader->tree;
    const struct pack_message count = {.kind = PACK_COUNT, .numbers = {tree->file_count}};
    bool is_heard = say(reader, &count);
    for (int i = 1; i < tree->folder_count && is_heard; i++) {
        const struct tree_folder *folder = &tree->folders[i];
        is_heard = say_named(
            reader, (struct pack_message){.kind = PACK_FOLDER, .numbers = {folder->parent}},
            folder->name);
    }
    return is_heard;
}

static bool say_file(struct reader *reader, const struct tree_file *file) {
    struct str bytes;
    enum file_fault fault = tree_load(&bytes, &reader->tree, file, &reader->bytes);
    if (fault != FILE_OK) {
        tree_add_unread(&reader->tree, file, fault);
        return true;
    }
    const struct pack_message message = {.kind = PACK_FILE,
                                         .numbers = {file->folder, (int)bytes.size}};
    return say_named(reader, message, file->name) && reader->say(reader->self, bytes);
}

static bool say_finding(struct reader *reader, const struct finding *finding) {
    struct pack_message message = {.kind = PACK_FINDING,
                                   .numbers = {(int)finding->level, (int)finding->code}};
    snprintf(message.what, sizeof message.what, "%s", finding->what);
    snprintf(message.todo, sizeof message.todo, "%s", finding->todo);
    return say_named(reader, message, finding->path);
}

static void say_end(struct reader *reader, const char *trouble) {
    const struct findings *findings = &reader->findings;
    struct pack_message end = {.kind = PACK_END,
                               .numbers = {findings->dropped_count, findings->error_count}};
    bool is_heard = true;
    for (int i = 0; i < findings->count && is_heard; i++) {
        is_heard = say_finding(reader, &findings->list[i]);
        end.numbers[1] -= findings->list[i].level == FINDING_ERROR;
    }
    snprintf(end.what, sizeof end.what, "%s", trouble);
    is_heard = is_heard && say(reader, &end);
    (void)is_heard; // there is nothing more to say
}

static bool say_copied_from(struct reader *reader) {
    struct str text;
    struct pack_message message = {.kind = PACK_COPIED_FROM};
    const struct file_source source = {reader->tree.folders[0].folder.descriptor, COPIED_FROM,
                                       LIMIT_TEXT_BYTES};
    if (file_load(&text, &source, &reader->bytes) != FILE_OK) {
        return true;
    }
    snprintf(message.what, sizeof message.what, "%s", text.at);
    return say(reader, &message);
}

// False: that was all.
static bool list(struct reader *reader) {
    const struct folder_source source = {FILE_FROM_HERE, reader->stick_dir, LIMIT_FOLDER_ENTRIES};
    reader->findings.arena = &reader->arena;
    if (folder_open(&reader->stick, &source, &reader->arena) != FILE_OK) {
        say_end(reader, "The stick cannot be read.");
        return false;
    }
    const char *name = stick_find_content(&reader->stick, &reader->findings);
    if (name) {
        tree_list(&reader->tree, (struct disk_place){reader->stick.descriptor, name},
                  &reader->findings);
    }
    if (reader->findings.error_count > 0) {
        say_end(reader, "");
        return false;
    }
    return say_copied_from(reader) && say_list(reader);
}

bool reader_step(struct reader *reader) {
    if (reader->tree.folder_count == 0) {
        return list(reader);
    }
    if (reader->said_count == reader->tree.file_count) {
        say_end(reader, "");
        return false;
    }
    arena_reset(&reader->bytes);
    return say_file(reader, &reader->tree.files[reader->said_count++]);
}
