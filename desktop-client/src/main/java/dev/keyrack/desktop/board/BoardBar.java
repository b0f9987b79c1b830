package dev.keyrack.desktop.board;

/// A stay in its line.
///
/// @param row index of the line
record BoardBar(Stay stay, int row) {}
