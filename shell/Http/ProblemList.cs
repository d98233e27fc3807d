namespace Catalog.Shell.Http;

/// <summary>A member of its own in a problem document (RFC 9457, section 3.2): a list of texts.</summary>
/// <param name="Name">The member's name.</param>
/// <param name="Values">What it lists.</param>
public sealed record ProblemList(string Name, IReadOnlyList<string> Values);
