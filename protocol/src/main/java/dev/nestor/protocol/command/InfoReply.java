package dev.nestor.protocol.command;

import dev.nestor.protocol.Reply;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** A command as COMMAND INFO describes it: ten fields, made for programs. */
final class InfoReply {
    private InfoReply() {}

    static Reply of(CommandSpec command) {
        KeyRange keys = command.keys();
        return Reply.array(
                Reply.bulk(command.fullName()),
                new Reply.Int(command.arity()),
                words(command.flags(), Flag::word),
                new Reply.Int(keys.first()),
                new Reply.Int(keys.last()),
                new Reply.Int(keys.step()),
                words(command.categories(), category -> "@" + category.word()),
                new Reply.Set(command.tips().stream()
                        .map(tip -> Reply.bulk(tip.word()))
                        .toList()),
                new Reply.Set(keys.isEmpty() ? List.of() : List.of(keySpecification(command))),
                subcommands(command));
    }

    /** Redis answers an empty set, but a filled array; so do we. */
    private static Reply subcommands(CommandSpec command) {
        List<Reply> all = command.subcommands().stream().map(InfoReply::of).toList();
        return all.isEmpty() ? new Reply.Set(all) : new Reply.Array(all);
    }

    static Reply keyFlags(CommandSpec command) {
        return words(command.keyAccess(), KeyAccess::word);
    }

    /** Where the keys are found: they begin at an index, and range to another, counted from the first key. */
    private static Reply keySpecification(CommandSpec command) {
        KeyRange keys = command.keys();
        int last = keys.last() < 0 ? keys.last() : keys.last() - keys.first();
        return new Fields()
                .put("flags", keyFlags(command))
                .put("begin_search", search("index", new Fields().put("index", keys.first())))
                .put(
                        "find_keys",
                        search(
                                "range",
                                new Fields()
                                        .put("lastkey", last)
                                        .put("keystep", keys.step())
                                        .put("limit", 0)))
                .reply();
    }

    private static Reply search(String type, Fields specification) {
        return new Fields().put("type", type).put("spec", specification.reply()).reply();
    }

    private static <T> Reply words(Collection<T> marks, Function<T, String> word) {
        return new Reply.Set(marks.stream()
                .<Reply>map(mark -> new Reply.Simple(word.apply(mark)))
                .toList());
    }
}
