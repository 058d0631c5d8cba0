package dev.nestor.bench;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how many times better than this peer Nestor sets out to be. Stands on a peer's {@code @Benchmark} method, beside
 * the method {@code nestor} of the same class.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AtLeast {
    /** The smallest ratio that meets the target; 3 means three times as fast as the peer. */
    double value();
}
