// SPDX-License-Identifier: MIT
// What is on the glass now, and the least work to bring it to what should be: the new scene is
// compared with the one that is shown, and only what differs is painted and presented. Fades,
// slides and drags are staged here, because here both pictures are known. It reads the app and
// never changes it.
#pragma once

#include "app/app.h"
#include "platform/display/motion.h"
#include "platform/draw/paint.h"

struct compositor {
    struct presenter presenter;
    struct painter painter;
    struct metrics metrics;
    double screen_inches;
    struct scene_source source; // the caller may change its deck; staff NULL: no staff screens
    struct arena scenes[2];     // the shown one, and room for the next
    int shown_scene;
    int beside_step; // which neighbour a drag brings into view: -1, 1, or 0 for none yet
    const struct scene *scene;
    struct view view; // that `scene` shows
    int filled_px;    // of the progress segment
    struct motion motion;
    struct rect changed; // painted and not yet presented
    bool is_lost;        // the glass could not be reached
    uint64_t retry_ms;   // when that is tried again
};

// Begins with the painter, the screen's inches and the source's deck and staff; the rest is its
// own. False, with a line in the log, when nothing can be shown now; where the presenter's display
// is away it may be used all the same, and looks for one.
MUST_USE bool compositor_open(struct compositor *compositor, const struct present_options *options);

// Brings the glass to app->view, in one step or as the next frame of a motion; `transition` is that
// of the inputs since the last call. True when a new scene came up, of which the app has to hear.
// (The result of presenting is in is_lost.)
bool compositor_show(struct compositor *compositor, const struct app *app,
                     enum transition transition, uint64_t now_ms);

// True when the scene on the glass is that of `view` (but for its progress).
bool compositor_is_current(const struct compositor *compositor, const struct view *view);

// When the next frame of a motion is due; UINT64_MAX: nothing moves.
uint64_t compositor_deadline_ms(const struct compositor *compositor);

void compositor_stop_motion(struct compositor *compositor); // jumps to the end: somebody pressed

// For the next call of compositor_show: the glass may have another size, the display may be another
// one, or gone, or back. One that was away for a moment may need its mode again.
void compositor_renew(struct compositor *compositor);

void compositor_close(struct compositor *compositor);
