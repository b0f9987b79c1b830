package dev.keyrack.server.search;

import dev.keyrack.contract.catalog.ResourceType;
import dev.keyrack.contract.value.Period;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.server.http.ProblemException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads a search's query parameters; each that is not of its form is named in the refusal.
record SearchParameters(Map<String, List<String>> query) {

    private static final int MOST_PAGES = 1_000_000;
    private static final int MOST_ROWS = 100;
    private static final BigDecimal LATITUDE_LIMIT = BigDecimal.valueOf(90);
    private static final BigDecimal LONGITUDE_LIMIT = BigDecimal.valueOf(180);

    private @Nullable String first(String name) {
        List<String> values = query.get(name);
        return values == null ? null : values.getFirst();
    }

    int page() {
        return number("page", 1, MOST_PAGES);
    }

    int limit() {
        return number("limit", 20, MOST_ROWS);
    }

    SearchCriteria toCriteria() {
        return new SearchCriteria(
                find("type", SearchParameters::toType, "expected hotel, appointment or event"),
                find("location", Function.identity(), "expected text"),
                dates(),
                number("guests", 1, 100_000),
                price("minPrice"),
                price("maxPrice"),
                amenities(),
                find("available", SearchParameters::toBoolean, "expected true or false"),
                point(),
                sort());
    }

    private <T> @Nullable T find(String name, Function<String, T> reader, String expected) {
        String text = first(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.malformed(name, expected);
        }
    }

    private int number(String name, int otherwise, int most) {
        Integer number = find(name, Integer::valueOf, "expected a whole number");
        if (number != null && (number < 1 || number > most)) {
            throw ProblemException.malformed(name, "expected 1 to " + most);
        }
        return number == null ? otherwise : number;
    }

    private @Nullable BigDecimal price(String name) {
        BigDecimal price = find(name, SearchParameters::toDecimal, "expected an amount such as 80 or 79.90");
        if (price != null && price.signum() < 0) {
            throw ProblemException.malformed(name, "expected 0 or more");
        }
        return price;
    }

    private static BigDecimal toDecimal(String text) {
        if (!text.matches("-?[0-9]{1,12}(\\.[0-9]{1,9})?")) {
            throw new IllegalArgumentException(text);
        }
        return new BigDecimal(text);
    }

    private static ResourceType toType(String word) {
        return ResourceType.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Boolean toBoolean(String word) {
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(word);
        };
    }

    private @Nullable StayRange dates() {
        String from = first("checkIn");
        String to = first("checkOut");
        if (from == null && to == null) {
            return null;
        }
        if (from == null || to == null) {
            throw ProblemException.malformed(from == null ? "checkIn" : "checkOut", "expected both dates or neither");
        }
        try {
            if (Period.parse(from, to) instanceof StayRange dates) {
                return dates;
            }
        } catch (IllegalArgumentException e) {
            throw ProblemException.malformed("checkIn", String.valueOf(e.getMessage()));
        }
        throw ProblemException.malformed("checkIn", "expected dates such as 2025-12-01");
    }

    private List<String> amenities() {
        return query.getOrDefault("amenities", List.of()).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private SearchCriteria.@Nullable Point point() {
        BigDecimal latitude = degrees("latitude", LATITUDE_LIMIT);
        BigDecimal longitude = degrees("longitude", LONGITUDE_LIMIT);
        if ((latitude == null) != (longitude == null)) {
            throw ProblemException.malformed(
                    latitude == null ? "latitude" : "longitude", "expected both degrees or neither");
        }
        return latitude == null || longitude == null ? null : new SearchCriteria.Point(latitude, longitude);
    }

    private @Nullable BigDecimal degrees(String name, BigDecimal limit) {
        BigDecimal degrees = find(name, SearchParameters::toDecimal, "expected degrees such as 38.72");
        if (degrees != null && degrees.abs().compareTo(limit) > 0) {
            throw ProblemException.malformed(name, "expected -" + limit + " to " + limit);
        }
        return degrees;
    }

    private SearchCriteria.Sort sort() {
        String word = first("sort");
        SearchCriteria.Sort sort = switch (word == null ? "name" : word) {
            case "name" -> SearchCriteria.Sort.NAME;
            case "price" -> SearchCriteria.Sort.PRICE;
            case "-price" -> SearchCriteria.Sort.PRICE_DESCENDING;
            case "rating" -> SearchCriteria.Sort.RATING;
            case "distance" -> SearchCriteria.Sort.DISTANCE;
            default -> throw ProblemException.malformed("sort", "expected name, price, -price, rating or distance");
        };
        if (sort == SearchCriteria.Sort.DISTANCE && point() == null) {
            throw ProblemException.malformed("latitude", "expected the point to measure from");
        }
        return sort;
    }
}
