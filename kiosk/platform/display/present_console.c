// SPDX-License-Identifier: MIT
// The console, straight from the kernel (drm-kms(7)), for a picture that is painted already: no GPU
// has a part in it. Two buffers of the graphics card take turns. Only what changed is copied into
// the one behind, with what it missed while it was in front, and the display changes over to it
// between two of its refreshes. A change that never comes is a display that is lost. The calls are
// the old ones that every driver has; one picture needs no others.
#include "platform/display/present.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xf86drm.h>
#include <xf86drmMode.h>

#include "base/disk.h"
#include "platform/system/log.h"

enum {
    CARD_LIMIT = 8,
    BUFFERS = 2,
    FLIP_MS = 1000, // the slowest display shows 24 pictures a second
};

struct buffer {
    uint32_t handle, id; // of its memory, and of what is shown from it; 0: none
    size_t bytes;
    void *pixels;
    SDL_Surface *surface;
    struct rect stale; // where it is older than the picture
};

struct card_screen {
    int card;
    uint32_t connector, crtc; // a crtc reads a buffer and feeds a connector
    drmModeModeInfo mode;
    struct buffer buffers[BUFFERS];
    int behind;  // which of them is not in front
    bool is_set; // the other one is on the display
};

// The first that can be. 0: none.
static uint32_t crtc_find(int card, const drmModeRes *resources,
                          const drmModeConnector *connector) {
    uint32_t crtc = 0;
    for (int i = 0; crtc == 0 && i < connector->count_encoders; i++) {
        drmModeEncoder *encoder = drmModeGetEncoder(card, connector->encoders[i]);
        for (int k = 0; encoder && crtc == 0 && k < resources->count_crtcs; k++) {
            crtc = encoder->possible_crtcs & (1U << k) ? resources->crtcs[k] : 0;
        }
        drmModeFreeEncoder(encoder);
    }
    return crtc;
}

// What the display likes best, or one of the others where the card has refused that.
static const drmModeModeInfo *mode_find(const drmModeConnector *connector, int refused) {
    int best = 0;
    for (int i = connector->count_modes - 1; i >= 0; i--) {
        best = connector->modes[i].type & DRM_MODE_TYPE_PREFERRED ? i : best;
    }
    return &connector->modes[(best + refused) % connector->count_modes];
}

// Asking for a connector makes the kernel look at the display afresh.
static bool connector_take(struct card_screen *screen, const drmModeRes *resources, uint32_t id,
                           int refused) {
    drmModeConnector *connector = drmModeGetConnector(screen->card, id);
    bool is_lit =
        connector && connector->connection == DRM_MODE_CONNECTED && connector->count_modes > 0;
    if (is_lit) {
        screen->connector = id;
        screen->crtc = crtc_find(screen->card, resources, connector);
        screen->mode = *mode_find(connector, refused);
    }
    drmModeFreeConnector(connector);
    return is_lit && screen->crtc != 0;
}

// The first connector of the card on which there is a display.
static bool card_look(struct card_screen *screen, int refused) {
    drmModeRes *resources = drmModeGetResources(screen->card);
    bool has_taken = false;
    for (int i = 0; resources && !has_taken && i < resources->count_connectors; i++) {
        has_taken = connector_take(screen, resources, resources->connectors[i], refused);
    }
    drmModeFreeResources(resources);
    return has_taken;
}

static bool screen_take(struct card_screen *screen, int refused) {
    char path[64];
    for (int i = 0; i < CARD_LIMIT; i++) {
        snprintf(path, sizeof path, DRM_DEV_NAME, DRM_DIR_NAME, i);
        screen->card = open(path, O_RDWR | O_CLOEXEC);
        if (screen->card >= 0 && card_look(screen, refused)) {
            return true;
        }
        disk_close(screen->card);
    }
    screen->card = -1;
    return false;
}

static bool buffer_map(const struct card_screen *screen, struct buffer *buffer, uint32_t pitch) {
    uint64_t offset = 0;
    if (drmModeMapDumbBuffer(screen->card, buffer->handle, &offset) != 0) {
        return false;
    }
    void *pixels =
        mmap(NULL, buffer->bytes, PROT_READ | PROT_WRITE, MAP_SHARED, screen->card, (off_t)offset);
    if (pixels == MAP_FAILED) {
        return false;
    }
    buffer->pixels = pixels;
    buffer->surface =
        SDL_CreateRGBSurfaceWithFormatFrom(pixels, screen->mode.hdisplay, screen->mode.vdisplay, 32,
                                           (int)pitch, SDL_PIXELFORMAT_ARGB8888);
    return buffer->surface != NULL;
}

