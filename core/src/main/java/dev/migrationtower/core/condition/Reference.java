package dev.migrationtower.core.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that a condition looks at: a value or a part of one.
 *
 * @param text as in the condition: {@code status}, {@code body.version}, {@code headers['x-a']}
 * @param value the name of the value
 * @param keys the way from the value to the part: names and indices
 */
record Reference(String text, String value, List<Object> keys) {
    Reference {
        keys = List.copyOf(keys);
    }

    /** All that the condition looks at, each once, in its own order. */
    static List<Reference> allIn(CelAbstractSyntaxTree tree, Vocabulary vocabulary) {
        Search search = new Search(vocabulary);
        search.through(tree.getExpr(), List.of());
        return List.copyOf(search.found.values());
    }

    /** The part that it refers to; empty if the value has none there. */
    Optional<Object> in(Object whole) {
        Object part = whole;
        for (Object key : keys) {
            Object next = null;
            if (part instanceof Map<?, ?> map) {
                next = map.get(key);
            } else if (part instanceof List<?> list && key instanceof Long index && index >= 0 && index < list.size()) {
                next = list.get(index.intValue());
            }
            if (next == null) {
                return Optional.empty();
            }
            part = next;
        }
        return Optional.of(part);
    }

    private Reference then(String text, Object key) {
        List<Object> longer = new ArrayList<>(keys);
        longer.add(key);
        return new Reference(this.text + text, value, longer);
    }

    private static final class Search {
        private final Vocabulary vocabulary;
        private final Map<String, Reference> found = new LinkedHashMap<>();

        Search(Vocabulary vocabulary) {
            this.vocabulary = vocabulary;
        }

        /** @param bound the variables of the loops round it, which hide values of the same name */
        void through(CelExpr expression, List<String> bound) {
            Optional<Reference> reference = reference(expression, bound);
            if (reference.isPresent()) {
                found.putIfAbsent(reference.get().text(), reference.get());
                return;
            }
            switch (expression.getKind()) {
                case SELECT -> through(expression.select().operand(), bound);
                case CALL -> {
                    expression.call().target().ifPresent(target -> through(target, bound));
                    expression.call().args().forEach(argument -> through(argument, bound));
                }
                case LIST -> expression.list().elements().forEach(element -> through(element, bound));
                case MAP ->
                    expression.map().entries().forEach(entry -> {
                        through(entry.key(), bound);
                        through(entry.value(), bound);
                    });
                case STRUCT -> expression.struct().entries().forEach(entry -> through(entry.value(), bound));
                case COMPREHENSION -> {
                    CelExpr.CelComprehension loop = expression.comprehension();
                    through(loop.iterRange(), bound);
                    List<String> inner = new ArrayList<>(bound);
                    inner.add(loop.iterVar());
                    inner.add(loop.iterVar2());
                    inner.add(loop.accuVar());
                    through(loop.loopStep(), inner);
                    through(loop.result(), inner);
                }
                case CONSTANT, IDENT, NOT_SET -> {}
            }
        }

        private Optional<Reference> reference(CelExpr expression, List<String> bound) {
            return switch (expression.getKind()) {
                case IDENT -> {
                    String name = expression.ident().name();
                    yield vocabulary.has(name) && !bound.contains(name)
                            ? Optional.of(new Reference(name, name, List.of()))
                            : Optional.empty();
                }
                case SELECT -> {
                    String field = expression.select().field();
                    yield reference(expression.select().operand(), bound).map(whole -> whole.then("." + field, field));
                }
                case CALL -> {
                    CelExpr.CelCall call = expression.call();
                    yield call.function().equals("_[_]")
                            ? reference(call.args().get(0), bound)
                                    .flatMap(whole -> key(call.args().get(1)).map(key -> whole.then(index(key), key)))
                            : Optional.empty();
                }
                default -> Optional.empty();
            };
        }

        private static Optional<Object> key(CelExpr expression) {
            if (expression.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
                return Optional.empty();
            }
            CelConstant constant = expression.constant();
            return switch (constant.getKind()) {
                case STRING_VALUE -> Optional.of(constant.stringValue());
                case INT64_VALUE -> Optional.of(constant.int64Value());
                default -> Optional.empty();
            };
        }

        private static String index(Object key) {
            return key instanceof String name ? "['" + name + "']" : "[" + key + "]";
        }
    }
}
