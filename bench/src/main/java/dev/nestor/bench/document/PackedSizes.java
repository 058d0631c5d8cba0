package dev.nestor.bench.document;

import dev.nestor.document.Document;

/** Prints what the sample documents take, packed and as minified text. */
public final class PackedSizes {
    private PackedSizes() {}

    public static void main(String[] args) {
        System.out.printf("%-10s %10s %10s %8s%n", "document", "text", "packed", "ratio");
        for (SampleDocument document : SampleDocument.values()) {
            int text = document.text().length;
            int packed = Document.parse(document.text()).packedSize();
            System.out.printf("%-10s %10d %10d %8.2f%n", document, text, packed, (double) packed / text);
        }
    }
}
