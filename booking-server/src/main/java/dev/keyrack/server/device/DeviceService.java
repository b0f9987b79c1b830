package dev.keyrack.server.device;

import dev.keyrack.contract.device.ChangeDevice;
import dev.keyrack.contract.device.Device;
import dev.keyrack.contract.device.DeviceChallenge;
import dev.keyrack.contract.device.DeviceSignIn;
import dev.keyrack.contract.device.DeviceStatus;
import dev.keyrack.contract.device.EnrolDevice;
import dev.keyrack.contract.device.EnrolmentCode;
import dev.keyrack.contract.device.NewDevice;
import dev.keyrack.contract.identity.AccessToken;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.audit.Act;
import dev.keyrack.server.audit.AuditLog;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.identity.IdentityService;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Transaction;
import dev.keyrack.server.session.Secret;
import dev.keyrack.server.session.SessionService;
import dev.keyrack.server.token.Ed25519;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The kiosks of the sites. A kiosk is an account whose password nobody has: it signs in by a key of its own, which it
/// made when somebody typed its code.
public final class DeviceService {

    private static final Duration CODE_LIFE = Duration.ofHours(1);
    private static final int CODE_GROUPS = 2;
    private static final Duration CHALLENGE_LIFE = Duration.ofMinutes(1);

    private final Database database;
    private final AuditLog audit;
    private final IdentityService identity;
    private final SessionService sessions;
    private final Clock clock;
    private final DeviceStore store = new DeviceStore();

    public DeviceService(
            Database database, AuditLog audit, IdentityService identity, SessionService sessions, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.identity = identity;
        this.sessions = sessions;
        this.clock = clock;
    }

    List<Device> list(Caller actor) {
        return database.read(tx -> store.list(tx, actor.siteId()));
    }

    /// @return with a code that makes a kiosk this device
    /// @throws ProblemException NOT_FOUND if the actor may do nothing at that site
    public EnrolmentCode create(Caller actor, NewDevice wanted) {
        if (!actor.may(Action.CHANGE_DEVICES, wanted.siteId())) {
            throw new ProblemException(ProblemType.NOT_FOUND, "There is no site " + wanted.siteId() + ".");
        }
        return database.write(tx -> {
            UserId id = identity.addDevice(tx, actor, wanted.name(), wanted.siteId());
            store.insert(tx, id, wanted.name());
            return giveCode(tx, actor, id);
        });
    }

    /// Another code, with which the device gets another key: for a kiosk that was replaced or set up anew. Until it is
    /// used, the device goes on with the key that it has.
    EnrolmentCode renewCode(Caller actor, UserId id) {
        return database.write(tx -> {
            Device device = require(tx, actor, id);
            if (device.status() != DeviceStatus.IN_SERVICE) {
                throw new ProblemException(ProblemType.WRONG_STATUS, "The device is not in service.");
            }
            return giveCode(tx, actor, id);
        });
    }

    private EnrolmentCode giveCode(Transaction tx, Caller actor, UserId id) {
        String code = Secret.readable(CODE_GROUPS);
        Instant expires = clock.instant().plus(CODE_LIFE);
        store.setCode(tx, id, hash(code), expires);
        Device device = require(tx, actor, id);
        audit.record(tx, actor, Act.of("device.code_made", id.value(), "").at(device.siteId()));
        return new EnrolmentCode(device, code, expires);
    }

