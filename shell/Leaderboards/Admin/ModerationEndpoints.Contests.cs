using System.Globalization;
using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Leaderboards;
using Catalog.Shell.Audit;
using Catalog.Shell.Auth;
using Catalog.Shell.Http;
using Catalog.Shell.Leaderboards.Contracts;

namespace Catalog.Shell.Leaderboards.Admin;

/// <summary>Planning events and tournaments, and calling them off.</summary>
public sealed partial class ModerationEndpoints
{
    private const int MaxMinutes = 60 * 24 * 365;
    private const long MinuteMs = 60_000;

    private void MapContests(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/api/admin/events/{mode}/{event_id}", bearer.RequireAdmin(SaveContestAsync))
            .Describe(Tag, "Plan an event or a tournament, or change one that has not ended")
            .NeedsToken(AccountRole.Admin).Takes<ContestRequest>().Gives<ModerationAnswer>()
            .Fails(400, 401, 403, 404, 409, 413, 415, 503, 507).Audited("event.save", "event_id");
        routes.MapDelete("/api/admin/events/{mode}/{event_id}", bearer.RequireAdmin(EndContestAsync))
            .Describe(Tag, "Call an event or a tournament off: nobody is rewarded")
            .NeedsToken(AccountRole.Admin).Gives<ModerationAnswer>().Fails(401, 403, 404, 409, 503, 507)
            .Audited("event.end", "event_id");
    }

    private async Task SaveContestAsync(HttpContext context, Caller caller)
    {
        if (await FindModeAsync(context) is not { } mode) return;
        Body<ContestRequest> body = await RequestBody.ReadAsync(context, LeaderboardsJson.Default.ContestRequest);
        if (body.Value is not { } request) return;
        FieldErrors errors = Check(request);
        bool isId = TryReadId(context, out int id);
        errors.Check(isId, "event_id", "Must be a number from 1.");
        if (!errors.IsEmpty)
        {
            await Problems.WriteAsync(context, ProblemCodes.InvalidBody, errors);
            return;
        }

        var terms = new ContestTerms
        {
            Id = id,
            Name = request.Name!,
            StartMs = request.StartsAt!.Value.ToUnixTimeMilliseconds(),
            EndMs = request.EndsAt!.Value.ToUnixTimeMilliseconds(),
            MultiplierPercent = request.MultiplierPercent,
            MultipliesBoards = request.MultipliesBoards,
            NeedsJoining = request.NeedsJoining,
            MaxPlayers = request.MaxPlayers ?? 0,
            MaxAttempts = request.MaxAttempts ?? 0,
            AttemptMs = (request.AttemptMinutes ?? 0) * MinuteMs,
            Region = GameModes.RegionOf(request.Region),
        };
        await SendAsync(context, mode, new SaveContest(boards.NowMs, terms, default(IdempotencyKey)));
    }

    private async Task EndContestAsync(HttpContext context, Caller caller)
    {
        if (await FindModeAsync(context) is not { } mode) return;
        if (TryReadId(context, out int id)) await SendAsync(context, mode, new EndContest(boards.NowMs, id));
        else await Problems.WriteAsync(context, ProblemCodes.NotFound);
    }

    private FieldErrors Check(ContestRequest request)
    {
        var errors = new FieldErrors();
        errors.Check(!string.IsNullOrWhiteSpace(request.Name) && request.Name.Length <= 100, "name",
            "Must have 1 to 100 characters.");
        errors.Check(request.StartsAt is not null, "startsAt", "Is required.");
        bool isLater = request.EndsAt > request.StartsAt
            && request.EndsAt.Value.ToUnixTimeMilliseconds() > boards.NowMs;
        errors.Check(isLater, "endsAt", "Must be later than 'startsAt', and to come.");
        errors.Check(request.MultiplierPercent is > 0 and <= 10_000, "multiplierPercent", "Must be 1 to 10000.");
        errors.Check(request.MaxPlayers is null or > 0, "maxPlayers", "Must be at least 1.");
        errors.Check(request.MaxAttempts is null or > 0, "maxAttempts", "Must be at least 1.");
        errors.Check(request.AttemptMinutes is null or (> 0 and <= MaxMinutes), "attemptMinutes",
            "Must be at least 1, and at most a year.");
        errors.Check(request.AttemptMinutes is null || request.NeedsJoining, "attemptMinutes",
            "Begins with joining: set 'needsJoining'.");
        bool isRegion = request.Region is null || GameModes.RegionOf(request.Region) != 0;
        errors.Check(isRegion, "region", "There is no such region.");
        return errors;
    }

    private static bool TryReadId(HttpContext context, out int id)
    {
        string? text = context.Request.RouteValues["event_id"] as string;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id) && id > 0;
    }
}
