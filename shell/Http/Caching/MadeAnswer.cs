namespace Catalog.Shell.Http.Caching;

/// <summary>An answer that was just made.</summary>
/// <param name="Version">The state it was made of, which may be a newer one than was asked for.</param>
/// <param name="Bytes">The answer; null when there is none to keep.</param>
public readonly record struct MadeAnswer(ulong Version, byte[]? Bytes);
