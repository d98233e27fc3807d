using Catalog.Seed.Shared;

namespace Catalog.Seed;

/// <summary>Makes one system's demo volumes; it lives in the system's own folder.</summary>
internal interface ISystemSeeder
{
    /// <summary>The system's name on the command line.</summary>
    string Name { get; }

    /// <summary>What scale 1 is.</summary>
    string Description { get; }

    /// <summary>The largest scale the system has room for.</summary>
    double MaxScale { get; }

    /// <summary>Fills an empty data folder.</summary>
    /// <returns>What there is now, a line each: what, how many.</returns>
    /// <exception cref="SeedRefusedException">The folder is not empty.</exception>
    /// <exception cref="OperationCanceledException">The progress was told of an interruption.</exception>
    Task<IReadOnlyList<(string What, long Count)>> SeedAsync(SeedRequest request, ISeedProgress progress);
}
