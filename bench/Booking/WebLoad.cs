using System.Globalization;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Browsers;
using Catalog.Bench.Shared.Hosts;
using Catalog.Bench.Shared.Rows;
using Microsoft.Playwright;

namespace Catalog.Bench.Booking;

/// <summary>
/// <c>load booking-web</c>: the showtime list in a real browser on a folder seeded at scale 1. How soon it stands, what
/// scrolling 10,000 rows costs the page's thread, how soon an input shows, and whether anything jumps. The browser, the
/// server and this program share the machine, and there is no GPU: what is drawn is drawn by the same cores.
/// </summary>
internal static class WebLoad
{
    private const string Name = "booking-web";
    private const double MostPaintMs = 2_000;
    private const double MostInputMs = 100;
    private const double MostShift = 0.01;
    private const double MostLongTaskMs = 50;
    private const int ScrollFrames = 600;
    private const string Rows = "[role=row][data-index]";

    /// <summary>The scenario.</summary>
    public static LoadScenario Scenario { get; } =
        new(Name, "the showtime list in a browser at the seeded volume", RunAsync);

    private static async Task RunAsync(BenchRun run, RowSink<LoadRow> rows)
    {
        if (run.Server is { } running)
        {
            await MeasureAsync(run, running, rows);
            return;
        }

        string data = run.NewFolder("data");
        await SeededFolder.FillAsync(data, run.Cancel);
        const string noQuotas = "Catalog:RateLimits:Enabled=false";
        await using ServerProcess server = await ServerProcess.StartAsync(run, data, noQuotas);
        await MeasureAsync(run, server.Address, rows);
    }

    private static async Task MeasureAsync(BenchRun run, Uri server, RowSink<LoadRow> rows)
    {
        await using Chromium chromium = await Chromium.StartAsync();
        var paints = new List<double>();
        for (int i = 0; i < run.Runs; i++)
        {
            // A context of its own has nothing in its cache.
            IPage page = await OpenAsync(chromium, server);
            paints.Add(await page.EvaluateAsync<double>("window.seen.paint"));
            if (i == run.Runs - 1) await UseAsync(page, rows);
            await page.Context.CloseAsync();
        }

        paints.Sort();
        double paint = paints[paints.Count / 2];
        rows.Add(Bar("largest contentful paint, nothing cached", paint, "ms", MostPaintMs));
    }

    private static async Task<IPage> OpenAsync(Chromium chromium, Uri server)
    {
        IBrowserContext context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = server.ToString(),
            ViewportSize = new ViewportSize { Width = 1280, Height = 800 },
        });
        IPage page = await context.NewPageAsync();
        await page.AddInitScriptAsync(WebLoadScripts.Observe);
        await page.GotoAsync("/booking");
        await page.Locator(Rows + "[tabindex]").First.WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return page;
    }

    private static async Task UseAsync(IPage page, RowSink<LoadRow> rows)
    {
        string? total = await page.GetByRole(AriaRole.Table).First.GetAttributeAsync("aria-rowcount");
        rows.Add(Fact("rows in the list", double.Parse(total!, CultureInfo.InvariantCulture) - 1, "rows"));
        double longBefore = await page.EvaluateAsync<double>("window.seen.longest");
        rows.Add(Fact("longest task while it loads", longBefore, "ms"));
        await page.EvaluateAsync("window.seen.longest = 0, window.seen.longTasks = 0");
        double[] frames = await page.EvaluateAsync<double[]>(WebLoadScripts.Scroll, ScrollFrames);
        Array.Sort(frames);
        rows.Add(Fact("frames while scrolling", 1000 / frames.Average(), "a second"));
        rows.Add(Fact("frame to frame, half within", frames[frames.Length / 2], "ms"));
        rows.Add(Fact("frame to frame, 99 % within", frames[frames.Length * 99 / 100], "ms"));
        rows.Add(Fact("long tasks while scrolling", await page.EvaluateAsync<double>("window.seen.longTasks"), ""));
        double longest = await page.EvaluateAsync<double>("window.seen.longest");
        rows.Add(Bar("longest task while scrolling", longest, "ms", MostLongTaskMs));
        rows.Add(Fact("rows that exist at once", await page.Locator(Rows).CountAsync(), "rows"));
        await page.EvaluateAsync("window.seen.input = 0");
        await PressAsync(page);
        rows.Add(Bar("slowest input to next paint", await InputAsync(page), "ms", MostInputMs));
        rows.Add(Bar("layout shift", await page.EvaluateAsync<double>("window.seen.shift"), "", MostShift));
    }

    /// <summary>Sorts, moves among rows, opens one, closes it.</summary>
    private static async Task PressAsync(IPage page)
    {
        await page.Locator("[role=columnheader] button").Filter(new LocatorFilterOptions { HasText = "Price" })
            .ClickAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.Locator(Rows + "[tabindex]").First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Locator(Rows + "[tabindex]").First.FocusAsync();
        foreach (string key in (string[])["ArrowDown", "PageDown", "End", "Home"])
        {
            await page.Keyboard.PressAsync(key);
            await page.WaitForTimeoutAsync(300);
        }
    }

    /// <summary>Inputs under 16 ms are not reported by browsers: 0 stands for them.</summary>
    private static Task<double> InputAsync(IPage page) => page.EvaluateAsync<double>("window.seen.input");

    private static LoadRow Fact(string metric, double value, string unit) => new(Name, metric, value, unit, "", true);

    private static LoadRow Bar(string metric, double value, string unit, double most)
    {
        string bar = string.Create(CultureInfo.InvariantCulture, $"at most {most} {unit}").TrimEnd();
        return new LoadRow(Name, metric, value, unit, bar, value <= most);
    }
}
