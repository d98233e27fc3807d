using System.Collections.Concurrent;

namespace Catalog.Shell.Auth;

/// <summary>
/// Names and addresses of accounts met lately, which never change: who writes to people need not ask the accounts'
/// partition for each. Bounded: when it is full it begins anew. Thread-safe.
/// </summary>
internal sealed class KnownNames
{
    /// <summary>About 20 MB of names.</summary>
    private const int MaxNames = 100_000;

    private readonly ConcurrentDictionary<ulong, AccountName> _names = new();

    /// <summary>Finds an account's name. O(1).</summary>
    public bool TryFind(ulong userId, out AccountName name) => _names.TryGetValue(userId, out name);

    /// <summary>Keeps an account's name. O(1).</summary>
    public void Add(in AccountProfile profile)
    {
        if (_names.Count >= MaxNames) _names.Clear();
        _names[profile.UserId] = new AccountName(profile.Name, profile.Email);
    }
}
