package dev.nestor.bench.document;

import dev.nestor.bench.Comparison;
import dev.nestor.bench.Footprint;
import dev.nestor.document.Document;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What the sample documents take, packed and as minified text. */
public final class PackedSizes implements Footprint {
    @Override
    public String name() {
        return "document packed size";
    }

    @Override
    public List<Comparison> measure(boolean quick) {
        return Arrays.stream(SampleDocument.values()).map(this::compare).toList();
    }

    private Comparison compare(SampleDocument document) {
        byte[] text = document.text();
        return new Comparison(
                name() + ", " + document.name().toLowerCase(Locale.ROOT),
                "minified text",
                "B",
                Document.parse(text).packedSize(),
                text.length,
                OptionalDouble.of(1 / 0.9));
    }
}
