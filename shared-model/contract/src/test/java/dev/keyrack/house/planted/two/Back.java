package dev.keyrack.house.planted.two;

import dev.keyrack.house.planted.one.There;

/// Planted: the other way of a cycle, in a package without a package-info.
public final class Back {

    public String go() {
        return There.class.getName();
    }
}
