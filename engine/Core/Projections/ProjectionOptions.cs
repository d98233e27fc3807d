using Catalog.Engine.Storage.Snapshots;

namespace Catalog.Engine.Core.Projections;

/// <summary>
/// How a <see cref="ProjectionPump"/> reads and saves. Checked by <see cref="Validate"/> when it is made.
/// </summary>
public sealed record ProjectionOptions
{
    /// <summary>Facts applied at most before readers get their turn.</summary>
    public int MaxBatchEvents { get; init; } = 512;

    /// <summary>Payload bytes collected for a batch before it is applied, beside those of its last fact.</summary>
    public int MaxBatchBytes { get; init; } = 256 * 1024;

    /// <summary>
    /// Models are saved once the journal has grown by so many bytes, or by as many as the models take when that is
    /// more: what a restart replays.
    /// </summary>
    public long SaveEveryBytes { get; init; } = 32L * 1024 * 1024;

    /// <summary>Models are saved at the latest so long after they changed, in milliseconds.</summary>
    public long SaveEveryMs { get; init; } = 5 * 60 * 1000;

    /// <summary>
    /// A model that gets longer is saved in pieces of so many bytes, so that no array has to hold it whole.
    /// </summary>
    public int SnapshotPieceBytes { get; init; } = SnapshotSet.DefaultPieceBytes;

    /// <summary>
    /// How long a pump that had nothing to do lets facts gather before it looks again, in milliseconds: under load it
    /// wakes that often instead of at every commit. 0 for at once.
    /// </summary>
    public int GatherMs { get; init; }

    /// <summary>Told about what an operator should know of. Thread-safe, must be quick.</summary>
    public Action<string, Exception?> Report { get; init; } = static (_, _) => { };

    /// <summary>
    /// Asked before each save whether this pump is the one to save, where several keep the same models in one store;
    /// null for always. Thread-safe, quick.
    /// </summary>
    public Func<bool>? MaySave { get; init; }

    /// <summary>Throws when an option makes no sense.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Names the option.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxBatchEvents);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxBatchBytes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(SaveEveryBytes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(SaveEveryMs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(SnapshotPieceBytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(SnapshotPieceBytes, 1 << 30);
        ArgumentOutOfRangeException.ThrowIfNegative(GatherMs);
    }
}
