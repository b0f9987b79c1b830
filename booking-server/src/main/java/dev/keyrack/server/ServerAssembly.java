package dev.keyrack.server;

import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.server.anomaly.AlertsEndpoint;
import dev.keyrack.server.anomaly.AnomalyJob;
import dev.keyrack.server.anomaly.AnomalyService;
import dev.keyrack.server.audit.AuditEndpoint;
import dev.keyrack.server.audit.AuditJob;
import dev.keyrack.server.audit.AuditLog;
import dev.keyrack.server.audit.AuditService;
import dev.keyrack.server.booking.BookingRegister;
import dev.keyrack.server.booking.BookingService;
import dev.keyrack.server.booking.BookingSettlement;
import dev.keyrack.server.booking.BookingsEndpoint;
import dev.keyrack.server.booking.CancellationService;
import dev.keyrack.server.booking.ChangeService;
import dev.keyrack.server.booking.DeskPaymentService;
import dev.keyrack.server.booking.UserBookingsEndpoint;
import dev.keyrack.server.catalog.CatalogService;
import dev.keyrack.server.catalog.ResourcesEndpoint;
import dev.keyrack.server.catalog.SitesEndpoint;
import dev.keyrack.server.catalog.UnitsEndpoint;
import dev.keyrack.server.device.DeviceService;
import dev.keyrack.server.device.DevicesEndpoint;
import dev.keyrack.server.factor.SecondFactors;
import dev.keyrack.server.guest.ArrivalService;
import dev.keyrack.server.guest.ArrivalsEndpoint;
import dev.keyrack.server.guest.GuestService;
import dev.keyrack.server.guest.GuestsEndpoint;
import dev.keyrack.server.http.HttpServer;
import dev.keyrack.server.http.IdempotencyStore;
import dev.keyrack.server.identity.AccountEndpoint;
import dev.keyrack.server.identity.AccountService;
import dev.keyrack.server.identity.IdentityService;
import dev.keyrack.server.identity.SessionsEndpoint;
import dev.keyrack.server.identity.StaffEndpoint;
import dev.keyrack.server.identity.StaffService;
import dev.keyrack.server.inventory.AvailabilityEndpoint;
import dev.keyrack.server.inventory.AvailabilityService;
import dev.keyrack.server.inventory.CalendarEndpoint;
import dev.keyrack.server.inventory.HoldExpiryJob;
import dev.keyrack.server.inventory.HoldService;
import dev.keyrack.server.inventory.HoldsEndpoint;
import dev.keyrack.server.inventory.InventoryService;
import dev.keyrack.server.media.MediaEndpoint;
import dev.keyrack.server.media.MediaService;
import dev.keyrack.server.notice.NoticeJob;
import dev.keyrack.server.notice.Outbox;
import dev.keyrack.server.notice.ReceiptDocument;
import dev.keyrack.server.oauth.DeviceGrantService;
import dev.keyrack.server.oauth.MetadataEndpoint;
import dev.keyrack.server.oauth.PagesEndpoint;
import dev.keyrack.server.oauth.SignInService;
import dev.keyrack.server.oauth.TokenEndpoint;
import dev.keyrack.server.oauth.TokenService;
import dev.keyrack.server.operation.HealthEndpoint;
import dev.keyrack.server.operation.OpenApiEndpoint;
import dev.keyrack.server.partner.ApiKeyService;
import dev.keyrack.server.partner.ApiKeysEndpoint;
import dev.keyrack.server.payment.PaymentGateway;
import dev.keyrack.server.payment.PaymentJob;
import dev.keyrack.server.payment.PaymentService;
import dev.keyrack.server.payment.SandboxGateway;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.privacy.ConsentsEndpoint;
import dev.keyrack.server.privacy.ErasureEndpoint;
import dev.keyrack.server.privacy.ErasureService;
import dev.keyrack.server.privacy.ExportDocument;
import dev.keyrack.server.privacy.ExportEndpoint;
import dev.keyrack.server.privacy.ExportService;
import dev.keyrack.server.privacy.PolicyPages;
import dev.keyrack.server.privacy.PrivacyEndpoint;
import dev.keyrack.server.privacy.RetentionJob;
import dev.keyrack.server.privacy.RetentionService;
import dev.keyrack.server.privacy.TermsEndpoint;
import dev.keyrack.server.search.SearchEndpoint;
import dev.keyrack.server.search.SearchService;
import dev.keyrack.server.session.RunningSessionsEndpoint;
import dev.keyrack.server.session.SessionService;
import dev.keyrack.server.stay.HistoryService;
import dev.keyrack.server.stay.StayService;
import dev.keyrack.server.stay.StaysEndpoint;
import dev.keyrack.server.stay.SwapService;
import dev.keyrack.server.sync.ChangeFeed;
import dev.keyrack.server.sync.FeedHeads;
import dev.keyrack.server.sync.PokeServlet;
import dev.keyrack.server.sync.SyncEndpoint;
import dev.keyrack.server.sync.SyncService;
import dev.keyrack.server.token.KeysEndpoint;
import dev.keyrack.server.token.SigningKeys;
import dev.keyrack.server.token.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The whole server, put together by hand. [#start] opens it for requests, [#close] drains it.
public final class ServerAssembly implements AutoCloseable {

    /// The entities of all features.
    public static final List<Class<?>> ENTITIES = entities();

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Database database;
    private final CatalogService catalog;
    private final SessionService sessions;
    private final IdentityService identity;
    private final DeviceService devices;
    private final HealthEndpoint health;
    private final HoldExpiryJob expiry;
    private final List<Runnable> watches = new ArrayList<>();
    private final AnomalyService anomalies;
    private final PaymentJob paymentJob;
    private final NoticeJob noticeJob;
    private final RetentionService retention;
    private final List<Object> endpoints;
    private final HttpServer http;

    private static List<Class<?>> entities() {
        List<Class<?>> all = new ArrayList<>(CatalogService.ENTITIES);
        all.addAll(IdentityService.ENTITIES);
        return List.copyOf(all);
    }

    public ServerAssembly(ServerConfig config) {
        this(config, SandboxGateway::new);
    }

    /// @param gateways makes the payment service outside, which may keep its books in the server's database
    ServerAssembly(ServerConfig config, Function<Database, PaymentGateway> gateways) {
        // as fine as the database keeps a time, so that an answer and its stored row agree
        Clock clock = Clock.tick(prepared(config).clock(), Duration.of(1, ChronoUnit.MICROS));
        database = opened(Database.open(config.database(), config.durability(), ENTITIES));
        AuditLog audit = new AuditLog(clock);
        ChangeFeed feed = new ChangeFeed();
        IdempotencyStore answers = new IdempotencyStore(database, clock);
        SigningKeys keys = new SigningKeys(database, config.folder(), clock);
        sessions = new SessionService(database, audit, new Tokens(keys, clock), clock);
        Outbox outbox = new Outbox(clock);
        SecondFactors factors = new SecondFactors(audit, clock);
        identity = new IdentityService(database, audit, sessions, factors, outbox, clock);
        devices = new DeviceService(database, audit, identity, sessions, clock);
        MediaService media = new MediaService(database, clock);
        catalog = new CatalogService(database, feed, audit, answers, media);
        InventoryService inventory = new InventoryService(feed);
        catalog.onCapacityChange(inventory);
        HoldService holds = new HoldService(database, catalog, inventory, answers, clock);
        AvailabilityService availability = new AvailabilityService(database, catalog, inventory, clock);
        expiry = opened(new HoldExpiryJob(holds));

        PaymentGateway gateway = gateways.apply(database);
        PaymentService payments = new PaymentService(gateway, clock);
        BookingRegister register = new BookingRegister(catalog, payments, feed, audit, outbox, clock);
        ReceiptDocument receipts = new ReceiptDocument();
        BookingService bookings = new BookingService(database, catalog, holds, payments, answers, register, receipts);
        ChangeService changes = new ChangeService(database, catalog, inventory, holds, payments, register);
        CancellationService cancellations =
                new CancellationService(database, inventory, holds, payments, answers, register);
        StayService stays = new StayService(catalog, inventory, bookings, payments, answers, register);
        DeskPaymentService desk = new DeskPaymentService(database, payments, answers, register);
        SwapService swaps = new SwapService(catalog, inventory, answers, register);
        HistoryService history = new HistoryService(database, audit, identity, payments, register);
        BookingSettlement settlement = new BookingSettlement(bookings, changes, desk, register);
        anomalies = watched(config, audit, clock);
        paymentJob = opened(new PaymentJob(database, payments, gateway, settlement, audit, clock));
        noticeJob = opened(new NoticeJob(database, receipts, config.folder(), config.smtp(), clock));
        FeedHeads heads = new FeedHeads(database);
        health = new HealthEndpoint(database);
        List<Object> promises = List.of(
                new BookingsEndpoint(bookings, changes, cancellations, desk, availability, this::wakeJobs),
                new StaysEndpoint(stays, cancellations, history, swaps, this::wakeJobs),
                new UserBookingsEndpoint(bookings));
        List<Object> inventories = listInventory(availability, holds, inventory, audit);
        List<Object> people = listPeople(keys, factors, audit, clock);
        List<Object> others = listOthers(register, heads, media, audit, clock);
        retention = letGo(config, audit, answers, register, payments, clock);
        List<Object> privacy = listPrivacy(config, audit, answers, register, payments, clock);
        endpoints = joined(List.of(people, listPrograms(audit, clock), privacy, inventories, promises, others));
        http = opened(httpServer(config, heads, audit));
        // closed first: it sends away those who wait for news, so that the rest can drain
        opened(heads);
    }

    /// Opens the jobs that keep up the audit record and look through it.
    private AnomalyService watched(ServerConfig config, AuditLog audit, Clock clock) {
        AnomalyService service = new AnomalyService(database, audit, clock);
        watches.add(opened(new AuditJob(database, audit, config.folder()))::start);
        watches.add(opened(new AnomalyJob(service))::start);
        return service;
    }

    private static List<Object> joined(List<List<Object>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }

    private List<Object> listPeople(SigningKeys keys, SecondFactors factors, AuditLog audit, Clock clock) {
        return List.of(
                new KeysEndpoint(keys),
                new SessionsEndpoint(identity),
                new RunningSessionsEndpoint(sessions),
                new AccountEndpoint(identity, new AccountService(database, audit, identity, sessions, factors, clock)),
                new StaffEndpoint(new StaffService(database, audit, identity, sessions)),
                new DevicesEndpoint(devices));
    }

    private List<Object> listPrograms(AuditLog audit, Clock clock) {
        ApiKeyService apiKeys = new ApiKeyService(database, audit, identity, sessions, clock);
        DeviceGrantService grants = new DeviceGrantService(database, audit, clock);
        SignInService signIns = new SignInService(database, audit, identity, grants, clock);
        sessions.onEndOthers(signIns::forget);
        sessions.onDeleteOld(signIns::deleteOld);
        return List.of(
                new ApiKeysEndpoint(apiKeys),
                new MetadataEndpoint(),
                new PagesEndpoint(signIns),
                new TokenEndpoint(new TokenService(database, identity, sessions, apiKeys, grants, clock)));
    }

    /// Opens the job that lets go of what is too old.
    private RetentionService letGo(
            ServerConfig config,
            AuditLog audit,
            IdempotencyStore answers,
            BookingRegister register,
            PaymentService payments,
            Clock clock) {
        ErasureService erasures = new ErasureService(database, audit, identity, register, payments, noticeJob, clock);
        RetentionService.Parts parts = new RetentionService.Parts(answers, noticeJob, sessions, identity);
        RetentionService service = new RetentionService(database, erasures, register, parts, config.retention(), clock);
        watches.add(opened(new RetentionJob(service))::start);
        return service;
    }

    private List<Object> listPrivacy(
            ServerConfig config,
            AuditLog audit,
            IdempotencyStore answers,
            BookingRegister register,
            PaymentService payments,
            Clock clock) {
        PolicyPages pages = new PolicyPages(catalog::listSites, config.retention());
        ExportService exports = new ExportService(database, audit, identity, register, payments, clock);
        return List.of(
                new ErasureEndpoint(retention.erasures()),
                new GuestsEndpoint(new GuestService(answers, register), retention.erasures()),
                new ConsentsEndpoint(identity.consents()),
                new PrivacyEndpoint(pages),
                new TermsEndpoint(pages),
                new ExportEndpoint(exports, new ExportDocument(new ReceiptDocument())));
    }

    private List<Object> listOthers(
            BookingRegister register, FeedHeads heads, MediaService media, AuditLog audit, Clock clock) {
        return List.of(
                health,
                new OpenApiEndpoint(),
                new SearchEndpoint(new SearchService(database, catalog, clock)),
                new SitesEndpoint(catalog),
                new ResourcesEndpoint(catalog),
                new UnitsEndpoint(catalog),
                new MediaEndpoint(media),
                new ArrivalsEndpoint(new ArrivalService(database, register, clock)),
                new SyncEndpoint(new SyncService(database, heads), sessions::isAlive),
                new AuditEndpoint(new AuditService(database, audit, identity::findDetails)),
                new AlertsEndpoint(anomalies));
    }

    private List<Object> listInventory(
            AvailabilityService availability, HoldService holds, InventoryService inventory, AuditLog audit) {
        return List.of(
                new AvailabilityEndpoint(availability),
                new CalendarEndpoint(availability, database, catalog, inventory, audit),
                new HoldsEndpoint(holds, availability));
    }

    private HttpServer httpServer(ServerConfig config, FeedHeads heads, AuditLog audit) {
        return new HttpServer(
                config.host(),
                config.port(),
                endpoints,
                sessions::findCaller,
                audit::noteRefusal,
                Map.of("/api/v1/sync/poke", new PokeServlet(heads, sessions::findCaller, sessions::isAlive)),
                config.gate());
    }

    /// Carries on what a request began.
    private void wakeJobs() {
        paymentJob.wake();
        noticeJob.wake();
    }

    /// The same, with a data folder that is there.
    private static ServerConfig prepared(ServerConfig config) {
        try {
            Files.createDirectories(config.folder());
            return config;
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder cannot be made", e);
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    /// The classes of all endpoints: what there is to describe.
    public Set<Class<?>> endpointClasses() {
        return endpoints.stream().map(Object::getClass).collect(Collectors.toSet());
    }

    public Database database() {
        return database;
    }

    public CatalogService catalog() {
        return catalog;
    }

    public IdentityService identity() {
        return identity;
    }

    public DeviceService devices() {
        return devices;
    }

    public RetentionService retention() {
        return retention;
    }

    /// Starts with an administrator whose password is random: for demonstrations, benches and tests.
    ///
    /// @return the name and the password; empty if there was an administrator already
    public Optional<SignIn> startForTrial() {
        Optional<SignIn> administrator = identity.createTrialAdministrator();
        start();
        return administrator;
    }

    /// Settles what was open when the server stopped, then takes requests.
    public void start() {
        watches.forEach(Runnable::run);
        paymentJob.start();
        noticeJob.start();
        expiry.start();
        http.start();
        health.open();
    }

    public URI uri() {
        return http.uri();
    }

    /// Says that it is going, finishes what runs, and closes everything in the reverse order.
    @Override
    public void close() {
        health.drain();
        RuntimeException failure = null;
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                if (failure == null) {
                    failure = new IllegalStateException("The server did not stop cleanly", e);
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
