using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Threading.RateLimiting;
using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;
using Catalog.Shell.Auth;
using Catalog.Shell.Http;
using Catalog.Shell.Leaderboards.Contracts;

namespace Catalog.Shell.Leaderboards.Scores;

/// <summary>
/// Takes the scores of many finished games from a game's own server, which administrators sign in as. Each has an id
/// of its own and counts, waits or is refused by itself. They go to the mode's shard a part at a time, so that a player
/// whose own score comes meanwhile waits for parts, not for whole batches. Thread-safe.
/// </summary>
public sealed class SubmitBatchEndpoint(
    LeaderboardClient boards, PlayerNames names, Bearer bearer, BatchGate gate)
{
    private const int MaxBodyBytes = 512 * 1024;

    // Some two milliseconds of the shard: what a sync takes, so that shard and journal both have something to do.
    private const int SubmissionsAPart = 128;

    /// <summary>Maps <c>POST api/scores/submit-batch</c>.</summary>
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/scores/submit-batch", bearer.RequireAdmin(HandleAsync))
            .Describe("Scores", "Submit the scores of up to 1,000 finished games, for a game's own servers")
            .NeedsToken(AccountRole.Admin).Takes<SubmitBatchRequest>()
            .WithMetadata(new BodyLimit(MaxBodyBytes))
            .Gives<SubmitBatchAnswer>().Fails(400, 401, 403, 413, 415, 503);

    private async Task HandleAsync(HttpContext context, Caller caller)
    {
        Body<SubmitBatchRequest> body =
            await RequestBody.ReadAsync(context, LeaderboardsJson.Default.SubmitBatchRequest);
        if (body.Value is not { } request) return;
        FieldErrors errors = Check(request, out GameMode? mode, out ulong[] players);
        if (!errors.IsEmpty)
        {
            await Problems.WriteAsync(context, ProblemCodes.InvalidBody, errors);
            return;
        }

        IReadOnlyList<BatchSubmission> wished = request.Submissions!;
        PlayerProfile[] profiles = await names.OfPlayersAsync(players);
        Reply<SubmitResults> reply = await SubmitAsync(caller, mode!, wished, profiles);
        if (!reply.HasValue) await Problems.WriteAsync(context, reply.Status);
        else if (reply.Value.Code != BoardCode.Ok)
            await Problems.WriteAsync(context, LeaderboardProblems.Of(reply.Value.Code));
        else
        {
            SubmitBatchAnswer answer = AnswerOf(mode!, wished, profiles, reply.Value.Results);
            await JsonResponse.WriteAsync(
                context, StatusCodes.Status200OK, answer, LeaderboardsJson.Default.SubmitBatchAnswer);
        }
    }

    private async ValueTask<Reply<SubmitResults>> SubmitAsync(
        Caller caller, GameMode mode, IReadOnlyList<BatchSubmission> wished, PlayerProfile[] profiles)
    {
        using RateLimitLease place = await gate.EnterAsync(mode, wished.Count);
        if (!place.IsAcquired) return new Reply<SubmitResults>(ReplyStatus.Busy, default);
        var submissions = new List<SubmitScore>(wished.Count);
        for (int i = 0; i < profiles.Length; i++)
        {
            if (profiles[i].PlayerId != 0) submissions.Add(SubmissionOf(caller, mode, wished[i], profiles[i]));
        }

        return await SubmitAsync(mode, submissions);
    }

    private async ValueTask<Reply<SubmitResults>> SubmitAsync(GameMode mode, List<SubmitScore> submissions)
    {
        var results = new List<SubmitResult>(submissions.Count);
        do
        {
            List<SubmitScore> part = submissions.GetRange(
                results.Count, Math.Min(SubmissionsAPart, submissions.Count - results.Count));
            Reply<SubmitResults> reply =
                await boards.AskAsync<SubmitScores, SubmitResults>(mode, new SubmitScores(boards.NowMs, part));
            if (!reply.HasValue || reply.Value.Code != BoardCode.Ok) return reply;
            results.AddRange(reply.Value.Results);
        }
        while (results.Count < submissions.Count);
        return new Reply<SubmitResults>(ReplyStatus.Done, new SubmitResults(BoardCode.Ok, results));
    }

    private SubmitScore SubmissionOf(Caller caller, GameMode mode, BatchSubmission wish, PlayerProfile player)
    {
        ReadOnlySpan<ulong> said = [mode.Id, player.PlayerId, (uint)wish.Score!, (uint)wish.GameDurationSeconds!];
        IdempotencyKey key = IdempotencyHeader.Make(
            caller.UserId, "leaderboards.submit-batch"u8, wish.Id!,
            XxHash3.HashToUInt64(MemoryMarshal.AsBytes(said)));
        return new SubmitScore(
            boards.NowMs, player.PlayerId, key.Low, key.PayloadHash, wish.Score.Value, wish.GameDurationSeconds.Value,
            player.Region);
    }

    private static SubmitBatchAnswer AnswerOf(
        GameMode mode, IReadOnlyList<BatchSubmission> wished, PlayerProfile[] profiles,
        IReadOnlyList<SubmitResult> results)
    {
        var answers = new BatchResult[wished.Count];
        int next = 0, counted = 0, held = 0;
        for (int i = 0; i < answers.Length; i++)
        {
            SubmitResult result = profiles[i].PlayerId != 0
                ? results[next++]
                : new SubmitResult(BoardCode.UnknownPlayer, CheatReasons.None, 0, 0, 0, false);
            if (result.Code == BoardCode.Ok) counted++;
            if (result.Code == BoardCode.Held) held++;
            answers[i] = AnswerOf(wished[i].Id!, in result);
        }

        return new SubmitBatchAnswer(counted, held, answers.Length - counted - held, mode.Slug, answers);
    }

    private static BatchResult AnswerOf(string id, in SubmitResult result) => result.Code switch
    {
        BoardCode.Ok => new BatchResult(
            id, true, null, null, result.Total, BoardAnswers.RankOf(result.Rank), BoardAnswers.RankOf(result.OldRank),
            result.IsPersonalBest),
        BoardCode.Held => new BatchResult(
            id, false, BoardAnswers.ReasonsOf(result.Reasons), null, null, null, null, false),
        _ => new BatchResult(id, false, null, LeaderboardProblems.Of(result.Code).Code, null, null, null, false),
    };

    private static FieldErrors Check(SubmitBatchRequest request, out GameMode? mode, out ulong[] players)
    {
        var errors = new FieldErrors();
        errors.Check(GameModes.TryFind(request.GameMode, out mode), "gameMode", "There is no such game mode.");
        IReadOnlyList<BatchSubmission?> submissions = request.Submissions ?? [];
        players = new ulong[submissions.Count];
        if (submissions.Count is 0 or > LeaderboardMachine.MaxSubmissions)
            return errors.Add("submissions", "Must be 1 to 1,000.");
        for (int i = 0; i < players.Length; i++)
        {
            BatchSubmission? each = submissions[i];
            bool isWhole = each is { Score: >= 0, GameDurationSeconds: >= 0 } && IdempotencyHeader.IsUsable(each.Id)
                && IdText.TryParse(each.PlayerId, out players[i]);
            if (!isWhole) errors.Add($"submissions[{i}]", "Needs an id, a playerId, a score and a duration from 0.");
        }

        return errors;
    }
}
