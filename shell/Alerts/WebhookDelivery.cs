using Catalog.Engine.Wire;

namespace Catalog.Shell.Alerts;

/// <summary>
/// A call of a webhook that is still to be made, or that was given up until somebody has it tried again. Immutable.
/// </summary>
public sealed record WebhookDelivery
{
    /// <summary>Its id: 1, 2, 3 … The same however often it is tried.</summary>
    public required ulong Id { get; init; }

    /// <summary>What happened to the alert.</summary>
    public required AlertChange Change { get; init; }

    /// <summary>The alert as it stood then; its channels name the webhook.</summary>
    public required Alert Alert { get; init; }

    /// <summary>When it happened, milliseconds since 1970.</summary>
    public required long QueuedMs { get; init; }

    /// <summary>How often it was tried before it was given up.</summary>
    public int Attempts { get; init; }

    /// <summary>Why the last attempt failed.</summary>
    public string? Error { get; init; }

    /// <summary>When it was given up; 0 while it is still to be made.</summary>
    public long ParkedMs { get; init; }

    /// <summary>Whether it waits for somebody.</summary>
    public bool IsParked => ParkedMs != 0;

    /// <summary>Where it goes.</summary>
    public string Address => Alert.Channels.Webhook ?? "";

    internal static WebhookDelivery Read(ref MessagePackReader reader) => new()
    {
        Id = reader.ReadUInt64(),
        Change = (AlertChange)reader.ReadInt32(),
        Alert = Alert.Read(ref reader),
        QueuedMs = reader.ReadInt64(),
        Attempts = reader.ReadInt32(),
        Error = reader.ReadStringOrNil(),
        ParkedMs = reader.ReadInt64(),
    };

    internal void Write(ref MessagePackWriter writer)
    {
        writer.Write(Id);
        writer.Write((long)Change);
        Alert.Write(ref writer);
        writer.Write(QueuedMs);
        writer.Write((long)Attempts);
        writer.WriteStringOrNil(Error);
        writer.Write(ParkedMs);
    }
}
