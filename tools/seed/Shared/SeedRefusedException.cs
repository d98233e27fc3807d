namespace Catalog.Seed.Shared;

/// <summary>The data folder must not be seeded; the message says why.</summary>
internal sealed class SeedRefusedException(string message) : Exception(message);
