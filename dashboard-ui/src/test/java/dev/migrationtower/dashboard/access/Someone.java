package dev.migrationtower.dashboard.access;

import dev.migrationtower.dashboard.Http;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Somebody with the headers that show who they are. */
record Someone(URI base, List<String> shown) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Who shows nothing. */
    static Someone nobody(URI base) {
        return new Someone(base, List.of());
    }

    /** Who has signed in by their password. */
    static Someone signedIn(URI base, Role role) throws Exception {
        HttpResponse<String> answer = nobody(base).signIn(role.word(), Company.PASSWORD);
        return ofCookie(base, cookie(answer));
    }

    /** Who has this session. */
    static Someone ofCookie(URI base, String cookie) throws Exception {
        Someone unsure = new Someone(base, List.of("Cookie", cookie));
        return new Someone(
                base,
                List.of(
                        "Cookie",
                        cookie,
                        "X-CSRF-Token",
                        unsure.me("").json().path("csrf").asText()));
    }

    static Someone service(URI base) {
        return new Someone(base, List.of("Authorization", "Bearer " + Company.SERVICE));
    }

    static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    }

    HttpResponse<String> signIn(String name, String password, String... more) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("/api/v1/sign-in"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}"));
        if (more.length > 0) {
            request.headers(more);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    Http.Answer me(String query) throws Exception {
        return get("/api/v1/me" + query);
    }

    Http.Answer get(String path, String... more) throws Exception {
        return Http.get(base.resolve(path).toString(), headers(more));
    }

    Http.Answer load(String run, String yaml) throws Exception {
        return Http.put(
                base.resolve("/api/v1/runs/" + run + "/plan?mode=simulation").toString(),
                yaml,
                headers("Content-Type", "text/yaml"));
    }

    Http.Answer post(String path, String body, String... more) throws Exception {
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(more));
        return Http.post(base.resolve(path).toString(), body, headers(all.toArray(String[]::new)));
    }

    Http.Answer command(String run, String body) throws Exception {
        return post(
                "/api/v1/runs/" + run + "/commands",
                body,
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    Http.Answer delete(String path) throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(base.resolve(path))
                        .headers(headers())
                        .DELETE()
                        .build(),
                BodyHandlers.ofString());
        return new Http.Answer(answer.statusCode(), "", "", answer.body());
    }

    private String[] headers(String... more) {
        List<String> all = new ArrayList<>(shown);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
