namespace Catalog.Shell.Http;

/// <summary>The shape of a problem, for the API's description; <see cref="Problems"/> writes it.</summary>
public sealed record ProblemDocument(string Type, string Title, int Status, string Code)
{
    /// <summary>What is special about this occurrence.</summary>
    public string? Detail { get; init; }

    /// <summary>Names this request in the logs.</summary>
    public required string TraceId { get; init; }

    /// <summary>What is wrong with each field.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>Where seats are in the way: all of them, by label.</summary>
    public IReadOnlyList<string>? Seats { get; init; }
}
