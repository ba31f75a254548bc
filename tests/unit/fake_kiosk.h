// SPDX-License-Identifier: MIT
// A kiosk without a screen: the real state machine and the real scenes, driven as the program's
// loop drives them, by a clock that a test turns. After every input it proves what always holds:
// the app sleeps until something that is still to come, and the picture is the view's.
#ifndef DIT_FAKE_KIOSK_H
#define DIT_FAKE_KIOSK_H

#include <string.h>

#include "app/app.h"
#include "app/patient/usage_event.h"
#include "fake_fonts.h"
#include "scene/screens/scene_build.h"

struct fake_kiosk {
    struct app app;
    struct deck deck;
    struct metrics metrics;
    struct arena arena; // of the scene
    const struct scene *scene;
    uint64_t now_ms;
    long shown_count;
    int64_t finger;
    struct fake_album *album; // NULL: every picture is built anew
    char *opened;             // NULL: nobody counts what is opened; else room for many names
};

// Pictures that were built once: equal views give equal pictures.
struct fake_album {
    struct view views[64];
    const struct scene *scenes[64];
    int count;
};

static inline void kiosk_apply(struct fake_kiosk *kiosk, struct input input) {
    struct view before = kiosk->app.view;
    app_apply(&kiosk->app, &input, kiosk->scene, kiosk->now_ms);
    const char *name = kiosk->opened ? usage_event_find(&kiosk->app, &before) : "";
    if (name[0]) {
        strcat(strcat(kiosk->opened, kiosk->opened[0] ? " " : ""), name);
    }
}

static inline const struct scene *kiosk_build(struct fake_kiosk *kiosk) {
    struct scene_source source = {.deck = kiosk->app.deck,
                                  .metrics = &kiosk->metrics,
                                  .fonts = &fake_fonts,
                                  .staff = &kiosk->app.session.scene};
    return scene_build(&source, &kiosk->app.view, &kiosk->arena);
}

static inline const struct scene *kiosk_recall(struct fake_kiosk *kiosk) {
    struct fake_album *album = kiosk->album;
    for (int i = 0; i < album->count; i++) {
        if (view_is_same_picture(&album->views[i], &kiosk->app.view)) {
            return album->scenes[i];
        }
    }
    assert_true(album->count < COUNT_OF(album->views));
    album->views[album->count] = kiosk->app.view;
    return album->scenes[album->count++] = kiosk_build(kiosk);
}

static inline void kiosk_show(struct fake_kiosk *kiosk) {
    if (kiosk->album) {
        kiosk->scene = kiosk_recall(kiosk);
    } else {
        arena_reset(&kiosk->arena);
        kiosk->scene = kiosk_build(kiosk);
    }
    kiosk->shown_count++;
    kiosk_apply(kiosk, (struct input){.kind = INPUT_SHOWN});
}

static inline void kiosk_send(struct fake_kiosk *kiosk, struct input input) {
    struct view before = kiosk->app.view;
    kiosk_apply(kiosk, input);
    enum transition transition = kiosk->app.transition;
    if (!view_is_same_picture(&before, &kiosk->app.view)) {
        kiosk_show(kiosk);
    }
    kiosk->app.transition = transition; // so that a test can ask for it
}

static inline void kiosk_tick(struct fake_kiosk *kiosk) {
    kiosk_send(kiosk, (struct input){.kind = INPUT_TIME});
    assert_true(app_deadline_ms(&kiosk->app, kiosk->scene) > kiosk->now_ms);
}

// Sleeps from deadline to deadline, as the loop does.
static inline void kiosk_wait_ms(struct fake_kiosk *kiosk, uint64_t wait_ms) {
    uint64_t until_ms = kiosk->now_ms + wait_ms;
    for (;;) {
        uint64_t due_ms = app_deadline_ms(&kiosk->app, kiosk->scene);
        if (due_ms > until_ms) {
            break;
        }
        kiosk->now_ms = due_ms > kiosk->now_ms ? due_ms : kiosk->now_ms;
        kiosk_tick(kiosk);
    }
    if (kiosk->now_ms < until_ms) {
        kiosk->now_ms = until_ms;
        kiosk_tick(kiosk);
    }
}

static inline void kiosk_open(struct fake_kiosk *kiosk) {
    kiosk->metrics = metrics_build(1280, 720, 0);
    kiosk->finger = 1;
    kiosk->now_ms = 5000;
    state_init(&kiosk->app, &kiosk->deck, &kiosk->metrics, kiosk->now_ms);
    kiosk_show(kiosk);
}

#endif
