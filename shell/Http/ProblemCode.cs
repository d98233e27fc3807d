namespace Catalog.Shell.Http;

/// <summary>One kind of error a client can meet: stable for ever, so that clients can branch on it.</summary>
/// <param name="Code">The stable name, lower snake case.</param>
/// <param name="Status">The HTTP status it comes with.</param>
/// <param name="Title">What it is, in one short sentence that never varies.</param>
/// <param name="Explanation">What the client can do about it; served under <see cref="Type"/>.</param>
public sealed record ProblemCode(string Code, int Status, string Title, string Explanation)
{
    /// <summary>The path every problem's page lies below.</summary>
    public const string TypePrefix = "/problems/";

    /// <summary>The problem type of RFC 9457: a URI reference this server answers with the explanation.</summary>
    public string Type { get; } = TypePrefix + Code;

    /// <summary>Seconds for <c>Retry-After</c>; 0 when trying again does not help.</summary>
    public int RetryAfterSeconds { get; init; }
}
