package dev.keyrack.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks an interface that may have one implementor only, because it stands for something that its package must not
/// know: a terminal, a gateway, mail, a feature above it.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Port {

    /// What stands behind it, or why its package must not know.
    String value();
}
