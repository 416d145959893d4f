package dev.migrationtower.dashboard.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Lets every error of the API leave as a {@link Problem}. */
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response ours(ProblemException e) {
        return response(e.problem());
    }

    @ServerExceptionMapper
    public Response ofTheFramework(WebApplicationException e) {
        Response.StatusType status = e.getResponse().getStatusInfo();
        return response(Problem.of(
                status.getStatusCode(), status.getReasonPhrase(), "The API does not answer this: " + e.getMessage()));
    }

    @ServerExceptionMapper
    public Response kafkaAway(KafkaException e) {
        return response(Problem.of(
                503, "Kafka is away", "This stands in Kafka only, and it cannot be read now: " + e.getMessage()));
    }

    @ServerExceptionMapper
    public Response unexpected(RuntimeException e) {
        LOG.error("A request failed for a reason nobody thought of", e);
        return response(
                Problem.of(500, "Internal error", "This is a fault of the dashboard; its log has the details: " + e));
    }

    private static Response response(Problem problem) {
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        return problem.status() == 503
                ? response.header(HttpHeaders.RETRY_AFTER, 1).build()
                : response.build();
    }
}
