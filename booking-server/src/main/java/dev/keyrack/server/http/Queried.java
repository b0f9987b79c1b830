package dev.keyrack.server.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Names the query parameters that an endpoint method reads by itself, for the description. All are optional text.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Queried {

    String[] value();
}
