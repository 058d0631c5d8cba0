package dev.nestor.server.command;

import dev.nestor.document.Elements;
import dev.nestor.document.Layout;
import dev.nestor.document.Members;
import dev.nestor.document.Value;
import dev.nestor.protocol.Reply;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** JSON values as replies, in each of the shapes that RedisJSON has. For one reply, whose size it bounds. */
final class JsonValues {
    private final ReplyBudget budget = new ReplyBudget();

    /** The type as JSON.TYPE calls it. */
    static String typeName(Value value) {
        return switch (value.kind()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            case NUMBER -> isInteger(value.numberText()) ? "integer" : "number";
        };
    }

    private static boolean isInteger(String number) {
        return number.chars().allMatch(letter -> letter == '-' || Character.isDigit(letter));
    }

    /** The JSON text. */
    static Reply.Bulk text(Value value) {
        byte[] text = value.toJson(Layout.COMPACT);
        return new Reply.Bulk(text, 0, text.length);
    }

    /** An integer as one of any size, any other number as a double, or as its text when no double is so large. */
    static Reply number(Value value) {
        String text = value.numberText();
        if (isInteger(text)) {
            return integer(new BigInteger(text));
        }
        double real = Double.parseDouble(text);
        return Double.isInfinite(real) ? Reply.bulk(text) : new Reply.Real(real);
    }

    private static Reply integer(BigInteger integer) {
        return integer.bitLength() < Long.SIZE ? new Reply.Int(integer.longValue()) : new Reply.BigNumber(integer);
    }

    /** FORMAT EXPAND: everything in the types of the protocol. */
    Reply expanded(Value value) {
        return switch (value.kind()) {
            case OBJECT -> new Reply.Map(members(value, this::expanded));
            case ARRAY -> new Reply.Array(elements(value, this::expanded));
            default -> scalar(value);
        };
    }

    /** FORMAT EXPAND1: containers and strings as JSON text, all else in the types of the protocol. */
    Reply shallow(Value value) {
        return switch (value.kind()) {
            case OBJECT, ARRAY, STRING -> spent(text(value));
            default -> scalar(value);
        };
    }

    /** JSON.RESP: containers as arrays that begin with their bracket, booleans as words. */
    Reply resp(Value value) {
        return switch (value.kind()) {
            case OBJECT -> new Reply.Array(behind("{", members(value, this::resp)));
            case ARRAY -> new Reply.Array(behind("[", elements(value, this::resp)));
            case BOOLEAN -> new Reply.Simple(Boolean.toString(value.bool()));
            default -> scalar(value);
        };
    }

    private static List<Reply> behind(String bracket, List<Reply> items) {
        items.addFirst(new Reply.Simple(bracket));
        return items;
    }

    private List<Reply> elements(Value array, Function<Value, Reply> shape) {
        List<Reply> items = new ArrayList<>();
        for (Elements elements = array.elements(); elements.next(); ) {
            items.add(shape.apply(elements.value()));
        }
        return items;
    }

    private List<Reply> members(Value object, Function<Value, Reply> shape) {
        List<Reply> items = new ArrayList<>();
        for (Members members = object.members(); members.next(); ) {
            items.add(spent(Reply.bulk(members.name())));
            items.add(shape.apply(members.value()));
        }
        return items;
    }

    private Reply scalar(Value value) {
        budget.spend(0);
        return switch (value.kind()) {
            case STRING -> spent(Reply.bulk(value.string()));
            case NUMBER -> number(value);
            case BOOLEAN -> new Reply.Bool(value.bool());
            case NULL -> Reply.NIL;
            case OBJECT, ARRAY -> throw new IllegalStateException("a container is no scalar");
        };
    }

    private Reply spent(Reply reply) {
        if (reply instanceof Reply.Bulk bulk) {
            budget.spend(bulk.length());
        }
        return reply;
    }
}
