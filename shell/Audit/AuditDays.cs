using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Audit;

/// <summary>
/// On which days operators did anything, and how often: where to look. O(1) a fact. Not thread-safe: read it through
/// its view.
/// </summary>
public sealed class AuditDays : IProjection
{
    private readonly SortedDictionary<ulong, long> _days = [];

    /// <inheritdoc/>
    public string Name => "audit-days";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    /// <remarks>A folder from before there was an audit log has no entries that could be missed.</remarks>
    public bool MayBeginLate => true;

    /// <summary>Entries of all days.</summary>
    public long Count { get; private set; }

    /// <summary>The latest day that has entries, up to another one; null when there is none. O(days).</summary>
    public ulong? LastUpTo(ulong day)
    {
        ulong? found = null;
        foreach (ulong each in _days.Keys)
        {
            if (each > day) break;
            found = each;
        }

        return found;
    }

    /// <inheritdoc/>
    public bool Wants(in EventHeader header) => header.Partition.System == AuditMachine.Id;

    /// <inheritdoc/>
    public void Apply(in EventHeader header, ReadOnlySpan<byte> payload)
    {
        _days[header.Partition.Key] = _days.GetValueOrDefault(header.Partition.Key) + 1;
        Count++;
    }

    /// <inheritdoc/>
    public void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(_days.Count);
        foreach ((ulong day, long count) in _days)
        {
            writer.Write(day);
            writer.Write(count);
        }
    }

    /// <inheritdoc/>
    public void Load(ref MessagePackReader reader)
    {
        Reset();
        int count = reader.ReadArrayHeader();
        for (int i = 0; i < count; i++)
        {
            ulong day = reader.ReadUInt64();
            long entries = reader.ReadInt64();
            _days[day] = entries;
            Count += entries;
        }
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _days.Clear();
        Count = 0;
    }
}
