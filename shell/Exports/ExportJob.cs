using Catalog.Engine.Wire;

namespace Catalog.Shell.Exports;

/// <summary>An export that was asked for, as it stands. Immutable.</summary>
public sealed record ExportJob
{
    /// <summary>Its id: 1, 2, 3 …</summary>
    public required ulong Id { get; init; }

    /// <summary>Who asked for it.</summary>
    public required ulong UserId { get; init; }

    /// <summary>What is exported.</summary>
    public required string Source { get; init; }

    /// <summary>What it is narrowed by.</summary>
    public required ExportArguments Arguments { get; init; }

    /// <summary>What it becomes.</summary>
    public required ExportFormat Format { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>When it was asked for, milliseconds since 1970.</summary>
    public required long RequestedMs { get; init; }

    /// <summary>The report it belongs to; 0 for none.</summary>
    public ulong ReportId { get; init; }

    /// <summary>The end of the report's period, milliseconds since 1970.</summary>
    public long PeriodEndMs { get; init; }

    /// <summary>The days the report's period has.</summary>
    public int PeriodDays { get; init; }

    /// <summary>How far it is.</summary>
    public ExportState State { get; init; } = ExportState.Queued;

    /// <summary>How often it was begun.</summary>
    public int Attempts { get; init; }

    /// <summary>When it ended; 0 before.</summary>
    public long EndedMs { get; init; }

    /// <summary>Rows in the file.</summary>
    public long RowCount { get; init; }

    /// <summary>Bytes of the file.</summary>
    public long SizeBytes { get; init; }

    /// <summary>Why it failed.</summary>
    public string? Error { get; init; }

    /// <summary>Whether nothing more will happen to it.</summary>
    public bool IsOver => State is ExportState.Done or ExportState.Failed or ExportState.Cancelled;

    internal static ExportJob Read(ref MessagePackReader reader) => new()
    {
        Id = reader.ReadUInt64(),
        UserId = reader.ReadUInt64(),
        Source = reader.ReadString(),
        Arguments = ExportArguments.Read(ref reader),
        Format = (ExportFormat)reader.ReadUInt64(),
        Title = reader.ReadString(),
        RequestedMs = reader.ReadInt64(),
        ReportId = reader.ReadUInt64(),
        PeriodEndMs = reader.ReadInt64(),
        PeriodDays = reader.ReadInt32(),
        State = (ExportState)reader.ReadUInt64(),
        Attempts = reader.ReadInt32(),
        EndedMs = reader.ReadInt64(),
        RowCount = reader.ReadInt64(),
        SizeBytes = reader.ReadInt64(),
        Error = reader.ReadStringOrNil(),
    };

    internal void Write(ref MessagePackWriter writer)
    {
        writer.Write(Id);
        writer.Write(UserId);
        writer.Write(Source);
        Arguments.Write(ref writer);
        writer.Write((ulong)Format);
        writer.Write(Title);
        writer.Write(RequestedMs);
        writer.Write(ReportId);
        writer.Write(PeriodEndMs);
        writer.Write((long)PeriodDays);
        writer.Write((ulong)State);
        writer.Write((long)Attempts);
        writer.Write(EndedMs);
        writer.Write(RowCount);
        writer.Write(SizeBytes);
        writer.WriteStringOrNil(Error);
    }
}
