package dev.migrationtower.core.condition;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.migrationtower.core.source.Problems;
import dev.migrationtower.events.ProbeSchema;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The conditions that can be asked of one kind of probe: CEL with its standard functions, over the values that the probe declares.
 * Costly to make, cheap to use; immutable and thread-safe.
 */
public final class Conditions {
    private static final int LONGEST = 2_000;
    private static final int DEEPEST = 64;
    /** Lists of a reading are short; this only keeps a nested loop over two long ones from holding up the run. */
    private static final int MOST_ITERATIONS = 100_000;

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableUnknownTracking(true)
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(LONGEST)
            .maxParseRecursionDepth(DEEPEST)
            .comprehensionMaxIterations(MOST_ITERATIONS)
            .build();

    private final Cel cel;
    private final Vocabulary vocabulary;

    /** The conditions over what probes of this kind report. */
    public Conditions(ProbeSchema schema) {
        this(schema, Set.of());
    }

    /**
     * The same, over values of any type, too.
     *
     * @param more their names
     */
    public Conditions(ProbeSchema schema, Set<String> more) {
        vocabulary = Vocabulary.of(schema, more);
        cel = CelFactory.standardCelBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setResultType(SimpleType.BOOL)
                .setTypeProvider(vocabulary.types())
                .addVarDeclarations(vocabulary.declarations())
                .build();
    }

    /**
     * The condition of this text; empty if it is none.
     *
     * @param problems is told what is wrong with it, by place within the text
     */
    public Optional<Condition> compile(String text, Problems problems) {
        CelValidationResult checked = cel.compile(text);
        if (checked.hasError()) {
            new Complaints(text, vocabulary).tell(checked.getErrors(), problems);
            return Optional.empty();
        }
        CelAbstractSyntaxTree tree = tree(checked);
        return Literals.areFine(tree, problems) ? Optional.of(condition(text, tree)) : Optional.empty();
    }

    private Condition condition(String text, CelAbstractSyntaxTree tree) {
        try {
            List<Reference> references = Reference.allIn(tree, vocabulary);
            return new CelCondition(text.strip(), vocabulary.only(references), references, cel.createProgram(tree));
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("a checked condition cannot be planned: " + text, e);
        }
    }

    private static CelAbstractSyntaxTree tree(CelValidationResult checked) {
        try {
            return checked.getAst();
        } catch (CelValidationException e) {
            throw new IllegalStateException("a result without errors has no tree", e);
        }
    }
}
