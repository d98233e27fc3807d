using System.Globalization;
using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;
using Catalog.Shell.Auth;
using Catalog.Shell.Http;
using Catalog.Shell.Http.RateLimits;
using Catalog.Shell.Leaderboards.Contracts;

namespace Catalog.Shell.Leaderboards.Scores;

/// <summary>
/// Takes the score of a finished game. The <c>Idempotency-Key</c> becomes the submission's id: repeating it gives the
/// first answer. Thread-safe.
/// </summary>
public sealed class SubmitEndpoint(
    LeaderboardClient boards, PlayerNames names, LeaderboardLimits limits, Bearer bearer)
{
    /// <summary>Maps <c>POST api/scores/submit</c>.</summary>
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/scores/submit", bearer.RequireUser(HandleAsync))
            .Describe("Scores", "Submit the score of a finished game; one that breaks rules is held for review")
            .NeedsToken().NeedsIdempotencyKey().Takes<SubmitScoreRequest>()
            .Gives<SubmitScoreAnswer>(StatusCodes.Status201Created)
            .Fails(400, 401, 403, 404, 409, 413, 415, 422, 429, 503, 507);

    internal async Task HandleAsync(HttpContext context, Caller caller)
    {
        RateLimitVerdict verdict = await limits.Submit.TakeAsync(RateLimitKey.OfUser(caller.UserId));
        if (!verdict.Allowed)
        {
            await limits.Submit.RefuseAsync(context, verdict);
            return;
        }

        Body<SubmitScoreRequest> body =
            await RequestBody.ReadAsync(context, LeaderboardsJson.Default.SubmitScoreRequest);
        if (body.Value is not { } request) return;
        ProblemCode? unusable = IdempotencyHeader.Read(
            context, caller.UserId, "leaderboards.submit"u8, body.Hash, out IdempotencyKey key);
        if (unusable is not null) await Problems.WriteAsync(context, unusable);
        else if (Check(request, out GameMode? mode) is { IsEmpty: false } errors)
            await Problems.WriteAsync(context, ProblemCodes.InvalidBody, errors);
        else await SubmitAsync(context, caller, mode!, request, key);
    }

    private async Task SubmitAsync(
        HttpContext context, Caller caller, GameMode mode, SubmitScoreRequest request, IdempotencyKey key)
    {
        if (await names.OfCallerAsync(caller) is not { } player)
        {
            await Problems.WriteAsync(context, ReplyStatus.Busy);
            return;
        }

        var submission = new SubmitScore(
            boards.NowMs,
            player.PlayerId,
            key.Low,
            key.PayloadHash,
            request.Score!.Value,
            request.GameDurationSeconds!.Value,
            player.Region);
        Reply<SubmitResult> reply = await boards.AskAsync<SubmitScore, SubmitResult>(mode, submission);
        if (!reply.HasValue) await Problems.WriteAsync(context, reply.Status);
        else if (reply.Value.Code is not (BoardCode.Ok or BoardCode.Held))
            await Problems.WriteAsync(context, LeaderboardProblems.Of(reply.Value.Code));
        else await WriteAsync(context, mode, submission, reply.Value);
    }

    private static Task WriteAsync(HttpContext context, GameMode mode, in SubmitScore submission, SubmitResult result)
    {
        bool isValid = result.Code == BoardCode.Ok;
        var answer = new SubmitScoreAnswer(
            submission.SubmissionId.ToString("x16", CultureInfo.InvariantCulture),
            mode.Slug,
            isValid,
            BoardAnswers.ReasonsOf(result.Reasons),
            submission.Score,
            isValid ? result.Total : null,
            BoardAnswers.RankOf(result.Rank),
            BoardAnswers.RankOf(result.OldRank),
            result.IsPersonalBest);
        return JsonResponse.WriteAsync(
            context, StatusCodes.Status201Created, answer, LeaderboardsJson.Default.SubmitScoreAnswer);
    }

    private static FieldErrors Check(SubmitScoreRequest request, out GameMode? mode)
    {
        var errors = new FieldErrors();
        errors.Check(GameModes.TryFind(request.GameMode, out mode), "gameMode", "There is no such game mode.");
        errors.Check(request.Score is >= 0, "score", "Must be a number from 0.");
        errors.Check(request.GameDurationSeconds is >= 0, "gameDurationSeconds", "Must be a number from 0.");
        return errors;
    }
}
