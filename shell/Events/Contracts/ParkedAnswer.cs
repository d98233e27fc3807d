using System.Globalization;
using Catalog.Engine.Core.Consumers;

namespace Catalog.Shell.Events.Contracts;

/// <summary>A fact a consumer gave up on.</summary>
public sealed record ParkedAnswer
{
    /// <summary>Its journal position, which is its id.</summary>
    public required long Position { get; init; }

    /// <summary>The system it belongs to.</summary>
    public required byte System { get; init; }

    /// <summary>The partition it happened to.</summary>
    public required string Partition { get; init; }

    /// <summary>Its type within the system.</summary>
    public required int Type { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>When it was parked.</summary>
    public required DateTimeOffset ParkedAt { get; init; }

    /// <summary>How often it was tried.</summary>
    public required int Attempts { get; init; }

    /// <summary>What the last attempt failed with.</summary>
    public required string Error { get; init; }

    /// <summary>Its encoded payload, in Base64.</summary>
    public required string Payload { get; init; }

    /// <summary>Makes the answer of a parked fact.</summary>
    internal static ParkedAnswer Of(ParkedEvent parked) => new()
    {
        Position = parked.Header.Position,
        System = parked.Header.Partition.System,
        Partition = parked.Header.Partition.Key.ToString(CultureInfo.InvariantCulture),
        Type = parked.Header.Type,
        Time = DateTimeOffset.FromUnixTimeMilliseconds(parked.Header.TimeMs),
        ParkedAt = DateTimeOffset.FromUnixTimeMilliseconds(parked.ParkedAtMs),
        Attempts = parked.Attempts,
        Error = parked.Error,
        Payload = Convert.ToBase64String(parked.Payload.Span),
    };
}
