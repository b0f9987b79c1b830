package dev.keyrack.desktop.palette;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which day is meant by `14 June`, `June 14`, `14.6.`, `2027-06-14`, `+3` or `tomorrow`, in any of the program's
/// languages; without a year the next one, unless it was in the last two months.
///
/// @param languages in which days and months may be named
record DateRule(LocalDate today, List<Locale> languages) {

    private static final int MONTHS_BACK = 2;
    private static final Pattern STEP = Pattern.compile("([+-])(\\d{1,3})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern FIGURES = Pattern.compile("(\\d{1,2})[./](\\d{1,2})(?:[./](\\d{4})?)?");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\.?\\s*(\\p{L}{3,})\\.?,?\\s*(\\d{4})?");
    private static final Pattern MONTH_FIRST = Pattern.compile("(\\p{L}{3,})\\.?\\s+(\\d{1,2})(?:,?\\s+(\\d{4}))?");

    /// @param names of today, tomorrow and yesterday, in that order, for each language
    Optional<LocalDate> find(String words, List<String> names) {
        String text = words.strip().toLowerCase(Locale.ROOT);
        int named = names.indexOf(text);
        if (named >= 0) {
            return Optional.of(today.plusDays(List.of(0, 1, -1).get(named % 3)));
        }
        Matcher step = STEP.matcher(text);
        if (step.matches()) {
            long days = Long.parseLong(step.group(2));
            return Optional.of(today.plusDays(step.group(1).equals("+") ? days : -days));
        }
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return date(iso.group(3), Integer.parseInt(iso.group(2)), iso.group(1));
        }
        return findWithoutCentury(text);
    }

    private Optional<LocalDate> findWithoutCentury(String text) {
        Matcher figures = FIGURES.matcher(text);
        if (figures.matches()) {
            return date(figures.group(1), Integer.parseInt(figures.group(2)), figures.group(3))
                    .or(() -> date(figures.group(2), Integer.parseInt(figures.group(1)), figures.group(3)));
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return month(dayFirst.group(2))
                    .flatMap(month -> date(dayFirst.group(1), month.getValue(), dayFirst.group(3)));
        }
        Matcher monthFirst = MONTH_FIRST.matcher(text);
        return monthFirst.matches()
                ? month(monthFirst.group(1))
                        .flatMap(month -> date(monthFirst.group(2), month.getValue(), monthFirst.group(3)))
                : Optional.empty();
    }

    private Optional<Month> month(String word) {
        return Stream.of(Month.values())
                .filter(month -> languages.stream()
                        .anyMatch(language -> month.getDisplayName(TextStyle.FULL, language)
                                .toLowerCase(Locale.ROOT)
                                .startsWith(word)))
                .findFirst();
    }

    private Optional<LocalDate> date(String day, int month, @Nullable String year) {
        int thisYear = today.getYear();
        IntStream years =
                year == null ? IntStream.rangeClosed(thisYear - 1, thisYear + 1) : IntStream.of(Integer.parseInt(year));
        LocalDate earliest = year == null ? today.minusMonths(MONTHS_BACK) : LocalDate.MIN;
        return years.boxed()
                .flatMap(each -> valid(each, month, Integer.parseInt(day)).stream())
                .filter(date -> !date.isBefore(earliest))
                .findFirst();
    }

    private static Optional<LocalDate> valid(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
