// SPDX-License-Identifier: MIT
// The cheapest way through the rows, found from the first row on: for each row, what it costs at
// least to end a page before it. Costs are of different orders, so that no number of small ones
// outweighs a larger one on any card: a sentence that is torn is worse than a page more, and words
// that lead to a list without it, or a heading at the foot of a page, are worse than that.
#include "layout/pages.h"

static const int64_t COST_UNKNOWN = INT64_MAX;
static const int64_t COST_CLIPPED = 10000000000;
static const int64_t COST_PAGE = 1000000;
static const int64_t COST_EMPTY = 10000; // of a page that is all empty; grows with the square
enum { LAST_PART = 4 };                  // of that, for a last page that may be short

static const int64_t bond_costs[] = {
    [BOND_NONE] = 0,       [BOND_ITEM] = 60,      [BOND_LAST] = 5000,         [BOND_LINE] = 1500000,
    [BOND_EDGE] = 1800000, [BOND_LEAD] = 5000000, [BOND_HEADING] = 100000000,
};

struct step {
    int64_t cost; // of everything before this row, on whole pages
    int from;     // the row that the last of these pages begins with
};

static int room_px(const struct paging *p, bool is_first) {
    int used = is_first ? p->style->first_page_used_px : p->style->next_page_used_px;
    return p->style->height_px - used;
}

int pages_gap_px(const struct paging *p, int row, bool opens_page) {
    const struct row *r = &p->rows->list[row];
    return !opens_page ? r->gap_px : r->callout ? p->callout_pad_px : 0;
}

static int pad_below_px(const struct paging *p, int row) {
    return p->rows->list[row].callout ? p->callout_pad_px : 0;
}

int pages_height_px(const struct paging *p, int first, int end) {
    int height = end > first ? pad_below_px(p, end - 1) : 0;
    for (int i = first; i < end; i++) {
        height += pages_gap_px(p, i, i == first) + p->rows->list[i].height_px;
    }
    return height;
}

static int64_t page_cost(const struct paging *p, int end, int height, int room) {
    if (height > room) {
        return COST_PAGE + COST_CLIPPED;
    }
    int64_t empty = (int64_t)(room - height) * 1000 / room;
    int64_t cost = COST_PAGE + COST_EMPTY * empty * empty / 1000000;
    if (end < p->rows->count) {
        return cost + bond_costs[p->rows->list[end - 1].bond];
    }
    return p->style->fills_pages ? COST_PAGE + (cost - COST_PAGE) / LAST_PART : cost;
}

// Tries every page that begins with row `first`.
static void step_from(const struct paging *p, struct step *steps, int first, int room) {
    int height = 0;
    for (int end = first + 1; end <= p->rows->count; end++) {
        height += pages_gap_px(p, end - 1, end - 1 == first) + p->rows->list[end - 1].height_px;
        int whole = height + pad_below_px(p, end - 1);
        if (height > room && end > first + 1) {
            return;
        }
        if (whole > room && end > first + 1) {
            continue; // a call-out may close, and fit, behind the next row
        }
        int64_t cost = steps[first].cost + page_cost(p, end, whole, room);
        if (cost < steps[end].cost) {
            steps[end] = (struct step){cost, first};
        }
    }
}

static struct cuts collect(const struct step *steps, int rows, bool skips_first,
                           struct arena *arena) {
    struct cuts cuts = {.count = skips_first};
    for (int row = rows; row > 0; row = steps[row].from) {
        cuts.count++;
    }
    cuts.starts = ARENA_ARRAY(arena, int, cuts.count + 1);
    int page = cuts.count;
    cuts.starts[page] = rows;
    for (int row = rows; row > 0; row = steps[row].from) {
        cuts.starts[--page] = steps[row].from;
    }
    return cuts; // a first page that is skipped begins and ends with row 0
}

struct cuts pages_cut(const struct paging *p, struct arena *arena) {
    int rows = p->rows->count;
    struct step *steps = ARENA_ARRAY(arena, struct step, rows + 1);
    for (int i = 1; i <= rows; i++) {
        steps[i].cost = COST_UNKNOWN;
    }
    // Under a tall title there may be no room for the first line at all: the title has its page.
    int first_row = rows > 0 ? pages_height_px(p, 0, 1) : 0;
    bool skips_first = first_row > room_px(p, true) && first_row <= room_px(p, false);
    for (int i = 0; i < rows; i++) {
        step_from(p, steps, i, room_px(p, i == 0 && !skips_first));
    }
    return collect(steps, rows, skips_first, arena);
}
