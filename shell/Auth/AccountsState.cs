namespace Catalog.Shell.Auth;

/// <summary>
/// All accounts and sessions.
/// <code>
/// accounts   [ 1 | 2 | 3 | … ]        by user id - 1
/// byEmail    email → user id
/// families   family id → (user id, digest of the good token, expiry, digest of the one before, when it was traded)
/// </code>
/// Invariants: (1) ids are 1, 2, 3 … without gaps; (2) every account is found under its email and nothing else is;
/// (3) an account's sessions are exactly the families that name it; (4) at most <see cref="MaxSessions"/> each.
/// Bounds: <see cref="MaxAccounts"/> accounts. Not thread-safe: its shard alone touches it.
/// </summary>
public sealed class AccountsState
{
    /// <summary>Sessions an account may have; opening another ends the oldest.</summary>
    public const int MaxSessions = 16;

    /// <summary>Accounts at most: about 4 GB of memory.</summary>
    public const int MaxAccounts = 10_000_000;

    private readonly List<Account> _accounts = [];
    private readonly Dictionary<string, ulong> _byEmail = new(StringComparer.Ordinal);
    private readonly Dictionary<FamilyId, Family> _families = [];

    /// <summary>How many accounts there are; the next one's id is one more.</summary>
    public int Count => _accounts.Count;

    /// <summary>How many sessions there are.</summary>
    public int SessionCount => _families.Count;

    internal Account? Find(ulong userId) =>
        userId - 1 < (ulong)_accounts.Count ? _accounts[(int)(userId - 1)] : null;

    internal Account? Find(string email) => _byEmail.TryGetValue(email, out ulong id) ? Find(id) : null;

    internal bool TryFind(FamilyId id, out Family family) => _families.TryGetValue(id, out family);

    internal void Add(Account account)
    {
        if (account.Profile.UserId != (ulong)Count + 1) throw new InvalidOperationException("Ids have no gaps.");
        _byEmail.Add(account.Profile.Email, account.Profile.UserId);
        _accounts.Add(account);
    }

    internal void Add(FamilyId id, in Family family)
    {
        Account account = Require(family.UserId);
        if (account.Families.Count >= MaxSessions) throw new InvalidOperationException("Too many sessions.");
        _families.Add(id, family);
        account.Families.Add(id);
    }

    internal void Trade(in NewSession next, long timeMs) =>
        _families[next.Family] = _families[next.Family].Trade(in next, timeMs);

    internal void Remove(FamilyId id)
    {
        if (!_families.Remove(id, out Family family)) throw new InvalidOperationException("No such session.");
        Require(family.UserId).Families.Remove(id);
    }

    internal void RemoveAll(Account account)
    {
        foreach (FamilyId id in account.Families) _families.Remove(id);
        account.Families.Clear();
    }

    internal Account Require(ulong userId) => Find(userId) ?? throw new InvalidOperationException("No such account.");

    /// <summary>Checks the numbered invariants.</summary>
    /// <exception cref="InvalidOperationException">One does not hold.</exception>
    public void CheckInvariants()
    {
        for (int i = 0; i < _accounts.Count; i++)
        {
            Account account = _accounts[i];
            Check(account.Profile.UserId == (ulong)i + 1, 1);
            Check(_byEmail.TryGetValue(account.Profile.Email, out ulong id) && id == (ulong)i + 1, 2);
            Check(account.Families.TrueForAll(f => _families.TryGetValue(f, out Family s) && s.UserId == id), 3);
            Check(account.Families.Count <= MaxSessions, 4);
        }

        Check(_byEmail.Count == _accounts.Count, 2);
        Check(_accounts.Sum(a => a.Families.Count) == _families.Count, 3);
    }

    private static void Check(bool holds, int invariant)
    {
        if (!holds) throw new InvalidOperationException($"Invariant {invariant} of the accounts does not hold.");
    }
}
