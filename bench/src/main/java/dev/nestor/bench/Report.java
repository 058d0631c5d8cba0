package dev.nestor.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What {@code nestor bench} prints, in Markdown: a table of comparisons and, where there are any, one of facts.
 *
 * @param quick whether it comes from a quick run
 */
public record Report(Machine machine, LocalDate date, boolean quick, List<Comparison> comparisons, List<Fact> facts) {
    private static final String HEADER = """
            | question | peer | Nestor | peer's figure | ratio | target | |
            |---|---|---:|---:|---:|---:|---|
            """;
    private static final String FACTS_HEADER = """

            | question | Nestor | target | |
            |---|---:|---:|---|
            """;

    /** The text, each line ended. */
    public String toMarkdown() {
        StringBuilder text = new StringBuilder();
        text.append("Measured ")
                .append(date)
                .append(quick ? " (quick run)" : "")
                .append(" on ");
        text.append(machine.toMarkdown())
                .append(". A ratio above 1 speaks for Nestor.\n\n")
                .append(HEADER);
        comparisons.forEach(comparison -> text.append(row(comparison)));
        if (!facts.isEmpty()) {
            text.append(FACTS_HEADER);
            facts.forEach(fact -> text.append(row(fact)));
        }
        return text.toString();
    }

    private static String row(Comparison comparison) {
        boolean aimed = comparison.target().isPresent();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | **%.2f** | %s | %s |%n",
                comparison.question(),
                comparison.peer(),
                figure(comparison.nestor(), comparison.unit()),
                figure(comparison.other(), comparison.unit()),
                comparison.ratio(),
                aimed ? String.format(Locale.ROOT, "≥ %.2f", comparison.target().getAsDouble()) : "",
                !aimed ? "" : comparison.met() ? "met" : "missed");
    }

    private static String row(Fact fact) {
        boolean aimed = fact.atMost().isPresent();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s |%n",
                fact.question(),
                figure(fact.value(), fact.unit()),
                aimed ? "≤ " + figure(fact.atMost().getAsDouble(), fact.unit()) : "",
                !aimed ? "" : fact.value() <= fact.atMost().getAsDouble() ? "met" : "missed");
    }

    private static String figure(double value, String unit) {
        return String.format(Locale.ROOT, value < 1 ? "%.2f %s" : value < 100 ? "%.1f %s" : "%,.0f %s", value, unit);
    }
}
