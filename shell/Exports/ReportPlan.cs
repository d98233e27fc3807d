using Catalog.Engine.Wire;

namespace Catalog.Shell.Exports;

/// <summary>An export that is made again and again and sent by mail. Immutable.</summary>
public sealed record ReportPlan
{
    /// <summary>Mail addresses a report may go to.</summary>
    public const int MaxRecipients = 10;

    /// <summary>The next time of one that is paused.</summary>
    public const long Never = long.MaxValue;

    private const long HourMs = 60 * 60 * 1000;
    private const long DayMs = 24 * HourMs;

    /// <summary>Its id: 1, 2, 3 …</summary>
    public required ulong Id { get; init; }

    /// <summary>Who set it up.</summary>
    public required ulong UserId { get; init; }

    /// <summary>What is exported.</summary>
    public required string Source { get; init; }

    /// <summary>What it is narrowed by; the period is added to that.</summary>
    public required ExportArguments Arguments { get; init; }

    /// <summary>What it becomes.</summary>
    public required ExportFormat Format { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>The day of the week it is made on; null for every day.</summary>
    public required DayOfWeek? Weekday { get; init; }

    /// <summary>The hour it is made at, UTC.</summary>
    public required int HourUtc { get; init; }

    /// <summary>Where it goes.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>When it is made next, milliseconds since 1970; <see cref="Never"/> while it is paused.</summary>
    public long NextMs { get; init; }

    /// <summary>Whether it is not made until it is resumed.</summary>
    public bool IsPaused => NextMs == Never;

    /// <summary>How long a period is.</summary>
    public long PeriodMs => Weekday is null ? DayMs : 7 * DayMs;

    /// <summary>The first moment after another at which it is made. O(1).</summary>
    public long NextAfter(long timeMs)
    {
        long day = Math.DivRem(timeMs, DayMs, out long inDay);
        if (inDay >= HourUtc * HourMs) day++;
        // 1970 began on a Thursday.
        if (Weekday is { } weekday) day += ((int)weekday - (int)((day + 4) % 7) + 7) % 7;
        return (day * DayMs) + (HourUtc * HourMs);
    }

    internal static ReportPlan Read(ref MessagePackReader reader)
    {
        ulong id = reader.ReadUInt64();
        ulong userId = reader.ReadUInt64();
        string source = reader.ReadString();
        ExportArguments arguments = ExportArguments.Read(ref reader);
        var format = (ExportFormat)reader.ReadUInt64();
        string title = reader.ReadString();
        DayOfWeek? weekday = reader.TryReadNil() ? null : (DayOfWeek)reader.ReadInt32();
        int hour = reader.ReadInt32();
        string[] recipients = new string[reader.ReadArrayHeader()];
        for (int i = 0; i < recipients.Length; i++) recipients[i] = reader.ReadString();
        return new ReportPlan
        {
            Id = id,
            UserId = userId,
            Source = source,
            Arguments = arguments,
            Format = format,
            Title = title,
            Weekday = weekday,
            HourUtc = hour,
            Recipients = recipients,
            NextMs = reader.ReadInt64(),
        };
    }

    internal void Write(ref MessagePackWriter writer)
    {
        writer.Write(Id);
        writer.Write(UserId);
        writer.Write(Source);
        Arguments.Write(ref writer);
        writer.Write((ulong)Format);
        writer.Write(Title);
        if (Weekday is { } weekday) writer.Write((long)weekday);
        else writer.WriteNil();
        writer.Write((long)HourUtc);
        writer.WriteArrayHeader(Recipients.Count);
        foreach (string address in Recipients) writer.Write(address);
        writer.Write(NextMs);
    }
}
