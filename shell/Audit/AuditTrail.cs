using Catalog.Shell.Auth;
using Catalog.Shell.Http;

namespace Catalog.Shell.Audit;

/// <summary>
/// Records what a request does before its answer is sent: whoever got an answer is in the log. Requests without a good
/// token did nothing and are not recorded; those whose role did not allow it are. Thread-safe.
/// </summary>
public sealed class AuditTrail(AuditLog log, Bearer bearer, TimeProvider clock)
{
    private const int MaxTarget = 200;
    private static readonly object TargetKey = new();

    /// <summary>Names what a request was about, where its path does not.</summary>
    public static void SetTarget(HttpContext context, string target)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Items[TargetKey] = target;
    }

    /// <summary>Runs a handler and records it.</summary>
    internal async Task RunAsync(HttpContext context, AuditedAction action, RequestDelegate handler)
    {
        if (!bearer.TryAuthenticate(context, out Caller caller))
        {
            await handler(context);
            return;
        }

        // A handler may end the very session it was called in, so who asks is found out before.
        bool isRecorded = false;
        context.Response.OnStarting(() => RecordAsync(context.Response.StatusCode).AsTask());
        try
        {
            await handler(context);
        }
        catch
        {
            await RecordAsync(StatusCodes.Status500InternalServerError);
            throw;
        }

        await RecordAsync(context.Response.StatusCode);

        ValueTask RecordAsync(int status)
        {
            if (isRecorded) return default;
            isRecorded = true;
            return log.RecordAsync(EntryOf(context, caller, action, status));
        }
    }

    private AuditEntry EntryOf(HttpContext context, Caller caller, AuditedAction action, int status)
    {
        string target = context.Items.TryGetValue(TargetKey, out object? set) && set is string named
            ? named
            : action.Parameter is { } parameter ? context.GetRouteValue(parameter) as string ?? "" : "";
        if (target.Length > MaxTarget) target = target[..MaxTarget];
        return new AuditEntry(
            clock.GetUtcNow().ToUnixTimeMilliseconds(),
            caller.UserId,
            action.Name,
            target,
            status,
            Problems.TraceId(context),
            context.Connection.RemoteIpAddress?.ToString() ?? "");
    }
}
