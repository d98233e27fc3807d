using Catalog.Engine.Core.Machines;
using Catalog.Shell.Alerts.Commands;
using Catalog.Shell.Alerts.Contracts;
using Catalog.Shell.Audit;
using Catalog.Shell.Auth;
using Catalog.Shell.Http;

namespace Catalog.Shell.Alerts;

/// <summary>Alerts that are there and were. For administrators. Thread-safe.</summary>
internal sealed class AlertEndpoints(AlertDesk desk, Bearer bearer, TimeProvider clock)
{
    private const string Tag = "Alerts";
    private const int DefaultLimit = 50;
    private const int MaxLimit = 500;
    private const int FigureDays = 30;
    private const int MaxNote = 500;

    private static readonly (string Name, Func<Alert, bool> Takes)[] States =
    [
        ("all", static _ => true), ("active", static alert => !alert.IsOver),
        ("open", static alert => !alert.IsOver && alert.AcknowledgedMs == 0),
        ("acknowledged", static alert => !alert.IsOver && alert.AcknowledgedMs != 0),
        ("resolved", static alert => alert.IsOver),
    ];

    /// <summary>Maps everything below <c>/api/admin/alerts</c> but the rules.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder admin = routes.MapGroup("/api/admin/alerts");
        admin.MapGet("", bearer.RequireAdmin(ListAsync))
            .Describe(Tag, "Alerts, newest first").NeedsToken(AccountRole.Admin)
            .Query("state", "'all', 'active', 'open', 'acknowledged' or 'resolved'")
            .Query("system", "About this system").Query("limit", "Alerts a page, 1 to 500")
            .Query("cursor", "'nextCursor' of the page before")
            .Gives<AlertListAnswer>().Fails(400, 401, 403, 503);
        admin.MapGet("/figures", bearer.RequireAdmin(ReadFiguresAsync))
            .Describe(Tag, "How long alerts of the last 30 days took to be seen and to be over")
            .NeedsToken(AccountRole.Admin).Gives<AlertFiguresAnswer>().Fails(401, 403, 503);
        admin.MapGet("/{id}", bearer.RequireAdmin(FindAsync))
            .Describe(Tag, "An alert as it stands").NeedsToken(AccountRole.Admin)
            .Gives<AlertAnswer>().Fails(401, 403, 404, 503);
        admin.MapPost("/{id}/acknowledge", bearer.RequireAdmin(AcknowledgeAsync))
            .Describe(Tag, "Say that an alert was seen").NeedsToken(AccountRole.Admin)
            .Gives<AlertAnswer>().Fails(401, 403, 404, 409, 503, 507).Audited("alert.acknowledge", "id");
        admin.MapPost("/{id}/resolve", bearer.RequireAdmin(ResolveAsync))
            .Describe(Tag, "Say that an alert is over").NeedsToken(AccountRole.Admin)
            .Takes<ResolveRequest>().Gives<AlertAnswer>().Fails(400, 401, 403, 404, 409, 413, 415, 503, 507)
            .Audited("alert.resolve", "id");
    }

    /// <summary>Everything there is, or null when the problem has been answered.</summary>
    internal static async ValueTask<AlertListing?> ReadAsync(HttpContext context, AlertDesk desk)
    {
        Reply<AlertListing> reply = await desk.ListAsync();
        if (reply.HasValue) return reply.Value;
        await Problems.WriteAsync(context, reply.Status);
        return null;
    }

    /// <summary>Answers the problem of a command that was not done.</summary>
    internal static async ValueTask<bool> RefusedAsync(HttpContext context, Reply<AlertResult> reply)
    {
        if (reply is { HasValue: true, Value.Outcome: AlertOutcome.Done }) return false;
        ProblemCode problem = !reply.HasValue
            ? Problems.Of(reply.Status)
            : reply.Value.Outcome switch
            {
                AlertOutcome.Full => AlertProblems.Full,
                AlertOutcome.Over => AlertProblems.Over,
                _ => ProblemCodes.NotFound,
            };
        await Problems.WriteAsync(context, problem);
        return true;
    }

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var query = new QueryReader(context);
        Func<Alert, bool> takes = query.Choice("state", States);
        string? system = query.Text("system");
        int limit = query.Number("limit", 1, MaxLimit) ?? DefaultLimit;
        ulong before = query.Id("cursor") ?? ulong.MaxValue;
        if (await query.RefusedAsync()) return;
        if (await ReadAsync(context, desk) is not { } all) return;
        Alert[] left =
        [
            .. all.Alerts.Reverse().Where(alert =>
                alert.Id < before && takes(alert) && (system is null || alert.System == system)),
        ];
        AlertAnswer[] page = [.. left.Take(limit).Select(AlertAnswer.Of)];
        int open = all.Alerts.Count(static alert => !alert.IsOver && alert.AcknowledgedMs == 0);
        var answer = new AlertListAnswer(page, left.Length > limit, open)
        {
            NextCursor = left.Length > limit ? page[^1].Id : null,
        };
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, AlertJson.Default.AlertListAnswer);
    }

    private async Task ReadFiguresAsync(HttpContext context, Caller caller)
    {
        if (await ReadAsync(context, desk) is not { } all) return;
        long since = clock.GetUtcNow().AddDays(-FigureDays).ToUnixTimeMilliseconds();
        AlertFiguresAnswer answer = AlertFigures.Of([.. all.Alerts.Where(each => each.RaisedMs >= since)], FigureDays);
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, AlertJson.Default.AlertFiguresAnswer);
    }

    private async Task FindAsync(HttpContext context, Caller caller)
    {
        if (await ReadAsync(context, desk) is not { } all) return;
        bool isId = IdText.TryRead(context, "id", out ulong id);
        Alert? alert = isId ? Array.Find(all.Alerts, each => each.Id == id) : null;
        if (alert is null) await Problems.WriteAsync(context, ProblemCodes.NotFound);
        else await WriteAsync(context, alert);
    }

    private async Task AcknowledgeAsync(HttpContext context, Caller caller)
    {
        if (!IdText.TryRead(context, "id", out ulong id)) await Problems.WriteAsync(context, ProblemCodes.NotFound);
        else await AnswerAsync(context, await desk.AcknowledgeAsync(id, caller.UserId));
    }

    private async Task ResolveAsync(HttpContext context, Caller caller)
    {
        Body<ResolveRequest> body = await RequestBody.ReadAsync(context, AlertJson.Default.ResolveRequest);
        if (body.Value is not { } request) return;
        if (request.Note is { Length: > MaxNote })
        {
            await Problems.WriteAsync(context, ProblemCodes.InvalidBody, FieldErrors.Of("note", "Is too long."));
            return;
        }

        if (!IdText.TryRead(context, "id", out ulong id)) await Problems.WriteAsync(context, ProblemCodes.NotFound);
        else await AnswerAsync(context, await desk.ResolveAsync(id, caller.UserId, request.Note));
    }

    private async Task AnswerAsync(HttpContext context, Reply<AlertResult> reply)
    {
        if (await RefusedAsync(context, reply)) return;
        if (await ReadAsync(context, desk) is not { } all) return;
        Alert? alert = Array.Find(all.Alerts, each => each.Id == reply.Value.Id);
        if (alert is null) await Problems.WriteAsync(context, ProblemCodes.NotFound);
        else await WriteAsync(context, alert);
    }

    private static Task WriteAsync(HttpContext context, Alert alert) => JsonResponse.WriteAsync(
        context, StatusCodes.Status200OK, AlertAnswer.Of(alert), AlertJson.Default.AlertAnswer);
}
