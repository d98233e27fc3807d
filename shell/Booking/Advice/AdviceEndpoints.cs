using Catalog.Engine.Booking.Advice;
using Catalog.Shell.Auth;
using Catalog.Shell.Booking.Advice.Contracts;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Advice;

/// <summary>What booking's models say, for administrators: below <c>api/admin/insight</c>. Thread-safe.</summary>
internal sealed partial class AdviceEndpoints(
    AdviceSource source, AdviceWorker worker, BookingOptions options, Bearer bearer)
{
    private const string Tag = "Insight";
    private const long HourMs = 60 * 60 * 1000;
    private const long DayMs = 24 * HourMs;

    /// <summary>Maps the endpoints.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder insight = routes.MapGroup("/api/admin/insight");
        insight.MapGet("/models", bearer.RequireAdmin(StatusAsync))
            .Describe(Tag, "How the models stand: when they were trained, on how much, how good they were")
            .NeedsToken(AccountRole.Admin).Gives<AdviceStatusAnswer>().Fails(401, 403);
        insight.MapPost("/models/train", bearer.RequireAdmin(TrainAsync))
            .Describe(Tag, "Train the models anew, beside the requests")
            .NeedsToken(AccountRole.Admin).Gives<AdviceStatusAnswer>(StatusCodes.Status202Accepted).Fails(401, 403);
        MapShows(insight);
        MapDays(insight);
        MapProgramme(insight);
    }

    private Task StatusAsync(HttpContext context, Caller caller) => AnswerAsync(context, StatusCodes.Status200OK);

    private Task TrainAsync(HttpContext context, Caller caller)
    {
        worker.Train();
        return AnswerAsync(context, StatusCodes.Status202Accepted);
    }

    private Task AnswerAsync(HttpContext context, int status)
    {
        BookingAdvisor models = source.Models;
        AdvisorSummary summary = models.Summary;
        AdviceTraining training = worker.Training;
        var answer = new AdviceStatusAnswer
        {
            Basis = AdviceSource.BasisOf(models),
            Customers = summary.Users,
            Trainings = training.Count,
            IsTraining = training.IsUnderWay,
            TrainingMs = Math.Round(training.DurationMs, 1),
            Failure = training.Failure,
            DemandAccuracy = Math.Round(summary.Demand.ClassAccuracy, 3),
            DemandBaseline = Math.Round(summary.Demand.BaselineAccuracy, 3),
            DemandCompared = summary.Demand.Count,
            LowBelow = Math.Round(summary.LowBelow, 3),
            HighFrom = Math.Round(summary.HighFrom, 3),
            Elasticity = ElasticityAnswer.Of(summary.Elasticity),
            IsTasteLearned = summary.IsTasteLearned,
        };
        return JsonResponse.WriteAsync(context, status, answer, AdviceJson.Default.AdviceStatusAnswer);
    }
}
