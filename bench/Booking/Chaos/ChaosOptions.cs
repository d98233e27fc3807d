namespace Catalog.Bench.Booking.Chaos;

/// <summary>What a cluster is made of that things are done to.</summary>
internal sealed record ChaosOptions
{
    /// <summary>To whom what is done, and what buyers want.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many servers.</summary>
    public int NodeCount { get; init; } = 3;

    /// <summary>How many showtimes are on sale.</summary>
    public int ShowtimeCount { get; init; } = 20;

    /// <summary>The folder of Apache Kafka's jar files; null for a cluster without a broker.</summary>
    public string? KafkaLibraries { get; init; }
}
