using Catalog.Engine.Wire;

namespace Catalog.Shell.Alerts;

/// <summary>Something an operator should know, as it stands. Immutable.</summary>
public sealed record Alert
{
    /// <summary>The detail that leads to the web app's page where something can be done: a path.</summary>
    public const string LinkDetail = "link";

    /// <summary>Its id: 1, 2, 3 …</summary>
    public required ulong Id { get; init; }

    /// <summary>The rule behind it; 0 when a system raised it itself.</summary>
    public ulong RuleId { get; init; }

    /// <summary>The system it is about.</summary>
    public required string System { get; init; }

    /// <summary>What it is about within the system: there is one at a time for each.</summary>
    public required string Key { get; init; }

    /// <summary>What is the matter, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>What is the matter, in a sentence or two.</summary>
    public required string Text { get; init; }

    /// <summary>How bad it is.</summary>
    public required AlertSeverity Severity { get; init; }

    /// <summary>The value that raised it.</summary>
    public double Value { get; init; }

    /// <summary>More about it, as a suggested price.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>();

    /// <summary>Who is told.</summary>
    public AlertChannels Channels { get; init; } = AlertChannels.None;

    /// <summary>When it was raised, milliseconds since 1970.</summary>
    public long RaisedMs { get; init; }

    /// <summary>When somebody said to have seen it; 0 before.</summary>
    public long AcknowledgedMs { get; init; }

    /// <summary>Who; 0 before.</summary>
    public ulong AcknowledgedBy { get; init; }

    /// <summary>When it was over; 0 before.</summary>
    public long ResolvedMs { get; init; }

    /// <summary>Who resolved it; 0 when it went by itself.</summary>
    public ulong ResolvedBy { get; init; }

    /// <summary>What whoever resolved it had to say.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it is over.</summary>
    public bool IsOver => ResolvedMs != 0;

    internal static Alert Read(ref MessagePackReader reader) => new()
    {
        Id = reader.ReadUInt64(),
        RuleId = reader.ReadUInt64(),
        System = reader.ReadString(),
        Key = reader.ReadString(),
        Title = reader.ReadString(),
        Text = reader.ReadString(),
        Severity = (AlertSeverity)reader.ReadInt32(),
        Value = reader.ReadDouble(),
        Details = ReadDetails(ref reader),
        Channels = AlertChannels.Read(ref reader),
        RaisedMs = reader.ReadInt64(),
        AcknowledgedMs = reader.ReadInt64(),
        AcknowledgedBy = reader.ReadUInt64(),
        ResolvedMs = reader.ReadInt64(),
        ResolvedBy = reader.ReadUInt64(),
        Note = reader.ReadStringOrNil(),
    };

    internal void Write(ref MessagePackWriter writer)
    {
        writer.Write(Id);
        writer.Write(RuleId);
        writer.Write(System);
        writer.Write(Key);
        writer.Write(Title);
        writer.Write(Text);
        writer.Write((long)Severity);
        writer.Write(Value);
        writer.WriteArrayHeader(Details.Count);
        foreach ((string name, string value) in Details.OrderBy(static each => each.Key, StringComparer.Ordinal))
        {
            writer.Write(name);
            writer.Write(value);
        }

        Channels.Write(ref writer);
        writer.Write(RaisedMs);
        writer.Write(AcknowledgedMs);
        writer.Write(AcknowledgedBy);
        writer.Write(ResolvedMs);
        writer.Write(ResolvedBy);
        writer.WriteStringOrNil(Note);
    }

    private static Dictionary<string, string> ReadDetails(ref MessagePackReader reader)
    {
        var details = new Dictionary<string, string>(StringComparer.Ordinal);
        int count = reader.ReadArrayHeader();
        for (int i = 0; i < count; i++)
        {
            string name = reader.ReadString();
            details[name] = reader.ReadString();
        }

        return details;
    }
}
