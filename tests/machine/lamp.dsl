// SPDX-License-Identifier: MIT
// A lamp behind the panel of QEMU's display adapter, switched by ACPI as in a laptop: Linux makes
// /sys/class/backlight/acpi_video0 of it. The adapter is in slot 2, which QEMU's own table calls S10.
DefinitionBlock ("", "SSDT", 2, "DITKSK", "LAMP", 1)
{
    External (\_SB.PCI0.S10, DeviceObj)
    Scope (\_SB.PCI0.S10)
    {
        Name (LVL, 100)
        Method (_DOS, 1) {}
        Method (_DOD, 0) { Return (Package () { 0x80010400 }) }
        Device (LCD0)
        {
            Name (_ADR, 0x0400)
            Method (_BCL, 0) { Return (Package () { 100, 50, 0, 50, 100 }) }
            Method (_BCM, 1) { LVL = Arg0 }
            Method (_BQC, 0) { Return (LVL) }
        }
    }
}
