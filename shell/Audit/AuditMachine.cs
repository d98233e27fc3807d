using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;
using Catalog.Shell.Audit.Commands;
using Catalog.Shell.Audit.Events;

namespace Catalog.Shell.Audit;

/// <summary>
/// The audit log: a partition a day (UTC), its key the days since 1970. Days that nobody looks at lie in snapshots on
/// the disk. Nothing is ever changed or taken away.
/// </summary>
/// <remarks>Stateless, thread-safe.</remarks>
public sealed class AuditMachine :
    IMachine<AuditDay>,
    IDecider<AuditDay, RecordAudit, AuditPage>,
    IDecider<AuditDay, ReadAudit, AuditPage>,
    IApplier<AuditDay, AuditRecorded>
{
    /// <summary>The machine's wire id.</summary>
    public const byte Id = 252;

    private const long DayMs = 24 * 60 * 60 * 1000;

    /// <summary>Entries looked at in one query, so that none holds the loop for long.</summary>
    private const int MaxScanned = 20_000;

    /// <inheritdoc/>
    public byte SystemId => Id;

    /// <inheritdoc/>
    public string Name => "audit";

    /// <summary>The partition of a time.</summary>
    public static ulong PartitionOf(long timeMs) => (ulong)(timeMs / DayMs);

    /// <inheritdoc/>
    public AuditDay Create(ulong key) => new();

    /// <inheritdoc/>
    public long NextDueMs(AuditDay state) => long.MaxValue;

    /// <inheritdoc/>
    public void OnDue(AuditDay state, Decision decision)
    {
        // Nothing here waits for a timer.
    }

    /// <inheritdoc/>
    public AuditPage Decide(AuditDay state, in RecordAudit command, Decision decision)
    {
        bool isFull = state.Entries.Count >= AuditDay.MaxEntries;
        if (!isFull) decision.Emit(this, state, new AuditRecorded(command.Entry));
        return new AuditPage([], [], 0, isFull);
    }

    /// <inheritdoc/>
    public AuditPage Decide(AuditDay state, in ReadAudit command, Decision decision)
    {
        var entries = new List<AuditEntry>();
        var numbers = new List<int>();
        int at = Math.Min(command.Before, state.Entries.Count);
        int end = Math.Max(0, at - MaxScanned);
        while (at > end && entries.Count < command.Limit)
        {
            at--;
            if (!command.Filter.Takes(state.Entries[at])) continue;
            entries.Add(state.Entries[at]);
            numbers.Add(at);
        }

        return new AuditPage([.. entries], [.. numbers], at, false);
    }

    /// <inheritdoc/>
    public void Apply(AuditDay state, in AuditRecorded fact, long timeMs) => state.Entries.Add(fact.Entry);

    /// <inheritdoc/>
    public void Replay(AuditDay state, in EventHeader header, ref MessagePackReader payload)
    {
        if (header.Type != AuditRecorded.TypeId)
            throw new MessagePackFormatException($"The audit log knows no fact {header.Type}.");
        Apply(state, AuditRecorded.Read(ref payload, header.Version), header.TimeMs);
    }

    /// <inheritdoc/>
    public void Save(AuditDay state, ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(state.Entries.Count);
        foreach (AuditEntry entry in state.Entries) entry.Write(ref writer);
    }

    /// <inheritdoc/>
    public AuditDay Load(ulong key, ref MessagePackReader reader)
    {
        var state = new AuditDay();
        int count = reader.ReadArrayHeader();
        for (int i = 0; i < count; i++) state.Entries.Add(AuditEntry.Read(ref reader));
        return state;
    }
}
