package dev.migrationtower.test.docs;

import dev.migrationtower.test.docs.Example.Form;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages of the repository, and the examples on each: what a reader would copy. */
public final class Pages {
    /** The root of the repository; tests run in the folder of their module. */
    public static final Path ROOT = Path.of("..");

    private static final Pattern FENCE = Pattern.compile("```(\\w*)(?: +(\\S+))?");
    private static final Pattern INLINE = Pattern.compile("(?<!`)`([^`\n]+(?:\n[^`\n]+)?)`(?!`)");
    /** A command with something to do, not the mere name of one. */
    private static final Pattern COMMAND = Pattern.compile(
            "([A-Z_]+=\\S+ )*(nice -n \\d+ )?(\\./(tower|mvnw)|curl|printf|java|docker|kubectl|promtool) \\S+ \\S.*");

    private static final Pattern REQUEST = Pattern.compile(
            "((GET|POST|PUT|DELETE) )?(/(api|control|q|runs|sign-in)\\b|\\.\\.\\./)\\S*( \\{.*})?( or .*>)?");

    private Pages() {}

    /** All that people read; what test data come from is not for readers. */
    public static List<String> all() {
        TreeSet<String> pages = new TreeSet<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = folder.getFileName().toString();
                    boolean ours = folder.equals(ROOT) || !(name.startsWith(".") || name.matches("target|src"));
                    return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(".md")) {
                        pages.add(ROOT.relativize(file).toString());
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(pages);
    }

    public static String text(String page) {
        try {
            return Files.readString(ROOT.resolve(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Example> examples() {
        return all().stream().flatMap(page -> examples(page).stream()).toList();
    }

    public static List<Example> examples(String page) {
        return examples(page, text(page));
    }

    /**
     * The only one of a page that begins so, or is a file of this name.
     *
     * @throws AssertionError if there is none, or another
     */
    public static Example example(String page, String words) {
        List<Example> found =
                examples(page).stream().filter(example -> example.begins(words)).toList();
        if (found.size() != 1) {
            throw new AssertionError(page + " has " + found.size() + " examples that begin with: " + words);
        }
        return found.getFirst();
    }

    public static List<Example> examples(String page, String text) {
        List<Example> examples = new ArrayList<>();
        List<String> lines = text.lines().toList();
        StringBuilder prose = new StringBuilder();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            Matcher fence = FENCE.matcher(line);
            boolean indented =
                    line.startsWith("    ") && (at == 0 || lines.get(at - 1).isBlank());
            if (!fence.matches() && !indented) {
                prose.append(line).append('\n');
                continue;
            }
            int first = fence.matches() ? at + 1 : at;
            int end = first;
            while (end < lines.size()
                    && (fence.matches()
                            ? !lines.get(end).equals("```")
                            : lines.get(end).startsWith("    "))) {
                end++;
            }
            String block = String.join("\n", lines.subList(first, end)).stripIndent() + "\n";
            String language = fence.matches() ? fence.group(1) : "";
            String name = fence.matches() && fence.group(2) != null ? fence.group(2) : "";
            if (!language.equals("text")) {
                examples.add(new Example(page, first + 1, form(language, name), name, block));
            }
            int last = fence.matches() ? end : end - 1;
            prose.append("\n".repeat(last - at + 1));
            at = last;
        }
        INLINE.matcher(prose).results().forEach(found -> {
            String words = found.group(1).replaceAll("\\s+", " ");
            int line = 1
                    + (int) prose.substring(0, found.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            if (COMMAND.matcher(words).matches()) {
                examples.add(new Example(page, line, Form.COMMANDS, "", words));
            } else if (REQUEST.matcher(words).matches()) {
                examples.add(new Example(page, line, Form.REQUEST, "", words));
            }
        });
        examples.sort(Comparator.comparingInt(Example::line));
        return examples;
    }

    private static Form form(String language, String name) {
        if (!name.isEmpty()) {
            return Form.FILE;
        }
        return language.isEmpty() || language.matches("bash|sh") ? Form.COMMANDS : Form.NAMELESS;
    }
}
