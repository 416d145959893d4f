package dev.migrationtower.core.condition;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.bundle.Cel;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.validator.CelAstValidator;

/** Finds patterns of {@code matches} that would fail at night: they are RE2, which has no look-around and no back references. */
enum PatternLiterals implements CelAstValidator {
    INSTANCE;

    @Override
    public void validate(CelNavigableAst tree, Cel cel, IssuesFactory issues) {
        tree.getRoot()
                .allNodes()
                .filter(node -> node.getKind() == ExprKind.Kind.CALL)
                .map(node -> node.expr().call())
                .filter(call ->
                        call.function().equals("matches") && !call.args().isEmpty())
                .map(call -> call.args().getLast())
                .filter(argument -> argument.getKind() == ExprKind.Kind.CONSTANT
                        && argument.constant().getKind() == CelConstant.Kind.STRING_VALUE)
                .forEach(argument -> check(argument, issues));
    }

    private static void check(CelExpr argument, IssuesFactory issues) {
        try {
            Pattern.compile(argument.constant().stringValue());
        } catch (PatternSyntaxException e) {
            issues.addError(
                    argument.id(), "this pattern is no RE2: " + e.getDescription() + ": `" + e.getPattern() + "`");
        }
    }
}
