namespace Catalog.Seed.Shared;

/// <summary>Told how far the work is. Called by one caller at a time.</summary>
internal interface ISeedProgress
{
    /// <summary>Begins a step; the one before is done.</summary>
    void Begin(string step, long total);

    /// <summary>So much of the step is done.</summary>
    void Report(long done);
}
