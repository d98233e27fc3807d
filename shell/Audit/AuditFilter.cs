using Catalog.Engine.Wire;

namespace Catalog.Shell.Audit;

/// <summary>Which entries are looked for; what is not set does not filter.</summary>
public readonly record struct AuditFilter
{
    private const int FieldCount = 6;

    /// <summary>Of this account.</summary>
    public ulong? UserId { get; init; }

    /// <summary>An action, or with a dot at its end all that begin so: <c>movie.</c></summary>
    public string? Action { get; init; }

    /// <summary>Of this target.</summary>
    public string? Target { get; init; }

    /// <summary>Whether those that were refused or failed are looked for (true), the others (false), or all.</summary>
    public bool? IsRefused { get; init; }

    /// <summary>At this time or later, milliseconds since 1970.</summary>
    public long FromMs { get; init; }

    /// <summary>Before this time.</summary>
    public long ToMs { get; init; }

    /// <summary>Whether an entry is one of them. O(length of the action).</summary>
    internal bool Takes(AuditEntry entry)
    {
        bool isThen = entry.TimeMs >= FromMs && entry.TimeMs < ToMs;
        if (!isThen || (UserId is { } user && user != entry.UserId)) return false;
        if (Target is not null && Target != entry.Target) return false;
        if (IsRefused is { } refused && refused != entry.Status >= 400) return false;
        if (Action is null) return true;
        return Action.EndsWith('.')
            ? entry.Action.StartsWith(Action, StringComparison.Ordinal)
            : entry.Action == Action;
    }

    internal void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        if (UserId is { } user) writer.Write(user);
        else writer.WriteNil();
        writer.WriteStringOrNil(Action);
        writer.WriteStringOrNil(Target);
        if (IsRefused is { } refused) writer.Write(refused);
        else writer.WriteNil();
        writer.Write(FromMs);
        writer.Write(ToMs);
    }

    internal static AuditFilter Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var filter = new AuditFilter
        {
            UserId = reader.TryReadNil() ? null : reader.ReadUInt64(),
            Action = reader.ReadStringOrNil(),
            Target = reader.ReadStringOrNil(),
            IsRefused = reader.TryReadNil() ? null : reader.ReadBoolean(),
            FromMs = reader.ReadInt64(),
            ToMs = reader.ReadInt64(),
        };
        WireFields.End(ref reader, further);
        return filter;
    }
}