    private static String hash(String code) {
        return Secret.hash(code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT));
    }

    private Device require(Transaction tx, Caller actor, UserId id) {
        return store.find(tx, id)
                .filter(device -> actor.may(Action.CHANGE_DEVICES, device.siteId()))
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no such device."));
    }

    /// Renames, or changes whether it may work: then its sessions end at once.
    Device change(Caller actor, UserId id, ChangeDevice wanted) {
        return database.write(tx -> {
            Device before = require(tx, actor, id);
            store.change(tx, id, wanted.name(), wanted.status());
            if (before.status() != wanted.status()) {
                identity.setActive(tx, id, wanted.status() == DeviceStatus.IN_SERVICE);
                sessions.endOthers(tx, actor, id);
                if (wanted.status() == DeviceStatus.LOST) {
                    store.forgetKey(tx, id);
                }
            }
            Device now = require(tx, actor, id);
            audit.record(
                    tx,
                    actor,
                    Act.of("device.changed", id.value(), now.status().name())
                            .at(now.siteId())
                            .changed(before, now));
            return now;
        });
    }

    /// Takes the key of whoever has a code; sessions that an earlier key began end.
    ///
    /// @throws ProblemException INVALID_CODE
    Device enrol(EnrolDevice request) {
        return database.write(tx -> {
            Device device = store.findByCode(tx, hash(request.code()), request.publicKey(), clock.instant())
                    .orElseThrow(() ->
                            new ProblemException(ProblemType.INVALID_CODE, "The code is not good, or not any more."));
            Caller itself = toCaller(device);
            store.enrol(tx, device.userId(), request.publicKey(), clock.instant());
            sessions.endOthers(tx, itself, device.userId());
            audit.record(
                    tx,
                    itself,
                    Act.of("device.enrolled", device.userId().value(), request.publicKey())
                            .at(device.siteId()));
            return store.find(tx, device.userId()).orElseThrow();
        });
    }

    private static Caller toCaller(Device device) {
        return new Caller(device.userId(), Role.KIOSK, device.siteId());
    }

    /// @throws ProblemException UNAUTHENTICATED if no key is known, DEVICE_RETIRED or DEVICE_LOST
    DeviceChallenge challenge(UserId id) {
        return database.write(tx -> {
            requireInService(store.find(tx, id));
            if (store.findProof(tx, id).map(DeviceStore.Proof::publicKey).isEmpty()) {
                throw unknown();
            }
            String challenge = Secret.random();
            store.challenge(tx, id, challenge, clock.instant());
            return new DeviceChallenge(challenge);
        });
    }

    private static Device requireInService(Optional<Device> found) {
        Device device = found.orElseThrow(DeviceService::unknown);
        return switch (device.status()) {
            case IN_SERVICE -> device;
            case RETIRED -> throw new ProblemException(ProblemType.DEVICE_RETIRED, "This device was retired.");
            case LOST -> throw new ProblemException(ProblemType.DEVICE_LOST, "This device was declared lost.");
        };
    }

    private static ProblemException unknown() {
        return new ProblemException(ProblemType.UNAUTHENTICATED, "There is no such device, or it has another key.");
    }

    /// Lets a device in that signed its challenge.
    AccessToken signIn(DeviceSignIn request, SessionService.Place place) {
        UserId id = request.userId();
        boolean shown = database.write(tx -> {
            Device device = requireInService(store.find(tx, id));
            DeviceStore.Proof proof = store.findProof(tx, id).orElseThrow();
            // asked once, whatever was answered
            store.challenge(tx, id, null, clock.instant());
            boolean right = isShown(id, proof, request.signature());
            if (!right) {
                audit.record(
                        tx,
                        toCaller(device),
                        Act.of("device.refused", id.value(), "").at(device.siteId()));
            }
            return right;
        });
        if (!shown) {
            throw unknown();
        }
        return sessions.open(toCaller(database.read(tx -> store.find(tx, id)).orElseThrow()), place);
    }

    private boolean isShown(UserId id, DeviceStore.Proof proof, String signature) {
        if (proof.publicKey() == null || proof.challenge() == null || proof.challengedAt() == null) {
            return false;
        }
        Base64.Decoder decoder = Base64.getUrlDecoder();
        return clock.instant().isBefore(proof.challengedAt().plus(CHALLENGE_LIFE))
                && Ed25519.verify(
                        Ed25519.publicKey(decoder.decode(proof.publicKey())),
                        new DeviceChallenge(proof.challenge()).signedBy(id),
                        decoder.decode(signature));
    }
}
