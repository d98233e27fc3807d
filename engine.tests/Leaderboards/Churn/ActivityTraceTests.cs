using Catalog.Engine.Leaderboards.Churn;
using Catalog.Engine.Models;
using Catalog.Engine.Models.Tables;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Tests.Models;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Leaderboards.Churn;

public sealed class ActivityTraceTests
{
    private const int Today = 20_000;

    [Fact]
    public void EveryDayIsRememberedForNineWeeksAsCountedOneByOne()
    {
        var random = new SeededRandom(2);
        var trace = default(ActivityTrace);
        var naive = new Dictionary<int, int>();
        for (int day = Today - 400; day < Today; day += 1 + random.Next(random.Next(8) == 0 ? 70 : 6))
        {
            int games = 1 + random.Next(40);
            for (int game = 0; game < games; game++) trace.Add(day);
            naive[day] = games;
            for (int back = 0; back < ActivityTrace.Days; back++)
            {
                int due = naive.GetValueOrDefault(day - back), told = trace.GamesOn(day, back);
                Assert.True(told <= due && told >= due * 0.7, $"{back} days before {day}: {told}, not {due}");
            }
        }
    }

    [Fact]
    public void StoringKeepsIt()
    {
        var trace = default(ActivityTrace);
        for (int day = Today - 80; day <= Today; day += 3) trace.Add(day);
        byte[] bytes = ModelBytes.Of(buffer =>
        {
            var writer = new MessagePackWriter(buffer);
            trace.Save(ref writer);
        });
        var reader = new MessagePackReader(bytes);
        Assert.Equal(trace, ActivityTrace.Load(ref reader));
    }

    [Fact]
    public void WhoFadesIsMoreLikelyToGoThanWhoPlaysOn()
    {
        ChurnModel model = ChurnModel.Train(Planted(4_000, 1))!;
        var steady = default(ActivityTrace);
        var fading = default(ActivityTrace);
        for (int day = Today - 60; day <= Today - 1; day++)
        {
            if (day % 2 == 0) Play(ref steady, day, 5);
            if (day < Today - 18 ? day % 2 == 0 : day % 6 == 0) Play(ref fading, day, day < Today - 18 ? 5 : 2);
        }

        double stays = model.Predict(steady, Today), goes = model.Predict(fading, Today);
        Assert.True(goes > 2 * stays && goes >= model.AlarmFrom && stays < model.AlarmFrom, $"{goes}, {stays}");
        var tourist = default(ActivityTrace);
        Play(ref tourist, Today, 3);
        Assert.True(double.IsNaN(model.Predict(tourist, Today)));
        AllocationGate.AssertNone(() => model.Predict(steady, Today));
    }

    [Fact]
    public void TooFewExamplesOrNobodyGoneIsNoModel()
    {
        Assert.Null(ChurnModel.Train(new FeatureTable(ActivityFeatures.Columns, 10)));
        FeatureTable rows = Planted(4_000, 1), stayed = new(ActivityFeatures.Columns, rows.Rows);
        for (int row = 0; row < rows.Rows; row++) stayed.TryAdd(rows.Row(row));
        Assert.Null(ChurnModel.Train(stayed));
    }

    // Half play every other day; the others do until their interest fades, over four weeks, and then stop.
    private static FeatureTable Planted(int players, ulong seed)
    {
        var random = new SeededRandom(seed);
        var table = new FeatureTable(ActivityFeatures.Columns, players);
        for (int player = 0; player < players; player++)
        {
            int end = player % 2 == 0 ? int.MaxValue : Today - random.Next(42);
            var trace = default(ActivityTrace);
            for (int day = Today - 90; day <= Today; day++)
            {
                double fading = end == int.MaxValue ? 0 : Math.Clamp(1 - ((end - day) / 28.0), 0, 1);
                if (day <= end && random.NextDouble() < 0.5 * (1 - (0.7 * fading)))
                    Play(ref trace, day, 1 + (int)(5 * (1 - (0.6 * fading))));
            }

            ChurnModel.TryAddExample(trace, Today, table);
        }

        return table;
    }

    private static void Play(ref ActivityTrace trace, int day, int games)
    {
        for (int game = 0; game < games; game++) trace.Add(day);
    }
}
