using System.Collections.Concurrent;

namespace Catalog.Shell.Auth;

/// <summary>
/// The session epoch of every account that ever ended all its sessions; every other account's is 0. Read on every
/// request, so outside the accounts' loop; written once a change is durable. Thread-safe; a read takes no lock.
/// </summary>
public sealed class SessionEpochs
{
    private readonly ConcurrentDictionary<ulong, int> _epochs = new();

    /// <summary>
    /// An account ended its sessions: called with its id on the thread that publishes the epoch; must be quick.
    /// </summary>
    public event Action<ulong>? Raised;

    /// <summary>The account's epoch. O(1), allocates nothing.</summary>
    public int Of(ulong userId) => _epochs.TryGetValue(userId, out int epoch) ? epoch : 0;

    /// <summary>Publishes an epoch. Epochs only grow: a late publisher cannot bring an earlier one back.</summary>
    public void Publish(ulong userId, int epoch)
    {
        if (epoch <= 0) return;
        _epochs.AddOrUpdate(userId, epoch, (_, known) => Math.Max(known, epoch));
        Raised?.Invoke(userId);
    }
}
