// SPDX-License-Identifier: MIT
// Finds the pictures that cards name, and remembers what each was found to be.
#include "content/deck/gallery.h"

#include "base/edit_distance.h"
#include "content/limits.h"
#include "content/name.h"
#include "content/picture/picture.h"

#include <string.h>

void gallery_open(struct gallery *gallery, const struct folder *content) {
    const struct folder_entry *entry = folder_find(content, "images");
    if (!entry) {
        return;
    }
    const struct folder_source source = {content->descriptor, entry->name, LIMIT_FOLDER_ENTRIES};
    if (folder_open_content(&gallery->folder, &source, "images", gallery->findings)) {
        gallery->pictures = ARENA_ARRAY(gallery->findings->arena, struct gallery_picture,
                                        gallery->folder.count + 1);
    }
}

static void add_missing(struct gallery *gallery, const char *name, struct finding_place place) {
    struct arena *arena = gallery->findings->arena;
    const char *names[32];
    int count = 0;
    for (; count < gallery->folder.count && count < COUNT_OF(names); count++) {
        names[count] = gallery->folder.entries[count].name;
    }
    const char *near = edit_distance_nearest(name, names, count);
    finding_error(gallery->findings, place,
                  arena_format(arena, "There is no picture “%s” in the folder images.",
                               finding_quote(name, arena)),
                  near ? arena_format(arena, "Did you mean “%s”?", finding_quote(near, arena))
                       : "Copy the picture into the folder images.");
}

// A picture that is drawn, but of which people would see little. A drawing has no size of its own.
static void check_shape(struct gallery *gallery, const struct picture *picture, const char *path) {
    uint32_t most = picture->width > picture->height ? picture->width : picture->height;
    uint32_t least = picture->width > picture->height ? picture->height : picture->width;
    const struct finding_place place = {path, 0};
    if (least > 0 && most > least * LIMIT_PICTURE_RATIO) {
        finding_warning(gallery->findings, place,
                        "This picture is so long and narrow that people would see little of it.",
                        "Cut it so that it is at most 8 times as long as it is wide.");
    } else if (picture->kind != PICTURE_SVG && least < LIMIT_PICTURE_LEAST_SIDE) {
        finding_warning(gallery->findings, place, "This picture is very small.",
                        "Use one with at least 100 dots on each side; 800 are better.");
    }
}

// Looks at the bytes: first at the header, and where that can be done at every pixel.
static void look_at(struct gallery *gallery, const char *name, struct gallery_picture *found) {
    const char *path = arena_format(gallery->findings->arena, "images/%s", name);
    const struct file_source source = {gallery->folder.descriptor, name, LIMIT_PICTURE_BYTES};
    struct str bytes = {NULL, 0};
    arena_reset(gallery->bytes);
    enum file_fault file_fault = file_load(&bytes, &source, gallery->bytes);
    found->is_looked_at = true;
    if (file_fault != FILE_OK) {
        const struct disk_place place = {gallery->folder.descriptor, name};
        picture_add_unread(gallery->findings, file_fault, place, path);
        return;
    }
    struct picture picture = {0};
    enum picture_fault fault = picture_read(bytes, &picture);
    if (fault == PICTURE_OK && gallery->decodes && !gallery->decodes(bytes)) {
        fault = PICTURE_NOT_DRAWABLE;
    }
    if (fault == PICTURE_OK) {
        check_shape(gallery, &picture, path);
        found->width = (int)picture.width;
        found->height = (int)picture.height;
    } else {
        picture_add_finding(gallery->findings, fault, &picture, path);
    }
}

bool gallery_check(struct gallery *gallery, struct document *document, const char *path) {
    int at = 0;
    while (at < document->count && document->blocks[at].kind != BLOCK_PICTURE) {
        at++;
    }
    if (at == document->count) {
        return true;
    }
    const char *name = arena_text(gallery->bytes, document->blocks[at].text);
    const struct folder_entry *entry = folder_find(&gallery->folder, name);
    if (!entry) {
        add_missing(gallery, name, (struct finding_place){path, document->blocks[at].line});
        return false;
    }
    struct gallery_picture *picture = &gallery->pictures[entry - gallery->folder.entries];
    if (!picture->is_looked_at) {
        look_at(gallery, entry->name, picture);
    }
    struct block *blocks = ARENA_ARRAY(gallery->findings->arena, struct block, document->count);
    memcpy(blocks, document->blocks, sizeof *blocks * (size_t)document->count);
    blocks[at].text = str_from(entry->name);
    blocks[at].picture_w = picture->width;
    blocks[at].picture_h = picture->height;
    document->blocks = blocks;
    return picture->width > 0;
}

// The first few by name: somebody's whole album says nothing more.
void gallery_check_unused(const struct gallery *gallery) {
    enum { NAMED_MOST = 3 };
    struct arena *arena = gallery->findings->arena;
    int count = 0;
    for (int i = 0; gallery->pictures && i < gallery->folder.count; i++) {
        const char *name = gallery->folder.entries[i].name;
        bool is_used = gallery->pictures[i].is_looked_at;
        bool is_picture = gallery->folder.entries[i].kind == ENTRY_FILE && name[0] != '.' &&
                          name_is_picture(str_from(name));
        if (is_picture && !is_used && count++ < NAMED_MOST) {
            finding_add(gallery->findings,
                        (struct finding){.path = arena_format(arena, "images/%s", name),
                                         .what = "This picture is on no card yet.",
                                         .todo = arena_format(
                                             arena, "Write ![Our team](%s) where it should stand.",
                                             finding_quote(name, arena)),
                                         .code = FINDING_UNSHOWN});
        }
    }
    if (count > NAMED_MOST) {
        finding_warning(
            gallery->findings, (struct finding_place){"images", 0},
            count == NAMED_MOST + 1
                ? "One more picture is on no card."
                : arena_format(arena, "%d more pictures are on no card.", count - NAMED_MOST),
            "Take away what nobody needs.");
    }
}
