package dev.keyrack.server.gate;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// The certificate of a server that was given none: signed with its own key, for clients who know that key. Made
/// together with the key at the first start, and anew with a new key where one of the files is missing.
final class SelfMadeCertificate {

    private static final Duration VALID = Duration.ofDays(3_650);
    private static final int SERIAL_BITS = 127;

    private SelfMadeCertificate() {}

    /// The files in a folder, which are made if they are not there.
    ///
    /// @param host the address that is listened at, which is in the certificate beside all of this machine
    static CertificateFiles in(Path folder, String host, Clock clock) {
        CertificateFiles files = new CertificateFiles(folder.resolve("server.crt"), folder.resolve("server.key"));
        if (!Files.exists(files.certificate()) || !Files.exists(files.key())) {
            try {
                Files.createDirectories(folder);
                create(files, host, clock.instant());
            } catch (IOException e) {
                throw new UncheckedIOException("The server's certificate cannot be written", e);
            } catch (GeneralSecurityException | OperatorCreationException e) {
                throw new IllegalStateException("The server's certificate cannot be made", e);
            }
        }
        return files;
    }

    private static void create(CertificateFiles files, String host, Instant now)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        // the certificate last: where it is, so is its key
        Files.deleteIfExists(files.certificate());
        write(files.key(), pem(new JcaPKCS8Generator(pair.getPrivate(), null)));
        write(files.certificate(), pem(sign(pair, names(host), now)));
    }

    private static X509CertificateHolder sign(KeyPair pair, GeneralNames names, Instant now)
            throws IOException, OperatorCreationException {
        X500Name self = new X500Name("CN=Keyrack server");
        return new JcaX509v3CertificateBuilder(
                        self,
                        new BigInteger(SERIAL_BITS, new SecureRandom()),
                        Date.from(now.minus(Duration.ofDays(1))),
                        Date.from(now.plus(VALID)),
                        self,
                        pair.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                .addExtension(Extension.subjectAlternativeName, false, names)
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
    }

    private static GeneralNames names(String host) throws IOException {
        Set<String> addresses = new TreeSet<>(Set.of("127.0.0.1", "::1"));
        for (NetworkInterface card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            card.inetAddresses()
                    .map(address -> address.getHostAddress().replaceAll("%.*", ""))
                    .forEach(addresses::add);
        }
        Set<String> words =
                new TreeSet<>(Set.of("localhost", InetAddress.getLocalHost().getHostName()));
        (host.matches("[0-9.]+|.*:.*") ? addresses : words).add(host);
        GeneralName[] all = Stream.concat(
                        words.stream().map(word -> new GeneralName(GeneralName.dNSName, word)),
                        addresses.stream().map(address -> new GeneralName(GeneralName.iPAddress, address)))
                .toArray(GeneralName[]::new);
        return new GeneralNames(all);
    }

    private static String pem(Object content) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(content);
        }
        return text.toString();
    }

    /// Only its user can read the file, and after a power cut it is whole or not there.
    private static void write(Path file, String text) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] owner = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        try (FileChannel channel =
                FileChannel.open(draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
            ByteBuffer octets = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (octets.hasRemaining()) {
                channel.write(octets);
            }
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        if (posix) {
            try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }
}
