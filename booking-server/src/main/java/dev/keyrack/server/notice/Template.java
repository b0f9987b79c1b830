package dev.keyrack.server.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text with places to fill. `{{name}}` takes a value, escaped where the template is markup; `{{{name}}}` takes
/// markup that another template made. What was filled in is not looked at again.
public record Template(String text, boolean markup) {

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\{([a-z]+)}}}|\\{\\{([a-z]+)}}");

    /// Reads a template from the program; markup by its name.
    public static Template load(String name) {
        try (InputStream in = Template.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            return new Template(new String(in.readAllBytes(), StandardCharsets.UTF_8), !name.endsWith(".txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Template ofMarkup(String text) {
        return new Template(text, true);
    }

    /// @throws IllegalStateException if there is no value for a place
    public String fill(Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            boolean raw = place.group(1) != null;
            String name = raw ? place.group(1) : place.group(2);
            String value = values.get(name);
            if (value == null) {
                throw new IllegalStateException("no value for " + name);
            }
            return Matcher.quoteReplacement(raw || !markup ? value : escape(value));
        });
    }

    /// For text and attributes of HTML and XML.
    static String escape(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /// One line without control characters and broken surrogates, fit for a header, a line of text, or XML.
    public static String line(String value) {
        StringBuilder clean = new StringBuilder(value.length());
        value.codePoints().forEach(point -> {
            int type = Character.getType(point);
            boolean odd = type == Character.CONTROL
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.SURROGATE
                    || (point & 0xfffe) == 0xfffe;
            clean.appendCodePoint(odd ? ' ' : point);
        });
        return clean.toString().strip();
    }
}
