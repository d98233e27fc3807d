using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>
/// The waiting lists every user is on. A showtime knows who waits for it; this is the other way round.
/// <code>
/// user ─► [ showtime, wish, since │ showtime, wish, since │ … ]     in the order of joining
/// </code>
/// Whoever joins comes in, whoever leaves or is made an offer goes out. Lists of showtimes that have begun or were
/// called off are still here, as they are in the showtimes: readers leave them out. Of one user the last
/// <c>maxPerUser</c> are remembered.
/// <para>
/// Invariants: (1) a user has a showtime once; (2) nobody is kept without any; (3) nobody has more than
/// <c>maxPerUser</c>; (4) the count is the sum of the users'.
/// </para>
/// </summary>
/// <remarks>
/// About 56 bytes a wait and 120 a user. Applying a fact and reading are O(user's waits). Facts about waits it has
/// never heard of change nothing, so it may also begin in the middle of a journal. Not thread-safe: a
/// <see cref="ProjectionPump"/> keeps it, its view is the way to read it.
/// </remarks>
public sealed class UserWaits : IProjection
{
    /// <summary>The usual bound on waiting lists of one user.</summary>
    public const int DefaultMaxPerUser = 100;

    private readonly Dictionary<ulong, List<UserWait>> _users = [];

    /// <summary>Makes the model of no facts.</summary>
    /// <param name="maxPerUser">Waiting lists of one user that are remembered, at most.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is not positive.</exception>
    public UserWaits(int maxPerUser = DefaultMaxPerUser)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxPerUser);
        MaxPerUser = maxPerUser;
    }

    /// <inheritdoc/>
    public string Name => "booking-user-waits";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public bool MayBeginLate => true;

    /// <summary>Waiting lists of one user that are remembered, at most.</summary>
    public int MaxPerUser { get; }

    /// <summary>Waits that are known.</summary>
    public int Count { get; private set; }

    /// <summary>Users who wait for anything.</summary>
    public int UserCount => _users.Count;

    /// <summary>
    /// Copies what a user waits for, the last joined first, as much as there is room for. O(user's waits), allocates
    /// nothing.
    /// </summary>
    /// <param name="userId">The user.</param>
    /// <param name="into">Where it goes; <see cref="MaxPerUser"/> is always enough.</param>
    /// <returns>How many were copied.</returns>
    public int Copy(ulong userId, Span<UserWait> into)
    {
        if (!_users.TryGetValue(userId, out List<UserWait>? waits)) return 0;
        int count = Math.Min(waits.Count, into.Length);
        for (int i = 0; i < count; i++) into[i] = waits[^(i + 1)];
        return count;
    }

    /// <inheritdoc/>
    public bool Wants(in EventHeader header) =>
        header.Partition.System == ShowtimeMachine.Id && header.Type is >= 40 and <= 42;

    /// <inheritdoc/>
    public void Apply(in EventHeader header, ReadOnlySpan<byte> payload)
    {
        var reader = new MessagePackReader(payload);
        ulong showtime = header.Partition.Key;
        switch (header.Type)
        {
            case 40:
                WaitingJoined joined = WaitingJoined.Read(ref reader, header.Version);
                Add(joined.UserId, new UserWait(showtime, joined.Wish, header.TimeMs));
                break;
            case 41:
                Remove(WaitingLeft.Read(ref reader, header.Version).UserId, showtime);
                break;
            case 42:
                Remove(OfferMade.Read(ref reader, header.Version).UserId, showtime);
                break;
            default:
                break;
        }
    }

    /// <inheritdoc/>
    public void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(_users.Count * 2);
        foreach ((ulong user, List<UserWait> waits) in _users)
        {
            writer.Write(user);
            writer.WriteArrayHeader(waits.Count);
            foreach (UserWait wait in waits) wait.Write(ref writer);
        }
    }

    /// <inheritdoc/>
    public void Load(ref MessagePackReader reader)
    {
        Reset();
        int users = reader.ReadArrayHeader() / 2;
        for (int i = 0; i < users; i++)
        {
            ulong user = reader.ReadUInt64();
            int waits = reader.ReadArrayHeader();
            for (int j = 0; j < waits; j++) Add(user, UserWait.Read(ref reader));
        }
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _users.Clear();
        Count = 0;
    }

    private void Add(ulong user, in UserWait wait)
    {
        Remove(user, wait.ShowtimeId);
        if (!_users.TryGetValue(user, out List<UserWait>? waits)) _users.Add(user, waits = new List<UserWait>(1));
        if (waits.Count == MaxPerUser)
        {
            waits.RemoveAt(0);
            Count--;
        }

        waits.Add(wait);
        Count++;
    }

    private void Remove(ulong user, ulong showtime)
    {
        if (!_users.TryGetValue(user, out List<UserWait>? waits)) return;
        int index = waits.Count - 1;
        while (index >= 0 && waits[index].ShowtimeId != showtime) index--;
        if (index < 0) return;
        waits.RemoveAt(index);
        Count--;
        if (waits.Count == 0) _users.Remove(user);
    }

    /// <summary>Throws when an invariant of the type's documentation does not hold. O(waits²) of each user.</summary>
    internal void CheckInvariants()
    {
        int count = 0;
        foreach (List<UserWait> waits in _users.Values)
        {
            for (int i = 0; i < waits.Count; i++)
                Check(waits.FindLastIndex(other => other.ShowtimeId == waits[i].ShowtimeId) == i, 1);
            Check(waits.Count > 0, 2);
            Check(waits.Count <= MaxPerUser, 3);
            count += waits.Count;
        }

        Check(count == Count, 4);
    }

    private static void Check(bool holds, int invariant)
    {
        if (!holds) throw new InvalidOperationException($"({invariant}) does not hold.");
    }
}
