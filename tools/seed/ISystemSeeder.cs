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

    /// <summary>Whether it keeps what is not in boards or models one by one as well, as far as asked for.</summary>
    bool KeepsRaw => false;

    /// <summary>The consumers the server runs on the system's facts: none of them is to see history.</summary>
    IReadOnlyList<string> Consumers { get; }

    /// <summary>
    /// Adds every model the server keeps for the system, whoever's history is made: one that is missing could not be
    /// built from a journal that is trimmed already.
    /// </summary>
    void AddModels(SeedEngine engine);

    /// <summary>Fills an empty data folder.</summary>
    /// <returns>What there is now, a line each: what, how many.</returns>
    /// <exception cref="SeedRefusedException">The folder is not empty.</exception>
    /// <exception cref="OperationCanceledException">The progress was told of an interruption.</exception>
    Task<IReadOnlyList<(string What, long Count)>> SeedAsync(SeedRequest request, ISeedProgress progress);
}
