package dev.keyrack.desktop.palette;

/// Something that was found.
///
/// @param icon a literal of the Feather pack
/// @param kind what it is, in a word
record PaletteEntry(String icon, String title, String detail, String kind, Runnable open) {}
