using System.Collections.Concurrent;

namespace Catalog.Shell.Auth;

/// <summary>
/// The session epoch of every account that ever ended all its sessions; every other account's is 0. Read on every
/// request, so outside the accounts' loop; written once a change is durable, by the process that made it and by
/// <see cref="AccountEpochs"/>. Thread-safe; a read takes no lock.
/// </summary>
public sealed class SessionEpochs
{
    private readonly ConcurrentDictionary<ulong, int> _epochs = new();

    /// <summary>
    /// An account ended its sessions: called with its id, once for each epoch, on the thread that publishes it; must be
    /// quick.
    /// </summary>
    public event Action<ulong>? Raised;

    /// <summary>The account's epoch. O(1), allocates nothing.</summary>
    public int Of(ulong userId) => _epochs.TryGetValue(userId, out int epoch) ? epoch : 0;

    /// <summary>Publishes an epoch. Epochs only grow: a late publisher cannot bring an earlier one back.</summary>
    public void Publish(ulong userId, int epoch)
    {
        while (epoch > 0)
        {
            if (!_epochs.TryGetValue(userId, out int known))
            {
                if (!_epochs.TryAdd(userId, epoch)) continue;
            }
            else if (known >= epoch)
            {
                return;
            }
            else if (!_epochs.TryUpdate(userId, epoch, known))
            {
                continue;
            }

            Raised?.Invoke(userId);
            return;
        }
    }

    /// <summary>A copy of all that are not 0. O(accounts that have one).</summary>
    internal KeyValuePair<ulong, int>[] ToArray() => _epochs.ToArray();
}
