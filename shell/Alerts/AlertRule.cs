using Catalog.Engine.Wire;

namespace Catalog.Shell.Alerts;

/// <summary>
/// A condition over a rollup: when it holds long enough, there is an alert, until it holds no more. Immutable.
/// </summary>
public sealed record AlertRule
{
    /// <summary>Its id: 1, 2, 3 …</summary>
    public required ulong Id { get; init; }

    /// <summary>Who set it up.</summary>
    public required ulong UserId { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The system whose rollup it looks at.</summary>
    public required string System { get; init; }

    /// <summary>The rollup.</summary>
    public required string Rollup { get; init; }

    /// <summary>The measure.</summary>
    public required string Measure { get; init; }

    /// <summary>What it is narrowed to.</summary>
    public required IReadOnlyList<AlertFilter> Where { get; init; }

    /// <summary>How far back it looks.</summary>
    public required int WindowMinutes { get; init; }

    /// <summary>How it compares.</summary>
    public required AlertComparison Comparison { get; init; }

    /// <summary>With what.</summary>
    public required double Threshold { get; init; }

    /// <summary>How long the condition must hold first.</summary>
    public required int ForMinutes { get; init; }

    /// <summary>How long there is no other alert after one is over.</summary>
    public required int CooldownMinutes { get; init; }

    /// <summary>How bad it is.</summary>
    public required AlertSeverity Severity { get; init; }

    /// <summary>Who is told.</summary>
    public required AlertChannels Channels { get; init; }

    /// <summary>Whether it is looked at.</summary>
    public required bool IsEnabled { get; init; }

    /// <summary>Since when the condition holds without an alert yet, milliseconds since 1970; 0: it does not.</summary>
    public long PendingSinceMs { get; init; }

    /// <summary>The alert there is; 0 for none.</summary>
    public ulong OpenId { get; init; }

    /// <summary>Until when there is no other.</summary>
    public long QuietUntilMs { get; init; }

    /// <summary>Whether a value, and that of the window before, meet the condition. O(1).</summary>
    public bool IsMet(double value, double before) => Comparison switch
    {
        AlertComparison.Above => value > Threshold,
        AlertComparison.Below => value < Threshold,
        AlertComparison.RisesBy => before > 0 && value - before >= Threshold * before,
        AlertComparison.FallsBy => before > 0 && before - value >= Threshold * before,
        _ => false,
    };

    internal static AlertRule Read(ref MessagePackReader reader) => new()
    {
        Id = reader.ReadUInt64(),
        UserId = reader.ReadUInt64(),
        Name = reader.ReadString(),
        System = reader.ReadString(),
        Rollup = reader.ReadString(),
        Measure = reader.ReadString(),
        Where = ReadFilters(ref reader),
        WindowMinutes = reader.ReadInt32(),
        Comparison = (AlertComparison)reader.ReadInt32(),
        Threshold = reader.ReadDouble(),
        ForMinutes = reader.ReadInt32(),
        CooldownMinutes = reader.ReadInt32(),
        Severity = (AlertSeverity)reader.ReadInt32(),
        Channels = AlertChannels.Read(ref reader),
        IsEnabled = reader.ReadBoolean(),
        PendingSinceMs = reader.ReadInt64(),
        OpenId = reader.ReadUInt64(),
        QuietUntilMs = reader.ReadInt64(),
    };

    internal void Write(ref MessagePackWriter writer)
    {
        writer.Write(Id);
        writer.Write(UserId);
        writer.Write(Name);
        writer.Write(System);
        writer.Write(Rollup);
        writer.Write(Measure);
        writer.WriteArrayHeader(Where.Count);
        foreach (AlertFilter filter in Where)
        {
            writer.Write(filter.Dimension);
            writer.WriteArrayHeader(filter.Values.Count);
            foreach (ulong value in filter.Values) writer.Write(value);
        }

        writer.Write((long)WindowMinutes);
        writer.Write((long)Comparison);
        writer.Write(Threshold);
        writer.Write((long)ForMinutes);
        writer.Write((long)CooldownMinutes);
        writer.Write((long)Severity);
        Channels.Write(ref writer);
        writer.Write(IsEnabled);
        writer.Write(PendingSinceMs);
        writer.Write(OpenId);
        writer.Write(QuietUntilMs);
    }

    private static AlertFilter[] ReadFilters(ref MessagePackReader reader)
    {
        var filters = new AlertFilter[reader.ReadArrayHeader()];
        for (int i = 0; i < filters.Length; i++)
        {
            string dimension = reader.ReadString();
            ulong[] values = new ulong[reader.ReadArrayHeader()];
            for (int j = 0; j < values.Length; j++) values[j] = reader.ReadUInt64();
            filters[i] = new AlertFilter(dimension, values);
        }

        return filters;
    }
}
