// SPDX-License-Identifier: MIT
// See jpeg.h. libjpeg gives up by calling error_exit, which may not return, so the way back is a
// longjmp: what has to be freed then lies in one struct that outlives it. A warning is the same to
// us, because libjpeg warns of everything that it had to make up.
#include "platform/draw/jpeg.h"

#include <setjmp.h>
#include <stdio.h>

#include <jerror.h>
#include <jpeglib.h>

// Cheap cameras put a few bytes too many in front of the end mark.
enum { PADDING_BYTES = 8 };

struct job {
    struct jpeg_decompress_struct decoder;
    struct jpeg_error_mgr errors;
    jmp_buf way_back;
    SDL_Surface *surface;
};

static void give_up(j_common_ptr decoder) {
    struct job *job = decoder->client_data;
    longjmp(job->way_back, 1);
}

// Messages of a level below 0 are warnings.
static void hear(j_common_ptr decoder, int level) {
    const struct jpeg_error_mgr *errors = decoder->err;
    bool is_padding =
        errors->msg_code == JWRN_EXTRANEOUS_DATA && errors->msg_parm.i[0] < PADDING_BYTES;
    if (level < 0 && !is_padding) {
        give_up(decoder);
    }
}

static void draw(struct job *job, struct str bytes) {
    struct jpeg_decompress_struct *decoder = &job->decoder;
    jpeg_mem_src(decoder, (const unsigned char *)bytes.at, bytes.size);
    jpeg_read_header(decoder, TRUE);
    decoder->out_color_space = SDL_BYTEORDER == SDL_LIL_ENDIAN ? JCS_EXT_BGRA : JCS_EXT_ARGB;
    jpeg_start_decompress(decoder);
    job->surface = SDL_CreateRGBSurfaceWithFormat(
        0, (int)decoder->output_width, (int)decoder->output_height, 32, SDL_PIXELFORMAT_ARGB8888);
    while (job->surface && decoder->output_scanline < decoder->output_height) {
        JSAMPROW row =
            (JSAMPROW)job->surface->pixels + (size_t)job->surface->pitch * decoder->output_scanline;
        jpeg_read_scanlines(decoder, &row, 1);
    }
    if (job->surface) {
        jpeg_finish_decompress(decoder);
    }
}

static bool decode(struct job *job, struct str bytes) {
    if (setjmp(job->way_back) != 0) {
        return false;
    }
    jpeg_create_decompress(&job->decoder);
    draw(job, bytes);
    return true;
}

SDL_Surface *jpeg_decode(struct str bytes) {
    struct job job = {.surface = NULL};
    job.decoder.err = jpeg_std_error(&job.errors);
    job.decoder.client_data = &job;
    job.errors.error_exit = give_up;
    job.errors.emit_message = hear;
    bool is_whole = decode(&job, bytes);
    jpeg_destroy_decompress(&job.decoder);
    if (!is_whole) {
        SDL_SetError("a part of it is damaged");
        SDL_FreeSurface(job.surface);
        return NULL;
    }
    return job.surface;
}
