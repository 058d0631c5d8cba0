package dev.nestor.bench.document;

import dev.nestor.document.Value;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import tools.jackson.core.JsonPointer;

/** The documents that are measured, and a path of three names in each. */
public enum SampleDocument {
    /** A person, about 200 bytes: the size of the generated records. */
    SMALL("""
            {"name":"Ada Lovelace","phone":"+44 20 7946 0000","birthdate":18151210,
             "address":{"street":"St James's Square 12","zip":10563,"location":{"latitude":51.507,"longitude":-0.136}},
             "email":"ada@example.com"}""", "address.location.longitude"),

    /** A person with more about them, about 500 bytes. */
    MEDIUM("""
            {"name":"Ada Lovelace","phone":"+44 20 7946 0000","email":"ada@example.com","birthdate":18151210,
             "bio":"Wrote the first program for a machine that was never built, and saw further than its inventor.",
             "languages":["English","French","German"],"height":1.65,"active":true,
             "address":{"street":"St James's Square 12","city":"London","country":"GB","zip":10563,
              "location":{"latitude":51.507,"longitude":-0.136,"accuracy":25}},
             "employer":{"name":"Analytical Engines","since":1842,"title":"Programmer"}}""", "address.location.longitude"),

    /** An account of about 2 KB: 25 members at the top, two levels below, and lists. */
    LARGE(account(), "preferences.notifications.weekly");

    private final String text;
    private final String path;

    SampleDocument(String text, String path) {
        this.text = Value.parse(text).toString();
        this.path = path;
    }

    /** The minified text. */
    byte[] text() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    byte[][] names() {
        return Arrays.stream(path.split("\\.", -1))
                .map(name -> name.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    JsonPointer pointer() {
        return JsonPointer.compile("/" + path.replace('.', '/'));
    }

    private static String account() {
        Random random = new Random(42);
        StringBuilder json = new StringBuilder("{\"id\":48213,\"login\":\"mkarras\",\"active\":true,\"company\":null");
        for (int i = 0; i < 18; i++) {
            json.append(",\"attribute").append((char) ('A' + i)).append("\":");
            json.append(i % 3 == 0 ? "\"value " + random.nextInt(1_000_000) + "\"" : random.nextInt(100_000) + ".5");
        }
        json.append(",\"preferences\":{\"theme\":\"dark\",\"language\":\"el\",\"editor\":{\"tabs\":4,\"wrap\":true},");
        json.append("\"notifications\":{\"email\":true,\"push\":false,\"daily\":false,\"weekly\":true}}");
        json.append(",\"history\":[");
        for (int i = 0; i < 20; i++) {
            json.append(i == 0 ? "" : ",").append("{\"at\":").append(1_773_480_413 + 60 * random.nextInt(10_000));
            json.append(",\"event\":\"signed in\",\"ip\":\"10.0.0.")
                    .append(random.nextInt(256))
                    .append("\"}");
        }
        return json.append("],\"scores\":[1,2.50,3,99.9,12],\"updated\":1773480480}")
                .toString();
    }
}
