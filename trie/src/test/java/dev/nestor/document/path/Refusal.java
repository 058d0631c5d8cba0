package dev.nestor.document.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asks for a refusal and checks what every refusal promises. */
final class Refusal {

    private Refusal() {}

    static PathSyntaxException of(ThrowingCallable reading) {
        PathSyntaxException refusal = catchThrowableOfType(PathSyntaxException.class, reading);
        assertThat(refusal).as("nothing was refused").isNotNull();
        assertThat(refusal.getMessage())
                .startsWith("expected " + refusal.expected() + " at position " + refusal.position() + ", found ")
                .doesNotContainPattern("\\p{Cc}")
                .hasSizeLessThan(300);
        return refusal;
    }
}
