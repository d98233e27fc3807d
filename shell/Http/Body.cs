namespace Catalog.Shell.Http;

/// <summary>A request's body, or the fact that there is none to use.</summary>
/// <param name="Value">
/// The decoded body; null when it was refused, and then the problem has been answered already.
/// </param>
/// <param name="Hash">
/// The XXH3 hash of the raw bytes: the payload half of an idempotency key. It tells bodies apart that differ by chance;
/// whoever makes two that share it, under a key of their own, only gets their own first answer.
/// </param>
public readonly record struct Body<T>(T? Value, ulong Hash)
    where T : class;
