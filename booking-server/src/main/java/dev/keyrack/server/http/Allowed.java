package dev.keyrack.server.http;

import dev.keyrack.server.access.Action;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Names what an endpoint method does; who may do that is said in `permissions.md`.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Allowed {

    Action value();

    /// Whether the method reads the header of a program that shows its key (the scheme `Basic`) itself.
    boolean basic() default false;
}
