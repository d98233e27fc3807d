using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;
using Catalog.Shell.Auth.Events;

namespace Catalog.Shell.Auth;

/// <summary>
/// The accounts every system shares: who there is, with which password hash and role, and which sessions are open. One
/// partition, key 0. Passwords and refresh tokens never reach it, only what the shell derived from them.
/// </summary>
/// <remarks>
/// A session is a family of refresh tokens of which one is good (RFC 9700, section 4.14.2): using it replaces it, and
/// using an earlier one proves that a copy exists, so the family is ended. But an answer can get lost, with a page that
/// is left or a connection that breaks: for <see cref="RepeatMs"/> the trade may be asked for again. A token has one
/// successor (<see cref="RefreshChain"/>), so that gives the very token that was lost; whoever trades that one ends the
/// repeating, and there is never a second good token. Stateless, thread-safe.
/// </remarks>
public sealed partial class AccountMachine : IMachine<AccountsState>
{
    /// <summary>The system's wire id.</summary>
    public const byte Id = 250;

    /// <summary>The one partition.</summary>
    public const ulong Partition = 0;

    /// <summary>
    /// For how long a trade may be repeated, in milliseconds: a reload over a slow line, not a thief's next visit.
    /// </summary>
    public const long RepeatMs = 10_000;

    private const ulong SnapshotVersion = 2;

    /// <inheritdoc/>
    public byte SystemId => Id;

    /// <inheritdoc/>
    public string Name => "accounts";

    /// <inheritdoc/>
    public AccountsState Create(ulong key) => new();

    /// <inheritdoc/>
    public long NextDueMs(AccountsState state) => long.MaxValue;

    /// <inheritdoc/>
    public void OnDue(AccountsState state, Decision decision)
    {
        // Nothing here waits for a timer: an expired session is refused, and forgotten when its account opens another.
    }

    /// <inheritdoc/>
    public void Replay(AccountsState state, in EventHeader header, ref MessagePackReader payload)
    {
        switch (header.Type)
        {
            case 1: Apply(state, AccountRegistered.Read(ref payload, header.Version), header.TimeMs); break;
            case 2: Apply(state, PasswordChanged.Read(ref payload, header.Version), header.TimeMs); break;
            case 3: Apply(state, RefreshIssued.Read(ref payload, header.Version), header.TimeMs); break;
            case 4: Apply(state, RefreshRotated.Read(ref payload, header.Version), header.TimeMs); break;
            case 5: Apply(state, FamilyRevoked.Read(ref payload, header.Version), header.TimeMs); break;
            case 6: Apply(state, SignedOutEverywhere.Read(ref payload, header.Version), header.TimeMs); break;
            case 7: Apply(state, RoleChanged.Read(ref payload, header.Version), header.TimeMs); break;
            default: throw new MessagePackFormatException($"The accounts know no fact {header.Type}.");
        }
    }

    /// <inheritdoc/>
    public void Save(AccountsState state, ref MessagePackWriter writer)
    {
        writer.Write(SnapshotVersion);
        writer.WriteArrayHeader(state.Count);
        for (ulong id = 1; id <= (ulong)state.Count; id++)
        {
            Account account = state.Require(id);
            account.Profile.Write(ref writer);
            writer.Write(account.PasswordHash);
            writer.WriteArrayHeader(account.Families.Count);
            foreach (FamilyId family in account.Families) SaveFamily(state, family, ref writer);
        }
    }

    /// <inheritdoc/>
    public AccountsState Load(ulong key, ref MessagePackReader reader)
    {
        var state = new AccountsState();
        // The first version had no number in front, and knew nothing of a session's previous token.
        ulong version = reader.PeekType() == MessagePackType.Array ? 1 : reader.ReadUInt64();
        if (version > SnapshotVersion) throw new MessagePackFormatException($"Accounts version {version}: not known.");
        int count = reader.ReadArrayHeader();
        for (int i = 0; i < count; i++)
        {
            var account = new Account(AccountProfile.Read(ref reader), reader.ReadString());
            state.Add(account);
            int families = reader.ReadArrayHeader();
            for (int j = 0; j < families; j++) LoadFamily(state, account, version, ref reader);
        }

        return state;
    }

    private static void SaveFamily(AccountsState state, FamilyId id, ref MessagePackWriter writer)
    {
        if (!state.TryFind(id, out Family family)) throw new InvalidOperationException("No such session.");
        id.Write(ref writer);
        family.Token.Write(ref writer);
        writer.Write(family.ExpiresMs);
        writer.Write(family.TradedMs);
        if (family.TradedMs > 0) family.Previous.Write(ref writer);
    }

    private static void LoadFamily(AccountsState state, Account account, ulong version, ref MessagePackReader reader)
    {
        FamilyId id = FamilyId.Read(ref reader);
        var family = new Family(account.Profile.UserId, Digest.Read(ref reader), reader.ReadInt64());
        long tradedMs = version >= 2 ? reader.ReadInt64() : 0;
        if (tradedMs > 0) family = family with { TradedMs = tradedMs, Previous = Digest.Read(ref reader) };
        state.Add(id, in family);
    }
}
