// SPDX-License-Identifier: MIT
// Pages are the cheapest way through the rows, found from the first row on: for each row, what it
// costs at least to end a page before it. Costs are of different orders, so that no number of small
// ones outweighs a larger one on any card: a sentence that is torn is worse than a page more, and
// words that lead to a list without it, or a heading at the foot of a page, are worse than that.
#include "layout/flow.h"

#include "layout/rows.h"

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

struct paging {
    const struct flow_style *style;
    struct rows rows;
    struct step *steps; // by their rows; the last of them is the end
    bool skips_first;   // the title has a page of its own
};

static int room_px(const struct paging *p, bool is_first) {
    int used = is_first ? p->style->first_page_used_px : p->style->next_page_used_px;
    return p->style->height_px - used;
}

// What stands above a row: its gap, or the padding of a call-out that begins the page.
static int gap_px(const struct paging *p, int row, bool opens_page) {
    const struct row *r = &p->rows.list[row];
    return !opens_page ? r->gap_px : r->callout ? p->rows.callout_pad_px : 0;
}

static int pad_below_px(const struct paging *p, int row) {
    return p->rows.list[row].callout ? p->rows.callout_pad_px : 0;
}

static int64_t page_cost(const struct paging *p, int end, int height, int room) {
    if (height > room) {
        return COST_PAGE + COST_CLIPPED;
    }
    int64_t empty = (int64_t)(room - height) * 1000 / room;
    int64_t cost = COST_EMPTY * empty * empty / 1000000;
    if (end < p->rows.count) {
        return COST_PAGE + cost + bond_costs[p->rows.list[end - 1].bond];
    }
    return COST_PAGE + (p->style->fills_pages ? cost / LAST_PART : cost);
}

// Tries every page that begins with row `first`. It always moves on: a row taller than a page has
// one to itself.
static void step_from(const struct paging *p, int first, int room) {
    int height = 0;
    for (int end = first + 1; end <= p->rows.count; end++) {
        height += gap_px(p, end - 1, end - 1 == first) + p->rows.list[end - 1].height_px;
        int whole = height + pad_below_px(p, end - 1);
        if (height > room && end > first + 1) {
            return;
        }
        if (whole > room && end > first + 1) {
            continue; // a call-out may close, and fit, behind the next row
        }
        int64_t cost = p->steps[first].cost + page_cost(p, end, whole, room);
        if (cost < p->steps[end].cost) {
            p->steps[end] = (struct step){cost, first};
        }
    }
}

static bool opens_callout(const struct paging *p, int row, int first) {
    int callout = p->rows.list[row].callout;
    return callout && (row == first || p->rows.list[row - 1].callout != callout);
}

// The grounds of call-outs come before everything that may stand on them.
static struct page build_page(const struct paging *p, int first, int end, struct arena *arena) {
    struct page page = {.pieces = ARENA_ARRAY(arena, struct piece, 3 * (end - first))};
    for (int i = first; i < end; i++) {
        page.piece_count += opens_callout(p, i, first);
    }
    int y = 0, pad = p->rows.callout_pad_px, ground_count = 0;
    for (int i = first; i < end; i++) {
        const struct row *row = &p->rows.list[i];
        y += gap_px(p, i, i == first);
        if (opens_callout(p, i, first)) {
            page.pieces[ground_count++] =
                (struct piece){.kind = PIECE_CALLOUT, .at = {0, y - pad, p->style->width_px, pad}};
        }
        for (int k = 0; k < row->piece_count; k++) {
            struct piece *piece = &page.pieces[page.piece_count++];
            *piece = row->pieces[k];
            piece->at.y += y;
        }
        page.word_count += row->word_count;
        y += row->height_px;
        if (row->callout) {
            struct rect *ground = &page.pieces[ground_count - 1].at;
            ground->h = y + pad - ground->y;
        }
    }
    page.height_px = y + pad_below_px(p, end - 1);
    return page;
}

static void find_steps(struct paging *p, struct arena *arena) {
    int count = p->rows.count;
    p->steps = ARENA_ARRAY(arena, struct step, count + 1);
    for (int i = 1; i <= count; i++) {
        p->steps[i].cost = COST_UNKNOWN;
    }
    // Under a tall title there may be no room for the first line at all.
    int first_row =
        count > 0 ? gap_px(p, 0, true) + p->rows.list[0].height_px + pad_below_px(p, 0) : 0;
    p->skips_first = first_row > room_px(p, true) && first_row <= room_px(p, false);
    for (int i = 0; i < count; i++) {
        step_from(p, i, room_px(p, i == 0 && !p->skips_first));
    }
}

struct flow flow_build(const struct document *document, const struct flow_style *style,
                       const struct fonts *fonts, struct arena *arena) {
    struct column column = column_build(document, style, fonts, arena);
    struct paging paging = {.style = style, .rows = rows_build(&column, fonts, arena)};
    find_steps(&paging, arena);
    struct flow flow = {.page_count = paging.skips_first};
    for (int row = paging.rows.count; row > 0; row = paging.steps[row].from) {
        bool is_end = row == paging.rows.count;
        flow.has_torn_sentence |= !is_end && paging.rows.list[row - 1].bond >= BOND_LINE;
        flow.page_count++;
    }
    if (!style->parts_sentences && flow.has_torn_sentence) {
        struct flow_style parting = *style;
        parting.parts_sentences = true;
        return flow_build(document, &parting, fonts, arena);
    }
    flow.pages = ARENA_ARRAY(arena, struct page, flow.page_count);
    struct page *page = flow.pages + flow.page_count;
    for (int row = paging.rows.count; row > 0; row = paging.steps[row].from) {
        *--page = build_page(&paging, paging.steps[row].from, row, arena);
    }
    return flow;
}
