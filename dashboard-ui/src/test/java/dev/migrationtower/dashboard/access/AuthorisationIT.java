package dev.migrationtower.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.migrationtower.dashboard.FakeAggregator;
import dev.migrationtower.dashboard.Http;
import dev.migrationtower.dashboard.access.Visitor.Person;
import dev.migrationtower.dashboard.record.RecordStatus;
import dev.migrationtower.events.Action;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.RunMode;
import dev.migrationtower.events.Text;
import dev.migrationtower.test.infra.Broker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command asked by everybody, over real HTTP; what is let through reaches the aggregator, what is not reaches nobody. */
@QuarkusTest
@TestProfile(WithDoors.class)
@QuarkusTestResource(Broker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorisationIT {
    private static final Set<Role> TELL = EnumSet.of(Role.OPERATOR, Role.APPROVER, Role.ADMIN);
    private static final Set<Role> OPERATE = EnumSet.of(Role.OPERATOR, Role.ADMIN);
    private static final Set<Role> ADMINISTER = EnumSet.of(Role.ADMIN);
    static final String PLAN = """
            tower: 1
            id: night
            title: The night
            checks:
              app: {probe: http, with: {url: "http://127.0.0.1:9/"}, states: {closed: status == 503}}
            phases:
              - id: close
                gate: {require: [{check: app, is: closed}]}
            """;
    /** Written down a second time, on purpose: what the code thinks is not asked. */
    private static final Map<Action, Set<Role>> WHO_MAY = Map.ofEntries(
            Map.entry(new Action.LoadPlan(PLAN, RunMode.SIMULATION, List.of()), ADMINISTER),
            Map.entry(new Action.OpenWall("hall", Instant.now().plusSeconds(600)), ADMINISTER),
            Map.entry(new Action.CloseWall("w"), ADMINISTER),
            Map.entry(new Action.Start(), OPERATE),
            Map.entry(new Action.Abort(), OPERATE),
            Map.entry(new Action.Resume(), OPERATE),
            Map.entry(new Action.Waive("close", "check/app", null), OPERATE),
            Map.entry(new Action.Unwaive("close", "check/app"), OPERATE),
            Map.entry(new Action.Skip("close"), OPERATE),
            Map.entry(new Action.Unskip("close"), OPERATE),
            Map.entry(new Action.Fail("close"), OPERATE),
            Map.entry(new Action.Unfail("close"), OPERATE),
            Map.entry(new Action.BeginRollback(), OPERATE),
            Map.entry(new Action.AbandonRollback(), OPERATE),
            Map.entry(new Action.Announce(Text.of("Soon")), OPERATE),
            Map.entry(new Action.Unannounce("a"), OPERATE),
            Map.entry(new Action.Go("close"), TELL),
            Map.entry(new Action.NoGo("close"), TELL),
            Map.entry(new Action.Withdraw("close"), TELL),
            Map.entry(new Action.Done("close", "t", null), TELL),
            Map.entry(new Action.Undone("close", "t"), TELL),
            Map.entry(new Action.Comment("hello"), TELL));

    @TestHTTPResource("/")
    URI base;

    @Inject
    RecordStatus status;

    private final String run = "night-" + UUID.randomUUID();
    private final Map<Role, Someone> people = new EnumMap<>(Role.class);
    private FakeAggregator aggregator;

    @BeforeAll
    void open() throws Exception {
        await().until(status::live);
        aggregator = new FakeAggregator();
        assertThat(Someone.service(base).load(run, PLAN).status()).isEqualTo(201);
        for (Role role : Role.values()) {
            people.put(role, Someone.signedIn(base, role));
        }
    }

    @AfterAll
    void close() throws Exception {
        aggregator.close();
    }

    static Stream<Arguments> everyCommandByEveryRole() {
        return WHO_MAY.entrySet().stream()
                .flatMap(entry -> Arrays.stream(Role.values())
                        .map(role -> Arguments.of(
                                entry.getKey(), role, entry.getValue().contains(role))));
    }

    static Stream<Action> everyCommand() {
        return WHO_MAY.keySet().stream();
    }

    @Test
    void noCommandIsForgottenHere() {
        assertThat(WHO_MAY.keySet().stream().map(Object::getClass))
                .containsExactlyInAnyOrder(Action.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource
    void everyCommandByEveryRole(Action action, Role role, boolean may) throws Exception {
        int before = aggregator.seen(run).size();

        Http.Answer answer = ask(people.get(role), action);

        if (may) {
            assertThat(answer.status()).as(answer.body()).isIn(200, 409);
            assertThat(aggregator.seen(run)).hasSize(before + 1).last().satisfies(command -> {
                assertThat(command.author()).isEqualTo(role.word());
                assertThat(command.from().address()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
                assertThat(command.from().signIn()).isEqualTo("password");
            });
        } else {
            assertThat(answer.status()).as(answer.body()).isEqualTo(403);
            assertThat(answer.type()).isEqualTo("application/problem+json");
            assertThat(aggregator.seen(run)).hasSize(before);
        }
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void whoIsNobodyWeKnowAsksForNothing(Action action) throws Exception {
        int before = aggregator.seen(run).size();
        Instant soon = Instant.now().plusSeconds(600);
        Person admin = new Person("mallory", ADMINISTER, Door.PASSWORD, soon, "csrf");
        Tokens ours = new Tokens(Optional.of(Company.KEY), Clock.systemUTC());
        String forged = new Tokens(Optional.empty(), Clock.systemUTC()).session(admin);
        String over = ours.session(
                new Person("ada", ADMINISTER, Door.PASSWORD, Instant.now().minusSeconds(60), "csrf"));

        assertThat(ask(Someone.nobody(base), action).status()).isEqualTo(401);
        assertThat(ask(cookie(forged), action).status()).as("a forged role").isEqualTo(401);
        assertThat(ask(cookie(over), action)).as("a session that is over").satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.json().path("detail").asText()).contains("Your session is over", "/sign-in");
        });
        assertThat(ask(new Someone(base, List.of("Authorization", "Bearer wrong")), action)
                        .status())
                .as("a wrong token")
                .isEqualTo(401);
        assertThat(ask(cookie(ours.wall(run, "w", soon)), action).status())
                .as("the link of a screen as a session")
                .isEqualTo(401);
        assertThat(aggregator.seen(run)).hasSize(before);
    }

    @Test
    void anotherPageCannotUseTheSessionOfThisBrowser() throws Exception {
        Someone admin = people.get(Role.ADMIN);
        Someone withoutToken = new Someone(base, admin.shown().subList(0, 2));
        Someone withAnother = new Someone(base, List.of("Cookie", admin.shown().get(1), "X-CSRF-Token", "guessed"));

        assertThat(ask(withoutToken, new Action.Start()).status()).isEqualTo(403);
        assertThat(ask(withAnother, new Action.Start()).status()).isEqualTo(403);
        assertThat(admin.post(
                                "/api/v1/runs/" + run + "/commands",
                                "{\"type\":\"start\"}",
                                "Origin",
                                "http://evil.example")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aKeyThatIsReplayedWithAnotherBodyDoesNothing() throws Exception {
        Someone operator = people.get(Role.OPERATOR);
        String commands = "/api/v1/runs/" + run + "/commands";
        String comment = "{\"type\":\"comment\",\"text\":\"%s\"}";
        Http.Answer first = operator.post(commands, comment.formatted("one"), "Idempotency-Key", "k-" + run);
        int before = aggregator.seen(run).size();

        assertThat(operator.post(commands, comment.formatted("one"), "Idempotency-Key", "k-" + run))
                .isEqualTo(first);
        assertThat(operator.post(commands, comment.formatted("two"), "Idempotency-Key", "k-" + run)
                        .status())
                .isEqualTo(422);
        assertThat(people.get(Role.ADMIN)
                        .post(commands, comment.formatted("one"), "Idempotency-Key", "k-" + run)
                        .status())
                .as("somebody else's")
                .isEqualTo(422);
        assertThat(aggregator.seen(run)).hasSize(before);
    }

    @Test
    void theAuthorIsWhoSignedInWhateverTheBodySays() throws Exception {
        people.get(Role.OPERATOR).command(run, "{\"type\":\"comment\",\"text\":\"x\",\"author\":\"ada\"}");
        assertThat(aggregator.seen(run).getLast().author()).isEqualTo("operator");

        Someone.service(base).command(run, "{\"type\":\"comment\",\"text\":\"x\",\"author\":\"autopilot\"}");
        assertThat(aggregator.seen(run).getLast()).satisfies(command -> {
            assertThat(command.author()).isEqualTo("autopilot");
            assertThat(command.from().signIn()).isEqualTo("service");
        });
    }

    @Test
    void theAuditSaysWhoWhenAndWhence() throws Exception {
        people.get(Role.APPROVER).command(run, "{\"type\":\"comment\",\"text\":\"audited\"}");

        Http.Answer audit = people.get(Role.VIEWER).get("/api/v1/runs/" + run + "/audit?limit=10000");
        Http.Answer lines = people.get(Role.VIEWER)
                .get("/api/v1/runs/" + run + "/audit?limit=10000", "Accept", "application/x-ndjson");

        assertThat(Json.mapper().readTree(lines.body().lines().toList().getLast()))
                .isEqualTo(audit.json().get(audit.json().size() - 1));
        assertThat(audit.json().findValuesAsText("by")).contains("approver");
        assertThat(audit.json().get(audit.json().size() - 1).at("/from/signIn").asText())
                .isNotEmpty();
        assertThat(Someone.nobody(base).get("/api/v1/runs/" + run + "/audit").status())
                .isEqualTo(401);
    }

    @Test
    void whoeverMaySeeAllMayTakeTheEvidence() throws Exception {
        Http.Answer evidence = people.get(Role.VIEWER).get("/api/v1/runs/" + run + "/evidence.zip");

        assertThat(evidence.status()).isEqualTo(200);
        assertThat(evidence.body()).startsWith("PK");
        assertThat(people.get(Role.VIEWER)
                        .get("/api/v1/runs/" + run + "/comparison?with=" + run)
                        .json()
                        .path("plan"))
                .isEmpty();
        assertThat(people.get(Role.VIEWER)
                        .get("/api/v1/runs/" + run + "/comparison")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whatWasRefusedHereIsKnownThoughTheRecordNeverHadIt() throws Exception {
        people.get(Role.VIEWER).command(run, "{\"type\":\"no-go\",\"phase\":\"close\"}");
        Someone.nobody(base).command(run, "{\"type\":\"start\"}");

        Http.Answer refused = people.get(Role.VIEWER).get("/api/v1/runs/" + run + "/audit/refused");

        assertThat(refused.json()).anySatisfy(entry -> {
            assertThat(entry.path("by").asText()).isEqualTo("viewer");
            assertThat(entry.path("status").asInt()).isEqualTo(403);
            assertThat(entry.path("why").asText()).contains("viewer may not ask for \"no-go\"", "operator");
            assertThat(entry.at("/from/signIn").asText()).isEqualTo("password");
        });
        assertThat(refused.json()).anySatisfy(entry -> {
            assertThat(entry.path("status").asInt()).isEqualTo(401);
            assertThat(entry.has("by")).isFalse();
            assertThat(entry.path("what").asText()).isEqualTo("POST /api/v1/runs/" + run + "/commands");
        });
        assertThat(Http.get(base + "q/metrics").body())
                .containsPattern("tower_refusals_total\\{status=\"403\",?} [1-9]");
        assertThat(Someone.nobody(base)
                        .get("/api/v1/runs/" + run + "/audit/refused")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void whatSomebodyMayIsToldForARun() throws Exception {
        assertThat(people.get(Role.VIEWER).me("?run=" + run).json().path("rights"))
                .isEmpty();
        assertThat(people.get(Role.ADMIN).me("?run=" + run).json().path("rights"))
                .hasSize(4);
        assertThat(people.get(Role.VIEWER).me("?run=nobody").json().path("name").asText())
                .isEqualTo("viewer");
        assertThat(Someone.nobody(base)
                        .me("?run=" + run)
                        .json()
                        .path("anonymous")
                        .asBoolean())
                .isTrue();
    }

    private Someone cookie(String token) {
        return new Someone(base, List.of("Cookie", "tower=" + token, "X-CSRF-Token", "csrf"));
    }

    private Http.Answer ask(Someone someone, Action action) throws Exception {
        if (action instanceof Action.LoadPlan) {
            return someone.load(run, PLAN);
        }
        ObjectNode body = Json.mapper().valueToTree(action);
        return someone.command(run, body.put("reason", "because").toString());
    }
}
