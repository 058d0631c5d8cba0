package dev.nestor.document.path;

import java.util.List;

/** One run of a {@link Regexp} over a text: the set of instructions that could come next, moved on by character. */
final class RegexpRun {

    /** Instructions for which a run makes room in one step of the budget. */
    private static final int INSTRUCTIONS_PER_STEP = 8;

    private final List<Regexp.Instruction> program;
    private final String text;
    private final boolean whole;
    private final Budget budget;

    /** Instructions that wait for the next character, how many they are, and room for those after it. */
    private int[] waiting;

    private int waitingCount;
    private int[] spare;

    /** The text position, plus one, at which an instruction was last reached; keeps each from being added twice. */
    private final int[] reached;

    private final int[] toFollow;
    private boolean accepted;

    RegexpRun(Regexp regexp, String text, boolean whole, Budget budget) {
        this.program = regexp.program();
        this.text = text;
        this.whole = whole;
        this.budget = budget;
        budget.spend(program.size() / INSTRUCTIONS_PER_STEP);
        this.waiting = new int[program.size()];
        this.spare = new int[program.size()];
        this.reached = new int[program.size()];
        this.toFollow = new int[2 * program.size() + 1];
    }

    boolean matches() {
        follow(0, 0);
        int position = 0;
        while (!found(position) && position < text.length() && (waitingCount > 0 || !whole)) {
            int character = text.codePointAt(position);
            position += Character.charCount(character);
            advance(character, position);
        }
        return found(position);
    }

    private boolean found(int position) {
        return accepted && (!whole || position == text.length());
    }

    private void advance(int character, int position) {
        budget.spend(1);
        int[] before = waiting;
        int beforeCount = waitingCount;
        waiting = spare;
        waitingCount = 0;
        spare = before;
        accepted = false;
        for (int index = 0; index < beforeCount; index++) {
            if (program.get(before[index]) instanceof Regexp.Instruction.Take(CharacterClass of)
                    && of.contains(character)) {
                follow(before[index] + 1, position);
            }
        }
        if (!whole) {
            follow(0, position);
        }
    }

    /** Adds everything that can be reached from the instruction without taking a character. */
    private void follow(int from, int position) {
        int pending = 0;
        toFollow[pending++] = from;
        while (pending > 0) {
            int instruction = toFollow[--pending];
            budget.spend(1);
            if (reached[instruction] == position + 1) {
                continue;
            }
            reached[instruction] = position + 1;
            switch (program.get(instruction)) {
                case Regexp.Instruction.Take take -> waiting[waitingCount++] = instruction;
                case Regexp.Instruction.Accept accept -> accepted = true;
                case Regexp.Instruction.RequireEdge(boolean end) -> {
                    if (position == (end ? text.length() : 0)) {
                        toFollow[pending++] = instruction + 1;
                    }
                }
                case Regexp.Instruction.Fork(int one, int other) -> {
                    toFollow[pending++] = one;
                    toFollow[pending++] = other;
                }
            }
        }
    }
}
