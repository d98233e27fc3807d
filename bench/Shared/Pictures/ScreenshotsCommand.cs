using System.CommandLine;
using Catalog.Bench.Shared.Browsers;
using Catalog.Bench.Shared.Hosts;
using Microsoft.Playwright;

namespace Catalog.Bench.Shared.Pictures;

/// <summary>
/// <c>screenshots [--out DIR] [--only NAME] [--server URL]</c>: a picture of every page, light and dark, at a desk and
/// on a phone, of a server that was just started for the first time, or of one that was seeded.
/// </summary>
internal static class ScreenshotsCommand
{
    private static readonly (string Name, ViewportSize Size)[] Devices =
    [
        ("desktop", new ViewportSize { Width = 1440, Height = 900 }),
        ("phone", new ViewportSize { Width = 390, Height = 844 }),
    ];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("screenshots", "Takes a picture of every page, light and dark, desktop and phone.");
        var folder = new Option<DirectoryInfo>("--out")
        {
            Description = "Where the pictures go.",
            DefaultValueFactory = _ => new DirectoryInfo("screenshots"),
        };
        var only = new Option<string>("--only")
        {
            Description = "Only pages with this, or one of these with commas between, in their names.",
            DefaultValueFactory = _ => "",
        };
        var server = new Option<string?>("--server")
        {
            Description = "A running server, without quotas; bookings are made on it.",
        };
        command.Options.Add(folder);
        command.Options.Add(only);
        command.Options.Add(server);
        command.SetAction(async (parsed, cancel) =>
        {
            using var run = new BenchRun { Cancel = cancel, Server = AddressOf(parsed.GetValue(server)) };
            await TakeAllAsync(run, parsed.GetValue(folder)!.FullName, parsed.GetValue(only)!);
            return 0;
        });
        return command;
    }

    private static async Task TakeAllAsync(BenchRun run, string folder, string only)
    {
        const string noQuotas = "Catalog:RateLimits:Enabled=false";
        await using ServerProcess? started = run.Server is not null
            ? null
            : await ServerProcess.StartAsync(
                run, run.NewFolder("data"), [noQuotas, .. Systems.All.SelectMany(static each => each.PictureSettings)]);
        Uri server = run.Server ?? started!.Address;
        List<ScreenshotPage> all = await StageAsync(server, started is not null, run.Cancel);
        string[] words = only.Split(',');
        ScreenshotPage[] shown = [.. all.Where(page => words.Any(word => IsNamed(page, word)))];
        await using Chromium chromium = await Chromium.StartAsync();
        foreach ((string device, ViewportSize size) in Devices)
        {
            foreach (ColorScheme scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                string place = Path.Combine(folder, $"{device}-{scheme.ToString().ToLowerInvariant()}");
                Directory.CreateDirectory(place);
                foreach (IGrouping<string, ScreenshotPage> pages in shown.GroupBy(page => page.Email))
                {
                    await using IBrowserContext context =
                        await OpenAsync(chromium, server, pages.First(), size, scheme);
                    IPage page = await context.NewPageAsync();
                    foreach (ScreenshotPage wanted in pages) await TakeAsync(page, wanted, place);
                }

                BenchRun.Say($"  {place}");
            }
        }
    }

    private static async Task<List<ScreenshotPage>> StageAsync(Uri server, bool isNew, CancellationToken cancel)
    {
        using var demo = new DemoSession(server, cancel);
        var pages = new List<ScreenshotPage>();
        foreach (IBenchSystem system in Systems.All) pages.AddRange(await system.StageAsync(demo, isNew));
        return pages;
    }

    private static Uri? AddressOf(string? server) => server is null ? null : new Uri(server);

    private static bool IsNamed(ScreenshotPage page, string word) =>
        page.Name.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static async Task TakeAsync(IPage page, ScreenshotPage wanted, string folder)
    {
        await page.GotoAsync(wanted.Path);
        ILocator shown = page.GetByText(wanted.Shows).Locator("visible=true").First;
        try
        {
            await shown.WaitForAsync(new LocatorWaitForOptions { Timeout = 10_000 });
        }
        catch (TimeoutException)
        {
            BenchRun.Say($"  {wanted.Name} did not show {wanted.Shows}");
        }

        if (wanted.Prepare is { } prepare) await prepare(page);
        PageViewportSizeResult window = page.ViewportSize!;
        if (wanted.IsWhole) await GrowAsync(page, window);
        await page.WaitForTimeoutAsync(700);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, wanted.Name + ".png") });
        if (wanted.IsWhole) await page.SetViewportSizeAsync(window.Width, window.Height);
    }

    /// <summary>Makes the window as high as the page: what fills the window does so on the picture, too.</summary>
    private static async Task GrowAsync(IPage page, PageViewportSizeResult window)
    {
        int height = await page.EvaluateAsync<int>("document.documentElement.scrollHeight");
        await page.SetViewportSizeAsync(window.Width, Math.Max(height, window.Height));
    }

    private static async Task<IBrowserContext> OpenAsync(
        Chromium chromium, Uri server, ScreenshotPage first, ViewportSize size, ColorScheme scheme)
    {
        bool isUser = first.Email.Length > 0;
        string origin = server.GetLeftPart(UriPartial.Authority);
        string hint = isUser ? """{"name":"catalog-session","value":"1"}""" : "";
        IBrowserContext context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = server.ToString(),
            Locale = "en-GB",
            ReducedMotion = ReducedMotion.Reduce,
            ColorScheme = scheme,
            ViewportSize = size,
            StorageState = $$"""{"cookies":[],"origins":[{"origin":"{{origin}}","localStorage":[{{hint}}]}]}""",
        });
        if (!isUser) return context;
        var account = new { email = first.Email, password = first.Password };
        IAPIResponse answer = await context.APIRequest.PostAsync(
            "/api/auth/login?cookie=true", new APIRequestContextOptions { DataObject = account });
        return answer.Ok ? context : throw new InvalidOperationException(await answer.TextAsync());
    }
}
