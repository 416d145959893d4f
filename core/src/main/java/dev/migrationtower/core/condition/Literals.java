package dev.migrationtower.core.condition;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.migrationtower.core.source.Position;
import dev.migrationtower.core.source.Problems;
import java.util.Map;

/**
 * What the type checker passes and would fail at night: durations, times and patterns that are none. Each is tried on the very
 * function that it is written for.
 */
final class Literals {
    private static final Map<String, Trial> TRIALS = Map.of(
            "duration",
            new Trial(program("duration(literal)"), "no duration; write duration('1m30s')"),
            "timestamp",
            new Trial(program("timestamp(literal)"), "no time; write timestamp('2022-07-23T22:00:00+02:00')"),
            "matches",
            new Trial(
                    program("''.matches(literal)"),
                    "no pattern of RE2, which knows no look-around and no back references"));

    private Literals() {}

    /** Whether all of them are what they should be; those that are not are told. */
    static boolean areFine(CelAbstractSyntaxTree tree, Problems problems) {
        return CelNavigableAst.fromAst(tree)
                        .getRoot()
                        .allNodes()
                        .filter(node -> node.getKind() == ExprKind.Kind.CALL)
                        .map(node -> node.expr().call())
                        .filter(call -> isWrong(call, tree, problems))
                        .count()
                == 0;
    }

    private static boolean isWrong(CelCall call, CelAbstractSyntaxTree tree, Problems problems) {
        Trial trial = TRIALS.get(call.function());
        if (trial == null || call.args().isEmpty()) {
            return false;
        }
        CelExpr argument = call.args().getLast();
        boolean literal = argument.getKind() == ExprKind.Kind.CONSTANT
                && argument.constant().getKind() == CelConstant.Kind.STRING_VALUE;
        if (!literal || trial.passes(argument.constant().stringValue())) {
            return false;
        }
        problems.add(place(argument, tree), "`" + argument.constant().stringValue() + "` is " + trial.failure());
        return true;
    }

    private static Position place(CelExpr expression, CelAbstractSyntaxTree tree) {
        int offset = tree.getSource().getPositionsMap().getOrDefault(expression.id(), 0);
        CelSourceLocation location = tree.getSource().getOffsetLocation(offset).orElse(CelSourceLocation.of(1, 0));
        return new Position(location.getLine(), location.getColumn() + 1);
    }

    private static CelRuntime.Program program(String expression) {
        Cel cel = CelFactory.standardCelBuilder()
                .addVar("literal", SimpleType.STRING)
                .build();
        try {
            return cel.createProgram(cel.compile(expression).getAst());
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalStateException(expression, e);
        }
    }

    private record Trial(CelRuntime.Program program, String failure) {
        boolean passes(String literal) {
            try {
                program.eval(Map.of("literal", literal));
                return true;
            } catch (CelEvaluationException e) {
                return false;
            }
        }
    }
}
