package dev.keyrack.desktop.admin.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.catalog.OpeningHours;
import dev.keyrack.contract.catalog.ResourceTerms;
import dev.keyrack.contract.catalog.ResourceType;
import dev.keyrack.desktop.Samples;
import dev.keyrack.desktop.admin.Figures;
import dev.keyrack.desktop.admin.terms.TermsRule.Fault;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TermsRuleTest {

    @Test
    void readsBackWhatWasWritten() {
        ResourceTerms terms = Samples.DOUBLE.terms();
        ResourceDraft draft = ResourceDraft.of(terms, new Figures(Locale.GERMAN));
        assertThat(draft.text(Field.PRICE)).isEqualTo("120,00");
        assertThat(TermsRule.read(draft, 2, terms.images()).terms()).contains(terms);
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        Map<Field, Fault> faults = read(
                        ResourceType.HOTEL,
                        Map.of(Field.NAME, " ", Field.PRICE, "120.505", Field.CAPACITY, "two", Field.FEE, "101"))
                .faults();
        assertThat(faults).containsOnlyKeys(Field.NAME, Field.PRICE, Field.CAPACITY, Field.FEE);
        assertThat(faults.get(Field.FEE)).isEqualTo(new Fault(Fault.Kind.NO_WHOLE_NUMBER, 0, 100));
    }

    @Test
    void doesNotTakeThousandsForDecimals() {
        assertThat(read(ResourceType.HOTEL, Map.of(Field.PRICE, "1.234,50")).faults())
                .containsOnlyKeys(Field.PRICE);
    }

    @Test
    void readsOpeningHoursOfAppointments() {
        var reading = read(ResourceType.APPOINTMENT, Map.of(Field.MONDAY, "9:00-12:30, 14:00 – 18:00"));
        assertThat(reading.terms().orElseThrow().openingHours())
                .containsExactly(
                        new OpeningHours(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(12, 30)),
                        new OpeningHours(DayOfWeek.MONDAY, LocalTime.of(14, 0), LocalTime.of(18, 0)));
    }

    @Test
    void refusesHoursAndBuffersOffTheStep() {
        var reading = read(
                ResourceType.APPOINTMENT,
                Map.of(Field.MONDAY, "9:10-12:00", Field.TUESDAY, "12:00-9:00", Field.BUFFER_AFTER, "20"));
        assertThat(reading.terms()).isEmpty();
        assertThat(reading.faults()).containsOnlyKeys(Field.MONDAY, Field.TUESDAY, Field.BUFFER_AFTER);
    }

    private static TermsRule.Reading read(ResourceType type, Map<Field, String> typed) {
        ResourceDraft blank = ResourceDraft.blank();
        Map<Field, String> texts = new EnumMap<>(blank.texts());
        texts.put(Field.NAME, "Room");
        texts.put(Field.PRICE, "80");
        texts.putAll(typed);
        return TermsRule.read(new ResourceDraft(type, texts, List.of(), List.of(), false), 2, List.of());
    }
}
