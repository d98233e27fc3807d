using Catalog.Engine.Models;
using Catalog.Engine.Models.Forecasting;

namespace Catalog.Engine.Tests.Models.Forecasting;

public sealed class ForecastSelectorTests
{
    private const int Horizon = 14;
    private const ulong Seeds = 8;
    private static readonly double[] Week = [0.8, 0.7, 0.8, 0.9, 1.2, 1.5, 1.3];

    private static readonly IForecastMethod[] Methods =
    [
        new SeasonalNaive(7),
        new SeasonalNaive(1),
        new HoltWinters(new HoltWintersOptions { Period = 7 }),
        new HoltWinters(new HoltWintersOptions { Period = 7, IsMultiplicative = true }),
        new CalendarRegression(7, 60),
    ];

    [Theory]
    [InlineData("trend")]
    [InlineData("season")]
    [InlineData("both")]
    public void BeatsTheBaselineOnWhatIsStillToCome(string shape)
    {
        double ours = 0, theirs = 0;
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            double[] whole = Series(shape, seed, 180 + Horizon);
            ReadOnlySpan<double> history = whole.AsSpan(0, 180), future = whole.AsSpan(180);
            SeriesForecast forecast = Run(new ForecastTask(history), Horizon);
            double[] naive = new double[Horizon];
            new SeasonalNaive(7).Forecast(new ForecastTask(history), naive);
            ours += ForecastError.Of(forecast.Points.ToArray(), future).MeanPercent / Seeds;
            theirs += ForecastError.Of(naive, future).MeanPercent / Seeds;
            Assert.True(forecast.Error.WeightedPercent <= forecast.Baseline.WeightedPercent);
        }

        // The noise alone makes 4.8 %.
        Assert.True(ours < 0.9 * theirs && ours < 0.065, $"{ours:P1} against {theirs:P1}");
    }

    [Fact]
    public void TheBandHoldsAboutAsOftenAsItSays()
    {
        int inside = 0, all = 0;
        for (ulong seed = 1; seed <= 25; seed++)
        {
            double[] whole = Series("both", seed, 180 + Horizon);
            SeriesForecast forecast = Run(new ForecastTask(whole.AsSpan(0, 180)), Horizon);
            for (int h = 0; h < Horizon; h++, all++)
                inside += whole[180 + h] >= forecast.Lowers[h] && whole[180 + h] <= forecast.Uppers[h] ? 1 : 0;
        }

        // 80 % is said; from eight overlapping trials a little less can be had.
        Assert.InRange(inside / (double)all, 0.68, 0.92);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(1.5)]
    public void BandsThatWereDrawnTooNarrowAreStretched(double louder)
    {
        // Half a year whose last third is louder: what was missed before says too little of it.
        int inside = 0, all = 0;
        var options = new ForecastOptions { Horizon = 7, Least = 0, Origins = 20, OriginStep = 2 };
        for (ulong seed = 1; seed <= 40; seed++)
        {
            var random = new SeededRandom(seed);
            double[] whole =
            [
                .. Enumerable.Range(0, 187).Select(t => 300 * (1 + (t / 200.0)) * Week[t % 7]
                    * Math.Exp((t < 120 ? 0.06 : 0.06 * louder) * random.NextGauss())),
            ];
            SeriesForecast forecast = ForecastSelector.Run(new ForecastTask(whole.AsSpan(0, 180)), Methods, options)!;
            for (int h = 0; h < 7; h++, all++)
                inside += whole[180 + h] >= forecast.Lowers[h] && whole[180 + h] <= forecast.Uppers[h] ? 1 : 0;
        }

        Assert.InRange(inside / (double)all, 0.75, 0.88);
    }

    [Fact]
    public void WhatIsKnownBeforehandIsUsed()
    {
        double[] whole = Series("season", 4, 180 + Horizon);
        double[] known = new double[whole.Length];
        for (int day = 5; day < whole.Length; day += 11)
        {
            known[day] = 1;
            whole[day] *= 2;
        }

        ReadOnlySpan<double> history = whole.AsSpan(0, 180), future = whole.AsSpan(180);
        double informed = Error(Run(new ForecastTask(history, known, 1), Horizon), future);
        double blind = Error(Run(new ForecastTask(history), Horizon), future);
        Assert.True(informed < 0.1 && informed < blind / 1.5, $"{informed:P1}, {blind:P1}");
    }

    [Fact]
    public void TwoSeasonsAreToldApart()
    {
        var model = new HoltWinters(new HoltWintersOptions { Period = 6, LongPeriod = 42, IsMultiplicative = true });
        var plain = new HoltWinters(new HoltWintersOptions { Period = 6, IsMultiplicative = true });
        double[] day = [0.3, 0.6, 1, 1.6, 1.5, 1];
        var random = new SeededRandom(1);
        double[] whole = [.. Enumerable.Range(0, 42 * 12)
            .Select(t => 100 * day[t % 6] * Week[t / 6 % 7] * Math.Exp(0.05 * random.NextGauss()))];
        double[] ours = new double[42], theirs = new double[42];
        model.Forecast(new ForecastTask(whole.AsSpan(0, 42 * 11)), ours);
        plain.Forecast(new ForecastTask(whole.AsSpan(0, 42 * 11)), theirs);
        double both = ForecastError.Of(ours, whole.AsSpan(42 * 11)).MeanPercent;
        Assert.True(both < 0.12, $"{both:P1}");
        Assert.True(both < ForecastError.Of(theirs, whole.AsSpan(42 * 11)).MeanPercent / 1.5);
    }

    [Fact]
    public void AShortHistoryFallsBackToTheBaselineAndNoneToNothing()
    {
        SeriesForecast brief = Run(new ForecastTask([1, 2, 3, 4, 5, 6, 7, 8]), 3);
        Assert.Equal(("seasonal naive", 0), (brief.Method, brief.Origins));
        Assert.Equal([2.0, 3.0, 4.0], brief.Points);
        Assert.Null(ForecastSelector.Run(new ForecastTask([1, 2]), Methods, new ForecastOptions()));
    }

    [Fact]
    public void NothingFallsBelowTheLeastAndBandsNeverNarrow()
    {
        double[] dying = [.. Enumerable.Range(0, 120).Select(t => Math.Max(0, 60 - (t * 0.55)) * Week[t % 7])];
        SeriesForecast forecast = Run(new ForecastTask(dying), 30);
        Assert.All(forecast.Points, point => Assert.True(point >= 0));
        Assert.All(forecast.Lowers, lower => Assert.True(lower >= 0));
        Assert.All(Enumerable.Range(0, 30), h => Assert.True(forecast.Lowers[h] <= forecast.Points[h]));
        Assert.All(Enumerable.Range(0, 30), h => Assert.True(forecast.Points[h] <= forecast.Uppers[h]));
    }

    private static double Error(SeriesForecast forecast, ReadOnlySpan<double> future) =>
        ForecastError.Of(forecast.Points.ToArray(), future).MeanPercent;

    private static SeriesForecast Run(in ForecastTask task, int horizon) =>
        ForecastSelector.Run(in task, Methods, new ForecastOptions { Horizon = horizon, Least = 0 })!;

    private static double[] Series(string shape, ulong seed, int length)
    {
        var random = new SeededRandom(seed);
        double[] series = new double[length];
        for (int t = 0; t < length; t++)
        {
            double trend = shape == "season" ? 1 : 1 + (t / 90.0);
            double season = shape == "trend" ? 1 : Week[t % 7];
            series[t] = 300 * trend * season * Math.Exp(0.06 * random.NextGauss());
        }

        return series;
    }
}
