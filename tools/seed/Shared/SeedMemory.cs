namespace Catalog.Seed.Shared;

/// <summary>
/// Keeps a run as small as what it makes. Nearly all of that are large arrays, which the collector by itself only looks
/// at when they have grown by several times what was left of them, as long as the machine has room.
/// </summary>
internal static class SeedMemory
{
    /// <summary>
    /// Collects what was let go of: windows that ended, tables that grew, states that are saved. Milliseconds, because
    /// in large arrays there is nothing to follow.
    /// </summary>
    public static void Collect() =>
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: false);
}
