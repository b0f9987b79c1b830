package dev.keyrack.desktop.form;

/// One of several to choose from: what it stands for, and what it is called.
public record Option(String code, String name) {

    /// What a list shows.
    @Override
    public String toString() {
        return name;
    }
}
