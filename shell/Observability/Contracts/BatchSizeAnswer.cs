namespace Catalog.Shell.Observability.Contracts;

/// <summary>How many batches were of a size.</summary>
/// <param name="UpTo">The largest size counted here; the one before ends below.</param>
/// <param name="Count">Batches since the start.</param>
public sealed record BatchSizeAnswer(
    int UpTo,
    long Count);
