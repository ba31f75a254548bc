// SPDX-License-Identifier: MIT
// See services.h. Those of 116 are the harmonised European numbers for services of social value
// (2007/116/EC); 85258 is a short code of the mobile networks.
#include "content/phone/services.h"

#include <assert.h>

const struct phone_service phone_services[] = {
    {"999", "999", "Write there: Call 999, when a life is at risk.", false},
    {"111", "111", "Write there: Call 111 and choose option 2, for urgent help.", false},
    {"116123", "116 123", "Write there: Call Samaritans on 116 123, to talk to somebody.", true},
    {.digits = "112"},      // 999, from any mobile phone
    {.digits = "18000"},    // 999, in text (Relay UK)
    {.digits = "101"},      // the police
    {.digits = "105"},      // power cuts
    {.digits = "116000"},   // Missing People
    {.digits = "116006"},   // victims of crime
    {.digits = "116111"},   // children
    {.digits = "116117"},   // doctors out of hours
    {.digits = "08001111"}, // Childline
    {.digits = "85258"},    // Shout, by text
};
static_assert(COUNT_OF(phone_services) == SERVICE_COUNT, "services.h says how many there are");

const struct phone_service *services_find(struct str digits) {
    for (int i = 0; i < SERVICE_COUNT; i++) {
        if (str_equals(digits, phone_services[i].digits)) {
            return &phone_services[i];
        }
    }
    return NULL;
}
