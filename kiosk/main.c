// SPDX-License-Identifier: MIT
// The command line: which command, which options, and a clear sentence for each mistake. Every
// command is a row of one table with a table of options, which parse the line and print the help.
// Nothing is done here but calling the one command that was asked for.
#include <assert.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/command_check.h"
#include "cli/command_line.h"
#include "cli/command_pin.h"
#include "cli/command_render.h"
#include "cli/command_run.h"
#include "cli/command_store.h"
#include "content/settings/settings.h"
#include "platform/staff/outbox.h"
#include "platform/system/data_dir.h"

// The form of --dump, which outside checks read (scene/dump.c writes it).
static const char DUMP_FORM[] =
    "A display list has one line for each thing: its kind, then x y w h in pixels, then\n"
    "  scene       page=N/N words=N                   the whole screen; first line\n"
    "  box         fill=#AARRGGBB edge=#AARRGGBB ...  `decoration` where text may lie over it\n"
    "  text        \"WORDS\" size=PX baseline=Y ...    as drawn, one run on one line\n"
    "  qr          \"PAYLOAD\" modules=N module_px=N\n"
    "  icon, picture  \"NAME\"\n"
    "  dim         fill=#AARRGGBB\n"
    "  progress, sliding                              the parts that fill and that slide\n"
    "  target      \"ACTION\" label=\"WORDS\" seen=X,Y,W,H  where a finger counts\n"
    "In quotes, \" and \\ have a \\ before them and a new line is \\n.\n";

static int run_run(const struct command *command, const struct arguments *arguments);
static int run_render(const struct command *command, const struct arguments *arguments);
static int run_check(const struct command *command, const struct arguments *arguments);
static int run_import(const struct command *command, const struct arguments *arguments);
static int run_export(const struct command *command, const struct arguments *arguments);
static int run_rollback(const struct command *command, const struct arguments *arguments);
static int run_set_pin(const struct command *command, const struct arguments *arguments);
static int run_deliver(const struct command *command, const struct arguments *arguments);

static const struct option_row RUN_OPTIONS[] = {
    {"content", VALUE_CONTENT, "DIR", "show the cards in DIR"},
    {"device", VALUE_DEVICE, "FILE", "how the screen hangs (/etc/dit-kiosk/device.ini)"},
    {"store", VALUE_STORE, "DIR", "show what `import` has put into DIR, where there is something"},
    {"stick", VALUE_STICK, "DIR", "where a USB stick comes and goes (/run/dit-kiosk/stick)"},
    {"window", VALUE_WINDOW, "WxH", "size of the window on a desktop (1280x720)"},
    {"help", VALUE_HELP, NULL, "this text"},
};

static const struct option_row RENDER_OPTIONS[] = {
    {"out", VALUE_OUT, "OUT", "the folder for the pictures; it is created (required)"},
    {"size", VALUE_SIZE, "WxH", "pixels of the screen (1280x720)"},
    {"rotate", VALUE_ROTATE, "DEGREES", "turn the picture clockwise: 0, 90, 180 or 270"},
    {"theme", VALUE_THEME, "NAME", "light or contrast"},
    {"text", VALUE_TEXT, "SIZE", "normal, larger or largest"},
    {"language", VALUE_LANGUAGE, "TAG", "such as en; the first of kiosk.ini otherwise"},
    {"device", VALUE_DEVICE, "FILE", "how the screen hangs: a device.ini"},
    {"dump", VALUE_DUMP, NULL, "write the display list of each picture beside it, as .txt"},
    {"no-pictures", VALUE_NO_PICTURES, NULL, "with --dump: the display lists alone"},
    {"help", VALUE_HELP, NULL, "this text"},
};

static const struct option_row CHECK_OPTIONS[] = {
    {"device", VALUE_DEVICE, "FILE", "check a device.ini"},
    {"explain", VALUE_EXPLAIN, NULL, "print what every setting means, its default and limits"},
    {"help", VALUE_HELP, NULL, "this text"},
};

