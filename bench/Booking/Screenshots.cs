using System.CommandLine;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Browsers;
using Catalog.Bench.Shared.Hosts;
using Microsoft.Playwright;

namespace Catalog.Bench.Booking;

/// <summary>
/// <c>screenshots [--out DIR] [--only NAME]</c>: a picture of every page, light and dark, at a desk and on a phone, of
/// a server that was just started for the first time.
/// </summary>
internal static class Screenshots
{
    private static readonly (string Name, ViewportSize Size)[] Devices =
    [
        ("desktop", new ViewportSize { Width = 1280, Height = 800 }),
        ("phone", new ViewportSize { Width = 390, Height = 844 }),
    ];

    /// <summary>The command.</summary>
    public static Command CreateCommand()
    {
        var command = new Command("screenshots", "Takes a picture of every page, light and dark, desktop and phone.");
        var folder = new Option<DirectoryInfo>("--out")
        {
            Description = "Where the pictures go.",
            DefaultValueFactory = _ => new DirectoryInfo("screenshots"),
        };
        var only = new Option<string>("--only")
        {
            Description = "Only pages with this in their names.",
            DefaultValueFactory = _ => "",
        };
        command.Options.Add(folder);
        command.Options.Add(only);
        command.SetAction(async (parsed, cancel) =>
        {
            using var run = new BenchRun { Cancel = cancel };
            await TakeAllAsync(run, parsed.GetValue(folder)!.FullName, parsed.GetValue(only)!);
            return 0;
        });
        return command;
    }

    private static async Task TakeAllAsync(BenchRun run, string folder, string only)
    {
        const string noQuotas = "Catalog:RateLimits:Enabled=false";
        await using ServerProcess server = await ServerProcess.StartAsync(run, run.NewFolder("data"), noQuotas);
        ScreenshotScene scene = await ScreenshotScene.SetAsync(server.Address, run.Cancel);
        ScreenshotPage[] shown =
            [.. scene.Pages.Where(page => page.Name.Contains(only, StringComparison.OrdinalIgnoreCase))];
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
                        await OpenAsync(chromium, server.Address, pages.First(), size, scheme);
                    IPage page = await context.NewPageAsync();
                    foreach (ScreenshotPage wanted in pages) await TakeAsync(page, wanted, place);
                }

                BenchRun.Say($"  {place}");
            }
        }
    }

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

        if (wanted.Press is { } button && await page.GetByRole(AriaRole.Button).Filter(Having(button)).CountAsync() > 0)
            await page.GetByRole(AriaRole.Button).Filter(Having(button)).First.ClickAsync();
        await page.WaitForTimeoutAsync(700);
        var options = new PageScreenshotOptions
        {
            Path = Path.Combine(folder, wanted.Name + ".png"),
            FullPage = wanted.IsWhole,
        };
        await page.ScreenshotAsync(options);
    }

    private static LocatorFilterOptions Having(string text) => new() { HasText = text };

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
