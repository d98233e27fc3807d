using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Core.Shards;
using Catalog.Shell.Audit.Commands;
using Catalog.Shell.Events;

namespace Catalog.Shell.Audit;

/// <summary>Writes and reads the audit log. Thread-safe.</summary>
public sealed partial class AuditLog(
    SystemHandle<AuditDay> handle, ProjectionView<AuditDays> days, ReadYourWrites reads, TimeProvider clock,
    ILogger<AuditLog> log)
{
    /// <summary>Records an entry; durable when it returns. What cannot be recorded is in the log at least.</summary>
    public async ValueTask RecordAsync(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var command = new RecordAudit(entry.TimeMs, entry);
        Reply<AuditPage> reply = await handle.ExecuteAsync<RecordAudit, AuditPage>(
            AuditMachine.PartitionOf(entry.TimeMs), command);
        if (!reply.HasValue || reply.Value.IsFull)
            Lost(log, entry.UserId, entry.Action, entry.Target, entry.Status, entry.TraceId);
    }

    /// <summary>Reads a page, newest first, everything included that was recorded before the call.</summary>
    /// <returns>Entries with day and number, and where the next page begins; null at the end.</returns>
    /// <exception cref="IOException">The engine does not answer.</exception>
    internal async Task<(List<(AuditEntry Entry, ulong Day, int Number)> Page, AuditCursor? Next)> ReadAsync(
        AuditFilter filter, AuditCursor from, int limit, CancellationToken cancel)
    {
        await reads.WaitAsync(days, cancel);
        var page = new List<(AuditEntry Entry, ulong Day, int Number)>();
        AuditCursor at = from;
        ulong first = AuditMachine.PartitionOf(Math.Max(0, filter.FromMs));
        while (days.Read(at.Day, static (all, day) => all.LastUpTo(day)) is { } day && day >= first)
        {
            if (day != at.Day) at = new AuditCursor(day, int.MaxValue);
            var query = new ReadAudit(
                clock.GetUtcNow().ToUnixTimeMilliseconds(), at.Before, limit - page.Count, filter);
            Reply<AuditPage> reply = await handle.ExecuteAsync<ReadAudit, AuditPage>(day, query);
            if (!reply.HasValue) throw new IOException($"The audit log does not answer: {reply.Status}.");
            for (int i = 0; i < reply.Value.Entries.Length; i++)
                page.Add((reply.Value.Entries[i], day, reply.Value.Numbers[i]));
            at = at with { Before = reply.Value.Next };
            if (page.Count == limit) return (page, HasMore(at, first) ? at : null);
            if (at.Before > 0) continue;
            if (day == 0) break;
            at = new AuditCursor(day - 1, int.MaxValue);
        }

        return (page, null);
    }

    private bool HasMore(AuditCursor at, ulong first) => at.Before > 0
        || (at.Day > first && days.Read(at.Day - 1, static (all, day) => all.LastUpTo(day)) >= first);

    [LoggerMessage(70, LogLevel.Error,
        "Not in the audit log: account {UserId}, {Action} {Target}, status {Status}, trace {TraceId}")]
    private static partial void Lost(
        ILogger logger, ulong userId, string action, string target, int status, string traceId);
}
