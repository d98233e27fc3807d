using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.Economy;

/// <summary>What was paid in one currency: by player and by day.</summary>
/// <remarks>O(1) a purchase, O(log days) for the day. Not thread-safe.</remarks>
internal sealed class CurrencyBook
{
    private readonly Dictionary<ulong, Spender> _spenders = [];
    private readonly SortedDictionary<int, RevenueDay> _days = [];

    /// <summary>Everybody who paid.</summary>
    public IReadOnlyCollection<Spender> Spenders => _spenders.Values;

    /// <summary>What was paid altogether.</summary>
    public long AmountMinor { get; private set; }

    /// <summary>Counts a purchase.</summary>
    public void Count(in Purchase purchase, int channel, bool isNewPayer)
    {
        AmountMinor += purchase.AmountMinor;
        _spenders.TryGetValue(purchase.PlayerId, out Spender spender);
        long firstMs = spender.Purchases == 0 ? purchase.AtMs : Math.Min(spender.FirstMs, purchase.AtMs);
        _spenders[purchase.PlayerId] = new Spender(
            purchase.PlayerId, spender.AmountMinor + purchase.AmountMinor, spender.Purchases + 1, firstMs, channel);
        int number = (int)(purchase.AtMs / BoardCalendar.DayMs);
        RevenueDay day = _days.GetValueOrDefault(number, new RevenueDay(number, 0, 0, 0));
        _days[number] = day with
        {
            AmountMinor = day.AmountMinor + purchase.AmountMinor,
            Purchases = day.Purchases + 1,
            NewPayers = day.NewPayers + (isNewPayer ? 1 : 0),
        };
    }

    /// <summary>A day; zeros when nothing was paid.</summary>
    public RevenueDay DayOf(int day) => _days.GetValueOrDefault(day, new RevenueDay(day, 0, 0, 0));

    /// <summary>Encodes it. O(players + days).</summary>
    public void Write(ref MessagePackWriter writer)
    {
        writer.Write(AmountMinor);
        writer.WriteArrayHeader(_spenders.Count);
        foreach (Spender spender in _spenders.Values) spender.Write(ref writer);
        writer.WriteArrayHeader(_days.Count);
        foreach (RevenueDay day in _days.Values)
        {
            writer.Write(day.Day);
            writer.Write(day.AmountMinor);
            writer.Write(day.Purchases);
            writer.Write(day.NewPayers);
        }
    }

    /// <summary>Decodes what <see cref="Write"/> wrote.</summary>
    public static CurrencyBook Read(ref MessagePackReader reader)
    {
        var book = new CurrencyBook { AmountMinor = reader.ReadInt64() };
        int spenders = reader.ReadArrayHeader();
        for (int i = 0; i < spenders; i++)
        {
            Spender spender = Spender.Read(ref reader);
            book._spenders.Add(spender.PlayerId, spender);
        }

        int days = reader.ReadArrayHeader();
        for (int i = 0; i < days; i++)
        {
            var day = new RevenueDay(
                reader.ReadInt32(), reader.ReadInt64(), reader.ReadInt32(), reader.ReadInt32());
            book._days.Add(day.Day, day);
        }

        return book;
    }
}
