package dev.keyrack.server.operation;

import dev.keyrack.contract.booking.UserDetails;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/// Invents a guest for each row: the same one every time, with a name as it is usual in the row's country.
final class GuestNames {

    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Pattern NOT_ASCII = Pattern.compile("[^a-z]");

    /// Forenames and surnames of one language.
    private record Language(List<String> first, List<String> last) {

        static Language of(String first, String last) {
            return new Language(
                    SPACE.splitAsStream(first).toList(),
                    SPACE.splitAsStream(last).toList());
        }
    }

    private static final Language PORTUGUESE = Language.of(
            "Ana Beatriz Bruno Carla Carlos Catarina Cristina Daniel Diogo Duarte Eduardo Filipa Francisco Gonçalo"
                    + " Helena Hugo Inês Isabel Joana João Jorge José Leonor Luís Luísa Madalena Mafalda Manuel Margarida"
                    + " Maria Marta Miguel Nuno Patrícia Paulo Pedro Ricardo Rita Rui Sofia Teresa Tiago",
            "Almeida Alves Antunes Azevedo Barbosa Borges Branco Cardoso Carvalho Castro Coelho Correia Costa Cunha Dias"
                    + " Duarte Esteves Faria Fernandes Ferreira Fonseca Freitas Gomes Gonçalves Henriques Leite Lopes"
                    + " Machado Magalhães Marques Martins Matos Mendes Monteiro Moreira Neves Nunes Oliveira Pereira"
                    + " Pinheiro");
    private static final Language ENGLISH = Language.of(
            "Alice Amelia Andrew Anna Benjamin Charlotte Christopher Claire Daniel David Edward Eleanor Emily Emma George"
                    + " Grace Hannah Harry Helen Jack James Jane Jessica John Joseph Katherine Laura Liam Lucy Mark"
                    + " Matthew Michael Nicola Oliver Peter Rachel Rebecca Richard Robert Sarah Sophie Thomas",
            "Adams Allen Baker Bell Bennett Brooks Brown Carter Clark Collins Cook Cooper Davies Edwards Evans Fisher"
                    + " Foster Gray Green Hall Harris Hill Hughes Jackson Jones Kelly King Lee Lewis Marshall Martin"
                    + " Mitchell Moore Morgan Murphy Parker Phillips Reed Roberts Shaw");
    private static final Language SPANISH = Language.of(
            "Adrián Alba Alberto Alejandro Álvaro Amparo Andrea Antonio Beatriz Blanca Carlos Carmen Clara Cristina Daniel"
                    + " David Elena Enrique Eva Fernando Francisco Gabriel Gloria Hugo Irene Isabel Iván Javier Jorge"
                    + " Julia Laura Lucía Luis Manuel Marcos María Marta Miguel Nuria Pablo",
            "Aguilar Alonso Álvarez Blanco Cabrera Calvo Campos Cano Castillo Castro Crespo Cruz Delgado Díaz Domínguez"
                    + " Fernández Flores Fuentes Gallego García Garrido Gil Gómez González Guerrero Gutiérrez Hernández"
                    + " Herrera Iglesias Jiménez León López Lozano Marín Martínez Medina Molina Moreno Navarro Ortega");
    private static final Language FRENCH = Language.of(
            "Adèle Agnès Alain Alexandre Alice Amélie André Anne Antoine Arnaud Aurélie Benoît Camille Caroline Cécile"
                    + " Charles Chloé Claire Clément Damien Élise Émilie Étienne Fabien Florence François Gabriel Hélène"
                    + " Hugo Isabelle Jacques Jeanne Julien Laurent Léa Louis Lucie Manon Marc Mathieu",
            "Andre Arnaud Aubert Barbier Baron Benoit Bernard Bertrand Blanc Bonnet Boyer Brun Carpentier Chevalier Clement"
                    + " Colin David Denis Dubois Dufour Dumas Dumont Dupont Durand Fabre Faure Fournier Garnier Gauthier"
                    + " Girard Giraud Guerin Henry Lambert Laurent Leclerc Lefebvre Leroy Marchand Martin");
    private static final Language GERMAN = Language.of(
            "Andreas Angelika Anja Anna Barbara Benjamin Bernd Birgit Christian Christine Claudia Daniel Dieter Elke Emma"
                    + " Felix Florian Frank Franziska Georg Hanna Heike Jan Johanna Jonas Julia Jürgen Karin Katharina"
                    + " Klaus Lena Lukas Manuela Markus Martina Matthias Monika Nina Oliver Paul",
            "Albrecht Bauer Becker Berger Böhm Brandt Busch Dietrich Engel Fischer Franke Friedrich Fuchs Graf Groß Günther"
                    + " Haas Hahn Hartmann Heinrich Hoffmann Huber Jung Kaiser Keller Klein Koch König Krause Krüger"
                    + " Lang Lehmann Lorenz Maier Meyer Neumann Otto Peters Richter Schäfer");
    private static final Language ITALIAN = Language.of(
            "Alessandra Alessandro Alessia Andrea Angela Anna Antonio Barbara Beatrice Bruno Carlo Carla Chiara Claudio"
                    + " Cristina Daniele Davide Elena Elisa Emanuele Enrico Fabio Federica Federico Francesca Francesco"
                    + " Gabriele Giacomo Giorgia Giovanni Giulia Giuseppe Ilaria Laura Lorenzo Luca Lucia Marco Maria"
                    + " Martina",
            "Amato Barbieri Basile Bellini Benedetti Bernardi Bianchi Bruno Caputo Caruso Cattaneo Colombo Conte Coppola"
                    + " Costa D'Angelo De-Luca Esposito Fabbri Farina Ferrara Ferrari Ferri Fiore Fontana Gallo Gatti"
                    + " Gentile Giordano Grassi Greco Guerra Leone Lombardi Longo Lombardo Mancini Marchetti Mariani"
                    + " Marino");
    private static final Language OTHER = Language.of(
            "Aleksandra Amir Anders Astrid Daan Dmitri Elif Erik Eva Fatima Freya Hana Haruka Ingrid Ivan Jan Jana Jin"
                    + " Kasper Katarzyna Kenji Lars Lin Lotte Magnus Mei Mikael Milan Nadia Noor Olga Omar Petra Piotr"
                    + " Sanne Sven Tomasz Tomáš Yusuf Zofia",
            "Aalto Andersson Bakker Berg Bogdanov Cohen Dahl de-Jong Demir Eriksson Hansen Horák Ivanov Jansen Johansson"
                    + " Kaya Khan Kim Kovács Kowalski Larsen Li Lindberg Mazur Meijer Nagy Nielsen Nowak Novák Park Popescu"
                    + " Sato Smit Suzuki Tanaka Vasquez Visser Wang Yilmaz Zhang");