static const struct option_row STORE_OPTIONS[] = {
    {"store", VALUE_STORE, "DIR", "the folder that keeps the content (required)"},
    {"help", VALUE_HELP, NULL, "this text"},
};

static const struct option_row SET_PIN_OPTIONS[] = {
    {"store", VALUE_STORE, "DIR", "the folder that keeps the content and the PIN (required)"},
    {"help", VALUE_HELP, NULL, "this text"},
};

static const struct option_row DELIVER_OPTIONS[] = {
    {"stick", VALUE_STICK, "DIR", "the stick, which can be written (required)"},
    {"help", VALUE_HELP, NULL, "this text"},
};

static const struct command COMMANDS[] = {
    {"run", "[run] [--content DIR] [--device FILE] [--window WxH] [--store DIR] [--stick DIR]",
     "Shows the cards: in a window on a desktop, on the whole screen of a console.", RUN_OPTIONS,
     COUNT_OF(RUN_OPTIONS), false, run_run, NULL},
    {"render", "render DIR --out OUT [options]",
     "Draws every screen and page of the content in DIR as a PNG, in the patient's order.",
     RENDER_OPTIONS, COUNT_OF(RENDER_OPTIONS), true, run_render, DUMP_FORM},
    {"check", "check DIR | check --device FILE | check --explain",
     "Lists everything that is wrong with the content in DIR, a line each:\n"
     "  PATH:LINE: error|warning: WHAT. WHAT TO DO.",
     CHECK_OPTIONS, COUNT_OF(CHECK_OPTIONS), true, run_check, NULL},
    {"import", "import STICK --store DIR",
     "Checks the folder `kiosk` on the stick and puts it on screen whole, or changes nothing and\n"
     "lists what is wrong, as `check` does.",
     STORE_OPTIONS, COUNT_OF(STORE_OPTIONS), true, run_import, NULL},
    {"export", "export --store DIR DEST",
     "Writes the content in force as the new folder DEST, such as kiosk on a stick, ready to "
     "edit.\n"
     "A folder that is there already is not touched.",
     STORE_OPTIONS, COUNT_OF(STORE_OPTIONS), true, run_export, NULL},
    {"rollback", "rollback --store DIR",
     "Shows the earlier content again. A second time it shows the later content again.",
     STORE_OPTIONS, COUNT_OF(STORE_OPTIONS), false, run_rollback, NULL},
    {"set-pin", "set-pin --store DIR",
     "Sets the staff PIN, 6 to 12 digits: asks for it twice on a terminal without showing it, or\n"
     "reads it as one line from standard input. Exit status 1: it was refused; nothing changed.",
     SET_PIN_OPTIONS, COUNT_OF(SET_PIN_OPTIONS), false, run_set_pin, NULL},
    {"deliver", "deliver OUTBOX --stick DIR",
     "Writes onto the stick what the running kiosk has put into its outbox: the appliance's "
     "helper\n"
     "calls this while the stick can be written. Exit status 1: the stick has a folder kiosk.",
     DELIVER_OPTIONS, COUNT_OF(DELIVER_OPTIONS), true, run_deliver, NULL},
};

static int print_help(void) {
    printf("dit-kiosk " DIT_VERSION ": cards about Dynamic Interpersonal Therapy on a touch "
           "screen\n\n");
    for (int i = 0; i < COUNT_OF(COMMANDS); i++) {
        printf("  dit-kiosk %s\n", COMMANDS[i].synopsis);
    }
    printf("  dit-kiosk --version | --help | COMMAND --help\n\n"
           "Findings go to standard output, everything else to standard error.\n"
           "Exit status: 0 done, 1 the content has errors, 2 wrong usage, 3 the system failed\n"
           "(disk, device, display).\n");
    return EXIT_DONE;
}

static int complain_of_size(const struct command *command, const char *word) {
    return command_line_complain(
        command, "A size is WIDTHxHEIGHT in pixels, from 320 to 8192, not \"", word, "\".");
}

