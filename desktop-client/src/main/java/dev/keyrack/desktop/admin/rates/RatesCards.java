package dev.keyrack.desktop.admin.rates;

import dev.keyrack.desktop.admin.Figures;
import dev.keyrack.fx.Dates;
import dev.keyrack.fx.Messages;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.joda.money.CurrencyUnit;

/// Makes the cards of the calendar.
record RatesCards(Messages messages) {

    DayCard card(DayTerms day, CurrencyUnit currency, LocalDate today, Set<LocalDate> changing) {
        RatesText words = new RatesText(messages);
        boolean planned = day.price() != null;
        Set<DayCard.Mark> marks = EnumSet.noneOf(DayCard.Mark.class);
        if (day.date().isBefore(today)) {
            marks.add(DayCard.Mark.PAST);
        }
        if (day.date().equals(today)) {
            marks.add(DayCard.Mark.TODAY);
        }
        if (planned && !day.open()) {
            marks.add(DayCard.Mark.CLOSED);
        } else if (day.isSoldOut()) {
            marks.add(DayCard.Mark.SOLD_OUT);
        }
        if (changing.contains(day.date())) {
            marks.add(DayCard.Mark.CHANGING);
        }
        String price = day.price() == null
                ? ""
                : new Figures(messages.locale())
                        .write(day.price().setScale(currency.getDecimalPlaces(), RoundingMode.HALF_UP));
        String free = planned ? day.taken() + "/" + day.capacity() : "";
        String spoken = new Dates(messages.locale()).longDay(day.date()) + ", " + words.price(day, currency) + ", "
                + messages.text("rates.day.taken", day.taken(), day.capacity()) + ", " + words.limits(day.limits())
                + (marks.contains(DayCard.Mark.CLOSED) ? ", " + messages.text("rates.day.closed") : "");
        return new DayCard(day.date(), price, free, sign(day, planned), marks, spoken);
    }

    private String sign(DayTerms day, boolean planned) {
        if (planned && !day.open()) {
            return messages.text("rates.day.closed");
        }
        DayTerms.Limits limits = day.limits();
        return (limits.minimumStay() > 1 ? "≥" + limits.minimumStay() + " " : "")
                + (limits.maximumStay() > 0 ? "≤" + limits.maximumStay() + " " : "")
                + (limits.closedToArrival() ? "⇥ " : "")
                + (limits.closedToDeparture() ? "↦" : "");
    }
}
