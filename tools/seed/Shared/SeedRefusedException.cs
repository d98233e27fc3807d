namespace Catalog.Seed.Shared;

/// <summary>The data folder must not be seeded; the message says why.</summary>
internal sealed class SeedRefusedException(string message) : Exception(message)
{
    /// <summary>Somebody works with the folder already.</summary>
    public static SeedRefusedException NotEmpty(string folder) =>
        new($"{folder} is in use already. Give an empty folder.");
}