static int run_run(const struct command *command, const struct arguments *arguments) {
    struct run_options options = {
        .store_dir = arguments->values[VALUE_STORE],
        .stick_dir = arguments->values[VALUE_STICK],
        .content_dir = arguments->values[VALUE_CONTENT],
        .device_path = arguments->values[VALUE_DEVICE],
    };
    const char *size = arguments->values[VALUE_WINDOW];
    if (size && !command_line_size(size, &options.width_px, &options.height_px)) {
        return complain_of_size(command, size);
    }
    if (options.stick_dir && !options.store_dir) {
        return command_line_complain(
            command, "--stick needs --store: what is on a stick has to be kept.", "", "");
    }
    return command_run(&options);
}

// The options that take one of a few words.
static const struct choice {
    enum value value;
    const char *before;
    const char *words[5];
} CHOICES[] = {
    {VALUE_ROTATE, "--rotate takes 0, 90, 180 or 270, not \"", {"0", "90", "180", "270", NULL}},
    {VALUE_THEME, "--theme takes light or contrast, not \"", {"light", "contrast", NULL}},
    {VALUE_TEXT,
     "--text takes normal, larger or largest, not \"",
     {"normal", "larger", "largest", NULL}},
};
enum { CHOICE_ROTATE, CHOICE_THEME, CHOICE_TEXT, CHOICE_COUNT };
static_assert(COUNT_OF(CHOICES) == CHOICE_COUNT, "a choice has no name");

// Fills `chosen`, with -1 where the line says nothing. False after a complaint.
static bool read_choices(const struct command *command, const struct arguments *arguments,
                         int chosen[CHOICE_COUNT]) {
    for (int i = 0; i < CHOICE_COUNT; i++) {
        const char *word = arguments->values[CHOICES[i].value];
        chosen[i] = word ? command_line_word(word, CHOICES[i].words) : -1;
        if (word && chosen[i] < 0) {
            command_line_complain(command, CHOICES[i].before, word, "\".");
            return false;
        }
    }
    return true;
}

static int run_render(const struct command *command, const struct arguments *arguments) {
    int chosen[CHOICE_COUNT];
    struct render_options options = {.width_px = 1280, .height_px = 720};
    const char *size = arguments->values[VALUE_SIZE];
    if (!arguments->folder) {
        return command_line_complain(command, "render needs the folder with the content.", "", "");
    }
    if (!arguments->values[VALUE_OUT]) {
        return command_line_complain(command, "render needs --out and the folder for the pictures.",
                                     "", "");
    }
    if (size && !command_line_size(size, &options.width_px, &options.height_px)) {
        return complain_of_size(command, size);
    }
    if (arguments->values[VALUE_NO_PICTURES] && !arguments->values[VALUE_DUMP]) {
        return command_line_complain(
            command, "--no-pictures needs --dump: nothing would be written.", "", "");
    }
    if (!read_choices(command, arguments, chosen)) {
        return EXIT_USAGE;
    }
    struct arena arena = {0};
    options.content_dir = arguments->folder;
    options.out_dir = arguments->values[VALUE_OUT];
    options.assets_dir = data_dir_find("assets", &arena);
    options.device_path = arguments->values[VALUE_DEVICE];
    options.language = arguments->values[VALUE_LANGUAGE];
    options.rotate = chosen[CHOICE_ROTATE] < 0 ? -1 : chosen[CHOICE_ROTATE] * 90;
    options.theme = chosen[CHOICE_THEME];
    options.text_size = chosen[CHOICE_TEXT];
    options.has_dump = arguments->values[VALUE_DUMP] != NULL;
    options.has_pictures = arguments->values[VALUE_NO_PICTURES] == NULL;
    int code = command_render(&options);
    arena_finish(&arena);
    return code;
}

