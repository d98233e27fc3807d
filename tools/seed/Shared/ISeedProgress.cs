namespace Catalog.Seed.Shared;

/// <summary>
/// Told how far the work is, by one caller at a time; throws <see cref="OperationCanceledException"/> to interrupt it.
/// </summary>
internal interface ISeedProgress
{
    /// <summary>Begins a step; the one before is done.</summary>
    void Begin(string step, long total);

    /// <summary>So much of the step is done.</summary>
    void Report(long done);
}
