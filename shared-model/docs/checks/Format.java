import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The one formatter, over every Java source under the folders given: `check FOLDER...` or `apply FOLDER...`.
///
/// Run by the build in the JDK that compiles, since a formatter reads no newer Java than its own JDK does.
final class Format {

    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    private Format() {}

    public static void main(String[] arguments) throws Exception {
        var apply = arguments[0].equals("apply");
        var wrong = 0;
        for (int i = 1; i < arguments.length; i++) {
            try (var files = Files.walk(Path.of(arguments[i]))) {
                for (var file : files.filter(Format::isSource).sorted().toList()) {
                    wrong += visit(file, apply) ? 0 : 1;
                }
            }
        }
        if (wrong > 0) {
            IO.println("%d files are not formatted. To format all: mvn -o -q -N -Pformat validate".formatted(wrong));
            System.exit(1);
        }
    }

    private static boolean isSource(Path file) {
        var name = file.toString().replace('\\', '/');
        return name.endsWith(".java") && !name.contains("/target/");
    }

    private static boolean visit(Path file, boolean apply) throws IOException {
        var before = Files.readString(file);
        try {
            var after = FORMATTER.formatSource(ImportOrderer.reorderImports(
                    RemoveUnusedImports.removeUnusedImports(before), JavaFormatterOptions.Style.PALANTIR));
            if (after.equals(before)) {
                return true;
            }
            if (apply) {
                Files.writeString(file, after);
                return true;
            }
            IO.println("not formatted: " + file);
        } catch (FormatterException e) {
            IO.println(file + ": " + e.getMessage());
        }
        return false;
    }
}