static int run_check(const struct command *command, const struct arguments *arguments) {
    struct arena arena = {0};
    struct check_options options = {
        .content_dir = arguments->folder,
        .device_path = arguments->values[VALUE_DEVICE],
        .is_explaining = arguments->values[VALUE_EXPLAIN] != NULL,
    };
    if (!options.content_dir && !options.device_path && !options.is_explaining) {
        return command_line_complain(command, "check needs the folder with the content.", "", "");
    }
    if (options.is_explaining && (options.content_dir || options.device_path)) {
        return command_line_complain(command, "--explain stands alone: it checks nothing.", "", "");
    }
    options.assets_dir = data_dir_find("assets", &arena);
    int code = command_check(&options);
    arena_finish(&arena);
    return code;
}

// What the three commands of the store have in common; `folder` is what they call their folder, or
// NULL where they take none.
static int run_store(const struct command *command, const struct arguments *arguments,
                     const char *folder, int (*run)(const struct store_options *options)) {
    if (folder && !arguments->folder) {
        return command_line_complain(command, command->name, " needs ", folder);
    }
    if (!arguments->values[VALUE_STORE]) {
        return command_line_complain(command, command->name,
                                     " needs --store and the folder of the store.", "");
    }
    struct arena arena = {0};
    const struct store_options options = {
        .store_dir = arguments->values[VALUE_STORE],
        .folder = arguments->folder,
        .assets_dir = data_dir_find("assets", &arena),
        .shipped_dir = data_dir_find("config", &arena),
    };
    int code = run(&options);
    arena_finish(&arena);
    return code;
}

static int run_import(const struct command *command, const struct arguments *arguments) {
    return run_store(command, arguments, "the folder of the stick.", command_import);
}

static int run_export(const struct command *command, const struct arguments *arguments) {
    return run_store(command, arguments, "the folder to make.", command_export);
}

static int run_rollback(const struct command *command, const struct arguments *arguments) {
    return run_store(command, arguments, NULL, command_rollback);
}

static int run_set_pin(const struct command *command, const struct arguments *arguments) {
    if (!arguments->values[VALUE_STORE]) {
        return command_line_complain(command, "set-pin needs --store and the folder of the store.",
                                     "", "");
    }
    return command_pin(arguments->values[VALUE_STORE]);
}

static int run_deliver(const struct command *command, const struct arguments *arguments) {
    if (!arguments->folder || !arguments->values[VALUE_STICK]) {
        return command_line_complain(
            command, "deliver needs the outbox, and --stick with the folder of the stick.", "", "");
    }
    return command_deliver(arguments->folder, arguments->values[VALUE_STICK]);
}

static const struct command *find_command(const char *name) {
    for (int i = 0; i < COUNT_OF(COMMANDS); i++) {
        if (strcmp(name, COMMANDS[i].name) == 0) {
            return &COMMANDS[i];
        }
    }
    return NULL;
}

static_assert(COUNT_OF(RENDER_OPTIONS) < OPTION_LIMIT, "the longest table does not fit");

// A program that is started without its three standard files would get its first descriptors in
// their place, and write its log into them. What takes the place of one fails as it would: it is
// open the wrong way round.
static void keep_standard_files(void) {
    int file = STDIN_FILENO;
    while (file >= 0 && file <= STDERR_FILENO) {
        bool is_input = fcntl(STDIN_FILENO, F_GETFD) < 0;
        file = open("/dev/null", is_input ? O_WRONLY : O_RDONLY);
    }
    close(file);
}

int main(int argc, char **argv) {
    keep_standard_files();
    const char *first = argc > 1 ? argv[1] : "";
    if (strcmp(first, "--help") == 0 || strcmp(first, "-h") == 0) {
        return print_help();
    }
    if (strcmp(first, "--version") == 0) {
        printf("dit-kiosk " DIT_VERSION "\n");
        return EXIT_DONE;
    }
    bool is_named = first[0] && first[0] != '-';
    const struct command *command = find_command(is_named ? first : "run");
    if (!command) {
        return command_line_complain(NULL, "There is no command \"", first, "\".");
    }
    struct arguments arguments = {0};
    int code = command_line_read(command, argc - is_named, argv + is_named, &arguments);
    if (code != 0) {
        return code;
    }
    return arguments.values[VALUE_HELP] ? command_line_help(command)
                                        : command->run(command, &arguments);
}
