using System.IO.Hashing;
using System.Text;
using Catalog.Shell.Audit.Contracts;
using Catalog.Shell.Auth;
using Catalog.Shell.Http;

namespace Catalog.Shell.Audit;

/// <summary>Reading the audit log. For administrators. Thread-safe.</summary>
internal sealed class AuditEndpoint(AuditLog log, Accounts accounts, Bearer bearer)
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 500;

    private static readonly (string Name, bool? IsRefused)[] Results =
        [("all", null), ("done", false), ("refused", true)];

    /// <summary>Maps <c>GET /api/admin/audit</c>.</summary>
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/admin/audit", bearer.RequireAdmin(HandleAsync))
            .Describe("Audit", "What operators did and were refused, newest first").NeedsToken(AccountRole.Admin)
            .Query("user_id", "Of this account")
            .Query("action", "An action as in 'movie.change', or all that begin so: 'movie.'")
            .Query("target", "Of this film, showtime, account …").Query("result", "'all', 'done' or 'refused'")
            .Query("from", "On this day or later").Query("to", "Before this day")
            .Query("limit", "Entries a page, 1 to 500").Query("cursor", "'nextCursor' of the page before")
            .Gives<AuditListAnswer>().Fails(400, 401, 403, 503);

    /// <summary>What an entry came to, in a word.</summary>
    internal static string ResultOf(int status) => status < 400 ? "done" : status < 500 ? "refused" : "failed";

    private async Task HandleAsync(HttpContext context, Caller caller)
    {
        var query = new QueryReader(context);
        AuditFilter filter = FilterOf(query);
        int limit = query.Number("limit", 1, MaxLimit) ?? DefaultLimit;
        string? text = query.Text("cursor");
        if (await query.RefusedAsync()) return;
        uint hash = XxHash32.HashToUInt32(Encoding.UTF8.GetBytes(filter.ToString()));
        AuditCursor from = AuditCursor.At(filter.ToMs - 1);
        if (text is not null && !AuditCursor.TryParse(text, hash, out from))
        {
            await Problems.WriteAsync(context, ProblemCodes.InvalidCursor);
            return;
        }

        (List<(AuditEntry Entry, ulong Day, int Number)> page, AuditCursor? next) =
            await log.ReadAsync(filter, from, limit, context.RequestAborted);
        var items = new List<AuditEntryAnswer>(page.Count);
        foreach ((AuditEntry entry, ulong day, int number) in page)
            items.Add(Of(entry, $"{day}-{number}", (await accounts.NameOfAsync(entry.UserId))?.Name));
        var answer = new AuditListAnswer(items, next is not null) { NextCursor = next?.ToText(hash) };
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, AuditJson.Default.AuditListAnswer);
    }

    private static AuditFilter FilterOf(QueryReader query) => new()
    {
        UserId = query.Id("user_id"),
        Action = query.Text("action"),
        Target = query.Text("target"),
        IsRefused = query.Choice("result", Results),
        FromMs = query.Day("from") is { } from ? StartOf(from) : 0,
        ToMs = query.Day("to") is { } to ? StartOf(to) : DateTimeOffset.MaxValue.ToUnixTimeMilliseconds(),
    };

    private static long StartOf(DateOnly day) =>
        new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private static AuditEntryAnswer Of(AuditEntry entry, string id, string? name) => new(
        id,
        DateTimeOffset.FromUnixTimeMilliseconds(entry.TimeMs),
        IdText.Of(entry.UserId),
        name,
        entry.Action,
        entry.Target,
        ResultOf(entry.Status),
        entry.Status,
        entry.TraceId,
        entry.Address);
}
