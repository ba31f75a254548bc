// SPDX-License-Identifier: MIT
// What is on the glass now, and the least work to bring it to what should be: the new scene is
// compared with the one that is shown, and only what differs is painted and presented. Fades,
// slides and drags are staged here, because here both pictures are known. It reads the app and
// never changes it.
#ifndef DIT_STAGE_H
#define DIT_STAGE_H

#include "app/app.h"
#include "platform/display/motion.h"
#include "platform/draw/paint.h"

struct stage_options {
    const struct present_options *present;
    struct painter painter;
    const struct deck *deck;
    const struct staff_scene *staff; // NULL: there are no staff screens
    double screen_inches;
};

struct stage {
    struct presenter presenter;
    struct painter painter;
    struct metrics metrics;
    double screen_inches;
    struct scene_source source;
    struct arena scenes[2]; // the shown one, and room for the next
    int shown_scene;
    struct arena beside; // the scene that a drag brings into view
    int beside_step;     // which neighbour it is: -1, 1, or 0 for none yet
    const struct scene *scene;
    struct view view; // that `scene` shows
    int filled_px;    // of the progress segment
    struct motion motion;
    struct rects changed; // painted and not yet presented
    bool is_hidden;       // nobody can see the window: nothing moves
    bool is_lost;         // the glass could not be reached
    uint64_t retry_ms;    // when that is tried again
};

// False, with a line in the log, when nothing can be shown anywhere. Borrows what `options` names.
MUST_USE bool stage_open(struct stage *stage, const struct stage_options *options, struct log *log);

// Brings the glass to app->view, in one step or as the next frame of a motion; `transition` is that
// of the inputs since the last call. True when a new scene came up, of which the app has to hear.
// (The result of presenting is in is_lost.)
bool stage_show(struct stage *stage, const struct app *app, enum transition transition,
                uint64_t now_ms);

// True when the scene on the glass is that of `view` (but for its progress).
bool stage_is_current(const struct stage *stage, const struct view *view);

// When the next frame of a motion is due; UINT64_MAX: nothing moves.
uint64_t stage_deadline_ms(const struct stage *stage);

void stage_stop_motion(struct stage *stage); // jumps to the end: somebody pressed
void stage_set_deck(struct stage *stage, const struct deck *deck); // of the next scene
void stage_expose(struct stage *stage); // the next call presents everything again
void stage_resize(struct stage *stage); // the next call takes fresh surfaces of a new size

void stage_close(struct stage *stage);

#endif
