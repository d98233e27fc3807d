namespace Catalog.Shell.Cluster.Kafka;

/// <summary>A message on its way to a broker.</summary>
internal sealed class KafkaRecord
{
    /// <summary>The topic, with its prefix.</summary>
    public required string Topic { get; init; }

    /// <summary>What decides its partition: messages of one key stay in order.</summary>
    public required byte[] Key { get; init; }

    /// <summary>The envelope.</summary>
    public required byte[] Value { get; init; }

    /// <summary>What the envelope says, again, for those who look at headers only.</summary>
    public required IReadOnlyList<KeyValuePair<string, byte[]>> Headers { get; init; }

    /// <summary>When it happened, milliseconds since 1970.</summary>
    public required long TimeMs { get; init; }

    /// <summary>Whether a broker has it. Written once, under the producer's lock.</summary>
    public bool IsAcknowledged { get; set; }
}
