package dev.keyrack.desktop.agenda;

import dev.keyrack.contract.catalog.OpeningHours;
import dev.keyrack.contract.catalog.Resource;
import java.time.LocalDate;
import java.util.List;

/// One practitioner's day.
///
/// @param open when appointments are given that day
record AgendaColumn(
        String title, Resource practitioner, LocalDate date, List<OpeningHours> open, List<Appointment> appointments) {}
