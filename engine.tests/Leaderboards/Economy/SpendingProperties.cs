using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Leaderboards.Economy;
using Catalog.Engine.Tests.Core.Projections;
using Catalog.Engine.Tests.House;

namespace Catalog.Engine.Tests.Leaderboards.Economy;

/// <summary>What players paid is what the plain list of purchases says, also behind a snapshot.</summary>
public sealed class SpendingProperties
{
    private const int FirstDay = 20_000;
    private const int Span = 20;
    private readonly List<Purchase> _all = [];
    private SpendingBook _book = new();

    [Fact]
    public void SumsAreThoseOfTheListOfPurchases() => Seeds.Run(() =>
    {
        Random random = Seeds.Random(8_550);
        for (int i = 0; i < 400; i++)
        {
            Record(new Purchase(
                (ulong)random.Next(1, 40),
                random.Next(5) == 0 ? 0 : random.Next(-50, 2_000),
                random.Next(3) == 0 ? "USD" : "EUR",
                new[] { "", "ads", "organic", "friends" }[random.Next(4)],
                (FirstDay + random.Next(Span)) * BoardCalendar.DayMs + random.Next(1_000)));
            if (i == 200) Reload();
        }

        _book.CheckInvariants();
        foreach (string currency in _book.Currencies) AssertEqual(currency);
        Assert.Equal(2, _book.Currencies.Count);
        var channels = _all.GroupBy(static each => each.PlayerId)
            .Select(static each => each.Select(one => one.Channel).FirstOrDefault(static name => name.Length > 0, ""))
            .GroupBy(static name => name).ToDictionary(static each => each.Key, static each => each.Count());
        int[] counts = _book.PlayersByChannel();
        for (int i = 0; i < counts.Length; i++)
            Assert.Equal(channels.GetValueOrDefault(_book.Channels[i]), counts[i]);
    });

    private void AssertEqual(string currency)
    {
        Purchase[] paid = [.. _all.Where(each => each.Currency == currency && each.AmountMinor != 0)];
        foreach (RevenueDay day in _book.Days(currency, FirstDay, FirstDay + Span))
        {
            Purchase[] then = [.. paid.Where(each => each.AtMs / BoardCalendar.DayMs == day.Day)];
            Assert.Equal((then.Sum(static each => each.AmountMinor), then.Length), (day.AmountMinor, day.Purchases));
        }

        Spender[] spenders = _book.Spenders(currency);
        Assert.Equal(paid.Select(static each => each.PlayerId).Distinct().Count(), spenders.Length);
        foreach (Spender spender in spenders)
        {
            Purchase[] own = [.. paid.Where(each => each.PlayerId == spender.PlayerId)];
            Assert.Equal(own.Sum(static each => each.AmountMinor), spender.AmountMinor);
            Assert.Equal((own.Length, own.Min(static each => each.AtMs)), (spender.Purchases, spender.FirstMs));
        }
    }

    private void Record(Purchase purchase)
    {
        Assert.True(purchase.IsValid);
        _all.Add(purchase);
        var partition = new PartitionKey(PurchaseMachine.Id, PurchaseMachine.Key);
        _book.Tell(partition, new PurchaseRecorded(_all.Count, purchase), purchase.AtMs, _all.Count);
    }

    private void Reload() => _book = new SpendingBook().LoadedFrom(_book);
}