static bool buffer_open(const struct card_screen *screen, struct buffer *buffer) {
    uint32_t w = screen->mode.hdisplay, h = screen->mode.vdisplay, pitch = 0;
    uint64_t bytes = 0;
    if (drmModeCreateDumbBuffer(screen->card, w, h, 32, 0, &buffer->handle, &pitch, &bytes) != 0) {
        return false;
    }
    buffer->bytes = (size_t)bytes;
    return drmModeAddFB(screen->card, w, h, 24, 32, pitch, buffer->handle, &buffer->id) == 0 &&
           buffer_map(screen, buffer, pitch);
}

static void buffer_close(const struct card_screen *screen, struct buffer *buffer) {
    SDL_FreeSurface(buffer->surface);
    if (buffer->pixels) {
        munmap(buffer->pixels, buffer->bytes);
    }
    if (buffer->id != 0) {
        drmModeRmFB(screen->card, buffer->id);
    }
    if (buffer->handle != 0) {
        drmModeDestroyDumbBuffer(screen->card, buffer->handle);
    }
}

bool present_console_open(struct presenter *presenter) {
    struct card_screen *screen = calloc(1, sizeof *screen);
    bool was_away = presenter->is_away;
    presenter->screen = screen;
    presenter->is_away = !screen || !screen_take(screen, presenter->refused_modes);
    if (presenter->is_away) {
        presenter->refused_modes = 0; // the next display may be another one
        if (!was_away) {
            log_line("No display is connected and switched on.");
        }
        return false;
    }
    for (int i = 0; i < BUFFERS; i++) {
        if (!buffer_open(screen, &screen->buffers[i])) {
            log_line("The graphics card has no room for a picture of %d x %d: %s.",
                     screen->mode.hdisplay, screen->mode.vdisplay, strerror(errno));
            return false;
        }
    }
    presenter->glass = screen->buffers[0].surface;
    return true;
}

static bool screen_set(struct presenter *presenter, uint32_t buffer) {
    struct card_screen *screen = presenter->screen;
    if (drmModeSetCrtc(screen->card, screen->crtc, buffer, 0, 0, &screen->connector, 1,
                       &screen->mode) == 0) {
        screen->is_set = true;
        return true;
    }
    // Another program that has the card now will let go of it; a size is refused for good.
    presenter->refused_modes += errno != EACCES && errno != EBUSY;
    log_line("The graphics card does not show a picture of %d x %d: %s.", screen->mode.hdisplay,
             screen->mode.vdisplay, strerror(errno));
    return false;
}

// The card has nothing else to tell than that the buffer is in front.
static bool flip_wait(int card) {
    struct pollfd ready = {.fd = card, .events = POLLIN};
    struct drm_event_vblank event;
    return poll(&ready, 1, FLIP_MS) > 0 && read(card, &event, sizeof event) == sizeof event;
}

static bool screen_flip(struct card_screen *screen, uint32_t buffer) {
    if (drmModePageFlip(screen->card, screen->crtc, buffer, DRM_MODE_PAGE_FLIP_EVENT, NULL) != 0) {
        log_line("The graphics card refuses a picture: %s.", strerror(errno));
        return false;
    }
    if (!flip_wait(screen->card)) {
        log_line("The display has not shown a picture after a second.");
        return false;
    }
    return true;
}

// Without a signal a display goes to sleep, as with DPMS, which is this for the drivers of today.
static void screen_darken(struct card_screen *screen) {
    drmModeSetCrtc(screen->card, screen->crtc, 0, 0, 0, NULL, 0, NULL);
    screen->is_set = false;
}

bool present_console_show(struct presenter *presenter, struct rect part) {
    struct card_screen *screen = presenter->screen;
    for (int i = 0; i < BUFFERS; i++) {
        screen->buffers[i].stale = rect_union(screen->buffers[i].stale, part);
    }
    if (presenter->is_dark) {
        screen_darken(screen);
        return true;
    }
    struct buffer *behind = &screen->buffers[screen->behind];
    present_copy(presenter, behind->stale, behind->surface);
    behind->stale = (struct rect){0};
    if (!(screen->is_set ? screen_flip(screen, behind->id) : screen_set(presenter, behind->id))) {
        return false;
    }
    screen->behind = 1 - screen->behind;
    presenter->glass = screen->buffers[screen->behind].surface;
    return true;
}

void present_console_close(struct presenter *presenter) {
    struct card_screen *screen = presenter->screen;
    for (int i = 0; screen && i < BUFFERS; i++) {
        buffer_close(screen, &screen->buffers[i]);
    }
    disk_close(screen ? screen->card : -1);
    free(screen);
    presenter->screen = NULL;
}
