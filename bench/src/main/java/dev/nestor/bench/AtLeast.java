package dev.nestor.bench;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how many times better than its peers Nestor sets out to be. Stands on a peer's {@code @Benchmark} method, or on
 * one that is run for several peers and then names them.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(AtLeast.List.class)
public @interface AtLeast {
    /** The smallest ratio that meets the target; 3 means three times as fast as the peer. */
    double value();

    /** The values of the parameter {@code peer} that this is about; empty where the method is the peer. */
    String[] than() default {};

    /** Several targets on one method. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface List {
        AtLeast[] value();
    }
}
