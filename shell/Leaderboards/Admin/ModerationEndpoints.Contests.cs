using System.Globalization;
using Catalog.Engine.Core.Machines;
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
        routes.MapPost("/api/admin/events/{mode}", bearer.RequireAdmin(AddContestAsync))
            .Describe(Tag, "Plan an event or a tournament")
            .NeedsToken(AccountRole.Admin).NeedsIdempotencyKey().Takes<ContestRequest>()
            .Gives<SavedAnswer>(StatusCodes.Status201Created)
            .Fails(400, 401, 403, 404, 413, 415, 422, 503, 507).Audited("event.add");
        routes.MapPut("/api/admin/events/{mode}/{event_id}", bearer.RequireAdmin(ChangeContestAsync))
            .Describe(Tag, "Replace the rules of an event or a tournament that has not ended")
            .NeedsToken(AccountRole.Admin).NeedsRevision().Takes<ContestRequest>().Gives<SavedAnswer>()
            .Fails(400, 401, 403, 404, 409, 412, 413, 415, 428, 503, 507).Audited("event.change", "event_id");
        routes.MapDelete("/api/admin/events/{mode}/{event_id}", bearer.RequireAdmin(EndContestAsync))
            .Describe(Tag, "Call an event or a tournament off: nobody is rewarded")
            .NeedsToken(AccountRole.Admin).NeedsRevision().Gives(StatusCodes.Status204NoContent)
            .Fails(400, 401, 403, 404, 409, 412, 428, 503, 507).Audited("event.end", "event_id");
    }

    private async Task AddContestAsync(HttpContext context, Caller caller)
    {
        if (await FindModeAsync(context) is not { } mode) return;
        Body<ContestRequest> body = await RequestBody.ReadAsync(context, LeaderboardsJson.Default.ContestRequest);
        if (body.Value is not { } request || await TermsOfAsync(context, 0, request) is not { } terms) return;
        if (await ReadKeyAsync(context, caller, "event.add", body.Hash ^ mode.Id) is not { } key) return;
        var command = new SaveContest(boards.NowMs, terms, key);
        await SaveContestAsync(context, mode, command, ProblemCodes.RevisionConflict);
    }

    private async Task ChangeContestAsync(HttpContext context, Caller caller)
    {
        if (await FindModeAsync(context) is not { } mode) return;
        if (await Precondition.ReadAsync(context) is not { } seen) return;
        Body<ContestRequest> body = await RequestBody.ReadAsync(context, LeaderboardsJson.Default.ContestRequest);
        if (body.Value is not { } request) return;
        if (!TryReadId(context, out int id)) await Problems.WriteAsync(context, ProblemCodes.NotFound);
        else if (await TermsOfAsync(context, id, request) is { } terms)
        {
            var command = new SaveContest(boards.NowMs, terms, ExpectedRevision: seen.Revision);
            await SaveContestAsync(context, mode, command, seen.Conflict);
        }
    }

    private async Task SaveContestAsync(HttpContext context, GameMode mode, SaveContest command, ProblemCode conflict)
    {
        Reply<BoardResult> reply = await boards.AskAsync<SaveContest, BoardResult>(mode, in command);
        if (await RefusedAsync(context, reply, conflict)) return;
        string id = IdText.Of((ulong)reply.Value.Number);
        AuditTrail.SetTarget(context, id);
        bool isNew = command.ExpectedRevision == 0;
        await JsonResponse.WriteAsync(
            context, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK,
            new SavedAnswer(id, command.ExpectedRevision + 1), LeaderboardsJson.Default.SavedAnswer);
    }

    private async Task EndContestAsync(HttpContext context, Caller caller)
    {
        if (await FindModeAsync(context) is not { } mode) return;
        if (await Precondition.ReadAsync(context) is not { } seen) return;
        if (!TryReadId(context, out int id))
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound);
            return;
        }

        Reply<BoardResult> reply = await boards.AskAsync<EndContest, BoardResult>(
            mode, new EndContest(boards.NowMs, id, ExpectedRevision: seen.Revision));
        if (!await RefusedAsync(context, reply, seen.Conflict))
            context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static async ValueTask<bool> RefusedAsync(
        HttpContext context, Reply<BoardResult> reply, ProblemCode conflict)
    {
        if (reply.HasValue && reply.Value.Code == BoardCode.Ok) return false;
        if (!reply.HasValue) await Problems.WriteAsync(context, reply.Status);
        else if (reply.Value.Code == BoardCode.RevisionConflict) await Problems.WriteAsync(context, conflict);
        else await Problems.WriteAsync(context, LeaderboardProblems.Of(reply.Value.Code));
        return true;
    }

    private async ValueTask<ContestTerms?> TermsOfAsync(HttpContext context, int id, ContestRequest request)
    {
        FieldErrors errors = Check(request);
        if (!errors.IsEmpty)
        {
            await Problems.WriteAsync(context, ProblemCodes.InvalidBody, errors);
            return null;
        }

        return new ContestTerms
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
