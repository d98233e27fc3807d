using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.Economy;

/// <summary>
/// What players paid: by currency, player, day and channel. A model of the facts, each counted once, whose state is
/// saved with the journal position it stands at.
/// <code>
/// purchase ─┬► channel    the player's, from the first purchase that names one; for good
///           ├► currency ─► the player's sum, first purchase       (an amount of 0 counts for the channel alone)
///           └► currency ─► the day's sum, purchases, new payers
/// </code>
/// Invariants: (1) a currency's sum is that of its players, and of its days; (2) whoever paid has a channel.
/// </summary>
/// <remarks>
/// O(log days) a purchase; some 100 bytes a player who paid. The first <see cref="MaxNames"/> currencies and channels
/// are told apart; what comes further is <see cref="Other"/>. Not thread-safe: read it through its view.
/// </remarks>
public sealed class SpendingBook : IProjection
{
    /// <summary>How many currencies, and how many channels, are told apart.</summary>
    public const int MaxNames = 64;

    /// <summary>What further channels are called.</summary>
    public const string Other = "other";

    private readonly List<string> _channels = [];
    private readonly SortedDictionary<string, CurrencyBook> _currencies = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, int> _channelOf = [];
    private readonly HashSet<ulong> _payers = [];

    /// <inheritdoc/>
    public string Name => "leaderboard-spending";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public bool MayBeginLate => true;

    /// <summary>The channels there are, by number; the first is that of players nothing is known of.</summary>
    public IReadOnlyList<string> Channels => _channels;

    /// <summary>The currencies there are, those with the most revenue first. O(currencies).</summary>
    public IReadOnlyList<string> Currencies =>
        [.. _currencies.OrderByDescending(static each => each.Value.AmountMinor).Select(static each => each.Key)];

    /// <inheritdoc/>
    public bool Wants(in EventHeader header) =>
        header.Partition.System == PurchaseMachine.Id && header.Type == PurchaseRecorded.TypeId;

    /// <inheritdoc/>
    public void Apply(in EventHeader header, ReadOnlySpan<byte> payload)
    {
        var reader = new MessagePackReader(payload);
        Purchase purchase = PurchaseRecorded.Read(ref reader, header.Version).Purchase;
        int channel = ChannelOf(purchase.PlayerId, purchase.Channel);
        if (purchase.AmountMinor == 0) return;
        if (!_currencies.TryGetValue(purchase.Currency, out CurrencyBook? currency))
        {
            if (_currencies.Count >= MaxNames) return;
            _currencies.Add(purchase.Currency, currency = new CurrencyBook());
        }

        currency.Count(in purchase, channel, _payers.Add(purchase.PlayerId));
    }

    /// <summary>What was paid in a currency, day by day. O(days log days).</summary>
    /// <param name="currency">The currency.</param>
    /// <param name="from">The first day, since 1970.</param>
    /// <param name="to">The day behind the last.</param>
    public RevenueDay[] Days(string currency, int from, int to)
    {
        CurrencyBook? book = _currencies.GetValueOrDefault(currency);
        var days = new RevenueDay[Math.Max(0, to - from)];
        for (int i = 0; i < days.Length; i++) days[i] = book?.DayOf(from + i) ?? new RevenueDay(from + i, 0, 0, 0);
        return days;
    }

    /// <summary>Everybody who paid in a currency. O(players).</summary>
    /// <param name="currency">The currency.</param>
    public Spender[] Spenders(string currency) =>
        _currencies.GetValueOrDefault(currency) is { } book
            ? [.. book.Spenders.Select(each => each with { Channel = _channelOf[each.PlayerId] })]
            : [];

    /// <summary>How many players came by each channel, by its number. O(players).</summary>
    public int[] PlayersByChannel()
    {
        int[] counts = new int[_channels.Count];
        foreach (int channel in _channelOf.Values) counts[channel]++;
        return counts;
    }

    /// <inheritdoc/>
    public void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(_channels.Count);
        foreach (string channel in _channels) writer.Write(channel);
        writer.WriteMapHeader(_channelOf.Count);
        foreach ((ulong player, int channel) in _channelOf)
        {
            writer.Write(player);
            writer.Write(channel);
        }

        writer.WriteMapHeader(_currencies.Count);
        foreach ((string name, CurrencyBook currency) in _currencies)
        {
            writer.Write(name);
            currency.Write(ref writer);
        }
    }

    /// <inheritdoc/>
    public void Load(ref MessagePackReader reader)
    {
        Reset();
        int channels = reader.ReadArrayHeader();
        for (int i = 0; i < channels; i++) _channels.Add(reader.ReadString());
        int players = reader.ReadMapHeader();
        for (int i = 0; i < players; i++) _channelOf.Add(reader.ReadUInt64(), reader.ReadInt32());
        int currencies = reader.ReadMapHeader();
        for (int i = 0; i < currencies; i++)
        {
            string name = reader.ReadString();
            var currency = CurrencyBook.Read(ref reader);
            _currencies.Add(name, currency);
            foreach (Spender spender in currency.Spenders) _payers.Add(spender.PlayerId);
        }
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _channels.Clear();
        _channelOf.Clear();
        _currencies.Clear();
        _payers.Clear();
    }

    /// <summary>Throws when an invariant of the type's documentation does not hold. O(everything).</summary>
    /// <exception cref="InvalidOperationException">One is broken; the message names it.</exception>
    public void CheckInvariants()
    {
        foreach ((string name, CurrencyBook currency) in _currencies)
        {
            if (currency.Spenders.Sum(static each => each.AmountMinor) != currency.AmountMinor)
                throw new InvalidOperationException($"(1) {name}: the players' sums are not all.");
            if (!currency.Spenders.All(each => _channelOf.ContainsKey(each.PlayerId)))
                throw new InvalidOperationException($"(2) {name}: somebody came by no channel.");
        }
    }

    private int ChannelOf(ulong playerId, string name)
    {
        if (_channels.Count == 0) _channels.Add("");
        if (_channelOf.TryGetValue(playerId, out int known) && (known != 0 || name.Length == 0)) return known;
        int channel = _channels.IndexOf(name);
        if (channel < 0 && _channels.Count >= MaxNames - 1) channel = _channels.IndexOf(name = Other);
        if (channel < 0)
        {
            channel = _channels.Count;
            _channels.Add(name);
        }

        _channelOf[playerId] = channel;
        return channel;
    }
}
