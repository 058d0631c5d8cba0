package dev.nestor.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReplyEncoderTest {
    /** A reply, and its lines in RESP2 and in RESP3; | stands for a line end. */
    static Stream<Arguments> table() {
        List<Reply> two = List.of(Reply.ONE, Reply.bulk("b"));
        BigInteger big = BigInteger.TWO.pow(70).negate();
        return Stream.of(
                arguments(Reply.OK, "+OK|", "+OK|"),
                arguments(new Failure("MOVED", "1 h:2"), "-MOVED 1 h:2|", "-MOVED 1 h:2|"),
                arguments(Failure.err("a\r\nb"), "-ERR a  b|", "-ERR a  b|"),
                arguments(new Reply.Int(0), ":0|", ":0|"),
                arguments(new Reply.Int(-1234567890), ":-1234567890|", ":-1234567890|"),
                arguments(new Reply.Int(Long.MIN_VALUE), ":-9223372036854775808|", ":-9223372036854775808|"),
                arguments(new Reply.Int(Long.MAX_VALUE), ":9223372036854775807|", ":9223372036854775807|"),
                arguments(Reply.bulk(""), "$0||", "$0||"),
                arguments(Reply.bulk("hello world"), "$11|hello world|", "$11|hello world|"),
                arguments(new Reply.Bulk(Feed.latin("abcdef"), 2, 3), "$3|cde|", "$3|cde|"),
                arguments(Reply.NIL, "$-1|", "_|"),
                arguments(Reply.NIL_ARRAY, "*-1|", "_|"),
                arguments(new Reply.Bool(true), ":1|", "#t|"),
                arguments(new Reply.Bool(false), ":0|", "#f|"),
                arguments(new Reply.Real(1.5), "$3|1.5|", ",1.5|"),
                arguments(new Reply.BigNumber(big), "$23|" + big + "|", "(" + big + "|"),
                arguments(new Reply.Verbatim("txt", "ü"), "$2|ü|", "=6|txt:ü|"),
                arguments(Reply.EMPTY_ARRAY, "*0|", "*0|"),
                arguments(new Reply.Array(two), "*2|:1|$1|b|", "*2|:1|$1|b|"),
                arguments(new Reply.Set(two), "*2|:1|$1|b|", "~2|:1|$1|b|"),
                arguments(new Reply.Push(two), "*2|:1|$1|b|", ">2|:1|$1|b|"),
                arguments(new Reply.Map(two), "*2|:1|$1|b|", "%1|:1|$1|b|"),
                arguments(
                        Reply.array(new Reply.Map(List.of(Reply.OK, Reply.NIL)), new Reply.Real(2)),
                        "*2|*2|+OK|$-1|$1|2|",
                        "*2|%1|+OK|_|,2|"));
    }

    @ParameterizedTest
    @MethodSource("table")
    void reply_isWrittenAsEachVersionWantsIt(Reply reply, String resp2, String resp3) {
        assertThat(Written.text(reply, RespVersion.RESP2)).isEqualTo(lines(resp2));
        assertThat(Written.text(reply, RespVersion.RESP3)).isEqualTo(lines(resp3));
    }

    private static String lines(String text) {
        return text.replace("|", "\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, -0",
        "3, 3",
        "-12345678, -12345678",
        "0.1, 0.1",
        "12345678.9, 12345678.9",
        "0.00015, 0.00015",
        "1e16, 10000000000000000",
        "1e17, 1e+17",
        "1.5e300, 1.5e+300",
        "1e-7, 1e-7",
        "-2.5e-9, -2.5e-9",
        "4.9e-324, 4.9e-324",
        "Infinity, inf",
        "-Infinity, -inf",
        "NaN, nan"
    })
    void real_isWrittenShortAndReadBackTheSame(double value, String text) {
        assertThat(RealText.of(value)).isEqualTo(text);
        assertThat(RealText.parse(text)).isEqualTo(Double.valueOf(value));
    }

    @Test
    void invalidReplies_cannotBeMade() {
        assertThatThrownBy(() -> new Reply.Simple("a\nb")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Reply.Map(List.of(Reply.OK))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Reply.Bulk(new byte[3], 2, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new Reply.Verbatim("text", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bulks_areEqualByContent() {
        Reply slice = new Reply.Bulk(Feed.latin("xaby"), 1, 2);
        assertThat(slice).isEqualTo(Reply.bulk("ab")).hasSameHashCodeAs(Reply.bulk("ab"));
        assertThat(slice).isNotEqualTo(Reply.bulk("ax"));
    }
}
