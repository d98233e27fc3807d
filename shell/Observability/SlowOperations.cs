using System.Diagnostics;

namespace Catalog.Shell.Observability;

/// <summary>
/// The slowest operations of the last hour, at most <see cref="Capacity"/>. Quick ones cost one comparison: a duration
/// below <see cref="Floor"/> is not among the slowest.
/// </summary>
/// <remarks>
/// Invariant: Floor is the shortest duration kept when the list is full, else <see cref="Threshold"/>. Thread-safe.
/// </remarks>
public sealed class SlowOperations(TimeProvider clock)
{
    /// <summary>How many are kept.</summary>
    public const int Capacity = 50;

    /// <summary>Nothing quicker is kept, however idle the server is: a slow disk's sync is quicker.</summary>
    public static readonly TimeSpan Threshold = TimeSpan.FromMilliseconds(20);

    private const long KeptMs = 60 * 60 * 1000;

    private readonly Lock _gate = new();
    private readonly List<SlowOperation> _kept = new(Capacity + 1);
    private long _floorTicks = Threshold.Ticks;

    /// <summary>What is quicker need not be offered.</summary>
    public TimeSpan Floor => new(Volatile.Read(ref _floorTicks));

    /// <summary>Keeps an operation if it is among the slowest. O(capacity) for those, O(1) for the others.</summary>
    public void Offer(SlowOperation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        if (operation.Duration.Ticks < Volatile.Read(ref _floorTicks)) return;
        lock (_gate)
        {
            Forget();
            int index = _kept.FindIndex(each => each.Duration < operation.Duration);
            _kept.Insert(index < 0 ? _kept.Count : index, operation);
            if (_kept.Count > Capacity) _kept.RemoveAt(_kept.Count - 1);
            SetFloor();
            Debug.Assert(_kept.Count <= Capacity, "the list is bounded");
        }
    }

    /// <summary>The slowest, slowest first.</summary>
    public SlowOperation[] Read()
    {
        lock (_gate)
        {
            Forget();
            SetFloor();
            return [.. _kept];
        }
    }

    private void Forget()
    {
        long since = clock.GetUtcNow().ToUnixTimeMilliseconds() - KeptMs;
        _kept.RemoveAll(each => each.AtMs < since);
    }

    private void SetFloor() =>
        Volatile.Write(ref _floorTicks, _kept.Count < Capacity ? Threshold.Ticks : _kept[^1].Duration.Ticks);
}
