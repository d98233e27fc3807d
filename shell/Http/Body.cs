namespace Catalog.Shell.Http;

/// <summary>A request's body, or the fact that there is none to use.</summary>
/// <param name="Value">
/// The decoded body; null when it was refused, and then the problem has been answered already.
/// </param>
/// <param name="Hash">
/// The first 64 bits of the SHA-256 of the raw bytes: the payload half of an idempotency key.
/// </param>
public readonly record struct Body<T>(T? Value, ulong Hash)
    where T : class;