    private static final Map<String, Language> BY_COUNTRY = Map.ofEntries(
            Map.entry("PRT", PORTUGUESE),
            Map.entry("BRA", PORTUGUESE),
            Map.entry("AGO", PORTUGUESE),
            Map.entry("GBR", ENGLISH),
            Map.entry("IRL", ENGLISH),
            Map.entry("USA", ENGLISH),
            Map.entry("AUS", ENGLISH),
            Map.entry("ESP", SPANISH),
            Map.entry("ARG", SPANISH),
            Map.entry("MEX", SPANISH),
            Map.entry("FRA", FRENCH),
            Map.entry("BEL", FRENCH),
            Map.entry("LUX", FRENCH),
            Map.entry("DEU", GERMAN),
            Map.entry("AUT", GERMAN),
            Map.entry("CHE", GERMAN),
            Map.entry("ITA", ITALIAN));

    private GuestNames() {}

    /// @param country three letters (ISO 3166-1 alpha-3)
    /// @param number tells guests apart; the same number gives the same guest
    static UserDetails invent(String country, int number) {
        Language language = BY_COUNTRY.getOrDefault(country, OTHER);
        SplittableRandom random = new SplittableRandom(number);
        String first = pick(language.first(), random);
        String last = pick(language.last(), random).replace('-', ' ');
        return new UserDetails(first, last, plain(first) + "." + plain(last) + "." + number + "@example.com", null);
    }

    private static String pick(List<String> names, SplittableRandom random) {
        return names.get(random.nextInt(names.size()));
    }

    private static String plain(String name) {
        String letters = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return NOT_ASCII.matcher(letters).replaceAll("");
    }
}
