package dev.keyrack.server.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says what an endpoint method answers whose Java type does not say it.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Answers {

    /// The body: a record of the contract, an array of them, or `byte[]` for what is no JSON.
    Class<?> value();

    /// The statuses with which it comes; those of redirects come without it.
    int[] status() default 200;

    /// What it refuses with, beside problem documents: a record, or `byte[]` for what is no JSON.
    Class<?> refusal() default void.class;
}
