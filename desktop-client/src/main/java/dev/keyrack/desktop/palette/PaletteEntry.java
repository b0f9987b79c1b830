package dev.keyrack.desktop.palette;

/// Something that was found.
///
/// @param icon a literal of the Feather pack
/// @param kind what it is, in a word
record PaletteEntry(String icon, String title, String detail, String kind, Runnable open) {

    /// Whether it stands for the same thing, found another time.
    boolean isSameAs(PaletteEntry other) {
        return kind.equals(other.kind) && title.equals(other.title) && detail.equals(other.detail);
    }
}
