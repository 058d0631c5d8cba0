package dev.nestor.document.path;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of RFC 9485, run without backtracking: all ways to go on are followed at the same time
 * (K. Thompson, "Regular Expression Search Algorithm", 1968), so that a run costs at most the length of the text
 * times the length of the program, whatever the expression. Immutable; safe to share between threads.
 */
final class Regexp {

    /** One step of the program; its successor is the next one unless it says otherwise. */
    sealed interface Instruction {
        record Take(CharacterClass of) implements Instruction {}

        record RequireEdge(boolean end) implements Instruction {}

        record Fork(int one, int other) implements Instruction {}

        record Accept() implements Instruction {}
    }

    /** What compiling takes whatever the pattern: above all the exception, if it is no I-Regexp. */
    private static final int COMPILE_STEPS = 100;

    private final String pattern;

    /** Empty for a pattern that is no I-Regexp: it matches nothing (RFC 9535, section 2.4.6). */
    private final List<Instruction> program;

    private final int compileSteps;

    private Regexp(String pattern, List<Instruction> program, int compileSteps) {
        this.pattern = pattern;
        this.program = List.copyOf(program);
        this.compileSteps = compileSteps;
    }

    /**
     * @throws PathLimitException when the pattern is longer or deeper than a path may be, or its program longer than
     *     {@link PathLimits#REGEXP_SIZE}
     */
    static Regexp compile(String pattern) {
        if (pattern.length() > PathLimits.LENGTH) {
            throw new PathLimitException("a regular expression may have " + PathLimits.LENGTH
                    + " characters, this one has " + pattern.length());
        }
        try {
            Compiler compiler = new Compiler();
            compiler.emit(new RegexpParser(pattern).parse());
            compiler.add(new Instruction.Accept());
            return new Regexp(pattern, compiler.program, COMPILE_STEPS + pattern.length() + compiler.written);
        } catch (PathSyntaxException e) {
            return new Regexp(pattern, List.of(), COMPILE_STEPS + pattern.length());
        }
    }

    List<Instruction> program() {
        return program;
    }

    /** Steps of a {@link Budget} that it took to compile this. */
    int compileSteps() {
        return compileSteps;
    }

    /**
     * Whether the pattern describes the whole text or, if not {@code whole}, some part of it.
     *
     * @throws PathLimitException when the budget runs out
     */
    boolean matches(String text, boolean whole, Budget budget) {
        return !program.isEmpty() && new RegexpRun(this, text, whole, budget).matches();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Regexp regexp && pattern.equals(regexp.pattern);
    }

    @Override
    public int hashCode() {
        return pattern.hashCode();
    }

    @Override
    public String toString() {
        return pattern;
    }

    private static final class Compiler {
        /** Stands where a fork goes whose targets are not known yet. */
        private static final Instruction UNKNOWN = new Instruction.Accept();

        private final List<Instruction> program = new ArrayList<>();
        private int written;

        void emit(RegexpNode node) {
            countOne();
            switch (node) {
                case RegexpNode.One(CharacterClass of) -> add(new Instruction.Take(of));
                case RegexpNode.Edge(boolean end) -> add(new Instruction.RequireEdge(end));
                case RegexpNode.Sequence(List<RegexpNode> parts) -> parts.forEach(this::emit);
                case RegexpNode.Choice(List<RegexpNode> branches) -> choice(branches);
                case RegexpNode.Repeat repeat -> repeat(repeat);
            }
        }

        /** Counts visits to the tree too: an empty group repeated for ever writes no instructions. */
        private void countOne() {
            if (++written > 2 * PathLimits.REGEXP_SIZE) {
                throw new PathLimitException(
                        "a regular expression may have " + PathLimits.REGEXP_SIZE + " instructions, this one has more");
            }
        }

        int add(Instruction instruction) {
            countOne();
            program.add(instruction);
            return program.size() - 1;
        }

        /** fork → one; jump to the end; fork → another; jump to the end; the last one. */
        private void choice(List<RegexpNode> branches) {
            List<Integer> jumps = new ArrayList<>();
            for (RegexpNode branch : branches.subList(0, branches.size() - 1)) {
                int fork = add(UNKNOWN);
                emit(branch);
                jumps.add(add(UNKNOWN));
                program.set(fork, new Instruction.Fork(fork + 1, program.size()));
            }
            emit(branches.getLast());
            jumps.forEach(jump -> program.set(jump, new Instruction.Fork(program.size(), program.size())));
        }

        private void repeat(RegexpNode.Repeat repeat) {
            for (int copy = 0; copy < repeat.least(); copy++) {
                emit(repeat.part());
            }
            if (repeat.most() == RegexpNode.Repeat.UNBOUNDED) {
                int fork = add(UNKNOWN);
                emit(repeat.part());
                add(new Instruction.Fork(fork, fork));
                program.set(fork, new Instruction.Fork(fork + 1, program.size()));
                return;
            }
            for (int copy = repeat.least(); copy < repeat.most(); copy++) {
                int fork = add(UNKNOWN);
                emit(repeat.part());
                program.set(fork, new Instruction.Fork(fork + 1, program.size()));
            }
        }
    }
}
