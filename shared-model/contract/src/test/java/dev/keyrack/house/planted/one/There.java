package dev.keyrack.house.planted.one;

import dev.keyrack.house.planted.two.Back;

/// Planted: one way of a cycle.
public final class There {

    public String go() {
        return Back.class.getName();
    }
}
